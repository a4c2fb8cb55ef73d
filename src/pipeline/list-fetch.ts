import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Effects } from '../base/effects.ts'
import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { httpClient, readBounded, type SourceContext } from '../collect/index.ts'
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

/** A file of a list from a folder, as a fetch would give it. @throws InbetweenError `IBT-NOT-FOUND`. */
export function listFileIn(folder: string, file: string): FetchedFile {
  const path = join(folder, file)
  if (!existsSync(path) || !statSync(path).isFile())
    throw new InbetweenError('IBT-NOT-FOUND', 'no such file of the list', { place: path, hint: `Keep it there as ${file}.` })
  if (statSync(path).size > LIMITS.listBytes)
    throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.listBytes} bytes`, { place: path })
  return { bytes: readFileSync(path), about: { url: `file ${file}`, headers: [] } }
}
