import { InbetweenError } from '../../base/errors.ts'
import { LIMITS } from '../../base/limits.ts'
import { Declined } from '../declined.ts'
import { askRobots } from '../http/ask-robots.ts'
import { type HttpAnswer, type HttpClient, httpClient, readBounded, unpacked } from '../http/client.ts'
import { readIndexJson, readIndexPage } from '../http/index-page.ts'
import { bytesOfUrlStep, joinPath, pathOfBytes } from '../paths.ts'
import type { Connection, Fetched, Listed, Source, SourceContext, SourceFile, SourceFolder } from '../source.ts'

/** Caddy answers in JSON when asked, with exact sizes and times; servers that write HTML only do not mind. */
const ACCEPT_LISTING = 'application/json, text/html;q=0.9, */*;q=0.1'

/** A listing over HTTP or HTTPS, as nginx, Apache, lighttpd, Caddy, Python and their like write it. */
export const http: Source = {
  name: 'http',
  summary:
    'A folder listing over HTTP or HTTPS (nginx, Apache, lighttpd, Caddy, Python http.server and their like), recursive, files as files.',
  isNetwork: true,
  claims: (url) => /^https?:\/\//i.test(url),
  async open(place, context): Promise<Connection> {
    const client = await httpClient(place, context)
    const start = new URL(place.url)
    start.hash = ''
    const { mayAsk, fact } = await askRobots(client, start, place, context)
    return {
      facts: {
        origin: client.origin,
        addresses: client.guarded.all,
        address: client.guarded.address,
        robots: fact,
      },
      list: (folder) => list(client, context, mayAsk, folder, start),
      fetch: (file, from, known) => fetchHttp(client, mayAsk, file, from, known),
      close: client.close,
    }
  },
}

async function* list(
  client: HttpClient,
  context: SourceContext,
  mayAsk: (url: URL) => boolean,
  folder: SourceFolder,
  start: URL,
): AsyncGenerator<Listed> {
  const url = folder.path === '' ? start : new URL(folder.location)
  if (!mayAsk(url)) {
    yield disallowed(folder.path)
    return
  }
  const answer = await client.request('GET', url, { Accept: ACCEPT_LISTING })
  if (answer.status !== 200) {
    answer.body.destroy()
    context.record(answer.exchange)
    throw declined(answer, url)
  }
  const type = answer.header('content-type') ?? ''
  if (!answer.url.pathname.endsWith('/') && !/html|json/.test(type)) {
    answer.body.destroy()
    context.record(answer.exchange)
    yield fileAt(answer.url, folder.path)
    return
  }
  const { bytes, cut } = await readBounded(answer, LIMITS.listingPageBytes)
  const sha256 = context.keep(bytes, 'listing')
  context.record({ ...answer.exchange, sha256, bytes: bytes.length })
  const text = plainText(answer, bytes, url)
  const page = answer.url
  const rows = /json/.test(type) ? readIndexJson(text, page, folder.path) : undefined
  const found = rows ?? pageRows(text, page, folder, answer.header('server') ?? '')
  if (found === undefined) yield* noListing(page, folder)
  else yield* found
  if (cut)
    yield {
      kind: 'problem',
      path: folder.path,
      message: `the listing is longer than ${LIMITS.listingPageBytes} bytes: the rest is unknown`,
      hidesFolder: true,
    }
}

function plainText(answer: HttpAnswer, bytes: Buffer, url: URL): Buffer {
  try {
    return unpacked(answer, bytes, LIMITS.listingPageBytes)
  } catch (cause) {
    throw new Declined('the listing came compressed and cannot be unpacked within its bound', { place: url.href, isFinal: true, cause })
  }
}

function pageRows(text: Buffer, page: URL, folder: SourceFolder, server: string): Listed[] | undefined {
  const { isListing, rows, elsewhere } = readIndexPage(text, page, folder.path, server)
  if (!isListing) return undefined
  if (elsewhere === 0) return [...rows]
  const message = `${elsewhere} links lead to other places (another host, another folder, deeper): counted, not followed`
  return [...rows, { kind: 'problem', path: folder.path, message }]
}

