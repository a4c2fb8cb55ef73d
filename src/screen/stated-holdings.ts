import { isCompanyName } from '../intake/index.ts'
import { type CaseConfig, type Declaration, parseAnchor } from '../model/index.ts'
import type { NamedHolding } from './ownership-graph.ts'
import { readSharesOf } from './share-doubts.ts'

/**
 * Who owns whom by what people stated for a case: the parents of parties in inbetween.yaml, tables of owners, vendor lists with an owner, and productions with the parent of their company. A client or contractor is no owner. A parent without a share is an unstated share, not the whole;
 * attestations and free statements are not read as holdings. An owner that was kept as initials is nobody else's, however alike the letters.
 */
export function statedHoldings(config: CaseConfig, declarations: readonly Declaration[]): NamedHolding[] {
  const configured = config.parties.flatMap(({ name, parent }) => {
    const owner = (parent ?? '').trim()
    return owner === '' ? [] : [{ owner, asset: name, source: 'inbetween.yaml', basis: 'stated' as const }]
  })
  return [...configured, ...withShares(declarations.flatMap(ofDeclaration))]
}

/** A holding before its share is read, which is done for all rows of one sealed table together. */
type Unread = NamedHolding & { readonly anchor: string; readonly table: string; readonly share: string }

function withShares(holdings: readonly Unread[]): NamedHolding[] {
  const tables = new Map<string, Unread[]>()
  for (const holding of holdings) {
    const rows = tables.get(holding.table)
    if (rows) rows.push(holding)
    else tables.set(holding.table, [holding])
  }
  const read = new Map<Unread, NamedHolding>()
  for (const [name, rows] of tables) {
    const cells = rows.map(({ share }) => share)
    const shares = readSharesOf(name, '', cells, (n) => `line ${lineOf(rows[n]?.anchor ?? '')}`)
    for (const [n, row] of rows.entries()) {
      const { share: _, table: __, ...holding } = row
      read.set(row, { ...holding, ...shares[n] })
    }
  }
  return holdings.flatMap((holding) => read.get(holding) ?? [])
}

function ofDeclaration(declaration: Declaration): Unread[] {
  const { kind, fields, anchor } = declaration
  const field = (name: string) => (fields[name] ?? '').trim()
  const holding = (owner: string, asset: string, share: string): Unread[] => {
    if (owner === '' || asset === '') return []
    return [{ owner, asset, source: sourceOf(declaration), basis: 'stated', anchor, table: `${kind} table ${anchor.slice(0, 12)}`, share }]
  }
  if (kind === 'owners') return holding(ownerIn(declaration), field('company'), field('share'))
  if (kind === 'subcontractors') return holding(ownerIn(declaration), field('name') || field('company'), field('share'))
  if (kind !== 'productions') return []
  // The parent of a row belongs to its company only where it names one.
  const companies = (field('companies') || field('rightsHolder')).split(/[;|、]/).filter((name) => name.trim() !== '')
  return companies.length === 1 ? holding(field('parent'), (companies[0] ?? '').trim(), field('parentShare')) : []
}

/** A person as a table of owners keeps one: `M. A.`, `김○○`. */
const INITIALS = /○|^(?:[\p{L}\d]\.\s?)+$/u

/** The owner as it was kept; initials with the line that they stand on, for two persons can share them. */
function ownerIn({ fields, anchor }: Declaration): string {
  const owner = (fields.owner ?? '').trim()
  return owner === '' || (isCompanyName(owner) && !INITIALS.test(owner)) ? owner : `${owner} (line ${lineOf(anchor)})`
}

function lineOf(anchor: string): number {
  const { at } = parseAnchor(anchor)
  return at.kind === 'line' ? at.line : 0
}

/** `owners table 0123456789ab, line 3, stated by A on 2024-01-05`. */
function sourceOf({ kind, by, on, fields, anchor }: Declaration): string {
  const day = fields.on ?? on
  const who = by === undefined ? '' : ` by ${by}`
  const when = day === undefined ? '' : `${kind === 'owners' && fields.on !== undefined ? ' as of' : ' on'} ${day}`
  return `${kind} table ${anchor.slice(0, 12)}, line ${lineOf(anchor)}${who + when === '' ? '' : `, stated${who}${when}`}`
}
