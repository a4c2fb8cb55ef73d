import { Converter as fromOthersTo } from 'opencc-js/t2cn'
import { simplifiedOf } from './han.ts'
import { remembered } from './memo.ts'
import { JAPANESE_FAMILIES, JAPANESE_FAMILIES_WHOLE } from './tables/japanese-families.ts'
import { JAPANESE_GIVEN } from './tables/japanese-given.ts'
import { JAPANESE_READINGS } from './tables/japanese-readings.ts'

/** Characters of the longest family name of the tables. */
const FAMILY_CHARACTERS = 4
/** Characters of a given name, and of a part of a house's name, that are read. */
const GIVEN_CHARACTERS = 3
/** Readings of a given name or of a part of a house's name that are tried, likeliest first. */
const WAYS = 30
/** Letters of a reading by meaning up to which it stands inside a longer name (`take`, `yoshi`, and not `sukoyaka`). */
const SHORT = 5

/** A Japanese name of a person as its parts are read; long vowels spelt out (`satou`), likeliest first. */
export interface JapaneseName {
  /** Characters of the family name, and its readings. */
  readonly family: string
  readonly families: readonly string[]
  readonly given: string
  readonly givens: readonly string[]
}

let fromJapanese: ((text: string) => string) | undefined

/** The form of one character: converters take milliseconds to make, so there is one. */
const formOf = remembered((c: string): string => {
  const convert: (text: string) => string = fromJapanese ?? fromOthersTo({ from: 'jp', to: 'cn' })
  fromJapanese = convert
  return simplifiedOf(convert(simplifiedOf(c)))
})

/** A text with each character in the one form under which the Japanese tables have it, whether it stands in its Japanese, traditional or simplified form (`沢`, `澤`, `泽`). */
export function formsOf(text: string): string {
  let form = ''
  let last = ''
  for (const c of text) {
    if (c !== '々') last = formOf(c)
    form += last
  }
  return form
}

interface Tables {
  readonly families: ReadonlyMap<string, readonly string[]>
  /** First characters of all family names: most Chinese names are told apart by theirs. */
  readonly firsts: ReadonlySet<string>
  readonly given: ReadonlyMap<string, readonly string[]>
  readonly sounds: ReadonlyMap<string, readonly string[]>
  readonly meanings: ReadonlyMap<string, readonly string[]>
}

let tables: Tables | undefined

function loaded(): Tables {
  if (tables) return tables
  const families = familyTable()
  const firsts = new Set([...families.keys()].map((family) => String.fromCodePoint(family.codePointAt(0) ?? 0)))
  tables = { families, firsts, ...givenTables() }
  return tables
}

function put(map: Map<string, string[]>, text: string, readings: readonly string[]): void {
  const key = formsOf(text)
  const known = map.get(key) ?? []
  for (const one of readings) if (one !== '' && !known.includes(one)) known.push(one)
  if (known.length > 0) map.set(key, known)
}

