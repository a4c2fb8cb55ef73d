import type { Duplex } from 'node:stream'

/** Attributes of a file (draft-ietf-secsh-filexfer-02, 5). Absent members were not sent. */
export interface SftpAttributes {
  readonly size?: number
  /** Type and permission bits as POSIX has them. */
  readonly mode?: number
  /** Epoch seconds. */
  readonly modified?: number
}

/** A row of a folder; the name is the bytes that the server sent. */
export interface SftpName {
  readonly name: Buffer
  readonly attributes: SftpAttributes
}

/** What a server answers instead of doing: status codes of the draft, section 7 (2 no such file, 3 permission denied). */
export class SftpStatus extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

const INIT = 1
const VERSION = 2
const OPEN = 3
const CLOSE = 4
const READ = 5
const OPENDIR = 11
const READDIR = 12
const STAT = 17
const STATUS = 101
const HANDLE = 102
const DATA = 103
const NAME = 104
const ATTRS = 105
const STATUS_END = 1
const FLAG_READ = 1
const PACKET_MOST = 1 << 20

interface Packet {
  readonly type: number
  readonly body: Buffer
}

/**
 * The reading half of SFTP version 3 over an SSH channel. It has no words for writing, and names stay bytes: libraries decode them as UTF-8, after which a file
 * named in GBK or CP949 can be neither told nor opened.
 */
export class SftpReader {
  readonly #channel: Duplex
  readonly #waiting = new Map<number, { done: (packet: Packet) => void; fail: (error: Error) => void }>()
  #held: Buffer = Buffer.alloc(0)
  #next = 1
  #started: ((version: number) => void) | undefined
  #failure: Error | undefined

  constructor(channel: Duplex) {
    this.#channel = channel
    channel.on('data', (chunk: Buffer) => this.#take(chunk))
    for (const event of ['close', 'end', 'error'])
      channel.once(event, (error?: Error) => this.#fail(error ?? new Error('the connection was closed')))
  }

  /** Whether the channel has ended: nothing can be asked any more. */
  get isLost(): boolean {
    return this.#failure !== undefined
  }

  /** Agrees on the version. */
  async start(): Promise<void> {
    const version = new Promise<number>((done, fail) => {
      this.#started = done
      this.#waiting.set(0, { done: () => {}, fail })
    })
    this.#send(INIT, u32(3))
    await version
    this.#waiting.delete(0)
  }

  /** Rows of a folder as they come, `.` and `..` among them. */
  async *list(path: Buffer): AsyncGenerator<SftpName> {
    const handle = await this.#handle(OPENDIR, text(path))
    try {
      for (;;) {
        const answer = await this.#ask(READDIR, text(handle))
        if (answer === undefined) return
        yield* namesOf(answer.body)
      }
    } finally {
      await this.#ask(CLOSE, text(handle)).catch(() => {})
    }
  }

  /** Attributes of what a path leads to. */
  async stat(path: Buffer): Promise<SftpAttributes> {
    const answer = await this.#ask(STAT, text(path))
    return answer?.type === ATTRS ? attributesOf(answer.body, 4).attributes : {}
  }

  /** Bytes of a file from `from` on, several requests ahead. */
  async *read(path: Buffer, from: number): AsyncGenerator<Buffer> {
    const handle = await this.#handle(OPEN, text(path), u32(FLAG_READ), u32(0))
    const ahead: { at: number; answer: Promise<Packet | undefined> }[] = []
    let at = from
    const request = (position: number) => {
      const answer = this.#ask(READ, text(handle), u64(position), u32(32_768))
      answer.catch(() => {})
      return { at: position, answer }
    }
    try {
      for (;;) {
        while (ahead.length < 16) {
          ahead.push(request(at))
          at += 32_768
        }
        const next = ahead.shift()
        const packet = await next?.answer
        if (!next || !packet) return
        const data = packet.body.subarray(8, 8 + packet.body.readUInt32BE(4))
        if (data.length > 32_768) throw new Error('more bytes than were asked for')
        yield data
        if (data.length < 32_768) {
          // A short answer is no end: go on where it stopped.
          ahead.length = 0
          at = next.at + data.length
        }
      }
    } finally {
      await this.#ask(CLOSE, text(handle)).catch(() => {})
    }
  }

  async #handle(type: number, ...parts: Buffer[]): Promise<Buffer> {
    const answer = await this.#ask(type, ...parts)
    if (answer?.type !== HANDLE) throw new Error('the server gave no handle')
    return answer.body.subarray(8, 8 + answer.body.readUInt32BE(4))
  }

  /** Sends a request; undefined is the end of a file or folder. @throws SftpStatus. */
  async #ask(type: number, ...parts: Buffer[]): Promise<Packet | undefined> {
    if (this.#failure) throw this.#failure
    const id = this.#next++
    const answer = await new Promise<Packet>((done, fail) => {
      this.#waiting.set(id, { done, fail })
      this.#send(type, u32(id), ...parts)
    })
    if (answer.type !== STATUS) return answer
    const code = answer.body.readUInt32BE(4)
    if (code === 0 || code === STATUS_END) return undefined
    const length = answer.body.length >= 12 ? answer.body.readUInt32BE(8) : 0
    throw new SftpStatus(code, answer.body.subarray(12, 12 + Math.min(length, 300)).toString('utf8') || `status ${code}`)
  }

  #send(type: number, ...parts: Buffer[]): void {
    const body = Buffer.concat([Buffer.from([type]), ...parts])
    this.#channel.write(Buffer.concat([u32(body.length), body]))
  }

