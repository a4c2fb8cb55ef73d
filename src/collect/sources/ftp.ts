import { isIP, isIPv4 } from 'node:net'
import { PassThrough, Writable } from 'node:stream'
import { TLSSocket } from 'node:tls'
import type { Client, FileInfo } from 'basic-ftp'
import { InbetweenError } from '../../base/errors.ts'
import { lazily } from '../../base/lazily.ts'
import { LIMITS } from '../../base/limits.ts'
import { isoInstant } from '../../base/time.ts'
import { Declined } from '../declined.ts'
import { type Guarded, guardAddress } from '../http/address-guard.ts'
import { chainOf } from '../http/client.ts'
import { watched } from '../http/watched.ts'
import { bytesOfPath, bytesOfUrlStep, joinPath, pathOfBytes } from '../paths.ts'
import type { Connection, Exchange, Fetched, Listed, Place, Source, SourceContext, SourceFile, SourceFolder } from '../source.ts'

const library = lazily<typeof import('basic-ftp')>('basic-ftp')

/** Stand for line ends inside a name while the library looks for those between rows; bytes read as latin1 never hold them. */
const HELD_CR = '\u240d'
const HELD_LF = '\u240a'
const LINE_END = 'a line end in its name: FTP cannot ask for it'

/** FTP, and FTPS with explicit TLS. Names travel as bytes; anonymous access is a login and recorded as one. */
export const ftp: Source = {
  name: 'ftp',
  summary: 'FTP and FTPS (explicit TLS), passive: MLSD where the server offers it, else LIST with times kept as the server writes them.',
  isNetwork: true,
  claims: (url) => /^ftps?:\/\//i.test(url),
  async open(place, context): Promise<Connection> {
    const url = new URL(place.url)
    const guarded = await guardAddress(url.hostname, place)
    const session = new Session(place, url, guarded, context)
    await session.client()
    const base = bytesOfUrlStep(url.pathname.replace(/\/+$/, ''))
    return {
      facts: { address: guarded.address, addresses: guarded.all, ...session.facts },
      list: (folder) => list(session, folder, base),
      fetch: (file, from) => fetchFtp(session, file, from, base),
      close: async () => session.close(),
    }
  },
}

/** A control connection that is opened again when it was lost. Only commands that read are ever sent on it. */
class Session {
  readonly facts: Record<string, unknown> = {}
  readonly context: SourceContext
  readonly #place: Place
  readonly #url: URL
  readonly #guarded: Guarded
  #client: Client | undefined
  #peer: string | undefined
  #hasMdtm = false
  /** Bytes of the listing that was read last. */
  raw = ''
  /** Rows of it that nothing could be made of. */
  unread = 0
  /** The transfer under way; one that was left in the middle takes the connection with it. */
  transfer: PassThrough | undefined

  constructor(place: Place, url: URL, guarded: Guarded, context: SourceContext) {
    this.#place = place
    this.#url = url
    this.#guarded = guarded
    this.context = context
  }

  get hasMdtm(): boolean {
    return this.#hasMdtm
  }

