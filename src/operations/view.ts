import { type CaseFolder, storeOf } from '../pipeline/index.ts'
import type { CaseStore } from '../store/index.ts'
import { caseOf } from './of-case.ts'
import { flag, type Operation, type OperationInput, type OptionSpec } from './operation.ts'
import { csv, table } from './terminal.ts'

/** Rows of a view: what a terminal shows, and the records for `--json`. */
export interface Rows {
  readonly header: readonly string[]
  readonly cells: readonly (readonly (string | number)[])[]
  /** What `--csv` writes instead, where it holds more than the table on a terminal. */
  readonly csv?: Pick<Rows, 'header' | 'cells'>
  readonly data: unknown
  /** Lines before and after the table. */
  readonly before?: string
  readonly after?: string
  readonly warnings?: readonly { readonly code: string; readonly message: string }[]
}

/** What a view of a case declares. */
export interface View {
  readonly name: string
  readonly summary: string
  readonly usage?: string
  readonly options?: Readonly<Record<string, OptionSpec>>
  readonly examples: readonly string[]
  readonly rows: (store: CaseStore, input: OperationInput, opened: CaseFolder) => Rows
}

/** A command that shows rows of an analysed case: a table, `--csv` or `--json`. */
export function view({ name, summary, usage = '', options = {}, examples, rows }: View): Operation {
  return {
    name,
    summary,
    usage,
    options: { ...options, csv: { type: 'boolean', summary: 'Comma-separated values on stdout.' } },
    examples,
    async run(input, context) {
      const opened = caseOf(context)
      const store = storeOf(opened)
      try {
        const found = rows(store, input, opened)
        const isAnalyzed = store.stamp('inputs') !== undefined
        const unanalyzed = isAnalyzed ? [] : [{ code: 'not-analysed', message: 'this case was not analysed yet: inbetween analyze' }]
        const warnings = [...unanalyzed, ...(found.warnings ?? [])]
        const written = found.csv ?? found
        if (flag(input, 'csv')) return { case: opened.id, data: found.data, warnings, text: csv(written.header, written.cells) }
        const lines = [found.before, table(found.header, found.cells), found.after].filter((line) => line !== undefined)
        return { case: opened.id, data: found.data, warnings, text: found.cells.length === 0 ? (found.after ?? 'none') : lines.join('\n') }
      } finally {
        store.close()
      }
    },
  }
}
