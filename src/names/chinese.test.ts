import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARABIC_CASES, CHINESE_CASES } from './chinese.cases.ts'
import { wadeGilesOf } from './chinese-spellings.ts'
import { wordsOf } from './fold.ts'
import { hanSegments } from './han-segments.ts'
import { compareNames, comparePrepared, findNames, type NameInput, packNames, prepareName, roomFor } from './index.ts'
import { HAN_HOUSES } from './tables/han-houses.ts'
import { HAN_HOUSES_MORE } from './tables/han-houses-more.ts'
import { HAN_HOUSES_WORLD } from './tables/han-houses-world.ts'
import { HAN_OWN_NAMES } from './tables/han-own-names.ts'
import { HAN_PLACE_ENDS, HAN_PLACES } from './tables/han-places.ts'
import { HAN_COMMON, HAN_TRADES } from './tables/han-trades.ts'
import { HAN_COMMON_MORE, HAN_TRADES_MORE } from './tables/han-words-more.ts'
import { isTranscriptionCharacter } from './transcription.ts'

const levelOf = (score: number) => (score >= 0.85 ? 'same' : score >= 0.6 ? 'near' : 'other')

describe('names in Chinese characters', () => {
  it.each(CHINESE_CASES.map(([a, b, verdict, schema]) => ({ a, b, verdict, schema })))(
    '$a and $b are $verdict',
    ({ a, b, verdict, schema }) => {
      const input = (name: string): NameInput => (schema === undefined ? { name } : { name, schema })
      const there = compareNames(input(a), input(b))
      expect(levelOf(there.score), JSON.stringify(there)).toBe(verdict)
      expect(compareNames(input(b), input(a)).score).toBeCloseTo(there.score, 3)
      expect(there.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(there.score, 3)
    },
  )

  it('are found in a list by meaning and by sound, and find one there when they are the listed ones', () => {
    const [latin, chinese] = [CHINESE_CASES.filter(([, , verdict]) => verdict === 'same'), ['洛克希德·马丁公司', '雷神公司']]
    const list = packNames(latin.map(([, name]) => [name]))
    const room = roomFor(list)
    for (const [place, [query, , , schema]] of latin.entries())
      expect(
        findNames(list, room, prepareName(query, schema), 5).map(({ entry }) => latin[entry]?.[1]),
        query,
      ).toContain(latin[place]?.[1])
    const own = packNames(chinese.map((name) => [name]))
    expect(findNames(own, roomFor(own), prepareName('Lockheed Martin Corporation'), 2)[0]?.entry).toBe(0)
  })
})

describe('names in Arabic letters', () => {
  it.each(ARABIC_CASES)('%s and %s are %s', (arabic, latin, verdict) => {
    const there = compareNames({ name: arabic, schema: 'Person' }, { name: latin, schema: 'Person' })
    expect(levelOf(there.score), JSON.stringify(there)).toBe(verdict)
  })
})

describe('dividing a Chinese text', () => {
  const piece = fc.constantFrom('科技', '有限公司', '上海', '洛克希德', '墨', '星', '三菱', '与', '㐀', '鑫', '进出口', '尔')
  const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''))
  it('covers all of it, in order, in each reading', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('meaning', 'dictionary', 'houses', 'foreign', 'pointed'), (one, reading) => {
        expect(
          hanSegments(one, reading)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(one)
      }),
      { numRuns: 300 },
    )
  })

  it('takes the longest words that leave nothing', () => {
    const pieces = hanSegments('深圳进出口科技', 'meaning')
    expect(pieces.map((one) => one.text)).toEqual(['深圳', '进出口', '科技'])
  })
})

it('the tables say each word once, in Chinese characters and folded Latin words', () => {
  const seen = new Set<string>()
  for (const table of [
    HAN_TRADES + HAN_TRADES_MORE + HAN_COMMON + HAN_COMMON_MORE + HAN_PLACES + HAN_PLACE_ENDS,
    HAN_HOUSES + HAN_HOUSES_MORE + HAN_HOUSES_WORLD,
  ]) {
    seen.clear()
    for (const line of table.trim().split(/\s+/)) {
      expect(line).toMatch(/^\p{Script=Han}+(?:=[a-z0-9]+(?:\|[a-z0-9]+)*)?$/u)
      const text = line.split('=')[0] ?? ''
      expect(seen.has(text), text).toBe(false)
      seen.add(text)
    }
  }
})

it('the table of names that foreigners have in Chinese says each once, with folded Latin words', () => {
  const seen = new Set<string>()
  for (const row of HAN_OWN_NAMES.trim().split(/;\s*/).filter(Boolean)) {
    expect(row).toMatch(/^\p{Script=Han}{2,6}=[a-z]+(?: [a-z]+)*(?:\|[a-z]+(?: [a-z]+)*)*$/u)
    const text = row.split('=')[0] ?? ''
    expect(seen.has(text) || wordsOf(text).join('') !== text, text).toBe(false)
    seen.add(text)
  }
})

