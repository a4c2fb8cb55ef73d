import { currentVersion, isCase, listHome, openCase, sealedInputs, storedNames, storedVersions } from '../pipeline/index.ts'
import { builtInLists } from '../screen/index.ts'
import type { OperationContext } from './operation.ts'
import { count, table } from './terminal.ts'

const DAY_MS = 86_400_000
/** Age in days from which a list counts as stale when no case says otherwise. */
const MAX_AGE_DAYS = 7

/** A list as `lists status` shows it. */
interface StatusRow {
  readonly name: string
  readonly kind: string
  readonly version: string
  readonly entities: number
  /** The list's own day; null where it states none. */
  readonly date: string | null
  /** Whole days since `ageFrom`; null where no day is known. */
  readonly ageDays: number | null
  readonly ageFrom: 'own day' | 'checked' | 'brought' | null
  readonly where: string
  /** When its publisher was last asked, an ISO instant; null where it never was. */
  readonly checked: string | null
  readonly states: number
}

/**
 * The lists that are used or stored, with their ages. Age goes by the list's own day; a list without one is as old as the last check, or as the day it was brought. Stale is what its publisher was not asked for lately, and what nobody checked and is old.
 * `isStrict` makes the exit code 6 where a list is stale.
 */
export function listStatus(isStrict: boolean, context: OperationContext) {
  const dir = context.caseDir ?? '.'
  const opened = isCase(dir) ? openCase(dir, context.effects) : undefined
  const now = context.effects.now()
  const used = (opened ? sealedInputs(opened).lists : builtInLists()).map(({ name, kind, version, entities, date }): StatusRow => {
    const about = { name, kind, version, entities, date: date ?? null, checked: null, states: 1 }
    return { ...about, ...ageOf(now, date, undefined, undefined), where: opened ? 'case' : 'built in' }
  })
  const fetched = storedRows(now)
  const limit = opened?.config.lists.maxAgeDays ?? MAX_AGE_DAYS
  const builtIn = new Set(builtInLists().map(({ name }) => name))
  const stale = [...used.filter(({ name }) => !builtIn.has(name)), ...fetched].filter((row) => isStale(row, limit, now))
  const data = [...used, ...fetched]
  return {
    data,
    warnings: stale.map((row) => ({ code: 'list-stale', message: staleWords(row, limit) })),
    text: table(
      ['list', 'kind', 'version', 'entries', 'dated', 'age', 'checked', 'where'],
      data.map((row) => [
        row.name,
        row.kind,
        row.version,
        count(row.entities),
        row.date ?? 'no date',
        row.ageDays === null ? '' : `${row.ageDays} d`,
        row.checked?.slice(0, 10) ?? (row.where.startsWith('fetched') || row.where.startsWith('brought') ? 'not checked' : ''),
        row.where,
      ]),
    ),
    ...(stale.length > 0 && isStrict ? { exit: 6 } : {}),
  }
}

/** Whether more than so many days passed since the publisher was asked, who may have left the list as it is; of a list that nobody checked, since its own day. */
function isStale({ ageDays, checked }: StatusRow, limit: number, now: number): boolean {
  const days = checked === null ? ageDays : Math.floor((now - Date.parse(checked)) / DAY_MS)
  return days !== null && days > limit
}

function storedRows(now: number): StatusRow[] {
  const home = listHome()
  return storedNames(home).flatMap((stored) => {
    const current = currentVersion(home, stored)
    if (!current) return []
    const states = storedVersions(home, stored).length
    const { version: held, checkedAt } = current
    return held.lists.map(({ name, kind, version, entities, date }): StatusRow => {
      const about = { name, kind, version, entities, date: date ?? null, checked: checkedAt ?? null, states }
      const where = `${checkedAt === undefined ? 'brought' : 'fetched'} (${held.id})`
      return { ...about, ...ageOf(now, date, checkedAt, held.fetchedAt), where }
    })
  })
}

function ageOf(
  now: number,
  date: string | undefined,
  checked: string | undefined,
  brought: string | undefined,
): Pick<StatusRow, 'ageDays' | 'ageFrom'> {
  const days: readonly (readonly [NonNullable<StatusRow['ageFrom']>, string | undefined])[] = [['own day', date], ['checked', checked], ['brought', brought]] // biome-ignore format: one table
  for (const [ageFrom, day] of days) {
    const ageDays = Math.floor((now - Date.parse(day ?? '')) / DAY_MS)
    if (Number.isFinite(ageDays)) return { ageDays: Math.max(0, ageDays), ageFrom }
  }
  return { ageDays: null, ageFrom: null }
}

function staleWords({ name, ageDays, ageFrom, checked, where }: StatusRow, limit: number): string {
  const words = {
    'own day': `the list is ${ageDays} days old`,
    checked: `its publisher was last asked ${ageDays} days ago, and it states no day of its own`,
    brought: `it was brought ${ageDays} days ago, and it states no day of its own`,
  }[ageFrom ?? 'brought']
  const asked =
    checked === null
      ? where.startsWith('brought')
        ? ' (never checked with its publisher)'
        : ''
      : ` (last checked on ${checked.slice(0, 10)})`
  return `${name}: ${words}, more than ${limit}${ageFrom === 'checked' ? '' : asked}; what was listed or taken off since is not seen`
}
