import { own } from '../../base/own.ts'
import type { TraceName } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { walkXml } from '../office/ooxml.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'
import { headText, isPlain } from '../text/plain.ts'

/** The whole text of a document is looked at, but declarations stand at its begin. */
const DECLARATIONS = 64 * 1024
/** A description of the document type outside of it; those of the W3C are in millions of files. */
const DOCTYPE = /<!DOCTYPE\s+[\w.:-]+\s+(?:SYSTEM\s+["']([^"']*)["']|PUBLIC\s+["'][^"']*["']\s+["']([^"']*)["'])/
const KNOWN_TYPES = /^https?:\/\/(?:www\.)?(?:w3\.org|apple\.com|adobe\.com)\//
const ENTITY = /<!ENTITY\s+%?\s*([\w.:-]+)\s+(?:SYSTEM\s+["']([^"']*)["']|PUBLIC\s+["'][^"']*["']\s+["']([^"']*)["'])/g
/** Attributes that hold what somebody wrote. */
const WRITTEN = /^(?:title|name|label|text|value|comment|note|description|alt|inkscape:label|summary)$/i
/** Attributes and elements that become traces, by local name. */
const FIELDS: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  'sodipodi:docname': ['path', 'Name of the file when it was saved.'],
  'inkscape:version': ['application', 'Version of Inkscape that saved it.'],
  'inkscape:export-filename': ['path', 'Where a picture of it was written on the machine that saved it.'],
  pathurl: ['path', 'Where a piece of material lay on the machine that saved it.'],
  src: ['link', 'An address or file that the document points to.'],
  'xlink:href': ['link', 'An address or file that the document points to.'],
  creator: ['author', 'Name as entered; anybody can set it.'],
  author: ['author', 'Name as entered; anybody can set it.'],
  generator: ['application', 'Program that wrote it, as it states.'],
}

/** XML without a reader of its own, SVG and XMP sidecars among it: texts by element, who, with what. Entities are never resolved, and what they name outside is told. */
export const xml: FormatReader = {
  name: 'xml',
  summary: 'XML, SVG, XMP sidecar: texts by element, program, author, paths; outside entities are named, never fetched',
  extensions: ['.xml', '.svg', '.xmp', '.xsl', '.fcpxml', '.rss', '.kml'],
  source: 'W3C XML 1.0; W3C SVG 2; Adobe XMP Specification Part 3',
  sniff: (head, name) =>
    isPlain(head) &&
    (/^\ufeff?\s*<(?:\?xml|\?xpacket|!DOCTYPE (?!html)|svg[\s>]|x:xmpmeta)/i.test(headText(head, 1024)) ||
      (/\.(xml|svg|xmp|xsl|fcpxml|rss|kml)$/i.test(name) && /^\ufeff?\s*</.test(headText(head, 1024)))),
  read(bytes) {
    const draft = new Draft()
    const start = headText(bytes, DECLARATIONS)
    for (const [, name = '', system, open] of start.matchAll(ENTITY)) {
      draft.warn('external-entity', `entity ${name.slice(0, 60)} names something outside the document: it was not fetched`)
      draft.traceOnce('link', system ?? open, 'What an entity of the document names outside of it. It was not fetched.')
    }
    const type = DOCTYPE.exec(start)
    const outside = type?.[1] ?? type?.[2]
    if (outside !== undefined && !KNOWN_TYPES.test(outside)) {
      draft.warn('external-entity', 'the document type names something outside the document: it was not fetched')
      draft.traceOnce('link', outside, 'What the document type names outside of the document. It was not fetched.')
    }
    if (/<rdf:RDF|<x:x[am]pmeta/.test(start) && !/<svg[\s>]/.test(start)) readXmp(bytes, draft)
    else texts(bytes, draft)
    return draft.done('xml')
  },
}

function texts(bytes: Uint8Array, draft: Draft): void {
  const open: string[] = []
  let row = 0
  let text = ''
  const say = (value: string, block: string) => {
    if (value.trim() === '' || draft.isFull) return
    draft.passage(value, { kind: 'paragraph', part: 'xml', index: ++row }, { role: 'text', block, row })
  }
  const flush = () => {
    const name = open.at(-1) ?? ''
    const known = FIELDS[name.slice(name.indexOf(':') + 1)]
    if (known && text.trim() !== '') draft.traceOnce(known[0], text, known[1])
    // Programs and styles are no text.
    if (!/^(?:script|style)$/i.test(name)) say(text, open.slice(-3).join('/'))
    text = ''
  }
  walkXml(
    bytes,
    'xml',
    {
      open(name, attributes) {
        flush()
        open.push(name)
        for (const [key, value] of Object.entries(attributes)) {
          const known = own(FIELDS, key)
          if (known && value.length < 2000 && !value.startsWith('#') && !value.startsWith('data:'))
            draft.traceOnce(known[0], key === 'inkscape:version' ? `Inkscape ${value}` : value, known[1])
          // Words, not numbers and ids.
          if (WRITTEN.test(key) && /[^\x20-\x7e]|[A-Za-z]+ [A-Za-z]/.test(value)) say(value, `${name}@${key}`)
        }
      },
      text(piece) {
        text += piece
      },
      close() {
        flush()
        open.pop()
      },
    },
    draft,
  )
}
