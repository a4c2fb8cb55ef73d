/** A share in per cent, from the lowest to the highest that the words allow. */
export type ShareRange = readonly [from: number, to: number]

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d{1,6})?)`
const RANGE = new RegExp(String.raw`^(?:between )?${NUMBER}\s*%?\s*(?:-|–|to|and)\s*${NUMBER}\s*%?$`, 'i')
const FROM = new RegExp(String.raw`^(?:>=?|≥|over|above|more than|at least|from)\s*${NUMBER}\s*%?$`, 'i')
const UP_TO = new RegExp(String.raw`^(?:<=?|≤|under|below|less than|up to|at most)\s*${NUMBER}\s*%?$`, 'i')
/** A comma before exactly three digits parts thousands as often as decimals; `0,333` and what has a sign are decimals. */
const THOUSANDS = /(?<![\d.,])[1-9]\d{0,2},\d{3}(?!\d)/
const PLAIN = new RegExp(String.raw`^${NUMBER}\s*%?$`)

/**
 * Reads a share as people and registers write it: `50`, `50 %`, `25-50`, `more than 25 %`, `up to 10`. Words that state no number (`majority`, `significant`, empty) give undefined: unknown is not zero.
 * `more than 50` and `at least 50` begin both at 50; a share above 100, and `1,200`, which may be a number of shares, give undefined.
 */
export function readShare(text: string): ShareRange | undefined {
  const bare = text.trim().slice(0, 60)
  if (THOUSANDS.test(bare) && !isTold(bare)) return undefined
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

/** Whether a cell or heading itself says per cent by its sign. */
export function isTold(text: string): boolean {
  return /[%％٪]/.test(text)
}

/** Whether the shares of a table may be parts of one: all that can be read are at most 1, one has decimals, and none has a sign. Words such as `over` change nothing. */
export function sharesMayBeParts(cells: readonly string[]): boolean {
  const read = cells.filter((cell) => readShare(cell) !== undefined)
  if (read.some(isTold)) return false
  const numbers = read.flatMap((cell) => cell.match(/\d+(?:[.,]\d+)?/g) ?? []).map((text) => Number(text.replace(',', '.')))
  return numbers.every((number) => number <= 1) && numbers.some((number) => !Number.isInteger(number))
}

/** `51 %`, `25 to 50 %`. */
export function shareInWords([from, to]: ShareRange): string {
  return from === to ? `${from} %` : `${from} to ${to} %`
}
