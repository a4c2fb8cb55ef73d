import { LIMITS } from '../../base/limits.ts'
import { own } from '../../base/own.ts'
import type { ListEdge, ListEntity, ListVersion, Warning } from '../../model/index.ts'
import type { ListReader } from '../list.ts'
import { readShare } from '../shares.ts'
import { isoDate } from './dates.ts'
import { type EntryDraft, listOf, newDraft, oneList, untoldSchema } from './entry-draft.ts'
import { type Cells, eachTable, hasHeadings, type ListTable, splitCell } from './table-rows.ts'

const NAME = 'opensanctions'

/** An entity of the FollowTheMoney model as one line holds it; values are read as texts. */
interface Entity {
  readonly id: string
  readonly caption: string
  readonly schema: string
  readonly values: (property: string) => readonly string[]
}

const SCHEMAS: Readonly<Record<string, ListEntity['schema'] | 'untold'>> = {
  Person: 'Person', Company: 'Company', Organization: 'Organization', PublicBody: 'Organization', LegalEntity: 'untold', Vessel: 'Vessel', Airplane: 'Airplane',
} // biome-ignore format: a list read as lines

const NUMBERS: readonly (readonly [property: string, kind: string])[] = [
  ['passportNumber', 'Passport'], ['idNumber', 'Identification number'], ['registrationNumber', 'Registration number'], ['taxNumber', 'Tax number'], ['innCode', 'INN'], ['ogrnCode', 'OGRN'],
  ['leiCode', 'LEI'], ['uscCode', 'Unified Social Credit Code (USCC)'], ['swiftBic', 'SWIFT/BIC'], ['imoNumber', 'IMO number'], ['mmsi', 'MMSI'], ['dunsCode', 'D-U-N-S'], ['vatCode', 'VAT'],
] // biome-ignore format: a list read as lines

/** Ties between entities: schema → property of the one end, property of the other, and how the other is called from there. */
const TIES: Readonly<Record<string, readonly [one: string, other: string, toOther: string, toOne: string]>> = {
  Ownership: ['owner', 'asset', 'asset', 'owner'],
  Directorship: ['director', 'organization', 'director of', 'director'],
  Representation: ['agent', 'client', 'agent of', 'agent'],
  Membership: ['member', 'organization', 'member of', 'member'],
  Employment: ['employee', 'employer', 'employee of', 'employee'],
  UnknownLink: ['subject', 'object', 'linked to', 'linked to'],
}

/** What the lines hold, joined when all were read: sanctions and ties stand anywhere in the file. */
interface Held {
  readonly drafts: Map<string, { readonly draft: EntryDraft; readonly kind: ListVersion['kind'] | undefined }>
  readonly names: Map<string, string>
  readonly sanctions: Entity[]
  readonly ties: Entity[]
  readonly documents: Entity[]
  /** Ids of entries of which more was said than is kept. */
  readonly cut: Set<string>
}

/** OpenSanctions in full: entities of the FollowTheMoney model, one in a line of JSON. */
export const ftm: ListReader = {
  name: 'opensanctions-ftm',
  summary:
    'OpenSanctions entities.ftm.json (a line per entity): sanctions, export controls and other topics as lists of their own, ownership with shares',
  source: 'OpenSanctions, entities.ftm.json; FollowTheMoney schemata; data under CC BY-NC 4.0 unless licensed',
  isBuiltIn: false,
  recognises: (_, head) => /^\uFEFF?\{"/.test(head) && /"schema": ?"[A-Z]/.test(head) && /"properties": ?\{/.test(head),
  read(files) {
    const warnings: Warning[] = []
    const held: Held = { drafts: new Map(), names: new Map(), sanctions: [], ties: [], documents: [], cut: new Set() }
    let isWhole = true
    for (const [file, bytes] of files) isWhole = readLines(file, bytes, held, warnings) && isWhole
    join(held)
    if (held.cut.size > 0)
      warnings.push({
        code: 'list-limit',
        message: `${held.cut.size} entries have more than ${LIMITS.listAliases} ties, days or numbers; the rest is not read`,
      })
    const lists = (['sanctions', 'export', 'other'] as const).flatMap((kind) => {
      const drafts = [...held.drafts.values()].flatMap((entry) => (entry.kind === kind ? [entry.draft] : []))
      return drafts.length === 0 ? [] : [listOf({ name: listName(kind), kind }, drafts, files, warnings)]
    })
    return { name: NAME, lists, warnings, isWhole: isWhole && lists.length > 0 }
  },
}

function listName(kind: ListVersion['kind']): string {
  return kind === 'sanctions' ? NAME : `${NAME}-${kind}`
}

/** Reads line by line; answers whether the file ends with a whole line. */
function readLines(file: string, bytes: Uint8Array, held: Held, warnings: Warning[]): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LIMITS.listBytes))
  let bad = 0
  let lastIsGood = true
  for (let at = 0; at < buffer.length; ) {
    const found = buffer.indexOf(0x0a, at)
    const end = found < 0 ? buffer.length : found
    const line = end - at > LIMITS.listLineBytes ? undefined : buffer.toString('utf8', at, end).trim()
    at = end + 1
    if (line === '') continue
    const entity = line === undefined ? undefined : entityOfLine(line)
    lastIsGood = entity !== undefined
    if (!entity) bad++
    else hold(entity, held)
  }
  if (bad > 0) warnings.push({ code: 'list-row', message: `${file}: ${bad} lines are no entity in JSON; not used` })
  if (bytes.length > LIMITS.listBytes)
    warnings.push({ code: 'list-limit', message: `${file}: longer than ${LIMITS.listBytes} bytes; the rest is not read` })
  return lastIsGood && bytes.length <= LIMITS.listBytes
}

