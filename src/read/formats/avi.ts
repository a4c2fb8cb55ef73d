import type { Place } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { traceCodecMarks } from '../film/codec-marks.ts'
import { traceDimensions, traceDuration, traceFrameRate, traceTag } from '../film/named-tags.ts'
import { type RiffChunk, riffChunks } from '../film/riff-chunks.ts'
import { chunkText, traceInfo } from '../film/riff-info.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'

/** Members of the `exif` list (Exif 2.3, annex on audio files) that become tags. */
const EXIF_LIST: Readonly<Record<string, string>> = { ecor: 'make', emdl: 'model', etim: 'creation time' }
/** Bytes of padding and of driver data that are looked at for a name. */
const NAME_BYTES = 256

/** AVI films: program, dates, titles, streams, codecs, length. Pictures and sound are not looked at. */
export const avi: FormatReader = {
  name: 'avi',
  summary: 'AVI film: programs, dates, titles, streams, codecs',
  extensions: ['.avi', '.divx'],
  source: 'Microsoft AVI RIFF File Reference; OpenDML AVI File Format Extensions 1.02',
  sniff(head) {
    const file = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 12))
    return file.toString('latin1', 0, 4) === 'RIFF' && /^AVI[ X]$/.test(file.toString('latin1', 8, 12))
  },
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const stream = { kind: '' }
    for (const chunk of riffChunks(file, draft)) readChunk(file, chunk, stream, draft)
    return draft.done('avi')
  },
}

function readChunk(file: Buffer, chunk: RiffChunk, stream: { kind: string }, draft: Draft): void {
  const { id, lists, from, to } = chunk
  const at: Place = { kind: 'bytes', from, to }
  const list = lists.at(-1)
  if (id === 'LIST') {
    if (list === 'movi') traceCodecMarks(file, from, to, draft)
  } else if (list === 'INFO') traceInfo(file, chunk, draft)
  else if (list === 'exif') exifList(file, chunk, draft)
  else if (id === 'avih' && to - from >= 40) {
    const frameUs = file.readUInt32LE(from)
    traceDimensions(draft, file.readUInt32LE(from + 32), file.readUInt32LE(from + 36), at)
    traceDuration(draft, (file.readUInt32LE(from + 16) * frameUs) / 1e6, at)
  } else if (id === 'strh' && to - from >= 36) streamHeader(file, from, to, stream, draft)
  else if (id === 'strf' && stream.kind === 'vids' && to - from >= 20) codec(draft, file.toString('latin1', from + 16, from + 20), at)
  else if (id === 'strn') {
    const name = chunkText(file, chunk)
    draft.passage(name, at, { role: 'name', block: 'streams' })
    draft.traceOnce('handler', name, 'Name of a stream as the program gave it.', at)
  } else if (id === 'strd' || id === 'JUNK') hiddenName(file, chunk, draft)
  else if (id === 'IDIT') traceTag(draft, 'creation time', chunkText(file, chunk), at)
  else if (id === '_PMX') readXmp(file.subarray(from, to), draft, at)
}

function streamHeader(file: Buffer, from: number, to: number, stream: { kind: string }, draft: Draft): void {
  const at: Place = { kind: 'bytes', from, to }
  stream.kind = file.toString('latin1', from, from + 4)
  if (stream.kind !== 'vids') return
  codec(draft, file.toString('latin1', from + 4, from + 8), at)
  const scale = file.readUInt32LE(from + 20)
  if (scale > 0) traceFrameRate(draft, file.readUInt32LE(from + 24) / scale, at)
}

function codec(draft: Draft, letters: string, at: Place): void {
  if (/^[\x20-\x7e]{4}$/.test(letters)) draft.traceOnce('codec', letters, 'Codec of a stream.', at)
}

/** Counted text in the list that cameras write; some cameras write a version, some a maker's own form. */
function exifList(file: Buffer, chunk: RiffChunk, draft: Draft): void {
  const name = EXIF_LIST[chunk.id]
  if (name !== undefined) traceTag(draft, name, chunkText(file, chunk), { kind: 'bytes', from: chunk.from, to: chunk.to })
}

/** VirtualDub and others write their name into padding, cameras and drivers into the data of a stream. */
function hiddenName(file: Buffer, { id, from, to }: RiffChunk, draft: Draft): void {
  const found = /[\x20-\x7e]{6,}/.exec(file.toString('latin1', from, Math.min(to, from + NAME_BYTES)))
  // FFmpeg keeps room for an index of this name.
  if (!found || !/[A-Za-z]{3}/.test(found[0]) || found[0].startsWith('odml')) return
  const at: Place = { kind: 'bytes', from: from + found.index, to: from + found.index + found[0].length }
  if (id === 'JUNK') draft.traceOnce('application', found[0], 'Text in padding, where some programs write their name.', at)
  else draft.traceOnce('custom', found[0], 'Text in the data of a stream, where devices and drivers write theirs.', at)
}
