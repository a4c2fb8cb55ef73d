import { describe, expect, it } from 'vitest'
import type { ListEntity } from '../model/index.ts'
import { DESIGNATION_CASES } from './designations.cases.ts'
import { builtInLists, screenNames } from './index.ts'

// Every designation of the built-in list, by every name that the list or a source gives it, in the forms in which names are met: as listed, without legal form, with the words in another order, with one slip.
// The expected entry is named by OFAC's number, and what is not found is foretold here by the letters, not by asking the matcher.

const lists = builtInLists()
const DAY = { asOf: '2024-01-17' }
const LEGAL = /[\s,]*\b(?:co\.?,? ?ltd\.?|pte ltd\.?|llc|limited|corporation|company|ltd\.?)$|^(?:limited liability company|llc) /i
/** Words that no one parts: legal forms, a place, a day. */
const UNITS =
  /limited liability company|co\.?,? ltd\.?|pte ltd\.?|hong kong|(?:april|korean april) 26|import (?:and|&) export|of korea|\S+/gi
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const designations = DESIGNATION_CASES.map((one) => {
  const entity = lists[0]?.entries.find(({ id }) => id === `ofac-dprk-animation-${one.number}`)
  if (!entity) throw new Error(`${one.number} is not on the list`)
  return { ...one, entity, label: `${one.number} ${entity.name}`, names: [entity.name, ...entity.aliases.map(({ name }) => name)] }
})

/** The first match; a person is asked for with the birth date that the list states, for a name alone is never a match. */
function ask(name: string, { schema, birthDates = [] }: ListEntity) {
  const birthDate = birthDates[0]
  const { matches, near } = screenNames([schema === 'Person' && birthDate ? { name, birthDate } : { name }], lists, DAY)
  return { match: matches[0]?.entity.id, near: near[0]?.entity.id, reasons: [...matches, ...near][0]?.reasons ?? [] }
}

const missing = (names: readonly string[], entity: ListEntity) => names.filter((name) => ask(name, entity).match !== entity.id)

/** Each letter dropped, doubled, swapped with the next and replaced by another one that a seed chooses. */
function slipsOf(name: string): { slip: string; kind: 'drop' | 'double' | 'swap' | 'wrong'; at: number }[] {
  let seed = name.length
  const other = (c: string): string => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    const letter = LETTERS[Math.floor((seed / 2147483648) * LETTERS.length)] ?? 'X'
    return letter === c.toUpperCase() ? other(c) : letter
  }
  return [...name].flatMap((c, at) => {
    const [before, after, next = ''] = [name.slice(0, at), name.slice(at + 1), name[at + 1]]
    if (!/[a-z]/i.test(c)) return []
    const swapped = /[a-z]/i.test(next) && next !== c ? [{ kind: 'swap' as const, slip: before + next + c + after.slice(1), at }] : []
    return [
      { kind: 'drop' as const, slip: before + after, at },
      { kind: 'double' as const, slip: before + c + c + after, at },
      { kind: 'wrong' as const, slip: before + other(c) + after, at },
      ...swapped,
    ]
  })
}

/**
 * What a slip leaves below the alert, and why: three letters with another one are another abbreviation (`SK Studio`); a short only word with another first letter is another word (`Boxing Cartoon`);
 * a Chinese syllable with another letter is another syllable (`Tan Fang`); a family name of one letter is none.
 */
function foretold(name: string, { kind, at }: ReturnType<typeof slipsOf>[number]): 'match' | 'near' | 'none' {
  const from = name.lastIndexOf(' ', at) + 1
  const word = name.slice(from).split(/[ ,]/)[0] ?? ''
  if (word === 'SEK' && kind !== 'double') return 'none'
  if (kind === 'wrong' && at === from && ['MOXING', 'NINGS', 'NINGSE', 'NANAN', "NAN'AN"].includes(word)) return 'near'
  if (['TIAN', 'FANG', 'HONG', 'KONG'].includes(word) && ['drop', 'wrong'].includes(kind)) return 'near'
  return name === 'LU, Hezheng' && kind === 'drop' && at === 0 ? 'near' : 'match'
}

const rotations = (words: readonly string[]) => words.slice(1).map((_, k) => [...words.slice(k + 1), ...words.slice(0, k + 1)].join(' '))

describe.each(designations)('$label', ({ number, entity, names, stated, others }) => {
  it('is the first match by each listed name and each that a source states, with and without legal form, in any case', () => {
    const all = [...names, ...stated.map(([name]) => name)]
    expect(
      missing([...all, ...all.map((name) => name.replace(LEGAL, '').trim()), ...all.map((name) => name.toLowerCase())], entity),
    ).toEqual([])
  })

  it('is the first match with the words in another order', () => {
    const latin = names.filter((name) => /[a-z]/i.test(name)).map((name) => name.replace(/,(?! LTD)/gi, '').match(UNITS) ?? [])
    if (entity.schema === 'Person') {
      const orders = latin.map(([family = '', ...given]) => [...given, family].join(' '))
      expect(missing(orders, entity)).toEqual([])
    } else expect(missing(latin.flatMap(rotations), entity)).toEqual([])
  })

  it('is the first match with one slip of a letter, or stands where such a slip is foretold', () => {
    const wrong: string[] = []
    for (const name of names.filter((one) => /[a-z]/i.test(one)))
      for (const one of slipsOf(name)) {
        const { match, near } = ask(one.slip, entity)
        const word = foretold(name, one)
        const isThere = word === 'match' ? match === entity.id : match === undefined && (word === 'none' || near === entity.id)
        // Another letter may by chance make a syllable that is none, or a slip that counts as none.
        if (!isThere && !(word === 'near' && match === entity.id)) wrong.push(`${one.slip} (${one.kind}, ${word})`)
      }
    expect(wrong).toEqual([])
  })

  it('is not taken for twenty others', () => {
    const queries = others.split('|')
    expect(new Set(queries).size, `${number}`).toBe(20)
    const facts =
      entity.schema === 'Person'
        ? [{}, { birthDate: '1988-03-02' }, { countries: ['Brazil'] }, { countries: entity.countries ?? [] }]
        : [{}]
    for (const fact of facts)
      expect(
        screenNames(
          queries.map((name) => ({ name, ...fact })),
          lists,
          DAY,
        ).matches.map(({ query, score }) => [query, score]),
      ).toEqual([])
  })
})

it('all but a few slips in a hundred give the entry as first match', () => {
  const all = designations.flatMap(({ names }) =>
    names.filter((one) => /[a-z]/i.test(one)).flatMap((name) => slipsOf(name).map((one) => foretold(name, one))),
  )
  expect(all.length).toBeGreaterThan(3000)
  expect(all.filter((word) => word !== 'match').length / all.length).toBeLessThan(0.04)
})

it('the table has a row for every designation of the list, and no other', () => {
  expect(designations.map(({ entity }) => entity)).toEqual(lists[0]?.entries)
})

it.each(['KIM, Myong Chol', 'Kim Myong Chol', '김명철', '金明哲', "Kim Myo'ng-ch'o'l"])(
  '%s is many people: never a match without a second fact, whatever the country or year',
  (name) => {
    const asked = [
      {},
      { birthDate: '1972' },
      { birthDate: '1985-01-30' },
      { countries: ['KP'] },
      { countries: ['France'] },
      { addresses: ['Paris, France'] },
    ]
    expect(
      screenNames(
        asked.map((facts) => ({ name, ...facts })),
        lists,
        DAY,
      ).matches,
    ).toEqual([])
  },
)
