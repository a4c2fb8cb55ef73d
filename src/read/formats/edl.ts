import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { headText, linesOf, readPlain } from '../text/plain.ts'

const EVENT = /^\s*\d{3,6}\s+(\S+)\s+\S+\s+(?:C|D|W\d+|K\w*)\b.*\d\d:\d\d:\d\d[:;]\d\d/
const NOTE = /^\*\s*(FROM CLIP NAME|TO CLIP NAME|SOURCE FILE|CLIP NAME|COMMENT|LOC)\s*:?\s*(.*)$/

/** Edit decision lists (CMX 3600): title, reels, names of clips, remarks. */
export const edl: FormatReader = {
  name: 'edl',
  summary: 'Edit decision list (CMX 3600): title, reels, clips, remarks',
  extensions: ['.edl'],
  source: 'CMX 3600 as SMPTE 258M describes it',
  sniff(head) {
    const start = headText(head)
    return /^(?:\ufeff)?\s*TITLE:/.test(start) && (/^FCM:/m.test(start) || start.split(/\r?\n/).some((line) => EVENT.test(line)))
  },
  read(bytes) {
    const draft = new Draft()
    const reels = new Set<string>()
    let events = 0
    for (const [index, line] of linesOf(readPlain(bytes, draft), draft).entries()) {
      const at = { kind: 'line', line: index + 1 } as const
      const title = /^\s*(?:\ufeff)?TITLE:\s*(.*)$/.exec(line)?.[1]
      const note = NOTE.exec(line)
      if (title !== undefined) draft.passage(title, at, { role: 'title', block: 'title' })
      else if (note)
        draft.passage(note[2] ?? '', at, {
          role: /CLIP NAME|SOURCE FILE/.test(note[1] ?? '') ? 'name' : 'note',
          block: 'clips',
          row: index,
        })
      else if (line.startsWith('*')) draft.passage(line.slice(1), at, { role: 'note', block: 'remarks', row: index })
      else {
        const reel = EVENT.exec(line)?.[1]
        if (reel === undefined) continue
        events++
        if (!reels.has(reel) && reels.size < 1000 && !/^(AX|BL|BLACK)$/.test(reel))
          draft.passage(reel, at, { role: 'name', block: 'reels', row: index })
        reels.add(reel)
      }
    }
    draft.trace('custom', `events: ${events}`, 'Cuts of the edit.')
    return draft.done('edl')
  },
}
