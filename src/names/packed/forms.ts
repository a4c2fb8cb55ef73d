import { LIMITS } from '../../base/limits.ts'
import { type NameSchema, type PreparedName, prepareName } from '../prepare.ts'
import { KIND_WEIGHT, type NameToken, type Spelling, type TokenKind, token } from '../tokens.ts'
import type { PackedFile, PackedPart } from './file.ts'
import { growing } from './hash.ts'

/** Names made ready for comparing, packed: each different word once, each name as numbers of words. */
export interface PackedForms {
  /** Words one after the other: the word as shown and each spelling, after {@link NEXT}. */
  readonly text: string
  /** Start of each word in `text`; one more at the end. */
  readonly textAt: Uint32Array
  /** The kind of each word, by its place in {@link KINDS}. */
  readonly kinds: Uint8Array
  /** Start in `wordOf` of each name's Latin words, of its words in their own writing, and of its legal forms with its small words; one more at the end. */
  readonly at: Uint32Array
  readonly wordOf: Uint32Array
  /** By name: schema, looks and script, four bits, two and two. */
  readonly builds: Uint8Array
  /** Start in `otherAt` of each name's other readings; one more at the end. */
  readonly othersAt: Uint32Array
  /** Start in `wordOf` of the Latin words of each other reading; one more at the end. */
  readonly otherAt: Uint32Array
}

const NEXT = '\u001f'
const KINDS = Object.keys(KIND_WEIGHT) as TokenKind[]
/** What marks a legal form and a small word, which have no kind. */
const [LEGAL, JOINER] = [0, 1]
/** A letter for each way to reach a spelling, and one for the word itself. */
const VIAS: { readonly [K in NonNullable<Spelling['via']>]: string } = {
  pinyin: 'p', 'customary spelling': 'c', 'Wade–Giles': 'w', 'spelling abroad': 'a', transcription: 's', translation: 't', dictionary: 'd', 'Korean reading': 'k', 'Cantonese reading': 'h', 'Japanese reading': 'j', 'Chinese name': 'n', romanisation: 'r', transliteration: 'l', 'word form': 'f',
} // biome-ignore format: a table
const ITSELF = '-'
const BY_LETTER = new Map(Object.entries(VIAS).map(([via, letter]) => [letter, via as NonNullable<Spelling['via']>]))
const SCHEMAS: readonly (NameSchema | undefined)[] = [undefined, 'Company', 'Organization', 'Person', 'Vessel', 'Airplane']
const LOOKS: readonly PreparedName['looks'][] = [undefined, 'korean', 'chinese', 'both']
const SCRIPTS: readonly PreparedName['nativeScript'][] = [undefined, 'han', 'hangul']

/** Packs names as `prepareName` makes them ready. */
export function packForms(names: Iterable<{ readonly name: string; readonly schema: NameSchema | undefined }>): PackedForms {
  const numbers = new Map<string, number>()
  const [textAt, kinds, at, wordOf, builds, othersAt, otherAt] = [
    growing(),
    growing(),
    growing(),
    growing(),
    growing(),
    growing(),
    growing(),
  ]
  const others: (readonly NameToken[])[] = []
  const texts: string[] = []
  let length = 0
  const put = (text: string, kind: number) => {
    const key = `${kind}${text}`
    const known = numbers.get(key)
    wordOf.push(known ?? numbers.size)
    if (known !== undefined) return
    numbers.set(key, numbers.size)
    textAt.push(length)
    kinds.push(kind)
    texts.push(text)
    length += text.length
  }
  const putToken = ({ shown, spellings, kind }: NameToken) =>
    put([shown, ...spellings.map(({ text, via }) => (via === undefined ? ITSELF : VIAS[via]) + text)].join(NEXT), KINDS.indexOf(kind))
  for (const { name, schema } of names) {
    const { latin, native, nativeScript, legal, joiners, looks, others: more = [] } = prepareName(name, schema)
    othersAt.push(others.length)
    for (const other of more) others.push(other.latin)
    at.push(wordOf.length)
    for (const one of latin) putToken(one)
    at.push(wordOf.length)
    for (const one of native ?? []) putToken(one)
    at.push(wordOf.length)
    for (const form of legal) put(form, LEGAL)
    for (const word of joiners) put(word, JOINER)
    builds.push((SCHEMAS.indexOf(schema) << 4) | (LOOKS.indexOf(looks) << 2) | SCRIPTS.indexOf(nativeScript))
  }
  at.push(wordOf.length)
  othersAt.push(others.length)
  for (const words of others) {
    otherAt.push(wordOf.length)
    for (const one of words) putToken(one)
  }
  otherAt.push(wordOf.length)
  textAt.push(length)
  const [allKinds, allBuilds] = [Uint8Array.from(kinds.done()), Uint8Array.from(builds.done())]
  return {
    text: texts.join(''), textAt: textAt.done(), kinds: allKinds, at: at.done(), wordOf: wordOf.done(), builds: allBuilds, othersAt: othersAt.done(), otherAt: otherAt.done(),
  } // biome-ignore format: one record
}

