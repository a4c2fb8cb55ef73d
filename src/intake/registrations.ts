import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import type { Registration, Warning } from '../model/index.ts'
import { formatAddress, parseAddress, parseCidr } from './addresses.ts'
import { readCsv } from './csv.ts'
import { countryCode, foldHeader, oneLine } from './minimise.ts'

const KINDS = ['isp', 'vpn', 'hosting', 'school', 'other'] as const
/** Columns in the order that a table without a header has them, and other headers they are known by. */
const COLUMNS: readonly (readonly [field: string, ...headers: string[]])[] = [
  ['cidr', 'cidr', 'prefix', 'block', 'range', 'ip', 'address', 'inetnum'],
  ['country', 'country', 'cc', 'country code'],
  ['region', 'region', 'province', 'state'],
  ['network', 'network', 'netname', 'asn', 'as'],
  ['holder', 'holder', 'organisation', 'organization', 'org', 'registrant', 'descr'],
  ['kind', 'kind', 'type', 'class'],
  ['asof', 'as of', 'asof', 'date', 'registered'],
]
const MAX_CHARS = 200

/**
 * Reads a table of who registered which addresses (`cidr,country,region,network,holder,kind,asof`; a header may name other columns, which are left out).
 * Blocks may overlap. A row whose block is none is left out with a warning that names its line. What the table says is its author's statement.
 * @throws InbetweenError `IBT-INPUT` when no row can be used.
 */
export function readRegistrations(
  bytes: Uint8Array,
  meta: { readonly by?: string; readonly on?: string; readonly rating?: string },
): { registrations: Registration[]; warnings: Warning[] } {
  if (bytes.length > LIMITS.tableBytes)
    throw new InbetweenError('IBT-INPUT', `the registration table is larger than ${LIMITS.tableBytes} bytes`, { hint: 'Split the table.' })
  const table = readCsv(bytes)
  const { indexes, first } = columnsOf(table.rows[0] ?? [])
  const warnings = new Warnings(table.warnings)
  const registrations: Registration[] = []
  for (const [index, row] of table.rows.entries()) {
    if (index < first) continue
    const cell = (field: string) => oneLine(row[indexes.get(field) ?? -1] ?? '').slice(0, MAX_CHARS)
    const line = table.lines[index] ?? index + 1
    const block = parseCidr(cell('cidr'))
    if (!block) {
      warnings.add(line, `${JSON.stringify(cell('cidr'))} is no block of addresses${suggestion(cell('cidr'))}; the row is left out`)
      continue
    }
    registrations.push({
      cidr: `${formatAddress(block.bytes)}/${block.prefix}`,
      country: countryOf(cell('country'), line, warnings),
      region: cell('region'),
      network: cell('network'),
      holder: cell('holder'),
      kind: kindOf(cell('kind'), line, warnings),
      source: `stated by ${oneLine(meta.by ?? '') || 'somebody who is not named'}`,
      asOf: cell('asof') || (meta.on ?? ''),
      ...(meta.rating === undefined ? {} : { rating: meta.rating }),
    })
  }
  if (registrations.length === 0)
    throw new InbetweenError('IBT-INPUT', 'no row of the registration table can be used', {
      place: `line ${table.lines[0] ?? 1}`,
      hint: 'Write a header cidr,country,region,network,holder,kind,asof and blocks such as 192.0.2.0/24.',
    })
  return { registrations, warnings: warnings.all() }
}

/** Which column is which: by header, or in the usual order when the first row already holds a block. */
function columnsOf(header: readonly string[]): { readonly indexes: ReadonlyMap<string, number>; readonly first: number } {
  if (parseCidr(oneLine(header[0] ?? ''))) return { indexes: new Map(COLUMNS.map(([field], index) => [field, index])), first: 0 }
  const folded = header.map(foldHeader)
  const indexes = new Map<string, number>()
  for (const [field, ...names] of COLUMNS) {
    const known = new Set(names.map(foldHeader))
    const index = folded.findIndex((cell) => known.has(cell))
    if (index >= 0) indexes.set(field, index)
  }
  return { indexes, first: 1 }
}

function countryOf(text: string, line: number, warnings: Warnings): string {
  const code = countryCode(text)
  if (code === '' || /^[A-Z]{2}$/.test(code)) return code
  warnings.add(line, `${JSON.stringify(text)} is no country that is known (ISO 3166-1 alpha-2); it is left open`)
  return ''
}

function kindOf(text: string, line: number, warnings: Warnings): Registration['kind'] {
  const found = KINDS.find((kind) => kind === text.toLowerCase())
  if (found !== undefined) return found
  if (text !== '') warnings.add(line, `${JSON.stringify(text)} is no kind of network (${KINDS.join(', ')}); it is left open`)
  return 'unknown'
}

/** The block that was probably meant when bits beyond the prefix are set. */
function suggestion(text: string): string {
  const [start = '', digits = ''] = text.split('/')
  const address = parseAddress(start)
  if (!address || !/^\d{1,3}$/.test(digits) || Number(digits) > address.length * 8) return ''
  const prefix = Number(digits)
  const first = address.map((byte, i) => byte & (0xff00 >> Math.min(8, Math.max(0, prefix - i * 8))) & 0xff)
  return ` (bits beyond the prefix are set: ${formatAddress(first)}/${prefix}?)`
}

/** Warnings of rows, up to the bound; the rest is counted. */
class Warnings {
  private readonly said: Warning[]
  private unsaid = 0

  constructor(given: readonly Warning[]) {
    this.said = [...given]
  }

  add(line: number, message: string): void {
    if (this.said.length < LIMITS.warnings) this.said.push({ code: 'registration-row', message: `line ${line}: ${message}` })
    else this.unsaid++
  }

  all(): Warning[] {
    if (this.unsaid > 0) this.said.push({ code: 'registration-row', message: `${this.unsaid} more rows have faults` })
    return this.said
  }
}
