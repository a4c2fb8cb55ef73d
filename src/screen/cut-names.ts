import type { Warning } from '../model/index.ts'
import { isCutName, NAME_CHARS, NAME_WORDS } from '../names/index.ts'

/** Places of names that a warning tells. */
const TOLD = 5

/** Says which of the names asked for are longer than what is compared of a name, by their places from 1 on (a name may be a person's); nothing when none is. */
export function cutNameWarnings(names: readonly string[]): Warning[] {
  const cut = names.flatMap((name, i) => (isCutName(name) ? [i + 1] : []))
  if (cut.length === 0) return []
  const places = `${cut.slice(0, TOLD).join(', ')}${cut.length > TOLD ? ' …' : ''}`
  return [
    {
      code: 'name-cut',
      message: `${cut.length} of ${names.length} names asked for are longer than ${NAME_CHARS} characters or ${NAME_WORDS} words, of which only the beginning was compared (number ${places}): ask for their parts one by one`,
    },
  ]
}