  #take(chunk: Buffer): void {
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    while (this.#held.length >= 5 && !this.#failure) {
      const length = this.#held.readUInt32BE(0)
      if (length > PACKET_MOST || length < 1) this.#fail(new Error(`a packet of ${length} bytes`))
      if (this.#held.length < 4 + length) break
      const type = this.#held[4] ?? 0
      const body = this.#held.subarray(5, 4 + length)
      this.#held = this.#held.subarray(4 + length)
      if (type === VERSION) this.#started?.(body.readUInt32BE(0))
      else if ([STATUS, HANDLE, DATA, NAME, ATTRS].includes(type) && body.length >= 8) this.#answer(type, body)
      else this.#fail(new Error(`an answer of unknown type ${type}`))
    }
  }

  #answer(type: number, body: Buffer): void {
    const id = body.readUInt32BE(0)
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    waiting?.done({ type, body: Buffer.from(body) })
  }

  #fail(error: Error): void {
    this.#failure ??= error
    for (const { fail } of this.#waiting.values()) fail(this.#failure)
    this.#waiting.clear()
  }
}

function* namesOf(body: Buffer): Generator<SftpName> {
  const count = body.readUInt32BE(4)
  let at = 8
  for (let n = 0; n < count && at + 8 <= body.length; n++) {
    const length = body.readUInt32BE(at)
    const name = body.subarray(at + 4, at + 4 + length)
    at += 4 + length
    at += 4 + body.readUInt32BE(at) // the long name, as ls writes it
    const { attributes, end } = attributesOf(body, at)
    at = end
    yield { name, attributes }
  }
}

function attributesOf(body: Buffer, from: number): { readonly attributes: SftpAttributes; readonly end: number } {
  const flags = body.readUInt32BE(from)
  const found: { size?: number; mode?: number; modified?: number } = {}
  let at = from + 4
  if (flags & 1) {
    found.size = Number(body.readBigUInt64BE(at))
    at += 8
  }
  if (flags & 2) at += 8
  if (flags & 4) {
    found.mode = body.readUInt32BE(at)
    at += 4
  }
  if (flags & 8) {
    found.modified = body.readUInt32BE(at + 4)
    at += 8
  }
  if (flags & 0x80000000) {
    const extended = body.readUInt32BE(at)
    at += 4
    for (let n = 0; n < 2 * extended; n++) at += 4 + body.readUInt32BE(at)
  }
  return { attributes: found, end: at }
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

function text(bytes: Buffer): Buffer {
  return Buffer.concat([u32(bytes.length), bytes])
}
