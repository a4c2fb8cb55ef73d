import { LIMITS } from '../base/limits.ts'
import { foldName, kindOf, type TokenKind, wordsOf } from '../names/index.ts'
import type { Targets } from './targets.ts'

/** One written form of a production or party that is looked for. */
export interface Sought {
  readonly kind: 'production' | 'party'
  readonly target: string
  readonly targetName: string
  /** The form as it was stated. */
  readonly form: string
  /** Words in Latin, Cyrillic or Greek letters and numbers, folded, without legal forms and joining words; empty for a form with East Asian writing. */
  readonly words: readonly { readonly text: string; readonly kind: TokenKind }[]
  /** East Asian form: folded letters and digits without blanks and points. */
  readonly compact: string
  /** People are only found as they are written, never by likeness. */
  readonly isPerson: boolean
}

/** Words that join others and may be left out or differ. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for', 'in', 'a', 'an', 'at', 'by', 'to'])

const EAST_ASIAN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/

/** Every form of every target, at most `LIMITS.namesSought`. `cut` says whether there were more. */
export function soughtOf(targets: Targets): { readonly sought: readonly Sought[]; readonly cut: boolean } {
  const sought: Sought[] = []
  for (const { id, title, aliases } of targets.productions)
    for (const form of [title, ...aliases]) sought.push(...formOf('production', id, title, form, false))
  for (const { id, name, aliases, schema } of targets.parties)
    for (const form of [name, ...aliases]) sought.push(...formOf('party', id, name, form, schema === 'Person'))
  for (const { id, name } of targets.contextOnly) sought.push(...formOf('party', id, name, name, false))
  return { sought: sought.slice(0, LIMITS.namesSought), cut: sought.length > LIMITS.namesSought }
}

function formOf(kind: Sought['kind'], target: string, targetName: string, form: string, isPerson: boolean): Sought[] {
  const folded = foldName(form)
  if (folded === '') return []
  const base = { kind, target, targetName, form, isPerson }
  if (EAST_ASIAN.test(folded)) {
    const compact = folded.replaceAll(' ', '')
    return [...compact].length < 2 ? [] : [{ ...base, words: [], compact }]
  }
  const words = wordsOf(folded).filter((text) => !LEFT_OUT.has(text))
  if (words.length === 0 || words.join('').length < 3) return []
  return [{ ...base, words: words.map((text) => ({ text, kind: kindOf(text) })), compact: '' }]
}