it('what agrees by the dictionary is a lead and never an alert, whatever stands beside it, and a slip of what a word means is neither', () => {
  const lines = readFileSync(new URL('tables/han-dictionary.txt', import.meta.url), 'utf8').trim().split('\n').filter((_, i) => i % 25 === 0) // biome-ignore format: one line
  const told = { lead: 0, alerts: [] as string[], slips: [] as string[] }
  for (const line of lines) {
    const [text = '', rest = ''] = line.split('=')
    const [word = ''] = rest.split(/[|~]/).filter((one) => one.length > 3)
    // What is read by our own tables, by sound or by pinyin too is another matter.
    if (word === '' || [...text].some(isTranscriptionCharacter) || hanSegments(text, 'meaning').some(({ known }) => known)) continue
    const slip = `${word.slice(0, -1)}${word.endsWith('e') ? 's' : 'e'}`
    const score = (a: string, b: string) => compareNames({ name: a, schema: 'Company' }, { name: b, schema: 'Company' }).score
    for (const [chinese, latin] of [[`鑫源${text}公司`, 'Xinyuan * Co'], [`Marwick ${text} Ltd`, 'Marwick * Ltd'], [`${text}${text}半导体公司`, '* Semiconductor Inc']] as const) {
      const there = score(chinese, latin.replace('*', word))
      if (there >= 0.6) told.lead++
      if (there >= 0.85) told.alerts.push(`${chinese} ${word} ${there}`)
      if (score(chinese, latin.replace('*', slip)) >= 0.85) told.slips.push(`${chinese} ${slip}`)
    } // biome-ignore format: short rows
  }
  expect(told).toMatchObject({ alerts: [], slips: [] })
  expect(told.lead).toBeGreaterThan(200)
})

it.each([
  ['zhong', 'chung'], ['xu', 'hsu'], ['guo', 'kuo'], ['rong', 'jung'], ['cai', 'tsai'], ['zi', 'tzu'], ['shi', 'shih'], ['bo', 'po'], ['yuan', 'yuan'], ['xie', 'hsieh'], ['jian', 'chien'], ['qing', 'ching'], ['luo', 'lo'], ['quan', 'chuan'], ['zhuo', 'cho'], ['yue', 'yueh'],
])('%s is %s in Wade–Giles', (pinyin, wadeGiles) => expect(wadeGilesOf(pinyin)).toBe(wadeGiles)) // biome-ignore format: short rows

it('a Chinese name that others bear is no alert, whichever way its Latin one is written and whoever is asked for', () => {
  const houses = HAN_HOUSES_WORLD.trim().split(/\s+/)
  const persons = HAN_OWN_NAMES.trim().split(/;\s*/).filter(Boolean) // biome-ignore format: one line
  const alerts: string[] = []
  const hold = (own: string, latin: string, schema: 'Company' | 'Person') => {
    const [a, b] = [prepareName(own, schema), prepareName(latin, schema)]
    // What its characters mean, or how they are read, is another matter.
    const isOwn = ({ latin: words }: typeof a) => words.some(({ spellings }) => spellings.some(({ via }) => via === 'Chinese name'))
    if (comparePrepared({ ...a, others: (a.others ?? []).filter((one) => !isOwn(one)) }, b).score >= 0.85) return
    for (const { score } of [comparePrepared(a, b), comparePrepared(b, a)]) if (score >= 0.85) alerts.push(`${own} ${latin} ${score}`)
  } // biome-ignore format: one line
  for (let k = 0; k < houses.length; k += 9) {
    const [own = '', latin = ''] = houses[k]?.split('=') ?? []
    const [first = ''] = latin.split('|')
    if (first.length >= 6)
      for (const text of [first, `${first.slice(0, 4)} ${first.slice(4)}`]) hold(own, text, 'Company')
  }
  for (let k = 0; k < persons.length; k += 9) {
    const [own = '', latin = ''] = persons[k]?.split('=') ?? []
    const [first = ''] = latin.split('|')
    for (const text of [first, first.replaceAll(' ', ''), `${first.slice(0, 3)} ${first.slice(3)}`]) hold(own, text, 'Person')
  }
  for (const [own, other] of [['彭定康', 'كريس باتن'], ['丹瑞', 'Тан Шве'], ['华新', 'Wals1n'], ['国乔', 'Grand Pacific']] as const)
    for (const schema of ['Company', 'Person'] as const) hold(own, other, schema)
  expect(alerts).toEqual([])
}) // biome-ignore format: one line
