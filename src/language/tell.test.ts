import fc from 'fast-check'
import { expect, it } from 'vitest'
import { declaration, fixture, kanjiPieces, sentences, shortPieces } from '../../bench/language/corpus.mjs'
import { languageRuns, settleOpenHan, tellLanguage, tellPassage } from './index.ts'

it.each([
  ['头部的线条再细一点', 'zh-Hans'],
  ['頭部的線條再細一點', 'zh-Hant'],
  ['머리부분 선을 좀 더 가늘게', 'ko'],
  ['線をもっと細く', 'ja'],
  ['исправить линию', 'ru'],
  ['please redraw the line', 'en'],
  ['E307_112', 'und'],
])('%s is %s', (text, language) => expect(tellLanguage(text).language).toBe(language))

it('never calls kanji-only Japanese simplified or traditional Chinese', () => {
  for (const text of [
    '動画',
    '発注',
    '原画修正',
    '作画',
    '検査',
    '時間',
    '線画',
    '頭部',
    '作画監督修正',
    '撮影指示',
    '問題点',
    '開始時間',
    '背景設計',
  ])
    expect(tellLanguage(text).language, text).not.toMatch(/^zh-/)
})

it.each([
  ['请按原画修改', 'zh-Hans'],
  ['請按照原畫修改這張圖', 'zh-Hant'],
  ['人物走出画面', 'zh'],
  ['修改', 'zh'],
  ['修正', 'zh'],
  ['Linie am Kopf dünner', 'und'],
  ['ligne trop fine', 'und'],
  ['виправити лінію', 'uk'],
  ['C:\\work\\cut_012.psd', 'und'],
  ['BG LO CUT', 'und'],
  ['A', 'und'],
  ['Lantern Hollow - animation guide, second edition', 'en'],
  ['원화(原畫)대로 고칠것', 'ko'],
  ['redraw left hand', 'en'],
  ['SC045_v03.psd', 'und'],
  ['1920x1080', 'und'],
])('%s is told as %s', (text, language) => expect(tellLanguage(text).language).toBe(language))

const DECLARATIONS = { zh: ['cmn_hans', 'cmn_hant'], ko: ['kor'], ja: ['jpn'], en: ['eng'], ru: ['rus'] }

/** Counts answers: right, said to be open with the right one among the candidates, wrong, and wrong at 0.8 or more. */
function judged(texts: readonly (readonly [string, string])[]) {
  const answers = texts.map(([language, text]) => ({ language, told: tellLanguage(text) }))
  const right = answers.filter(({ language, told }) => told.language.split('-')[0] === language).length
  const open = answers.filter(
    ({ language, told }) => told.language.split('-')[0] !== language && told.candidates?.includes(language),
  ).length
  const firm = answers.filter(
    ({ language, told }) => told.language.split('-')[0] !== language && told.language !== 'und' && told.confidence >= 0.8,
  )
  return { right, open, share: (right + open) / texts.length, firm: firm.length }
}

it('tells five languages in short strings and sentences, and is never firmly wrong', () => {
  const short: [string, string][] = fixture('short-strings.tsv').map(([language = '', text = '']) => [language, text])
  const long: [string, string][] = []
  for (const [language, codes] of Object.entries(DECLARATIONS))
    for (const code of codes) {
      for (const text of shortPieces(code, 100 / codes.length)) short.push([language, text])
      for (const text of sentences(code)) long.push([language, text])
    }
  expect(short.length).toBeGreaterThanOrEqual(400)
  const [ofShort, ofLong] = [judged(short), judged(long)]
  expect(ofShort.share).toBeGreaterThanOrEqual(0.985)
  expect(ofLong.share).toBeGreaterThanOrEqual(0.995)
  expect(ofLong.open).toBe(0)
  expect([ofShort.firm, ofLong.firm]).toEqual([0, 0])
})

