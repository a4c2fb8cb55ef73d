import { decodeText } from '../base/text.ts'
import type { Warning } from '../model/index.ts'
import { readCsv } from './csv.ts'
import { jsonRows } from './json-rows.ts'

/** A table before it is bound to a preset: rows of cells, each with the line that it stands on. */
export interface RawTable {
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
  readonly warnings: readonly Warning[]
}

/** Rows from CSV, from JSON (see {@link jsonRows}), or from lines of `key: value`, which make one row. */
export function readRows(bytes: Uint8Array): RawTable {
  const text = decodeText(bytes).text.trim()
  return jsonTable(text) ?? keyedRow(text) ?? readCsv(bytes)
}

function jsonTable(text: string): RawTable | undefined {
  const read = jsonRows(text)
  if (read === undefined || read.rows.length === 0) return undefined
  const keys = [...new Set(read.rows.flatMap((row) => [...row.keys()]))]
  const rows = [keys, ...read.rows.map((row) => keys.map((key) => row.get(key) ?? ''))]
  return { rows, lines: rows.map((_, index) => Math.max(1, index)), warnings: read.warnings }
}

function keyedRow(text: string): RawTable | undefined {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && line.trim() !== '---')
  if (lines.length === 0 || lines.length > 40) return undefined
  const pairs = lines.map((line) => /^([\p{L}][\p{L}\p{N} _-]{0,40})\s*[:：]\s+(.+)$/u.exec(line))
  if (!pairs.every((pair) => pair !== null)) return undefined
  const unquoted = (value: string) => value.trim().replace(/^(["'])(.*)\1$/, '$2')
  return { rows: [pairs.map((pair) => pair[1] ?? ''), pairs.map((pair) => unquoted(pair[2] ?? ''))], lines: [1, 1], warnings: [] }
}
