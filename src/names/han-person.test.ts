import { describe, expect, it } from 'vitest'
import { cantoneseSpellings } from './cantonese.ts'
import { HAN_PERSON_CASES } from './han-person.cases.ts'
import { compareNames, prepareName, romanisations } from './index.ts'
import { hepburnOf, japaneseNameOf, macronsOf } from './japanese.ts'
import { CANTONESE_ONSETS, CANTONESE_RHYMES } from './tables/cantonese.ts'
import { HAN_SECOND_READINGS } from './tables/han-second-readings.ts'
import { JAPANESE_FAMILIES, JAPANESE_FAMILIES_WHOLE } from './tables/japanese-families.ts'
import { JAPANESE_GIVEN } from './tables/japanese-given.ts'
import { JAPANESE_READINGS } from './tables/japanese-readings.ts'

const levelOf = (score: number) => (score >= 0.85 ? 'same' : score >= 0.6 ? 'near' : 'other')

describe('personal names in Chinese characters', () => {
  it.each(HAN_PERSON_CASES)('%s: %s and %s are %s', (_, own, latin, verdict) => {
    const [a, b] = [
      { name: own, schema: 'Person' as const },
      { name: latin, schema: 'Person' as const },
    ]
    const there = compareNames(a, b)
    expect(levelOf(there.score), JSON.stringify(there)).toBe(verdict)
    expect(compareNames(b, a).score).toBeCloseTo(there.score, 3)
    expect(there.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(there.score, 3)
  })

  it('each further reading is of one system, and none is made where it cannot apply', () => {
    const systemsOf = (name: string) =>
      (prepareName(name, 'Person').others ?? []).map(({ latin }) => [...new Set(latin.flatMap(({ spellings }) => spellings.map(({ via }) => via)))].join()) // biome-ignore format: one line
    expect(systemsOf('黄国强')).toEqual(['Cantonese reading'])
    expect(systemsOf('田中健一')).toEqual(['Japanese reading'])
    expect(systemsOf('高木健一')).toEqual(['Japanese reading'])
    for (const name of ['姬志强', '志强', '南宫志强', '金明哲 (Kim)', '安格拉·默克尔'])
      expect(systemsOf(name).join(), name).not.toMatch(/Cantonese|Japanese/)
  })

  it('words apart are no words with meanings and no foreign names, unless a point parts them or none is a family name', () => {
    const viasOf = (name: string, schema?: 'Person') =>
      new Set([prepareName(name, schema), ...(prepareName(name, schema).others ?? [])].flatMap(({ latin }) => latin.flatMap(({ spellings }) => spellings.map(({ via }) => via)))) // biome-ignore format: one line
    expect([...viasOf('志強 麗美 魏', 'Person')].filter((via) => via === 'translation' || via === 'transcription')).toEqual([])
    expect(viasOf('马丁·金', 'Person')).toContain('transcription')
    expect(viasOf('北京 科技')).toContain('translation')
  })
})

describe('Japanese houses', () => {
  it.each([
    ['岩崎製薬株式会社', 'Iwasaki Pharmaceutical Co., Ltd.', 'same'],
    ['半井试剂株式会社', 'Nakarai Reagent Co., Ltd.', 'same'],
    ['岩崎電気株式会社', 'Iwasaki Electric Co., Ltd.', 'same'],
    ['岩崎電気株式会社', 'Iwamoto Electric Co., Ltd.', 'other'],
    ['半井试剂有限公司', 'Nakarai Reagent Co., Ltd.', 'other'],
  ])('%s and %s are %s', (own, latin, verdict) =>
    expect(levelOf(compareNames({ name: own, schema: 'Company' }, { name: latin, schema: 'Company' }).score)).toBe(verdict))
}) // biome-ignore format: a table

describe('the tables of readings', () => {
  it('of Japanese names are Chinese characters with Hepburn syllables, and every name of them is read', () => {
    for (const word of [JAPANESE_FAMILIES, JAPANESE_FAMILIES_WHOLE]
      .join(' ')
      .trim()
      .split(/[\s;]+/))
      expect(word).toMatch(/^(?:-|\p{Script=Han}+[a-z']+(?:\|[a-z']+)*)$/u)
    for (const word of JAPANESE_GIVEN.trim().split(/\s+/)) expect(word).toMatch(/^\p{Script=Han}+=[a-z]+(?:,[a-z]+)*$/u)
    for (const word of JAPANESE_READINGS.trim().split(/\s+/)) expect(word).toMatch(/^\p{Script=Han}[a-z,]*\/[a-z,]*$/u)
    for (const readings of Object.values(HAN_SECOND_READINGS)) expect(readings).toMatch(/^[a-z]+(?: [a-z]+)+$/)
    expect(japaneseNameOf('佐々木健')?.families).toEqual(['sasaki'])
    expect(japaneseNameOf('渡邊哲平')?.givens).toContain('teppei')
  })

  it('long vowels are left out, marked or written out', () => {
    expect(hepburnOf('satou')).toEqual(['sato', 'satou', 'satoh'])
    expect(hepburnOf('oono')).toEqual(['ono', 'oono', 'ohno'])
    expect(hepburnOf("ino'ue")).toEqual(['inoue'])
    expect(hepburnOf('honma')).toEqual(['homma', 'honma'])
    expect(macronsOf('yuukou')).toBe('yūkō')
  })

  it('every syllable of Jyutping has a spelling', () => {
    for (const [onset] of CANTONESE_ONSETS)
      for (const rhyme of Object.keys(CANTONESE_RHYMES))
        for (const spelling of cantoneseSpellings(onset + rhyme)) expect(spelling, onset + rhyme).toMatch(/^[a-z]+$/)
    expect(cantoneseSpellings('gwok')).toEqual(['kwok', 'kuok'])
    expect(cantoneseSpellings('koeng')).toEqual(['keung', 'keong'])
    expect(cantoneseSpellings('xyz')).toEqual([])
  })
})

describe('for readers', () => {
  it('gives the Cantonese and the Japanese reading where the family name is one there, and says that it is no sign', () => {
    const of = (text: string, system: string) => romanisations(text).filter((row) => row.system === system)
    expect(of('陳大文', 'hong-kong').map(({ text }) => text)).toEqual(['Chan Tai Man'])
    expect(of('田中健一', 'hepburn-passport')[0]?.text).toMatch(/^Tanaka Ken/)
    expect(of('佐々木 朗', 'hepburn').map(({ text }) => text)).toContain('Sasaki Rō')
    expect(of('宮崎あおい', 'hepburn').map(({ text }) => text)).toEqual(['Miyazaki Aoi'])
    expect(of('仉志强', 'hong-kong')).toEqual([])
    for (const { note } of [...of('陳大文', 'hong-kong'), ...of('田中健一', 'hepburn')])
      expect(note).toContain('no sign of who the person is')
  })
})
