import { readProjectXml, type XmlRule } from '../animation/xml-project.ts'
import { firstMimetype, isZipWith, readZipProject } from '../animation/zip-project.ts'
import { Draft } from '../draft.ts'
import { walkLocal } from '../office/ooxml.ts'
import type { FormatReader } from '../reader.ts'

const meta = (name: string) => new RegExp(`^${name}$`)
const RULES: readonly XmlRule[] = [
  { element: /\/metadata\/title$/, trace: ['title', 'Title as entered.'] },
  { element: /\/metadata\/language$/, trace: ['defaultLocale', 'Language stated for the document; by default that of the program.'] },
]
/** Values of `meta` elements by their name attribute. */
const META: readonly (readonly [
  name: RegExp,
  field: 'author' | 'lastModifiedBy' | 'created' | 'modified' | 'comment' | 'keywords',
  meaning: string,
])[] = [
  [meta('creator'), 'author', 'Account name of who made the file; anybody can set it.'],
  [
    meta('lastsaveby'),
    'lastModifiedBy',
    'Account name of who saved it last; another name than the author is a hand-over or a shared template.',
  ],
  [meta('CreatedDate'), 'created', 'Clock of the machine, in UTC as stated.'],
  [meta('ModifiedDate'), 'modified', 'Clock of the machine, in UTC as stated.'],
  [meta('description'), 'comment', 'Description as entered.'],
  [meta('keyword'), 'keywords', 'Keywords as entered.'],
]

/** Hangul documents as packages (HWPX, OWPML): paragraphs, author, program and system, fonts, pictures inside. */
export const hwpx: FormatReader = {
  name: 'hwpx',
  summary: 'Hangul document as a package (HWPX): paragraphs, author, program and system, fonts, pictures inside',
  extensions: ['.hwpx'],
  source: 'KS X 6101 (OWPML)',
  sniff: (head, _, bytes) =>
    firstMimetype(head) === 'application/hwp+zip' || isZipWith(bytes, ['Contents/header.xml', 'Contents/section0.xml']),
  async read(bytes, context) {
    const draft = new Draft()
    await readZipProject(
      bytes,
      {
        read: [
          [/^Contents\/content\.hpf$/, (part, name) => properties(part, name, draft)],
          [/^version\.xml$/, (part, name) => version(part, name, draft)],
          [/^Contents\/header\.xml$/, (part, name) => fonts(part, name, draft)],
          [/^Contents\/section\d+\.xml$/, (part, name) => paragraphs(part, name, draft)],
        ],
        members: /^BinData\/|^Preview\/PrvImage\.\w+$/,
      },
      context,
      draft,
    )
    return draft.done('hwpx')
  },
}

function properties(part: Uint8Array, name: string, draft: Draft): void {
  readProjectXml(part, name, RULES, draft)
  let key = ''
  let text = ''
  walkLocal(
    part,
    name,
    {
      open(tag, attribute) {
        key = tag === 'meta' ? (attribute('name') ?? '') : ''
        text = ''
      },
      text(piece) {
        text += piece
      },
      close() {
        const known = META.find(([pattern]) => pattern.test(key))
        if (known && text.trim() !== '') draft.traceOnce(known[1], text, known[2])
        key = ''
      },
    },
    draft,
  )
}

function version(part: Uint8Array, name: string, draft: Draft): void {
  walkLocal(
    part,
    name,
    {
      open(tag, attribute) {
        if (tag !== 'HCFVersion') return
        const stated = [attribute('application'), attribute('appVersion')].filter(Boolean).join(' ')
        draft.traceOnce(
          'application',
          stated,
          'Version of Hangul and the system that saved it, as it states; the program is South Korean and used elsewhere too.',
        )
      },
    },
    draft,
  )
}

function fonts(part: Uint8Array, name: string, draft: Draft): void {
  walkLocal(
    part,
    name,
    {
      open(tag, attribute) {
        if (tag === 'font')
          draft.traceOnce('font', attribute('face'), 'Font that the document lists; new documents list those of the program.')
      },
    },
    draft,
  )
}

function paragraphs(part: Uint8Array, name: string, draft: Draft): void {
  const open: string[] = []
  let text = ''
  let isText = false
  let index = 0
  walkLocal(
    part,
    name,
    {
      open(tag) {
        if (tag === 'p') {
          open.push(text)
          text = ''
        } else if (tag === 't') isText = true
        else if (isText && /^(?:lineBreak|tab|nbSpace|fwSpace)$/.test(tag)) text += tag === 'lineBreak' ? '\n' : ' '
      },
      text(piece) {
        if (isText) text += piece
      },
      close(tag) {
        if (tag === 't') isText = false
        else if (tag === 'p') {
          draft.passage(text, { kind: 'paragraph', part: name, index: ++index }, { role: 'text', block: name, row: index })
          // Cells of a table hold paragraphs of their own inside the one that the table stands in.
          text = open.pop() ?? ''
        }
      },
    },
    draft,
  )
}
