import { LIMITS } from '../../base/limits.ts'
import { isRecord, parseJson } from '../animation/json.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { headText, isPlain, linesOf, readPlain } from '../text/plain.ts'

/** JSON, one value or one a line: every text that somebody wrote with the way of keys to it. Shapes that have readers of their own stand before. */
export const json: FormatReader = {
  name: 'json',
  summary: 'JSON, JSON lines: texts with the way of keys to them',
  extensions: ['.json', '.jsonl', '.ndjson', '.geojson'],
  source: 'RFC 8259; JSON Lines',
  sniff: (head, name) =>
    isPlain(head) &&
    (/\.(json|jsonl|ndjson|geojson)$/i.test(name) || /^\ufeff?\s*[{[]\s*["{[]/.test(headText(head, 512))) &&
    /^\ufeff?\s*[{["]/.test(headText(head, 512)),
  read(bytes) {
    const draft = new Draft()
    const text = readPlain(bytes, draft).replace(/^\ufeff/, '')
    const whole = parseJson(text)
    if (whole !== undefined) walk(whole, '$', { draft, row: 0 }, 0)
    else {
      const lines = linesOf(text, draft)
      const parsed = lines.map((line) => (line.trim() === '' ? null : parseJson(line)))
      if (parsed.every((value) => value !== undefined))
        for (const [index, value] of parsed.entries()) walk(value, `$${index + 1}`, { draft, row: 0 }, 0)
      else {
        draft.cut('damaged', `it is no whole JSON (${text.length} characters): it was read line by line`)
        for (const [index, line] of lines.entries())
          draft.passage(line, { kind: 'line', line: index + 1 }, { role: 'text', block: 'lines', row: index })
      }
    }
    return draft.done('json')
  },
}

interface State {
  readonly draft: Draft
  row: number
}

function walk(value: unknown, path: string, state: State, depth: number): void {
  const { draft } = state
  if (depth > LIMITS.xmlDepth) draft.cut('json-depth', `values are nested deeper than ${LIMITS.xmlDepth}`)
  else if (draft.isFull) return
  else if (typeof value === 'string') {
    const block = path.replace(/\[\d+\]/g, '')
    // Encoded bytes are no text.
    if (!/^(?:data:[^,]*,)?[A-Za-z0-9+/=_-]{120,}$/.test(value))
      draft.passage(value, { kind: 'paragraph', part: path, index: 1 }, { role: 'text', block, row: state.row++ })
  } else if (Array.isArray(value)) for (const [index, one] of value.entries()) walk(one, `${path}[${index}]`, state, depth + 1)
  else if (isRecord(value)) for (const [key, one] of Object.entries(value)) walk(one, `${path}.${key.slice(0, 120)}`, state, depth + 1)
}
