// Writes src/names/tables/transcription-model.ts from what scripts/fit-transcription.mjs has learnt.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const TABLE = fileURLToPath(new URL('../src/names/tables/transcription-model.ts', import.meta.url))
/** A digit of 36 is its square in so many parts of a nat, so that what is likely is told finely; what is added is told in tenths, from a digit on that says that nothing is. */
const SQUARES = 175
const TENTHS = { inNat: 10, nothing: 18 }
/** The highest digit. */
const HIGHEST = 35
/** Least that letters at the beginning or end of a word must differ by to be written down. */
const TOLD = 0.15

const digit = (number) =>
  Math.min(HIGHEST, Math.max(0, Math.round(number)))
    .toString(36)
    .toUpperCase()
const cost = (nats) => digit(Math.sqrt(Math.max(0, nats) * SQUARES))
const added = (nats) => digit(TENTHS.nothing + nats * TENTHS.inNat)
/** Dearer ways are left out. */
const DEAREST = (HIGHEST + 0.5) ** 2 / SQUARES

/** Lines of some 1,500 characters. */
function lines(parts, between) {
  const rows = []
  for (const part of parts) {
    if (rows.length === 0 || rows.at(-1).length + part.length > 1500) rows.push(part)
    else rows[rows.length - 1] += between + part
  }
  return rows.join('\n')
}

function waysOf({ ways }) {
  return [...ways]
    .sort((a, b) => b.seen - a.seen || (a.c < b.c ? -1 : 1))
    .map((one) => one.c + one.ways.filter(([, nats]) => nats < DEAREST).sort(([a, p], [b, q]) => p - q || (a < b ? -1 : 1)).map(([letters, nats]) => letters + cost(nats)).join('')) // biome-ignore format: one line
}

const told = (by) => lines(Object.entries(by).filter(([, nats]) => Math.abs(nats) >= TOLD).sort(([a], [b]) => (a < b ? -1 : 1)).map(([letters, nats]) => letters + added(nats)), '') // biome-ignore format: one line
const square = (numbers, width, digitOf) =>
  Array.from({ length: numbers.length / width }, (_, k) =>
    numbers
      .slice(k * width, (k + 1) * width)
      .map(digitOf)
      .join(''),
  ).join('\n')

/** Writes the table: ways to write each character, what is added at the beginning and end of words, and what letters cost by their neighbours. */
export function writeTable(model) {
  const voice = Object.entries(model.voice).map(([letter, nats]) => letter + cost(nats)).join('') // biome-ignore format: one line
  const text = `/**
 * What letters each Chinese character stands for in foreign names, likeliest first, and what each costs, a digit of 36 whose square is 175 parts of a nat: \`斯s5zP\`, entries parted by commas; a digit alone is the cost of no letters. These
 * and the tables below are made by scripts/fit-transcription.mjs from names of Wikidata (CC0); nothing of them is a list of names.
 */
export const TRANSCRIPTION_MODEL = \`
${lines(waysOf(model), ',')}
\`
/** What is added where a character that begins a word, or ends one, is written with these letters: in tenths of a nat, a digit of 36, I for nothing. */
export const TRANSCRIPTION_EDGES = {
  begin: \`
${told(model.begin)}
\`,
  end: \`
${told(model.end)}
\`,
}
/** What a letter costs that no character stands for, by the letter before it (a row each, the edge of the word first), and what is added by the letter after it (a column each, the edge first), and where between two letters (rows and columns, edges first) one character ends and the next begins. */
export const TRANSCRIPTION_LETTERS = {
  after: \`
${square(model.after, 26, cost)}
\`,
  before: \`
${square(model.before, 27, added)}
\`,
  between: \`
${square(model.between, 27, added)}
\`,
}
/** What it costs to write a character with the other of two like consonants, by the one that it is written with mostly. */
export const TRANSCRIPTION_VOICE = '${voice}'
/** What a letter says, in nats. */
export const TRANSCRIPTION_SAYS = ${model.says.toFixed(2)}
`
  writeFileSync(TABLE, text)
  return { characters: model.ways.length, bytes: Buffer.byteLength(text) }
}
