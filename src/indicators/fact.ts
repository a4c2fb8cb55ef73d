import { compareText } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { type CaseRecords, type Exhibit, formatAnchor, type Passage } from '../model/index.ts'
import type { FACT_NAMES } from './tables/fact-names.ts'

/** Name of a fact; {@link FACT_NAMES} says what each means. */
export type FactName = keyof typeof FACT_NAMES

/** One of several things that a fact counts, with its own subject (an address, a party or production id, a list entry). */
export interface FactCase {
  readonly subject: string
  readonly value: number | boolean
  readonly anchors: readonly string[]
  readonly why: string
}

/** A named fact of a case. `null` means that this material cannot tell, and `why` says why not. */
export interface Fact {
  readonly value: number | boolean | null
  readonly anchors: readonly string[]
  /** Plain words, with the counts. */
  readonly why: string
  /** The single things that the fact counts, where a rule may speak of each of them. */
  readonly each?: readonly FactCase[]
}

/** Facts by name. A name that is missing is not testable. */
export type Facts = { readonly [name in FactName]?: Fact }

/** Some facts, as one part of the room gives them. */
export type SomeFacts = { [name in FactName]?: Fact }

/**
 * Passages that were written as text. What was recognised in a picture can have one letter taken for another, and one letter makes a language, a name or an account:
 * it opens pairs and searches, which a person looks at, and no fact of this kind.
 */
export function writtenPassages({ passages }: Pick<CaseRecords, 'passages'>): readonly Passage[] {
  return passages.filter(({ role }) => role !== 'ocr')
}

/** A fact that was observed or counted. Anchors are kept once, in order, up to `LIMITS.factAnchors`; more are said in `why`. */
export function known(value: number | boolean, why: string, anchors: readonly string[] = [], each?: readonly FactCase[]): Fact {
  const distinct = [...new Set(anchors)]
  const kept = distinct.slice(0, LIMITS.factAnchors)
  const cut = distinct.length > kept.length ? ` (the first ${kept.length} of ${distinct.length} places are listed)` : ''
  return { value, why: `${why}${cut}`, anchors: kept, ...(each === undefined ? {} : { each }) }
}

/** A fact that this material cannot tell. */
export function notTestable(why: string): Fact {
  return { value: null, why, anchors: [] }
}

/** A fact by name; one that nobody computed is not testable. */
export function factOf(facts: Facts, name: FactName): Fact {
  return facts[name] ?? notTestable('not computed')
}

/** The value of a numeric fact, or undefined when it cannot be told. */
export function numberOf(facts: Facts, name: FactName): number | undefined {
  const { value } = factOf(facts, name)
  return typeof value === 'number' ? value : undefined
}

/** Whether a fact is known and true (a number: above zero). */
export function isTrue(facts: Facts, name: FactName): boolean {
  const { value } = factOf(facts, name)
  return value === true || (typeof value === 'number' && value > 0)
}

/** Whether a fact is known and false (a number: zero). */
export function isFalse(facts: Facts, name: FactName): boolean {
  const { value } = factOf(facts, name)
  return value === false || value === 0
}

/** The anchor of a whole exhibit. */
export function anchorOfExhibit({ blob, inside }: Exhibit): string {
  const place = inside.length > 0 ? { sha256: blob, inside } : { sha256: blob }
  return formatAnchor({ ...place, at: { kind: 'whole' } })
}

/** `1 file`, `3 files`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}

/** A share as whole percent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** The entries of a map of groups, ordered by key. */
export function ordered<T>(groups: ReadonlyMap<string, T>): [string, T][] {
  return [...groups].sort(([a], [b]) => compareText(a, b))
}

/** Adds a value to its group. */
export function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}
