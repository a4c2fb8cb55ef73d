import { describe, expect, it } from 'vitest'
import {
  DELIVERY_LINES,
  DOCUMENT_TITLES,
  FILE_WORDS,
  GREETINGS,
  HORSE_BOOK,
  HORSE_CAPTIONS,
  INSTRUCTIONS,
  type InstructionText,
  PICTURE_NOTES,
  PLANTED,
  PRODUCTION_LINES,
  PRODUCTIONS,
  RETAKES,
  RIGHTS_LINES,
  STRAY_KO,
  STRAY_ZH,
  STUDIO_LINES,
  YANBIAN,
  ZH_ONLY,
} from './index.ts'

const TRANSLATED: readonly InstructionText[] = [...INSTRUCTIONS, ...RETAKES, ...PICTURE_NOTES, ...YANBIAN, ...PLANTED]
const DEALT: readonly InstructionText[] = [...INSTRUCTIONS, ...RETAKES, ...PICTURE_NOTES]

// Terms that any glossary of the trade lists; a text that is said to use none may hold none of these.
const TRADE_ZH =
  '动画 原画 中间画 分镜 故事板 导演 背景 前景 特效 阴影 高光 表情 姿势 口型 台词 镜头 画面 特写 透视 角度 合成 道具 律表 时间 节奏 修改 修正 返修 清稿 描线 上色 设定 循环 模糊 分层 淡入 淡出 叠化'.split(
    ' ',
  )
const TRADE_KO =
  '원화 동화 배경 소품 효과 그림자 그늘 강조빛 하이라이트 표정 자세 포즈 입모양 대사 화면 장면 컷 근접화면 투시 각도 합성 촬영 시간 수정 고침 재작업 리테이크 정서 클린업 색칠 채색 설정도 반복 흐림 레이어 겹침 구도 레이아웃 타이밍 프레임'.split(
    ' ',
  )

const HAN = /\p{Script=Han}/u
const HANGUL = /\p{Script=Hangul}/u
const placeholdersOf = (text: string): string[] => [...new Set(text.match(/\{[a-z]+\}/g) ?? [])].sort()
/** A text without spaces and punctuation, so that two spellings of one sentence are one. */
const bareOf = (text: string): string => text.replace(/[\s\p{P}]/gu, '')
const repeatedIn = (texts: readonly string[]): string[] => texts.map(bareOf).filter((text, index, all) => all.indexOf(text) !== index)

