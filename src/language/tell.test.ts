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
  ['修改', 'und'],
  ['원화(原畫)대로 고칠것', 'ko'],
  ['redraw left hand', 'en'],
  ['SC045_v03.psd', 'und'],
  ['1920x1080', 'und'],
])('%s is told as %s', (text, language) => expect(tellLanguage(text).language).toBe(language))
