import { koPatterns, MEMBERS, type Named, type Side, toldIn, zhPatterns } from './closed-classes.ts'
import { OPPOSITES } from './tables/opposites.ts'
import { tokensOf } from './tokens.ts'

/** What a line states that a translation must state too: numbers, codes, members of closed classes, prohibition. */
export interface LineFacts {
  /** Numbers in digits. */
  readonly digits: readonly number[]
  /** Numbers in words (`两秒`, `두개`); one is left out, it is mostly an article. */
  readonly words: readonly number[]
  /** Latin tokens with a digit (`E307_112`, `C045`), lower case. */
  readonly codes: readonly string[]
  /** Latin tokens without one. */
  readonly latin: readonly string[]
  /** Whether it holds no number, no code and no Latin word. */
  readonly isPlain: boolean
  /** The classes of the table of opposites that it names, in their order, each with bits of the members. */
  readonly classes: readonly Named[]
  readonly prohibits: boolean
  readonly negates: boolean
}

/** Facts of a Chinese line given in simplified characters. */
export function zhFacts(text: string): LineFacts {
  zhSide ??= zhPatterns([...ZH_NUMERALS])
  const { rest, codes, latin, digits } = tokensOf(text)
  const { classes, prohibits, negates, hasNumeral } = toldIn(text, zhSide)
  // Normalising a simplified text can still change a letter into a numeral.
  const words = hasNumeral || rest !== text ? zhNumbers(rest) : NO_NUMBERS
  return { digits, words, codes, latin, isPlain: isPlain(codes, latin, digits, words), classes, prohibits, negates }
}

/** Facts of a Korean line. */
export function koFacts(text: string): LineFacts {
  koSide ??= koPatterns([...KO_NUMERALS.keys()].map((word) => ` ${word}`))
  const { rest, codes, latin, digits } = tokensOf(text)
  const spaced = spacedHangul(rest)
  const { classes, prohibits, negates, hasNumeral } = toldIn(spaced, koSide)
  const words = hasNumeral ? koNumbers(spaced) : NO_NUMBERS
  return { digits, words, codes, latin, isPlain: isPlain(codes, latin, digits, words), classes, prohibits, negates }
}

let zhSide: Side | undefined
let koSide: Side | undefined

const NOT_HANGUL = /[^\uac00-\ud7a3]/gu
/** Units of a text up to which it is written unit by unit, in an array that is used again. */
const MOST_UNITS = 4096
const units: number[] = [0x20]

/** The text behind a blank, with a blank for every character that is no Hangul syllable. */
function spacedHangul(text: string): string {
  if (text.length >= MOST_UNITS) return ` ${text.replace(NOT_HANGUL, ' ')}`
  let count = 1
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xac00 && unit <= 0xd7a3) units[count++] = unit
    else {
      units[count++] = 0x20
      if ((unit & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++
    }
  }
  units.length = count
  return String.fromCharCode.apply(null, units)
}

function isPlain(codes: readonly string[], latin: readonly string[], digits: readonly number[], words: readonly number[]): boolean {
  return codes.length + latin.length + digits.length + words.length === 0
}

const NO_NUMBERS: readonly number[] = []

const ZH_DIGITS = new Map(
  [...'零一二三四五六七八九']
    .map((c, i) => [c, i] as const)
    .concat([
      ['两', 2],
      ['双', 2],
    ]),
)
/** Words with a numeral in them that count nothing, and weekdays, which are a closed class. */
const ZH_IDIOMS =
  /一[点下样致起直定般些边旦切共再旁]|[统同万唯单进专第]一(?![\d帧张个])|十分|三角|四[周处]|五官|八方|七上八下|两[边侧旁人者手]|一[颗张个根条层步][一]?[颗张个根条层步]|(?:星期|礼拜|周)[一二三四五六]|双[方手]|[一另]半|再三|四肢/g
