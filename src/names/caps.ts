import type { Aligned } from './align.ts'
import { ONE_CONSONANT } from './arabic.ts'
import { type Meeting, type Pairing, TRANSLATED_ORDER } from './evidence.ts'
import { isMixedReading } from './han-systems.ts'
import { isLonePairBelow } from './lone-word.ts'
import { isHouse, type PreparedName } from './prepare.ts'
import { DOUBLED } from './similarity.ts'
import { isTranslated } from './together.ts'
import { featureOf, type NameToken, type TokenKind } from './tokens.ts'
import { customarySpellings, isCustomary, isTranscribed, markedText, SURE_SOUND, soundLikeness } from './transcription.ts'

/** A score that a comparison cannot pass, and why. */
export interface Cap {
  readonly at: number
  readonly feature: string
  readonly detail: string
  readonly query: string
  readonly candidate: string
}

/** Numbers that differ name different things: `Brigade 44` is not `Brigade 45`. */
const NUMBER_CAP = 0.59
/** A given name that differs names another person. */
const GIVEN_CAP = 0.58
/** Agreement on trade words, places and family names alone. */
const NOTHING_OWN_CAP = 0.5
/** Initials are all that stands for a word: an abbreviation has many expansions. */
const INITIALS_CAP = 0.65
/** Words of its craft that a studio is called without. */
const CRAFT = 2
/** Words from which on a name of shared words is told by all of them, and one of them may have a slip: `Scientific Education Korea Stduio`. */
const WHOLE_WORDS = 4
/** Alike, and not enough for an alert: the alert is at 0.85. */
const NO_ALERT = 0.84

