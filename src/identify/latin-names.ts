import type { Reason } from '../model/index.ts'
import { compareWords, foldName, wordsOf } from '../names/index.ts'
import { LEFT_OUT, type Sought } from './sought.ts'

/** A place in a text that names a target. Offsets are UTF-16 units. */
export interface NameHit {
  readonly sought: Sought
  readonly from: number
  readonly to: number
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** What a text is, which decides what upper case and neighbours mean in it. */
export type TextKind = 'prose' | 'path'

interface Word {
  readonly folded: string
  readonly raw: string
  readonly from: number
  readonly to: number
}

/** Mean likeness from which words that are not all equal are still the name. */
const LIKE_FROM = 0.86
/** Letters of a name's own word, from which on a misspelling of it is looked for, whatever the words beside it. */
const LONE_WORD = 7
const RUN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{M}]+(?:['’][\p{Script=Latin}\p{M}]+)*/gu

/** Finds names in Latin, Cyrillic and Greek writing. Built once for all texts: each word of a text costs one or a few look-ups. */
export function latinFinder(
  all: readonly Sought[],
): (text: string, kind: TextKind, codeNear: (target: string, from: number, to: number) => boolean) => NameHit[] {
  const index = new Map<string, { sought: Sought; at: number }[]>()
  const joined = new Map<string, Sought[]>()
  const misspelt = new Map<string, { sought: Sought; at: number }[]>()
  for (const sought of all) indexForm(sought, index, joined, misspelt)
  if (index.size === 0) return () => []
  return (text, kind, codeNear) => {
    const words = wordsWithPlaces(text)
    const hits: NameHit[] = []
    for (const [i, { folded }] of words.entries()) {
      const anchors = new Set([
        ...(index.get(folded) ?? []),
        ...(misspelt.size > 0 ? deletionsOf(folded).flatMap((key) => misspelt.get(key) ?? []) : []),
      ])
      for (const { sought, at } of anchors) {
        const hit = windowHit(sought, words, i - at, text, kind, codeNear)
        if (hit) hits.push(hit)
      }
      for (const sought of joined.get(folded) ?? []) hits.push(joinedHit(sought, words[i]))
    }
    return withoutOverlaps(hits)
  }
}

function indexForm(
  sought: Sought,
  index: Map<string, { sought: Sought; at: number }[]>,
  joined: Map<string, Sought[]>,
  misspelt: Map<string, { sought: Sought; at: number }[]>,
): void {
  const { words, isPerson } = sought
  if (words.length === 0) return
  const put = <T>(map: Map<string, T[]>, key: string, value: T) => map.set(key, [...(map.get(key) ?? []), value])
  const own = words.flatMap(({ kind }, at) => (kind === 'generic' || kind === 'particle' || kind === 'place' ? [] : [at]))
  const anchors = own.length > 0 ? own : words.map((_, at) => at)
  for (const at of anchors) put(index, words[at]?.text ?? '', { sought, at })
  const together = words.map(({ text }) => text).join('')
  if (words.length > 1 && together.length >= 8 && !isPerson) put(joined, together, sought)
  if (isPerson) return
  for (const at of own) {
    const { text = '' } = words[at] ?? {}
    if (text.length >= LONE_WORD) for (const key of deletionsOf(text)) put(misspelt, key, { sought, at })
  }
}

/** The word and the word with each one letter left out: two words that are one edit apart share one of these. */
function deletionsOf(word: string): string[] {
  if (word.length < LONE_WORD - 1 || word.length > 30) return []
  const keys = new Set([word])
  for (let i = 0; i < word.length; i++) keys.add(word.slice(0, i) + word.slice(i + 1))
  return [...keys]
}

function wordsWithPlaces(text: string): Word[] {
  const words: Word[] = []
  for (const found of text.matchAll(RUN)) {
    const raw = found[0]
    const folded = foldOne(raw)
    if (folded === '' || LEFT_OUT.has(folded)) continue
    words.push({ folded, raw, from: found.index, to: found.index + raw.length })
  }
  return words
}

const folds = new Map<string, string>()

function foldOne(raw: string): string {
  let folded = folds.get(raw)
  if (folded === undefined) {
    folded = wordsOf(raw).join('')
    if (folds.size > 100_000) folds.clear()
    folds.set(raw, folded)
  }
  return folded
}

function windowHit(
  sought: Sought,
  words: readonly Word[],
  start: number,
  text: string,
  kind: TextKind,
  codeNear: (target: string, from: number, to: number) => boolean,
): NameHit | undefined {
  const window = words.slice(Math.max(0, start), start + sought.words.length)
  if (start < 0 || window.length < sought.words.length) return undefined
  const reasons: Reason[] = []
  let sum = 0
  let total = 0
  let sameOwn = 0
  for (const [k, { text: wanted, kind: wordKind }] of sought.words.entries()) {
    const { folded = '', raw = '' } = window[k] ?? {}
    const likeness = compareWords(folded, wanted)
    const isOwn = wordKind !== 'generic' && wordKind !== 'particle' && wordKind !== 'place'
    if (likeness.score < 0.7 || (likeness.score < 1 && (sought.isPerson || wordKind === 'number' || wanted.length < 5))) return undefined
    const weight = isOwn ? 1 : 0.4
    sum += weight * likeness.score
    total += weight
    if (likeness.score === 1 && isOwn) sameOwn++
    if (likeness.score < 1)
      reasons.push({
        feature: likeness.feature,
        detail: `${likeness.detail} [sic]`,
        query: raw,
        candidate: wanted,
        weight: likeness.score - 1,
      })
  }
  const score = Math.round((sum / total) * 10_000) / 10_000
  const first = window[0]
  const last = window.at(-1)
  if (!first || !last || score < LIKE_FROM) return undefined
  const to = withLegalForm(words, start + window.length, last.to, text)
  const isExact = reasons.length === 0
  const needsSupport = sought.words.length === 1 || (!isExact && sameOwn === 0)
  const support = needsSupport ? supportOf(sought, words, start, window, text, to > last.to, kind, codeNear) : undefined
  if (needsSupport && support === undefined) return undefined
  const same = window.filter(({ folded }, k) => folded === sought.words[k]?.text).map(({ raw }) => raw)
  if (same.length > 0)
    reasons.unshift({ feature: 'same', detail: 'the same words', query: same.join(' '), candidate: sought.form, weight: 1 })
  else
    reasons.unshift({
      feature: 'name',
      detail: 'compared with the stated name',
      query: text.slice(first.from, to),
      candidate: sought.form,
      weight: 1,
    })
  if (support !== undefined)
    reasons.push({ feature: 'support', detail: support, query: text.slice(first.from, to), candidate: sought.form, weight: 0 })
  return { sought, from: first.from, to, score, reasons }
}

function joinedHit(sought: Sought, word: Word | undefined): NameHit {
  const reason = { feature: 'joined', detail: 'written as one word', query: word?.raw ?? '', candidate: sought.form, weight: 0.98 }
  return { sought, from: word?.from ?? 0, to: word?.to ?? 0, score: 0.98, reasons: [reason] }
}

/** The end of the name with the legal form that follows it, so that the words are cited as they stand. */
function withLegalForm(words: readonly Word[], next: number, end: number, text: string): number {
  let to = end
  for (let i = next; i < Math.min(words.length, next + 3); i++) {
    const word = words[i]
    const between = word ? text.slice(to, word.from) : ''
    if (!word || !/^[\s,.(]{0,3}$/.test(between) || !isLegal(word)) break
    to = word.to
  }
  return to
}

/** A legal form with a capital, or one of those that are no word of a language: `as`, `sa` and `co` begin ordinary sentences too. */
function isLegal({ folded, raw }: Word): boolean {
  if (!/^\p{Lu}/u.test(raw) && !/^(?:ltd|llc|inc|limited|incorporated|corp|gmbh|pte|plc)$/.test(folded)) return false
  // A legal form beside a word is left out of the key; alone it would stay.
  return foldName(`x ${folded}`) === 'x'
}

const OPENING = /["'“‘«「『《〈【[(]\s*$/
const CLOSING = /^\s*["'”’»」』》〉】\])]/
const SERIES_WORD = /^(?:season|series|episode|ep|film|movie|show|trailer|pilot|scene|shot|storyboard|animatic)$/

/**
 * What makes a word that might be any word a name here, in words; undefined when nothing does. Names of several words need none of it.
 */
function supportOf(
  sought: Sought,
  words: readonly Word[],
  start: number,
  window: readonly Word[],
  text: string,
  hasLegalForm: boolean,
  kind: TextKind,
  codeNear: (target: string, from: number, to: number) => boolean,
): string | undefined {
  const [first, last] = [window[0], window.at(-1)]
  if (!first || !last) return undefined
  if (hasLegalForm && sought.kind === 'party') return 'a legal form follows'
  if (OPENING.test(text.slice(Math.max(0, first.from - 3), first.from)) && CLOSING.test(text.slice(last.to, last.to + 3)))
    return 'it stands in quotes or brackets'
  if (codeNear(sought.target, first.from, last.to)) return 'a code of the same production stands beside it'
  const neighbours = [words[start - 1], words[start - 2], words[start + window.length], words[start + window.length + 1]]
  const series = neighbours.find(
    (word) => word !== undefined && (SERIES_WORD.test(word.folded) || /^s\d{1,2}(?:e\d{1,3})?$/.test(word.folded)),
  )
  const isCapital = /^\p{Lu}/u.test(first.raw)
  if (series && isCapital) return `“${series.raw}” stands beside it`
  if (kind === 'path') return pathSupport(sought, first, last, text)
  if (isCapital && isMidSentence(text, first.from) && !isShouted(text)) return 'a capital in the middle of a sentence'
  const isRare = sought.words.every((word) => word.kind === 'word' && word.text.length >= LONE_WORD)
  if (isRare && text.slice(first.from, last.to) === sought.form) return 'a rare word, written as it was stated'
  return undefined
}

/** In a path a lone word counts only as the whole name of a file or folder, as it was stated, and when it is no everyday word. */
function pathSupport(sought: Sought, first: Word, last: Word, text: string): string | undefined {
  const before = text[first.from - 1] ?? '/'
  const after = text[last.to] ?? '/'
  const isWhole = /[/!]/.test(before) && /[/!.]/.test(after)
  const isRare = sought.words.every(({ text: word, kind }) => kind === 'word' && word.length >= 6)
  return isWhole && isRare && foldOne(first.raw) === sought.words[0]?.text ? 'it is the whole name of a file or folder' : undefined
}

function isMidSentence(text: string, from: number): boolean {
  const before = text.slice(0, from).trimEnd()
  return before !== '' && /[\p{Ll}\p{N},;]$/u.test(before)
}

/** All letters upper case: then a capital says nothing. */
function isShouted(text: string): boolean {
  return !/\p{Ll}/u.test(text)
}

/** Of hits on one target that overlap, the best; then the longest; then the first. */
export function withoutOverlaps(hits: readonly NameHit[]): NameHit[] {
  const kept: NameHit[] = []
  const ordered = [...hits].sort((a, b) => b.score - a.score || b.to - b.from - (a.to - a.from) || a.from - b.from)
  for (const hit of ordered)
    if (!kept.some((other) => other.sought.target === hit.sought.target && other.from < hit.to && hit.from < other.to)) kept.push(hit)
  return kept.sort((a, b) => a.from - b.from)
}