function entityOfLine(line: string): Entity | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    return undefined
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined
  const { id, caption, schema, properties } = parsed as Record<string, unknown>
  if (typeof id !== 'string' || typeof schema !== 'string' || typeof properties !== 'object' || properties === null) return undefined
  const held = properties as Record<string, unknown>
  return {
    id,
    caption: typeof caption === 'string' ? caption : '',
    schema,
    values: (property) => {
      const list: unknown = Object.hasOwn(held, property) ? held[property] : []
      return Array.isArray(list) ? list.flatMap(textOf).slice(0, LIMITS.listAliases) : []
    },
  }
}

/** A value: a text, or the id of an entity that stands there in full. */
function textOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  const id = typeof value === 'object' && value !== null ? (value as Record<string, unknown>).id : undefined
  return typeof id === 'string' ? [id] : []
}

function hold(entity: Entity, held: Held): void {
  const { schema, values } = entity
  if (schema === 'Sanction') held.sanctions.push(entity)
  else if (schema === 'Passport' || schema === 'Identification') held.documents.push(entity)
  else if (Object.hasOwn(TIES, schema)) held.ties.push(entity)
  else if (Object.hasOwn(SCHEMAS, schema)) {
    const topics = values('topics')
    const isExport = topics.some((topic) => topic === 'export.control' || topic === 'export.control.linked' || topic === 'export.risk')
    const kind = topics.includes('sanction') ? 'sanctions' : isExport ? 'export' : topics.length > 0 ? 'other' : undefined
    held.names.set(entity.id, entity.caption || (values('name')[0] ?? ''))
    held.drafts.set(entity.id, { draft: draftOf(entity), kind })
  }
}

function draftOf({ id, caption, schema, values }: Entity): EntryDraft {
  const told = own(SCHEMAS, schema)
  const main = caption || (values('name')[0] ?? '')
  const draft = newDraft(id, told === 'untold' ? untoldSchema(main) : told)
  draft.names.push({ name: main, rank: 'main' })
  for (const property of ['name', 'alias', 'previousName']) for (const name of values(property)) draft.names.push({ name, rank: 'good' })
  for (const property of ['weakAlias', 'abbreviation']) for (const name of values(property)) draft.names.push({ name, rank: 'weak' })
  draft.programs.push(...values('programId'), ...values('program'))
  draft.addresses.push(...values('address'))
  for (const property of ['nationality', 'citizenship', 'jurisdiction', 'country', 'flag']) draft.countries.push(...values(property))
  draft.birthDates.push(...values('birthDate').flatMap((text) => isoDate(text) ?? []))
  for (const [property, kind] of NUMBERS) for (const number of values(property)) draft.numbers.push({ kind, number })
  draft.remarks.push(values('topics').join(' '), ...values('notes'))
  return draft
}

/** Adds one thing to an entry, within the bound of what is kept of it; answers whether there was room. Few lines can name many ends on both sides, so that the bound holds before anything is made. */
function add<T>(draft: EntryDraft, kept: T[], made: () => T, { cut }: Held): boolean {
  if (kept.length >= LIMITS.listAliases) {
    cut.add(draft.key)
    return false
  }
  kept.push(made())
  return true
}

