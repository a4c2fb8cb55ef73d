import type { Line } from './compare.ts'

/** The lines as a table for a terminal. */
export function table(lines: readonly Line[]): string {
  const rows = [
    ['', 'room', 'what', 'expected', 'found', 'extra'],
    ...lines.map(({ ok, room, what, expected, found, extra }) => [ok ? 'ok' : 'FAIL', room, what, expected, found, extra.slice(0, 110)]),
  ]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
