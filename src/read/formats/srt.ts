import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { headText, isPlain, linesOf, readPlain } from '../text/plain.ts'

const TIME = /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})/

/** Characters of a cue with its tags. */
const CUE_CHARS = 2 * LIMITS.passageChars

/** Subtitles: a passage per cue with its time. A second cue of the very same time has its line as place. */
export const srt: FormatReader = {
  name: 'srt',
  summary: 'Subtitles (SubRip, WebVTT): cues with times; code page told from the bytes',
  extensions: ['.srt', '.vtt'],
  source: 'SubRip as written by its program; W3C WebVTT',
  sniff: (head, name) =>
    isPlain(head) &&
    (/\.(srt|vtt)$/i.test(name) || /^(\ufeff?\s*\d+\s*\r?\n\s*\d{1,2}:\d{2}:\d{2},\d{3} -->|\ufeff?WEBVTT\s)/.test(headText(head))),
  read(bytes) {
    const draft = new Draft()
    const lines = linesOf(readPlain(bytes, draft), draft)
    const seen = new Set<string>()
    let cue = 0
    for (let at = 0; at < lines.length; at++) {
      const times = timesOf(lines[at] ?? '')
      if (!times) continue
      const from = at + 1
      while (at + 1 < lines.length && (lines[at + 1] ?? '').trim() !== '' && !timesOf(lines[at + 1] ?? '')) at++
      let text = lines.slice(from, at + 1)
      // Without an empty line between cues the number of the next one stands at the end of this one.
      if (timesOf(lines[at + 1] ?? '') && /^\s*\d+\s*$/.test(text.at(-1) ?? '')) text = text.slice(0, -1)
      const key = `${times.fromMs} ${times.toMs}`
      const place = seen.has(key) ? ({ kind: 'line', line: from + 1 } as const) : ({ kind: 'time', ...times } as const)
      seen.add(key)
      draft.passage(spoken(text.join('\n'), draft), place, { role: 'cue', block: 'cues', row: cue++ })
    }
    if (cue === 0) draft.cut('damaged', 'no cue with a time was found')
    return draft.done('srt')
  },
}

function timesOf(line: string): { readonly fromMs: number; readonly toMs: number } | undefined {
  const found = line.includes('-->') ? TIME.exec(line) : null
  if (!found) return undefined
  const ms = (at: number) =>
    ((Number(found[at] ?? 0) * 60 + Number(found[at + 1])) * 60 + Number(found[at + 2])) * 1000 +
    Number((found[at + 3] ?? '').padEnd(3, '0'))
  return { fromMs: ms(1), toMs: ms(5) }
}

/** Without tags (`<i>`, `{\an8}`), which say how and not what. */
function spoken(text: string, draft: Draft): string {
  if (text.length > CUE_CHARS) draft.cut('passage-length', `a cue is longer than ${CUE_CHARS} characters and was cut`)
  return text
    .slice(0, CUE_CHARS)
    .replace(/<\/?[a-z][^>\n]{0,200}>/gi, '')
    .replace(/\{\\[^}\n]{0,200}\}/g, '')
}