/** Hard rules that no weight overrules: other numbers, another given name, nothing but shared words, letters that stand for words, and shared words in another order. */
export function capsOf(met: Meeting, a: PreparedName, b: PreparedName): Cap[] {
  const { x, y, pairs, leftA, leftB, looks } = met
  const caps: Cap[] = []
  const put = (at: number, feature: string, detail: string, query: string, candidate: string) =>
    caps.push({ at, feature, detail, query, candidate })
  const ofKind = (tokens: readonly NameToken[], left: readonly number[], ...kinds: readonly (TokenKind | undefined)[]) =>
    left.filter((i) => kinds.includes(tokens[i]?.kind))
  const numbers = [ofKind(x, leftA, 'number'), ofKind(y, leftB, 'number')] as const
  if (numbers[0].length > 0 && numbers[1].length > 0)
    put(NUMBER_CAP, 'number', 'different numbers', shown(x, numbers[0]), shown(y, numbers[1]))
  else if (numbers[0].length + numbers[1].length > 0 && pairs.length > 0)
    put(NUMBER_MISSING_CAP, 'number', 'a number stands on one side only', shown(x, numbers[0]) || '–', shown(y, numbers[1]) || '–')
  const isPerson = a.schema === 'Person' || b.schema === 'Person' || looks !== undefined
  // Where one name is read from Chinese characters, a syllable of two letters is a whole given name too (`Ho`, `Wu`).
  const short = (a.nativeScript === 'han') !== (b.nativeScript === 'han') ? 'short' : undefined
  const words = [ofKind(x, leftA, 'word', 'surname', short), ofKind(y, leftB, 'word', 'surname', short)] as const
  if (isPerson && words[0].length > 0 && words[1].length > 0)
    put(GIVEN_CAP, 'given-name', 'a name that differs', shown(x, words[0]), shown(y, words[1]))
  const others = [ofKind(x, leftA, 'word', 'short'), ofKind(y, leftB, 'word', 'short')] as const
  if (!isPerson && others[0].length > 0 && others[1].length > 0)
    put(NO_ALERT, 'other-word', 'a word of its own on each side that the other has not', shown(x, others[0]), shown(y, others[1]))
  if (isPerson && isMixedReading(pairs, x, y))
    put(NO_ALERT, 'mixed-reading', 'some characters agree only as Chinese, others only as Korean', shown(x), shown(y))
  const isWhole = leftA.length === 0 && leftB.length === 0
  const isSlipped = isWhole && pairs.length >= WHOLE_WORDS && pairs.reduce((sum, { edits }) => sum + edits, 0) <= 1
  const isEqual = isWhole && (isSlipped || pairs.every(({ score }) => score > 0.9))
  const own = pairs.some((pair) => isOwnJoin(pair, x, y) || pair.feature === 'initials' || isOwnPair(pair, x, y))
  // On either side: a misspelt common word agrees with one, whichever of the two names is asked for.
  const common = pairs.filter(({ a: [from], b: [to] }) => x[from]?.kind === 'common' || y[to]?.kind === 'common').length
  if (!own && common < 2 && !isEqual) put(NOTHING_OWN_CAP, 'nothing-own', 'only words that many names share agree', shown(x), shown(y))
  const [countX, countY] = isHouse(a.schema) || isHouse(b.schema) ? [wordCount(x), wordCount(y)] : [x.length, y.length]
  if (Math.min(countX, countY) === 1 && countX !== countY && !pairs.some(({ feature }) => feature === 'joined'))
    if (isLooseWord(met)) put(NOT_NEAR, 'one-word', 'a word that is only like one word of a longer name', shown(x), shown(y))
    else put(NO_ALERT, 'one-word', 'one word of a longer name', shown(x), shown(y))
  const missing = Math.max(leftA.length, leftB.length)
  if (!isPerson && Math.min(leftA.length, leftB.length) === 0 && (met.values.tradeMissing > 0 || missing > CRAFT))
    put(NO_ALERT, 'trade', 'a trade word on one side only often names another house', shown(x, leftA) || '–', shown(y, leftB) || '–')
  if (met.values.order >= TRANSLATED_ORDER && !isPerson && !own)
    put(NO_ALERT, 'order', 'words that many names share stand in another order', shown(x), shown(y))
  for (const [via, detail] of SHARED_WAYS)
    if (pairs.some((pair) => isMetBy(pair, x, y, via))) put(NO_ALERT, featureOf(via), detail, shown(x), shown(y))
  if (!isPerson && isOrdinary(met)) put(NO_ALERT, 'ordinary-words', 'words that many houses take, rendered from Korean', shown(x), shown(y))
  return [...caps, ...lettersForWords(met, isPerson), ...(isPerson ? [] : onlyOwnWord(met)), ...soundAlone(met)]
}

/** Words of their meaning from which on a name of ordinary words is told by all of them: `조선광업개발무역회사`. */
const MEANT_WORDS = 3

/** Whether all that agrees is what one ordinary Korean word means, and a trade (`푸른해운`, Green Shipping): in another country another house is called so. */
function isOrdinary({ x, y, pairs }: Meeting): boolean {
  const own = pairs.filter(({ a: [from], b: [to] }) => x[from]?.kind !== 'particle' && y[to]?.kind !== 'particle')
  const isMeant = ({ feature, a: [from], b: [to] }: Aligned) => {
    const read = [x[from], y[to]].find((one) => /^\p{Script=Hangul}/u.test(one?.shown ?? ''))
    return feature === 'translation' && (read?.kind === 'common' || read?.kind === 'generic')
  }
  return own.length > 0 && own.length < MEANT_WORDS && own.every(isMeant)
}

/** Ways to read a word that others share, and why what agrees by them is no alert. */
const SHARED_WAYS = [
  ['Chinese name', 'a Chinese name that belongs to this Latin one; others bear it too'],
  ['dictionary', 'a word that is rendered so by a general dictionary, and can be rendered otherwise'],
] as const

/** What is no lead either: below the score from which screening shows a name. */
const NOT_NEAR = 0.55

/** Words besides particles: an article makes no second word of a house's name (`al-Salim`). */
function wordCount(tokens: readonly NameToken[]): number {
  let count = 0
  for (const { kind } of tokens) if (kind !== 'particle') count++
  return count
}

