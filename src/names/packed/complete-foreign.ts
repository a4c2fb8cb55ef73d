import type { NameToken } from '../tokens.ts'
import { foreignLikeness, isTranscribed } from '../transcription.ts'
import { type PackedNames, wordsOfRow } from './packed-names.ts'
import type { Room } from './room.ts'
import type { Wanted } from './wanted.ts'
import { wordAt } from './words.ts'

/** Rows that are looked through, those first that share most. */
const ROWS = 400
/** Foreign words of one name: more are no name, and each is compared with every word of these rows. */
const WORDS = 4
/** Share of the lightest foreign word's weight that a row has at least. */
const MET = 0.8

/**
 * Of a name of several foreign words in Chinese characters, looks through the rows in which some of them were met for the others, and adds what they give: beside a given name that agrees, a family name counts
 * that sounds too little like its characters to be among the likeliest words of the whole list.
 */
export function completeForeign(packed: PackedNames, room: Room, tokens: readonly NameToken[], wanted: readonly Wanted[]): void {
  const foreign: number[] = []
  for (let i = 0; i < tokens.length; i++) if (isTranscribed(tokens[i]?.spellings[0]?.text ?? '')) foreign.push(i)
  if (foreign.length < 2 || foreign.length > WORDS) return
  const met = wanted.map(({ words }) => new Set(words.map(({ word }) => word)))
  const known = new Map<number, number>()
  for (const row of likelyRows(room, MET * Math.min(...foreign.map((i) => wanted[i]?.weight ?? 0)))) {
    const words = wordsOfRow(packed, row)
    const open = foreign.filter((i) => !words.some((word) => met[i]?.has(word)))
    if (words.length < 2 || open.length === 0 || open.length === foreign.length) continue
    const free = new Set(words.filter((word) => !met.some((some) => some.has(word))))
    for (const i of open) {
      let [best, likeness] = [-1, 0]
      for (const word of free) {
        const own = likenessOf(packed, known, tokens, i, word)
        if (own > likeness) [best, likeness] = [word, own]
      }
      // A word stands for one name.
      free.delete(best)
      room.sums[row * 2] = (room.sums[row * 2] ?? 0) + (wanted[i]?.weight ?? 0) * likeness
    }
  }
}

function likelyRows({ sums, touched, count }: Room, least: number): readonly number[] {
  const rows: number[] = []
  for (let k = 0; k < count; k++) if ((sums[(touched[k] ?? 0) * 2] ?? 0) >= least) rows.push(touched[k] ?? 0)
  return rows.length <= ROWS ? rows : rows.sort((a, b) => (sums[b * 2] ?? 0) - (sums[a * 2] ?? 0) || a - b).slice(0, ROWS)
}

function likenessOf({ words }: PackedNames, known: Map<number, number>, tokens: readonly NameToken[], i: number, word: number): number {
  const key = word * tokens.length + i
  const before = known.get(key)
  if (before !== undefined) return before
  const likeness = foreignLikeness(tokens[i]?.spellings[0]?.text ?? '', wordAt(words, word))
  known.set(key, likeness)
  return likeness
}
