import type { Draft } from '../draft.ts'
import { Usage } from '../usage.ts'
import { type OfficePackage, walkLocal } from './ooxml.ts'
import { RichText } from './xlsx-strings.ts'

/** Comment text by cell; a thread is one text with a line per answer. */
export type SheetComments = ReadonlyMap<string, string>

/** Authors that are kept of one sheet. */
const AUTHORS = 200

/** Comments of a sheet: threads where there are some (the plain comment beside a thread only says so), else plain ones. Authors become traces. */
export function readSheetComments(office: OfficePackage, sheet: string, draft: Draft): SheetComments {
  const comments = new Map<string, string>()
  const authors = new Set<string>()
  const related = (type: string) => office.related(sheet, type, /$^/).flatMap((name) => office.part(name) ?? [])
  for (const part of related('comments')) readPlain(part, comments, authors, draft)
  const threads = new Map<string, string>()
  const persons = related('threadedComment').length === 0 ? new Map<string, string>() : readPersons(office, draft)
  for (const part of related('threadedComment')) readThreads(part, threads, { persons, authors }, draft)
  for (const [cell, text] of threads) comments.set(cell, text)
  for (const author of [...authors].slice(0, AUTHORS))
    draft.traceOnce('commentAuthor', author, 'Account name of who wrote a comment; anybody can set it.')
  if (authors.size > AUTHORS) draft.cut('author-limit', `${authors.size} comment authors on a sheet: ${AUTHORS} were kept`)
  return comments
}

function readPlain(part: Uint8Array, comments: Map<string, string>, authors: Set<string>, draft: Draft): void {
  const fonts = new Usage()
  const names: string[] = []
  let author: string | undefined
  let current: { ref: string; name: string; rich: RichText } | undefined
  walkLocal(
    part,
    'comments',
    {
      open(tag, attribute) {
        if (tag === 'author') author = ''
        else if (tag === 'comment')
          current = { ref: attribute('ref') ?? '', name: names[Number(attribute('authorId'))] ?? '', rich: new RichText(fonts) }
        else current?.rich.open(tag, attribute)
      },
      text(piece) {
        if (author !== undefined) author += piece
        else current?.rich.add(piece)
      },
      close(tag) {
        if (tag === 'author') {
          names.push(author ?? '')
          author = undefined
        } else if (tag === 'comment' && current) {
          const { ref, name, rich } = current
          // Excel writes the author's name as a first line of the text.
          const text = name !== '' && rich.text.startsWith(`${name}:`) ? rich.text.slice(name.length + 1) : rich.text
          if (isThread(name)) comments.set(ref, text)
          else add(comments, ref, text)
          if (name !== '' && !isThread(name)) authors.add(name)
          current = undefined
        } else current?.rich.close(tag)
      },
    },
    draft,
  )
}

/** Beside a thread Excel leaves a plain comment, for old versions, whose author is the thread's id. */
function isThread(author: string): boolean {
  return /^tc=\{[0-9A-Fa-f-]+\}$/.test(author)
}

function readThreads(
  part: Uint8Array,
  comments: Map<string, string>,
  { persons, authors }: { readonly persons: ReadonlyMap<string, string>; readonly authors: Set<string> },
  draft: Draft,
): void {
  let ref = ''
  let text: string | undefined
  walkLocal(
    part,
    'threadedComments',
    {
      open(tag, attribute) {
        if (tag === 'threadedComment') {
          ref = attribute('ref') ?? ''
          const person = persons.get(attribute('personId') ?? '')
          if (person !== undefined) authors.add(person)
        } else if (tag === 'text') text = ''
      },
      text(piece) {
        if (text !== undefined) text += piece
      },
      close(tag) {
        if (tag !== 'text') return
        add(comments, ref, text ?? '')
        text = undefined
      },
    },
    draft,
  )
}

function readPersons(office: OfficePackage, draft: Draft): Map<string, string> {
  const persons = new Map<string, string>()
  for (const name of office.names.filter((part) => /^xl\/persons\/[^/]+\.xml$/i.test(part))) {
    const part = office.part(name)
    const open = (tag: string, attribute: (local: string) => string | undefined) => {
      if (tag === 'person') persons.set(attribute('id') ?? '', attribute('displayName') ?? '')
    }
    if (part) walkLocal(part, name, { open }, draft)
  }
  return persons
}

function add(comments: Map<string, string>, ref: string, text: string): void {
  const before = comments.get(ref)
  comments.set(ref, before === undefined ? text.trim() : `${before}\n${text.trim()}`)
}
