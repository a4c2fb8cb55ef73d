import { compareText, sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import type { ListEdge, ListEntity, ListingDate, ListNumber, ListVersion, Warning } from '../../model/index.ts'
import { foldName, prepareName, wordsOf } from '../../names/index.ts'
import { checkNumber } from '../check-digits.ts'
import type { ListReading, SanctionsList } from '../list.ts'
import { DPRK_ANIMATION_NAME, DPRK_ANIMATION_SOURCE } from '../tables/dprk-animation.ts'
import { withEnds } from './edges.ts'

/** An entry while its rows or elements come in; readers push what they find, in the list's order. */
export interface EntryDraft {
  /** What follows the list's name in the id. */
  readonly key: string
  schema: ListEntity['schema'] | undefined
  readonly names: { readonly name: string; readonly rank: 'main' | 'good' | 'weak' }[]
  readonly programs: string[]
  readonly addresses: string[]
  readonly numbers: { readonly kind: string; readonly number: string; readonly country?: string }[]
  readonly birthDates: string[]
  readonly countries: string[]
  readonly edges: ListEdge[]
  readonly listings: ListingDate[]
  readonly remarks: string[]
  delistedOn: string | undefined
}

/** An empty entry. Without a schema, a legal form in the name makes it a company, else it is an organisation. */
export function newDraft(key: string, schema?: ListEntity['schema']): EntryDraft {
  return {
    key, schema, names: [], programs: [], addresses: [], numbers: [], birthDates: [], countries: [], edges: [], listings: [], remarks: [],
    delistedOn: undefined,
  } // biome-ignore format: one record
}

/** Parts of an address or name in one text; empty parts are left out. */
export function joinParts(parts: readonly (string | undefined)[], separator = ', '): string {
  return parts
    .map((part) => clean(part))
    .filter((part) => part !== '')
    .join(separator)
}

/** One line, trimmed, within the bound of texts of lists. */
function clean(text: string | undefined, maxChars: number = LIMITS.listTextChars): string {
  return (text ?? '')
    .slice(0, maxChars * 2)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxChars)
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Hang', /\p{Script=Hangul}/u],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hani', /\p{Script=Han}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Mymr', /\p{Script=Myanmar}/u],
]

/** ISO 15924 code of the script of a name that has no Latin letter; undefined for Latin and for scripts that are not told. */
export function scriptOf(name: string): string | undefined {
  if (/\p{Script=Latin}/u.test(name)) return undefined
  return SCRIPTS.find(([, letters]) => letters.test(name))?.[0]
}

/** `Company` where the name has a legal form, else `Organization`. */
export function legalSchema(name: string): ListEntity['schema'] {
  return wordsOf(name).join(' ') === foldName(name) ? 'Organization' : 'Company'
}

/**
 * The schema of an entry whose list does not say what it is: a company by its legal form, an organisation by a trade word or digit, else a person, so that what may be a person's name is never matched by
 * the name alone.
 */
export function untoldSchema(name: string): ListEntity['schema'] {
  if (legalSchema(name) === 'Company') return 'Company'
  return /\d/.test(name) || prepareName(name).latin.some(({ kind }) => kind === 'generic') ? 'Organization' : 'Person'
}

/** An entry of a draft; undefined when it has no name that can be compared. */
export function entityOf(list: string, draft: EntryDraft): ListEntity | undefined {
  const names = uniqueBy(
    draft.names.flatMap(({ name, rank }) => {
      const text = clean(name)
      return text === '' || foldName(text) === '' ? [] : [{ name: text, rank }]
    }),
    ({ name }) => name,
  )
  const main = names.find(({ rank }) => rank === 'main') ?? names.find(({ rank }) => rank === 'good') ?? names[0]
  if (!main) return undefined
  const aliases = names.flatMap((alias) => {
    if (alias.name === main.name) return []
    const script = scriptOf(alias.name)
    return [{ name: alias.name, weak: alias.rank === 'weak', ...(script === undefined ? {} : { script }) }]
  })
  const numbers = uniqueBy(draft.numbers.map(numberOf), textOfNumber).filter(({ number }) => number !== '')
  const listings = uniqueBy(draft.listings, ({ on, source }) => `${on} ${source}`).sort((a, b) => compareText(a.on, b.on))
  const dates = [...new Set(listings.map(({ on }) => on))]
  const some = <T>(name: string, values: readonly T[]) => (values.length === 0 ? {} : { [name]: values.slice(0, LIMITS.listAliases) })
  return {
    id: `${list}-${safeKey(draft.key)}`,
    name: main.name,
    schema: draft.schema ?? legalSchema(main.name),
    list,
    programs: texts(draft.programs),
    aliases: aliases.slice(0, LIMITS.listAliases),
    addresses: texts(draft.addresses),
    identifiers: numbers.map(textOfNumber).slice(0, LIMITS.listAliases),
    remarks: clean(draft.remarks.join('; '), LIMITS.listRemarksChars),
    ...(dates[0] === undefined || dates[0].length < 7 ? {} : { listedOn: dates[0] }),
    ...(isLent(listings) ? { datesFrom: DPRK_ANIMATION_NAME } : {}),
    ...(draft.delistedOn === undefined ? {} : { delistedOn: draft.delistedOn }),
    ...some('birthDates', [...new Set(draft.birthDates)]),
    ...some('countries', texts(draft.countries)),
    ...some('numbers', numbers),
    ...some(
      'edges',
      draft.edges.map(({ to, ...edge }) => ({ ...edge, to: clean(to) })).filter(({ to }) => to !== ''),
    ),
    ...some('listings', dates.length > 1 ? listings : []),
  }
}

