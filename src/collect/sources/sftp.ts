import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Client } from 'ssh2'
import { InbetweenError } from '../../base/errors.ts'
import { LIMITS } from '../../base/limits.ts'
import { isoInstant } from '../../base/time.ts'
import { Declined } from '../declined.ts'
import { guardAddress } from '../http/address-guard.ts'
import { watched } from '../http/watched.ts'
import { bytesOfPath, bytesOfUrlStep, joinPath, pathOfBytes } from '../paths.ts'
import { type SftpAttributes, SftpReader, SftpStatus } from '../sftp-session.ts'
import type { Connection, Exchange, Fetched, Listed, Place, Source, SourceContext, SourceFile, SourceFolder } from '../source.ts'

const FORMAT = 0o170000
const FOLDER = 0o040000
const FILE = 0o100000
const LINK = 0o120000

/** SFTP with credentials that were given; the host key is part of every exchange. */
export const sftp: Source = {
  name: 'sftp',
  summary: 'SFTP over SSH, with a password or key of --auth-file; the host key is kept, names stay bytes.',
  isNetwork: true,
  claims: (url) => /^sftp:\/\//i.test(url),
  async open(place, context): Promise<Connection> {
    const url = new URL(place.url)
    if (place.auth?.user === undefined)
      throw new InbetweenError('IBT-REFUSED', 'SFTP needs a login, and none was given', {
        place: place.url,
        hint: 'Where you were given access, put user: and password: or privateKeyFile: into a file and name it with --auth-file.',
      })
    const guarded = await guardAddress(url.hostname, place)
    const session = new Session(place, url, guarded.address, context)
    await session.reader()
    const base = bytesOfUrlStep(url.pathname.replace(/\/+$/, ''))
    return {
      facts: { address: guarded.address, addresses: guarded.all, ...session.facts },
      list: (folder) => list(session, folder, base),
      fetch: (file, from) => fetchSftp(session, file, from, base),
      close: async () => session.close(),
    }
  },
}

/** An SSH connection with one SFTP channel, opened again when it was lost. */
class Session {
  readonly facts: Record<string, unknown> = {}
  readonly context: SourceContext
  readonly #place: Place
  readonly #url: URL
  readonly #address: string
  #client: Client | undefined
  #reader: SftpReader | undefined
  #hostKey: Buffer | undefined

  constructor(place: Place, url: URL, address: string, context: SourceContext) {
    this.#place = place
    this.#url = url
    this.#address = address
    this.context = context
  }

