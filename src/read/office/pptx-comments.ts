import { type OfficePackage, walkLocal } from './ooxml.ts'
import type { SlideText } from './pptx-slide.ts'

const AUTHOR = 'Account name of who wrote a comment; anybody can set it.'

/** Adds the comments of a slide: older ones (`p:cm` with `p:text`) and modern threads, an answer after what it answers. Authors become traces. */
export function readSlideComments(office: OfficePackage, main: string, slide: string, text: SlideText): void {
  const parts = office.relations(slide).filter(({ type, isExternal }) => type === 'comments' && !isExternal)
  if (parts.length === 0) return
  const authors = readAuthors(office, main, text)
  const block = `slide${text.slide}:comments`
  let row = 0
  for (const { target } of parts) {
    const part = office.part(target)
    if (!part) continue
    // The file has answers before what they answer.
    let thread: { first: string; answers: string[] } = { first: '', answers: [] }
    let body: string | undefined
    let inText = false
    let inAnswers = false
    const end = () => {
      if (inAnswers) thread.answers.push(body ?? '')
      else thread.first = body ?? ''
      body = undefined
      inText = false
    }
    const emit = () => {
      for (const comment of [thread.first, ...thread.answers])
        if (comment.trim() !== '')
          text.draft.passage(comment, { kind: 'slide', slide: text.slide, index: text.next++ }, { role: 'comment', block, row: row++ })
      thread = { first: '', answers: [] }
    }
    walkLocal(
      part,
      target,
      {
        open(tag, attribute) {
          if (tag === 'cm' || tag === 'reply') text.draft.traceOnce('commentAuthor', authors.get(attribute('authorId') ?? ''), AUTHOR)
          if (tag === 'replyLst') inAnswers = true
          else if (tag === 'text') {
            body = ''
            inText = true
          } else if (tag === 'txBody') body = ''
          else if (tag === 't' && body !== undefined) inText = true
          else if ((tag === 'p' || tag === 'br') && body) body += '\n'
        },
        text(piece) {
          if (inText && body !== undefined) body += piece
        },
        close(tag) {
          if (tag === 't') inText = false
          else if (tag === 'text' || tag === 'txBody') end()
          else if (tag === 'replyLst') inAnswers = false
          else if (tag === 'cm') emit()
        },
      },
      text.draft,
    )
    emit()
  }
}

function readAuthors(office: OfficePackage, main: string, { draft }: SlideText): Map<string, string> {
  const authors = new Map<string, string>()
  const named = office.relations(main).filter(({ type, isExternal }) => /^(commentAuthors|authors)$/.test(type) && !isExternal)
  for (const { target } of named) {
    const part = office.part(target)
    const open = (tag: string, attribute: (local: string) => string | undefined) => {
      if (tag === 'cmAuthor' || tag === 'author') authors.set(attribute('id') ?? '', attribute('name') ?? '')
    }
    if (part) walkLocal(part, target, { open }, draft)
  }
  return authors
}
