import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { tellPage } from './code-page.ts'
import { decodeKps9566, encodeKps9566 } from './kps9566.ts'
import { KPS_HANGUL, KPS_HANJA, KPS_SIGNS } from './tables/kps9566.ts'
import { decodeText } from './text.ts'

/** Korean as notes of the trade have it, in northern spelling. */
const NOTES = [
  '머리선을 닫을것. 배경을 다시 그릴것. 눈동자는 두번째 그림을 따를것.',
  '3화 수정 목록: 녀자아이의 치마색이 서로 다르다. 설계도를 보고 고친다.',
  '중간그림이 모자란다. 래일까지 네장을 더 그려서 보내주기 바란다.',
]
const kps = (text: string) => encodeKps9566(text) ?? new Uint8Array()

it.each([
  // From Unicode's mapping of KPS 9566-2003, as others carry it: both ends of each part, and cells between.
  ['a1a1', '\u3000'],
  ['a1f3', '︼'],
  ['a2dd', '☆'],
  ['a3b0', '０'],
  ['a4ae', 'ㅎ'],
  ['a4af', 'ㄲ'],
  ['a5a7', 'Ё'],
  ['a6b8', 'Ω'],
  ['a7be', '㉚'],
  ['a8a6', '€'],
  ['a9e4', '╊'],
  ['aaf3', 'ん'],
  ['abf6', 'ヶ'],
  ['ace1', '®'],
  ['aefe', 'þ'],
  ['b0a1', '가'],
  ['b0fe', '귿'],
  ['b1d3', '괼'],
  ['b4c0', '듀'],
  ['b7a1', '먐'],
  ['c1ae', '툇'],
  ['c4b3', '휑'],
  ['c4b4', '까'],
  ['cccf', '윁'],
  ['cda1', '伽'],
  ['fecf', '矮'],
  ['8141', '갃'],
  ['81fe', '갲'],
  ['a3a0', '깫'],
  ['ac87', '뛨'],
  ['bf41', '욿'],
  ['c259', '웼'],
  ['c3e4c2d9', '회한'],
])('%s is %s', (hex, text) => {
  expect(decodeKps9566(Buffer.from(hex, 'hex'))).toEqual({ text, faults: 0, names: 0 })
})

it('every syllable of Unicode, every hanja and every sign stand once, and what is written is read again', () => {
  const syllables = Array.from({ length: 11172 }, (_, at) => String.fromCharCode(0xac00 + at)).join('')
  const signs = KPS_SIGNS.map((row, at) => (at === 3 ? row.slice(0, 71) : row))
    .join('')
    .replaceAll('\ufffd', '')
  expect([new Set(KPS_HANGUL).size, KPS_HANGUL.length, new Set(KPS_HANJA).size, KPS_HANJA.length]).toEqual([2679, 2679, 4653, 4653])
  for (const all of [syllables, KPS_HANJA, signs]) {
    expect(encodeKps9566(all)?.length).toBe(all.length * 2)
    expect(decodeKps9566(kps(all))).toEqual({ text: all, faults: 0, names: 0 })
  }
  const letters = [...KPS_HANGUL.slice(0, 400), ...KPS_HANJA.slice(0, 100), ...'갃똠쀓뷁AZ az09\n、《》ЁΩ']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters)), (parts) => {
      expect(decodeKps9566(kps(parts.join('')))).toEqual({ text: parts.join(''), faults: 0, names: 0 })
    }),
  )
  expect(encodeKps9566('안녕 😀')).toBeUndefined()
})

it('bytes that are no character are counted and lose no text after them', () => {
  expect(decodeKps9566(Buffer.from('41ff42', 'hex'))).toEqual({ text: 'A\ufffdB', faults: 1, names: 0 })
  expect(decodeKps9566(Buffer.from('b0a1a3a1b0a180', 'hex'))).toEqual({ text: '가\ufffd가\ufffd', faults: 2, names: 0 })
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const { text, faults } = decodeKps9566(bytes)
      expect(text.split('\ufffd').length - 1).toBe(faults)
    }),
  )
})

it('the cells for names of leaders read as the ordinary syllables, and are counted', () => {
  expect(decodeKps9566(Buffer.from('a4e8a4e9a4eaa4eba4eca4eda4eea4efa4f0', 'hex'))).toEqual({
    text: '김일성김정일김정은',
    faults: 0,
    names: 9,
  })
  expect(decodeKps9566(kps('김일성')).names).toBe(0)
})

it.each(NOTES)('"%s" is told in KPS 9566, with what the bytes say elsewhere', (text) => {
  expect(decodeText(kps(text))).toEqual(expect.objectContaining({ text, codePage: 'kps9566', faults: 0 }))
  const told = tellPage(kps(text))
  expect(told.codePage).toBe('kps9566')
  expect(told.rivals.map(({ codePage }) => codePage)).toContain('gb18030')
  expect(decodeText(iconv.encode(text, 'cp949'))).toMatchObject({ text, codePage: 'cp949' })
})

it('nothing else is called KPS 9566: text of other pages, single words, Latin, kana, random bytes', () => {
  const chinese = '请把第三场的头发线条修改一下，背景需要重新绘制，眼睛的颜色要参考第二张图片，明天下午之前交付给我们。'
  const traditional = '請把第三場的頭髮線條修改一下，背景需要重新繪製，眼睛的顏色要參考第二張圖片，明天下午之前交付給我們。'
  const japanese = '第三場面の髪の線を修正してください。背景は描き直しが必要です。目の色は二枚目の絵を参照してください。'
  const texts = [
    ...NOTES.map((text) => iconv.encode(text, 'cp949')),
    ...['gbk', 'gb18030', 'big5'].map((page) => iconv.encode(page === 'big5' ? traditional : chinese, page)),
    iconv.encode(traditional, 'gbk'),
    ...['shift_jis', 'euc-jp'].map((page) => iconv.encode(japanese, page)),
    iconv.encode('Größe der Fläche über dem Löschknopf: für Änderungen später öffnen', 'windows-1252'),
    iconv.encode('Исправить линию волос в третьей сцене и фон', 'koi8-r'),
    kps('원화 배경'),
  ]
  expect(texts.map((bytes) => [decodeText(bytes).codePage, tellPage(bytes).codePage].includes('kps9566'))).toEqual(texts.map(() => false))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0xb0, max: 0xcc }), fc.integer({ min: 0xa1, max: 0xfe })), { minLength: 12, maxLength: 80 }),
      (pairs) => {
        expect(decodeText(Uint8Array.from(pairs.flat())).codePage).not.toBe('kps9566')
      },
    ),
  )
})
