import { LIMITS } from '../../base/limits.ts'
import type { TraceName } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { readXmpPackets } from '../pictures/xmp-packets.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'

/** Header comments (Adobe DSC 3.0, 5; Illustrator's AI3 comments) that become traces. */
const COMMENTS: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  Creator: ['application', 'Program that wrote it, as it states.'],
  For: ['author', 'Account or name for whom it was made, as the program took it from the machine.'],
  Title: ['title', 'Title, often the name of the file when it was saved.'],
  CreationDate: ['created', 'Clock of the machine that made it.'],
  Copyright: ['copyright', 'Copyright line as entered.'],
  Routing: ['comment', 'Routing as entered.'],
  Version: ['formatVersion', 'Version as stated.'],
  DocumentFonts: ['font', 'Font that the document uses.'],
  DocumentNeededResources: ['font', 'Font or other resource that the document needs.'],
  AI8_CreatorVersion: ['applicationVersion', 'Version of Illustrator.'],
}
const BINARY = 'c5d0d3c6'
const LINE = /^%%?([A-Za-z0-9_]+): ?(.*)$/

/** PostScript, encapsulated PostScript and old Illustrator files: header comments, XMP. Drawings are not run. */
export const eps: FormatReader = {
  name: 'eps',
  summary: 'PostScript, EPS, old Illustrator: who, program, clock, fonts, XMP',
  extensions: ['.eps', '.ps', '.epsf', '.ai'],
  source: 'Adobe Document Structuring Conventions 3.0; EPSF 3.0',
  sniff(head) {
    const start = Buffer.from(head.subarray(0, 4))
    return start.toString('latin1') === '%!PS' || start.toString('hex') === BINARY
  },
  read(bytes) {
    const draft = new Draft()
    let file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let shift = 0
    if (file.toString('hex', 0, 4) === BINARY && file.length >= 12) {
      shift = file.readUInt32LE(4)
      const end = shift + file.readUInt32LE(8)
      if (end > file.length) draft.cut('truncated', `the file is cut short: ${file.length} of ${end} bytes`)
      file = file.subarray(shift, end)
    }
    if (!/%%EOF\s*$/.test(file.toString('latin1', Math.max(0, file.length - 2048)))) draft.cut('truncated', 'the file has no end mark')
    header(file, shift, draft)
    readXmpPackets(file, draft, shift)
    return draft.done('eps')
  },
}

function header(file: Buffer, shift: number, draft: Draft): void {
  let at = 0
  for (let count = 0; count < 2000 && at < Math.min(file.length, LIMITS.answerBytes); count++) {
    let end = at
    while (end < file.length && file[end] !== 0x0a && file[end] !== 0x0d) end++
    const raw = file.subarray(at, end)
    const found = LINE.exec(raw.toString('latin1'))
    const known = found && COMMENTS[found[1] ?? '']
    if (found && known) {
      const from = at + raw.length - (found[2] ?? '').length
      const text = metadataText(file.subarray(from, end))
        .trim()
        .replace(/^\((.*)\)$/s, '$1')
        .replace(/\)\s*\(/g, ' ')
        .trim()
      if (text !== '(atend)') draft.traceOnce(known[0], text, known[1], { kind: 'bytes', from: shift + at, to: shift + end })
    } else if (/^%%EndComments/.test(raw.toString('latin1', 0, 20))) return
    at = end + 1
  }
}
