import { maskPerson } from '../base/persons.ts'
import { prepareName } from '../names/index.ts'
import type { Keep } from './preset.ts'
import { COUNTRIES } from './tables/countries.ts'

/** Characters of one kept cell. */
const MAX_CELL_CHARS = 4_000
/** People named in one cell. */
const MAX_PEOPLE = 50
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g
/** A plus and at least eight digits, or at least ten digits that begin with 0 or 1: telephone numbers, as groups or in one piece. */
const PHONE = /\+\d(?:[ ()./-]{0,2}\d){7,17}|(?<![\w.-])[01](?:[ ()-]{0,2}\d){9,13}(?![\w-])/g

/** Letters and digits only, in lower case: what headers and country names are compared by. */
export function foldHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const CODE_OF = new Map(COUNTRIES.flatMap(([code, ...names]) => names.map((name) => [foldHeader(name), code] as const)))

/** What may be kept of a cell, on one line; empty when nothing is. Names of persons are never kept, nor a hash of them, for a hash of a name can be guessed. */
export function reduceCell(cell: string, keep: Keep): string {
  const clean = oneLine(cell)
  if (clean === '') return ''
  if (keep === 'person' || (keep === 'holder' && !isCompanyName(clean))) return initialsOf(clean)
  if (keep === 'people')
    return clean
      .split(/\s*[,;、，；/&|]\s*/)
      .filter((name) => name !== '')
      .slice(0, MAX_PEOPLE)
      .map(initialsOf)
      .join(', ')
  if (keep === 'country') return countryCode(clean)
  if (keep === 'network') return (clean.match(/[0-9a-fA-F]*[.:][0-9a-fA-F.:]+(?:\/\d{1,3})?/g) ?? []).join(' ')
  return clean.replace(MAIL, '[…]').replace(PHONE, '[…]')
}

/** Letters up to which a name in Chinese characters or Hangul may be a person's, whatever its letters mean (김영화, whose given name is the word for film). */
const EAST_ASIAN_PERSON = 4

/** Whether a name says by itself that it is a company's: by a legal form, or by a trade word where it is not built like a Korean or Chinese personal name. Any other may be a person's. */
export function isCompanyName(name: string): boolean {
  const { legal, latin, looks, nativeScript } = prepareName(name)
  if (legal.length > 0) return true
  const isShort = nativeScript !== undefined && (name.match(/\p{L}/gu) ?? []).length <= EAST_ASIAN_PERSON
  return !isShort && looks === undefined && latin.some(({ kind }) => kind === 'generic')
}

/** The ISO 3166-1 alpha-2 code of a country's name or code; the words as they stand when the table does not know them. */
export function countryCode(text: string): string {
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase() === 'UK' ? 'GB' : text.toUpperCase()
  return CODE_OF.get(foldHeader(text)) ?? oneLine(text)
}

/** White space and control characters as single blanks, NFC, bounded. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\ufeff]+/gu, ' ')
    .trim()
    .slice(0, MAX_CELL_CHARS)
    .trim()
}

/** A person as initials. A mail address stands for the name before its sign, what stands in brackets is no name, and long numbers are left out. */
function initialsOf(name: string): string {
  const bare = name
    .replace(/[<([{（【「].*$/, '')
    .replace(/@.*$/, '')
    .replace(/[^\p{L}\p{M}\p{N}\s._-]/gu, ' ')
    .replace(/\d{4,}/g, ' ')
  return maskPerson(bare)
}
