import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'

const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b
const COMMENT = 0xfe
const APPLICATION = 0xff
const PLAIN_TEXT = 0x01

/** GIF pictures: size, comments, XMP, program blocks. What is drawn in the picture is not read. */
export const gif: FormatReader = {
  name: 'gif',
  summary: 'GIF picture: size, comments, XMP',
  extensions: ['.gif'],
  source: 'CompuServe, Graphics Interchange Format version 89a; XMP Specification Part 3',
  sniff: (head) => /^GIF8[79]a/.test(Buffer.from(head.subarray(0, 6)).toString('latin1')),
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (file.length >= 10) draft.trace('dimensions', `${file.readUInt16LE(6)}x${file.readUInt16LE(8)}`, 'Width and height in pixels.')
    let at = 13 + paletteBytes(file[10] ?? 0)
    let isEnded = false
    for (let count = 0; at < file.length && !isEnded && count < LIMITS.mediaParts; count++) {
      const kind = file[at]
      if (kind === TRAILER) isEnded = true
      else if (kind === EXTENSION) at = extension(file, at, draft)
      else if (kind === IMAGE) at = subBlocks(file, at + 10 + paletteBytes(file[at + 9] ?? 0) + 1).end
      else break
    }
    if (!isEnded) draft.cut('truncated', `the picture is cut short or damaged at byte ${Math.min(at, file.length)}`)
    return draft.done('gif')
  },
}

function paletteBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}

/** Blocks of up to 255 bytes until an empty one: their place, and where the next thing begins. */
function subBlocks(file: Buffer, from: number): { readonly blocks: readonly Buffer[]; readonly end: number } {
  const blocks: Buffer[] = []
  let at = from
  while (at < file.length && file[at] !== 0) {
    const size = file[at] ?? 0
    if (blocks.length < LIMITS.mediaParts) blocks.push(file.subarray(at + 1, at + 1 + size))
    at += size + 1
  }
  return { blocks, end: at + 1 }
}

function extension(file: Buffer, at: number, draft: Draft): number {
  const label = file[at + 1]
  const { blocks, end } = subBlocks(file, at + 2)
  const place = { kind: 'bytes', from: at, to: Math.min(end, file.length) } as const
  if (label === COMMENT) draft.passage(metadataText(Buffer.concat(blocks)), place, { role: 'comment', block: 'comment' })
  else if (label === PLAIN_TEXT) draft.passage(metadataText(Buffer.concat(blocks.slice(1))), place, { role: 'note', block: 'text' })
  else if (label === APPLICATION) {
    const name = blocks[0]?.toString('latin1') ?? ''
    // An XMP packet stands in the file as it is, followed by bytes that make every reading of it as blocks end well.
    if (name.startsWith('XMP DataXMP')) readXmp(file.subarray(at + 14, Math.max(at + 14, end - 258)), draft, place)
    else if (!/^(NETSCAPE2\.0|ANIMEXTS1\.0|ICCRGBG1)/.test(name))
      draft.traceOnce('application', name.slice(0, 8), 'Program that left a block of its own.', place)
  }
  return end
}
