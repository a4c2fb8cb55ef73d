import { type Aligned, type Alignment, alignTokens, isReordered, isRotation, sharedLooks } from './align.ts'
import { arabicKeys, isArabicText } from './arabic.ts'
import { lessArticles } from './arabic-articles.ts'
import type { PreparedName } from './prepare.ts'
import { editsOf, isOtherPinyin, jaroWinkler } from './similarity.ts'
import { slipsOf } from './slips.ts'
import { CRAFT_WORDS } from './tables/common-words.ts'
import { featureOf, isMeaning, type NameToken } from './tokens.ts'
import { isTranscribed } from './transcription.ts'

/** The kinds of evidence that two names give, each 0 … 1, in the order of the weights. */
export const EVIDENCE = [
  /** Share of the weight that stands on both sides and does not agree. */
  'contradicted',
  'contradictedPerson',
  /** Share of the weight that one side has more. */
  'oneSided',
  'oneSidedPerson',
  /** Letters that differ, of the letters of the longer name. */
  'letters',
  'lettersPerson',
  'noLetter',
  'oneLetter',
  'twoLetters',
  /** How alike the words without a partner are, one after the other. */
  'restDiffers',
  /** The least likeness of two words that were paired. */
  'weakestPair',
  'person',
  'legalForms',
  'otherNumber',
  'numberMissing',
  'otherPlace',
  'tradeWord',
  /** A trade word that one side leaves out, where nothing else is left over. */
  'tradeMissing',
  'order',
  'orderPerson',
  /** Whole syllables differ in names of Korean or Chinese build. */
  'otherSyllable',
  'nothing',
  /** One word stands for a longer name. */
  'oneWord',
  'oneWordPerson',
  'length',
] as const

/** One kind of evidence. */
export type EvidenceKind = (typeof EVIDENCE)[number]

/** How the words of two names met, and what that is as evidence. */
export interface Meeting {
  readonly x: readonly NameToken[]
  readonly y: readonly NameToken[]
  readonly pairs: readonly Aligned[]
  readonly leftA: readonly number[]
  readonly leftB: readonly number[]
  readonly looks: 'korean' | 'chinese' | undefined
  /** Words of both names that are slips of a legal form or a small word of the other, and in none of the lists above. */
  readonly slips: readonly string[]
  readonly values: Readonly<Record<EvidenceKind, number>>
}

/** How much a trade word says that only one of a name and its translation has: translators shorten. */
const TRANSLATED_TRADE = 0.4

/** How much another order says between a name and its translation. */
export const TRANSLATED_ORDER = 0.5

/** Letters of a name from which on its length says no more. */
const LONG = 30

/** Words without a partner weigh by kind: a place or trade that one side lacks tells two houses of one name apart. */
function lossOf(tokens: readonly NameToken[], indices: readonly number[]): number {
  const factor = (kind: string | undefined) => (kind === 'place' ? 1.6 : kind === 'generic' ? 1.3 : 1)
  return indices.reduce((sum, i) => sum + (tokens[i]?.weight ?? 0) * factor(tokens[i]?.kind), 0)
}

/** How the words of two names were paired, before anything is measured. */
export type Pairing = Omit<Meeting, 'values'>

/** Pairs the words of two prepared names; undefined when one has no words. In their own writing when both have the same, else in Latin readings. */
export function pairingOf(a: PreparedName, b: PreparedName): Pairing | undefined {
  const isNative = a.nativeScript !== undefined && a.nativeScript === b.nativeScript
  const [x, y] = isNative ? [a.native ?? a.latin, b.native ?? b.latin] : [a.latin, b.latin]
  if (x.length === 0 || y.length === 0) return undefined
  const looks = isNative ? undefined : sharedLooks(a, b)
  const found = alignTokens(x, y, looks)
  const isPerson = a.schema === 'Person' || b.schema === 'Person' || looks !== undefined
  if (!isPerson && found.leftA.length + found.leftB.length > 0) {
    const [slipsA, slipsB] = [slipsOf(x, found.leftA, a, b), slipsOf(y, found.leftB, b, a)]
    if (slipsA.length + slipsB.length > 0) {
      const [kept, others] = [x.filter((_, i) => !slipsA.includes(i)), y.filter((_, i) => !slipsB.includes(i))]
      const slips = [...slipsA.map((i) => x[i]?.shown ?? ''), ...slipsB.map((i) => y[i]?.shown ?? '')]
      return pairedAs(kept, others, alignTokens(kept, others, looks), looks, slips)
    }
  }
  return pairedAs(x, y, found, looks, [])
}

