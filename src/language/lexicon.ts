import { ANIMATION } from './tables/lexicon-animation.ts'
import { BODY_AND_PEOPLE, THINGS } from './tables/lexicon-body.ts'
import { COMMON_ZH, EXTRA, LIGHT_ZH } from './tables/lexicon-extra.ts'
import { MORE } from './tables/lexicon-more.ts'
import { OFFICE } from './tables/lexicon-office.ts'
import { PEOPLE } from './tables/lexicon-people.ts'
import { TRADE, WORK } from './tables/lexicon-trade.ts'
import { WORLD } from './tables/lexicon-world.ts'
import { type WordTree, wordTree } from './word-tree.ts'

/** Weights of a word as a sign that two lines say the same: grammar, daily words of instructions, other words. */
export const WEIGHTS = { light: 0.12, common: 0.6, content: 1 } as const

/** A word of one side: the concepts that it can mean (a concept is one entry; its number joins the two sides) and its weight, that of its heaviest concept in Korean. */
export interface Word {
  readonly concepts: readonly number[]
  readonly weight: number
}

/** The bilingual lexicon, by word and as trees, which hold the same words. */
export interface Lexicon {
  readonly zh: ReadonlyMap<string, Word>
  readonly ko: ReadonlyMap<string, Word>
  readonly zhTree: WordTree<Word>
  readonly koTree: WordTree<Word>
  /** The same again for the hot loops, side by side in memory. */
  readonly koMeanings: Meanings
  readonly entries: number
}

/** The words of a tree by its nodes: the concepts of a node stand from `first[node]` up to `first[node + 1]`, none where no word ends. */
export interface Meanings {
  readonly first: Int32Array
  readonly concepts: Int32Array
  readonly weights: Float64Array
}

function meaningsOf({ words }: WordTree<Word>): Meanings {
  const weights = Float64Array.from(words, (word) => word?.weight ?? 0)
  const concepts = Int32Array.from(words.flatMap((word) => word?.concepts ?? []))
  const first = new Int32Array(words.length + 1)
  for (const [node, word] of words.entries()) first[node + 1] = (first[node] ?? 0) + (word?.concepts.length ?? 0)
  return { first, concepts, weights }
}

/** Characters of the longest key on either side. */
export const MAX_KEY = 8

let built: Lexicon | undefined

/** Builds the indices once per process (some tens of thousands of Korean forms). */
export function lexicon(): Lexicon {
  built ??= lexiconOf([BODY_AND_PEOPLE, THINGS, TRADE, WORK, EXTRA, PEOPLE, WORLD, OFFICE, MORE, ANIMATION])
  return built
}

type Draft = { concepts: number[]; weight: number }

function lexiconOf(tables: readonly string[]): Lexicon {
  const light = new Set(LIGHT_ZH.split(' '))
  const common = new Set(COMMON_ZH.split(' '))
  const zh = new Map<string, Draft>()
  const ko = new Map<string, Draft>()
  let concept = 0
  for (const entry of tables.join('\n').trim().split(/\s+/)) {
    const [left = '', right = ''] = entry.split(':')
    let heaviest = 0
    for (const word of left.split('/')) {
      const weight = light.has(word) ? WEIGHTS.light : common.has(word) ? WEIGHTS.common : WEIGHTS.content
      heaviest = Math.max(heaviest, weight)
      push(zh, word, concept, weight)
    }
    for (const stem of right.split(',')) for (const form of formsOf(stem)) push(ko, form, concept, heaviest)
    concept++
  }
  const koTree = wordTree(ko)
  return { zh, ko, zhTree: wordTree(zh), koTree, koMeanings: meaningsOf(koTree), entries: concept }
}

function push(index: Map<string, Draft>, key: string, concept: number, weight: number): void {
  const word = index.get(key)
  if (word === undefined) index.set(key, { concepts: [concept], weight })
  else {
    if (!word.concepts.includes(concept)) word.concepts.push(concept)
    word.weight = Math.max(word.weight, weight)
  }
}