  /** The open channel. @throws InbetweenError `IBT-UNREACHABLE`, Declined when the login is refused. */
  async reader(): Promise<SftpReader> {
    if (this.#reader && !this.#reader.isLost) return this.#reader
    this.#client?.end()
    await this.context.turn()
    // Loaded when it is needed: most runs never speak SSH.
    const { default: ssh2 } = await import('ssh2')
    const client = new ssh2.Client()
    try {
      const reader = await this.#connect(client)
      await reader.start()
      this.#client = client
      this.#reader = reader
      return reader
    } catch (cause) {
      client.end()
      throw asAnswer(cause, this.#place.url)
    }
  }

  #connect(client: Client): Promise<SftpReader> {
    const { user, password, privateKey } = this.#place.auth ?? {}
    return new Promise((done, fail) => {
      // One that comes after the connection stood ends it; the reader tells.
      client.on('error', fail)
      client.once('ready', () => {
        client.subsys('sftp', (error, channel) => (error ? fail(error) : done(new SftpReader(channel))))
      })
      client.connect({
        host: this.#address,
        port: Number(this.#url.port || 22),
        username: user ?? '',
        readyTimeout: LIMITS.answerMs,
        keepaliveInterval: 10_000,
        tryKeyboard: false,
        ...(password === undefined ? {} : { password }),
        ...(privateKey === undefined ? {} : { privateKey }),
        hostVerifier: (key: Buffer) => this.#sawKey(key),
      })
    })
  }

  /** Keeps the host key of the first connection; another one later is another server. */
  #sawKey(key: Buffer): boolean {
    if (this.#hostKey) return this.#hostKey.equals(key)
    this.#hostKey = Buffer.from(key)
    const fingerprint = createHash('sha256').update(key).digest('base64').replace(/=+$/, '')
    const kept = this.context.keep(this.#hostKey, 'host key')
    Object.assign(this.facts, { hostKey: `SHA256:${fingerprint}`, certificate: kept, login: 'credentials of a file' })
    return true
  }

  exchange(request: string): Exchange {
    const { certificate } = this.facts
    const at = isoInstant(this.context.effects.now())
    return {
      at,
      request,
      address: this.#address,
      status: 'OK',
      headers: [],
      ...(typeof certificate === 'string' ? { peer: certificate } : {}),
    }
  }

  close(): void {
    this.#client?.end()
  }
}

async function* list(session: Session, folder: SourceFolder, base: Buffer): AsyncGenerator<Listed> {
  const reader = await session.reader()
  await session.context.turn()
  const lines: string[] = []
  try {
    for await (const { name, attributes } of reader.list(placeOf(base, folder.path))) {
      const step = pathOfBytes(name)
      if (step === '%2E' || step === '%2E%2E') continue
      lines.push(`${step}\t${attributes.mode?.toString(8) ?? ''}\t${attributes.size ?? ''}\t${attributes.modified ?? ''}`)
      yield rowOf(joinPath(folder.path, step), attributes)
    }
  } catch (cause) {
    throw asAnswer(cause, folder.path)
  }
  const bytes = Buffer.from(`${lines.join('\n')}\n`)
  session.context.record({
    ...session.exchange(`READDIR /${folder.path}`),
    sha256: session.context.keep(bytes, 'listing'),
    bytes: bytes.length,
  })
}

function rowOf(path: string, { mode = 0, size, modified }: SftpAttributes): Listed {
  const type = mode & FORMAT
  if (type === FOLDER) return { kind: 'folder', path, location: path }
  if (type === FILE)
    return {
      kind: 'file',
      path,
      location: path,
      ...(size === undefined ? {} : { bytes: size }),
      ...(modified === undefined ? {} : { modifiedMs: modified * 1000, listed: `${modified} ${size ?? ''}` }),
    }
  return { kind: 'problem', path, message: type === LINK ? 'a symbolic link: named, not followed' : 'not a regular file: named, not read' }
}

async function fetchSftp(session: Session, file: SourceFile, from: number, base: Buffer): Promise<Fetched> {
  const reader = await session.reader()
  await session.context.turn()
  const place = placeOf(base, file.location)
  try {
    const { size, modified } = await reader.stat(place)
    const start = size !== undefined && from <= size ? from : 0
    const body = Readable.from(translated(reader.read(place, start), file.path), { objectMode: false })
    return {
      body: watched(body),
      from: start,
      ...(size === undefined ? {} : { bytes: size }),
      ...(modified === undefined ? {} : { modifiedMs: modified * 1000 }),
      exchange: session.exchange(`OPEN and READ /${file.location}${start > 0 ? ` from ${start}` : ''}`),
    }
  } catch (cause) {
    throw asAnswer(cause, file.path)
  }
}

async function* translated(chunks: AsyncGenerator<Buffer>, place: string): AsyncGenerator<Buffer> {
  try {
    yield* chunks
  } catch (cause) {
    throw asAnswer(cause, place)
  }
}

function placeOf(base: Buffer, path: string): Buffer {
  const steps = path === '' ? [] : path.split('/').flatMap((step) => [Buffer.from('/'), bytesOfPath(step)])
  const whole = Buffer.concat([base, ...steps])
  return whole.length === 0 ? Buffer.from('/') : whole
}

function asAnswer(cause: unknown, place: string): InbetweenError {
  if (cause instanceof InbetweenError) return cause
  if (cause instanceof SftpStatus) return new Declined(`SFTP: ${cause.message}`, { place, isFinal: cause.code <= 4, cause })
  const error = cause instanceof Error ? cause : new Error(String(cause))
  if ('level' in error && error.level === 'client-authentication')
    return new Declined('the login was refused, and is not tried again', { place, isFinal: true, cause })
  return new InbetweenError('IBT-UNREACHABLE', `no usable answer (${error.message})`, {
    place,
    hint: 'The visit is sealed as missed; run the same command again later.',
    cause,
  })
}
