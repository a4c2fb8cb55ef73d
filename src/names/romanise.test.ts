import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../base/limits.ts'
import { romanisations } from './index.ts'
import { CODAS, composed, decomposed, ONSETS, VOWELS } from './jamo.ts'
import { type CaseKind, ROMANISE_CASES, SOURCES } from './romanise.cases.ts'
import { romaniseChinese, sinoKoreanName } from './romanise-chinese.ts'
import { romaniseCyrillic } from './romanise-cyrillic.ts'
import { romaniseKana } from './romanise-kana.ts'
import { capital, type KoreanName, koreanNameOf, romaniseKorean, romaniseKoreanName, withoutMarks } from './romanise-korean.ts'
import { CYRILLIC_SYSTEMS } from './tables/cyrillic-systems.ts'
import { SURNAME_READINGS } from './tables/han-surnames.ts'
import { HANGUL_SURNAMES } from './tables/hangul-words.ts'
import { KANA } from './tables/kana.ts'
import { HANJA_SURNAMES, SURNAME_SPELLINGS } from './tables/korean-surnames.ts'

const SYSTEMS = ['revised', 'mccune', 'dprk'] as const

function named(word: string): KoreanName {
  return koreanNameOf(word) ?? { family: '', given: '' }
}

function spelled(name: KoreanName | undefined): string {
  return name ? name.family + name.given : ''
}

const MAKE: { readonly [K in CaseKind]: (word: string) => string | undefined } = {
  revised: (word) => romaniseKorean(word, 'revised'),
  mccune: (word) => romaniseKorean(word, 'mccune'),
  dprk: (word) => romaniseKorean(word, 'dprk'),
  'revised name': (word) => romaniseKoreanName(named(word), 'revised'),
  'revised hyphen': (word) => romaniseKoreanName(named(word), 'revised', { hyphen: true }),
  'mccune name': (word) => romaniseKoreanName(named(word), 'mccune'),
  'dprk name': (word) => romaniseKoreanName(named(word), 'dprk'),
  'dprk plain name': (word) => withoutMarks(romaniseKoreanName(named(word), 'dprk')),
  'pinyin name': (word) => romaniseChinese(word).find(({ isName }) => isName)?.toned,
  'pinyin passport': (word) => romaniseChinese(word).find(({ isName }) => isName)?.passport,
  'pinyin word': (word) => romaniseChinese(word).find(({ isName }) => !isName)?.toned ?? romaniseChinese(word).at(-1)?.toned,
  north: (word) => spelled(sinoKoreanName(word)?.north),
  south: (word) => spelled(sinoKoreanName(word)?.south),
  hepburn: (word) => capital(romaniseKana(word, 'macrons')),
  'hepburn plain': (word) => capital(romaniseKana(word, 'plain')),
  'hepburn passport': (word) => capital(romaniseKana(word, 'passport')),
  iso9: (word) => romaniseCyrillic(word, 'iso9'),
  bgn: (word) => romaniseCyrillic(word, 'bgn'),
  passport: (word) => romaniseCyrillic(word, 'passport'),
}

describe('the table of romanisations', () => {
  it.each(ROMANISE_CASES)('%s: %s is %s (%s)', (kind, word, expected) => expect(MAKE[kind](word)).toBe(expected))

  it('has rows of every system, each with a source', () => {
    expect(ROMANISE_CASES.length).toBeGreaterThan(120)
    expect([...new Set(ROMANISE_CASES.map(([kind]) => kind))].sort()).toEqual(Object.keys(MAKE).sort())
    for (const [, word, expected, source] of ROMANISE_CASES)
      expect([word, expected, SOURCES[source]].every((part) => part !== '')).toBe(true)
  })
})

describe('Hangul', () => {
  it('decomposing and composing are each other’s inverse over all 11,172 syllables', () => {
    let count = 0
    for (const onset of ONSETS)
      for (const vowel of VOWELS)
        for (const coda of CODAS) {
          const jamo = { onset, vowel, coda: coda === ' ' ? '' : coda }
          const syllable = composed(jamo) ?? ''
          expect(syllable.codePointAt(0)).toBe(0xac00 + count++)
          if (JSON.stringify(decomposed(syllable)) !== JSON.stringify(jamo)) expect(decomposed(syllable)).toEqual(jamo)
        }
    expect(count).toBe(11_172)
    for (const other of ['', 'a', '한국', '漢', 'ㄱ']) expect(decomposed(other)).toBeUndefined()
    expect(composed({ onset: 'ㄱ', vowel: 'ㄱ', coda: '' })).toBeUndefined()
  })

  it.each(SYSTEMS)('every syllable has a spelling in %s, ASCII but for breves', (system) => {
    for (let code = 0xac00; code <= 0xd7a3; code++) {
      const latin = romaniseKorean(String.fromCharCode(code), system)
      if (!/^[A-Za-z']+$/.test(withoutMarks(latin)) || (system === 'revised' && withoutMarks(latin) !== latin))
        expect(latin).toBe('ASCII but for breves')
    }
  })

  const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code))

  it.each(SYSTEMS)('any word and any name has a spelling in %s', (system) => {
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 8 }), (word) => {
        expect(withoutMarks(romaniseKorean(word.join(''), system))).toMatch(/^[A-Za-z'-]+$/)
        const name = romaniseKoreanName({ family: '김', given: word.join('') }, system)
        expect(withoutMarks(name)).toMatch(/^[A-Za-z'-]+(?: [A-Za-z'-]+)+$/)
      }),
    )
  })
})