const ZH_NUMBER =
  /([零一二两三四五六七八九十百]+)(?=[个张帧格秒分点小天日月年集话场层次遍倍条根颗只位名块片朵双件步拍组声种段页部号镜季幅号棵匹辆版])|第([零一二两三四五六七八九十百]+)/g

const ZH_NUMERALS = '零一二两三四五六七八九十百'

function zhNumbers(text: string): readonly number[] {
  const numbers: number[] = []
  for (const [, counted, ordinal] of text.replace(ZH_IDIOMS, ' ').matchAll(ZH_NUMBER)) {
    const value = zhValue(counted ?? ordinal ?? '')
    if (value > 1) numbers.push(value)
  }
  return numbers
}

function zhValue(numeral: string): number {
  let sum = 0
  let digit = 0
  for (const c of numeral) {
    if (c === '十') sum += (digit || 1) * 10
    else if (c === '百') sum += (digit || 1) * 100
    else {
      digit = ZH_DIGITS.get(c) ?? 0
      continue
    }
    digit = 0
  }
  return sum + digit
}

const KO_UNITS: readonly (readonly [string, number])[] = [
  ['한', 1],
  ['하나', 1],
  ['두', 2],
  ['둘', 2],
  ['세', 3],
  ['셋', 3],
  ['석', 3],
  ['네', 4],
  ['넷', 4],
  ['넉', 4],
  ['다섯', 5],
  ['여섯', 6],
  ['일곱', 7],
  ['여덟', 8],
  ['아홉', 9],
]
const KO_TENS: readonly (readonly [string, number])[] = [
  ['열', 10],
  ['스물', 20],
  ['스무', 20],
  ['서른', 30],
  ['마흔', 40],
  ['쉰', 50],
]
const KO_NUMERALS: ReadonlyMap<string, number> = new Map([
  ...KO_UNITS,
  ...KO_TENS,
  ...KO_TENS.flatMap(([ten, value]) => KO_UNITS.map(([unit, more]) => [ten + unit, value + more] as const)),
])
/** Counters, and nouns that numerals stand before in instructions. */
const KO_COUNTERS =
  '개|장|번|명|사람|마리|가지|층|배|시|송이|쌍|줄|대|토막|화면|프레임|컷|장면|쪽|걸음|살|달|주|조|콤마|군데|그루|자루|알|량|방울|권|곳|차례|인물|팔|다리|손|발|눈|날|글자|단|벌|겹|켤레|초|분|점|판|길|집|그림|아이|녀|여자|남'
/** The first letters spare most words the list. */
const KO_NUMBER = new RegExp(
  ` (?=[${[...new Set([...KO_NUMERALS.keys()].map((word) => word.charAt(0)))].join('')}])(${[...KO_NUMERALS.keys()].sort((a, b) => b.length - a.length).join('|')})(?= ?(?:${KO_COUNTERS}))`,
  'g',
)

function koNumbers(spaced: string): readonly number[] {
  return [...spaced.matchAll(KO_NUMBER)].map(([, numeral = '']) => KO_NUMERALS.get(numeral) ?? 0).filter((value) => value > 1)
}

/** How two lines' facts agree or contradict each other. */
export interface Agreement {
  /** Shared numbers and codes that are rare enough to be a sign. */
  readonly shared: readonly string[]
  /** Plain words for what contradicts. */
  readonly conflicts: readonly string[]
  /** Sum of conflict weights: 1 is enough to refuse a pair. */
  readonly conflict: number
}

