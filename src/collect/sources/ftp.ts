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
import { bytesOfPath, joinPath, pathOfBytes } from '../paths.ts'
import type { Connection, Exchange, Fetched, Listed, Place, Source, SourceContext, SourceFile, SourceFolder } from '../source.ts'

const library = lazily<typeof import('basic-ftp')>('basic-ftp')

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
    const base = decodeURIComponent(url.pathname).replace(/\/+$/, '')
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
    // A server that names another host for data is not followed there.
    const client = new (library().Client)(LIMITS.answerMs, { allowSeparateTransferHost: false, maxListingBytes: LIMITS.listingPageBytes })
    // Bytes go through as they are: a name is whatever the server sent.
    client.ftp.encoding = 'latin1'
    const parse = client.parseList
    client.parseList = (raw) => {
      this.raw = raw
      return parse(raw)
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
      await client.useTLS({ servername: this.#url.hostname, host: this.#url.hostname, rejectUnauthorized: acceptCertificate !== true })
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

async function* list(session: Session, folder: SourceFolder, base: string): AsyncGenerator<Listed> {
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
    const path = joinPath(folder.path, pathOfBytes(Buffer.from(row.name, 'latin1')))
    if (row.type === library().FileType.Directory) yield { kind: 'folder', path, location: path }
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
}

async function fetchFtp(session: Session, file: SourceFile, from: number, base: string): Promise<Fetched> {
  const client = await session.client()
  const place = placeOf(base, file.location)
  if (/[\r\n]/.test(place)) throw new Declined('a line end in its name: FTP cannot ask for it', { place: file.path, isFinal: true })
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
function placeOf(base: string, path: string): string {
  const steps = path === '' ? [] : path.split('/').map((step) => bytesOfPath(step).toString('latin1'))
  return [Buffer.from(base).toString('latin1'), ...steps].join('/')
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
