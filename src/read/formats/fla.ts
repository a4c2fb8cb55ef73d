import { LIMITS } from '../../base/limits.ts'
import { isoInstant } from '../../base/time.ts'
import { readProjectXml, type XmlRule } from '../animation/xml-project.ts'
import { isZipWith, readZipProject } from '../animation/zip-project.ts'
import { Draft } from '../draft.ts'
import { walkLocal } from '../office/ooxml.ts'
import { readXmpPackets } from '../pictures/xmp-packets.ts'
import type { FormatReader } from '../reader.ts'
import { DefaultNames } from '../tables/default-names.ts'
import { headText } from '../text/plain.ts'

const FONT = 'Font of a text; fonts come with systems and programs.'
const RULES: readonly XmlRule[] = [
  { element: 'DOMDocument', attribute: 'versionInfo', trace: ['application', 'Program, system and build that saved it, as it states.'] },
  { element: 'DOMDocument', attribute: 'creatorInfo', trace: ['application', 'Program that made it, as it states.'] },
  { element: 'DOMDocument', attribute: 'platform', trace: ['platform', 'System of the machine that saved it.'] },
  { element: 'DOMDocument', attribute: 'fileGUID', trace: ['documentId', 'Id of the document; copies keep it.'] },
  { element: 'DOMDocument', attribute: 'frameRate', trace: ['frameRate', 'Pictures a second.'] },
  {
    element: /\/DOM(Bitmap|Sound|Video)Item$/,
    attribute: 'sourceExternalFilepath',
    trace: ['path', 'Where an imported file lay, from the project’s folder.'],
  },
  { element: /\/DOM(Bitmap|Sound|Video|Symbol)Item$/, attribute: 'name', passage: 'name' },
  { element: 'DOMTimeline', attribute: 'name', passage: 'name', unless: /^(Scene|场景|장면|シーン) ?\d+$/ },
  { element: 'DOMLayer', attribute: 'name', passage: 'name', unless: /^(Layer|图层|레이어|レイヤー)[ _]?\d+$/ },
  { element: 'DOMFrame', attribute: 'name', passage: 'note' },
  { element: 'characters', passage: 'layer' },
  { element: 'DOMTextAttrs', attribute: 'face', trace: ['font', FONT] },
]
/** Attributes that are seconds since 1970. */
const TIMES = ['sourceLastImported', 'lastModified', 'publishTime'] as const

/** Adobe Animate documents: texts, fonts, layers, imported files, times, default names, XMP. Flash files before CS5 are OLE and not this. */
export const fla: FormatReader = {
  name: 'fla',
  summary: 'Adobe Animate document (FLA, XFL): texts, fonts, names, imported files, times, XMP',
  extensions: ['.fla', '.xfl'],
  source: 'XFL as Adobe Animate writes it; Adobe publishes no description',
  sniff: (head, _, bytes) =>
    isZipWith(bytes, ['DOMDocument.xml']) || /^(?:\ufeff)?(?:<\?xml[^>]*>)?\s*<DOMDocument\b/.test(headText(head, 512)),
  async read(bytes, context) {
    const draft = new Draft()
    const read = (part: Uint8Array, name: string) => {
      readProjectXml(part, name, RULES, draft)
      facts(part, name, draft)
    }
    if (bytes[0] !== 0x50) read(bytes, 'DOMDocument.xml')
    else
      await readZipProject(
        bytes,
        {
          read: [
            [/^(DOMDocument|LIBRARY\/.*)\.xml$/, read],
            [/^META-INF\/metadata\.xml$/, (part) => readXmpPackets(part, draft)],
          ],
          members: /^(LIBRARY|bin)\/.*\.(png|jpe?g|gif|wav|mp3|psd|ai|txt)$/i,
        },
        context,
        draft,
      )
    return draft.done('fla')
  },
}

/** Times and default names, which stand in many elements. */
function facts(part: Uint8Array, name: string, draft: Draft): void {
  const languages = new DefaultNames()
  let times = 0
  walkLocal(
    part,
    name,
    {
      open(_, attribute) {
        for (const key of TIMES) {
          const seconds = Number(attribute(key) ?? 0)
          if (seconds > 315_532_800 && seconds < 4_102_444_800 && times++ < LIMITS.xmpItems)
            draft.traceOnce(
              'modified',
              isoInstant(seconds * 1000),
              `Stated with "${key}", in UTC: when something was imported, changed or published.`,
            )
        }
        languages.add(attribute('name')?.split('/').at(-1) ?? '')
      },
    },
    draft,
  )
  languages.trace(draft)
}
