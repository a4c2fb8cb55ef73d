import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsOf } from './fold.ts'
import {
  compareFrom,
  compareNames,
  comparePrepared,
  editsOf,
  findNames,
  foldName,
  jaroWinkler,
  type NameInput,
  packNames,
  prepareName,
  readingsOf,
  roomFor,
} from './index.ts'
import { NAME_CASES } from './names.cases.ts'

const levelOf = (score: number) => (score >= 0.85 ? 'same' : score >= 0.6 ? 'near' : 'other')

describe('two names', () => {
  it('that are compared from a bound on give what a whole comparison gives, reasons too, and nothing below it', () => {
    for (const [a, b, , schema] of NAME_CASES) {
      const [x, y] = [prepareName(a, schema), prepareName(b, schema)]
      const whole = comparePrepared(x, y)
      for (const from of [0.01, 0.5, 0.58, 0.59, 0.6, 0.85, whole.score, whole.score + 0.0001].filter((bound) => bound > 0))
        expect(compareFrom(x, y, from), `${a} ~ ${b} from ${from}`).toEqual(whole.score >= from ? whole : undefined)
    }
  })

  it.each(NAME_CASES.map(([a, b, verdict, schema]) => ({ a, b, verdict, schema })))(
    '$a and $b are $verdict',
    ({ a, b, verdict, schema }) => {
      const input = (name: string): NameInput => (schema === undefined ? { name } : { name, schema })
      const there = compareNames(input(a), input(b))
      const back = compareNames(input(b), input(a))
      expect(levelOf(there.score), JSON.stringify(there)).toBe(verdict)
      expect(back.score).toBe(there.score)
      expect(there.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(there.score, 3)
    },
  )

  it('takes the best alias and says which words met', () => {
    const found = compareNames(
      { name: 'Scientific Education Korea Studio' },
      { name: 'SEK STUDIO', aliases: ['SCIENTIFIC EDUCATION KOREA STUDIO'] },
    )
    expect(found.score).toBe(1)
    expect(found.reasons[0]).toMatchObject({ feature: 'same', query: 'scientific education korea studio' })
  })

  it('names the reading by which names in two writings met', () => {
    const features = compareNames({ name: '김명철' }, { name: 'KIM, Myong Chol' }).reasons.map(({ feature }) => feature)
    expect(features).toContain('romanisation')
    expect(compareNames({ name: '天方' }, { name: 'Tian Fang' }).reasons[0]?.detail).toContain('pinyin')
  })
})

const word = fc.constantFrom(
  'lantern', 'lantren', 'tide', 'studio', 'animation', 'sek', 'kim', 'li', 'myong', 'chol', 'shanghai', 'ltd', 'co', '26', '3', 'three', 'zephyrine', 'and', 'mo', 'xing', 'moxing', 'a', 'j', '卢和征', '天方', '有限公司', '김명철', '조선', '만화영화', 'Белкания', 'é',
) // biome-ignore format: a pool of words
const name = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const schema = fc.constantFrom(undefined, 'Person' as const, 'Company' as const)

describe('any two names', () => {
  const input = (text: string, kind: 'Person' | 'Company' | undefined) =>
    kind === undefined ? { name: text } : { name: text, schema: kind }

  it('score the same both ways where one of them misspells a common word', () => {
    const [a, b] = [{ name: 'three lantern' }, { name: 'lantren 3' }]
    expect(compareNames(b, a).score).toBeCloseTo(compareNames(a, b).score, 3)
  })

  it('score between 0 and 1, the same both ways, with reasons that add up', () => {
    fc.assert(
      fc.property(name, name, schema, (a, b, kind) => {
        const there = compareNames(input(a, kind), input(b, kind))
        expect(there.score).toBeGreaterThanOrEqual(0)
        expect(there.score).toBeLessThanOrEqual(1)
        expect(compareNames(input(b, kind), input(a, kind)).score).toBeCloseTo(there.score, 3)
        expect(there.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(there.score, 3)
      }),
      { numRuns: 400 },
    )
  })

  it('are equal when they are the same, whatever the case, points or accents', () => {
    fc.assert(
      fc.property(name, schema, (a, kind) => {
        expect(compareNames(input(a, kind), input(a, kind)).score).toBe(1)
        expect(compareNames(input(a, kind), input(` ${a.toUpperCase()}.`, kind)).score).toBe(1)
      }),
    )
  })

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), name, (a, b) => {
        const { score } = compareNames({ name: a }, { name: b })
        expect(score >= 0 && score <= 1).toBe(true)
        readingsOf(a)
      }),
    )
  })
})

describe('folding', () => {
  it.each([
    ['SEK Studio Co., Ltd.', 'sek studio'],
    ['ＳＥＫ　Studio', 'sek studio'],
    ['盧和徵有限公司', '卢和征'],
    ['㈜하늘다섯', '하늘다섯'],
    ['S.A.R.L. Zéphyrine', 'zephyrine'],
    ['조선4·26만화영화촬영소', '조선 4 26 만화영화촬영소'],
    ['Limited', 'limited'],
    ['', ''],
  ])('%s becomes %s', (text, folded) => expect(foldName(text)).toBe(folded))

  it('gives text in plain letters the words that it has beside text in other letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (text) => {
        expect(wordsOf(text)).toEqual(wordsOf(`${text} ж`).slice(0, -1))
      }),
    )
    expect(wordsOf("O'Neil & S.A. de C.V. Inc.")).toEqual(['oneil', 'and', 'sa', 'de', 'cv', 'inc'])
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text))
      }),
    )
  })
})

