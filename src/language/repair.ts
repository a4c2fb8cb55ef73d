import { tellKps9566 } from '../base/kps9566-told.ts'
import { lazily } from '../base/lazily.ts'
import { FREQUENT_HAN, FREQUENT_HANGUL } from '../base/tables/frequent-letters.ts'
import type { RepairedText } from '../model/index.ts'

const iconv = lazily<typeof import('iconv-lite')>('iconv-lite')

/** UTF-16 units that are looked at to tell whether a text is worth trying. */
const LOOKED_AT = 200
/** Letters that a text must have before it is called broken; two letters fit several code pages by chance. */
const LETTERS = 3
/** Letters below which nearly all must be common ones. */
const FEW = 6
/** Share of common letters that the repaired text needs at least, that the text as it stands may have at most, and by how much the first must be the higher. */
const COMMON = { few: 0.85, korean: 0.6, chinese: 0.45, standing: 0.34, lead: 0.3 } as const

/** A way text gets broken: written in one code page and read in another. */
interface Misreading {
  readonly how: string
  /** Bytes that the text was read from; undefined when it cannot have been. */
  readonly bytesOf: (text: string) => Uint8Array | undefined
  readonly textOf: (bytes: Uint8Array) => string | undefined
  readonly isBelieved: (standing: string, repaired: string) => boolean
}

const HANGUL = /[가-힣]/g
const HAN = /[\u3400-\u9fff]/g
const ABOVE_ASCII = /[^\x20-\x7e\s]/g

/** Tried in this order; the first that holds wins. */
const MISREADINGS: readonly Misreading[] = [
  { how: 'utf-8 read as cp1252', bytesOf: (text) => latinBytes(text), textOf: utf8, isBelieved: isAnyText },
  { how: 'utf-8 read as gbk', bytesOf: page('gbk'), textOf: utf8, isBelieved: isEastAsian },
  { how: 'utf-8 read as cp949', bytesOf: page('cp949'), textOf: utf8, isBelieved: isEastAsian },
  { how: 'cp949 read as gbk', bytesOf: page('gbk'), textOf: decoder('cp949'), isBelieved: isKoreanOverHan },
  { how: 'gbk read as cp949', bytesOf: page('cp949'), textOf: decoder('gbk'), isBelieved: isChineseOverMixed },
  { how: 'cp949 read as cp1252', bytesOf: (text) => pairsOf(latinBytes(text)), textOf: decoder('cp949'), isBelieved: isKorean },
  { how: 'gbk read as cp1252', bytesOf: (text) => pairsOf(latinBytes(text)), textOf: decoder('gbk'), isBelieved: isChinese },
  { how: 'kps9566 read as cp949', bytesOf: page('cp949'), textOf: kps9566, isBelieved: isKorean },
  { how: 'kps9566 read as gbk', bytesOf: page('gbk'), textOf: kps9566, isBelieved: isKoreanOverHan },
  { how: 'kps9566 read as cp1252', bytesOf: (text) => pairsOf(latinBytes(text)), textOf: kps9566, isBelieved: isKorean },
]

/**
 * Puts text right that was read in another code page than it was written in, or that a file system took apart into single jamo. Undefined where it is not certain: the bytes
 * must round trip, the result must be common letters of one language, and the text as it stands must not be. The text itself stays evidence; this stands beside it.
 */
export function repairText(text: string): RepairedText | undefined {
  const composed = composedText(text)
  if (composed !== undefined) return { text: composed, how: 'nfd' }
  if (!looksBroken(text)) return undefined
  for (const { how, bytesOf, textOf, isBelieved } of MISREADINGS) {
    const bytes = bytesOf(text)
    const repaired = bytes && textOf(bytes)
    if (repaired !== undefined && repaired !== text && isBelieved(text, repaired)) return { text: repaired, how }
  }
  return undefined
}

/** Jamo of Hangul and sound marks of kana that a file system set apart; undefined where there are none. Accents of Latin are left as they stand. */
function composedText(text: string): string | undefined {
  if (!/[\u1100-\u11ff\u3099\u309a]/.test(text)) return undefined
  const composed = text.replace(/[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\u3046-\u30fd][\u3099\u309a]/g, (part) =>
    part.normalize('NFC'),
  )
  return composed === text ? undefined : composed
}

/** Whether anything speaks for trying: letters above ASCII, few of them common ones. Every passage comes here, so that it makes no strings. */
function looksBroken(text: string): boolean {
  const table = plainLetters()
  const end = Math.min(text.length, LOOKED_AT)
  let [letters, plain] = [0, 0]
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit <= 0x7e) continue
    letters++
    plain += table[unit] ?? 0
  }
  return letters >= LETTERS && plain <= COMMON.standing * letters
}

let plainTable: Uint8Array | undefined
/** 1 for the UTF-16 units that misread text seldom has: common Han letters and Hangul, kana, other scripts. */
function plainLetters(): Uint8Array {
  if (plainTable) return plainTable
  const table = new Uint8Array(0x10000)
  table.fill(1, 0x370, 0x1e00)
  table.fill(1, 0x3040, 0x3100)
  for (const c of [...FREQUENT_HAN, ...FREQUENT_HANGUL]) table[c.charCodeAt(0)] = 1
  plainTable = table
  return table
}

