import type { Alignment } from './align.ts'
import type { NameToken } from './tokens.ts'

/** Words without a partner on both sides, less the articles of Arabic words that lack nothing: those before a word that met by its meaning, and those that Latin letters write by their sound (`ضياء الحق`, Zia ul-Haq). */
export function lessArticles(
  x: readonly NameToken[],
  y: readonly NameToken[],
  { pairs, leftA, leftB }: Alignment,
): readonly [leftA: readonly number[], leftB: readonly number[]] {
  const [isArabicA, isArabicB] = [hasArticle(x, leftA), hasArticle(y, leftB)]
  if (isArabicA === isArabicB) return [leftA, leftB]
  const [tokens, left, others, open, side] = isArabicA ? ([x, leftA, y, leftB, 'a'] as const) : ([y, leftB, x, leftA, 'b'] as const)
  const spelt = open.filter((i) => LATIN_ARTICLES.has(others[i]?.shown ?? ''))
  const isRead = (at: number) => pairs.some((pair) => pair[side][0] === at && pair.feature === 'translation')
  let taken = 0
  const kept = left.filter((i) => !isArticle(tokens[i]) || (!isRead(i + 1) && taken++ >= spelt.length))
  const rest = open.filter((i) => !spelt.slice(0, taken).includes(i))
  return isArabicA ? [kept, rest] : [rest, kept]
}

function hasArticle(tokens: readonly NameToken[], indices: readonly number[]): boolean {
  for (const i of indices) if (isArticle(tokens[i])) return true
  return false
}

function isArticle(one: NameToken | undefined): boolean {
  return one?.shown === 'ال'
}

/** How Latin letters write the article besides `al`: as it sounds before the next letter, and behind the word before it. */
const LATIN_ARTICLES = new Set('el il ul ol ad ed id ud ar er ir ur as es is us an en in un at et ut az ez uz ash esh ush'.split(' '))
