import { isHan } from './chinese.ts'
import { commonFormOf } from './han-variants.ts'

/** A word of a text as search knows it, with where it stands in the text (UTF-16 code units, half open). */
export interface PlacedWord {
  readonly word: string
  readonly from: number
  readonly to: number
  /** End of the first character of a pair; `to` for other words. */
  readonly firstTo: number
}

/**
 * Folds text for the search index: NFKC, lower case, Latin without accents, Han in one form of each character. Latin, Cyrillic and other letters become words, digits
 * become words of their own (`E307_112` → `e 307 112`); a run of Han, kana or Hangul becomes its overlapping pairs and its last character (`原画稿` → `原画 画稿 稿`), so
 * that each character begins exactly one word and any part of a run is a phrase. Words are separated by one blank.
 */
export function foldForSearch(text: string): string {
  let words = ''
  scan(lowered(text), (word) => {
    words = words === '' ? word : `${words} ${word}`
  })
  return words
}

/**
 * The words of {@link foldForSearch} with their places in the text. Made piece by piece, a letter with its marks; where Unicode composes over a piece's border the
 * words may differ from the index, and a hit is then shown without its place.
 */
export function placedWords(text: string): PlacedWord[] {
  let plain = ''
  const from: number[] = []
  const to: number[] = []
  let at = 0
  for (const piece of text.match(PIECES) ?? []) {
    const folded = lowered(piece)
    for (let n = 0; n < folded.length; n++) {
      from.push(at)
      to.push(at + piece.length)
    }
    plain += folded
    at += piece.length
  }
  const found: PlacedWord[] = []
  scan(plain, (word, start, end, first) => {
    found.push({ word, from: from[start] ?? 0, to: to[end - 1] ?? 0, firstTo: to[first - 1] ?? 0 })
  })
  return found
}

/** A character with the marks, voicing signs, vowels and finals that compose with it. */
const PIECES = /[\s\S][\udc00-\udfff]?[\p{M}\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7fb]*/gu

function lowered(text: string): string {
  // A sigma at the end of a word is another letter than one inside; a piece does not know where its word ends.
  return text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ')
}

const NONE = 1
const LETTER = 2
const DIGIT = 3
const RUN = 4
/** Kinds of the code points of the Basic Multilingual Plane, told when first met; 0 is not yet told. */
const kinds = new Uint8Array(0x10000)
const forms = new Map<string, string>()

type Emit = (word: string, from: number, to: number, firstTo: number) => void

/** Gives the words of a lowered text in order, with their places in it. */
function scan(plain: string, emit: Emit): void {
  let open = NONE
  let start = 0
  let before = ''
  const close = (end: number) => {
    if (open === RUN) emit(before, start, end, end)
    else if (open !== NONE) {
      const word = withoutAccents(plain.slice(start, end))
      if (word !== '') emit(word, start, end, end)
    }
    open = NONE
  }
  for (let at = 0; at < plain.length; ) {
    const code = plain.codePointAt(at) ?? 0
    const end = at + (code > 0xffff ? 2 : 1)
    const kind = kindOf(code)
    if (kind === RUN) {
      const form = formOf(plain.slice(at, end))
      if (open === RUN) emit(before + form, start, end, at)
      else close(at)
      open = RUN
      start = at
      before = form
    } else if (kind !== open) {
      close(at)
      open = kind
      start = at
    }
    at = end
  }
  close(plain.length)
}

function formOf(c: string): string {
  let form = forms.get(c)
  if (form === undefined) {
    form = isHan(c) ? commonFormOf(c) : c
    forms.set(c, form)
  }
  return form
}

function withoutAccents(word: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is looked for
  if (/^[\x00-\x7f]*$/.test(word)) return word
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}

function kindOf(code: number): number {
  if (code > 0xffff) return told(code)
  let kind = kinds[code] ?? 0
  if (kind === 0) {
    kind = told(code)
    kinds[code] = kind
  }
  return kind
}

function told(code: number): number {
  const c = String.fromCodePoint(code)
  if (isHan(c) || isSyllabic(code)) return RUN
  if (/\p{N}/u.test(c)) return DIGIT
  return /[\p{L}\p{M}]/u.test(c) ? LETTER : NONE
}

/** Kana, Hangul syllables and jamo, bopomofo, and the signs 々 and 〆 that stand among Han. */
function isSyllabic(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) ||
    (code >= 0x3105 && code <= 0x318e) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0x1100 && code <= 0x11ff) ||
    code === 0x3005 ||
    code === 0x3006
  )
}
