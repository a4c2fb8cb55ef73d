import { lazily } from '../base/lazily.ts'

const iconv = lazily<typeof import('iconv-lite')>('iconv-lite')

/** Kinds of UTF-16 code units: the group of scripts that a letter belongs to, 0 for what stands in every script, {@link BREAK} for what separates two texts on one line. */
export const KIND = { neutral: 0, hangul: 1, han: 2, kana: 3, latin: 4, cyrillic: 5, other: 6, break: 7, digit: 8 } as const

/** First and last code unit of each kind. The halves of a pair that holds a rare Han letter count by the first half. */
const RANGES: readonly (readonly [number, number, number])[] = [
  [0x41, 0x5a, KIND.latin],
  [0x61, 0x7a, KIND.latin],
  [0xc0, 0x24f, KIND.latin],
  [0x1e00, 0x1eff, KIND.latin],
  [0x400, 0x52f, KIND.cyrillic],
  [0x370, 0x3ff, KIND.other],
  [0x530, 0x10ff, KIND.other],
  [0x1200, 0x1dbf, KIND.other],
  [0xa000, 0xabff, KIND.other],
  [0xfb1d, 0xfdff, KIND.other],
  [0xfe70, 0xfefc, KIND.other],
  [0x1100, 0x11ff, KIND.hangul],
  [0x3131, 0x318e, KIND.hangul],
  [0xa960, 0xa97c, KIND.hangul],
  [0xac00, 0xd7fb, KIND.hangul],
  [0xffa0, 0xffdc, KIND.hangul],
  [0x3041, 0x30ff, KIND.kana],
  [0x31f0, 0x31ff, KIND.kana],
  [0xff66, 0xff9f, KIND.kana],
  [0x3005, 0x3007, KIND.han],
  [0x3400, 0x4dbf, KIND.han],
  [0x4e00, 0x9fff, KIND.han],
  [0xf900, 0xfaff, KIND.han],
  [0xd840, 0xd888, KIND.han],
  [0x30, 0x39, KIND.digit],
]
/** Marks between two texts on one line. A comma or a full stop is none: it stands inside a text. */
const BREAKS = '\t\n\v\f\r/|\u2028\u2029→⇒／｜'

/** The kind of every UTF-16 code unit. */
export const KINDS: Uint8Array = (() => {
  const kinds = new Uint8Array(0x10000)
  for (const [from, to, kind] of RANGES) kinds.fill(kind, from, to + 1)
  for (const c of BREAKS) kinds[c.charCodeAt(0)] = KIND.break
  // × and ÷ stand in every script, and so does the middle dot of kana.
  for (const unit of [0xd7, 0xf7, 0x30fb, 0x30a0]) kinds[unit] = KIND.neutral
  return kinds
})()

/** 1 for UTF-16 units that every normalisation form of Unicode leaves as they are, whatever stands beside them: printable ASCII, common Han letters, whole Hangul syllables, signs of Chinese print. */
const SETTLED: Uint8Array = (() => {
  const settled = new Uint8Array(0x10000)
  settled[0x0a] = 1
  for (const [from, to] of [
    [0x20, 0x7e],
    [0x3001, 0x3002],
    [0x3008, 0x3011],
    [0x4e00, 0x9fff],
    [0xac00, 0xd7a3],
  ])
    settled.fill(1, from, (to ?? 0) + 1)
  return settled
})()

/** Text in a normalisation form; most lines are in it already, and looking is faster than normalising. */
export function normalised(text: string, form: 'NFC' | 'NFKC'): string {
  for (let i = 0; i < text.length; i++) if (SETTLED[text.charCodeAt(i)] === 0) return text.normalize(form)
  return text
}

/** What the form of a Han letter says of who writes it, by the national standards that hold it; see {@link hanForms}. */
export const FORM = {
  shared: 0,
  /** GB 2312 alone: simplified Chinese. */
  simplified: 1,
  /** Big5 alone: traditional Chinese. */
  traditional: 2,
  /** Big5 and level 2 of JIS X 0208: traditional Chinese; Japanese has it in old or rare words. */
  mostlyTraditional: 3,
  /** JIS X 0208 alone: Japanese. */
  japanese: 4,
  /** GB 2312 and JIS X 0208, not Big5: simplified Chinese or Japanese (国, 画). */
  newForm: 5,
  /** Big5 and level 1 of JIS X 0208, not GB 2312: traditional Chinese or Japanese (動, 線). */
  oldForm: 6,
  /** GB 2312 and Big5, not JIS X 0208: Chinese of either writing. */
  chinese: 7,
  /** GB 2312, Big5 and level 2 of JIS X 0208: mostly Chinese (你, 很). */
  mostlyChinese: 8,
} as const

/** Rows of a standard as lead bytes; trail bytes run from A1 to FE, in Big5 from 40. */
const GB = ['gb18030', 0xb0, 0xf7] as const
const BIG5 = ['big5', 0xa4, 0xf9] as const
const JIS_LEVEL_1 = ['euc-jp', 0xb0, 0xcf] as const
const JIS_LEVEL_2 = ['euc-jp', 0xd0, 0xf4] as const

let forms: Uint8Array | undefined

/** The {@link FORM} of every UTF-16 code unit, made at first use (about 0.1 s) from the tables of iconv-lite: a letter's form is told by which national character sets hold it, not by a list of ours. */
export function hanForms(): Uint8Array {
  if (forms) return forms
  const held = new Uint8Array(0x10000)
  for (const [bit, standard] of [GB, BIG5, JIS_LEVEL_1, JIS_LEVEL_2].entries()) {
    for (const c of lettersOf(standard)) {
      const unit = c.charCodeAt(0)
      if (KINDS[unit] === KIND.han) held[unit] = (held[unit] ?? 0) | (1 << bit)
    }
  }
  // By the four bits: GB 2312 1, Big5 2, JIS level 1 4, JIS level 2 8.
  const byBits = new Uint8Array(16)
  byBits.set([0, FORM.simplified, FORM.traditional, FORM.chinese, FORM.japanese, FORM.newForm, FORM.oldForm, FORM.shared])
  byBits.set([FORM.japanese, FORM.newForm, FORM.mostlyTraditional, FORM.mostlyChinese], 8)
  const made = new Uint8Array(0x10000)
  for (let unit = 0; unit < made.length; unit++) made[unit] = byBits[held[unit] ?? 0] ?? 0
  // The mark that repeats a letter is Japanese in print.
  made[0x3005] = FORM.japanese
  made[0x3007] = FORM.shared
  forms = made
  return made
}

function lettersOf([page, from, to]: readonly [string, number, number]): string {
  const bytes: number[] = []
  for (let lead = from; lead <= to; lead++)
    for (let trail = page === 'big5' ? 0x40 : 0xa1; trail <= 0xfe; trail++) if (trail < 0x7f || trail > 0xa0) bytes.push(lead, trail)
  return iconv().decode(Buffer.from(bytes), page)
}