function parted(word: string): readonly [text: string, readings: readonly string[]] {
  const at = word.search(/[a-z']/)
  return at < 0 ? [word, []] : [word.slice(0, at), word.slice(at).split('|')]
}

function familyTable(): ReadonlyMap<string, readonly string[]> {
  const families = new Map<string, string[]>()
  for (const line of JAPANESE_FAMILIES.trim().split(/[\n;]/)) {
    const [head = '', ...rest] = line.split(' ')
    const [first, [reading = '']] = parted(head)
    for (const word of rest) {
      const [more, readings] = word === '-' ? ['', ['']] : parted(word)
      put(families, first + more, readings.map((one) => joined(reading, one))) // biome-ignore format: one line
    }
  }
  for (const word of JAPANESE_FAMILIES_WHOLE.trim().split(/\s+/)) put(families, ...parted(word))
  return families
}

function givenTables(): Omit<Tables, 'families' | 'firsts'> {
  const [given, sounds, meanings] = [new Map<string, string[]>(), new Map<string, string[]>(), new Map<string, string[]>()]
  for (const word of JAPANESE_GIVEN.trim().split(/\s+/)) {
    const [text = '', readings = ''] = word.split('=')
    put(given, text, readings.split(','))
  }
  for (const word of JAPANESE_READINGS.trim().split(/\s+/)) {
    const c = String.fromCodePoint(word.codePointAt(0) ?? 0)
    const [on = '', kun = ''] = word.slice(c.length).split('/')
    put(sounds, c, on.split(','))
    put(meanings, c, kun.split(','))
  }
  return { given, sounds, meanings }
}

/** Two parts of a reading; an apostrophe keeps vowels apart that would be a long one (`ino'ue`). */
function joined(first: string, second: string): string {
  const isLong = /[ou]$/.test(first) && /^[ou]/.test(second)
  return isLong && !second.startsWith("'") ? `${first}'${second}` : first + second
}

/** How long the Japanese family name is with which a text begins, the longest of the tables, in characters; 0 where none does. */
export function japaneseFamilyLength(text: string): number {
  const { families, firsts } = loaded()
  const characters = [...text.slice(0, 2 * FAMILY_CHARACTERS)]
  if (!firsts.has(formsOf(characters[0] ?? ''))) return 0
  for (let length = Math.min(FAMILY_CHARACTERS, characters.length); length > 0; length--)
    if (families.has(formsOf(characters.slice(0, length).join('')))) return length
  return 0
}

/** How a Japanese family name of the tables is read; none for others. */
export function japaneseFamilyReadings(family: string): readonly string[] {
  return loaded().families.get(formsOf(family)) ?? []
}

/** A text as a Japanese personal name: a family name of the tables and a given name of one to three characters that all have readings. Undefined for all others. Many such texts are Chinese names: this says how it would be read. */
export const japaneseNameOf: (text: string) => JapaneseName | undefined = remembered((text) => {
  const length = japaneseFamilyLength(text)
  const characters = [...text]
  return length === 0 ? undefined : nameOf(characters.slice(0, length).join(''), characters.slice(length).join(''))
})

/** A family name and a given name that are written apart, likewise. */
export function japaneseNameOfParts(family: string, given: string): JapaneseName | undefined {
  return japaneseFamilyLength(family) === [...family].length ? nameOf(family, given) : undefined
}

function nameOf(family: string, given: string): JapaneseName | undefined {
  const givens = givenReadings(given)
  return givens.length === 0 ? undefined : { family, families: japaneseFamilyReadings(family), given, givens }
}

/** How a given name may be read, likeliest first, at most {@link WAYS}; none where a character has no reading, and for more than {@link GIVEN_CHARACTERS}. */
const givenReadings = remembered((text: string): readonly string[] => {
  const { given, sounds, meanings } = loaded()
  const characters = [...formsOf(text)]
  if (characters.length === 0 || characters.length > GIVEN_CHARACTERS) return []
  const isLone = characters.length === 1
  const readingsOf = (part: string): readonly string[] => [
    ...new Set([
      ...(given.get(part) ?? []),
      ...(sounds.get(part) ?? []).slice(0, 2),
      ...(meanings.get(part) ?? []).filter((one) => isLone || one.length <= SHORT),
    ]),
  ]
  return likeliest([
    ...(isLone ? [] : [[given.get(characters.join('')) ?? []]]),
    ...(characters.length < 3 ? [] : [[readingsOf(characters[0] ?? ''), given.get(characters.slice(1).join('')) ?? []]]),
    characters.map(readingsOf),
  ])
})

/** Readings of ways to divide a text, each part with its own, likeliest parts first. */
function likeliest(divisions: readonly (readonly (readonly string[])[])[]): readonly string[] {
  const found = new Map<string, number>()
  for (const parts of divisions) {
    let ways: { readonly text: string; readonly rank: number }[] = [{ text: '', rank: 0 }]
    for (const readings of parts)
      ways = ways.flatMap(({ text, rank }) => readings.map((one, k) => ({ text: met(text, one), rank: rank + k })))
        .sort((a, b) => a.rank - b.rank).slice(0, WAYS) // biome-ignore format: one step
    for (const { text, rank } of ways) if (!found.has(text)) found.set(text, rank)
  }
  return [...found].sort(([, a], [, b]) => a - b).map(([text]) => text).slice(0, WAYS) // biome-ignore format: one line
}

/** Two readings as they sound together: `tetsu` and `hei` are `teppei`, `jun` and `hei` `junpei`, `ichi` and `ki` `ikki`. */
function met(first: string, second: string): string {
  if (/(?:[iae]tsu|ichi)$/.test(first) && /^[khst]/.test(second) && !second.startsWith('tsu'))
    return (
      first.replace(/(?:tsu|chi)$/, '') +
      (second.startsWith('h') ? `pp${second.slice(1)}` : second.startsWith('ch') ? `t${second}` : second[0] + second)
    )
  if (first.endsWith('n') && second === 'hei') return `${first}pei`
  return joined(first, second)
}

/** First sounds of a second part that are often voiced: `shima`, `jima`. Longest first. */
const VOICED: readonly (readonly [string, string])[] = [['sh', 'j'], ['ch', 'j'], ['ts', 'z'], ['k', 'g'], ['s', 'z'], ['t', 'd'], ['h', 'b'], ['f', 'b']] // biome-ignore format: a table

/** How a word of a house's name that no table has may be read: as a family name, or else all of it by sound, or all of it by meaning with the second part voiced or not. None for one character or more than four. */
export const japaneseWordReadings: (text: string) => readonly string[] = remembered((text) => {
  const known = japaneseFamilyReadings(text)
  const characters = [...formsOf(text)]
  if (known.length > 0 || characters.length < 2 || characters.length > FAMILY_CHARACTERS) return known
  const { sounds, meanings } = loaded()
  const bySound = characters.map((c) => (sounds.get(c) ?? []).slice(0, 2))
  const byMeaning = characters.map((c, i) => {
    const all = (meanings.get(c) ?? []).filter((one) => one.length <= SHORT).slice(0, 2)
    return i === 0 ? all : all.flatMap((one) => [one, ...voicedOf(one)])
  })
  return [...new Set([...likeliest([bySound]), ...likeliest([byMeaning])])].slice(0, WAYS)
})

function voicedOf(reading: string): readonly string[] {
  const [plain, voiced] = VOICED.find(([one]) => reading.startsWith(one)) ?? []
  return plain === undefined || voiced === undefined ? [] : [voiced + reading.slice(plain.length)]
}

/** A reading with macrons for long vowels (modified Hepburn): `satou` as `satō`. */
export function macronsOf(reading: string): string {
  return reading.replace(/ou|oo/g, 'ō').replace(/uu/g, 'ū').replace(/'/g, '')
}

/** A reading without signs for long vowels: `satou` as `sato`. */
export function plainOf(reading: string): string {
  return spelt(reading.replace(/ou|oo/g, 'o').replace(/uu/g, 'u'))
}

function spelt(reading: string): string {
  return reading.replace(/'/g, '')
}

/** A reading as Japanese passports spell it (Hepburn: no long vowels, m before b, m and p), and as people spell it too: long vowels written out, or with h, n before b, m and p. */
export function hepburnOf(reading: string): readonly string[] {
  const short = plainOf(reading)
  const texts = [short.replace(/n(?=[bmp])/g, 'm'), short, spelt(reading)]
  if (/^oo|ou$/.test(reading)) texts.push(plainOf(reading.replace(/^oo|ou$/, 'oh')))
  return [...new Set(texts)]
}
