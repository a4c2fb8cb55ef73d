import { LIMITS } from '../base/limits.ts'
import type { ListEntity, ListVersion, Warning } from '../model/index.ts'
import {
  addItems,
  formReader,
  formsOfParts,
  growing,
  hashLists,
  hashWithout,
  listsOfParts,
  namesOfParts,
  type PackedFile,
  type PackedPart,
  packForms,
  packNames,
  partsOfForms,
  partsOfLists,
  partsOfNames,
  readPackedFile,
  writePackedFile,
} from '../names/index.ts'
import { numbersOf } from './identifiers.ts'
import type { SanctionsList } from './list.ts'
import { type Entries, textsOf, useEntries } from './list-index.ts'

/** Lists, and what was warned of when their files were read. */
export interface ReadLists {
  readonly lists: readonly SanctionsList[]
  readonly warnings: readonly Warning[]
}

const SCHEMAS: readonly ListEntity['schema'][] = ['Company', 'Organization', 'Person', 'Vessel', 'Airplane']

/**
 * Lists as the bytes of one file: their names packed for finding and for comparing, their entries as lines of JSON that are parsed one by one when they are asked for. Some 600 bytes a name.
 * It holds what the lists hold and vouches for nothing: its SHA-256 tells damage, not forgery. Throws where the machine is big-endian.
 */
export function writePackedLists({ lists, warnings }: ReadLists): Uint8Array {
  const parts = new Map<string, PackedPart>()
  const versions = lists.map(({ entries: _, ...version }) => version)
  parts.set('about', new TextEncoder().encode(JSON.stringify({ lists: versions, warnings })))
  for (const [k, list] of lists.entries()) for (const [name, part] of partsOfList(list, `${k}.`)) parts.set(name, part)
  return writePackedFile(parts)
}

/** Reads what {@link writePackedLists} wrote, without parsing the entries; undefined when it is of another version, cut, changed, or no such file. */
export function readPackedLists(bytes: Uint8Array): ReadLists | undefined {
  const file = readPackedFile(bytes)
  if (!file) return undefined
  const { lists, warnings } = JSON.parse(file.text('about')) as { lists: ListVersion[]; warnings: Warning[] }
  return { lists: lists.map((version, k) => listIn(file, version, `${k}.`)), warnings }
}

function partsOfList({ entries }: SanctionsList, prefix: string): [name: string, part: PackedPart][] {
  const [hashes, places] = [growing(), growing()]
  const weak: number[] = []
  for (const [place, { identifiers, aliases }] of entries.entries()) {
    for (const number of identifiers.flatMap(numbersOf)) {
      hashes.push(hashWithout(number))
      places.push(place)
    }
    weak.push(0, ...aliases.slice(0, LIMITS.listAliases - 1).map((alias) => (alias.weak ? 1 : 0)))
  }
  return [
    ...partsOfNames(packNames(entries.map(textsOf)), `${prefix}names.`),
    ...partsOfForms(packForms(namesWithSchema(entries)), `${prefix}forms.`),
    ...partsOfLists(hashLists(hashes.done(), places.done()), `${prefix}numbers`),
    [`${prefix}weak`, Uint8Array.from(weak)],
    [`${prefix}schemas`, Uint8Array.from(entries, ({ schema }) => SCHEMAS.indexOf(schema))],
    ...recordParts(entries, prefix),
  ]
}

function* namesWithSchema(entries: readonly ListEntity[]): Generator<{ name: string; schema: ListEntity['schema'] }> {
  for (const entry of entries) for (const name of textsOf(entry)) yield { name, schema: entry.schema }
}

/** Entries as JSON, a line each, and where each begins. */
function recordParts(entries: readonly ListEntity[], prefix: string): [name: string, part: PackedPart][] {
  const at = new Uint32Array(entries.length + 1)
  const lines: Uint8Array[] = []
  let length = 0
  for (const [place, entry] of entries.entries()) {
    const line = new TextEncoder().encode(`${JSON.stringify(entry)}\n`)
    lines.push(line)
    length += line.length
    at[place + 1] = length
  }
  const text = new Uint8Array(length)
  for (const [place, line] of lines.entries()) text.set(line, at[place])
  return [
    [`${prefix}records.at`, at],
    [`${prefix}records`, text],
  ]
}

function listIn(file: PackedFile, version: ListVersion, prefix: string): SanctionsList {
  const entries = entriesIn(file, prefix)
  let all: ListEntity[] | undefined
  const list: SanctionsList = {
    ...version,
    // Parsed only by who walks through the whole list: screening asks for the few entries that a name may mean.
    get entries() {
      all ??= Array.from({ length: entries.count }, (_, place) => entries.entity(place))
      return all
    },
  }
  useEntries(list, entries)
  return list
}

function entriesIn(file: PackedFile, prefix: string): Entries {
  const [records, at] = [file.bytes(`${prefix}records`), file.numbers(`${prefix}records.at`)]
  const [schemas, weak] = [file.bytes(`${prefix}schemas`), file.bytes(`${prefix}weak`)]
  const numbers = listsOfParts(file, `${prefix}numbers`)
  const form = formReader(formsOfParts(file, `${prefix}forms.`))
  const decoder = new TextDecoder()
  // Entries that many questions meet are parsed once.
  const parsed = new Map<number, ListEntity>()
  const entity = (place: number): ListEntity => {
    const known = parsed.get(place)
    if (known) return known
    const one = JSON.parse(decoder.decode(records.subarray(at[place], at[place + 1]))) as ListEntity
    if (parsed.size >= LIMITS.parsedEntries) parsed.clear()
    parsed.set(place, one)
    return one
  }
  return {
    count: schemas.length,
    packed: namesOfParts(file, `${prefix}names.`),
    entity,
    schemaOf: (place) => SCHEMAS[schemas[place] ?? 0] ?? 'Organization',
    nameOf: (_place, _k, name) => ({ prepared: form(name), weak: weak[name] === 1 }),
    withNumber(number) {
      const places: number[] = []
      addItems(numbers, hashWithout(number), places)
      return places.filter((place) => entity(place).identifiers.flatMap(numbersOf).includes(number))
    },
  }
}
