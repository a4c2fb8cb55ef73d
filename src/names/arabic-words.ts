import { arabicWord, isArabic, withoutArticles } from './arabic.ts'
import { withPlainArabic } from './arabic-letters.ts'
import { ARABIC_BODIES, ARABIC_COMMON, ARABIC_JOINERS, ARABIC_LEGAL, ARABIC_PLACES, ARABIC_TRADES } from './tables/arabic-words.ts'
import { kindOf, type NameToken, token } from './tokens.ts'

/** What a known Arabic word is: a kind of body, a trade, a word that many houses take as a name, a place; small words and legal forms are no words to compare. */
type ArabicKind = 'body' | 'trade' | 'common' | 'place' | 'joiner' | 'legal'

interface Known {
  readonly kind: ArabicKind
  /** What the word stands for in Latin letters, most usual first. */
  readonly words: readonly string[]
}

/** The words of an organisation's name in Arabic letters, and those of them that say how it is registered. */
export interface ArabicHouse {
  readonly tokens: readonly NameToken[]
  readonly legal: readonly string[]
}

/** A word as it stands in the name, without the small words that are written together with it. */
interface Piece {
  readonly text: string
  readonly hasArticle: boolean
  readonly known?: Known | undefined
}

const TABLES = [['body', ARABIC_BODIES], ['trade', ARABIC_TRADES], ['common', ARABIC_COMMON], ['place', ARABIC_PLACES]] as const // biome-ignore format: a table
const known = new Map<string, Known>()

/** Last ة and ه are one: many write the second for the first, and Persian does. */
function keyOf(word: string): string {
  return word.replace(/ة$/, 'ه')
}

function load(): void {
  const made = new Map<string, Known>()
  for (const [kind, table] of TABLES)
    for (const line of table.trim().split(/\s+/)) {
      const [forms = '', words = ''] = line.split('=')
      for (const form of forms.split(',')) {
        const key = keyOf(withPlainArabic(form))
        const before = known.get(key)
        const all = { kind: before?.kind ?? kind, words: [...new Set([...(before?.words ?? []), ...words.split('|')])] }
        known.set(key, all)
        for (const other of formsOf(key, kind)) if (!made.has(other)) made.set(other, all)
      }
    }
  for (const [key, one] of made) if (!known.has(key)) known.set(key, one)
  for (const form of ARABIC_LEGAL.split(',')) known.set(keyOf(withPlainArabic(form)), { kind: 'legal', words: [] })
  for (const form of ARABIC_JOINERS.split(',')) known.set(keyOf(withPlainArabic(form)), { kind: 'joiner', words: [] })
}

/** Forms that follow by rule: plural and Persian loan of a feminine noun, feminine and plurals of an adjective of belonging, and that adjective of a trade or a place. */
function formsOf(key: string, kind: ArabicKind): string[] {
  const stem = key.replace(/ه$/, '')
  if (stem.length < 3) return []
  if (key.endsWith('ي')) return [`${key}ه`, `${key}ون`, `${key}ين`, `${key}ات`]
  const forms = stem === key ? [] : [`${stem}ات`, `${stem}ت`]
  return (kind === 'trade' || kind === 'place') && !/[اىء]$/.test(stem) ? [...forms, `${stem}ي`, `${stem}يه`] : forms
}

/** The word of the tables that a folded word is; Persian plurals are the word. */
function knownOf(word: string): Known | undefined {
  if (known.size === 0) load()
  const key = keyOf(word)
  return known.get(key) ?? (/...هاي?$/.test(key) ? known.get(keyOf(key.replace(/هاي?$/, ''))) : undefined)
}

/** Whether a name that may be anybody's is one of an organisation: a kind of body or a legal form stands in it. A trade does not tell it: `جهاد` and `إسلام` are given names. */
export function isArabicHouse(words: readonly string[]): boolean {
  return words.some((word) => {
    const kind = isArabic(word) ? (knownOf(word) ?? knownOf(word.replace(/^ال/, '')))?.kind : undefined
    return kind === 'body' || kind === 'legal'
  })
}

/** Reads folded words of an organisation's name by meaning: a known word has its translations beside its sound, small words and legal forms are left out where anything else is left. Words in other letters, and those that no table has, are read by `others`. */
export function arabicHouse(words: readonly string[], others: (word: string) => readonly NameToken[]): ArabicHouse {
  const pieces = words.map((word) => (isArabic(word) ? pieceOf(word) : word))
  const isKept = (piece: Piece | string) => typeof piece === 'string' || (piece.known?.kind !== 'joiner' && piece.known?.kind !== 'legal')
  const kept = pieces.some(isKept) ? pieces.filter(isKept) : pieces
  const legal = pieces.flatMap((piece) =>
    typeof piece !== 'string' && piece.known?.kind === 'legal' && !kept.includes(piece) ? [piece.text] : [],
  )
  return { tokens: kept.flatMap((piece) => (typeof piece === 'string' ? others(piece) : tokensOf(piece, others))), legal }
}

/** Letters of a word behind a small word that is written together with it. */
const REST = 3

/** A word of the tables, with or without article; or behind `و`, `ب`, `ل` or `ك` that is written together with it; or any word as it stands. */
function pieceOf(word: string): Piece {
  const whole = plainPiece(word)
  if (whole.known || word.length <= REST) return whole
  if (/^لل.../.test(word)) return { ...plainPiece(word.slice(2)), hasArticle: true }
  if (!/^[وبلك]/.test(word)) return whole
  const rest = plainPiece(word.slice(1))
  const isWord = rest.known && rest.known.kind !== 'joiner' && rest.text.length >= REST && (rest.hasArticle || rest.known.kind !== 'common')
  return isWord || (word.startsWith('وال') && rest.text.length >= REST) ? rest : whole
}

function plainPiece(word: string): Piece {
  const own = knownOf(word)
  const hasArticle = !own && /^ال../.test(word) && word !== 'الله'
  const text = hasArticle ? word.slice(2) : word
  return { text, hasArticle, known: own ?? (hasArticle ? knownOf(text) : undefined) }
}

function tokensOf({ text, hasArticle, known }: Piece, others: (word: string) => readonly NameToken[]): readonly NameToken[] {
  const kind = known && kindOfKnown(known)
  // Before a trade, a kind of body or a place the article says nothing.
  const article = hasArticle && kind !== 'generic' && kind !== 'place' ? others('ال') : []
  if (!known || !kind) return [...article, ...withoutArticles([text]).flatMap(others)]
  const translations = known.words.map((word) => ({ text: word, via: 'translation' }) as const)
  return [...article, token(text, [...translations, { text: arabicWord(text), via: 'transliteration' }], kind)]
}

/** A trade that few houses have says more than one that many have, as of Chinese words. */
function kindOfKnown({ kind, words }: Known): NameToken['kind'] {
  if (kind === 'trade' && kindOf(words[0] ?? '') === 'word') return 'common'
  return kind === 'common' || kind === 'place' ? kind : kind === 'joiner' ? 'particle' : 'generic'
}
