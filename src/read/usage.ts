import type { TraceName } from '../model/index.ts'
import type { Draft } from './draft.ts'

/** Counts of fonts or languages over the runs of a document. */
export class Usage {
  readonly #counts = new Map<string, number>()

  /** Adds one use; an empty value is none. Beyond a thousand different values new ones are not counted. */
  add(value: string | undefined): void {
    const clean = (value ?? '').trim()
    if (clean === '' || (this.#counts.size >= 1000 && !this.#counts.has(clean))) return
    this.#counts.set(clean, (this.#counts.get(clean) ?? 0) + 1)
  }

  /** A trace per value, most used first; `meaning` gets the count. At most `most` of them. */
  trace(draft: Draft, field: TraceName, meaning: (count: number) => string, most = 40): void {
    const ordered = [...this.#counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    for (const [value, count] of ordered.slice(0, most)) draft.trace(field, value, meaning(count))
    if (ordered.length > most) draft.warn('usage-limit', `${ordered.length} different values of ${field}: ${most} were kept`)
  }
}

/** Letters that a program sets in its East Asian font. */
const EAST_ASIAN = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]/
const OTHER_LETTERS = /[A-Za-z\u00c0-\u04ff]/

/** Whether text has East Asian letters, and whether it has Latin, Greek or Cyrillic ones. */
export function lettersOf(text: string): { readonly isEastAsian: boolean; readonly isOther: boolean } {
  return { isEastAsian: EAST_ASIAN.test(text), isOther: OTHER_LETTERS.test(text) }
}

/** The sentence of a `font` trace. */
export function fontMeaning(count: number): string {
  return `Set on ${count} ${count === 1 ? 'run' : 'runs'} of text; fonts come with systems and programs and travel with copied text.`
}

/** The sentence of a `locale` trace of text runs. */
export function localeMeaning(count: number): string {
  return `Proofing language of ${count} ${count === 1 ? 'run' : 'runs'} of text; it follows the keyboard or a default, and is no proof of who wrote.`
}