describe('tables', () => {
  it('every letter of kana and Cyrillic, and every row, is ASCII when the marks are dropped', () => {
    for (const kana of Object.keys(KANA))
      for (const style of ['macrons', 'plain', 'passport'] as const)
        expect(withoutMarks(romaniseKana(kana, style)), kana).toMatch(/^[a-z']*$/)
    for (const [system, letters] of Object.entries(CYRILLIC_SYSTEMS))
      for (const [letter, latin] of Object.entries(letters)) expect(withoutMarks(latin), `${system} ${letter}`).toMatch(/^[a-z'"]*$/)
    for (const [kind, word, expected] of ROMANISE_CASES)
      if (kind !== 'north' && kind !== 'south') expect(withoutMarks(expected), word).toMatch(/^[\x20-\x7e]+$/)
  })

  it('ISO 9 gives a letter for a letter, so that Russian can be read back', () => {
    const russian = [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя']
    expect(new Set(russian.map((letter) => romaniseCyrillic(letter, 'iso9'))).size).toBe(russian.length)
  })

  it('every family name has spellings, and every Chinese character of one a reading that is one', () => {
    for (const family of Object.keys(SURNAME_SPELLINGS)) expect(HANGUL_SURNAMES.has(family), family).toBe(true)
    for (const family of Object.values(HANJA_SURNAMES)) expect(family).toMatch(/^[\uac00-\ud7a3]{1,2}$/)
    for (const readings of Object.values(SURNAME_READINGS)) expect(readings).toMatch(/^[A-ZŌĀ]\p{L}+(?:\|[A-Z]\p{L}+)?$/u)
  })
})

describe('romanisations for readers', () => {
  const of = (text: string, system: string) => romanisations(text).filter((row) => row.system === system).map((row) => row.text) // biome-ignore format: one line

  it('gives a Korean name in the three systems, and how the family name is spelled', () => {
    expect(of('김철수', 'revised')).toContain('Gim Cheolsu')
    expect(of('김철수', 'mccune')).toContain("Kim Ch'ŏl-su")
    expect(of('김철수', 'dprk-plain')).toContain('Kim Chol Su')
    expect(of('김철수', 'surname')).toEqual(['Kim, Gim'])
  })

  it('reads a Chinese name in pinyin, and in Korean where the family name is one that Koreans bear too, without saying whose it is', () => {
    expect(of('李成林', 'pinyin')).toContain('Li Chenglin')
    expect(of('李成林', 'dprk-plain')).toEqual(['Ri Song Rim'])
    expect(of('李成林', 'revised')).toEqual(['I Seongrim'])
    expect(of('李成林', 'mccune')).toEqual(['Yi Sŏng-nim', 'Ri Sŏng-nim'])
    expect(of('仇英', 'dprk')).toEqual([])
    for (const { note } of romanisations('李成林').filter(({ system }) => system === 'dprk'))
      expect(note).toContain('no sign of who the person is')
  })

  it('a blank after the family name is part of a name, elsewhere it is not', () => {
    expect(of('김 철수', 'dprk-plain')).toContain('Kim Chol Su')
    expect(of('조선 중앙', 'revised')).toEqual(['Joseon Jungang'])
  })

  it('keeps what is not read: digits, Latin words, Chinese characters beside kana', () => {
    expect(of('조선4.26아동영화촬영소', 'dprk-plain')).toEqual(['Joson 4.26 Adongyonghwachwaryongso'])
    expect(of('студия SEK', 'bgn')).toEqual(['studiya SEK'])
    expect(of('v2 조선26호', 'revised')).toEqual(['v2 Joseon 26 Ho'])
    expect(of('film ジュンイチ・さとう', 'hepburn')).toEqual(["film Jun'ichi・Satō"])
    expect(of('撮影所スタジオ', 'hepburn')).toEqual(['撮影所Sutajio'])
    expect(romanisations('SEK Studio')).toEqual([])
    expect(romanisations('')).toEqual([])
  })

  it('no note says where a person is from', () => {
    for (const text of ['김철수', '리설주', '李成林', '朴光浩', 'さとう', 'Юлия', '조선'])
      for (const { note } of romanisations(text))
        expect(note).not.toMatch(/\b(?:is|are|was) (?:a |an )?(?:North|South)? ?(?:Korean|Chinese|Japanese|Russian)\b|nationality|citizen/)
  })

  it('is bounded, repeats itself exactly, has no row twice, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.array(fc.constantFrom(...'김리李单万俟がっんーゞЩь4. aé\ud800'), { maxLength: 40 }).map((all) => all.join('')),
        ),
        (text) => {
          const rows = romanisations(text)
          expect(rows.length).toBeLessThanOrEqual(LIMITS.romanisations)
          expect(romanisations(text)).toEqual(rows)
          expect(new Set(rows.map(({ system, text: latin }) => `${system} ${latin}`)).size).toBe(rows.length)
        },
      ),
    )
    const long = romanisations('김'.repeat(LIMITS.romanisedChars + 5))
    expect(long[0]?.note).toContain(`of the first ${LIMITS.romanisedChars} characters`)
    expect(long[0]?.text.length).toBe(3 * LIMITS.romanisedChars)
  })
})