  /** The open connection. @throws InbetweenError `IBT-UNREACHABLE`; Declined when the login is refused. */
  async client(): Promise<Client> {
    if (this.transfer && !this.transfer.readableEnded) this.#client?.close()
    this.transfer = undefined
    if (this.#client && !this.#client.closed) return this.#client
    const client = new (library().Client)(LIMITS.answerMs, { allowSeparateTransferHost: false, maxListingBytes: LIMITS.listingPageBytes })
    // Bytes go through as they are: a name is whatever the server sent.
    client.ftp.encoding = 'latin1'
    stayWithHost(client)
    const parse = client.parseList
    client.parseList = (raw) => {
      this.raw = raw
      return this.#rows(raw, parse, client.availableListCommands[0] === 'MLSD')
    }
    try {
      await this.context.turn()
      await this.#enter(client)
    } catch (cause) {
      client.close()
      throw asAnswer(cause, this.#place.url)
    }
    this.#client = client
    return client
  }

  async #enter(client: Client): Promise<void> {
    const { auth, acceptCertificate } = this.#place
    const welcome = await client.connect(this.#guarded.address, Number(this.#url.port || 21))
    if (this.#url.protocol === 'ftps:') {
      const host = this.#url.hostname.replace(/^\[|\]$/g, '')
      // TLS has no server name that is an address (RFC 6066, 3).
      await client.useTLS({ ...(isIP(host) ? {} : { servername: host }), host, rejectUnauthorized: acceptCertificate !== true })
      const { socket } = client.ftp
      if (socket instanceof TLSSocket) this.#peer = this.context.keep(Buffer.from(chainOf(socket)), 'certificate chain')
    }
    await client.login(auth?.user ?? 'anonymous', auth?.password ?? 'anonymous@')
    const features = await client.features()
    this.#hasMdtm = features.has('MDTM')
    await client.send('TYPE I')
    if (client.ftp.hasTLS) {
      await client.sendIgnoringError('PBSZ 0')
      await client.sendIgnoringError('PROT P')
    }
    if (features.has('MLST')) client.availableListCommands = ['MLSD']
    else client.availableListCommands = ['LIST -a', 'LIST']
    const login = auth?.user === undefined ? 'anonymous' : 'credentials of a file'
    Object.assign(this.facts, { login, banner: welcome.message.slice(0, 1000), features: [...features.keys()].slice(0, 100) })
    if (this.#peer !== undefined) this.facts.certificate = this.#peer
  }

  #rows(raw: string, parse: Client['parseList'], isExact: boolean): FileInfo[] {
    const lines = linesOf(raw, isExact)
    let rows: FileInfo[]
    try {
      rows = parse(lines.join('\n'))
    } catch (cause) {
      throw new Declined('the listing is in a form that is not known', { place: this.#place.url, isFinal: true, cause })
    }
    // MLSD says of each row what it is; rows that are no entries (the folder itself) are left out rightly.
    this.unread = isExact ? 0 : lines.filter((line) => !/(?:^|\s)\.\.?$/.test(line)).length - rows.length
    return rows
  }

  /** An exchange that has just begun. */
  exchange(request: string): Exchange {
    return {
      at: isoInstant(this.context.effects.now()),
      request,
      address: this.#guarded.address,
      status: 'opened',
      headers: [],
      ...(this.#peer === undefined ? {} : { peer: this.#peer }),
    }
  }

  close(): void {
    this.#client?.close()
  }
}

async function* list(session: Session, folder: SourceFolder, base: Buffer): AsyncGenerator<Listed> {
  const client = await session.client()
  await session.context.turn()
  const place = placeOf(base, folder.path)
  const exchange = session.exchange(`CWD and ${client.availableListCommands[0]} ${folder.path || '/'}`)
  let rows: FileInfo[]
  try {
    // A path given to LIST is a pattern for many servers; the folder itself is not.
    await client.cd(place === '' ? '/' : place)
    rows = await client.list()
  } catch (cause) {
    throw asAnswer(cause, folder.path)
  }
  const raw = Buffer.from(session.raw, 'latin1')
  session.context.record({ ...exchange, status: '226', sha256: session.context.keep(raw, 'listing'), bytes: raw.length })
  const isExact = client.availableListCommands[0] === 'MLSD'
  for (const row of rows) {
    if (row.name === '.' || row.name === '..') continue
    const name = row.name.replaceAll(HELD_CR, '\r').replaceAll(HELD_LF, '\n')
    const path = joinPath(folder.path, pathOfBytes(Buffer.from(name, 'latin1')))
    if (/[\r\n]/.test(name)) yield { kind: 'problem', path, message: LINE_END, hidesFolder: true }
    else if (row.type === library().FileType.Directory) yield { kind: 'folder', path, location: path }
    else if (row.type === library().FileType.File)
      yield {
        kind: 'file',
        path,
        location: path,
        bytes: row.size,
        listed: `${row.rawModifiedAt} ${row.size}`,
        ...(isExact && row.modifiedAt ? { modifiedMs: row.modifiedAt.getTime() } : {}),
      }
    else
      yield {
        kind: 'problem',
        path,
        message: row.isSymbolicLink ? 'a symbolic link: named, not followed' : 'not a regular file: named, not read',
      }
  }
  if (session.unread > 0)
    yield { kind: 'problem', path: folder.path, message: `rows of the listing that cannot be read: ${session.unread}`, hidesFolder: true }
}

/** Rows of a listing, line ends inside names held. What ends the last row ends every row: a name cannot change that. */
function linesOf(raw: string, isExact: boolean): string[] {
  const end = raw.endsWith('\r\n') ? '\r\n' : '\n'
  const lines = raw
    .replace(/^total \d+\r?\n/, '')
    .split(end)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replaceAll('\r', HELD_CR).replaceAll('\n', HELD_LF))
  // The library takes devices for files; as pipes they are named and not read.
  return isExact ? lines : lines.map((line) => line.replace(/^([ \d]*)[bc](?=[r-][w-])/, '$1p'))
}

/** A server that names another host for data is not followed there: the port is asked of the host that was guarded. */
function stayWithHost(client: Client): void {
  const request = client.ftp.request.bind(client.ftp)
  client.ftp.request = async (command) => {
    const answer = await request(command)
    const host = client.ftp.socket.remoteAddress?.replace(/^::ffff:/i, '') ?? ''
    if (command !== 'PASV' || !isIPv4(host)) return answer
    return { ...answer, message: answer.message.replace(/\d+,\d+,\d+,\d+(?=,\d+,\d+)/, host.replaceAll('.', ',')) }
  }
}

async function fetchFtp(session: Session, file: SourceFile, from: number, base: Buffer): Promise<Fetched> {
  const client = await session.client()
  const place = placeOf(base, file.location)
  const modified = session.hasMdtm ? await modifiedAt(session, client, place) : undefined
  await session.context.turn()
  const body = new PassThrough({ highWaterMark: 256 * 1024 })
  const exchange: { -readonly [K in keyof Exchange]: Exchange[K] } = session.exchange(
    `RETR ${file.location}${from > 0 ? ` from ${from}` : ''}`,
  )
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      if (body.write(chunk)) done()
      else body.once('drain', done)
    },
  })
  session.transfer = body
  // Whoever reads is told by the body itself; after it was left, nobody is.
  body.on('error', () => {})
  client.downloadTo(sink, place, from).then(
    (answer) => {
      exchange.status = String(answer.code)
      body.end()
    },
    (cause: unknown) => body.destroy(asAnswer(cause, file.path)),
  )
  return {
    body: watched(body),
    from,
    ...(file.bytes === undefined ? {} : { bytes: file.bytes }),
    ...(modified === undefined ? {} : { modifiedMs: modified }),
    exchange,
  }
}

/** The time of MDTM, which is UTC (RFC 3659); undefined when the server has none. */
async function modifiedAt(session: Session, client: Client, place: string): Promise<number | undefined> {
  await session.context.turn()
  try {
    return (await client.lastMod(place)).getTime()
  } catch (cause) {
    if (cause instanceof library().FTPError) return undefined
    throw asAnswer(cause, place)
  }
}

/** The bytes of a path on the server, each as one character, as the control connection sends them. */
function placeOf(base: Buffer, path: string): string {
  const steps = path === '' ? [] : path.split('/').map((step) => bytesOfPath(step).toString('latin1'))
  const place = [base.toString('latin1'), ...steps].join('/')
  if (/[\r\n\0]/.test(place)) throw new Declined(LINE_END, { place: path, isFinal: true })
  return place
}

function asAnswer(cause: unknown, place: string): InbetweenError {
  if (cause instanceof InbetweenError) return cause
  if (cause instanceof library().FTPError && cause.code > 0) {
    const isFinal = cause.code >= 500
    const words = cause.code === 530 ? 'the login was refused, and is not tried again' : cause.message
    return new Declined(words, {
      place,
      isFinal,
      cause,
      ...(cause.code === 530 ? { hint: 'Where you were given access, use --auth-file.' } : {}),
    })
  }
  const error = cause instanceof Error ? cause : new Error(String(cause))
  return new InbetweenError(
    'IBT-UNREACHABLE',
    `no usable answer (${'code' in error && error.code !== 0 ? String(error.code) : error.message})`,
    {
      place,
      hint: 'The visit is sealed as missed; run the same command again later.',
      cause,
    },
  )
}
