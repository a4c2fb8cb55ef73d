import { printable } from '../base/printable.ts'

/** A table for a terminal: columns padded to their widest cell (CJK counts as two), foreign text made harmless. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[], maxColumn = 60): string {
  const cells = [header, ...rows.map((row) => row.map((cell) => printable(String(cell), maxColumn)))]
  const widths = header.map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))))
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Columns a text takes on a terminal. */
export function width(text: string): number {
  let columns = 0
  for (const c of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1
  return columns
}

/** `1,204`. */
export function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Rows as CSV (RFC 4180, line feed). A cell that a spreadsheet would take for a formula gets an apostrophe; control characters become visible. */
export function csv(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => {
    const text = typeof value === 'number' ? String(value) : guard(printable(value, 32_000))
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [header, ...rows].map((row) => row.map(cell).join(',')).join('\n')
}

function guard(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