function pairedAs(
  x: readonly NameToken[],
  y: readonly NameToken[],
  found: Alignment,
  looks: Meeting['looks'],
  slips: readonly string[],
): Pairing {
  const { pairs } = found
  const [leftA, leftB] = lessArticles(x, y, found)
  return leftA.length > 0 && leftB.length > 0
    ? { x, y, looks, slips, pairs, leftA, leftB }
    : { x, y, looks, slips, pairs, leftA: withoutRepeats(x, leftA), leftB: withoutRepeats(y, leftB) }
}

/** Measures what agrees in words that were paired. */
export function measured(paired: Pairing, a: PreparedName, b: PreparedName): Meeting {
  return { ...paired, values: valuesOf(paired.x, paired.y, paired, a, b, paired.looks) }
}

/** A word that its own name says once more (`Shoigu, Shoigu Sergey`) lacks nothing. */
function withoutRepeats(tokens: readonly NameToken[], left: readonly number[]): readonly number[] {
  return left.length === 0
    ? left
    : left.filter((i) => tokens.every((one, k) => k === i || left.includes(k) || one.shown !== tokens[i]?.shown))
}

function valuesOf(
  x: readonly NameToken[],
  y: readonly NameToken[],
  { pairs, leftA, leftB, slips }: Pick<Meeting, 'pairs' | 'leftA' | 'leftB' | 'slips'>,
  a: PreparedName,
  b: PreparedName,
  looks: Meeting['looks'],
): Record<EvidenceKind, number> {
  const isPerson = a.schema === 'Person' || b.schema === 'Person' || looks !== undefined ? 1 : 0
  const matched = pairs.reduce((sum, { weight }) => sum + weight, 0)
  const [lostA, lostB] = [lossOf(x, leftA), lossOf(y, leftB)]
  const against = Math.min(lostA, lostB)
  const missing = Math.max(lostA, lostB) - against
  const total = matched + against + missing || 1
  const [restA, restB] = [textOf(x, leftA), textOf(y, leftB)]
  const isBothLeft = restA !== '' && restB !== ''
  // Trade words that one side leaves out are no letters that differ: `tradeWord` says it.
  const restEdits = isBothLeft ? restEditsOf(restA, restB, isPerson === 1) : ownLetters(x, leftA) + ownLetters(y, leftB)
  const edits = slips.length + restEdits + pairs.reduce((sum, pair) => sum + pair.edits, 0)
  const letters = Math.max(lengthOf(x), lengthOf(y), 1)
  const share = Math.min(1, edits / letters)
  // A particle stands with its word: which `al` of two was paired with which says nothing of order.
  const placed = pairs.filter(({ a: [from], b: [to] }) => x[from]?.kind !== 'particle' && y[to]?.kind !== 'particle')
  const order = isReordered(placed) ? orderOf(placed) : 0
  const kinds = (kind: NameToken['kind']): [boolean, boolean] => [hasKind(x, leftA, kind), hasKind(y, leftB, kind)]
  const [numberA, numberB] = kinds('number')
  const [placeA, placeB] = kinds('place')
  const [tradeA, tradeB] = kinds('generic')
  const [wordsA, wordsB] = [wordCount(x), wordCount(y)]
  const isOneWord = Math.min(wordsA, wordsB) <= 1 && Math.max(wordsA, wordsB) > 1 && pairs.every(({ feature }) => feature !== 'joined')
  const bit = (is: boolean) => (is ? 1 : 0)
  return {
    contradicted: against / total,
    contradictedPerson: (isPerson * against) / total,
    oneSided: missing / total,
    oneSidedPerson: (isPerson * missing) / total,
    letters: share,
    lettersPerson: isPerson * share,
    noLetter: bit(edits === 0),
    oneLetter: bit(edits === 1),
    twoLetters: bit(edits === 2),
    restDiffers: isBothLeft ? 1 - jaroWinkler(restA, restB) : 0,
    weakestPair: pairs.reduce((least, { score }) => Math.min(least, score), pairs.length > 0 ? 1 : 0),
    person: isPerson,
    legalForms: bit(isOtherForm(a.legal, b.legal)),
    otherNumber: bit(numberA && numberB),
    numberMissing: bit(numberA !== numberB),
    otherPlace: bit(placeA && placeB),
    tradeWord: bit((tradeA || tradeB) && isBothLeft),
    tradeMissing:
      !isBothLeft && (lacksTrade(x, leftA) || lacksTrade(y, leftB))
        ? pairs.some(({ feature }) => READ.has(feature))
          ? TRANSLATED_TRADE
          : 1
        : 0,
    order,
    orderPerson: isPerson * order,
    otherSyllable: bit(looks !== undefined && leftA.length > 0 && leftB.length > 0),
    nothing: bit(matched === 0),
    oneWord: bit(isOneWord),
    oneWordPerson: isPerson * bit(isOneWord),
    length: Math.min(1, letters / LONG),
  }
}

