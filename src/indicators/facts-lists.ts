import { compareText } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { CaseRecords, ListEntity, Match } from '../model/index.ts'
import { count, type Fact, type FactCase, known, notTestable, ordered, push, type SomeFacts } from './fact.ts'

/** Forms of one listed name that a sentence quotes. */
const FORMS = 3
/** Entries that the sentence about all of them names. */
const NAMES = 12

/** Facts of lists: what names reach an entry, and which listed companies only texts name. */
export function listFacts(records: CaseRecords): SomeFacts {
  const { lists } = records
  const loaded = { 'lists.loaded': known(lists.length, `${count(lists.length, 'list')} loaded`) }
  if (lists.length > 0) return { ...loaded, ...matchFacts(records), 'names.listed-in-texts': listedInTexts(records) }
  const none = notTestable('no list is loaded')
  return { ...loaded, 'names.list-matches': none, 'names.near': none, 'names.listed-in-texts': none }
}

/** The matches with lists of sanctions. A list is told by its name and version together: a list of one's own can bear any name. */
export function ofSanctions(lists: CaseRecords['lists'], matches: readonly Match[]): Match[] {
  const names = new Set(lists.filter(({ kind }) => kind === 'sanctions').map(({ name, version }) => `${name}\0${version}`))
  return matches.filter(({ entity, listVersion }) => names.has(`${entity.list}\0${listVersion}`))
}

/** Whether an entry is a company or body of the DPRK programmes of the US; places that name one are a fact of their own. */
export function isOfDprk({ schema, programs }: ListEntity): boolean {
  return schema !== 'Person' && programs.some((program) => program.startsWith('DPRK'))
}

/** Whether a company or body stands in words that only a text holds. A person in a text is a match by a second fact beside the name, and is counted like a stated one. */
function isOnlyInText({ entity, basis }: Match): boolean {
  return basis === 'text' && entity.schema !== 'Person'
}

function matchFacts({ lists, matches, near }: CaseRecords): SomeFacts {
  // Export controls and private lists are compared and shown; no rule counts them.
  const counted = ofSanctions(lists, matches).filter((match) => !isOnlyInText(match))
  const below = ofSanctions(lists, near)
  const entities = new Map<string, Match[]>()
  for (const match of counted) push(entities, match.entity.id, match)
  const each = ordered(entities).map(([subject, of]): FactCase => {
    const [best] = [...of].sort((a, b) => b.score - a.score || compareText(a.query, b.query))
    return {
      subject,
      value: best?.score ?? 0,
      anchors: of.flatMap(({ anchors }) => anchors),
      why: `“${best?.query}” compared with ${best?.entity.name} (${subject}): ${best?.score.toFixed(2)}${best?.entity.delistedOn ? `, delisted ${best.entity.delistedOn}` : ''}. A similar name is not identity`,
    }
  })
  return {
    'names.list-matches': known(
      entities.size,
      `${count(entities.size, 'list entry', 'list entries')} at or above the threshold, compared with ${lists
        .filter(({ kind }) => kind === 'sanctions')
        .map(({ name, version }) => `${name} (${version})`)
        .join(', ')}`,
      counted.flatMap(({ anchors }) => anchors),
      each,
    ),
    'names.near': known(
      new Set(below.map(({ entity }) => entity.id)).size,
      `${count(below.length, 'comparison')} just below the threshold`,
    ),
  }
}

/**
 * Companies and bodies of lists of sanctions that only texts of the case name. A text that names one may be a clause, a customer list or news. Entries that a stated name reaches are spoken of there, those of the DPRK programmes by their places; persons are no
 * part of it.
 */
function listedInTexts({ lists, matches, passages, traces, exhibits }: CaseRecords): Fact {
  if (passages.length + traces.length + exhibits.length === 0) return notTestable('neither text nor traces could be read')
  const keyOf = ({ entity }: Match) => `${entity.list}\0${entity.id}`
  const all = ofSanctions(lists, matches)
  const stated = new Set(all.filter((match) => !isOnlyInText(match)).map(keyOf))
  const entities = new Map<string, Match[]>()
  for (const match of all)
    if (isOnlyInText(match) && !stated.has(keyOf(match)) && !isOfDprk(match.entity)) push(entities, match.entity.id, match)
  const each = ordered(entities)
    .slice(0, LIMITS.listedInTexts)
    .map(([subject, of]): FactCase => {
      const anchors = [...new Set(of.flatMap((match) => match.anchors))]
      return { subject, value: anchors.length, anchors, why: namedInTexts(subject, of, anchors) }
    })
  const names = each.slice(0, NAMES).map(({ subject }) => entities.get(subject)?.[0]?.entity.name ?? subject)
  const more = entities.size > names.length ? ` and ${entities.size - names.length} more` : ''
  const cut = entities.size > each.length ? ` (the first ${each.length} are shown one by one)` : ''
  const said =
    entities.size === 0
      ? 'no listed company is named by texts alone'
      : `${count(entities.size, 'listed company', 'listed companies')} that only texts name: ${names.join('; ')}${more}${cut}`
  return known(
    entities.size,
    said,
    each.flatMap(({ anchors }) => anchors),
    each,
  )
}

function namedInTexts(id: string, of: readonly Match[], anchors: readonly string[]): string {
  const forms = [...new Set(of.map(({ query }) => `“${query}”`))].sort(compareText)
  const more = forms.length > FORMS ? ` and ${forms.length - FORMS} other forms` : ''
  const files = new Set(anchors.map((anchor) => anchor.slice(0, anchor.lastIndexOf('!')))).size
  const where = files === 0 ? 'in the name of a network' : `in texts of ${count(files, 'file')}`
  const [first] = of
  const since = first?.entity.listedOn ? `, listed ${first.entity.listedOn}` : ''
  const until = first?.entity.delistedOn ? `, delisted ${first.entity.delistedOn}` : ''
  return `${forms.slice(0, FORMS).join(', ')}${more} ${where}: written as ${first?.entity.name} (${id}${since}${until}) of ${first?.entity.list} (${first?.listVersion}). Such a text may be a clause, a customer list or news; it does not say who wrote it, or that anybody dealt with the company`
}
