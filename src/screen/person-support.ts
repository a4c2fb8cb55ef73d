import type { ListEntity } from '../model/index.ts'
import { birthDatesOf, compareFacts, type KnownFacts, numbersOf } from './identifiers.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const two = (text: string) => text.padStart(2, '0')
const monthOf = (word: string) => String(MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1)

/** Days that are written out whole; `04/05/1974`, which is one day in one country and another elsewhere, is left out. */
const WRITTEN: readonly (readonly [RegExp, (parts: readonly string[]) => readonly [string, string, string]])[] = [
  [/(?<!\d)((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})(?!\d)/g, ([, y = '', m = '', d = '']) => [y, m, d]],
  [/(?<!\d)((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/g, ([, y = '', m = '', d = '']) => [y, m, d]],
  [/(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)/g, ([, d = '', m = '', y = '']) => [y, m, d]],
  [
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? ((?:19|20)\d\d)/gi,
    ([, d = '', m = '', y = '']) => [y, monthOf(m), d],
  ],
  [
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?, ((?:19|20)\d\d)/gi,
    ([, m = '', d = '', y = '']) => [y, monthOf(m), d],
  ],
]

/** Whole days in a text, as `YYYY-MM-DD`. */
function daysIn(text: string): string[] {
  const days = new Set<string>()
  for (const [pattern, partsOf] of WRITTEN)
    for (const found of text.matchAll(pattern)) {
      const [year, month, day] = partsOf(found)
      if (Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31) days.add(`${year}-${two(month)}-${two(day)}`)
    }
  return [...days]
}

/** UTF-16 units on each side of a name in which a birth date stands beside it: a table of a hundred people holds many dates, and only one of them is his. */
const BESIDE = 120
/** Texts before and after that of the name in which its facts may stand: the cells of a row. */
const CELLS = 2
/** UTF-16 units of a text that is compared as an address, for a long one shares words with any; and texts of one exhibit that are. */
const ADDRESS = 300
const ADDRESSES = 2_000

/** What can tell one person from others of the name: see {@link supportIn}. */
export interface Support {
  /** Facts beside the name at `from` to `to` of the text at `index`; undefined when nothing agrees. */
  beside(entity: ListEntity, index: number, from: number, to: number): KnownFacts | undefined
}

/**
 * What the texts of one exhibit hold beside a listed person's name: a whole birth date within a few words or cells of it, a number of a document anywhere, an address in a short text.
 */
export function supportIn(texts: readonly string[]): Support {
  const numbers = new Set(texts.flatMap(numbersOf))
  const short = texts.filter((text) => text.length <= ADDRESS && /\d/.test(text)).slice(0, ADDRESSES)
  const told = new Map<string, KnownFacts>()
  const anywhere = (entity: ListEntity): KnownFacts => {
    const key = `${entity.list}\0${entity.id}`
    const known = told.get(key)
    if (known) return known
    const identifier = entity.identifiers.find((text) => numbersOf(text).some((number) => numbers.has(number)))
    const isAddress = (text: string) => compareFacts({ addresses: [text] }, entity).some(({ agrees }) => agrees)
    const address = entity.addresses.length === 0 ? undefined : short.find(isAddress)
    const facts = {
      ...(identifier === undefined ? {} : { identifiers: [identifier] }),
      ...(address === undefined ? {} : { addresses: [address] }),
    }
    told.set(key, facts)
    return facts
  }
  return {
    beside(entity, index, from, to) {
      const facts = anywhere(entity)
      const dates = new Set((entity.birthDates ?? birthDatesOf(entity.remarks)).filter((date) => date.length === 10))
      const cells = texts.slice(Math.max(0, index - CELLS), index + CELLS + 1).filter((text) => text.length <= BESIDE)
      const around = (texts[index] ?? '').slice(Math.max(0, from - BESIDE), to + BESIDE)
      const birthDate = dates.size === 0 ? undefined : [around, ...cells].flatMap(daysIn).find((day) => dates.has(day))
      if (birthDate !== undefined) return { ...facts, birthDate }
      return Object.keys(facts).length === 0 ? undefined : facts
    },
  }
}
