import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Effects } from '../base/effects.ts'
import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { httpClient, readBounded, type SourceContext } from '../collect/index.ts'
import { formatOf, LISTS, readLists } from '../screen/index.ts'
import { TOOL_VERSION } from './case-folder.ts'
import type { StoredFile } from './list-store.ts'

/** A file of a list as it was answered; `unchanged` when the server says that it is the one we have. */
export type FetchedFile =
  | 'unchanged'
  | { readonly bytes: Uint8Array; readonly about: Pick<StoredFile, 'url' | 'etag' | 'lastModified' | 'headers'> }

/**
 * Fetches one file of a list over HTTP, asking only for what changed since `known`. Redirects are followed to the origin itself and to hosts that `leadsTo` names (`.un.org` means its sub-domains), nowhere else.
 * A file shorter than its Content-Length is an error.
 * @throws InbetweenError `IBT-UNREACHABLE`, `IBT-REFUSED`.
 */
export async function fetchListFile(
  url: string,
  known: StoredFile | undefined,
  leadsTo: readonly string[],
  effects: Effects,
): Promise<FetchedFile> {
  const start = new URL(url)
  for (let at = start, step = 0; step <= LIMITS.redirects; step++) {
    const context: SourceContext = { effects, keep: () => '', keepFile: () => '', record: () => {}, turn: async () => {} }
    const client = await httpClient({ url: at.origin, rate: 1, userAgent: `inbetween/${TOOL_VERSION}` }, context, { givesRedirects: true })
    try {
      const isSame = known !== undefined && known.url === url
      const headers = {
        ...(isSame && known.etag !== undefined ? { 'If-None-Match': known.etag } : {}),
        ...(isSame && known.lastModified !== undefined ? { 'If-Modified-Since': known.lastModified } : {}),
      }
      const answer = await client.request('GET', at, headers)
      const location = answer.header('location')
      if (answer.status === 304) {
        answer.body.destroy()
        return 'unchanged'
      }
      if (answer.status >= 300 && answer.status < 400 && location !== undefined) {
        answer.body.destroy()
        at = redirected(location, at, start, leadsTo)
        continue
      }
      if (answer.status !== 200) {
        answer.body.destroy()
        throw new InbetweenError('IBT-UNREACHABLE', `answered ${answer.status}`, {
          place: url,
          hint: 'The address may have moved: bring the file, or name another address with --from.',
        })
      }
      const { bytes, cut } = await readBounded(answer, LIMITS.listBytes)
      const announced = answer.header('content-length')
      if (cut || (announced !== undefined && Number(announced) !== bytes.length))
        throw new InbetweenError(
          'IBT-UNREACHABLE',
          cut ? `longer than ${LIMITS.listBytes} bytes` : `${bytes.length} bytes came of the ${announced} announced`,
          {
            place: url,
            hint: 'Run the same command again; the state before is kept.',
          },
        )
      const [etag, lastModified] = [answer.header('etag'), answer.header('last-modified')]
      const about = {
        url,
        ...(etag === undefined ? {} : { etag }),
        ...(lastModified === undefined ? {} : { lastModified }),
        headers: answer.exchange.headers,
      }
      return { bytes, about }
    } catch (cause) {
      if (cause instanceof InbetweenError) throw cause
      throw new InbetweenError('IBT-UNREACHABLE', 'the answer ends before it is whole', {
        place: url,
        hint: 'Run the same command again; the state before is kept.',
        cause,
      })
    } finally {
      await client.close()
    }
  }
  throw new InbetweenError('IBT-UNREACHABLE', `redirects more than ${LIMITS.redirects} times`, { place: url })
}

function redirected(location: string, at: URL, start: URL, leadsTo: readonly string[]): URL {
  const target = URL.canParse(location, at.href) ? new URL(location, at.href) : undefined
  const isKnown =
    target !== undefined &&
    (target.origin === start.origin ||
      (target.protocol === 'https:' &&
        leadsTo.some((host) => (host.startsWith('.') ? `.${target.hostname}`.endsWith(host) : target.hostname === host))))
  if (target === undefined || !isKnown)
    throw new InbetweenError('IBT-REFUSED', `leads to ${target?.origin ?? 'no address'}, which is none of its publisher's`, {
      place: start.href,
      hint: 'Fetch the file yourself and bring it: inbetween add list FILE.',
    })
  return target
}