/** Whether the lone word of one name is not the other's word but only spelt or sounds like it, and is less than half of what that name says: `Astara`, `East Estuary Broadband`; or sounds like one that is read by its meaning: `Dule`, `الدولية`. */
function isLooseWord({ x, y, pairs }: Meeting): boolean {
  const only = pairs.find(({ a: [from] }) => x[from]?.kind !== 'particle')
  if (!only || only.score === 1 || (only.feature !== 'spelling' && only.feature !== 'sound')) return false
  const [p, q] = [x[only.a[0]], y[only.b[0]]]
  if (only.feature === 'sound' && (isTranslated(p) || isTranslated(q))) return true
  const [longer, one] = x.length > y.length ? [x, p] : [y, q]
  const isLatin = /^[a-z]/.test(p?.shown ?? '') && /^[a-z]/.test(q?.shown ?? '')
  return isLatin && (one?.weight ?? 0) < 0.5 * longer.reduce((sum, { weight }) => sum + weight, 0)
}

/** Letters up to which a word with another first letter is likely another word, and up to which any other letter makes another abbreviation of it (`SEK`, `Seka`). */
const SHORT_WORD = 6
const ABBREVIATION = 3

/**
 * The one word of its own that an organisation has, when it differs by more than a slip: two letters, its first letter (`Boxing`, `Moxing`: slips are rarest there, and other words begin otherwise),
 * or one letter while further words are missing. Words that many share cannot make up for it.
 */
function onlyOwnWord({ x, y, pairs, leftA, leftB }: Meeting): Cap[] {
  const own = pairs.filter((pair) => isOwnPair(pair, x, y))
  const [only] = own
  if (own.length !== 1 || !only || (only.feature !== 'spelling' && only.feature !== 'sound')) return []
  const [query, candidate] = [x[only.a[0]]?.shown ?? '', y[only.b[0]]?.shown ?? '']
  const [shortest, longest] = [Math.min(query.length, candidate.length), Math.max(query.length, candidate.length)]
  const isOtherStart = shortest === longest && longest <= SHORT_WORD && query.slice(1) === candidate.slice(1)
  const isAbbreviation = shortest <= ABBREVIATION && only.detail !== DOUBLED
  if (only.edits < 2 && !isAbbreviation && !isOtherStart && leftA.length + leftB.length === 0) return []
  return [{ at: NO_ALERT, feature: 'own-word', detail: 'the one word of its own differs by more than a slip', query, candidate }]
}

/** Whether a hard rule of {@link capsOf} that rests on words without a partner alone, or the lack of all words but one, holds the score below `from`. False says nothing. */
export function isHeldBelow(paired: Pairing, a: PreparedName, b: PreparedName, from: number): boolean {
  if (from <= 0) return false
  const { x, y, pairs, leftA, leftB, looks } = paired
  if (pairs.length === 0) return true
  const isPerson = a.schema === 'Person' || b.schema === 'Person' || looks !== undefined
  if (leftA.length === 0 || leftB.length === 0) return isPerson && isLonePairBelow(paired, from)
  const both = (...kinds: readonly TokenKind[]) => isLeft(x, leftA, kinds) && isLeft(y, leftB, kinds)
  return (isPerson && from > GIVEN_CAP && both('word', 'surname')) || (from > NUMBER_CAP && both('number'))
}

function isLeft(tokens: readonly NameToken[], left: readonly number[], kinds: readonly TokenKind[]): boolean {
  for (const i of left) if (kinds.includes((tokens[i] as NameToken).kind)) return true
  return false
}

/** A lead that a reader wants to see, and no more: the score from which screening shows a name; a little higher where fewer words are left. */
const LEAD = 0.6
const MORE_LEAD = 0.03
/** What is taken off where one foreign name by its sound is a word of a longer name. */
const LONGER = 0.04

