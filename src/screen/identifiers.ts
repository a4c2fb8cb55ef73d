import type { ListEntity } from '../model/index.ts'
import { wordsOf } from '../names/index.ts'
import { checkNumber, isUscc, tellNumber } from './check-digits.ts'
import { countryAgreement } from './countries.ts'

/** What is known of somebody besides a name. */
export interface KnownFacts {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly birthDate?: string
  /** Countries of a person's nationality or a company's register or seat: names or ISO 3166-1 codes. */
  readonly countries?: readonly string[]
  /** Numbers of documents or registers, with or without their labels. */
  readonly identifiers?: readonly string[]
  readonly addresses?: readonly string[]
}

/** A fact besides the name that agrees or disagrees with an entry. */
export interface FactAgreement {
  readonly feature: 'birth-date' | 'birth-year' | 'identifier' | 'address' | 'country'
  readonly agrees: boolean
  readonly query: string
  readonly candidate: string
  /** Of a number: its check digit fails, by its stated or told kind. */
  readonly failsCheck?: true
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Birth dates in remarks (`DOB 06 Apr 1974; alt. DOB 1975`) as `YYYY-MM-DD` or `YYYY`; `circa` and ranges are left out. */
export function birthDatesOf(remarks: string): string[] {
  return [...remarks.matchAll(/\bDOB (?:(\d{1,2}) ([A-Za-z]{3}) )?(\d{4})(?!\s*to)/g)].map(([, day, month = '', year = '']) => {
    const number = MONTHS.indexOf(month.toLowerCase()) + 1
    return day === undefined || number === 0 ? year : `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  })
}

/** Whether a fact tells one bearer of a name from another: a whole birth date, a number or an address does; a year or a country is shared by millions. */
export function isSecondIdentifier({ feature, agrees }: FactAgreement): boolean {
  return agrees && feature !== 'birth-year' && feature !== 'country'
}

/** Letters of a whole day, `YYYY-MM-DD`. */
const WHOLE_DAY = 10

/** Compares birth date, document numbers, addresses and countries with an entry's. Facts that one side lacks give nothing. */
export function compareFacts(known: KnownFacts, entity: ListEntity): FactAgreement[] {
  const found: FactAgreement[] = [...countryAgreement(known.countries ?? [], entity)]
  const dates = entity.birthDates ?? birthDatesOf(entity.remarks)
  if (known.birthDate !== undefined && dates.length > 0) {
    const birthDate = known.birthDate
    const same = dates.find((date) => date === birthDate)
    const possible = same ?? dates.find((date) => birthDate.startsWith(date) || date.startsWith(birthDate))
    if (same !== undefined && same.length === WHOLE_DAY)
      found.push({ feature: 'birth-date', agrees: true, query: birthDate, candidate: same })
    else if (possible !== undefined) found.push({ feature: 'birth-year', agrees: true, query: birthDate, candidate: possible })
    else found.push({ feature: 'birth-date', agrees: false, query: birthDate, candidate: dates.join(', ') })
  }
  const numbers = new Map(entity.identifiers.flatMap((text) => numbersOf(text).map((number) => [number, text] as const)))
  for (const identifier of known.identifiers ?? []) {
    const hit = numbersOf(identifier).find((number) => numbers.has(number))
    if (hit === undefined) continue
    const fact: FactAgreement = { feature: 'identifier', agrees: true, query: identifier, candidate: numbers.get(hit) ?? '' }
    found.push(failsCheck(identifier, hit, entity) ? { ...fact, failsCheck: true } : fact)
  }
  for (const address of known.addresses ?? []) {
    const hit = entity.addresses.find((other) => isSameAddress(address, other))
    if (hit !== undefined) found.push({ feature: 'address', agrees: true, query: address, candidate: hit })
  }
  return found
}

/** Whether a number that agrees fails its own check digit: as the entry gives it, or as it was asked. */
function failsCheck(asked: string, number: string, { numbers = [] }: ListEntity): boolean {
  const told = tellNumber('', asked)
  if (checkNumber(told.kind, told.number) === 'no') return true
  return numbers.some((known) => known.isValid === 'no' && numbersOf(known.number).includes(number))
}

/** Runs of six or more letters and digits that hold a digit: long enough not to meet by chance. A valid Unified Social Credit Code gives the organisation code inside it too (GB 32100: signs 9 to 17). */
export function numbersOf(text: string): string[] {
  const runs = (text.toUpperCase().match(/[0-9A-Z]{6,}/g) ?? []).filter((run) => /\d{3}/.test(run))
  return runs.flatMap((run) => (/^9[1-3][0-9A-Z]{16}$/.test(run) && isUscc(run) ? [run, run.slice(8, 17)] : [run]))
}

/** Two addresses of which the shorter has a number and at least four words, and shares four fifths of them with the longer. A city alone is no address. */
function isSameAddress(a: string, b: string): boolean {
  const [x, y] = [new Set(wordsOf(a)), new Set(wordsOf(b))]
  const [short, long] = x.size <= y.size ? [x, y] : [y, x]
  if (short.size < 4 || ![...short].some((word) => /\d/.test(word))) return false
  const common = [...short].filter((word) => long.has(word)).length
  return common >= short.size * 0.8
}
