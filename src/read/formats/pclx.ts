import { readProjectXml, type XmlRule } from '../animation/xml-project.ts'
import { isZipWith, readZipProject } from '../animation/zip-project.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { headText } from '../text/plain.ts'

const RULES: readonly XmlRule[] = [
  // The program names layers after their kind, in the language of its user interface.
  { element: 'layer', attribute: 'name', passage: 'name', unless: /^(Camera|Vector|Bitmap|Sound) Layer( \d+)?$/ },
  { element: 'fps', attribute: 'value', trace: ['frameRate', 'Pictures a second.'] },
  { element: /\/layer\/(image|sound)$/, attribute: 'name', passage: 'name' },
]

/** Pencil2D animations: a ZIP (pclx) or its list of layers beside a folder (pcl). The program keeps no author, and its archives have no times. */
export const pclx: FormatReader = {
  name: 'pclx',
  summary: 'Pencil2D animation: layers, sounds, pictures a second',
  extensions: ['.pclx', '.pcl'],
  source: 'Pencil2D source, core_lib/src/structure/filemanager.cpp',
  sniff: (head, _, bytes) =>
    isZipWith(bytes, ['main.xml', 'data/palette.xml']) || /^[\s\S]{0,200}<!DOCTYPE PencilDocument>/.test(headText(head, 512)),
  async read(bytes, context) {
    const draft = new Draft()
    if (bytes[0] !== 0x50) readProjectXml(bytes, 'main.xml', RULES, draft)
    else
      await readZipProject(
        bytes,
        { read: [[/^main\.xml$/, (part, name) => readProjectXml(part, name, RULES, draft)]], members: /\.(png|wav|mp3|ogg)$/i },
        context,
        draft,
      )
    return draft.done('pclx')
  },
}