/** Bytes at the start of a file by which its format is told. */
const HEAD_BYTES = 64 * 1024
/** Files of a folder of which the first bytes are looked at. */
const FOLDER_FILES = 2_000
/** The format of tables that people make: it holds no publisher's list, whatever the file is called. */
const OWN_TABLE = 'own-table'

/**
 * The files in a folder, or the one file, that hold a publisher's list in any format that this version knows, told by their bytes, under names that can be stored.
 * @throws InbetweenError `IBT-NOT-FOUND` with what is there instead; `IBT-INPUT` for a file above {@link LIMITS.listBytes}.
 */
export function listFilesIn(place: string, list: string): ReadonlyMap<string, Uint8Array> {
  const stat = statSync(place, { throwIfNoEntry: false })
  if (!stat)
    throw new InbetweenError('IBT-NOT-FOUND', 'no such folder', { place, hint: 'Name the folder that holds the files of the list.' })
  const inside = stat.isDirectory() ? readdirSync(place, { withFileTypes: true }) : []
  const names = inside.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort()
  const paths = stat.isDirectory() ? names.slice(0, FOLDER_FILES).map((name) => join(place, name)) : [place]
  const told = paths.map((path) => ({ path, format: formatOf(basename(path), headIn(path)) }))
  const known = told.filter(({ format }) => format !== undefined && format !== OWN_TABLE)
  // One format after the other, the one that says most first, so that a folder of many lists is never in memory at once.
  for (const { name: format } of LISTS) {
    const group = new Map<string, Uint8Array>()
    for (const { path } of known.filter((each) => each.format === format).slice(0, LIMITS.listFiles)) {
      if (statSync(path).size > LIMITS.listBytes)
        throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.listBytes} bytes`, { place: path })
      group.set(plainName(basename(path), group), readFileSync(path))
    }
    const found = group.size === 0 ? undefined : readLists(group).readings.find(({ name }) => name === list)
    if (found) return found.files
  }
  const there = told.slice(0, LIMITS.listFiles).map(({ path, format }) => `${basename(path)} (${format ?? 'no list that is known'})`)
  throw new InbetweenError(
    'IBT-NOT-FOUND',
    `no file there holds the list ${list}: ${there.slice(0, 5).join(', ') || 'the folder is empty'}`,
    {
      place,
      hint: 'inbetween lists formats names what is read; a table of your own comes with inbetween add list FILE.',
    },
  )
}

function headIn(path: string): Uint8Array {
  const head = Buffer.alloc(HEAD_BYTES)
  const file = openSync(path, 'r')
  try {
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0))
  } finally {
    closeSync(file)
  }
}

/** A file's name as the store can keep it: letters, digits, `.`, `_` and `-`, and none twice. */
function plainName(name: string, taken: ReadonlyMap<string, unknown>): string {
  const plain = `f${name}`.replace(/[^A-Za-z0-9._-]+/g, '-').slice(name.match(/^[A-Za-z0-9]/) ? 1 : 0, 80)
  return taken.has(plain) ? `${taken.size}-${plain}` : plain
}

/** A file of a list from a folder, as a fetch would give it. @throws InbetweenError `IBT-NOT-FOUND`. */
export function listFileIn(folder: string, file: string): FetchedFile {
  const path = join(folder, file)
  if (!existsSync(path) || !statSync(path).isFile())
    throw new InbetweenError('IBT-NOT-FOUND', 'no such file of the list', { place: path, hint: `Keep it there as ${file}.` })
  if (statSync(path).size > LIMITS.listBytes)
    throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.listBytes} bytes`, { place: path })
  return { bytes: readFileSync(path), about: { url: `file ${file}`, headers: [] } }
}
