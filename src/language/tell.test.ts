import { expect, it } from 'vitest'
import { tellLanguage } from './index.ts'

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
  for (const text of ['動画', '発注', '原画修正', '作画', '検査']) expect(tellLanguage(text).language, text).not.toMatch(/^zh-/)
})