const HANGUL = 0xac00
const [A, YA, EO, YEO, O, WA, OE, WAE, U, WO, EU, I] = [0, 2, 4, 6, 8, 9, 11, 10, 13, 14, 18, 20]
const FINALS = { none: 0, n: 4, d: 7, l: 8, m: 16, b: 17, s: 19, ss: 20, h: 27 } as const
/** What an ending may add below an open syllable: nothing, ㄴ ㄹ ㅁ ㅂ ㅆ. */
const ENDING_FINALS = [FINALS.none, FINALS.n, FINALS.l, FINALS.m, FINALS.b, FINALS.ss]
/** Stems whose final ㅂ stays; all others turn it into 우. */
const FIRM_B = new Set([...'입잡씹집뽑좁접꼽업꼬수줍'])
/** Stems whose final ㄷ turns into ㄹ, and whose final ㅅ falls; all others keep it. */
const WEAK_D = new Set([...'걷듣묻싣닫긷'])
const WEAK_S = new Set([...'짓긋낫붓잇젓'])
/** What may follow a stem that ends in a changed consonant. */
const AFTER_CHANGE = ['어', '아', '여', '었', '았', '였', '으', '은', '을', '음']
const CONTRACTED: ReadonlyMap<number, readonly number[]> = new Map([
  [I, [YEO]],
  [O, [WA]],
  [U, [WO, EO]],
  [OE, [WAE]],
  [EU, [A, EO]],
])

function syllable(onset: number, vowel: number, final: number): string {
  return String.fromCharCode(HANGUL + onset * 588 + vowel * 28 + final)
}

/**
 * The written forms that a stem can begin: nouns as they are; `고치-` also 고친 고칠 고침 고쳐 고쳤; `빠르-` also 빨라; `돕-` also 도우 도와; `걷-` also 걸어;
 * `짓-` also 지어; `하얗-` also 하얀 하얘; `떨-` also 떠는. Only the last syllable changes; what follows it is not looked at.
 */
export function formsOf(stem: string): readonly string[] {
  if (!stem.endsWith('-')) return [stem]
  const body = stem.slice(0, -1)
  const last = body.charCodeAt(body.length - 1) - HANGUL
  const head = body.slice(0, -1)
  const [onset, vowel, final] = [Math.floor(last / 588), Math.floor((last % 588) / 28), last % 28]
  if (final !== FINALS.none) return [body, ...changedForms(body, head, onset, vowel, final)]
  const forms = new Set<string>()
  const open = (vowels: readonly number[], headOf = head) => {
    for (const v of vowels) for (const end of ENDING_FINALS) forms.add(headOf + syllable(onset, v, end))
  }
  open([vowel, ...(CONTRACTED.get(vowel) ?? [])])
  if (body.endsWith('르') && head.length > 0) {
    const before = head.charCodeAt(head.length - 1)
    if ((before - HANGUL) % 28 === 0) open([A, EO], head.slice(0, -1) + String.fromCharCode(before + FINALS.l))
  }
  if (body.endsWith('하')) for (const tail of ['해', '했', '히']) forms.add(head + tail)
  return [...forms]
}

/** Further forms of a stem that ends in a consonant which changes before a vowel. */
function changedForms(body: string, head: string, onset: number, vowel: number, final: number): string[] {
  const own = body.at(-1) ?? ''
  const bare = head + syllable(onset, vowel, FINALS.none)
  if (final === FINALS.b && !FIRM_B.has(own)) return ['우', '운', '울', '움', '워', '웠', '와', '왔', '이'].map((tail) => bare + tail)
  if (final === FINALS.d && WEAK_D.has(own) && body !== '닫')
    return AFTER_CHANGE.map((tail) => head + syllable(onset, vowel, FINALS.l) + tail)
  if (final === FINALS.s && WEAK_S.has(own)) return AFTER_CHANGE.map((tail) => bare + tail)
  if (final === FINALS.l)
    return [
      ...['는', '니', '시', '세', '오'].map((tail) => bare + tail),
      ...[FINALS.n, FINALS.b].map((end) => head + syllable(onset, vowel, end)),
    ]
  if (final !== FINALS.h || body.length < 2) return []
  const contracted = vowel === YA ? YA + 1 : vowel === YEO ? YEO + 1 : vowel === EO ? EO + 1 : A + 1
  return [FINALS.n, FINALS.l, FINALS.m, FINALS.b]
    .map((end) => head + syllable(onset, vowel, end))
    .concat([FINALS.none, FINALS.ss].map((end) => head + syllable(onset, contracted, end)))
}
