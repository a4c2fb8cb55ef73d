import { LIMITS } from '../base/limits.ts'
import type { ListEntity } from '../model/index.ts'
import { setOwn } from './replies.ts'
import type { Refused } from './yente.ts'

interface Extension {
  readonly id: string
  readonly name: string
  /** Only entries of this schema have it. */
  readonly of?: ListEntity['schema']
  readonly values: (entity: ListEntity) => readonly string[]
}

/** What a row of a table can be given of an entry. Remarks are not among it: they are prose about a person, not a value. */
const EXTENSIONS: readonly Extension[] = [
  { id: 'name', name: 'Name', values: ({ name }) => [name] },
  { id: 'alias', name: 'Other names', values: ({ aliases }) => aliases.filter(({ weak }) => !weak).map(({ name }) => name) },
  { id: 'weakAlias', name: 'Weak other names', values: ({ aliases }) => aliases.filter(({ weak }) => weak).map(({ name }) => name) },
  { id: 'country', name: 'Country', values: ({ countries }) => countries ?? [] },
  { id: 'birthDate', name: 'Birth date', of: 'Person', values: ({ birthDates }) => birthDates ?? [] },
  { id: 'address', name: 'Address', values: ({ addresses }) => addresses },
  { id: 'idNumber', name: 'Identifiers', values: ({ identifiers }) => identifiers },
  { id: 'program', name: 'Programmes', values: ({ programs }) => programs },
  { id: 'listedOn', name: 'Listed on', values: ({ listedOn }) => (listedOn === undefined ? [] : [listedOn]) },
  { id: 'delistedOn', name: 'Delisted on', values: ({ delistedOn }) => (delistedOn === undefined ? [] : [delistedOn]) },
  { id: 'dataset', name: 'List', values: ({ list }) => [list] },
]

/** The properties that a table of entries of a type can be extended by; those of persons only where the type may hold persons. */
export function proposedProperties(type: string) {
  const leftOut = type !== '' && !['Person', 'LegalEntity', 'Thing'].includes(type)
  const properties = EXTENSIONS.filter(({ of }) => of === undefined || !leftOut).map(({ id, name }) => ({ id, name }))
  return { ...(type === '' ? {} : { type }), properties }
}

/** What an entry has of one property, each value once. */
export function valuesOf(property: string, entity: ListEntity): readonly string[] {
  return [...new Set(EXTENSIONS.find(({ id }) => id === property)?.values(entity))]
}

/** Answers a data extension: for each entry that was named the values of each property. An id that no entry of the dataset has gets a row without values. */
export function extended(query: unknown, entity: (id: string) => ListEntity | undefined) {
  const refuse = (detail: string, status: Refused['status'] = 400): Refused => ({ status, detail })
  if (typeof query !== 'object' || query === null || Array.isArray(query)) return refuse('extend is no JSON object', 422)
  const { ids, properties } = query as { ids?: unknown; properties?: unknown }
  if (!isTexts(ids) || !Array.isArray(properties)) return refuse('extend holds no list of ids and no list of properties', 422)
  if (ids.length > LIMITS.serveQueries) return refuse(`Too many ids in one batch (limit: ${LIMITS.serveQueries})`)
  if (properties.length > EXTENSIONS.length) return refuse(`Too many properties (limit: ${EXTENSIONS.length})`)
  const columns: { readonly id: string; readonly name: string; readonly property: string; readonly most: number }[] = []
  for (const property of properties) {
    const { id, settings } = (property ?? {}) as { id?: unknown; settings?: unknown }
    const known = EXTENSIONS.find((one) => one.id === (typeof id === 'string' ? id.replace(/^[A-Za-z]+:/, '') : ''))
    // A column that stayed empty would be taken for entries without it.
    if (!known || typeof id !== 'string') return refuse(`A property is none of ${EXTENSIONS.map((one) => one.id).join(', ')}`)
    if (columns.some(({ property: taken }) => taken === known.id)) return refuse(`${known.id} is asked for twice`)
    columns.push({ id, name: known.name, property: known.id, most: mostOf(settings) })
  }
  const rows: Record<string, object> = {}
  for (const id of ids) {
    const found = entity(id)
    const row: Record<string, object> = {}
    for (const { id: column, property, most } of columns)
      setOwn(
        row,
        column,
        found
          ? valuesOf(property, found)
              .slice(0, most)
              .map((str) => ({ str }))
          : [],
      )
    setOwn(rows, id, row)
  }
  return { meta: columns.map(({ id, name }) => ({ id, name })), rows }
}

/** The setting `limit`, which clients send as a number or as its text; 0 is none. */
function mostOf(settings: unknown): number {
  const limit = Number((settings as { limit?: unknown } | null | undefined)?.limit ?? 0)
  return Number.isInteger(limit) && limit > 0 ? limit : Number.POSITIVE_INFINITY
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
