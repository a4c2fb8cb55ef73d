import { readToonzHistory } from '../animation/toonz-history.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'

/** Bytes after the header in which the history is looked for; it is the first tag that programs write. */
const HISTORY_BYTES = 64 * 1024
const CREATOR_BYTES = 32
/** Rows of the history stand side by side, each between bars. */
const ROW_EDGE = /(?<=\|)(?=\|)/

/** OpenToonz drawings: vector levels (PLI) with the computer and account of each save, raster levels (TLV) with program and size. Drawings are not decoded. */
export const pli: FormatReader = {
  name: 'pli',
  summary: 'OpenToonz vector or raster level: program, computer and account of each save, size',
  extensions: ['.pli', '.tlv'],
  source: 'OpenToonz source, toonz/sources/image/pli and image/tzp',
  sniff: (head) => /^(PLIMG\0|TLV1\dB1a)/.test(Buffer.from(head.subarray(0, 8)).toString('latin1')),
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (file.toString('latin1', 0, 4) === 'TLV1') raster(file, draft)
    else vector(file, draft)
    return draft.done('pli')
  },
}

function application(name: string, draft: Draft): void {
  draft.trace('application', name.replace(/\0.*$/s, ''), 'Program and version that saved the level.')
}

function raster(file: Buffer, draft: Draft): void {
  if (file.length < 72) {
    draft.cut('truncated', `the header is cut short: ${file.length} bytes`)
    return
  }
  application(file.toString('latin1', 8, 8 + CREATOR_BYTES), draft)
  // After the creator: header size, then width, height, frames and the offsets of the tables of frames and icons, all little endian.
  const [width, height, frames] = [file.readUInt32LE(52), file.readUInt32LE(56), file.readUInt32LE(60)]
  draft.trace('dimensions', `${width}x${height}`, 'Width and height of the drawings in pixels.')
  draft.trace('duration', `${frames} frames`, 'Drawings of the level.')
  const tables = [file.readUInt32LE(64), file.readUInt32LE(68)]
  if (tables.some((table) => table > file.length))
    draft.cut('truncated', `the tables of drawings stand beyond the end: ${file.length} bytes are there`)
  else if (file.length < (tables[1] ?? 0)) draft.cut('truncated', 'the level ends before its icons')
}

function vector(file: Buffer, draft: Draft): void {
  const size = file.length >= 8 ? file.readUInt16LE(6) : 0
  if (size === 0 || file.length < 8 + size) {
    draft.cut('truncated', `the header is cut short: ${file.length} bytes`)
    return
  }
  application(file.toString('latin1', 8, 8 + size), draft)
  const head = file.toString('latin1', 8 + size, 8 + size + HISTORY_BYTES)
  const start = head.indexOf('| #')
  const place = (offset: number) => ({ kind: 'bytes', from: 8 + size + start + offset, to: 8 + size + start + offset + 1 }) as const
  if (start >= 0) {
    const end = head.slice(start).search(/\|[^|# -~]/)
    readToonzHistory(head.slice(start, end < 0 ? undefined : start + end + 1), ROW_EDGE, place, draft)
  }
  // The last tag of a level is a single zero byte.
  if (file.at(-1) !== 0) draft.cut('truncated', 'the level ends without its last tag')
}
