import { KPS_HANGUL, KPS_HANJA, KPS_NAME_CELLS, KPS_SIGNS } from './tables/kps9566.ts'

/** First and last lead byte, and the trail bytes outside the plane of 94 × 94 cells, in the order in which the remaining syllables fill them. */
const FIRST_LEAD = 0x81
const LAST_LEAD = 0xfe
const LOW_TRAILS = trails([0x41, 0x5a], [0x61, 0x7a], [0x81, 0xa0])
const ALL_TRAILS = trails([0x41, 0x5a], [0x61, 0x7a], [0x81, 0xfe])
/** Where the remaining syllables start to leave the plane's cells free, and rows where syllables and hanja begin. */
const PLANE_LEAD = 0xa1
const HANGUL_ROW = 16
const HANJA_ROW = 45
const CELLS = 94
const REPLACEMENT = 0xfffd

/** Order of letters in Unicode's block of syllables and in dictionaries of the DPRK: the same letters, doubled ones and compounds elsewhere. */
const UNICODE_ORDER = [
  'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ',
  'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ',
  '-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ',
]
const DPRK_ORDER = [
  'ㄱㄴㄷㄹㅁㅂㅅㅈㅊㅋㅌㅍㅎㄲㄸㅃㅆㅉㅇ',
  'ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣㅐㅒㅔㅖㅚㅟㅢㅘㅝㅙㅞ',
  '-ㄱㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅇㅈㅊㅋㅌㅍㅎㄲㅆ',
]

/** Text of KPS 9566-2003, how many characters did not fit, and how many were of the cells that names of leaders have to themselves. */
export interface KpsText {
  readonly text: string
  readonly faults: number
  /** Characters of cells that no other set has: the text is from a program that knows this one. They read as the ordinary syllables. */
  readonly names: number
}

/**
 * Decodes KPS 9566-2003 as files have it: ASCII, and two bytes of the plane with the high bit set or of the area around it, where the syllables that the plane lacks stand
 * in the order of dictionaries. A byte that begins no character becomes U+FFFD; the ASCII byte after it is kept.
 */
export function decodeKps9566(bytes: Uint8Array): KpsText {
  const points = table()
  const parts: string[] = []
  const units: number[] = []
  let faults = 0
  let names = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    let point = lead
    if (lead >= 0x80) {
      const code = (lead << 8) | (bytes[at + 1] ?? 0)
      point = points[code] ?? 0
      if (point === 0) {
        point = REPLACEMENT
        faults++
        if ((bytes[at + 1] ?? 0) >= 0x80) at++
      } else {
        at++
        if (isName(code)) names++
      }
    }
    units.push(point)
    if (units.length === 8192) parts.push(String.fromCharCode(...units.splice(0)))
  }
  return { text: parts.join('') + String.fromCharCode(...units), faults, names }
}

/** The bytes of a text in KPS 9566-2003, the ordinary syllables for names of leaders; undefined when a character is not in it. Tests and fixtures write with it. */
export function encodeKps9566(text: string): Uint8Array | undefined {
  const codes = new Map<number, number>()
  for (const [code, point] of table().entries()) if (point !== 0 && !isName(code)) codes.set(point, code)
  const bytes: number[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const code = codes.get(unit)
    if (unit < 0x80) bytes.push(unit)
    else if (code === undefined) return undefined
    else bytes.push(code >> 8, code & 0xff)
  }
  return Uint8Array.from(bytes)
}

function isName(code: number): boolean {
  const from = codeOf(KPS_NAME_CELLS.row, KPS_NAME_CELLS.from)
  return code >= from && code <= from + KPS_NAME_CELLS.to - KPS_NAME_CELLS.from
}

function codeOf(row: number, cell: number): number {
  return ((0xa0 + row) << 8) | (0xa0 + cell)
}

let made: Uint16Array | undefined

/** UTF-16 units by two-byte code; 0 where there is none. Made at the first use. */
function table(): Uint16Array {
  if (made !== undefined) return made
  const points = new Uint16Array(0x10000)
  const put = (row: number, letters: string): void => {
    for (let at = 0; at < letters.length; at++) {
      const unit = letters.charCodeAt(at)
      if (unit !== REPLACEMENT) points[codeOf(row + Math.floor(at / CELLS), 1 + (at % CELLS))] = unit
    }
  }
  for (const [at, letters] of KPS_SIGNS.entries()) put(1 + at, letters)
  put(HANGUL_ROW, KPS_HANGUL)
  put(HANJA_ROW, KPS_HANJA)
  const inPlane = new Set(KPS_HANGUL)
  const rest = dictionaryOrder().filter((syllable) => !inPlane.has(syllable))
  let next = 0
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead++)
    for (const trail of lead < PLANE_LEAD ? ALL_TRAILS : LOW_TRAILS) {
      const syllable = rest[next++]
      if (syllable !== undefined) points[(lead << 8) | trail] = syllable.charCodeAt(0)
    }
  made = points
  return points
}

/** All 11,172 modern syllables in the order of dictionaries of the DPRK. */
function dictionaryOrder(): string[] {
  const [initials, vowels, finals] = DPRK_ORDER.map((letters, at) =>
    [...letters].map((letter) => (UNICODE_ORDER[at] ?? '').indexOf(letter)),
  )
  const syllables: string[] = []
  for (const initial of initials ?? [])
    for (const vowel of vowels ?? [])
      for (const final of finals ?? []) syllables.push(String.fromCharCode(0xac00 + (initial * 21 + vowel) * 28 + final))
  return syllables
}

function trails(...ranges: readonly (readonly [from: number, to: number])[]): number[] {
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at))
}
