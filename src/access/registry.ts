import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { AddressBytes } from '../intake/index.ts'
import type { Registration } from '../model/index.ts'
import { type Mmdb, openMmdb } from './mmdb.ts'

/** A table of the country that a block is registered in, by whom and as of when. */
export interface RegistryTable {
  readonly name: string
  readonly asOf: string
  readonly lookup: Mmdb['lookup']
}

/** The package that the table comes in: registry records and geofeeds of network holders, put together by ip-location-db; data by the NRO, CC BY 4.0. */
const PACKAGE = '@ip-location-db/geo-whois-asn-country-mmdb'
const FILE = 'geo-whois-asn-country.mmdb'

let opened: RegistryTable | null | undefined

/** The registry-country table, when its package is installed; opened at the first call. */
export function registryTable(): RegistryTable | undefined {
  opened ??= openPackaged() ?? null
  return opened ?? undefined
}

/**
 * The row that a registry-country table gives for an address. The table mixes in what network holders say of themselves, and more than seventy blocks
 * outside the DPRK's one allocation call themselves DPRK there (counted in the table of 2026-06-17); unless `isAllocated`, such a claim is named as one and
 * gives no country.
 */
export function registryRow(
  table: RegistryTable,
  address: AddressBytes,
  isAllocated: boolean,
  cidrOf: (prefix: number) => string,
): Registration | undefined {
  const answer = table.lookup(address)
  const country = answer && countryOf(answer.record)
  if (answer === undefined || country === undefined) return undefined
  const isClaim = country === 'KP' && !isAllocated
  return {
    cidr: cidrOf(answer.prefix),
    country: isClaim ? '' : country,
    region: '',
    network: isClaim ? 'called KP by its holder, outside the allocation of the registry: taken as no country' : '',
    holder: '',
    kind: 'unknown',
    source: `built-in: ${table.name}`,
    asOf: table.asOf,
  }
}

/** The country in a record: `country_code`, or `country.iso_code` as MaxMind names it. */
function countryOf(record: Readonly<Record<string, unknown>>): string | undefined {
  const nested = record.country
  const found = record.country_code ?? (typeof nested === 'object' && nested !== null && 'iso_code' in nested ? nested.iso_code : undefined)
  return typeof found === 'string' && /^[A-Z]{2}$/.test(found) ? found : undefined
}

function openPackaged(): RegistryTable | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`)
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
    const table = openMmdb(readFileSync(join(dirname(manifest), FILE)))
    // Versions end with the day the table was made: 2.3.2026061719 is 2026-06-17.
    const [, year, month, day] = /(20\d\d)(\d\d)(\d\d)\d*$/.exec(version) ?? []
    return table && { name: 'registry country (NRO, ip-location-db)', asOf: `${year}-${month}-${day}`, lookup: table.lookup }
  } catch {
    return undefined
  }
}
