import { decodeText } from '../base/text.ts'
import type { Warning } from '../model/index.ts'
import { readCsv } from './csv.ts'

/** A table before it is bound to a preset: rows of cells, each with the line that it stands on. */
export interface RawTable {
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
  readonly warnings: readonly Warning[]
}

const MAX_OBJECTS = 10_000

/** Rows from CSV, from JSON (an object, or a list of objects with plain values), or from lines of `key: value`, which make one row. */
export function readRows(bytes: Uint8Array): RawTable {
  const text = decodeText(bytes).text.trim()
  return jsonRows(text) ?? keyedRow(text) ?? readCsv(bytes)
}

function jsonRows(text: string): RawTable | undefined {
  if (!/^[[{]/.test(text)) return undefined
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return undefined
  }
  const objects = (Array.isArray(parsed) ? parsed : [parsed]).slice(0, MAX_OBJECTS).filter(isObject)
  if (objects.length === 0) return undefined
  const keys = [...new Set(objects.flatMap((object) => Object.keys(object)))]
  const cell = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
  const rows = [keys, ...objects.map((object) => keys.map((key) => cell(object[key])))]
  return { rows, lines: rows.map((_, index) => Math.max(1, index)), warnings: [] }
}

function keyedRow(text: string): RawTable | undefined {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && line.trim() !== '---')
  if (lines.length === 0 || lines.length > 40) return undefined
  const pairs = lines.map((line) => /^([\p{L}][\p{L}\p{N} _-]{0,40})\s*[:：]\s+(.+)$/u.exec(line))
  if (!pairs.every((pair) => pair !== null)) return undefined
  const unquoted = (value: string) => value.trim().replace(/^(["'])(.*)\1$/, '$2')
  return { rows: [pairs.map((pair) => pair[1] ?? ''), pairs.map((pair) => unquoted(pair[2] ?? ''))], lines: [1, 1], warnings: [] }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
