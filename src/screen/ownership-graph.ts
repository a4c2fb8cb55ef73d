import { LIMITS } from '../base/limits.ts'
import { PRESETS } from '../intake/index.ts'
import type { ListEntity, OwnershipStatement, Warning } from '../model/index.ts'
import { foldName } from '../names/index.ts'
import type { SanctionsList } from './list.ts'
import { listedOn } from './listed-on.ts'
import { headingKey, readListTable } from './lists/table-rows.ts'
import { readSharesOf, type ShareDoubt } from './share-doubts.ts'
import type { ShareRange } from './shares.ts'

/** A stated holding with names as they were written. */
export interface NamedHolding {
  readonly owner: string
  readonly asset: string
  /** Ids of list entries, where a list itself states the holding. */
  readonly ownerId?: string
  readonly assetId?: string
  readonly percent?: ShareRange
  readonly source: string
  readonly basis: OwnershipStatement['basis']
  /** Anchor of the row in a sealed declaration. */
  readonly anchor?: string
  /** What is doubtful about the share. */
  readonly doubt?: ShareDoubt
}

/** Headings of a table of shares by field, as the preset of owners knows them. */
const SHARE_HEADINGS = new Map(
  PRESETS.find(({ name }) => name === 'owners')?.columns.map(({ field, headers }) => [field, headers.map(headingKey)]),
)

/** Reads a table of shares: a row per holding, columns of owner, company and share told by their headings. A share that is no number counts as unknown, and one that may be a part of one counts as both; rows are counted below the headings. */
export function holdingsOfTable(
  file: string,
  bytes: Uint8Array,
): { readonly holdings: readonly NamedHolding[]; readonly warnings: readonly Warning[] } {
  const warnings: Warning[] = []
  const table = readListTable(file, bytes, [], warnings)
  const column = (field: 'owner' | 'company' | 'share') =>
    table?.headings.find((heading) => SHARE_HEADINGS.get(field)?.includes(headingKey(heading)))
  const [owner, asset, share] = [column('owner'), column('company'), column('share')]
  if (!table || owner === undefined || asset === undefined) {
    warnings.push({
      code: 'list-column',
      message: `${file}: no columns of owners and companies are told by their headings (owner, company, share)`,
    })
    return { holdings: [], warnings }
  }
  let unknown = 0
  const rows = table.rows.slice(0, LIMITS.holdings)
  const cells = rows.map((row) => (share === undefined || row(owner) === '' || row(asset) === '' ? '' : row(share)))
  const shares = readSharesOf(file, share ?? '', cells, (n) => `row ${n + 1}`)
  const holdings = rows.flatMap((row, i): NamedHolding[] => {
    if (row(owner) === '' || row(asset) === '') return []
    if (shares[i]?.percent === undefined) unknown++
    return [{ owner: row(owner), asset: row(asset), source: `${file}, row ${i + 1}`, basis: 'stated', ...shares[i] }]
  })
  if (unknown > 0)
    warnings.push({
      code: 'shares-unknown',
      message: `${file}: ${unknown} of ${holdings.length} holdings state no share that can be read: each may be anything from 0 to 100`,
    })
  return { holdings, warnings }
}

/** Ties of lists that say who owns whom: kind → whether the other end is the owner. `Linked To` is none of them. */
const OWNING: readonly (readonly [RegExp, 'owner' | 'asset'])[] = [
  [/^(?:owner|parent company|owned or controlled by|owned by)$/i, 'owner'],
  [/^(?:asset|subsidiary)$/i, 'asset'],
]

/** Holdings that lists state; most give no share. */
export function holdingsOfLists(lists: readonly SanctionsList[]): NamedHolding[] {
  return lists.flatMap(({ name, version, entries }) =>
    entries.flatMap((entry) =>
      (entry.edges ?? []).flatMap(({ kind, to, toId, percent }): NamedHolding[] => {
        const side = OWNING.find(([words]) => words.test(kind))?.[1]
        if (side === undefined) return []
        const about = { source: `${name} ${version}, ${entry.id} “${kind}”`, basis: 'list' as const, ...(percent ? { percent } : {}) }
        return side === 'owner'
          ? [{ owner: to, asset: entry.name, assetId: entry.id, ...(toId === undefined ? {} : { ownerId: toId }), ...about }]
          : [{ owner: entry.name, asset: to, ownerId: entry.id, ...(toId === undefined ? {} : { assetId: toId }), ...about }]
      }),
    ),
  )
}

/**
 * Programmes of the US that do not block property, so that the 50 per cent rule of blocking does not begin with them: by OFAC's codes, by the same codes with a country before them, and by their names in words. They are known by the
 * programme whatever list passes them on.
 */
const NOT_BLOCKING =
  /^(?:(?:US|OFAC|US-OFAC)-)?(?:NS-|CAPTA\b|CMIC\b|SSI\b|PLC\b|UKRAINE-EO13662|RUSSIA-EO14024 DIRECTIVE|561\b|FSE\b|MBS\b|HKAA|NS$)|chinese military[- ]industrial complex|sectoral sanctions identif|menu-based sanctions|correspondent account or payable/i

/** Sources of the Consolidated Screening List that block nothing, whatever programme an entry names: SSI, CAP, (NS-)MBS, CMIC, PLC. */
const NOT_BLOCKING_LIST = /^us-csl-(?:ssi|cap|(?:ns-)?mbs|cmic|plc)$/

/** Whether an entry's listing blocks property on a day, as far as the list says: it is of a blocking programme and was not taken off by then. */
export function blocksOn(entity: ListEntity, day: string): boolean {
  const isBlocking =
    !NOT_BLOCKING_LIST.test(entity.list) && (entity.programs.length === 0 || entity.programs.some((program) => !NOT_BLOCKING.test(program)))
  return isBlocking && listedOn(entity, day) !== 'no'
}

/** A name as a key of the graph: legal forms and spelling aside. Two companies whose names differ in nothing else meet. */
export function ownerKey(name: string): string {
  return foldName(name)
}
