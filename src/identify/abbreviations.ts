import type { Production } from '../model/index.ts'
import { wordsOf } from '../names/index.ts'
import { LEFT_OUT } from './sought.ts'

/** A stated title that a code may stand for, and how it would be shortened. A question: many titles shorten to the same letters. */
export interface MayBe {
  readonly title: string
  readonly how: string
}

const SHOWN = 3

/** Stated titles, or other titles of them in Latin letters, that a code of three letters or more (two for initials) may be short for, in the order they were stated. */
export function mayBeShortFor(code: string, productions: readonly Production[]): MayBe[] {
  const letters = code.toLowerCase()
  if (!/^[a-z]{2,12}$/.test(letters)) return []
  const found: MayBe[] = []
  for (const { title, aliases } of productions) {
    const how = [title, ...aliases].map((name) => howShortened(letters, name)).find((words) => words !== undefined)
    if (how !== undefined && found.length < SHOWN) found.push({ title, how })
  }
  return found
}

function howShortened(code: string, name: string): string | undefined {
  const all = wordsOf(name).filter((word) => /^[a-z]+$/.test(word))
  const words = all.filter((word) => !LEFT_OUT.has(word))
  const initials = (of: readonly string[]) => of.map((word) => word.charAt(0)).join('')
  if (words.length > 1 && (code === initials(words) || code === initials(all))) return `the initials of “${name}”`
  const [first = ''] = words
  if (code.length < 3 || code.charAt(0) !== first.charAt(0)) return undefined
  if (words.join('').startsWith(code)) return `the first letters of “${name}”`
  let at = 0
  for (const letter of first) if (letter === code.charAt(at)) at++
  return at === code.length ? `letters of “${name}” in their order` : undefined
}
