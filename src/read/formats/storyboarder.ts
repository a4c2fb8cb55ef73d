import { isoInstant } from '../../base/time.ts'
import { type JsonRule, readProjectJson } from '../animation/json-project.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { headText } from '../text/plain.ts'

const RULES: readonly JsonRule[] = [
  { key: /^\/version$/, trace: ['application', 'Version of Storyboarder that saved it.'], label: 'Storyboarder ' },
  { key: /^\/fps$/, trace: ['frameRate', 'Pictures a second.'] },
  { key: /^\/boards\/(dialogue|action)$/, passage: 'text' },
  { key: /^\/boards\/notes$/, passage: 'note' },
  {
    key: /^\/boards\/lastEdited$/,
    trace: ['modified', 'When a board was drawn on last, in UTC by the clock of that machine.'],
    show: instant,
  },
  { key: /^\/boards\/(link|audio\/filename)$/, trace: ['path', 'File that a board links to.'], unless: /^board-/ },
]

/** Storyboards of Storyboarder: what is said, done and noted on each board, and when it was drawn. The pictures lie beside the file. */
export const storyboarder: FormatReader = {
  name: 'storyboarder',
  summary: 'Storyboarder board: dialogue, action, notes, when each board was drawn',
  extensions: ['.storyboarder'],
  source: 'Storyboarder source, src/js (wonderunit)',
  sniff: (head) => /^\s*\{[\s\S]*"(defaultBoardTiming|boards)"\s*:/.test(headText(head, 600)) && headText(head).includes('"aspectRatio"'),
  read(bytes) {
    const draft = new Draft()
    readProjectJson(bytes, RULES, draft)
    return draft.done('storyboarder')
  },
}

function instant(value: string | number): string | undefined {
  return typeof value === 'number' && value > 0 && value < 4_102_444_800_000 ? isoInstant(value) : undefined
}