it('leaves Japanese without kana open or tells it, and is never firmly wrong', () => {
  const own = judged(fixture('kanji-only.tsv').map(([text = '']) => ['ja', text] as const))
  const declared = judged(kanjiPieces().map((text) => ['ja', text] as const))
  expect(own.share).toBeGreaterThanOrEqual(0.8)
  expect(declared.share).toBeGreaterThanOrEqual(0.8)
  expect([own.firm, declared.firm]).toEqual([0, 0])
})

it.each([
  'deu_1996',
  'fra',
  'spa',
  'ita',
  'por_PT',
  'pol',
  'vie',
  'nld',
  'tur',
  'ukr',
  'bul',
  'srp_cyrl',
  'bel',
  'kaz',
  'eus',
  'swh',
  'lat',
])('never calls %s firmly English or Russian', (code) => {
  for (const text of [...sentences(code), ...shortPieces(code, 60)]) {
    const told = tellLanguage(text)
    if (/^(?:en|ru)$/.test(told.language)) expect(told.confidence, text).toBeLessThan(0.8)
  }
})

it('divides mixed lines into runs; codes and digits belong to the run before them', () => {
  const runs = (text: string) => languageRuns(text).map(({ from, to, language }) => [language, text.slice(from, to)])
  expect(runs('머리부분 头部的线条再细一点')).toEqual([
    ['ko', '머리부분 '],
    ['zh-Hans', '头部的线条再细一点'],
  ])
  expect(runs('请改 / 線をもっと細く / 선을 가늘게 E307_112')).toEqual([
    ['zh-Hans', '请改 / '],
    ['ja', '線をもっと細く / '],
    ['ko', '선을 가늘게 E307_112'],
  ])
  expect(runs('第12镜 please redraw the line')).toEqual([
    ['zh-Hans', '第12镜 '],
    ['en', 'please redraw the line'],
  ])
  expect(runs('원화(原畫)대로 고칠것')).toEqual([['ko', '원화(原畫)대로 고칠것']])
  expect(tellPassage('BG 참고')).not.toHaveProperty('runs')
})

it('runs cover any text without gap or overlap', () => {
  const part = fc.constantFrom(
    '머리',
    '头部的线',
    '線を',
    'redraw the',
    'линия',
    'E307_112',
    ' ',
    '\n',
    '/',
    '(',
    '\ud83d',
    'ー',
    '々',
    '\u1112\u1161',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(part).map((parts) => parts.join('')),
        fc.string({ unit: 'grapheme' }),
      ),
      (text) => {
        let at = 0
        for (const { from, to } of languageRuns(text)) {
          expect(from).toBe(at)
          expect(to).toBeGreaterThan(from)
          at = to
        }
        expect(at).toBe(text.length)
      },
    ),
  )
})

it('lets the other passages of an exhibit tell what letters leave open, and says so', () => {
  const settled = (...texts: string[]) => settleOpenHan(texts.map((text) => tellPassage(text))).map(({ language }) => language)
  expect(settled('修正', '線をもっと細く')).toEqual(['ja', 'ja'])
  expect(settled('修正', '头部的线条再细一点')).toEqual(['zh', 'zh-Hans'])
  expect(settled('修正', '선을 가늘게')).toEqual(['zh', 'ko'])
  expect(settled('修正', '线条再细', '線をもっと細く')[0]).toBe('zh')
  expect(tellLanguage('修正')).toMatchObject({ confidence: 0.5, candidates: ['zh', 'ja'] })
  expect(settleOpenHan([tellPassage('修正'), tellPassage('線をもっと細く')])[0]).toMatchObject({ toldBy: 'exhibit', confidence: 0.6 })
})

it('holds the length of a declaration in one language', () => {
  for (const [language, codes] of Object.entries(DECLARATIONS))
    for (const code of codes) expect(tellLanguage(declaration(code).join('\n')).language.split('-')[0]).toBe(language)
})
