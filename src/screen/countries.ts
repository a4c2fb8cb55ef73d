import type { ListEntity } from '../model/index.ts'
import { wordsOf } from '../names/index.ts'
import type { FactAgreement } from './identifiers.ts'
import { COUNTRY_NAMES, ONE_PLACE } from './tables/countries.ts'

const key = (name: string) => wordsOf(name).join(' ')
const CODES: ReadonlyMap<string, string> = new Map(
  COUNTRY_NAMES.flatMap(([code, names]) => names.split('|').map((name) => [key(name), code] as const)),
)
const KNOWN: ReadonlySet<string> = new Set(COUNTRY_NAMES.map(([code]) => code))
const PLACE_OF: ReadonlyMap<string, string> = new Map(ONE_PLACE.flatMap((codes) => codes.map((code) => [code, codes[0] ?? code] as const)))

/** The ISO 3166-1 alpha-2 code of a country's name or code; undefined for names of none, and of two (`Korea`). */
export function countryCodeOf(text: string): string | undefined {
  const upper = text.trim().toUpperCase()
  if (upper.length === 2 && KNOWN.has(upper)) return upper
  return CODES.get(key(text))
}

/** Countries that an entry names: its own, those of its documents, and those that end its addresses. */
function countriesOf({ countries = [], numbers = [], addresses }: ListEntity): string[] {
  const ends = addresses.flatMap((address) => {
    const parts = address.split(',')
    return [parts.slice(-2).join(','), parts.at(-1) ?? '']
  })
  return [...countries, ...numbers.flatMap(({ country }) => country ?? []), ...ends]
}

/** Whether countries agree with an entry's; nothing when one side names none that is known. Places of which two states or lists write differently (`Hong Kong`, `China`) do not contradict each other. */
export function countryAgreement(asked: readonly string[], entity: ListEntity): FactAgreement[] {
  if (asked.length === 0) return []
  const coded = (names: readonly string[]) =>
    new Map(names.flatMap((name) => (countryCodeOf(name) === undefined ? [] : [[countryCodeOf(name) ?? '', name.trim()] as const])))
  const [ours, theirs] = [coded(asked), coded(countriesOf(entity))]
  if (ours.size === 0 || theirs.size === 0) return []
  const query = [...ours.values()].join(', ')
  for (const code of ours.keys()) {
    const same = theirs.get(code)
    if (same !== undefined) return [{ feature: 'country', agrees: true, query, candidate: same }]
  }
  const place = (code: string) => PLACE_OF.get(code) ?? code
  const places = new Set([...theirs.keys()].map(place))
  if ([...ours.keys()].some((code) => places.has(place(code)))) return []
  return [{ feature: 'country', agrees: false, query, candidate: [...theirs.values()].join(', ') }]
}
