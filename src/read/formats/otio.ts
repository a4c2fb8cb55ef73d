import { type JsonRule, readProjectJson } from '../animation/json-project.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { headText } from '../text/plain.ts'

const RULES: readonly JsonRule[] = [
  { key: /\/target_url$/, trace: ['path', 'Where a film or picture lay for the editing program.'] },
  { key: /\/pathurl$/, trace: ['path', 'Where a film or picture lay on the machine that exported the edit.'] },
  { key: /^(?!.*\/(color|codec|appspecificdata)\/).*\/name$/, passage: 'name', unless: /^(tracks|V\d+|A\d+|Sequence 0?1)?$/ },
  { key: /\/(comment|comments|note|notes|description)$/, passage: 'note' },
  { key: /\/(creator|appname|@MZ\.Sequence\.EditingModeName)$/, trace: ['application', 'Program that exported the edit.'] },
  { key: /\/(author|created_by|user)$/, trace: ['author', 'Name as entered; anybody can set it.'] },
]

/** OpenTimelineIO edits: names of clips and markers, where the media lay, notes. */
export const otio: FormatReader = {
  name: 'otio',
  summary: 'OpenTimelineIO edit: clips, markers, paths of media, notes',
  extensions: ['.otio'],
  source: 'OpenTimelineIO, docs/tutorials/otio-serialized-schema.md',
  sniff: (head) => /^\s*\{[\s\S]*"OTIO_SCHEMA"\s*:/.test(headText(head)),
  read(bytes) {
    const draft = new Draft()
    readProjectJson(bytes, RULES, draft)
    return draft.done('otio')
  },
}
