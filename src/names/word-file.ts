import { readFileSync } from 'node:fs'

/** Says for a Chinese word what stands behind it in a file; empty for words that it has not. */
export type WordFile = (text: string) => string

/**
 * A file of the folder `tables` with a line `word=rest` for each word, sorted by code units. It is read when the first word is asked for and kept as one text with the lines of each first character: a map of
 * all words would take ten times the room.
 */
export function wordFile(name: string): WordFile {
  let lines: { readonly text: string; readonly byFirst: ReadonlyMap<number, readonly [from: number, to: number]> } | undefined
  return (word) => {
    lines ??= read(name)
    const { text, byFirst } = lines
    let [from, to] = byFirst.get(word.charCodeAt(0)) ?? NONE
    while (from < to) {
      const start = text.lastIndexOf('\n', (from + to) >> 1) + 1
      const equals = text.indexOf('=', start)
      const end = text.indexOf('\n', equals)
      const one = text.slice(start, equals)
      if (one === word) return text.slice(equals + 1, end)
      if (one < word) from = end + 1
      else to = start - 1
    }
    return ''
  }
}

const NONE = [0, 0] as const

function read(name: string) {
  const text = readFileSync(new URL(`tables/${name}`, import.meta.url), 'utf8')
  const byFirst = new Map<number, readonly [from: number, to: number]>()
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const first = text.charCodeAt(start)
    byFirst.set(first, [byFirst.get(first)?.[0] ?? start, end])
    start = end + 1
  }
  return { text, byFirst }
}
