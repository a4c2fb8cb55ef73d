import { LIMITS } from '../base/limits.ts'
import type { ListEntity, ListVersion, Match } from '../model/index.ts'
import { featuresOf, isOfSchema, isSchema, QUESTION_PROPERTIES, type Refused } from './yente.ts'

const TYPES = [
  { id: 'Person', name: 'People' },
  { id: 'Company', name: 'Companies' },
  { id: 'Organization', name: 'Organizations' },
  { id: 'LegalEntity', name: 'Legal entities' },
] as const
/** Entries of lists that no question is asked as: their names alone are compared. */
const CRAFT = [
  { id: 'Vessel', name: 'Vessels' },
  { id: 'Airplane', name: 'Airplanes' },
] as const
const SPACE = 'https://followthemoney.tech/explorer/schemata/'
/** Answers to one query of a batch, at most, and when the client states no limit. */
const MOST = 50
const FEW = 5
/** Entries that a suggestion gives where the client names no number. */
export const SUGGESTED = 10

/** The manifest of the reconciliation service of one dataset (W3C Reconciliation API 0.2, as OpenRefine reads it). `search` is the query string that carries the token on. */
export function manifestOf(dataset: string, lists: readonly ListVersion[], base: string, search: string) {
  const root = `${base}/reconcile/${encodeURIComponent(dataset)}`
  const service = { service_url: root }
  const and = search === '' ? '?' : `${search}&`
  const page = `${root}/preview${and}id={{id}}`
  return {
    versions: ['0.2'],
    name: `Inbetween: ${dataset} (${lists
      .map(({ name, version }) => `${name} ${version}`)
      .join(', ')
      .slice(0, 200)})`,
    identifierSpace: SPACE,
    schemaSpace: SPACE,
    documentation: `${root}/about${search}`,
    batchSize: 10,
    view: { url: page },
    preview: { url: page, width: 430, height: 300 },
    suggest: {
      entity: { ...service, service_path: `/suggest/entity${search}` },
      type: { ...service, service_path: `/suggest/type${search}` },
      property: { ...service, service_path: `/suggest/property${search}` },
    },
    extend: {
      // OpenRefine appends `?type=…` even where a query string has begun: `of` takes it up, and the token stays whole.
      propose_properties: { ...service, service_path: `/extend/property${and}of=` },
      property_settings: [
        { name: 'limit', label: 'Limit', type: 'number', default: 0, help_text: 'Values of each entry at most; 0 for all.' },
      ],
    },
    defaultTypes: TYPES,
  }
}

/** A query of a reconciliation batch, as a question by example. */
export interface ReconcileQuery {
  readonly example: unknown
  readonly limit: number
  /** Whether an entry may be answered, by the types that were asked for. */
  readonly isWanted: (entity: ListEntity) => boolean
}

/** Reads a query of a reconciliation batch: `type` as text, as an object with an id, or several of them; values as text, number, or an object with a name. */
export function exampleOf(query: unknown): ReconcileQuery | Refused {
  if (typeof query !== 'object' || query === null) return { status: 400, detail: 'a query is no object' }
  const { query: name, type, type_strict: strict, limit, properties } = query as Record<string, unknown>
  const types = (Array.isArray(type) ? type : [type]).flatMap((one) => {
    const id = typeof one === 'object' && one !== null ? (one as { id?: unknown }).id : one
    return typeof id === 'string' && id !== '' ? [id] : []
  })
  if (!types.every(isSchema)) return { status: 400, detail: `a type is none of ${[...TYPES, ...CRAFT].map(({ id }) => id).join(', ')}` }
  const isCraft = types.length > 0 && types.every((one) => CRAFT.some(({ id }) => id === one))
  const known: Record<string, unknown[]> = { name: typeof name === 'string' ? [name] : [] }
  for (const property of Array.isArray(properties) ? properties : []) {
    const { pid, v } = (property ?? {}) as { pid?: unknown; v?: unknown }
    const key = typeof pid === 'string' ? pid.replace(/^[A-Za-z]+:/, '') : ''
    if (!QUESTION_PROPERTIES.includes(key)) continue
    const values = known[key] ?? []
    known[key] = values
    for (const one of Array.isArray(v) ? v : [v]) if (values.length < LIMITS.serveQueries) values.push(named(one))
  }
  // A ship's name says nothing of a company, so that those who ask for ships get ships, however loosely they ask.
  const isStrict = isCraft || strict === 'any' || strict === 'all'
  const holds = (of: (test: (one: string) => boolean) => boolean) => (entity: ListEntity) => of((one) => isOfSchema(entity.schema, one))
  const [only] = types
  return {
    example: { schema: types.length === 1 && only !== undefined && !isCraft ? only : 'Thing', properties: known },
    limit: typeof limit === 'number' && Number.isInteger(limit) && limit > 0 ? Math.min(limit, MOST) : FEW,
    isWanted:
      !isStrict || types.length === 0 ? () => true : holds(strict === 'all' ? (test) => types.every(test) : (test) => types.some(test)),
  }
}

