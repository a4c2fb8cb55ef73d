import { jaroOf } from './similarity.ts'

/** Words of this length and shorter are left out of the word by word half. */
const SHORT = 2
/** Likeness of two words below which they count as nothing. */
const FLOOR = 0.5
/** Winkler's prefix: letters and the share of what is missing that each gives. */
const PREFIX = { letters: 4, share: 0.1 } as const

/**
 * About what the search page of the US Treasury's OFAC would show for a name and a listed name, 0 … 100: the greater of the likeness of the whole texts (only where their first letters are equal) and the mean over the
 * query's words of the likest word of the listed name. The Treasury says that it uses Jaro–Winkler and Soundex and publishes no more; the form is fitted to scores that its page gave (fixtures of
 * opensanctions/nomenklatura, MIT). It is shown beside {@link comparePrepared}'s score and decides nothing.
 */
export function ofacScore(query: string, listed: string): number {
  const [a, b] = [plainWords(query), plainWords(listed)]
  if (a.length === 0 || b.length === 0) return 0
  const [wholeA, wholeB] = [a.join(' '), b.join(' ')]
  const whole = wholeA[0] === wholeB[0] ? winkler(wholeA, wholeB) : 0
  const long = a.filter((word) => word.length > SHORT)
  const asked = long.length > 0 ? long : a
  let sum = 0
  for (const word of asked) {
    const best = b.reduce((most, other) => Math.max(most, winkler(word, other)), 0)
    if (best >= FLOOR) sum += best
  }
  return Math.round(100 * Math.max(whole, sum / asked.length))
}

function plainWords(name: string): string[] {
  return (
    name
      .slice(0, 300)
      .normalize('NFKD')
      .replace(/[\p{M}'’]/gu, '')
      .toUpperCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function winkler(a: string, b: string): number {
  if (a === b) return 1
  const jaro = jaroOf(a, b)
  let prefix = 0
  while (prefix < PREFIX.letters && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * PREFIX.share * (1 - jaro)
}