describe('readings', () => {
  it.each([
    ['卢和征', 'lu hezheng'],
    ['金明哲', 'kim myongchol'],
    ['조선', 'choson'],
    ['신라', 'silla'],
    ['김명철', 'gim myeongcheol'],
    ['김명철', 'kim myongchol'],
    ['이영희', 'i yonghui'],
    ['曾国藩', 'zeng guofan'],
    ['Белкания', 'belkaniya'],
  ])('%s reads %s', (text, reading) => expect(readingsOf(text).map((one) => one.replace(/^cho son$/, 'choson'))).toContain(reading))
})

describe('word measures', () => {
  it('Jaro–Winkler gives the published values', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4)
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4)
    expect(jaroWinkler('', 'a')).toBe(0)
  })

  it('a swap of neighbours is one edit', () => {
    expect(editsOf('lantern', 'lantren')).toBe(1)
    expect(editsOf('lantern', 'lantern')).toBe(0)
    expect(editsOf('abcd', 'badc')).toBe(2)
  })
})

describe('the packed names', () => {
  const names = [
    ['SEK STUDIO', 'APRIL 26 ANIMATION FILM STUDIO'],
    ['MOXING CARTOON'],
    ['LU, Hezheng'],
    ['KIM, Myong Chol'],
    ['TIAN FANG HONG KONG HOLDINGS LIMITED'],
    ['Zephyrine Works'],
    ['QUANZHOU YIYANGJIN IMPORT AND EXPORT TRADE CO., LTD.'],
    ['ABU MUHAMMAD AL-JAWLANI'],
    ['FAIZ'],
    ['HAN YU-RO'],
    ['ABD-AL-HAMID AL-MASLI'],
    ['YANCHENG THREE LINE ONE POINT ANIMATION CO., LTD.'],
  ]
  const packed = packNames(names)
  const room = roomFor(packed)
  const entriesOf = (query: string) => findNames(packed, room, prepareName(query), 5).map(({ entry }) => entry)

  it.each([
    ['Sek', 0], ['april 26', 0], ['mo xing', 1], ['卢和征', 2], ['김명철', 3], ['Kim Myung-chul', 3], ['Tianfang', 4], ['Zephyrnie', 5], ['Quanzhou Yi Yang Jin', 6], ['Abu Omhammed al Jawlani', 7], ['Afiz', 8], ['Han Yyu-ro', 9], ['Adb-al-Hamid al-Masli', 10], ['Yancheng 3 Lines 1 Point', 11], ['天方香港', 4],
  ])('find %s', (query, entry) => expect(entriesOf(query)[0]).toBe(entry)) // biome-ignore format: short rows

  it('give nothing for what shares nothing, and keep no memory between questions', () => {
    expect(entriesOf('Qwxyv')).toEqual([])
    expect(entriesOf('Moxing Cartoon')).toEqual(entriesOf('Moxing Cartoon'))
  })

  it('take a word for itself before a rarer one that sounds near it', () => {
    const list = ['lantern 卢和征 卢和征', '卢和征 lantern', 'shanghai lantern', 'myong']
    const own = packNames(list.map((one) => [one]))
    for (const [place, one] of list.entries()) {
      const [first] = findNames(own, roomFor(own), prepareName(one), list.length).filter(({ entry }) => entry === place)
      expect(first?.likeness, one).toBeGreaterThan(0.9)
    }
  })

  it('find every name by itself, whatever the list', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), (list) => {
        const own = packNames(list.map((one) => [one]))
        for (const [place, one] of list.entries()) {
          const found = findNames(own, roomFor(own), prepareName(one), list.length)
          expect(found.some(({ entry, likeness }) => list[entry] === list[place] && likeness > 0.9)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('that are left out from a bound on score less, for persons and others, whatever the list', () => {
    const short = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
    let dropped = 0
    fc.assert(
      fc.property(fc.array(short, { minLength: 1, maxLength: 30 }), fc.oneof(short, name), schema, (list, text, kind) => {
        const own = packNames(list.map((one) => [one]))
        const asked = prepareName(text, kind)
        const some = new Set(findNames(own, roomFor(own), asked, list.length, { from: 0.6 }).map((one) => one.name))
        for (const one of findNames(own, roomFor(own), asked, list.length).filter((found) => !some.has(found.name))) {
          dropped++
          for (const of of ['Person', 'Company'] as const)
            expect(comparePrepared(one.asked, prepareName(list[one.entry] ?? '', of)).score, `${text} ~ ${list[one.entry]}`).toBeLessThan(
              0.6,
            )
        }
      }),
      { numRuns: 600 },
    )
    expect(dropped).toBeGreaterThan(0)
  })

  it.each([
    ['The Butcher', 'The Butcher'],
    ['Khan And', 'Khan And'],
    ['To Van Lam', 'To Lam'],
    ['Kamehame Hai', 'Kamehameha'],
    ['V. T. S. Prabhakaran', 'Prabhakaran'],
    ['lantern lantern', 'lantern'],
  ])('%s, a person, is found under %s from the score of a lead on', (text, listed) => {
    const own = packNames([[listed]])
    expect(findNames(own, roomFor(own), prepareName(text, 'Person'), 5, { from: 0.6 })).toHaveLength(1)
    expect(compareFrom(prepareName(text, 'Person'), prepareName(listed, 'Person'), 0.6)?.score).toBeGreaterThanOrEqual(0.6)
  })
})
