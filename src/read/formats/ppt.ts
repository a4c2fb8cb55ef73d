import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import { isOle, openOle } from '../office/ole.ts'
import { readPropertySets } from '../office/property-sets.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'

const DOCUMENT = 'PowerPoint Document'
/** Kinds of records (MS-PPT 2.13.24). */
const TEXT_CHARS = 4000
const TEXT_BYTES = 4008
const STRING = 4026
const COMMENT = 12_000
const FONT = 4023

/** Presentations of before 2007: texts, comments with their authors, fonts, the account that saved it, properties. */
export const ppt: FormatReader = {
  name: 'ppt',
  summary: 'Presentation before 2007 (PPT): texts, comments, fonts, account that saved it, properties',
  extensions: ['.ppt', '.pps', '.pot', '.dps'],
  source: 'MS-PPT; MS-CFB; MS-OLEPS',
  sniff: (head, _, bytes) => isOle(head) && openOle(bytes).streams.has(DOCUMENT),
  read(bytes) {
    const draft = new Draft()
    const ole = openOle(bytes)
    if (ole.flaw !== undefined) draft.cut('damaged', `compound file: ${ole.flaw}`)
    readPropertySets(ole, draft)
    const user = ole.streams.get('Current User')?.bytes()
    if (user && user.length > 28) {
      const name = metadataText(user.subarray(28, 28 + Math.min(255, user.readUInt16LE(20))))
      // LibreOffice writes these words for everybody.
      if (name !== 'Current User')
        draft.traceOnce('lastModifiedBy', name, 'Account name of who saved it last; a shared template or a renamed account shows the same.')
    }
    const stream = ole.streams.get(DOCUMENT)?.bytes() ?? Buffer.alloc(0)
    if (!walk(stream, draft)) draft.cut('truncated', 'the stream of slides is cut short')
    return draft.done('ppt')
  },
}

/** Records: version and instance, kind, size; version 15 holds records. Containers are entered, everything else is passed by. False when the last is cut. */
function walk(stream: Buffer, draft: Draft): boolean {
  let comment = false
  let at = 0
  for (let count = 0; at + 8 <= stream.length; count++) {
    if (count >= LIMITS.officeRecords) {
      draft.cut('part-limit', `more than ${LIMITS.officeRecords} records: the rest was not read`)
      return true
    }
    const [head, kind, size] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2), stream.readUInt32LE(at + 4)]
    const from = at + 8
    if ((head & 15) === 15) {
      comment = kind === COMMENT
      at = from
      continue
    }
    if (from + size > stream.length) return false
    record({ kind, instance: head >> 4, data: stream.subarray(from, from + size), from }, comment, draft)
    at = from + size
  }
  return at >= stream.length - 8
}

interface Atom {
  readonly kind: number
  readonly instance: number
  readonly data: Buffer
  readonly from: number
}

function record({ kind, instance, data, from }: Atom, isComment: boolean, draft: Draft): void {
  const at = { kind: 'bytes', from, to: from + data.length } as const
  const wide = () => data.toString('utf16le').replace(/\0.*$/s, '')
  if (kind === TEXT_CHARS || kind === TEXT_BYTES) {
    const text = kind === TEXT_CHARS ? data.toString('utf16le') : data.toString('latin1')
    // The masters' own prompts are the program's words.
    if (!/^(\*$|Click to edit|单击此处编辑|마스터 (제목|텍스트) 스타일)/.test(text))
      draft.passage(text.replaceAll('\r', '\n').replaceAll('\v', '\n'), at, { role: 'text', block: 'slides', row: from })
  } else if (kind === STRING && isComment && instance === 0)
    draft.traceOnce('commentAuthor', wide(), 'Name of who left a comment; anybody can set it.', at)
  else if (kind === STRING && isComment && instance === 1) draft.passage(wide(), at, { role: 'comment', block: 'comments', row: from })
  else if (kind === FONT) draft.traceOnce('font', wide(), 'Font that the presentation lists; fonts come with systems and programs.')
}
