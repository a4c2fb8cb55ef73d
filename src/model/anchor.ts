import { escapePart } from '../base/child-step.ts'
import { InbetweenError } from '../base/errors.ts'

export { childStep, escapePart } from '../base/child-step.ts'

/** A place inside a file. `cell` uses A1 names; `line` and `paragraph` count from 1; `bytes` are half open; `box` is in pixels of the picture as it is shown, from the upper left, or in points (1/72 inch) of a page as it is shown. */
export type Place =
  | { readonly kind: 'whole' }
  | { readonly kind: 'page'; readonly page: number; readonly item?: number }
  | { readonly kind: 'cell'; readonly sheet: string; readonly cell: string; readonly part?: 'comment' }
  | { readonly kind: 'paragraph'; readonly part: string; readonly index: number }
  | { readonly kind: 'slide'; readonly slide: number; readonly index: number }
  | { readonly kind: 'layer'; readonly path: string }
  | { readonly kind: 'time'; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'bytes'; readonly from: number; readonly to: number }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly w: number; readonly h: number; readonly page?: number }

/** A place inside an exhibit: the sealed bytes, the way through containers (each step already escaped by {@link childStep}), and the place. */
export interface Anchor {
  readonly sha256: string
  readonly inside?: readonly string[]
  readonly at: Place
}

/** The fields of each kind in the order the canonical string writes them. A new kind does not compile without its line. */
const FIELDS: { readonly [K in Place['kind']]: readonly string[] } = {
  whole: [],
  page: ['page', 'item'],
  cell: ['sheet', 'cell', 'part'],
  paragraph: ['part', 'index'],
  slide: ['slide', 'index'],
  layer: ['path'],
  time: ['fromMs', 'toMs'],
  line: ['line'],
  bytes: ['from', 'to'],
  box: ['x', 'y', 'w', 'h', 'page'],
}
const NUMBERS = new Set(['page', 'item', 'index', 'slide', 'fromMs', 'toMs', 'line', 'from', 'to', 'x', 'y', 'w', 'h'])

/** Undoes {@link escapePart}; byte escapes of {@link childStep} above 7F stay as they are. */
function unescapePart(text: string): string {
  return text.replace(/%([0-7][0-9A-F])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The canonical string of an anchor: `sha256!child!kind=a,b`. Equal places give equal strings. */
export function formatAnchor(anchor: Anchor): string {
  return [anchor.sha256, ...(anchor.inside ?? []), formatPlace(anchor.at)].join('!')
}

/** The canonical string of a place: `cell=Sheet1,B4`. */
export function formatPlace(at: Place): string {
  const record = at as Readonly<Record<string, unknown>>
  const values = FIELDS[at.kind].map((field) => record[field])
  while (values.length > 0 && values[values.length - 1] === undefined) values.pop()
  return `${at.kind}=${values.map((value) => escapePart(value === undefined ? '' : String(value))).join(',')}`
}

/** Reads a canonical string back. @throws InbetweenError `IBT-INPUT` when it is not one. */
export function parseAnchor(text: string): Anchor {
  const parts = text.split('!')
  const sha256 = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  if (parts.length < 2 || !/^[0-9a-f]{64}$/.test(sha256)) throw new InbetweenError('IBT-INPUT', `not an anchor: ${text.slice(0, 80)}`)
  const at = parsePlace(last)
  const inside = parts.slice(1, -1)
  return inside.length > 0 ? { sha256, inside, at } : { sha256, at }
}

function parsePlace(text: string): Place {
  const cut = text.indexOf('=')
  const kind = text.slice(0, cut)
  if (cut < 0 || !Object.hasOwn(FIELDS, kind)) throw new InbetweenError('IBT-INPUT', `not a place: ${text.slice(0, 80)}`)
  const fields = FIELDS[kind as Place['kind']]
  const values = text.slice(cut + 1).split(',')
  const record: Record<string, unknown> = { kind }
  for (const [i, field] of fields.entries()) {
    const value = values[i]
    if (value === undefined || (value === '' && i > 0 && i === fields.length - 1)) continue
    record[field] = NUMBERS.has(field) ? Number(value) : unescapePart(value)
  }
  return record as unknown as Place
}

/** A place in words: `Sheet1 B4`, `page 3`; empty for a whole file. */
export function placeInWords(at: Place): string {
  if (at.kind === 'whole') return ''
  if (at.kind === 'cell') return `${at.sheet} ${at.cell}${at.part ? ' comment' : ''}`
  if (at.kind === 'paragraph') return `${at.part} paragraph ${at.index}`
  return formatPlace(at).replace('=', ' ').replace(',', ' ')
}
