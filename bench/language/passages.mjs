// Passages made for timings: Chinese, Korean, Japanese, English and Russian words drawn by Zipf's law from vocabularies made of a fixed seed, with shot codes
// and the words of the trade among the frequent ones. They mean nothing; only their lengths, their letters and how often words come back are like those of a case.

import { random as randomOf } from './corpus.mjs'

const random = randomOf(20240117)
const below = (n) => Math.floor(random() * n)
const skewed = (n) => Math.floor(n * random() ** 3)
const TRADE = {
  zh: ['修改', '原画', '动画', '線條', '镜头', '的', '再', '一点', '头部', '颜色', '请', '不要', '作監', '第三场'],
  ko: ['수정', '원화', '동화', '선을', '머리', '할것', '컷', '더', '가늘게', '색', '장면', '다시', '그릴것'],
  ja: ['リテイク', '原画', '修正', 'カット', 'お願いします', '動画', '線'],
  en: ['the', 'line', 'please', 'redraw', 'cut', 'head', 'frame', 'colour'],
  ru: ['и', 'кадр', 'линия', 'исправить', 'цвет'],
}
const letters = (of, from, to) => Array.from({ length: from + below(to - from + 1) }, () => of[skewed(of.length)]).join('')
const range = (from, count, step = 1) => Array.from({ length: count }, (_, i) => String.fromCodePoint(from + i * step))
const HAN = range(0x4e00, 2500, 8)
const HANGUL = range(0xac00, 900, 12)
const KANA = range(0x30a2, 80)
const make = (count, word) => Array.from({ length: count }, word)
const VOCABULARY = {
  zh: [...TRADE.zh, ...make(20_000, () => letters(HAN, 1, 3))],
  ko: [...TRADE.ko, ...make(20_000, () => letters(HANGUL, 2, 4))],
  ja: [...TRADE.ja, ...make(10_000, () => letters(random() < 0.4 ? HAN : KANA, 2, 4))],
  en: [...TRADE.en, ...make(10_000, () => letters([...'etaoinshrdlucmfwyp'], 2, 9))],
  ru: [...TRADE.ru, ...make(10_000, () => letters([...'оеаинтсрвлкмдпуяыьг'], 2, 9))],
}
const TAG = { zh: 'zh-Hans', ko: 'ko', ja: 'ja', en: 'en', ru: 'ru' }
const PARTED = { zh: '', ja: '', ko: ' ', en: ' ', ru: ' ' }
const MIX = ['zh', 'zh', 'zh', 'zh', 'zh', 'zh', 'zh', 'ko', 'ko', 'ko', 'ko', 'ko', 'ko', 'ko', 'en', 'en', 'en', 'ja', 'ja', 'ru']

/** The word at rank r comes about 1/r as often as the first. */
const zipf = (words) => words[Math.min(words.length - 1, Math.floor(words.length ** random()) - 1)]

/** Rows `[id, passage]` of a case, the same ones for the same count; every 200 passages lie in one file. One in 50,000 holds 鲸鱼 or 고래수염. */
export function* passageRows(count) {
  let path = ''
  let sha = ''
  for (let n = 0; n < count; n++) {
    if (n % 200 === 0) {
      sha = Array.from({ length: 64 }, () => '0123456789abcdef'[below(16)]).join('')
      path = `day-${String((n / 200) % 400).padStart(3, '0')}/E${300 + (n % 17)}_${100 + (n % 83)}/notes-${n / 200}.xlsx`
    }
    const language = MIX[below(MIX.length)]
    const words = Array.from({ length: 3 + below(18) }, () => zipf(VOCABULARY[language]))
    if (random() < 0.3) words.unshift(`E${300 + skewed(30)}_${100 + skewed(300)}`)
    if (n % 50_000 === 77) words.push('鲸鱼')
    if (n % 50_000 === 78) words.push('고래수염')
    const anchor = `${sha}!cell=Sheet1,B${(n % 200) + 1}`
    const at = { kind: 'cell', sheet: 'Sheet1', cell: `B${(n % 200) + 1}` }
    const passage = {
      text: words.join(PARTED[language]),
      at,
      role: 'text',
      block: 'Sheet1!7',
      row: n % 200,
      column: 2,
      anchor,
      exhibitId: sha.slice(0, 32),
      path,
    }
    yield [anchor, { ...passage, language: TAG[language], script: 'Zyyy', confidence: 1 }]
  }
}