/** Whether the first day comes from the table of the program alone, and the list itself states none. */
function isLent(listings: readonly ListingDate[]): boolean {
  const first = listings.filter(({ on }) => on === listings[0]?.on)
  return first.length > 0 && first.every(({ source }) => source === DPRK_ANIMATION_SOURCE)
}

/** A number with the answer of its check digit. */
export function numberOf(given: { readonly kind: string; readonly number: string; readonly country?: string }): ListNumber {
  const [kind, number, country] = [clean(given.kind), clean(given.number), clean(given.country)]
  return { kind, number, ...(country === '' ? {} : { country }), isValid: checkNumber(kind, number, country) }
}

function textOfNumber({ kind, number, country }: ListNumber): string {
  return `${kind} ${number}${country === undefined ? '' : ` (${country})`}`.trim()
}

/**
 * A list of drafts: entries in the order of their ids, each id once; edges find the entry that alone bears the name they point to. The version is the stated day with a hash of the files.
 */
export function listOf(
  about: Pick<ListVersion, 'name' | 'kind'> & { readonly date?: string | undefined },
  drafts: Iterable<EntryDraft>,
  files: ReadonlyMap<string, Uint8Array>,
  warnings: Warning[],
): SanctionsList {
  const { name, kind, date } = about
  const entries: ListEntity[] = []
  const ids = new Map<string, number>()
  let nameless = 0
  for (const draft of drafts) {
    const entity = entityOf(name, draft)
    if (!entity) nameless++
    else if (entries.length >= LIMITS.listEntries) {
      warnings.push({ code: 'list-limit', message: `${name}: more than ${LIMITS.listEntries} entries; the rest is not read` })
      break
    } else {
      const again = ids.get(entity.id) ?? 0
      ids.set(entity.id, again + 1)
      entries.push(again === 0 ? entity : { ...entity, id: `${entity.id}.${again + 1}` })
    }
  }
  if (nameless > 0) warnings.push({ code: 'list-row', message: `${name}: ${nameless} entries have no name that can be compared; not used` })
  entries.sort((a, b) => compareText(a.id, b.id))
  const hash = sha256Hex(
    [...files.values()]
      .map((bytes) => sha256Hex(bytes))
      .sort()
      .join('\n'),
  ).slice(0, 12)
  const version = date === undefined ? `sha256-${hash}` : `${date} (sha256-${hash})`
  return { name, kind, version, entities: entries.length, ...(date === undefined ? {} : { date }), entries: withEnds(entries) }
}

/** What files of one list gave, for a format that holds one list. */
export function oneList(
  about: Parameters<typeof listOf>[0],
  drafts: Iterable<EntryDraft>,
  files: ReadonlyMap<string, Uint8Array>,
  warnings: Warning[],
  isWhole: boolean,
): ListReading {
  return { name: about.name, lists: [listOf(about, drafts, files, warnings)], warnings, isWhole }
}

/** The draft under a key, made when its first row is met. */
export function draftUnder(drafts: Map<string, EntryDraft>, key: string, make: () => EntryDraft): EntryDraft {
  const draft = drafts.get(key) ?? make()
  drafts.set(key, draft)
  return draft
}

/** A key of letters, digits, `.`, `_` and `-`, at most 80; other characters become a hash behind what is left. */
function safeKey(key: string): string {
  const safe = key.replace(/[^A-Za-z0-9._-]+/g, '').slice(0, 80)
  return safe === key && safe !== '' ? safe : `${safe.slice(0, 40)}${safe === '' ? '' : '.'}${sha256Hex(key).slice(0, 10)}`
}

function texts(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => clean(value)))].filter((value) => value !== '').slice(0, LIMITS.listAliases)
}

function uniqueBy<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  const seen = new Map<string, T>()
  for (const value of values) if (!seen.has(keyOf(value))) seen.set(keyOf(value), value)
  return [...seen.values()]
}
