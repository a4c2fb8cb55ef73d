import { LIMITS } from '../../base/limits.ts'
import type { ListEdge } from '../../model/index.ts'
import { isoDate } from './dates.ts'

/** What OFAC's remarks say besides words, as {@link readRemarks} takes it apart. */
export interface Remarks {
  readonly weakNames: readonly string[]
  readonly numbers: readonly { readonly kind: string; readonly number: string; readonly country?: string }[]
  /** The pieces that name a document or number, as they stand. */
  readonly identifiers: readonly string[]
  readonly birthDates: readonly string[]
  readonly countries: readonly string[]
  readonly edges: readonly ListEdge[]
}

const IDENTIFIER = /^(?:(?:alt|a)\.?\s+)?((?:passport|national id|tax id|registration|business registration|company number|identification|unified social credit|organization code|legal entity|swift|imo|vessel registration|aircraft|cedula|n\.?i\.?t|r\.?f\.?c|c\.?u\.?i\.?t|folio|matricula|ssn|diplomatic passport|stateless|driver|email|website|phone|digital currency|chinese commercial code|d-u-n-s|government gazette|mmsi|residency|refugee|license|travel document|electoral|personal id|public registration|commercial registry|dubai chamber|trade license|turkish|italian fiscal|v\.?a\.?t|kenyan|serial|cr no|uk company|us fein|bic).*\d.*)$/i // biome-ignore format: one list

/** Where a piece of remarks ends: at a semicolon, and at the full stop before a sentence about the listing itself, which would else be read as part of a name. */
const PIECE_END = /;\s*|(?<=\.)\s+(?=Secondary sanctions risk\b|Whether this entry\b|Removed from\b)/

/** Takes the remarks of an OFAC entry apart: `DOB 06 Apr 1974; Passport Q1234567 (Nowhere); Linked To: SEK STUDIO; a.k.a. 'BNC'`. */
export function readRemarks(remarks: string): Remarks {
  const pieces = remarks.split(PIECE_END).map((piece) => piece.trim().replace(/\.$/, ''))
  const identifiers = pieces.filter((piece) => piece.length < 200 && IDENTIFIER.test(piece)).slice(0, LIMITS.listAliases)
  return {
    weakNames: weakNames(remarks),
    numbers: identifiers.flatMap(numberOf),
    identifiers,
    birthDates: pieces.flatMap((piece) => isoDate(/^(?:alt\.? )?DOB (.{4,11})$/.exec(piece)?.[1]) ?? []),
    countries: pieces.flatMap((piece) => /^(?:(?:alt\.? )?nationality|(?:alt\.? )?citizen|flag) (.{2,60})$/i.exec(piece)?.[1] ?? []),
    edges: pieces.flatMap((piece) => {
      const to = /^Linked To:\s*(.{1,300})$/.exec(piece)?.[1]
      return to === undefined ? [] : [{ kind: 'Linked To', to }]
    }),
  }
}

/** OFAC puts weak aliases into the remarks, quoted (FAQ 125): `a.k.a. 'BNC'`. */
function weakNames(remarks: string): string[] {
  return [...remarks.matchAll(/\b[afn]\.k\.a\.,?\s+['"](.{2,80}?)['"](?=[;.,)]|\s*$)/g)].map(([, name = '']) => name)
}

/** `Unified Social Credit Code (USCC) 9150…H (China)` → kind, number, country: the last run that holds a digit is the number. */
function numberOf(piece: string): { kind: string; number: string; country?: string }[] {
  const found =
    /^(.*?)\s*(?:No\.?\s+|#\s*|:\s*)?([0-9A-Z][0-9A-Z./ -]{0,40}[0-9A-Z])\s*(?:\(([^()]{2,60})\))?(?: (?:expires|issued|effective|exp\.?) .*)?$/.exec(
      piece.replace(/^alt\.? /i, ''),
    )
  const [, words = '', run = '', country] = found ?? []
  const parts = run.split(' ')
  const first = parts.findIndex((part) => /\d/.test(part))
  if (first < 0) return []
  // A kind in capitals (`R.F.C. NICR-461006`) begins the run; letters behind a kind (`Passport AB 123456`) are part of the number.
  const bare = words.replace(/\s+No\.?$/, '').trim()
  const isId = bare !== '' && parts[0] === 'ID'
  const kind = isId ? `${bare} ID` : bare === '' ? parts.slice(0, first).join(' ') : bare
  const number = parts.slice(isId ? 1 : bare === '' ? first : 0).join(' ')
  return [{ kind, number, ...(country === undefined ? {} : { country }) }]
}
