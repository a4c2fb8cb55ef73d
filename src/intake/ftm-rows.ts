import type { Warning } from '../model/index.ts'

/** An entity of FollowTheMoney: an id, a schema, and properties that each have several values. */
export interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, unknown>>
}

/** Schemata whose entities are companies or bodies, never persons. */
const COMPANIES = new Set(['Company', 'Organization', 'PublicBody'])
/** Share in per cent above which an owner is called a parent. */
const PARENT_ABOVE = 50
const VALUES = 50

/** Whether an object is an entity of FollowTheMoney. */
export function isEntity(object: unknown): object is FtmEntity {
  if (typeof object !== 'object' || object === null) return false
  const { id, schema, properties } = object as Partial<FtmEntity>
  return typeof id === 'string' && typeof schema === 'string' && typeof properties === 'object' && properties !== null
}

/**
 * Rows of productions and companies: `Project` is a production, `ProjectParticipant` a company with its role in one, `Company` and its like a company with country and parent,
 * `Ownership` above 50 per cent a parent with its share. A `LegalEntity` counts as a company when it states a legal form or a register number, for it may be a person. Everything else, persons
 * first of all, is left out and counted; so are properties that no row has a place for, which are named with empty values.
 */
export function rowsOfEntities(entities: readonly FtmEntity[]): {
  readonly rows: readonly ReadonlyMap<string, string>[]
  readonly warnings: readonly Warning[]
} {
  const kept = new Map(entities.filter((entity) => isCompany(entity) || entity.schema === 'Project').map((entity) => [entity.id, entity]))
  const named = (id: string | undefined) => (id === undefined ? undefined : nameOf(kept.get(id)))
  const rows: ReadonlyMap<string, string>[] = []
  const dropped = new Set<string>()
  let leftOut = 0
  for (const entity of entities) {
    const row = rowOf(entity, named)
    if (row) rows.push(row)
    else leftOut++
    for (const key of Object.keys(entity.properties)) if (!PLACED.has(key)) dropped.add(key)
  }
  const first = new Map([...(rows[0] ?? []), ...[...dropped].slice(0, VALUES).map((key): [string, string] => [key, ''])])
  const warnings =
    leftOut > 0
      ? [
          {
            code: 'entities-left-out',
            message: `${leftOut} of ${entities.length} entities are neither productions nor companies: left out`,
          },
        ]
      : []
  return { rows: rows.length > 0 ? [first, ...rows.slice(1)] : [], warnings }
}

/** Properties that a row has a place for. */
const PLACED = new Set(
  'name alias weakAlias previousName jurisdiction country mainCountry parent project participant role owner asset percentage'.split(' '),
)

function rowOf(entity: FtmEntity, named: (id: string | undefined) => string | undefined): ReadonlyMap<string, string> | undefined {
  const { schema } = entity
  const [name, ...names] = valuesOf(entity, 'name')
  const aliases = [...names, ...valuesOf(entity, 'alias'), ...valuesOf(entity, 'previousName')].join('; ')
  if (schema === 'Project') return name === undefined ? undefined : row({ title: name, aliases })
  if (schema === 'ProjectParticipant') {
    const title = named(valuesOf(entity, 'project')[0])
    const company = named(valuesOf(entity, 'participant')[0])
    return title !== undefined && company !== undefined ? row({ title, company, role: valuesOf(entity, 'role')[0] }) : undefined
  }
  if (schema === 'Ownership') {
    const [company, parent] = [named(valuesOf(entity, 'asset')[0]), named(valuesOf(entity, 'owner')[0])]
    const share = Number.parseFloat(valuesOf(entity, 'percentage')[0] ?? '')
    return company !== undefined && parent !== undefined && share > PARENT_ABOVE
      ? row({ company, parent, 'parent share': String(share) })
      : undefined
  }
  if (!isCompany(entity) || name === undefined) return undefined
  const country = ['jurisdiction', 'country', 'mainCountry'].flatMap((property) => valuesOf(entity, property))[0]
  return row({ company: name, 'company aliases': aliases, country, parent: named(valuesOf(entity, 'parent')[0]) })
}

function row(cells: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(cells).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, value] as const])))
}

function isCompany(entity: FtmEntity): boolean {
  if (COMPANIES.has(entity.schema)) return true
  return entity.schema === 'LegalEntity' && valuesOf(entity, 'legalForm').length + valuesOf(entity, 'registrationNumber').length > 0
}

function nameOf(entity: FtmEntity | undefined): string | undefined {
  return entity === undefined ? undefined : valuesOf(entity, 'name')[0]
}

/** The texts of a property. Semicolons part names in a row's cell, so that they are not kept inside one. */
function valuesOf({ properties }: FtmEntity, name: string): string[] {
  const values = Object.hasOwn(properties, name) ? properties[name] : undefined
  const list = Array.isArray(values) ? values.slice(0, VALUES) : [values]
  return list.flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [value.replaceAll(';', ',').trim()] : []))
}
