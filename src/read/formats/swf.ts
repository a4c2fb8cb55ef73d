import { LIMITS } from '../../base/limits.ts'
import { inflate } from '../containers/inflate.ts'
import { Draft } from '../draft.ts'
import { rectAt } from '../film/bits.ts'
import { traceDimensions, traceDuration, traceFrameRate } from '../film/named-tags.ts'
import { readSwfTags } from '../film/swf-tags.ts'
import type { FormatReader } from '../reader.ts'

const HEAD_BYTES = 8
const TWIPS = 20

/** Flash films: compilers, dates, fonts, names of symbols and frames, texts of fields. Drawings and code are not looked at. */
export const swf: FormatReader = {
  name: 'swf',
  summary: 'Flash film: compilers, dates, fonts, names of symbols and frames, texts',
  extensions: ['.swf'],
  source: 'Adobe SWF File Format Specification 19',
  sniff(head) {
    const file = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, HEAD_BYTES))
    const version = file[3] ?? 0
    // Versions go to 51; letters begin at 65, so that text which begins like this is text.
    return /^[FCZ]WS$/.test(file.toString('latin1', 0, 3)) && version > 0 && version < 60 && file.length === HEAD_BYTES
  },
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    draft.trace('formatVersion', String(file[3]), 'Version of Flash that the film asks for.')
    const body = unpacked(file, draft)
    if (!body) return draft.done('swf')
    const frame = rectAt(body, 0)
    traceDimensions(draft, Math.round(frame.width / TWIPS), Math.round(frame.height / TWIPS))
    const at = frame.bytes
    if (at + 4 > body.length) {
      draft.cut('truncated', 'the header is cut short')
      return draft.done('swf')
    }
    const rate = body.readUInt16LE(at) / 256
    traceFrameRate(draft, rate)
    traceDuration(draft, body.readUInt16LE(at + 2) / rate)
    if (!readSwfTags(body, at + 4, draft)) draft.cut('truncated', 'the film ends before its end tag')
    return draft.done('swf')
  },
}

/** The film after its first eight bytes, which state how long it is when unpacked. */
function unpacked(file: Buffer, draft: Draft): Buffer | undefined {
  const kind = file.toString('latin1', 0, 1)
  const stated = file.readUInt32LE(4)
  const packed = file.subarray(HEAD_BYTES)
  if (kind === 'Z') {
    draft.cut('not-unpacked', 'the film is packed with LZMA, which is not unpacked here')
    return undefined
  }
  if (kind === 'F') {
    if (stated > file.length) draft.cut('truncated', `the film states ${stated} bytes, and ${file.length} are there`)
    return packed
  }
  const inflated = inflate('zlib', packed, LIMITS.memberBytes)
  if (inflated.outcome !== 'whole') draft.cut(inflated.outcome, `the packed film is ${inflated.outcome}`)
  return inflated.data === undefined ? undefined : Buffer.from(inflated.data)
}
