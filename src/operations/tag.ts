import { InbetweenError } from '../base/errors.ts'
import { compareText } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { Exhibit, Tagging } from '../model/index.ts'
import { storeOf, tagsOfCase } from '../pipeline/index.ts'
import { checkMarkName } from '../review/index.ts'
import { caseOf } from './of-case.ts'
import { flag, type Operation, text } from './operation.ts'
import { count, table } from './terminal.ts'

/** Letters of an id or hash that must be given. */
const PREFIX = /^[0-9a-f]{8,64}$/

/** `inbetween tag`. */
export const tag: Operation = {
  name: 'tag',
  summary:
    'Set tags on an exhibit, or take them off; without words, the tags of the case. A tag stands on bytes, so it holds for every copy. `privileged` marks what exports leave out.',
  usage: '[<path, id or sha256> <tag>…]',
  options: {
    remove: { type: 'boolean', summary: 'Take the tags off.' },
    reason: { type: 'string', value: 'TEXT', summary: 'Why; kept in the ledger.' },
  },
  examples: [
    'inbetween tag 2024-01-17/letter.docx privileged --reason "counsel’s letter" -C acme.case',
    'inbetween tag 4f1c9a2b7d10 look-again --remove -C acme.case',
    'inbetween files --tag privileged -C acme.case',
  ],
  async run(input, context) {
    const opened = caseOf(context)
    const [subject, ...names] = input.paths
    const states = tagsOfCase(opened)
    if (subject === undefined) return { case: opened.id, ...overview(states) }
    const tags = [...new Set(names.map((name) => checkMarkName(name, 'tag')))].sort(compareText)
    if (tags.length === 0) throw new InbetweenError('IBT-USAGE', 'which tag?', { hint: `inbetween tag ${subject} privileged` })
    const store = storeOf(opened)
    const exhibits = store.all<Exhibit>('exhibit')
    store.close()
    const chosen = exhibitsNamed(exhibits, subject)
    const isRemoval = flag(input, 'remove')
    const reason = text(input, 'reason')
    const entries = [...chosen.values()].flatMap((exhibit): Tagging[] => {
      const standing = states.get(exhibit.sha256) ?? []
      const changed = tags.filter((name) => standing.includes(name) === isRemoval)
      const { sha256, blob, path } = exhibit
      const action = isRemoval ? 'remove' : 'add'
      return changed.length === 0 ? [] : [{ sha256, blob, name: path, tags: changed, action, ...(reason === undefined ? {} : { reason }) }]
    })
    if (entries.length > 0) opened.append(entries.map((entry) => ({ kind: 'tag', payload: { ...entry } })))
    const now = tagsOfCase(opened)
    const data = [...chosen.values()].map(({ sha256, path }) => ({ sha256, path, tags: now.get(sha256) ?? [] }))
    const copies = exhibits.filter(({ sha256 }) => chosen.has(sha256)).length
    const lines = data.map(({ sha256, path, tags: standing }) => `${sha256.slice(0, 12)}  ${path}: ${standing.join(', ') || 'no tag'}`)
    const said =
      entries.length === 0 ? 'nothing changed' : `${count(entries.length)} entries sealed; ${count(copies)} exhibits hold these bytes`
    return { case: opened.id, data, text: [...lines, said].join('\n') }
  },
}

function overview(states: ReadonlyMap<string, readonly string[]>) {
  const counts = tagCounts(states)
  const data = [...counts].map(([name, files]) => ({ tag: name, files }))
  return { data, text: data.length === 0 ? 'no tags' : table(['tag', 'files'], [...counts]) }
}

/** How many different files bear each tag, in order of tags. */
export function tagCounts(states: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const tags of states.values()) for (const name of tags) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map([...counts].sort(([a], [b]) => compareText(a, b)))
}

/**
 * The exhibits that a word names, one for each bytes: a path, an id or the start of one, a SHA-256 or the start of one. A path that several visits saw with
 * different bytes names all of these. @throws InbetweenError `IBT-NOT-FOUND`, `IBT-INPUT` when the start of a hash names several.
 */
function exhibitsNamed(exhibits: readonly Exhibit[], word: string): ReadonlyMap<string, Exhibit> {
  const byBytes = (of: readonly Exhibit[]) => new Map(of.toReversed().map((exhibit) => [exhibit.sha256, exhibit]))
  let found = byBytes(exhibits.filter(({ path }) => path === word))
  if (found.size === 0 && PREFIX.test(word)) {
    found = byBytes(exhibits.filter(({ id, sha256 }) => id.startsWith(word) || sha256.startsWith(word)))
    if (found.size > 1) throw new InbetweenError('IBT-INPUT', `${found.size} files begin with ${word}`, { hint: 'Give more of the hash.' })
  }
  if (found.size === 0)
    throw new InbetweenError('IBT-NOT-FOUND', 'no exhibit has this path, id or SHA-256', {
      place: word,
      hint:
        exhibits.length === 0
          ? 'The case was not analysed yet: inbetween analyze'
          : 'inbetween files WORD lists exhibits; --json gives ids.',
    })
  if (found.size > LIMITS.taggedAtOnce)
    throw new InbetweenError('IBT-INPUT', `more than ${LIMITS.taggedAtOnce} different files have this path`, {
      place: word,
      hint: 'Name one by its SHA-256.',
    })
  return found
}