/** A page that lists nothing: at the place itself it is one file; inside a listing the folder's content is hidden behind it. */
function noListing(page: URL, folder: SourceFolder): Listed[] {
  if (folder.path === '' && !page.pathname.endsWith('/')) return [fileAt(page, '')]
  if (folder.path === '')
    throw new InbetweenError('IBT-INPUT', 'the address answers with a page that lists no files', {
      place: page.href,
      hint: 'Name the address of a folder listing, or of one file.',
    })
  const message = 'the server shows a page instead of a listing: what the folder holds is unknown'
  return [{ kind: 'problem', path: folder.path, message, hidesFolder: true }]
}

function fileAt(url: URL, path: string): SourceFile {
  const last = url.pathname.split('/').at(-1) ?? ''
  const name = bytesOfUrlStep(last)
  return { kind: 'file', path: joinPath(path, pathOfBytes(name)), location: url.href }
}

function disallowed(path: string): Listed {
  const message = 'robots.txt asks not to look here: left out; --robots record looks all the same and records that it did'
  return { kind: 'problem', path, message, hidesFolder: true }
}

/** Fetches over a client's origin: a range where `from` is given and the file is still the same, a conditional request where `known` is. */
export async function fetchHttp(
  client: HttpClient,
  mayAsk: (url: URL) => boolean,
  file: SourceFile,
  from: number,
  known: { readonly version?: string; readonly modifiedMs?: number } | undefined,
): Promise<Fetched | undefined> {
  const url = new URL(file.location)
  if (!mayAsk(url)) throw new Declined('robots.txt asks not to fetch it', { place: url.href, isFinal: true })
  const answer = await client.request('GET', url, conditions(from, known))
  const { status } = answer
  if (status === 304 && known !== undefined && from === 0) {
    answer.body.resume()
    return undefined
  }
  const range = status === 206 ? /^bytes (\d+)-\d+\/(\d+)$/.exec(answer.header('content-range') ?? '') : null
  if (status === 416 || (status === 206 && Number(range?.[1]) !== from)) {
    answer.body.destroy()
    return fetchHttp(client, mayAsk, file, 0, undefined)
  }
  if (status !== 200 && status !== 206) {
    answer.body.destroy()
    throw declined(answer, url)
  }
  const length = answer.header('content-length')
  const total = range?.[2] ?? length
  const modified = Date.parse(answer.header('last-modified') ?? '')
  const version = answer.header('etag')
  return {
    body: answer.body,
    from: status === 206 ? from : 0,
    ...(total !== undefined && /^\d{1,15}$/.test(total) ? { bytes: Number(total) } : {}),
    ...(Number.isNaN(modified) ? {} : { modifiedMs: modified }),
    ...(version === undefined ? {} : { version }),
    exchange: answer.exchange,
  }
}

function conditions(from: number, known: { readonly version?: string; readonly modifiedMs?: number } | undefined): Record<string, string> {
  const date = known?.modifiedMs === undefined ? undefined : new Date(known.modifiedMs).toUTCString()
  if (from > 0) {
    // Only a strong tag or a date can say that the rest belongs to the beginning (RFC 9110 13.1.5).
    const same = known?.version !== undefined && !known.version.startsWith('W/') ? known.version : date
    return same === undefined ? {} : { Range: `bytes=${from}-`, 'If-Range': same }
  }
  if (known?.version !== undefined) return { 'If-None-Match': known.version }
  return date === undefined ? {} : { 'If-Modified-Since': date }
}

/** What an answer other than the file means. 401 and 403 are final: nobody was invited. */
export function declined(answer: HttpAnswer, url: URL): Declined {
  const { status } = answer
  const isBusy = status === 429 || status >= 500
  const wait = Number(answer.header('retry-after'))
  const words =
    status === 401 || status === 403
      ? `HTTP ${status}: access is not given, and is not asked for again`
      : status === 404 || status === 410
        ? `HTTP ${status}: not there any more`
        : `HTTP ${status}`
  return new Declined(words, {
    place: url.href,
    isFinal: !isBusy,
    ...(isBusy && Number.isFinite(wait) && wait >= 0 ? { waitMs: wait * 1000 } : {}),
    ...(status === 401 ? { hint: 'Where you were given access, state the basis and use --auth-file.' } : {}),
  })
}
