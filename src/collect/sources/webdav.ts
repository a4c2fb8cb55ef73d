import { LIMITS } from '../../base/limits.ts'
import { Declined } from '../declined.ts'
import { askRobots } from '../http/ask-robots.ts'
import { type HttpClient, httpClient, readBounded } from '../http/client.ts'
import { bytesOfUrlStep, joinPath, pathOfBytes } from '../paths.ts'
import type { Connection, Listed, Source, SourceContext, SourceFolder } from '../source.ts'
import { walkXml } from '../xml.ts'
import { declined, fetchHttp } from './http.ts'

const ASKED =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getlastmodified/><getetag/></prop></propfind>'

/** WebDAV (RFC 4918): PROPFIND one level at a time, GET for the bytes. */
export const webdav: Source = {
  name: 'webdav',
  summary: 'WebDAV (webdav://, webdavs:// for TLS): exact sizes, times and tags by PROPFIND, one level at a time.',
  isNetwork: true,
  claims: (url) => /^webdavs?:\/\//i.test(url),
  async open(given, context): Promise<Connection> {
    const place = { ...given, url: given.url.replace(/^webdav/i, 'http') }
    const client = await httpClient(place, context)
    const start = new URL(place.url)
    if (!start.pathname.endsWith('/')) start.pathname += '/'
    const { mayAsk, fact } = await askRobots(client, start, place, context)
    return {
      facts: { origin: client.origin, addresses: client.guarded.all, address: client.guarded.address, robots: fact },
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
  if (!mayAsk(url)) throw new Declined('robots.txt asks not to look here', { place: url.href, isFinal: true })
  const answer = await client.request('PROPFIND', url, { Depth: '1', 'Content-Type': 'application/xml; charset=utf-8' }, ASKED)
  const { bytes, cut } = await readBounded(answer, LIMITS.listingPageBytes)
  context.record({ ...answer.exchange, sha256: context.keep(bytes, 'listing'), bytes: bytes.length })
  if (answer.status !== 207) throw declined(answer, url)
  if (cut) throw new Declined(`the answer is longer than ${LIMITS.listingPageBytes} bytes`, { place: url.href, isFinal: true })
  let resources: Resource[]
  try {
    resources = readMultistatus(bytes)
  } catch (cause) {
    throw new Declined(`the answer is no multistatus: ${cause instanceof Error ? cause.message : ''}`, {
      place: url.href,
      isFinal: true,
      cause,
    })
  }
  let elsewhere = 0
  for (const resource of resources) {
    const row = rowOf(resource, url, folder.path)
    if (row === 'elsewhere') elsewhere++
    else if (row !== 'self') yield row
  }
  if (elsewhere > 0) yield { kind: 'problem', path: folder.path, message: `${elsewhere} links lead to other places: counted, not followed` }
}

interface Resource {
  href: string
  isFolder: boolean
  length?: string
  modified?: string
  etag?: string
}

function readMultistatus(bytes: Buffer): Resource[] {
  const found: Resource[] = []
  let current: Resource | undefined
  let hasRoot = false
  walkXml(bytes, {
    open(name) {
      if (name === 'multistatus') hasRoot = true
      if (name === 'response') current = { href: '', isFolder: false }
      if (name === 'collection' && current) current.isFolder = true
    },
    close(name, text) {
      if (!current) return
      if (name === 'href' && current.href === '') current.href = text.trim()
      else if (name === 'getcontentlength') current.length = text.trim()
      else if (name === 'getlastmodified') current.modified = text.trim()
      else if (name === 'getetag') current.etag = text.trim()
      else if (name === 'response') {
        found.push(current)
        current = undefined
      }
    },
  })
  if (!hasRoot) throw new Error('no multistatus element')
  return found
}

function rowOf(resource: Resource, folder: URL, path: string): Listed | 'self' | 'elsewhere' {
  const { href, isFolder, length = '', modified = '', etag } = resource
  if (!URL.canParse(href, folder.href)) return 'elsewhere'
  const url = new URL(href, folder.href)
  if (url.origin !== folder.origin || !url.pathname.startsWith(folder.pathname))
    return url.href === folder.href.replace(/\/$/, '') ? 'self' : 'elsewhere'
  const rest = url.pathname.slice(folder.pathname.length).replace(/\/$/, '')
  if (rest === '') return 'self'
  if (rest.includes('/')) return 'elsewhere'
  const bytes = bytesOfUrlStep(rest)
  const child = joinPath(path, pathOfBytes(bytes))
  if (isFolder) {
    if (!url.pathname.endsWith('/')) url.pathname += '/'
    return { kind: 'folder', path: child, location: url.href }
  }
  const ms = Date.parse(modified)
  return {
    kind: 'file',
    path: child,
    location: url.href,
    ...(/^\d{1,15}$/.test(length) ? { bytes: Number(length) } : {}),
    ...(Number.isNaN(ms) ? {} : { modifiedMs: ms }),
    ...(modified === '' && length === '' ? {} : { listed: `${modified} ${length}`.slice(0, 100) }),
    ...(etag === undefined ? {} : { version: etag }),
  }
}
