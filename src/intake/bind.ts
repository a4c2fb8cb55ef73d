import { foldHeader, oneLine } from './minimise.ts'
import type { Column, Keep, Preset } from './preset.ts'

/** A column of the table that is kept: where it stands, under which field, how much of it. */
export interface BoundColumn {
  readonly index: number
  readonly field: string
  readonly keep: Keep
}

/** A header row bound to a preset. */
export interface Binding {
  readonly preset: Preset
  /** Place of the header among the rows. */
  readonly row: number
  readonly columns: readonly BoundColumn[]
}

/** Rows above a header: titles, dates, empty cells. */
const HEADER_ROWS = 20
const MAX_TASK_CHARS = 60

/** The preset and header row that know the most columns; undefined when no row has a column that a preset needs. */
export function bindTable(rows: readonly (readonly string[])[], presets: readonly Preset[]): Binding | undefined {
  let best: Binding | undefined
  for (const [row, cells] of rows.slice(0, HEADER_ROWS).entries()) {
    for (const preset of presets) {
      const columns = bindHeader(cells, preset)
      const isOne = columns.some(({ field }) => preset.needs.includes(field))
      if (isOne && columns.length > (best?.columns.length ?? 0)) best = { preset, row, columns }
    }
  }
  return best
}

function bindHeader(cells: readonly string[], preset: Preset): BoundColumn[] {
  const known = new Map<string, Column>()
  for (const column of preset.columns)
    for (const header of column.headers) if (!known.has(foldHeader(header))) known.set(foldHeader(header), column)
  const bound: BoundColumn[] = []
  const tasks = new Map<string, number>()
  for (const [index, cell] of cells.entries()) {
    const column = known.get(foldHeader(cell))
    if (column === undefined) continue
    if (!column.isOfLeft) {
      bound.push({ index, field: column.field, keep: column.keep })
      continue
    }
    const left = oneLine(cells[index - 1] ?? '').slice(0, MAX_TASK_CHARS)
    if (left === '' || known.has(foldHeader(left))) continue
    const nth = (tasks.get(left) ?? 0) + 1
    tasks.set(left, nth)
    const task = nth > 1 ? `${left} ${nth}` : left
    bound.push({ index: index - 1, field: `task:${task}`, keep: 'words' }, { index, field: `${column.field}:${task}`, keep: column.keep })
  }
  return bound
}