/** Encodes with a page, where every letter has a place in it and decoding gives the text again. */
function page(name: string): Misreading['bytesOf'] {
  return (text) => {
    const bytes = iconv().encode(text, name)
    return iconv().decode(bytes, name) === text ? bytes : undefined
  }
}

/** Decodes with a page where no byte is against it and encoding gives the bytes again. */
function decoder(name: string): Misreading['textOf'] {
  return (bytes) => {
    const text = iconv().decode(Buffer.from(bytes), name)
    return !text.includes('\ufffd') && Buffer.compare(iconv().encode(text, name), bytes) === 0 ? text : undefined
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString('utf8')
  return !text.includes('\ufffd') && Buffer.compare(Buffer.from(text), bytes) === 0 ? text : undefined
}

/** Text of the North Korean page; it asks for more syllables than the others, since its bytes fit those as well. */
function kps9566(bytes: Uint8Array): string | undefined {
  const read = tellKps9566(bytes)
  return read?.faults === 0 ? read.text : undefined
}

/** Bytes of text in Windows-1252; the five bytes that it leaves open pass as the controls that readers make of them. */
function latinBytes(text: string): Uint8Array | undefined {
  const bytes = Buffer.alloc(text.length)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x100) bytes[at] = unit
    else {
      const [byte, more] = iconv().encode(text[at] ?? '', 'windows-1252')
      if (byte === undefined || byte === 0x3f || more !== undefined) return undefined
      bytes[at] = byte
    }
  }
  return bytes
}

/** Bytes whose high ones stand in pairs, as the two-byte letters of EUC-KR and GB 2312 do; two letters together at least. */
function pairsOf(bytes: Uint8Array | undefined): Uint8Array | undefined {
  if (bytes === undefined) return undefined
  let [run, longest] = [0, 0]
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= 0xa1) run++
    else {
      if (byte >= 0x80 || run % 2 !== 0) return undefined
      longest = Math.max(longest, run)
      run = 0
    }
  }
  return longest >= 4 ? bytes : undefined
}

function shareOf(letters: readonly string[], common: ReadonlySet<string>): number {
  return letters.length === 0 ? 0 : letters.filter((c) => common.has(c)).length / letters.length
}

/** UTF-8 is its own proof: bytes of other code pages almost never fit it. Two letters above ASCII at least, none of them a control. */
function isAnyText(_: string, repaired: string): boolean {
  return (repaired.match(ABOVE_ASCII)?.length ?? 0) >= 2 && !/[\u0080-\u009f\ue000-\uf8ff]/.test(repaired)
}

function isEastAsian(standing: string, repaired: string): boolean {
  const letters = repaired.match(ABOVE_ASCII) ?? []
  const known = letters.filter((c) => /[가-힣\u3000-\u30ff\u3400-\u9fff\uff00-\uff5e]/.test(c))
  return letters.length >= 2 && known.length === letters.length && standing.length > repaired.length
}

function isKorean(standing: string, repaired: string): boolean {
  const [letters, hangul] = [repaired.match(ABOVE_ASCII) ?? [], repaired.match(HANGUL) ?? []]
  if (hangul.length < LETTERS || hangul.length < 0.9 * letters.length) return false
  return isLikelier(shareOf(hangul, FREQUENT_HANGUL), hangul.length < FEW ? COMMON.few : COMMON.korean, rivalShare(standing, 'gbk'))
}

function isChinese(standing: string, repaired: string): boolean {
  const [letters, han] = [repaired.match(ABOVE_ASCII) ?? [], repaired.match(HAN) ?? []]
  if (han.length < LETTERS || han.length < 0.75 * letters.length) return false
  return isLikelier(shareOf(han, FREQUENT_HAN), han.length < FEW ? COMMON.few : COMMON.chinese, rivalShare(standing, 'cp949'))
}

function isLikelier(share: number, least: number, rival: number): boolean {
  return share >= least && rival <= COMMON.standing && share - rival >= COMMON.lead
}

/** Share of common letters in the text as it stands; of Latin letters, in what the other East Asian page makes of their bytes. */
function rivalShare(standing: string, page: 'gbk' | 'cp949'): number {
  const bytes = /[가-힣\u3400-\u9fff]/.test(standing) ? undefined : latinBytes(standing)
  const rival = bytes === undefined ? standing : iconv().decode(Buffer.from(bytes), page)
  return Math.max(shareOf(rival.match(HAN) ?? [], FREQUENT_HAN), shareOf(rival.match(HANGUL) ?? [], FREQUENT_HANGUL))
}

function isKoreanOverHan(standing: string, repaired: string): boolean {
  return !/[가-힣]/.test(standing) && isKorean(standing, repaired)
}

function isChineseOverMixed(standing: string, repaired: string): boolean {
  return /[가-힣]/.test(standing) && isChinese(standing, repaired)
}
