import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HANGUL_CASES } from './hangul.cases.ts'
import { hangulSegments, hangulWordOf } from './hangul-segments.ts'
import { compareNames, findNames, type NameInput, packNames, prepareName, roomFor } from './index.ts'
import { HANGUL_COMMON } from './tables/hangul-common.ts'
import { HANGUL_NAMED, HANGUL_PLACES } from './tables/hangul-places.ts'
import { HANGUL_TRADES, HANGUL_TRADES_MORE } from './tables/hangul-trades.ts'
import { HANGUL_ENDS, HANGUL_LEADS } from './tables/hangul-words.ts'

const CASES = HANGUL_CASES.map(([hangul, latin, verdict, schema]) => ({ hangul, latin, verdict, schema }))
const levelOf = (score: number) => (score >= 0.85 ? 'same' : score >= 0.6 ? 'near' : 'other')
const input = (name: string, schema: NameInput['schema']): NameInput => (schema === undefined ? { name } : { name, schema })

describe('a name in Hangul', () => {
  it.each(CASES)('$hangul and $latin are $verdict', ({ hangul, latin, verdict, schema }) => {
    const there = compareNames(input(hangul, schema), input(latin, schema))
    expect(levelOf(there.score), JSON.stringify(there)).toBe(verdict)
    expect(compareNames(input(latin, schema), input(hangul, schema)).score).toBe(there.score)
  })

  it.each(CASES.filter(({ verdict }) => verdict === 'same'))('$hangul finds $latin in a list', ({ hangul, latin, schema }) => {
    const list = packNames([['MARWICK LANTERN'], [latin], ['BRANDAL TRADING CORPORATION']])
    expect(findNames(list, roomFor(list), prepareName(hangul, schema), 5).map(({ entry }) => entry)).toContain(1)
  })

  it('of ordinary words is no alert beside a listed name with a word that it has not', () => {
    const listed = ['KOREA TANGUN TRADING CORPORATION', 'TANCHON COMMERCIAL BANK', 'AIR KORYO', 'NAMGANG CONSTRUCTION', 'KOREA UNITED DEVELOPMENT BANK', 'HANA ELECTRONICS', 'KOREA MINING DEVELOPMENT TRADING CORPORATION', 'SEK STUDIO', 'KUMGANG BANK', 'KOREA INTERNATIONAL CHEMICAL JOINT VENTURE COMPANY'] // biome-ignore format: a list
    const owns =
      '한솔 태영 삼우 우리 미래 신흥 대한 세종 청솔 새한 대림 동서 남양 서진 성우 해성 태산 광명 백두 강남 영남 금성 은성 제일 희망'.split(
        ' ',
      )
    const trades = '무역 건설 해운 전자 은행 산업개발 애니메이션 정보기술 물류 상사 화학 국제무역 종합건설 투자개발'.split(' ')
    for (const own of owns)
      for (const trade of trades)
        for (const name of listed)
          expect(compareNames(input(`${own}${trade}`, 'Company'), input(name, 'Company')).score, `${own}${trade} ${name}`).toBeLessThan(
            0.85,
          )
  })
})

describe('the division of a Hangul word', () => {
  it.each([
    ['조선광업개발무역', '조선 광업 개발 무역'],
    ['조선단군무역', '조선 단군 무역'],
    ['조선련봉총', '조선 련봉 총'],
    ['릉라도총무역', '릉라도 총 무역'],
    ['해금강무역', '해금강 무역'],
    ['국가우주개발국', '국가 우주 개발 국'],
    ['조선인민군', '조선 인민군'],
    ['김철수', '김철수'],
  ])('%s is %s', (word, parts) => expect(hangulSegments(word).map(({ text }) => text).join(' ')).toBe(parts)) // biome-ignore format: one step

  it('covers every word in order, whatever it is', () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code))
    const piece = fc.oneof(syllable, fc.constantFrom('조선', '무역', '총', '국', '회사', '대동강', '국제', '은행'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const word = pieces.join('')
        expect(hangulSegments(word).map(({ text }) => text).join('')).toBe(word) // biome-ignore format: one step
        expect(hangulSegments(word).every(({ text }) => text.length <= 12)).toBe(true)
      }),
    )
  })

  it('knows only the words of its tables', () => {
    for (const word of [...Object.getOwnPropertyNames(Object.prototype), '', '가나다라']) expect(hangulWordOf(word)).toBeUndefined()
  })
})

describe('the tables of Korean words', () => {
  const lines = [HANGUL_TRADES, HANGUL_TRADES_MORE, HANGUL_COMMON, HANGUL_PLACES, HANGUL_NAMED].flatMap((table) =>
    table.trim().split(/\s+/),
  )
  const short = [HANGUL_ENDS, HANGUL_LEADS].flatMap((table) => table.trim().split(/\s+/))

  it('say each word once, in Hangul and folded Latin words, each rendering once', () => {
    const shape = (least: number, most: number) =>
      new RegExp(`^[가-힣]{${least},${most}}(?:/[가-힣]{${least},${most}})*=[a-z]{2,}(?:\\|[a-z]{2,})*$`)
    expect(lines.filter((line) => !shape(2, 12).test(line))).toEqual([])
    expect(short.filter((line) => !shape(1, 1).test(line))).toEqual([])
    const words = [...lines, ...short].flatMap((line) => (line.split('=')[0] ?? '').split('/'))
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
    expect(words.length).toBeGreaterThan(1_000)
    const twice = lines.filter((line) => {
      const renderings = (line.split('=')[1] ?? '').split('|')
      return new Set(renderings).size !== renderings.length
    })
    expect(twice).toEqual([])
  })
})
