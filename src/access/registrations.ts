import { type AddressBytes, formatAddress, maskedKey, parseAddress, parseCidr } from '../intake/index.ts'
import type { Registration } from '../model/index.ts'
import { type RegistryTable, registryRow, registryTable } from './registry.ts'
import { DPRK_ALLOCATIONS } from './tables/dprk-allocations.ts'
import { SPECIAL_RANGES } from './tables/special-ranges.ts'

const SPECIAL: readonly Registration[] = SPECIAL_RANGES.map(([cidr, what, asOf]) => ({
  cidr,
  country: '',
  region: '',
  network: what,
  holder: '',
  kind: 'other',
  source: 'built-in: special-purpose addresses (IANA)',
  asOf,
}))

interface Index {
  /** Prefix lengths that occur, longest first, per family. */
  readonly prefixes: { readonly four: readonly number[]; readonly six: readonly number[] }
  /** Rows by prefix length and block. */
  readonly rows: ReadonlyMap<string, readonly Registration[]>
}

const indexes = new WeakMap<readonly Registration[], Index>()

/**
 * Everything that is known of whom an address is registered to, most specific block first: rows of the tables that the case brings, the dated allocation of
 * the DPRK, special-purpose blocks, and the registry's country. Of equally specific rows the case's come first, in their order.
 *
 * Registration is not location: a block can be used anywhere, lent, or be the exit of a VPN. An address that is none (a host name) has no rows.
 */
export function registrationsOf(
  address: string,
  tables: readonly Registration[],
  registry: RegistryTable | undefined = registryTable(),
): Registration[] {
  const bytes = parseAddress(address)
  if (!bytes) return []
  const special = lookup(SPECIAL, bytes)
  const ranked = [...lookup(tables, bytes), ...lookup(DPRK_ALLOCATIONS, bytes), ...special]
  if (registry && special.length === 0) {
    const isAllocated = ranked.some(({ row }) => row.kind === 'dprk')
    const row = registryRow(registry, bytes, isAllocated, (prefix) => cidrOf(bytes, prefix))
    if (row) ranked.push({ row, prefix: parseCidr(row.cidr)?.prefix ?? 0 })
  }
  // Sorting is stable: rows of one prefix length keep the order of their tables.
  return ranked.sort((a, b) => b.prefix - a.prefix).map(({ row }) => row)
}

interface Ranked {
  readonly row: Registration
  readonly prefix: number
}

function lookup(table: readonly Registration[], address: AddressBytes): Ranked[] {
  const { prefixes, rows } = indexOf(table)
  const found: Ranked[] = []
  for (const prefix of address.length === 4 ? prefixes.four : prefixes.six) {
    for (const row of rows.get(`${prefix} ${maskedKey(address, prefix)}`) ?? []) found.push({ row, prefix })
  }
  return found
}

function indexOf(table: readonly Registration[]): Index {
  const known = indexes.get(table)
  if (known) return known
  const rows = new Map<string, Registration[]>()
  const four = new Set<number>()
  const six = new Set<number>()
  for (const row of table) {
    const block = parseCidr(row.cidr)
    if (!block) continue
    const { bytes, prefix } = block
    const key = `${prefix} ${maskedKey(bytes, prefix)}`
    const same = rows.get(key)
    if (same) same.push(row)
    else rows.set(key, [row])
    if (bytes.length === 4) four.add(prefix)
    else six.add(prefix)
  }
  const longestFirst = (lengths: ReadonlySet<number>) => [...lengths].sort((a, b) => b - a)
  const index = { prefixes: { four: longestFirst(four), six: longestFirst(six) }, rows }
  indexes.set(table, index)
  return index
}

function cidrOf(address: AddressBytes, prefix: number): string {
  const start = address.map((byte, i) => byte & (0xff00 >> Math.min(8, Math.max(0, prefix - i * 8))) & 0xff)
  return `${formatAddress(start)}/${prefix}`
}