/** Compares the facts of a Chinese and a Korean line. */
export function agree(zh: LineFacts, ko: LineFacts): Agreement {
  const shared: string[] = []
  const conflicts: string[] = []
  let conflict = 0
  const against = (weight: number, words: string) => {
    conflict += weight
    conflicts.push(words)
  }
  if (!zh.isPlain || !ko.isPlain) compareTokens(zh, ko, shared, against)
  for (const named of zh.classes)
    for (const other of ko.classes) {
      const place = Math.floor(named / MEMBERS)
      if (place !== Math.floor(other / MEMBERS) || (named & other & (MEMBERS - 1)) !== 0) continue
      const members = OPPOSITES[place] ?? []
      against(1, `${nameOf(members, named % MEMBERS)} in Chinese, ${nameOf(members, other % MEMBERS)} in Korean`)
    }
  if (zh.prohibits && !ko.negates) against(0.8, 'a prohibition in Chinese only')
  if (ko.prohibits && !zh.negates) against(0.8, 'a prohibition in Korean only')
  return { shared, conflicts, conflict }
}

/** Compares numbers, codes and Latin words. */
function compareTokens(zh: LineFacts, ko: LineFacts, shared: string[], against: (weight: number, words: string) => void): void {
  const numbers = compareNumbers(zh, ko)
  shared.push(...numbers.shared)
  if (numbers.weight > 0) against(numbers.weight, numbers.words)
  const codes = zh.codes.filter((code) => ko.codes.includes(code))
  shared.push(...codes)
  if (zh.codes.length > 0 && ko.codes.length > 0 && codes.length === 0) against(1, `codes differ: ${zh.codes[0]} and ${ko.codes[0]}`)
  else if (zh.codes.length + ko.codes.length > 0 && codes.length === 0) against(0.4, 'a code stands on one side only')
  const tokens = zh.latin.filter((token) => ko.latin.includes(token))
  shared.push(...tokens)
  if (zh.latin.length > 0 && ko.latin.length > 0 && tokens.length === 0)
    against(0.7, `Latin words differ: ${zh.latin[0]} and ${ko.latin[0]}`)
}

function nameOf(members: readonly (readonly [string, string, string])[], bits: number): string {
  return members
    .filter((_, i) => (bits & (1 << i)) !== 0)
    .map(([name]) => name)
    .join(', ')
}

/** Every number in digits must stand on the other side too; one that is left over on both sides contradicts. */
function compareNumbers(zh: LineFacts, ko: LineFacts): { shared: string[]; weight: number; words: string } {
  const zhAll = zh.words.length === 0 ? zh.digits : [...zh.digits, ...zh.words]
  const koAll = ko.words.length === 0 ? ko.digits : [...ko.digits, ...ko.words]
  const shared: string[] = []
  for (let i = 0; i < zhAll.length; i++) {
    const value = zhAll[i] ?? 0
    if (koAll.includes(value) && zhAll.indexOf(value) === i) shared.push(String(value))
  }
  const zhLeft = leftOver(zhAll, koAll, ko.codes)
  const koLeft = leftOver(koAll, zhAll, zh.codes)
  if (zhLeft.length + koLeft.length === 0) return { shared, weight: 0, words: '' }
  if (zhLeft.length > 0 && koLeft.length > 0)
    return { shared, weight: 1, words: `numbers differ: ${zhLeft.join(', ')} and ${koLeft.join(', ')}` }
  const zhHard = zhLeft.filter((value) => zh.digits.includes(value) && value > 1)
  const koHard = koLeft.filter((value) => ko.digits.includes(value) && value > 1)
  if (zhHard.length + koHard.length > 0)
    return { shared, weight: 0.6, words: `a number on one side only: ${[...zhHard, ...koHard].join(', ')}` }
  return { shared, weight: 0.2, words: 'a count on one side only' }
}

/** The numbers of one side that stand neither among those of the other nor in its codes. */
function leftOver(own: readonly number[], other: readonly number[], codes: readonly string[]): readonly number[] {
  let left: number[] | undefined
  for (let i = 0; i < own.length; i++) {
    const value = own[i] ?? 0
    if (other.includes(value) || codes.some((code) => holds(code, value))) continue
    left ??= []
    left.push(value)
  }
  return left ?? NO_NUMBERS
}

function holds(code: string, value: number): boolean {
  return (code.match(/\d+/g) ?? []).some((number) => Number(number) === value)
}