function join(held: Held): void {
  for (const { values } of held.sanctions) {
    const source = values('authority')[0] ?? values('program')[0] ?? 'OpenSanctions'
    const days = [...values('listingDate'), ...values('startDate')].flatMap((text) => isoDate(text) ?? [])
    const programs = values('programId')
    for (const id of values('entity')) {
      const draft = held.drafts.get(id)?.draft
      if (!draft) continue
      for (const on of days) if (!add(draft, draft.listings, () => ({ on, source }), held)) break
      for (const program of programs) if (!draft.programs.includes(program) && !add(draft, draft.programs, () => program, held)) break
    }
  }
  for (const { values } of held.documents)
    for (const id of values('holder')) {
      const [number, kind, country] = [values('number')[0], values('type')[0], values('country')[0]]
      const draft = held.drafts.get(id)?.draft
      if (draft && number !== undefined)
        add(draft, draft.numbers, () => ({ kind: kind ?? 'Identification', number, ...(country ? { country } : {}) }), held)
    }
  for (const tie of held.ties) joinTie(tie, held)
}

function joinTie({ schema, values }: Entity, held: Held): void {
  const [one = '', other = '', toOther = '', toOne = ''] = own(TIES, schema) ?? []
  const percent = schema === 'Ownership' ? readShare(values('percentage')[0] ?? '') : undefined
  for (const [from, to, role] of [
    [one, other, toOther],
    [other, one, toOne],
  ] as const) {
    const ends = values(to)
    for (const id of values(from)) {
      const draft = held.drafts.get(id)?.draft
      if (!draft) continue
      const edgeTo = (end: string): ListEdge => {
        const kind = held.drafts.get(end)?.kind
        const edge = { kind: role, to: held.names.get(end) ?? end, ...(percent ? { percent } : {}) }
        return kind === undefined ? edge : { ...edge, toId: `${listName(kind)}-${end}` }
      }
      for (const end of ends) if (!add(draft, draft.edges, () => edgeTo(end), held)) break
    }
  }
}

const HEADINGS = ['id', 'schema', 'name', 'aliases', 'birth_date', 'countries', 'identifiers'] as const

/** OpenSanctions as a simple table. It does not say of which kind an entry's lists are: it counts as `other` unless a person says what it is. */
export const simple: ListReader = {
  name: 'opensanctions-simple',
  summary: 'OpenSanctions targets.simple.csv: a row per target; of kind other unless --kind says what the file holds',
  source: 'OpenSanctions, targets.simple.csv; data under CC BY-NC 4.0 unless licensed',
  isBuiltIn: false,
  recognises: (_, head) => hasHeadings(head, HEADINGS),
  read(files, options) {
    const warnings: Warning[] = []
    const drafts: EntryDraft[] = []
    const take = ({ rows }: ListTable) => {
      for (const row of rows) drafts.push(draftOfRow(row))
    }
    const isWhole = eachTable(files, HEADINGS, warnings, take, ',')
    const kind = options.kind ?? 'other'
    if (options.kind === undefined)
      warnings.push({
        code: 'list-kind',
        message:
          'the table does not say whether its entries are sanctioned: it counts as other; say --kind sanctions when it holds nothing else',
      })
    const name = kind === 'sanctions' ? `${NAME}-simple` : `${NAME}-simple-${kind}`
    return oneList({ name, kind }, drafts, files, warnings, isWhole)
  },
}

function draftOfRow(row: Cells): EntryDraft {
  const told = Object.hasOwn(SCHEMAS, row('schema')) ? SCHEMAS[row('schema')] : undefined
  const draft = newDraft(row('id'), told === undefined || told === 'untold' ? untoldSchema(row('name')) : told)
  draft.names.push({ name: row('name'), rank: 'main' })
  for (const name of splitCell(row('aliases'))) draft.names.push({ name, rank: 'good' })
  draft.programs.push(...splitCell(row('program_ids')))
  draft.addresses.push(...splitCell(row('addresses')))
  draft.countries.push(...splitCell(row('countries')))
  draft.birthDates.push(...splitCell(row('birth_date')).flatMap((text) => isoDate(text) ?? []))
  for (const number of splitCell(row('identifiers'))) draft.numbers.push({ kind: 'Identification number', number })
  draft.remarks.push(row('sanctions'), row('dataset'))
  return draft
}
