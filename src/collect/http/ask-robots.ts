import { LIMITS } from '../../base/limits.ts'
import type { Place, SourceContext } from '../source.ts'
import { type HttpClient, readBounded } from './client.ts'
import { ALL_DISALLOWED, NO_ROBOTS, parseRobots } from './robots.ts'

/** What an origin's robots.txt says, as a question and as a fact of the visit. */
export interface AskedRobots {
  readonly mayAsk: (url: URL) => boolean
  readonly fact: Readonly<Record<string, unknown>>
}

/** Asks for robots.txt before anything else, keeps the answer, and obeys it unless the place says only to record it. */
export async function askRobots(client: HttpClient, start: URL, place: Place, context: SourceContext): Promise<AskedRobots> {
  const answer = await client.request('GET', new URL('/robots.txt', start))
  const { bytes } = await readBounded(answer, LIMITS.answerBytes)
  const sha256 = context.keep(bytes, 'robots.txt')
  context.record({ ...answer.exchange, sha256, bytes: bytes.length })
  const isObeyed = place.robots !== 'record'
  const robots =
    answer.status === 200 ? parseRobots(bytes.toString('utf8'), 'inbetween') : answer.status >= 500 ? ALL_DISALLOWED : NO_ROBOTS
  return {
    mayAsk: (url) => !isObeyed || robots.allows(`${url.pathname}${url.search}`),
    fact: { status: answer.status, rules: robots.rules, sha256, obeyed: isObeyed },
  }
}