/** The least score of two organisations whose own words are all the same and only trade words differ (`Brandal Oil`, `Brandal Gas`), and of a foreign name by its sound or by custom that is a word of a longer one (`肯尼迪`, Helena Kennedy). 0 for all others. */
export function floorOf({ x, y, pairs, leftA, leftB, looks }: Meeting, a: PreparedName, b: PreparedName): number {
  const total = x.length + y.length
  const lone = x.length === 1 || y.length === 1 ? pairs.find((pair) => pair.feature === 'sound-foreign' || isCustom(pair, x, y)) : undefined
  // Chinese texts call foreigners by their family name alone, but lists have other names of one word.
  const isLoneSound = lone !== undefined && (x.length === 1 ? isSound(x[0]) : isSound(y[0]))
  if (lone && isLoneSound && total > 2) return Math.max(0, NO_ALERT - LONGER - PER_SOUND * Math.max(0, SURE_SOUND - lone.score))
  if (a.schema === 'Person' || b.schema === 'Person' || looks !== undefined) return 0
  const isTrade = leftA.every((i) => x[i]?.kind === 'generic') && leftB.every((i) => y[i]?.kind === 'generic')
  const isOwnSame = pairs.some((pair) => isOwnPair(pair, x, y))
  return isTrade && isOwnSame && pairs.every(({ score }) => score > 0.9)
    ? LEAD + MORE_LEAD * (1 - (leftA.length + leftB.length) / total)
    : 0
}

/** Whether a foreign name met the word that it is customarily spelt as, and not its pinyin. */
function isCustom(pair: Aligned, x: readonly NameToken[], y: readonly NameToken[]): boolean {
  const { marked, latin } = heardIn(pair, x, y)
  return pair.feature === 'customary-spelling' && isTranscribed(marked) && customarySpellings(markedText(marked)).includes(latin)
}

/** Whether words met by one of {@link SHARED_WAYS}: as that word, or written together. */
function isMetBy(
  { a, b, feature }: Aligned,
  x: readonly NameToken[],
  y: readonly NameToken[],
  way: (typeof SHARED_WAYS)[number][0],
): boolean {
  const isRead = (tokens: readonly NameToken[], [from, to]: Aligned['a']) =>
    tokens.slice(from, to).some(({ spellings }) => spellings.some(({ via }) => via === way))
  return feature === featureOf(way) || ((feature === 'joined' || feature === 'divided') && (isRead(x, a) || isRead(y, b)))
}

/** Whether a word is a foreign name by its sound in Chinese characters. */
function isSound(one: NameToken | undefined): boolean {
  return isTranscribed(one?.spellings[0]?.text ?? '')
}

/** A number on one side only: a second house of the same name often bears one. */
const NUMBER_MISSING_CAP = 0.84

/** Letters that stand for words: `SEK` has many expansions, `Jessica D` is many people. Enough other words carry the name without them. */
function lettersForWords({ x, y, pairs }: Meeting, isPerson: boolean): Cap[] {
  const letters = pairs.filter(({ feature }) => feature === 'initials' || feature === 'initial')
  if (letters.length === 0) return []
  const whole = pairs.filter((pair) => !letters.includes(pair) && (isPerson ? pair.score >= 0.6 : isOwnPair(pair, x, y))).length
  const cap = (at: number): Cap => ({
    at,
    feature: 'initials-only',
    detail: 'an abbreviation has many expansions',
    query: shown(x),
    candidate: shown(y),
  })
  if (letters.length === pairs.length) return [cap(INITIALS_CAP)]
  return whole < (isPerson ? 2 : 1) ? [cap(NO_ALERT)] : []
}

