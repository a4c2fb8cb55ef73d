import { Parser } from 'htmlparser2'
import { LIMITS } from '../../base/limits.ts'
import { bytesOfUrlStep, joinPath, pathOfBytes } from '../paths.ts'
import type { Listed } from '../source.ts'

/** Words by which servers head a listing: nginx, Apache, lighttpd (`Index of`), Python, Tomcat, Jetty, IIS. */
const HEADING = /index of|directory listing|directory: \/|listing of|to parent directory/i
/** Anchors that sort a listing: Apache `?C=N;O=D`, Caddy `?sort=`. */
const SORTING = /^[^?]*\?(?:C=[NMSD]|sort=)/
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const CHUNK_CHARS = 64 * 1024

/** What a page turned out to be. */
export interface IndexPage {
  /** False: a page of a site, not a listing. */
  readonly isListing: boolean
  readonly rows: readonly Listed[]
  /** Links that lead elsewhere: to other hosts, up, or deeper than one step. They are counted, never followed. */
  readonly elsewhere: number
}

/** Reads a listing as nginx, Apache, lighttpd, Caddy, Python and their like write it. `page` is its URL; `path` the folder's path in the source. */
export function readIndexPage(html: Buffer, page: URL, path: string, server: string): IndexPage {
  const rows = new Map<string, Listed>()
  let elsewhere = 0
  let heading = ''
  let sorts = 0
  let hasParent = false
  for (const link of linksOf(html, (text) => {
    if (heading.length < 4096) heading += `${text} `
  })) {
    if (SORTING.test(link.href)) sorts++
    const child = childOf(link.href, page, server)
    if (child === 'parent') hasParent = true
    else if (child === undefined) elsewhere++
    else if (child !== 'self') {
      const row = rowOf(child, joinPath(path, pathOfBytes(child.name)), link.about)
      if (!rows.has(row.path)) rows.set(row.path, row)
    }
  }
  const isListing = HEADING.test(heading) || sorts > 0 || (hasParent && rows.size > 0)
  return { isListing, rows: [...rows.values()], elsewhere }
}

/** Reads a listing in JSON: nginx (`name`, `type`, `mtime`, `size`) and Caddy (`url`, `is_dir`, `mod_time`, `is_symlink`). Undefined when it is none. */
export function readIndexJson(json: Buffer, page: URL, path: string): readonly Listed[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(json.toString('latin1'))
  } catch {
    return undefined
  }
  if (!Array.isArray(value)) return undefined
  const rows: Listed[] = []
  for (const item of value as unknown[]) {
    if (typeof item !== 'object' || item === null) return undefined
    const { name, type, url, mtime, mod_time, size, is_dir, is_symlink } = item as Record<string, unknown>
    if (typeof name !== 'string') return undefined
    const isFolder = type === 'directory' || is_dir === true
    const href = typeof url === 'string' ? url : `./${stepEncoded(bytesOfText(name))}${isFolder ? '/' : ''}`
    const child = childOf(href, page, '')
    if (child === undefined || child === 'self' || child === 'parent') continue
    const childPath = joinPath(path, pathOfBytes(child.name))
    if (is_symlink === true) {
      rows.push({ kind: 'problem', path: childPath, message: 'a symbolic link: named, not followed' })
      continue
    }
    const time = typeof mtime === 'string' ? mtime : typeof mod_time === 'string' ? mod_time : ''
    const ms = Date.parse(time)
    if (isFolder) rows.push({ kind: 'folder', path: childPath, location: folderUrl(child.url) })
    else
      rows.push({
        kind: 'file',
        path: childPath,
        location: child.url.href,
        ...(typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? { bytes: size } : {}),
        ...(Number.isNaN(ms) ? {} : { modifiedMs: ms }),
        ...(time === '' ? {} : { listed: `${time} ${String(size)}`.slice(0, 100) }),
      })
  }
  return rows
}

/** The time that a listing writes, as if it were UTC, in epoch milliseconds: good to a day, for `--newest`. */
export function listedTime(listed: string): number | undefined {
  const iso = /(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})/.exec(listed)
  const named = /(\d{1,2})-([A-Z][a-z]{2})-(\d{4}) (\d{2}):(\d{2})/.exec(listed)
  const lighttpd = /(\d{4})-([A-Z][a-z]{2})-(\d{2}) (\d{2}):(\d{2})/.exec(listed)
  const month = (name: string | undefined) => Math.floor(MONTHS.indexOf(name ?? '?') / 3) + 1
  const parts = iso
    ? [iso[1], iso[2], iso[3], iso[4], iso[5]]
    : named
      ? [named[3], month(named[2]), named[1], named[4], named[5]]
      : lighttpd
        ? [lighttpd[1], month(lighttpd[2]), lighttpd[3], lighttpd[4], lighttpd[5]]
        : []
  if (parts.length === 0) return undefined
  const ms = Date.UTC(Number(parts[0]), Number(parts[1]) - 1, Number(parts[2]), Number(parts[3]), Number(parts[4]))
  return Number.isNaN(ms) ? undefined : ms
}

interface Link {
  readonly href: string
  /** The text of its row besides its name. */
  readonly about: string
}

