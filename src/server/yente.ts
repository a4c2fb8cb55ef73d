import { LIMITS } from '../base/limits.ts'
import { own } from '../base/own.ts'
import type { ListEntity, ListVersion, Match } from '../model/index.ts'
import type { ServiceQuestion } from '../operations/index.ts'

/** A request that cannot be answered; the detail goes to the client as `{detail}`. */
export interface Refused {
  readonly status: 400 | 404 | 422 | 503
  readonly detail: string
}

/** An entry of a list in the shape of yente's `EntityResponse`. Fields that lists do not give are null, as there. */
export function entityResponse(entity: ListEntity, kinds: ReadonlyMap<string, ListVersion['kind']>) {
  const kind = kinds.get(entity.list)
  const strong = entity.aliases.filter(({ weak }) => !weak).map(({ name }) => name)
  const weak = entity.aliases.filter((alias) => alias.weak).map(({ name }) => name)
  const properties = {
    name: [entity.name],
    alias: strong,
    weakAlias: weak,
    country: entity.countries ?? [],
    address: entity.addresses,
    birthDate: entity.birthDates ?? [],
    idNumber: entity.identifiers,
    program: entity.programs,
    notes: entity.remarks === '' ? [] : [entity.remarks],
    topics: kind === 'sanctions' ? ['sanction'] : kind === 'export' ? ['export.control'] : [],
  }
  return {
    id: entity.id,
    caption: entity.name,
    schema: entity.schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0)),
    datasets: [entity.list],
    referents: [],
    // Only a list of sanctions makes a target.
    target: kind === 'sanctions',
    first_seen: null,
    last_seen: null,
    last_change: null,
  }
}

/** A match in the shape of yente's `ScoredEntityResponse`: what each reason gave, in words and in numbers. */
export function scoredResponse({ entity, score, reasons }: Match, threshold: number, kinds: ReadonlyMap<string, ListVersion['kind']>) {
  const features = featuresOf(reasons)
  const explanations: Record<string, { score: number; detail: string; query: string; candidate: string }> = {}
  for (const { feature, detail, query, candidate } of reasons) {
    const before = explanations[feature]
    explanations[feature] = {
      score: features[feature] ?? 0,
      detail: before ? `${before.detail}; ${detail}` : detail,
      query: before?.query || query,
      candidate: before?.candidate || candidate,
    }
  }
  return { ...entityResponse(entity, kinds), score, features, match: score >= threshold, explanations }
}

/** What each feature gave to the score; a feature with several reasons counts once. */
export function featuresOf(reasons: Match['reasons']): Record<string, number> {
  const features: Record<string, number> = {}
  for (const { feature, weight } of reasons) features[feature] = Math.round(((features[feature] ?? 0) + weight) * 10_000) / 10_000
  return features
}

const SCHEMATA: Readonly<Record<string, ServiceQuestion['schema'] | 'any'>> = {
  Thing: 'any',
  LegalEntity: 'any',
  Person: 'Person',
  Company: 'Company',
  Organization: 'Organization',
  PublicBody: 'Organization',
}
/** Schemata of entries that one asks for: those that it may be compared with, as in yente. A list often does not say which organisation is a company. */
const ENTRIES: Readonly<Record<string, readonly ListEntity['schema'][]>> = {
  LegalEntity: ['Person', 'Company', 'Organization'],
  Person: ['Person'],
  Company: ['Company', 'Organization'],
  Organization: ['Company', 'Organization'],
  PublicBody: ['Organization'],
  Vessel: ['Vessel'],
  Airplane: ['Airplane'],
}

/** Whether entries can be asked for by a schema. */
export function isSchema(schema: string): boolean {
  return schema === 'Thing' || Object.hasOwn(ENTRIES, schema)
}

/** Whether an entry of a schema is one of those that a schema asks for. */
export function isOfSchema(schema: ListEntity['schema'], asked: string): boolean {
  return asked === 'Thing' || (Object.hasOwn(ENTRIES, asked) && (ENTRIES[asked]?.includes(schema) ?? false))
}

const NUMBERS = ['idNumber', 'registrationNumber', 'taxNumber', 'passportNumber', 'innCode', 'ogrnCode', 'leiCode', 'uscCode', 'okpoCode', 'vatCode', 'kppCode', 'swiftBic'] // biome-ignore format: a list read as a line
const COUNTRIES = ['country', 'nationality', 'citizenship', 'jurisdiction']
const VALUES = 50

/** Names of the properties that a question may hold; others are read and say nothing. */
export const QUESTION_PROPERTIES: readonly string[] = ['name', 'alias', 'birthDate', 'address', ...COUNTRIES, ...NUMBERS]

/** Reads a query by example (`{schema, properties}`); strings, numbers and lists of both are taken. */
export function questionOf(example: unknown): ServiceQuestion | Refused {
  const refuse = (detail: string): Refused => ({ status: 400, detail: `Cannot parse example entity: ${detail}` })
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return refuse('not an object')
  const { schema, properties } = example as { schema?: unknown; properties?: unknown }
  if (typeof schema !== 'string' || !Object.hasOwn(SCHEMATA, schema)) return refuse(`schema is none of ${Object.keys(SCHEMATA).join(', ')}`)
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return refuse('no properties')
  const valuesOf = (name: string): string[] => {
    const value = (properties as Record<string, unknown>)[name]
    return (Array.isArray(value) ? value : [value])
      .map((one) => (typeof one === 'number' && Number.isFinite(one) ? String(one) : one))
      .flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? [one.trim()] : []))
      .slice(0, VALUES)
  }
  const names = [...valuesOf('name'), ...valuesOf('alias')]
  if (names.length === 0) names.push(...joined(valuesOf('firstName'), valuesOf('middleName'), valuesOf('lastName')))
  const identifiers = NUMBERS.flatMap(valuesOf)
  if (names.length === 0 && identifiers.length === 0) return refuse('neither a name nor a number')
  // A text of that length is no name, and no answer to it would be taken for no match.
  if (names.some((name) => name.length > LIMITS.searchChars)) return refuse(`a name is longer than ${LIMITS.searchChars} characters`)
  const kind = own(SCHEMATA, schema)
  // Tables send a day with an hour behind it.
  const days = valuesOf('birthDate').map((date) => date.replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1'))
  const birthDate = days.find((date) => /^\d{4}(?:-\d\d){0,2}$/.test(date))
  const addresses = valuesOf('address')
  const countries = COUNTRIES.flatMap(valuesOf)
  return {
    // A number alone is asked for under an empty name: it finds by itself.
    names: names.length === 0 ? [''] : names,
    ...(kind === 'any' || kind === undefined ? {} : { schema: kind }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(identifiers.length === 0 ? {} : { identifiers }),
    ...(addresses.length === 0 ? {} : { addresses }),
    ...(countries.length === 0 ? {} : { countries }),
  }
}

function joined(...parts: readonly (readonly string[])[]): string[] {
  const name = parts.flatMap(([first = '']) => (first === '' ? [] : [first])).join(' ')
  return name === '' ? [] : [name]
}

/** Whether a question was refused. */
export function isRefused(value: object): value is Refused {
  return 'detail' in value && 'status' in value
}