/** A cell that was reconciled before is an object with a name. */
function named(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (value as { name?: unknown }).name : value
}

/** An entry as a candidate, without a score. */
export function candidateOf({ id, name, schema, list }: ListEntity) {
  const type = [...TYPES, ...CRAFT].find((one) => one.id === schema) ?? { id: schema, name: schema }
  return { id, name, description: `${schema}, ${list}`, type: [type] }
}

/** A match as a scored candidate; the score is 0 … 1 as in yente, `match` lets OpenRefine take the candidate by itself, and the features say what the score is made of. */
export function scoredCandidate(match: Match, threshold: number) {
  const features = Object.entries(featuresOf(match.reasons)).map(([id, value]) => ({ id, value }))
  return { ...candidateOf(match.entity), score: match.score, match: match.score >= threshold, features }
}

/** Entries that a text names: the one of that id, then those of which a name holds its words. `cursor` leafs on. */
export function suggestedEntities(byId: ListEntity | undefined, found: readonly ListEntity[], cursor: number, limit: number) {
  const all = byId ? [byId, ...found.filter(({ id }) => id !== byId.id)] : found
  return all.slice(cursor, cursor + limit).map((entity) => {
    const candidate = candidateOf(entity)
    // `notable` is what the protocol calls the types of a suggestion, `type` what yente calls them.
    return { ...candidate, notable: candidate.type }
  })
}

const PROPERTY_NAMES: Readonly<Record<string, string>> = {
  name: 'Name', alias: 'Other name', birthDate: 'Birth date', address: 'Address', country: 'Country', nationality: 'Nationality', citizenship: 'Citizenship',
  jurisdiction: 'Jurisdiction', idNumber: 'Identity number', registrationNumber: 'Registration number', taxNumber: 'Tax number', passportNumber: 'Passport number',
  innCode: 'INN (Russia)', ogrnCode: 'OGRN (Russia)', leiCode: 'LEI', uscCode: 'USCC (China)', okpoCode: 'OKPO (Russia)', vatCode: 'VAT number', kppCode: 'KPP (Russia)',
  swiftBic: 'SWIFT / BIC',
} // biome-ignore format: a list read as lines

/** Suggestions of types and properties of which the id, or a word of the name, begins so. */
export function suggestions(what: 'type' | 'property', prefix: string) {
  const all = what === 'type' ? [...TYPES, ...CRAFT] : QUESTION_PROPERTIES.map((id) => ({ id, name: PROPERTY_NAMES[id] ?? id }))
  const small = prefix.trim().toLowerCase()
  return all.filter(({ id, name }) => id.toLowerCase().startsWith(small) || ` ${name.toLowerCase()}`.includes(` ${small}`))
}

/** The refusal of a text that is longer than any name: cut, it would find what nobody asked for, or nothing. */
export const TOO_LONG: Refused = { status: 400, detail: `A text is longer than ${LIMITS.searchChars} characters` }
