import { readProjectXml, type XmlRule } from '../animation/xml-project.ts'
import { firstMimetype, isZipWith, readZipProject } from '../animation/zip-project.ts'
import { Draft } from '../draft.ts'
import { readOdfContent } from '../office/odf-content.ts'
import { walkXml } from '../office/ooxml.ts'
import type { FormatReader } from '../reader.ts'
import { headText } from '../text/plain.ts'

const LOCAL = 'Local clock of the machine, without a zone.'
const META: readonly XmlRule[] = [
  { element: 'generator', trace: ['application', 'Program, version and system that saved it.'] },
  { element: 'initial-creator', trace: ['author', 'Account name of who made the file; anybody can set it.'] },
  {
    element: /\/meta\/creator$/,
    trace: ['lastModifiedBy', 'Account name of who saved it last; another name than the author is a hand-over or a shared template.'],
  },
  { element: 'printed-by', trace: ['user', 'Account that printed it last.'] },
  { element: 'creation-date', trace: ['created', LOCAL] },
  { element: /\/meta\/date$/, trace: ['modified', LOCAL] },
  { element: 'print-date', trace: ['printed', LOCAL] },
  {
    element: 'editing-duration',
    trace: ['editingMinutes', 'Time that it was open for editing, as ISO 8601 writes lengths.'],
    unless: /^P?T?0S?$/,
  },
  { element: 'editing-cycles', trace: ['revision', 'How often it was saved.'] },
  { element: /\/meta\/(title|subject)$/, trace: ['title', 'Title or subject as entered.'] },
  { element: /\/meta\/description$/, trace: ['comment', 'Description as entered.'] },
  { element: /\/meta\/keyword$/, trace: ['keywords', 'Keywords as entered.'] },
  { element: /\/meta\/language$/, trace: ['defaultLocale', 'Language stated for the document; often a default of the program.'] },
  { element: 'template', attribute: 'xlink:href', trace: ['template', 'Template it was made from.'] },
  { element: 'user-defined', trace: ['custom', 'A property that a person or program added.'] },
]

/** OpenDocument texts, spreadsheets and presentations, packed or flat: paragraphs, cells, comments, changes, properties. */
export const odf: FormatReader = {
  name: 'odf',
  summary: 'OpenDocument (ODT, ODS, ODP, flat): paragraphs, cells, comments, changes, who and with what',
  extensions: ['.odt', '.ods', '.odp', '.odg', '.ott', '.ots', '.otp', '.fodt', '.fods', '.fodp'],
  source: 'OASIS, OpenDocument 1.3',
  sniff: (head, _, bytes) =>
    /^application\/vnd\.oasis\.opendocument\./.test(firstMimetype(head)) ||
    isZipWith(bytes, ['META-INF/manifest.xml', 'content.xml', 'mimetype']) ||
    /<office:document\s[^>]*office:mimetype=/.test(headText(head, 8192)),
  async read(bytes, context) {
    const draft = new Draft()
    if (bytes[0] !== 0x50) {
      readProjectXml(bytes, 'document', META, draft)
      readOdfContent(bytes, 'document', draft)
      return draft.done('odf')
    }
    await readZipProject(
      bytes,
      {
        read: [
          [/^meta\.xml$/, (part, name) => readProjectXml(part, name, META, draft)],
          // An encrypted part is no XML; the manifest says so.
          [/^content\.xml$/, (part, name) => part[0] === 0x3c && readOdfContent(part, name, draft)],
          [/^META-INF\/manifest\.xml$/, (part) => protection(part, draft)],
        ],
        members: /^(Pictures|media)\/[^/]+\.\w+$|^Thumbnails\/thumbnail\.png$|^Object [^/]*\/content\.xml$/,
      },
      context,
      draft,
    )
    return draft.done('odf')
  },
}

function protection(part: Uint8Array, draft: Draft): void {
  let locked = 0
  walkXml(
    part,
    'manifest',
    {
      open: (tag) => {
        if (tag.endsWith(':encryption-data')) locked++
      },
    },
    draft,
  )
  if (locked === 0) return
  draft.trace('protection', 'password', `${locked} parts are encrypted and were not read.`)
  draft.cut('encrypted', `${locked} parts are encrypted`)
}
