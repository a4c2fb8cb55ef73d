import { LIMITS } from '../../base/limits.ts'
import { decodeText } from '../../base/text.ts'
import type { ReadPassage, TraceName } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { isRecord, parseJson } from './json.ts'

/** What the value of a key becomes; `key` is a pattern over the way of keys, with lists left out: `/boards/dialogue`. */
export interface JsonRule {
  readonly key: RegExp
  readonly trace?: readonly [field: TraceName, meaning: string]
  readonly label?: string
  readonly passage?: NonNullable<ReadPassage['role']>
  /** Values that programs give by themselves, and that say nothing. */
  readonly unless?: RegExp
  /** The value as a trace shows it; undefined leaves it out. */
  readonly show?: (value: string | number) => string | undefined
}

/** A picture inside the JSON, as base64: where it stands and its bytes. */
export interface JsonPicture {
  readonly part: string
  readonly bytes: Uint8Array
}

/**
 * Reads a project that is one JSON value by rules; places are the way of keys with list numbers. Values of keys in `pictures` are base64 and are given back. A file that
 * is no JSON is a warning.
 */
export function readProjectJson(bytes: Uint8Array, rules: readonly JsonRule[], draft: Draft, pictures = /$^/): readonly JsonPicture[] {
  const { text } = decodeText(bytes)
  const value = parseJson(text.replace(/^\ufeff/, ''))
  if (value === undefined) {
    draft.cut('damaged', `the project is not whole JSON (${text.length} characters)`)
    return []
  }
  const found: JsonPicture[] = []
  const visit = (one: unknown, way: string, part: string, depth: number): void => {
    if (depth > LIMITS.xmlDepth) draft.cut('json-depth', `${part.slice(0, 200)} is nested deeper than ${LIMITS.xmlDepth}`)
    else if (Array.isArray(one)) for (const [index, inner] of one.entries()) visit(inner, way, `${part}[${index}]`, depth + 1)
    else if (isRecord(one)) for (const [key, inner] of Object.entries(one)) visit(inner, `${way}/${key}`, `${part}/${key}`, depth + 1)
    else if (typeof one === 'string' && pictures.test(way)) {
      if (found.length < LIMITS.layers) found.push({ part, bytes: Buffer.from(one.replace(/^data:[^,]*,/, ''), 'base64') })
    } else if (typeof one === 'string' || typeof one === 'number')
      for (const rule of rules) if (rule.key.test(way)) apply(rule, one, part, draft)
  }
  visit(value, '', '', 0)
  return found
}

function apply(rule: JsonRule, value: string | number, part: string, draft: Draft): void {
  if (rule.unless?.test(String(value))) return
  if (rule.trace) {
    const shown = rule.show ? rule.show(value) : String(value)
    if (shown !== undefined && shown !== '') draft.traceOnce(rule.trace[0], `${rule.label ?? ''}${shown}`, rule.trace[1])
  }
  if (!rule.passage || typeof value !== 'string') return
  const block = part.replace(/\[\d+\]/g, '')
  for (const [index, line] of value.split(/\r\n|\r|\n/).entries())
    draft.passage(line, { kind: 'paragraph', part, index: index + 1 }, { role: rule.passage, block, row: index })
}
