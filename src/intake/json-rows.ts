import { LIMITS } from '../base/limits.ts'
import type { Warning } from '../model/index.ts'
import { isEntity, rowsOfEntities } from './ftm-rows.ts'

/** Objects with plain values, and what was left out of them. */
export interface JsonRows {
  readonly rows: readonly ReadonlyMap<string, string>[]
  readonly warnings: readonly Warning[]
}

/** Names that one cell may hold. */
const CELL_NAMES = 50

/**
 * Rows of a JSON text: an object, a list of objects, a list under `data` (ShotGrid's REST answers), or an object per line. Values may be plain, links to something with a name
 * (ShotGrid, Kitsu) or lists of these, which give names joined by `; `; whatever else is nested is left out. Entities of FollowTheMoney become rows of productions and companies.
 * Undefined when the text is no such JSON; at most `LIMITS.tableObjects` objects.
 */
export function jsonRows(text: string): JsonRows | undefined {
  if (!/^[[{]/.test(text)) return undefined
  const all = objectsOf(text)
  if (all === undefined || all.length === 0) return undefined
  const objects = all.slice(0, LIMITS.tableObjects)
  const warnings: Warning[] = []
  if (all.length > objects.length)
    warnings.push({ code: 'table-limit', message: `more than ${LIMITS.tableObjects} objects: the rest is not read` })
  const entities = (objects as readonly unknown[]).filter(isEntity)
  if (entities.length === objects.length) {
    const { rows, warnings: told } = rowsOfEntities(entities)
    return { rows, warnings: [...warnings, ...told] }
  }
  return { rows: objects.map(flat), warnings }
}

function objectsOf(text: string): Record<string, unknown>[] | undefined {
  const whole = parsed(text)
  if (whole === undefined) {
    const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
    if (lines.length < 2) return undefined
    const objects: Record<string, unknown>[] = []
    for (const line of lines.slice(0, LIMITS.tableObjects + 1)) {
      const one = parsed(line)
      if (!isObject(one)) return undefined
      objects.push(one)
    }
    return objects
  }
  if (Array.isArray(whole)) return whole.filter(isObject)
  if (!isObject(whole)) return undefined
  const data = own(whole, 'data')
  if (own(whole, 'name') === undefined && Array.isArray(data)) return data.filter(isObject)
  if (own(whole, 'name') === undefined && isObject(data) && isObject(own(data, 'attributes'))) return [data]
  return [whole]
}

/** ShotGrid's REST answers keep values under `attributes` and links under `relationships`. */
function flat(object: Record<string, unknown>): ReadonlyMap<string, string> {
  const row = new Map<string, string>()
  const put = (key: string, value: unknown) => {
    if (!row.has(key)) row.set(key, cellOf(value))
  }
  const [attributes, relationships] = [own(object, 'attributes'), own(object, 'relationships')]
  if (isObject(attributes)) for (const [key, value] of Object.entries(attributes)) put(key, value)
  if (isObject(relationships))
    for (const [key, value] of Object.entries(relationships)) put(key, isObject(value) ? own(value, 'data') : undefined)
  for (const [key, value] of Object.entries(object)) if (key !== 'attributes' && key !== 'relationships') put(key, value)
  return row
}

function cellOf(value: unknown): string {
  if (Array.isArray(value))
    return value
      .slice(0, CELL_NAMES)
      .map(nameOf)
      .filter((name) => name !== '')
      .join('; ')
  return nameOf(value)
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const name = isObject(value) ? (own(value, 'name') ?? own(value, 'code')) : undefined
  return typeof name === 'string' ? name : ''
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function own(object: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
