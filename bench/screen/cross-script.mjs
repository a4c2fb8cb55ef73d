// Names in their own writing against the Latin names of the lists: the set is frozen (half by a hash of the pair is held back: only its figure is printed, its rows are never looked at).
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, rowsOf } from './lists.mjs'

const SCRIPTS = ['Han', 'Hangul', 'Arabic', 'Cyrillic']
const TESTS = SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')])

/** Pairs of a name in its own writing and a listed name: query, listed names, kind, script, isHeld. */
export function crossScriptPairs(list) {
  const pairs = []
  const put = (query, names, schema) => {
    const script = TESTS.find(([, test]) => test.test(query))?.[0]
    if (script === undefined || names.length === 0) return
    const isHeld = createHash('sha256').update(`${query}|${names[0]}`).digest()[0] % 2 === 1
    pairs.push({ query, names, schema, script, isHeld })
  }
  for (const row of rowsOf('cn', 'opensanctions_cn_sanctions.csv'))
    for (const query of (row['Chinese name'] ?? '').split(/[;；]/).map((one) => one.trim()))
      if (row.Name)
        put(query, [row.Name, ...(row.Alias ?? '').split(';').filter(Boolean)], row.Type === 'Person' ? 'Person' : 'Organization')
  for (const entry of list.entries)
    for (const query of entry.original ?? []) put(query, [entry.name, ...entry.aliases.map((one) => one.name)], entry.schema)
  for (const file of readdirSync(join(ROOT, 'eu', 'journal_sanctions_consolidated')))
    for (const row of rowsOf('eu', 'journal_sanctions_consolidated', file))
      for (const query of [row.name, row.alias])
        if (row.name && /[\p{Script=Han}\p{Script=Hangul}]/u.test(query ?? '') && /\p{Script=Latin}/u.test(row.name))
          put(query, [row.name], row.schema === 'Person' ? 'Person' : 'Organization')
  return pairs
}

/** Share of pairs whose listed name is among those of the (at most five) entries that `find(pair)` gives, each as its names; by script and half. */
export function recallAtFive(pairs, find) {
  return SCRIPTS.flatMap((script) =>
    [false, true].flatMap((isHeld) => {
      const some = pairs.filter((pair) => pair.script === script && pair.isHeld === isHeld)
      if (some.length === 0) return []
      const hits = some.filter((pair) => find(pair).some((names) => names.includes(pair.names[0]))).length
      return [{ script, half: isHeld ? 'held' : 'dev', pairs: some.length, hits, recall: hits / some.length }]
    }),
  )
}