/** Gives names by their numbers, ready for comparing; words that names share are made once. */
export function formReader({ text, textAt, kinds, at, wordOf, builds, othersAt, otherAt }: PackedForms): (name: number) => PreparedName {
  let made: (NameToken | undefined)[] = []
  let count = 0
  const wordAt = (word: number) => text.slice(textAt[word] ?? 0, textAt[word + 1] ?? 0)
  const tokenAt = (place: number): NameToken => {
    const word = wordOf[place] ?? 0
    const known = made[word]
    if (known) return known
    const [shown = '', ...parts] = wordAt(word).split(NEXT)
    const spellings = parts.map((part): Spelling => {
      const via = BY_LETTER.get(part[0] ?? ITSELF)
      return via === undefined ? { text: part.slice(1) } : { text: part.slice(1), via }
    })
    const kind = KINDS[kinds[word] ?? 0] ?? 'word'
    if (count++ >= LIMITS.preparedWords) {
      made = []
      count = 0
    }
    const one = token(shown, spellings, kind)
    made[word] = one
    return one
  }
  const tokensOf = (from: number, to: number) => {
    const tokens: NameToken[] = []
    for (let k = from; k < to; k++) tokens.push(tokenAt(k))
    return tokens
  }
  return (name) => {
    const [latin, native, legal, end] = [at[name * 3] ?? 0, at[name * 3 + 1] ?? 0, at[name * 3 + 2] ?? 0, at[name * 3 + 3] ?? 0]
    const build = builds[name] ?? 0
    const nativeScript = SCRIPTS[build & 3]
    const [forms, joiners]: [string[], string[]] = [[], []]
    for (let k = legal; k < end; k++) {
      const word = wordOf[k] ?? 0
      if (kinds[word] === JOINER) joiners.push(wordAt(word))
      else forms.push(wordAt(word))
    }
    const prepared: PreparedName = {
      schema: SCHEMAS[build >> 4],
      latin: tokensOf(latin, native),
      native: nativeScript === undefined ? undefined : tokensOf(native, legal),
      nativeScript,
      legal: forms,
      joiners,
      looks: LOOKS[(build >> 2) & 3],
    }
    const others: PreparedName[] = []
    for (let k = othersAt[name] ?? 0; k < (othersAt[name + 1] ?? 0); k++)
      others.push({ ...prepared, latin: tokensOf(otherAt[k] ?? 0, otherAt[k + 1] ?? 0), looks: undefined })
    return others.length === 0 ? prepared : { ...prepared, others }
  }
}

/** The arrays of packed forms by name, to be written to a file. */
export function partsOfForms({ text, ...arrays }: PackedForms, prefix: string): [name: string, part: PackedPart][] {
  const parts: [string, PackedPart][] = [['text', new TextEncoder().encode(text)], ...Object.entries(arrays)]
  return parts.map(([name, part]) => [prefix + name, part])
}

/** Packed forms as {@link partsOfForms} gave them. */
export function formsOfParts(file: PackedFile, prefix: string): PackedForms {
  return {
    text: file.text(`${prefix}text`),
    textAt: file.numbers(`${prefix}textAt`),
    kinds: file.bytes(`${prefix}kinds`),
    at: file.numbers(`${prefix}at`),
    wordOf: file.numbers(`${prefix}wordOf`),
    builds: file.bytes(`${prefix}builds`),
    othersAt: file.numbers(`${prefix}othersAt`),
    otherAt: file.numbers(`${prefix}otherAt`),
  }
}
