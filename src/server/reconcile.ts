import type { ListEntity, ListVersion, Match } from '../model/index.ts'
import { QUESTION_PROPERTIES, type Refused } from './yente.ts'

const TYPES = [
  { id: 'Person', name: 'People' },
  { id: 'Company', name: 'Companies' },
  { id: 'Organization', name: 'Organizations' },
  { id: 'LegalEntity', name: 'Legal entities' },
] as const
const SPACE = 'https://followthemoney.tech/explorer/schemata/'

/** The manifest of the reconciliation service of one dataset (W3C Reconciliation API 0.2, as OpenRefine reads it). `search` is the query string that carries the token on. */
export function manifestOf(dataset: string, lists: readonly ListVersion[], base: string, search: string) {
  const service = { service_url: `${base}/reconcile/${encodeURIComponent(dataset)}` }
  return {
    versions: ['0.2'],
    name: `Inbetween: ${dataset} (${lists
      .map(({ name, version }) => `${name} ${version}`)
      .join(', ')
      .slice(0, 200)})`,
    identifierSpace: SPACE,
    schemaSpace: SPACE,
    documentation: 'A similar name is not identity; no match is not clearance.',
    batchSize: 10,
    view: { url: `${base}/entities/{{id}}${search}` },
    suggest: {
      entity: { ...service, service_path: `/suggest/entity${search}` },
      type: { ...service, service_path: `/suggest/type${search}` },
      property: { ...service, service_path: `/suggest/property${search}` },
    },
    defaultTypes: TYPES,
  }
}

/** A query of a reconciliation batch as a query by example, with how many answers are wanted. */
export function exampleOf(query: unknown): { readonly example: unknown; readonly limit: number } | Refused {
  if (typeof query !== 'object' || query === null) return { status: 400, detail: 'a query is no object' }
  const { query: name, type, limit, properties } = query as Record<string, unknown>
  const first = Array.isArray(type) ? type[0] : type
  const schema = typeof first === 'object' && first !== null ? (first as { id?: unknown }).id : first
  const known: Record<string, unknown[]> = { name: typeof name === 'string' ? [name] : [] }
  for (const property of Array.isArray(properties) ? properties : []) {
    const { pid, v } = (property ?? {}) as { pid?: unknown; v?: unknown }
    const key = typeof pid === 'string' ? pid.replace(/^[A-Za-z]+:/, '') : ''
    if (QUESTION_PROPERTIES.includes(key)) known[key] = [...(known[key] ?? []), ...(Array.isArray(v) ? v : [v])]
  }
  return {
    example: { schema: typeof schema === 'string' ? schema : 'Thing', properties: known },
    limit: typeof limit === 'number' && Number.isInteger(limit) && limit > 0 ? Math.min(limit, 50) : 5,
  }
}

/** An entry as a candidate, without a score. */
export function candidateOf({ id, name, schema, list }: ListEntity) {
  const type = TYPES.find((one) => one.id === schema) ?? { id: schema, name: schema }
  return { id, name, description: `${schema}, ${list}`, type: [type] }
}

/** A match as a scored candidate; the score is 0 … 1 as in yente, and `match` lets OpenRefine take the candidate by itself. */
export function scoredCandidate({ entity, score }: Match, threshold: number) {
  return { ...candidateOf(entity), score, match: score >= threshold }
}

/** Suggestions of types and properties that begin so. */
export function suggestions(what: 'type' | 'property', prefix: string) {
  const all = what === 'type' ? TYPES : QUESTION_PROPERTIES.map((id) => ({ id, name: id }))
  const small = prefix.toLowerCase()
  return all.filter(({ id, name }) => id.toLowerCase().startsWith(small) || name.toLowerCase().startsWith(small))
}