describe('the texts of the generator', () => {
  it('are as many as the cases need', () => {
    expect(INSTRUCTIONS.length).toBeGreaterThanOrEqual(320)
    expect(RETAKES.length).toBeGreaterThanOrEqual(40)
    expect(PICTURE_NOTES.length).toBeGreaterThanOrEqual(14)
    expect(STRAY_ZH.length).toBeGreaterThanOrEqual(120)
    expect(STRAY_KO.length).toBeGreaterThanOrEqual(120)
    expect(ZH_ONLY.length).toBeGreaterThanOrEqual(60)
    expect(YANBIAN.length).toBeGreaterThanOrEqual(40)
    expect(PLANTED.length).toBeGreaterThanOrEqual(30)
    expect(HORSE_BOOK.length).toBeGreaterThanOrEqual(40)
    expect(HORSE_CAPTIONS.length).toBeGreaterThanOrEqual(12)
  })

  it('say each thing once', () => {
    expect(repeatedIn([...TRANSLATED.map(({ zh }) => zh), ...STRAY_ZH, ...ZH_ONLY, ...GREETINGS.zh])).toEqual([])
    expect(
      repeatedIn([...DEALT.map(({ ko }) => ko), ...YANBIAN.map(({ ko }) => ko), ...STRAY_KO.map(({ north }) => north), ...GREETINGS.ko]),
    ).toEqual([])
    expect(repeatedIn([...DEALT.map(({ koSouth }) => koSouth), ...STRAY_KO.map(({ south }) => south), ...GREETINGS.koSouth])).toEqual([])
    expect(repeatedIn([...HORSE_BOOK, ...HORSE_CAPTIONS])).toEqual([])
  })

  it('are Chinese where Chinese is promised, and Korean where Korean is', () => {
    for (const zh of [...TRANSLATED.map((text) => text.zh), ...STRAY_ZH, ...ZH_ONLY]) {
      expect(zh).toMatch(HAN)
      expect(zh).not.toMatch(HANGUL)
    }
    const korean = [...TRANSLATED.flatMap(({ ko, koSouth }) => [ko, koSouth]), ...STRAY_KO.flatMap(({ north, south }) => [north, south])]
    for (const ko of korean) {
      expect(ko).toMatch(HANGUL)
      expect(ko).not.toMatch(HAN)
      expect(ko.normalize('NFC')).toBe(ko)
    }
  })

  it('hold the same placeholders in a note and in its translations', () => {
    for (const { zh, ko, koSouth } of TRANSLATED) {
      expect(placeholdersOf(ko), ko).toEqual(placeholdersOf(zh))
      expect(placeholdersOf(koSouth), koSouth).toEqual(placeholdersOf(zh))
    }
    for (const text of [...STRAY_ZH, ...ZH_ONLY, ...STRAY_KO.flatMap(({ north, south }) => [north, south])])
      expect(placeholdersOf(text), text).toEqual([])
    expect(INSTRUCTIONS.filter(({ zh }) => zh.includes('{')).length * 3).toBeLessThanOrEqual(INSTRUCTIONS.length)
    for (const { zh } of RETAKES) expect(zh).toContain('{shot}')
    for (const { zh } of PICTURE_NOTES) expect(placeholdersOf(zh), zh).toEqual([])
  })

  it('do without the terms of the trade in two fifths of the instructions', () => {
    const plain = INSTRUCTIONS.filter(({ usesKnownTerms }) => !usesKnownTerms)
    expect(plain.length / INSTRUCTIONS.length).toBeGreaterThanOrEqual(0.4)
    for (const { zh, ko, koSouth } of plain) {
      for (const term of TRADE_ZH) expect(zh).not.toContain(term)
      for (const term of TRADE_KO) for (const text of [ko, koSouth]) expect(text.replaceAll(' ', '')).not.toContain(term)
    }
    expect(plain.length).toBeLessThan(INSTRUCTIONS.length)
  })

  it('vary in length, and leave some notes without a spelling of North or South', () => {
    const lengths = INSTRUCTIONS.map(({ zh }) => zh.length)
    expect(lengths.filter((length) => length <= 8).length).toBeGreaterThanOrEqual(25)
    expect(lengths.filter((length) => length >= 25).length).toBeGreaterThanOrEqual(18)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(45)
    expect(INSTRUCTIONS.filter(({ ko, koSouth }) => ko === koSouth).length).toBeGreaterThanOrEqual(30)
  })

  it('keep strays apart from every translation', () => {
    const translations = new Set(TRANSLATED.flatMap(({ ko, koSouth }) => [bareOf(ko), bareOf(koSouth)]))
    const originals = new Set([...TRANSLATED.map(({ zh }) => bareOf(zh)), ...ZH_ONLY.map(bareOf)])
    for (const { north, south } of STRAY_KO) expect(translations.has(bareOf(north)) || translations.has(bareOf(south)), north).toBe(false)
    for (const zh of STRAY_ZH) expect(originals.has(bareOf(zh)), zh).toBe(false)
  })

  it('carry spellings of the North only where the North is meant', () => {
    const north = /로동|녀자|련습|리해|색갈|눈섭|날자|화일|되여|머리칼|웃부분|뒤부분|아래부분|고뿌|판본/u
    const south = /노동|여자|연습|이해|색깔|눈썹|날짜|파일|되어|머리카락|윗부분|뒷부분|아랫부분|레이어|프레임|캐릭터|해 주세요/u
    for (const { ko, koSouth } of DEALT) {
      expect(koSouth).not.toMatch(north)
      expect(ko).not.toMatch(south)
    }
    for (const text of STRAY_KO) {
      expect(text.south).not.toMatch(north)
      expect(text.north).not.toMatch(south)
    }
    expect(DEALT.filter(({ ko }) => north.test(ko)).length).toBeGreaterThan(25)
  })

  it('name invented productions and companies once each, and no horses outside their book', () => {
    expect(new Set(PRODUCTIONS.map(({ code }) => code)).size).toBe(PRODUCTIONS.length)
    expect(new Set(PRODUCTIONS.map(({ company }) => company)).size).toBe(PRODUCTIONS.length)
    const ofGuide = ['{company}', '{title}', '{code}']
    for (const line of [...RIGHTS_LINES, ...PRODUCTION_LINES]) for (const name of placeholdersOf(line)) expect(ofGuide).toContain(name)
    for (const line of STUDIO_LINES) for (const name of placeholdersOf(line)) expect(name).toBe('{company}')
    for (const third of [0, 1, 2]) expect(STUDIO_LINES.filter((_, at) => at % 3 === third).join()).toContain('{company}')
    for (const line of DELIVERY_LINES) for (const name of placeholdersOf(line)) expect(['{shot}', '{n}']).toContain(name)
    for (const { zh } of TRANSLATED) expect(zh.replaceAll('马上', '')).not.toContain('马')
    for (const zh of [...STRAY_ZH, ...ZH_ONLY]) expect(zh.replaceAll('马上', '')).not.toContain('马')
  })

  it('offer as many titles and file words in every language as a name may need', () => {
    for (const titles of Object.values(DOCUMENT_TITLES)) expect(new Set(titles).size).toBe(8)
    for (const words of Object.values(FILE_WORDS)) expect(new Set(words).size).toBeGreaterThanOrEqual(18)
  })
})