/** Foreign names written by sound: one character stands for many spellings, so that what agrees by sound alone is shown, the likelier the higher, and is no alert unless two longer names agree. */
function soundAlone({ x, y, pairs }: Meeting): Cap[] {
  const sounds = pairs.filter(({ feature, bySound }) => feature === 'sound-foreign' || bySound === true)
  const arabic = pairs.every(({ feature, score }) => feature === 'sound' && score < ONE_CONSONANT)
  if (pairs.length > 0 && arabic)
    return [
      {
        at: NO_ALERT,
        feature: 'sound-alone',
        detail: 'a short name that agrees by its consonant alone',
        query: shown(x),
        candidate: shown(y),
      },
    ]
  if (sounds.length === 0) return []
  const least = Math.min(...sounds.map(({ score }) => score))
  const long = sounds.filter(({ score }) => score > LONG_SOUND)
  // Of two names of two characters each many pairs of words are made.
  const areTwo = long.length >= 2 && long.some((pair) => [...markedText(heardIn(pair, x, y).marked)].length > 2)
  const isSure = areTwo || pairs.some((pair) => !sounds.includes(pair) && isOwnPair(pair, x, y))
  if (isSure && least >= SOUND && !sounds.some((pair) => isByCustomAlone(pair, x, y))) return []
  const at = Math.round(10_000 * (NO_ALERT - PER_SOUND * Math.max(0, SURE_SOUND - least))) / 10_000
  return [{ at, feature: 'sound-alone', detail: 'a foreign name that agrees by sound alone', query: shown(x), candidate: shown(y) }]
}

/** Whether a foreign name and a word met by a custom that the sound does not bear out: tables of customs have mistakes, and others bear the Chinese name. */
function isByCustomAlone(pair: Aligned, x: readonly NameToken[], y: readonly NameToken[]): boolean {
  const { marked, latin } = heardIn(pair, x, y)
  return isTranscribed(marked) && isCustomary(marked, latin) && soundLikeness(marked, latin) < SOUND
}

/** The marked name and the Latin word of a pair of which one is a foreign name in Chinese characters. */
function heardIn({ a: [from], b: [to] }: Aligned, x: readonly NameToken[], y: readonly NameToken[]): { marked: string; latin: string } {
  const [p, q] = [x[from]?.spellings[0]?.text ?? '', y[to]?.spellings[0]?.text ?? '']
  return isTranscribed(p) ? { marked: p, latin: q } : { marked: q, latin: p }
}

/** Likeness by sound below which a word is not held to be the other beside words that agree. */
const SOUND = 0.76
/** Likeness of names of three sounds and more that fit in each sound. */
const LONG_SOUND = 0.87
/** What each hundredth of likeness by sound that is missing takes off, in hundredths: what is by sound alone stands in the order of how alike it is. */
const PER_SOUND = 1.5

/** Whether a pair agrees on a word that few names share. A common Chinese or Arabic word that the other name has by its sound (`大海`, Dahai; `نور`, Noor) is one there. */
function isOwnPair({ a: [from], b: [to], feature }: Aligned, x: readonly NameToken[], y: readonly NameToken[]): boolean {
  const [p, q] = [x[from], y[to]]
  return feature === 'pinyin' || feature === 'sound'
    ? (isOwn(p) && (isOwn(q) || q?.kind === 'common')) || (p?.kind === 'common' && isOwn(q))
    : isOwn(p) && isOwn(q)
}

/** Whether words that are written as one on the other side are a word that few names share: `yi yang jin`, and not `import export`. */
function isOwnJoin({ a, b, feature }: Aligned, x: readonly NameToken[], y: readonly NameToken[]): boolean {
  return feature === 'joined' && isOwn(a[1] - a[0] === 1 ? x[a[0]] : y[b[0]])
}

function isOwn(one: NameToken | undefined): boolean {
  return one !== undefined && (one.kind === 'word' || one.kind === 'short' || one.kind === 'number')
}

/** Words as a reason names them: all of a name's, or those at the indices. */
export function shown(tokens: readonly NameToken[], indices?: readonly number[]): string {
  return (indices ? indices.map((i) => tokens[i]?.shown ?? '') : tokens.map((one) => one.shown)).join(' ')
}
