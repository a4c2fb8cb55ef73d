import type { TraceName } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { walkXml } from '../office/ooxml.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'
import { headText } from '../text/plain.ts'

/** Attributes of a reference to footage. */
const REFERENCE: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  fullpath: ['path', 'Where a piece of footage lay on the machine that saved the project.'],
  server_name: ['machine', 'Name of the computer or server that footage lay on.'],
  server_volume_name: ['server', 'Name of the share that footage lay on.'],
  platform: ['platform', 'System of the machine that imported the footage.'],
}
/** Elements whose strings are notes; strings elsewhere are names. */
const NOTES = /^(?:cmta|CpCm|Cmnt)$/

/** After Effects projects as XML: names, notes, paths and computers of footage, XMP. */
export const aepx: FormatReader = {
  name: 'aepx',
  summary: 'After Effects project as XML (AEPX): names, notes, paths and computers of footage, XMP history',
  extensions: ['.aepx'],
  source: 'Files as After Effects writes them; Adobe publishes no description',
  sniff: (head) => /<AfterEffectsProject[\s>]/.test(headText(head, 2048)),
  read(bytes) {
    const draft = new Draft()
    const open: string[] = []
    let text = ''
    let row = 0
    walkXml(
      bytes,
      'project',
      {
        open(name, attributes) {
          open.push(name)
          text = ''
          if (name === 'AfterEffectsProject') draft.trace('formatVersion', attributes.majorVersion, 'Version of the format.')
          if (name !== 'fileReference') return
          for (const [key, [field, meaning]] of Object.entries(REFERENCE)) draft.traceOnce(field, attributes[key], meaning)
        },
        text(piece) {
          text += piece
        },
        close(name) {
          if (name === 'ProjectXMPMetadata') readXmp(Buffer.from(text), draft)
          else if (name === 'string') {
            const isNote = NOTES.test(open.at(-2) ?? '')
            const at = { kind: 'paragraph', part: 'project', index: ++row } as const
            // Names of effects begin with their maker, dashes stand for "none".
            if (!/^(?:ADBE |-_0_\/-)/.test(text))
              draft.passage(text, at, { role: isNote ? 'note' : 'name', block: isNote ? 'comments' : 'names', row })
          }
          text = ''
          open.pop()
        },
      },
      draft,
    )
    return draft.done('aepx')
  },
}
