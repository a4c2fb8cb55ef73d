/** Rows under heads, the first column to the left and figures to the right. */
export function table(heads, rows) {
  const widths = heads.map((head, n) => Math.max(head.length, ...rows.map((row) => String(row[n]).length)))
  const line = (row) => row.map((cell, n) => (n === 0 ? String(cell).padEnd(widths[n]) : String(cell).padStart(widths[n]))).join('  ')
  return [heads, ...rows].map((row) => line(row).trimEnd()).join('\n')
}
