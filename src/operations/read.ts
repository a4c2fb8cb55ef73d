import { existsSync, readFileSync, statSync } from 'node:fs'
import { InbetweenError } from '../base/errors.ts'
import { sha256Hex } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { printable } from '../base/printable.ts'
import { formatAnchor, type Reading } from '../model/index.ts'
import { createReaderPool } from '../read/index.ts'
import type { Operation } from './operation.ts'

/** `inbetween read`. */
export const read: Operation = {
  name: 'read',
  summary: 'Read files: passages, authoring traces, members, warnings. Needs no case.',
  usage: '<file>…',
  options: {},
  examples: ['inbetween read retake.docx', 'inbetween read *.xlsx --json'],
  async run({ paths }, context) {
    if (paths.length === 0) throw new InbetweenError('IBT-USAGE', 'read needs at least one file', { hint: 'inbetween read retake.docx' })
    const pool = createReaderPool({ size: Math.min(2, paths.length) })
    try {
      const data = []
      for (const [index, path] of paths.entries()) {
        context.progress('read', index + 1, paths.length, path)
        if (!existsSync(path) || !statSync(path).isFile())
          throw new InbetweenError('IBT-NOT-FOUND', 'no such file', { place: path, hint: 'A folder is read with: inbetween scan FOLDER' })
        if (statSync(path).size > LIMITS.readBytes)
          throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.readBytes} bytes`, { place: path })
        const sha256 = sha256Hex(readFileSync(path))
        data.push({ path, ...rowOf(sha256, statSync(path).size, await pool.read(path, path), []) })
      }
      return { data, text: data.map(textOf).join('\n\n') }
    } finally {
      await pool.close()
    }
  },
}

/** One file of the JSON that `read` gives. */
function rowOf(sha256: string, bytes: number, reading: Reading, inside: readonly string[]) {
  const place = inside.length > 0 ? { sha256, inside } : { sha256 }
  return {
    sha256,
    bytes,
    format: reading.format,
    status: reading.status,
    ...(reading.reason === undefined ? {} : { reason: reading.reason }),
    passages: reading.passages.map(({ text, at }) => ({ text, anchor: formatAnchor({ ...place, at }) })),
    traces: reading.traces.map(({ field, value, meaning, at }) => ({
      field,
      value,
      ...(meaning ? { meaning } : {}),
      anchor: formatAnchor({ ...place, at: at ?? { kind: 'whole' } }),
    })),
    children: reading.children.map((child) => ({ path: child.path, sha256: child.sha256, format: child.reading.format })),
    warnings: reading.warnings,
  }
}

function textOf(row: ReturnType<typeof rowOf> & { path: string }): string {
  const lines = [
    `${printable(row.path)}  ${row.format}  ${row.status}${row.reason === undefined ? '' : `: ${printable(row.reason)}`}`,
    `  sha256 ${row.sha256}`,
  ]
  for (const { text, anchor } of row.passages.slice(0, 40)) lines.push(`  ${printable(anchor.slice(65), 40)}  ${printable(text, 100)}`)
  if (row.passages.length > 40) lines.push(`  … ${row.passages.length - 40} more passages (--json has all)`)
  for (const { field, value } of row.traces) lines.push(`  trace ${field}: ${printable(value, 100)}`)
  for (const child of row.children) lines.push(`  member ${printable(child.path)}  ${child.format}`)
  for (const { code, message } of row.warnings) lines.push(`  ! ${code}: ${printable(message)}`)
  return lines.join('\n')
}
