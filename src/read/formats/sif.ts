import { readProjectXml, type XmlRule } from '../animation/xml-project.ts'
import { Draft } from '../draft.ts'
import { walkLocal } from '../office/ooxml.ts'
import type { FormatReader } from '../reader.ts'
import { headText } from '../text/plain.ts'

const RULES: readonly XmlRule[] = [
  { element: 'canvas', attribute: 'version', trace: ['formatVersion', 'Version of the format.'] },
  { element: /^\/canvas$/, attribute: 'fps', trace: ['frameRate', 'Pictures a second.'] },
  { element: /^\/canvas$/, attribute: 'end-time', trace: ['duration', 'End of the animation.'] },
  { element: /\/canvas\/name$/, passage: 'title', unless: /^Untitled\d*$/ },
  { element: /\/canvas\/desc$/, passage: 'note' },
  { element: /\/canvas\/author$/, trace: ['author', 'Name as entered; anybody can set it.'] },
  { element: 'layer', attribute: 'desc', passage: 'name' },
  { element: 'keyframe', passage: 'note' },
]

/** Synfig animations: names, texts and their fonts, imported files. */
export const sif: FormatReader = {
  name: 'sif',
  summary: 'Synfig animation: names, texts, fonts, imported files',
  extensions: ['.sif'],
  source: 'Synfig source, synfig-core/src/synfig/savecanvas.cpp',
  sniff: (head) => /^(?:\ufeff)?\s*(?:<\?xml[^>]*>)?\s*<canvas\b[^>]*\b(version|view-box)=/.test(headText(head, 1024)),
  read(bytes) {
    const draft = new Draft()
    readProjectXml(bytes, 'canvas', RULES, draft)
    parameters(bytes, draft)
    return draft.done('sif')
  },
}

/** Values of layers' parameters: what a text says, its font, a file. */
function parameters(bytes: Uint8Array, draft: Draft): void {
  let name = ''
  let text = ''
  let index = 0
  // The first walk over the same bytes has warned of what is wrong with them.
  const quiet = new Draft()
  walkLocal(
    bytes,
    'canvas',
    {
      open(tag, attribute) {
        if (tag === 'param') name = attribute('name') ?? ''
        text = ''
      },
      text: (piece) => {
        text += piece
      },
      close(tag) {
        if (tag !== 'string') return
        const value = text.trim()
        if (name === 'text')
          draft.passage(value, { kind: 'paragraph', part: 'texts', index: ++index }, { role: 'layer', block: 'texts', row: index })
        else if (name === 'family') draft.traceOnce('font', value, 'Font of a text; fonts come with systems and programs.')
        else if (name === 'filename') draft.traceOnce('path', value, 'Imported picture or sound, as the project names it.')
      },
    },
    quiet,
  )
}