/** The anchors of a page, one after the other, without building a tree. Bytes are read as Latin-1, so that names keep theirs. */
function* linksOf(html: Buffer, onHeading: (text: string) => void): Generator<Link> {
  const ready: Link[] = []
  let open: { href: string; about: string } | undefined
  let before = ''
  let isInAnchor = false
  let isHeading = false
  const close = () => {
    if (open) ready.push({ href: open.href, about: open.about.replace(/[\s\u00a0]+/g, ' ').trim() })
    open = undefined
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'title' || name === 'h1' || name === 'h2') isHeading = true
        if (name === 'a' && attributes.href !== undefined) {
          close()
          open = { href: attributes.href.slice(0, 8192), about: before }
          before = ''
          isInAnchor = true
        } else if (name === 'tr' || name === 'li' || name === 'br') {
          close()
          before = ''
        }
        const stated = attributes['data-order'] ?? attributes.datetime
        if (open && stated !== undefined) open.about += ` ${stated.slice(0, 60)} `
      },
      ontext(text) {
        if (isHeading) onHeading(text)
        if (isInAnchor) {
          if (/to parent directory/i.test(text)) onHeading(text)
        } else if (open && open.about.length < 400) open.about += ` ${text}`
        else if (before.length < 400) before += text
      },
      onclosetag(name) {
        if (name === 'a') isInAnchor = false
        if (name === 'title' || name === 'h1' || name === 'h2') isHeading = false
        if (name === 'tr' || name === 'li' || name === 'table' || name === 'pre') {
          close()
          before = ''
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  const text = html.toString('latin1')
  for (let at = 0; at < text.length; at += CHUNK_CHARS) {
    parser.write(text.slice(at, at + CHUNK_CHARS))
    yield* ready.splice(0)
  }
  parser.end()
  close()
  yield* ready
}

interface Child {
  readonly name: Buffer
  readonly url: URL
  readonly isFolder: boolean
}

/** What a link is to this page: a direct child, the page, its parent, or something else (undefined). */
function childOf(href: string, page: URL, server: string): Child | 'self' | 'parent' | undefined {
  const written = percentEncoded(bytesOfText(href))
  if (!URL.canParse(written, page.href)) return undefined
  const url = new URL(written, page.href)
  if (url.origin !== page.origin) return undefined
  const folder = page.pathname.slice(0, page.pathname.lastIndexOf('/') + 1)
  if (url.pathname === folder || url.pathname === page.pathname) return 'self'
  if (!url.pathname.startsWith(folder)) return folder.startsWith(url.pathname) ? 'parent' : undefined
  const rest = url.pathname.slice(folder.length)
  const isFolder = rest.endsWith('/')
  const step = isFolder ? rest.slice(0, -1) : rest
  if (step === '' || step.includes('/') || url.search !== '') return undefined
  url.hash = ''
  return { name: nameOf(step, server), url, isFolder }
}

function rowOf(child: Child, path: string, about: string): Listed {
  if (child.isFolder) return { kind: 'folder', path, location: folderUrl(child.url) }
  const exact = /(?:^| )(\d{1,15})(?: |$)/.exec(about.replace(/\d{4}-\S+-\d+|\d+-\w{3}-\d{4}|\d{2}:\d{2}(?::\d{2})?/g, '|'))
  const date = /\d{4}-(?:\d{2}|[A-Z][a-z]{2})-\d{2}[ T]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?|\d{1,2}-[A-Z][a-z]{2}-\d{4} \d{2}:\d{2}/.exec(
    about,
  )
  const rounded = /(?:^| )(\d+(?:\.\d+)? ?[KMGT](?:i?B)?)(?: |$)/i.exec(about)
  const size = rounded?.[1] ?? exact?.[1]
  const zoned = date?.[0].endsWith('Z') ? Date.parse(date[0]) : Number.NaN
  const listed = [date?.[0], size].filter((part) => part !== undefined).join(' ')
  return {
    kind: 'file',
    path,
    location: child.url.href,
    ...(rounded === null && exact?.[1] !== undefined ? { bytes: Number(exact[1]) } : {}),
    ...(Number.isNaN(zoned) ? {} : { modifiedMs: zoned }),
    ...(date === null ? {} : { listed }),
  }
}

/** The bytes of one percent-encoded step. Python's http.server writes bytes that are not UTF-8 as surrogates (PEP 383). */
function nameOf(step: string, server: string): Buffer {
  const bytes = bytesOfUrlStep(step)
  if (!/^SimpleHTTP/.test(server)) return bytes
  return Buffer.from(
    bytes
      .toString('latin1')
      .replace(/\xed([\xb2\xb3])([\x80-\xbf])/g, (_, a: string, b: string) =>
        String.fromCharCode(((a.charCodeAt(0) - 0xb2) << 6) | (0x80 + (b.charCodeAt(0) & 0x3f))),
      ),
    'latin1',
  )
}

/** Text read as Latin-1 back to bytes; a character that an entity brought in becomes UTF-8. */
function bytesOfText(text: string): Buffer {
  return /[^\0-\xff]/.test(text)
    ? Buffer.concat([...text].map((c) => Buffer.from(c, c > '\xff' ? 'utf8' : 'latin1')))
    : Buffer.from(text, 'latin1')
}

/** Bytes as they may stand in a URL: those above 0x7f, controls and blanks percent-encoded; what is encoded already stays. */
function percentEncoded(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[^\x21-\x7e]|["<>\\^`{|}]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

/** A name as one step of a URL: everything but letters, digits and `-._~` percent-encoded. */
function stepEncoded(name: Buffer): string {
  return name.toString('latin1').replace(/[^A-Za-z0-9\-._~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

function folderUrl(url: URL): string {
  const folder = new URL(url.href)
  if (!folder.pathname.endsWith('/')) folder.pathname += '/'
  return folder.href
}

/** The longest listing page that is parsed. */
export const PAGE_BYTES = LIMITS.listingPageBytes
