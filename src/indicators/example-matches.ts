import { z } from 'zod'
import { contentId } from '../base/hash.ts'
import type { Match } from '../model/index.ts'

/** Version of every list that an example loads. */
export const EXAMPLE_LIST_VERSION = '2024-01-01'

/** A match as examples write it: the words, the entry by its name, and the file that they stand in. `list 1` is the first list that an example loads. */
export const exampleMatchSchema = z.strictObject({
  query: z.string(),
  entry: z.string(),
  schema: z.enum(['Company', 'Organization', 'Person']).default('Company'),
  list: z.string().default('list 1'),
  programs: z.array(z.string()).default([]),
  score: z.number().default(1),
  /** Absent for words that stand in no file, such as the holder of a network. */
  path: z.string().optional(),
  basis: z.literal('text').optional(),
})

/** The match of an example, with an entry that bears nothing but its name; its id is made from that name. */
export function matchOf(given: z.output<typeof exampleMatchSchema>, anchors: readonly string[]): Match {
  const { query, entry: name, schema, list, programs, score, basis } = given
  return {
    id: contentId('match', query, name, list),
    query,
    entity: { id: `entry of ${name}`, name, schema, list, programs, aliases: [], addresses: [], identifiers: [], remarks: '' },
    score,
    reasons: [],
    listVersion: EXAMPLE_LIST_VERSION,
    anchors,
    ...(basis === undefined ? {} : { basis }),
  }
}
