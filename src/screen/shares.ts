/** A share in per cent, from the lowest to the highest that the words allow. */
export type ShareRange = readonly [from: number, to: number]

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d{1,6})?)`
const RANGE = new RegExp(String.raw`^(?:between )?${NUMBER}\s*%?\s*(?:-|–|to|and)\s*${NUMBER}\s*%?$`, 'i')
const FROM = new RegExp(String.raw`^(?:>=?|≥|over|above|more than|at least|from)\s*${NUMBER}\s*%?$`, 'i')
const UP_TO = new RegExp(String.raw`^(?:<=?|≤|under|below|less than|up to|at most)\s*${NUMBER}\s*%?$`, 'i')
const PLAIN = new RegExp(String.raw`^${NUMBER}\s*%?$`)

/**
 * Reads a share as people and registers write it: `50`, `50 %`, `25-50`, `more than 25 %`, `up to 10`. Words that state no number (`majority`, `significant`, empty) give undefined: unknown is not zero.
 * `more than 50` and `at least 50` begin both at 50; a share above 100 gives undefined.
 */
export function readShare(text: string): ShareRange | undefined {
  const bare = text.trim().slice(0, 60)
  const number = (cell: string | undefined) => Number((cell ?? '').replace(',', '.'))
  const range = RANGE.exec(bare)
  const from = FROM.exec(bare)
  const upTo = UP_TO.exec(bare)
  const plain = PLAIN.exec(bare)
  const share: ShareRange | undefined = range
    ? [number(range[1]), number(range[2])]
    : from
      ? [number(from[1]), 100]
      : upTo
        ? [0, number(upTo[1])]
        : plain
          ? [number(plain[1]), number(plain[1])]
          : undefined
  return share && share[0] <= share[1] && share[1] <= 100 ? share : undefined
}

/** `51 %`, `25 to 50 %`. */
export function shareInWords([from, to]: ShareRange): string {
  return from === to ? `${from} %` : `${from} to ${to} %`
}
