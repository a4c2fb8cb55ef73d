import type { Draft } from '../draft.ts'
import { type CommentTexts, emitComment, readComments } from '../office/docx-comments.ts'
import { type DocxPart, walkParagraphs } from '../office/docx-paragraphs.ts'
import { traceSettings } from '../office/docx-settings.ts'
import { isOffice, type OfficeKind, readOffice } from '../office/office-file.ts'
import type { OfficePackage } from '../office/ooxml.ts'
import type { FormatReader } from '../reader.ts'
import { fontMeaning, localeMeaning, Usage } from '../usage.ts'

const KIND: OfficeKind = { name: 'docx', extensions: ['.docx', '.docm', '.dotx', '.dotm'], main: 'word/document.xml' }

/** Word documents: paragraphs and table cells, comments after the paragraph they hang on, notes, headers, deleted text, properties, fonts and languages. */
export const docx: FormatReader = {
  name: KIND.name,
  summary: 'Word document (DOCX): text, comments, tracked changes, properties, fonts, languages',
  extensions: KIND.extensions,
  source: 'ECMA-376 Part 1, WordprocessingML; MS-DOCX',
  sniff: (head, name) => isOffice(KIND, head, name),
  read: (bytes, context) =>
    readOffice(KIND, bytes, context, (office, main, draft) => {
      const usage = { fonts: new Usage(), locales: new Usage() }
      const comments = readComments(office, main, usage, draft)
      const body = office.part(main)
      if (body) readBody({ data: body, name: main, label: 'body' }, comments, usage, draft)
      else draft.cut('damaged', `${main} is missing`)
      for (const comment of comments.values()) emitComment(comment, draft)
      for (const part of otherParts(office, main)) walkParagraphs(part, usage, draft)
      usage.locales.trace(draft, 'locale', localeMeaning)
      usage.fonts.trace(draft, 'font', fontMeaning)
      traceSettings(office, main, draft)
    }),
}

type UsageOfText = { readonly fonts: Usage; readonly locales: Usage }

/** The body, with each comment right after the paragraph where its reference stands, so that both are neighbours in reading order. */
function readBody(part: DocxPart, comments: CommentTexts, usage: UsageOfText, draft: Draft): void {
  walkParagraphs(part, usage, draft, (ids) => {
    for (const id of ids) {
      const comment = comments.get(id)
      if (comment) emitComment(comment, draft)
      comments.delete(id)
    }
  })
}

/** Notes, headers and footers, in the order of their names. */
function otherParts(office: OfficePackage, main: string): DocxPart[] {
  const parts: DocxPart[] = []
  for (const type of ['footnotes', 'endnotes', 'header', 'footer'])
    for (const name of [...office.related(main, type, new RegExp(`^word/${type}\\d*\\.xml$`))].sort()) {
      const data = office.part(name)
      const label = name.slice(name.lastIndexOf('/') + 1).replace(/\.xml$/, '')
      if (data) parts.push({ data, name, label, ...(type.endsWith('notes') ? { role: 'note' as const } : {}) })
    }
  return parts
}
