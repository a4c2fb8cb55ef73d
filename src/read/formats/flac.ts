import { LIMITS } from '../../base/limits.ts'
import type { Place } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { readId3 } from '../film/id3.ts'
import { type InnerFile, readInnerFiles } from '../film/inner-files.ts'
import { traceDuration, traceTag } from '../film/named-tags.ts'
import { flacPicture, readVorbisComments } from '../film/vorbis-comments.ts'
import type { FormatReader } from '../reader.ts'

const MARK = 'fLaC'
const KIND = { stream: 0, application: 2, comments: 4, cues: 5, picture: 6 } as const

/** FLAC sound: programs, tags, pictures, length. The sound is not listened to. */
export const flac: FormatReader = {
  name: 'flac',
  summary: 'FLAC sound: programs, tags, pictures',
  extensions: ['.flac'],
  source: 'RFC 9639',
  sniff: (head) => startOf(Buffer.from(head.buffer, head.byteOffset, head.byteLength)) !== undefined,
  async read(bytes, context) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const start = startOf(file) ?? 0
    const inner: InnerFile[] = start > 0 ? [...readId3(file.subarray(0, start), 0, draft).inner] : []
    blocks(file, start + 4, inner, draft)
    await readInnerFiles(inner, context, draft)
    return draft.done('flac')
  },
}

/** Where the mark stands: first, or after an ID3 tag that some programs put before it. */
function startOf(file: Buffer): number | undefined {
  const isTagged = file.length >= 10 && file.toString('latin1', 0, 3) === 'ID3'
  const at = isTagged ? 10 + [6, 7, 8, 9].reduce((sum, i) => sum * 128 + ((file[i] ?? 0) & 0x7f), 0) : 0
  return file.toString('latin1', at, at + 4) === MARK ? at : undefined
}

function blocks(file: Buffer, start: number, inner: InnerFile[], draft: Draft): void {
  let at = start
  for (let count = 0; at + 4 <= file.length; count++) {
    if (count >= LIMITS.mediaParts) {
      draft.cut('part-limit', `more than ${LIMITS.mediaParts} blocks: the rest was not read`)
      return
    }
    const head = file.readUInt32BE(at)
    const from = at + 4
    const to = from + (head & 0xff_ffff)
    if (to > file.length) break
    block(file.subarray(from, to), (head >>> 24) & 0x7f, { kind: 'bytes', from, to }, inner, draft)
    at = to
    if (head >>> 31 === 1) {
      if (at >= file.length) draft.cut('truncated', 'no sound follows the blocks')
      return
    }
  }
  draft.cut('truncated', `the blocks before the sound are cut short at byte ${at}`)
}

function block(data: Buffer, kind: number, at: Extract<Place, { kind: 'bytes' }>, inner: InnerFile[], draft: Draft): void {
  if (kind === KIND.stream && data.length >= 18) {
    const rate = data.readUIntBE(10, 3) >>> 4
    const samples = ((data[13] ?? 0) & 15) * 2 ** 32 + data.readUInt32BE(14)
    if (rate > 0) traceDuration(draft, samples / rate, at)
  } else if (kind === KIND.comments) {
    const read = readVorbisComments(data, (from, to) => ({ kind: 'bytes', from: at.from + from, to: at.from + to }), draft)
    inner.push(...read.inner)
    if (!read.isWhole) draft.cut('damaged', 'the tags go beyond their block')
  } else if (kind === KIND.picture) inner.push(...flacPicture(data, inner.length, at, draft))
  // Four letters that the makers of programs register.
  else if (kind === KIND.application && data.length >= 4)
    draft.traceOnce(
      'application',
      data.toString('latin1', 0, 4).replace(/[^\x20-\x7e]/g, '.'),
      'Registered id of a program that keeps data in the file.',
      at,
    )
  else if (kind === KIND.cues) traceTag(draft, 'catalogue number', data.toString('latin1', 0, 128).replace(/\0.*$/s, ''), at)
}
