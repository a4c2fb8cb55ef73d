import { LIMITS } from '../../base/limits.ts'
import { addMember } from '../containers/container.ts'
import { inflate } from '../containers/inflate.ts'
import { Draft } from '../draft.ts'
import { isOle, type Ole, openOle } from '../office/ole.ts'
import { readPropertySets } from '../office/property-sets.ts'
import type { FormatReader, ReadContext } from '../reader.ts'

const SIGNATURE = 'HWP Document File'
const FLAGS_AT = 36
const COMPRESSED = 1
const ENCRYPTED = 2
const DISTRIBUTED = 4
/** Tag of a paragraph's text (0x10 + 51) and of a face name. */
const PARA_TEXT = 67
const FACE_NAME = 19

/** Hangul documents of version 5: paragraphs, pictures inside, who, with which version on which system, fonts. Hangul is a South Korean program that is used elsewhere too. */
export const hwp: FormatReader = {
  name: 'hwp',
  summary: 'Hangul document (HWP 5): paragraphs, author, program and system, fonts, pictures inside',
  extensions: ['.hwp', '.hwt'],
  source: 'Hancom, Hangul document file format 5.0 (revision 1.3); MS-CFB; MS-OLEPS',
  sniff: (head, _, bytes) => isOle(head) && openOle(bytes).streams.has('FileHeader') && openOle(bytes).streams.has('DocInfo'),
  async read(bytes, context) {
    const draft = new Draft()
    const ole = openOle(bytes)
    if (ole.flaw !== undefined) draft.cut('damaged', `compound file: ${ole.flaw}`)
    readPropertySets(ole, draft)
    const header = ole.streams.get('FileHeader')?.bytes() ?? Buffer.alloc(0)
    if (header.length < FLAGS_AT + 4 || !header.toString('latin1').startsWith(SIGNATURE)) {
      draft.cut('damaged', 'the file header is not that of Hangul')
      return draft.done('hwp')
    }
    draft.trace('formatVersion', [35, 34, 33, 32].map((at) => header[at]).join('.'), 'Version of the format.')
    const flags = header.readUInt32LE(FLAGS_AT)
    if ((flags & (ENCRYPTED | DISTRIBUTED)) !== 0) {
      const how = (flags & ENCRYPTED) !== 0 ? 'password' : 'distribution (no copying, no printing)'
      draft.trace('protection', how, 'The text is encrypted and was not read; what programs show without it was.')
      draft.cut('encrypted', `the text is protected: ${how}`)
    } else await content(ole, (flags & COMPRESSED) !== 0, context, draft)
    const preview = ole.streams.get('PrvText')?.bytes()
    if (preview && draft.passages.length === 0)
      for (const [index, line] of preview.toString('utf16le').split(/\r?\n/).entries())
        draft.passage(line, { kind: 'paragraph', part: 'preview', index: index + 1 }, { role: 'text', block: 'preview', row: index })
    return draft.done('hwp')
  },
}

async function content(ole: Ole, isPacked: boolean, context: ReadContext, draft: Draft): Promise<void> {
  const { budget } = context
  const plain = (raw: Buffer, path: string): Buffer => {
    if (!isPacked) return raw
    const inflated = inflate('raw', raw, Math.min(LIMITS.memberBytes, budget.bytes))
    if (inflated.data === undefined) draft.cut(inflated.outcome === 'too-large' ? 'part-limit' : 'damaged', `${path} cannot be inflated`)
    else if (inflated.outcome === 'truncated') draft.cut('truncated', `${path} is cut short`)
    budget.bytes -= inflated.data?.length ?? 0
    return Buffer.from(inflated.data ?? new Uint8Array())
  }
  const info = ole.streams.get('DocInfo')
  if (info)
    for (const { tag, data } of records(plain(info.bytes(), 'DocInfo')))
      if (tag === FACE_NAME && data.length >= 3)
        draft.traceOnce(
          'font',
          data.toString('utf16le', 3, 3 + data.readUInt16LE(1) * 2),
          'Font that the document lists; new documents list those of the program.',
        )
  for (const [path, stream] of [...ole.streams].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (/^BodyText\/Section\d+$/.test(path)) {
      let index = 0
      for (const { tag, data } of records(plain(stream.bytes(), path)))
        if (tag === PARA_TEXT)
          draft.passage(paragraph(data), { kind: 'paragraph', part: path, index: ++index }, { role: 'text', block: path, row: index })
    } else if (/^BinData\/.*\.(png|jpe?g|bmp|gif|tiff?|wmf|emf)$/i.test(path))
      await addMember(path, plain(stream.bytes(), path), { context, draft })
  }
}

/** Records: a number of 32 bits with tag (10), level (10) and size (12; 4095 means that the size follows). */
function* records(data: Buffer): Generator<{ tag: number; data: Buffer }> {
  for (let at = 0, count = 0; at + 4 <= data.length && count < LIMITS.officeRecords; count++) {
    const head = data.readUInt32LE(at)
    let size = head >>> 20
    at += 4
    if (size === 4095 && at + 4 <= data.length) {
      size = data.readUInt32LE(at)
      at += 4
    }
    yield { tag: head & 1023, data: data.subarray(at, at + size) }
    at += size
  }
}

/** UTF-16 text; a control character below 32 stands for itself or takes eight units. */
function paragraph(data: Buffer): string {
  let text = ''
  for (let at = 0; at + 2 <= data.length; at += 2) {
    const unit = data.readUInt16LE(at)
    if (unit >= 32) text += String.fromCharCode(unit)
    else if (unit === 10 || unit === 13) text += '\n'
    else if (unit === 9) text += '\t'
    if (unit < 32 && ![0, 10, 13, 24, 25, 26, 27, 28, 29, 30, 31].includes(unit)) at += 14
  }
  return text
}
