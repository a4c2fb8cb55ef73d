import { expect, test } from 'vitest'
import { findNames, packNames, prepareName, roomFor } from './index.ts'
import { joinsOf, rowsOf } from './packed/packed-names.ts'
import { nearWords, packWords, wordAt } from './packed/words.ts'
import { isTranscribed, SURE_SOUND, transcribed, transcriptionLikeness } from './transcription.ts'

/** Names of well-known people and places as Chinese newspapers write them: general knowledge, none from a list of anybody. */
const NAMES: Readonly<Record<string, string>> = {
  施瓦辛格: 'schwarzenegger', 斯皮尔伯格: 'spielberg', 奥本海默: 'oppenheimer', 梅赛德斯: 'mercedes', 贝多芬: 'beethoven', 维特根斯坦: 'wittgenstein', 托尔斯泰: 'tolstoy', 陀思妥耶夫斯基: 'dostoevsky', 柴可夫斯基: 'tchaikovsky',
  毕加索: 'picasso', 塞万提斯: 'cervantes', 加西亚: 'garcia', 马尔克斯: 'marquez', 撒切尔: 'thatcher', 丘吉尔: 'churchill', 罗斯福: 'roosevelt', 艾森豪威尔: 'eisenhower', 克林顿: 'clinton', 麦克阿瑟: 'macarthur', 杰弗逊: 'jefferson',
  伊丽莎白: 'elizabeth', 克里斯蒂娜: 'christina', 弗朗西斯科: 'francisco', 墨西哥: 'mexico', 巴塞罗那: 'barcelona', 斯德哥尔摩: 'stockholm', 布宜诺斯: 'buenos', 加拉加斯: 'caracas', 曼彻斯特: 'manchester',
  伯明翰: 'birmingham', 哥本哈根: 'copenhagen', 法兰克福: 'frankfurt', 萨拉热窝: 'sarajevo', 维尔纽斯: 'vilnius', 安德森: 'anderson', 约翰逊: 'johnson', 威廉姆斯: 'williams', 沃尔特: 'walter', 迪士尼: 'disney',
  朱利安尼: 'giuliani', 莫扎特: 'mozart', 德彪西: 'debussy', 舒伯特: 'schubert', 卡斯特罗: 'castro', 菲茨杰拉德: 'fitzgerald', 海明威: 'hemingway', 捷列什科娃: 'tereshkova',
} // biome-ignore format: a table

test('a foreign name in Chinese characters is most like the word that it is, of all the words of the table', () => {
  const words = Object.values(NAMES)
  const likenessOf = (han: string, word: string) => transcriptionLikeness(transcribed(han), word)
  const taken = Object.entries(NAMES).flatMap(([han, own]) => {
    const likest = [...words].sort((a, b) => likenessOf(han, b) - likenessOf(han, a))[0]
    return likest === own && likenessOf(han, own) > 0 ? [] : [`${han} ${own} ${likenessOf(han, own)} ~ ${likest}`]
  })
  expect(taken).toEqual([])
})

test('likeness by sound is bounded, says less of fewer characters, and is nothing for other words and other letters', () => {
  for (const han of Object.keys(NAMES))
    for (const word of [...Object.values(NAMES), 'x', '', 'ʿعلي', 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz'])
      expect(transcriptionLikeness(transcribed(han), word)).toSatisfy((likeness: number) => likeness >= 0 && likeness <= SURE_SOUND)
  expect(transcriptionLikeness(transcribed('托尔'), 'tor')).toBeLessThanOrEqual(0.88)
  expect(transcriptionLikeness(transcribed('贝多芬'), 'schwarzenegger')).toBe(0)
  expect(transcriptionLikeness(transcribed('贝多芬'), 'бетховен')).toBe(0)
})

test('a list finds the word, also where letters stand in it that no character stands for', () => {
  const more = {
    布卡尔: 'bourcart',
    乔万尼奥里: 'giovagnoli',
    洛德维克: 'lodewijk',
    勒温: 'lofving',
    阿佩菲尔德: 'appelfeld',
    多内夫: 'donev',
    于贝尔: 'hubert',
    勒鲁: 'leroux',
    库斯托: 'cousteau',
    蓬斯莱: 'poncelet',
    席勒: 'schiller',
  }
  const all = { ...NAMES, ...more }
  const words = packWords([...new Set(Object.values(all))])
  const missed = Object.entries(all).filter(
    ([han, own]) => !nearWords(words, transcribed(han)).some(({ word }) => wordAt(words, word) === own),
  )
  expect(missed).toEqual([])
})

test('beside a given name that agrees, a family name is found that sounds less like its characters than hundreds of words of the list', () => {
  const like = ['k', 'c', 'kh', 'q'].flatMap((a) =>
    ['a', 'aa', 'ar', 'al'].flatMap((b) => ['l', 'r', 'll', 'rl'].flatMap((c) => ['', 'e', 'a', 'o', 'h', 'i'].map((d) => a + b + c + d))),
  )
  const words = packWords([...new Set([...like, 'gael'])])
  expect(nearWords(words, transcribed('卡尔')).map(({ word }) => wordAt(words, word))).not.toContain('gael')
  const names = [...like.map((word) => [word]), ['Thomas Gael'], ['Thomas Marwick']]
  const list = packNames(names)
  const found = findNames(list, roomFor(list), prepareName('托马斯·卡尔', 'Person'), 5)
  expect(names[found[0]?.entry ?? -1]).toEqual(['Thomas Gael'])
})

test('two foreign names that Chinese writes as one are found in the list as two words, and joined with no word in letters', () => {
  const names = [['Carnegie Mellon University'], ['Carnegie Hall'], ['Mellon Bank'], ['Ethan Allen Interiors'], ['University of Marwick']]
  const list = packNames(names)
  const firstOf = (name: string) => names[findNames(list, roomFor(list), prepareName(name, 'Organization'), 5)[0]?.entry ?? -1]?.[0]
  expect([firstOf('卡耐基梅隆大学'), firstOf('伊森艾伦公司')]).toEqual(['Carnegie Mellon University', 'Ethan Allen Interiors'])
  const joins = (rowsOf(prepareName('昆明昌德影视文化集团', 'Company')) ?? []).flatMap((tokens) => joinsOf(tokens).map(({ text }) => text))
  expect(joins.length).toBeGreaterThan(0)
  expect(joins.filter((text) => isTranscribed(text) && /[a-z]/.test(text))).toEqual([])
})
