import type { Place } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { readBext, readCart, readIxml } from '../film/broadcast-wave.ts'
import { readId3 } from '../film/id3.ts'
import { type InnerFile, readInnerFiles } from '../film/inner-files.ts'
import { traceDuration, traceTag } from '../film/named-tags.ts'
import { type RiffChunk, riffChunks } from '../film/riff-chunks.ts'
import { chunkText, traceInfo } from '../film/riff-info.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'

/** Form codes (RFC 2361 and Microsoft's mmreg.h) that are met. */
const FORMS: Readonly<Record<number, string>> = {
  1: 'PCM',
  2: 'MS ADPCM',
  3: 'float PCM',
  6: 'A-law',
  7: 'mu-law',
  17: 'IMA ADPCM',
  80: 'MPEG',
  85: 'MP3',
}
/** The form code that says the real one stands further on. */
const EXTENSIBLE = 0xfffe

/** WAVE sound: programs, recorders, dates, titles, notes, names of tracks and cues. The sound is not listened to. */
export const wav: FormatReader = {
  name: 'wav',
  summary: 'WAVE sound: programs, recorders, dates, titles, notes, cues',
  extensions: ['.wav', '.wave', '.bwf', '.rf64'],
  source: 'Microsoft and IBM, Multimedia Programming Interface and Data Specifications 1.0; EBU Tech 3285 and 3306',
  sniff(head) {
    const file = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 12))
    return /^(?:RIFF|RIFX|RF64)$/.test(file.toString('latin1', 0, 4)) && file.toString('latin1', 8, 12) === 'WAVE'
  },
  async read(bytes, context) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const sound: Sound = { bytesPerSecond: 0, inner: [] }
    for (const chunk of riffChunks(file, draft)) readChunk(file, chunk, sound, draft)
    await readInnerFiles(sound.inner, context, draft)
    return draft.done('wav')
  },
}

interface Sound {
  bytesPerSecond: number
  readonly inner: InnerFile[]
}

function readChunk(file: Buffer, chunk: RiffChunk, sound: Sound, draft: Draft): void {
  const { id, lists, from, to } = chunk
  const at: Place = { kind: 'bytes', from, to }
  const list = lists.at(-1)
  if (id === 'LIST') return
  if (list === 'INFO') traceInfo(file, chunk, draft)
  else if (list === 'adtl') cue(file, chunk, draft)
  else if (id === 'fmt ' && to - from >= 16) form(file, chunk, sound, draft)
  else if (id === 'data') {
    if (sound.bytesPerSecond > 0) traceDuration(draft, (to - from) / sound.bytesPerSecond, at)
  } else if (id === 'bext') readBext(file, from, to, draft)
  else if (id === 'iXML') readIxml(file.subarray(from, to), draft)
  else if (id === 'cart') readCart(file, from, to, draft)
  else if (id === 'id3 ' || id === 'ID3 ') sound.inner.push(...readId3(file.subarray(from, to), from, draft).inner)
  else if (id === '_PMX') readXmp(file.subarray(from, to), draft, at)
  // Clipboard text (form 1), which Sound Forge and others write as the title.
  else if (id === 'DISP' && to - from > 4 && file[from] === 1) traceTag(draft, 'title', chunkText(file, { from: from + 4, to }), at)
}

function form(file: Buffer, { from, to }: RiffChunk, sound: Sound, draft: Draft): void {
  const isBig = file.toString('latin1', 0, 4) === 'RIFX'
  const u16 = (at: number) => (isBig ? file.readUInt16BE(at) : file.readUInt16LE(at))
  sound.bytesPerSecond = isBig ? file.readUInt32BE(from + 8) : file.readUInt32LE(from + 8)
  const stated = u16(from)
  const code = stated === EXTENSIBLE && to - from >= 26 ? u16(from + 24) : stated
  draft.traceOnce('codec', FORMS[code] ?? `0x${code.toString(16).padStart(4, '0')}`, 'Coding of the sound.', { kind: 'bytes', from, to })
}

/** Names and notes of cues; those of a stretch say its length and language before the text. */
function cue(file: Buffer, { id, from, to }: RiffChunk, draft: Draft): void {
  const skip = id === 'labl' || id === 'note' ? 4 : id === 'ltxt' ? 20 : undefined
  if (skip === undefined || from + skip >= to) return
  const at: Place = { kind: 'bytes', from, to }
  draft.passage(chunkText(file, { from: from + skip, to }), at, { role: id === 'note' ? 'note' : 'cue', block: 'cues' })
}
