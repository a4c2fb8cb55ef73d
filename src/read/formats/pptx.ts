import type { Draft } from '../draft.ts'
import { isOffice, type OfficeKind, readOffice } from '../office/office-file.ts'
import { type OfficePackage, walkLocal } from '../office/ooxml.ts'
import { readSlideComments } from '../office/pptx-comments.ts'
import { type SlideText, walkSlide } from '../office/pptx-slide.ts'
import type { FormatReader } from '../reader.ts'
import { fontMeaning, localeMeaning, Usage } from '../usage.ts'

const KIND: OfficeKind = {
  name: 'pptx',
  extensions: ['.pptx', '.pptm', '.ppsx', '.ppsm', '.potx', '.potm'],
  main: 'ppt/presentation.xml',
}

/** Presentations: text frames and tables of each slide, notes, comments, fonts and languages, properties. */
export const pptx: FormatReader = {
  name: KIND.name,
  summary: 'Presentation (PPTX): slides, notes, comments, properties, fonts, languages',
  extensions: KIND.extensions,
  source: 'ECMA-376 Part 1, PresentationML and DrawingML; MS-PPTX for modern comments',
  sniff: (head, name) => isOffice(KIND, head, name),
  read: (bytes, context) =>
    readOffice(KIND, bytes, context, (office, main, draft) => {
      const usage = { fonts: new Usage(), locales: new Usage() }
      for (const [index, name] of slidesOf(office, main, draft).entries()) {
        const text: SlideText = { slide: index + 1, next: 1, usage, draft }
        const part = office.part(name)
        if (part) walkSlide(part, name, { block: `slide${index + 1}`, role: 'text' }, text)
        else draft.cut('damaged', `${name} is missing`)
        for (const notes of office.related(name, 'notesSlide', /$^/)) {
          const notesPart = office.part(notes)
          if (notesPart) walkSlide(notesPart, notes, { block: `slide${index + 1}:notes`, role: 'note' }, text)
        }
        readSlideComments(office, main, name, text)
      }
      usage.locales.trace(draft, 'locale', localeMeaning)
      usage.fonts.trace(draft, 'font', fontMeaning)
    }),
}

/** Slide parts in the order they are shown; when that cannot be read, by their numbers. */
function slidesOf(office: OfficePackage, main: string, draft: Draft): string[] {
  const targets = new Map(office.relations(main).map(({ id, target }) => [id, target]))
  const slides: string[] = []
  const part = office.part(main)
  const open = (tag: string, attribute: (local: string) => string | undefined) => {
    const target = tag === 'sldId' ? targets.get(attribute(':id') ?? '') : undefined
    if (target !== undefined) slides.push(target)
  }
  if (part) walkLocal(part, main, { open }, draft)
  else draft.cut('damaged', `${main} is missing`)
  if (slides.length > 0) return slides
  const number = (name: string) => Number(/\d+/.exec(name.slice(name.lastIndexOf('/')))?.[0] ?? 0)
  return office.names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/i.test(name)).sort((a, b) => number(a) - number(b))
}