/** Letters that differ between the words without a partner; all of them where these are Chinese and say something else: `tian` and `xian` are no more alike than any two words. */
function restEditsOf(a: string, b: string, isPerson: boolean): number {
  const edits = editsOf(a, b)
  return !isPerson && isOtherPinyin(a, b, edits) ? Math.max(a.length, b.length) : edits
}

/** How much another order says: little when only the beginning is another, less than usual between two languages that order their words differently. */
function orderOf(pairs: readonly Aligned[]): number {
  return isRotation(pairs) ? 0.3 : pairs.some(({ feature }) => MEANT.has(feature)) ? TRANSLATED_ORDER : 1
}

/** Features of words that met by what one of them means, or is known as. */
const MEANT: ReadonlySet<string> = new Set((['translation', 'dictionary', 'Chinese name'] as const).map(featureOf))
/** Features of words that met by reading another writing. */
const READ: ReadonlySet<string> = new Set([...MEANT, 'pinyin', 'customary-spelling', 'sound-foreign'])

/** Whether legal forms differ; those of two writings are each other's translations, if anything. */
function isOtherForm(a: readonly string[], b: readonly string[]): boolean {
  const [p, q] = [a.join(), b.join()]
  const isLatin = (text: string) => /^[a-z]/.test(text)
  return p !== '' && q !== '' && p !== q && isLatin(p) === isLatin(q)
}

function textOf(tokens: readonly NameToken[], indices: readonly number[]): string {
  let text = ''
  for (const i of indices) text += plainOf(tokens[i]?.spellings)
  return text
}

/** A letter that no word has. */
const NO_LETTER = '\u0000'

/** The first spelling of a word in Latin letters: of Arabic letters the consonants, of a foreign name in Chinese characters its pinyin. What a word means has no letters that a slip could change: `hinge` for `铰链` is not nearly `singe`. */
function plainOf(spellings: NameToken['spellings'] = []): string {
  const first = spellings[0]?.text ?? ''
  // A place means what its sound is (`宁波`, Ningbo).
  if (isMeaning(spellings[0]?.via) && !spellings.some(({ text, via }) => text === first && !isMeaning(via)))
    return NO_LETTER.repeat(first.length)
  return isArabicText(first) ? (arabicKeys(first)[0] ?? '') : isTranscribed(first) ? (spellings.at(-1)?.text ?? '') : first
}

/** Whether a word is left that makes another house of it: `Capital`, `Holdings`. What a studio calls its craft does not: `Cartoon Studio`, `Animation Design`. */
function lacksTrade(tokens: readonly NameToken[], indices: readonly number[]): boolean {
  return indices.some((i) => tokens[i]?.kind === 'generic' && !CRAFT_WORDS.has(tokens[i]?.spellings.at(-1)?.text ?? ''))
}

function ownLetters(tokens: readonly NameToken[], indices: readonly number[]): number {
  return indices.reduce((sum, i) => sum + (tokens[i]?.kind === 'generic' ? 0 : (tokens[i]?.spellings[0]?.text.length ?? 0)), 0)
}

function lengthOf(tokens: readonly NameToken[]): number {
  return tokens.reduce((sum, { spellings }) => sum + (spellings[0]?.text.length ?? 0), 0)
}

function hasKind(tokens: readonly NameToken[], indices: readonly number[], kind: NameToken['kind']): boolean {
  return indices.some((i) => tokens[i]?.kind === kind)
}

/** Words that are more than an initial. */
function wordCount(tokens: readonly NameToken[]): number {
  return tokens.filter(({ spellings }) => (spellings[0]?.text.length ?? 0) > 1).length
}
