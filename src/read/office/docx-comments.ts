import type { Draft } from '../draft.ts'
import type { Usage } from '../usage.ts'
import { paragraphHandler, traceLocalClock } from './docx-paragraphs.ts'
import { type OfficePackage, walkLocal } from './ooxml.ts'

/** The paragraphs of one comment, with their running numbers in the comments part. */
export interface CommentText {
  readonly author: string
  readonly lines: { readonly index: number; readonly text: string }[]
}

/** Comments by their id, in the order of the part. */
export type CommentTexts = Map<string, CommentText>

/** Reads the comments part; nothing is added to the draft's passages yet. Authors and their clocks become traces. */
export function readComments(
  office: OfficePackage,
  main: string,
  usage: { readonly fonts: Usage; readonly locales: Usage },
  draft: Draft,
): CommentTexts {
  const comments: CommentTexts = new Map()
  const authors = new Map<string, number>()
  for (const name of office.related(main, 'comments', /^word\/comments\.xml$/).slice(0, 1)) {
    const part = office.part(name)
    if (!part) continue
    let current: CommentText | undefined
    const handler = paragraphHandler(
      { usage, draft, emit: ({ index, text }) => current?.lines.push({ index, text }) },
      {
        open(tag, attribute) {
          if (tag !== 'comment') return
          const author = attribute('author') ?? ''
          current = { author, lines: [] }
          // A repeated id would hide the comment before it.
          const id = attribute('id') ?? ''
          comments.set(comments.has(id) ? `${id}#${comments.size}` : id, current)
          authors.set(author, (authors.get(author) ?? 0) + 1)
          traceLocalClock(attribute, draft)
        },
      },
    )
    walkLocal(part, name, handler, draft)
  }
  for (const [author, count] of [...authors].slice(0, 200))
    draft.trace('commentAuthor', author, `Account name on ${count} ${count === 1 ? 'comment' : 'comments'}; anybody can set it.`)
  if (authors.size > 200) draft.cut('author-limit', `${authors.size} comment authors: 200 were kept`)
  return comments
}

/** Adds a comment's paragraphs to the passages. */
export function emitComment({ lines }: CommentText, draft: Draft): void {
  for (const { index, text } of lines)
    draft.passage(text, { kind: 'paragraph', part: 'comment', index }, { role: 'comment', block: 'comment', row: index - 1 })
}
