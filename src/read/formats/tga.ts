import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'

const FOOTER = 'TRUEVISION-XFILE.\0'
const EXTENSION_BYTES = 495

/** Truevision pictures (TGA) with the footer of version 2: size, author, comment, time, job, program. */
export const tga: FormatReader = {
  name: 'tga',
  summary: 'Truevision picture (TGA): size, author, comment, time, job, program',
  extensions: ['.tga', '.vda', '.icb', '.vst'],
  source: 'Truevision TGA File Format Specification 2.0',
  sniff(head, name, bytes) {
    if (Buffer.from(bytes.subarray(Math.max(0, bytes.length - 18))).toString('latin1') === FOOTER) return true
    // Version 1 has no mark: its header must make sense, and its name say so.
    return (
      /\.(tga|vda|icb|vst)$/i.test(name) &&
      head.length > 18 &&
      [1, 2, 3, 9, 10, 11].includes(head[2] ?? 0) &&
      (head[1] ?? 2) <= 1 &&
      [8, 15, 16, 24, 32].includes(head[16] ?? 0)
    )
  },
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (file.length < 18) {
      draft.cut('truncated', 'the header is cut short')
      return draft.done('tga')
    }
    const [width, height] = [file.readUInt16LE(12), file.readUInt16LE(14)]
    draft.trace('dimensions', `${width}x${height}`, 'Width and height in pixels.')
    const hasFooter = file.length >= 44 && file.toString('latin1', file.length - 18) === FOOTER
    if (!hasFooter) draft.cut('no-end-mark', 'the file has no footer: it is of version 1, or cut short')
    const from = hasFooter ? file.readUInt32LE(file.length - 26) : 0
    if (from > 0 && from + EXTENSION_BYTES <= file.length)
      extension(file.subarray(from, from + EXTENSION_BYTES), { kind: 'bytes', from, to: from + EXTENSION_BYTES }, draft)
    return draft.done('tga')
  },
}

function extension(area: Buffer, at: { kind: 'bytes'; from: number; to: number }, draft: Draft): void {
  const text = (from: number, size: number) => metadataText(area.subarray(from, from + size)).replace(/\0.*$/s, '')
  const numbers = (from: number) => [0, 2, 4].map((shift) => area.readUInt16LE(from + shift))
  draft.trace('author', text(2, 41), 'Name as entered; anybody can set it.', at)
  const comment = [43, 124, 205, 286].map((from) => text(from, 81)).filter((line) => line.trim() !== '')
  draft.passage(comment.join('\n'), at, { role: 'comment', block: 'comment' })
  const [month = 0, day = 0, year = 0] = numbers(367)
  const two = (value: number) => String(value).padStart(2, '0')
  if (year > 0)
    draft.trace(
      'created',
      `${year}-${two(month)}-${two(day)}T${numbers(373).map(two).join(':')}`,
      'Local clock of the machine that saved it; no zone is stated here.',
      at,
    )
  draft.trace('title', text(379, 41), 'Name of the job as entered.', at)
  draft.trace('application', text(426, 41), 'Program that saved it, as it states.', at)
}
