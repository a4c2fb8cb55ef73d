import { canonicalJson, compareText } from '../base/hash.ts'
import type { ListEntity } from '../model/index.ts'
import type { SanctionsList } from './list.ts'

/** What tells two states of one list apart. */
export interface ListChanges {
  readonly list: string
  readonly from: string | undefined
  readonly to: string | undefined
  readonly before: number
  readonly after: number
  readonly added: readonly ListEntity[]
  readonly removed: readonly ListEntity[]
  readonly changed: readonly { readonly entity: ListEntity; readonly fields: readonly string[] }[]
}

/** Compares states of lists by entry id, list by list. A list that one side lacks counts as empty there. */
export function compareLists(before: readonly SanctionsList[], after: readonly SanctionsList[]): ListChanges[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))].sort(compareText)
  return names.map((name) => {
    const [old, now] = [before, after].map((lists) => lists.find((list) => list.name === name))
    const known = new Map(old?.entries.map((entry) => [entry.id, entry]))
    const present = new Set(now?.entries.map(({ id }) => id))
    const both = (now?.entries ?? []).flatMap((entity) => {
      const earlier = known.get(entity.id)
      const fields = earlier === undefined ? [] : differingFields(earlier, entity)
      return fields.length === 0 ? [] : [{ entity, fields }]
    })
    return {
      list: name,
      from: old?.version,
      to: now?.version,
      before: old?.entities ?? 0,
      after: now?.entities ?? 0,
      added: (now?.entries ?? []).filter(({ id }) => !known.has(id)),
      removed: (old?.entries ?? []).filter(({ id }) => !present.has(id)),
      changed: both,
    }
  })
}

function differingFields(a: ListEntity, b: ListEntity): string[] {
  const [x, y] = [Object.entries(a), Object.entries(b)].map((entries) => new Map(entries as [string, unknown][]))
  const keys = [...new Set([...(x?.keys() ?? []), ...(y?.keys() ?? [])])]
  return keys.filter((key) => canonicalJson(x?.get(key) ?? null) !== canonicalJson(y?.get(key) ?? null)).sort(compareText)
}

/** Share of its entries that a list may lose between two states before it counts as shrunken: publishers remove some, a broken export many. */
export const SHRUNKEN_FROM = 0.05

/** Lists that lost more than {@link SHRUNKEN_FROM} of their entries. */
export function shrunken(changes: readonly ListChanges[]): ListChanges[] {
  return changes.filter(({ before, after }) => after < before * (1 - SHRUNKEN_FROM))
}
