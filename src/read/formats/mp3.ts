import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import { ID3V1_BYTES, readId3, readId3v1 } from '../film/id3.ts'
import { readInnerFiles } from '../film/inner-files.ts'
import { findFrame, type MpegFrame, mpegFrame } from '../film/mpeg-frames.ts'
import { traceDuration } from '../film/named-tags.ts'
import type { FormatReader } from '../reader.ts'

/** Bytes after the tag in which the first frame is looked for; some programs leave gaps. */
const GAP_BYTES = 64 * 1024
/** The LAME extension begins after flags, frames, bytes, seek table and quality of the Xing header. */
const LAME_AT = 120
/** Tags of other kinds at the end of a file. */
const TAILS = /^(?:TAG|APETAGEX|LYRICSBEGIN|ID3|3DI)/

/** MP3 sound: tags, pictures in them, programs, length. The sound is not listened to. */
export const mp3: FormatReader = {
  name: 'mp3',
  summary: 'MP3 sound: ID3 tags, pictures, programs',
  extensions: ['.mp3', '.mp2', '.mpa'],
  source: 'id3.org, ID3 tag versions 2.2.0, 2.3.0 and 2.4.0; ISO/IEC 11172-3; LAME, Info Tag revision 1',
  sniff(head) {
    const file = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
    if (file.toString('latin1', 0, 3) === 'ID3') {
      const size = file.length >= 10 ? 10 + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((file[at] ?? 0) & 0x7f), 0) : 0
      return file.toString('latin1', size, size + 4) !== 'fLaC'
    }
    const frame = mpegFrame(file, 0)
    return frame !== undefined && mpegFrame(file, frame.bytes) !== undefined
  },
  async read(bytes, context) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { end, inner } = readId3(file, 0, draft)
    const hasOld = readId3v1(file, draft)
    readSound(file, end, file.length - (hasOld ? ID3V1_BYTES : 0), draft)
    await readInnerFiles(inner, context, draft)
    return draft.done('mp3')
  },
}

function readSound(file: Buffer, from: number, to: number, draft: Draft): void {
  const start = findFrame(file, from, GAP_BYTES)
  const first = start === undefined ? undefined : mpegFrame(file, start)
  if (start === undefined || !first) {
    draft.cut('truncated', `no sound follows the tag at byte ${from}`)
    return
  }
  const mark = start + first.sideBytes
  const kind = file.toString('latin1', mark, mark + 4)
  if (kind === 'Xing' || kind === 'Info') xing(file, { start, mark, to, first }, draft)
  else {
    // The Fraunhofer encoder's own header stands 32 bytes after the frame's.
    if (file.toString('latin1', start + 36, start + 40) === 'VBRI')
      draft.traceOnce('encoder', 'Fraunhofer (VBRI header)', 'Only this maker’s encoders write the header.')
    walkFrames(file, start, to, draft)
  }
}

interface Xing {
  readonly start: number
  readonly mark: number
  readonly to: number
  readonly first: MpegFrame
}

function xing(file: Buffer, { start, mark, to, first }: Xing, draft: Draft): void {
  if (mark + LAME_AT + 9 > file.length) {
    draft.cut('truncated', 'the header of the sound is cut short')
    return
  }
  const flags = file.readUInt32BE(mark + 4)
  const hasFrames = (flags & 1) > 0
  if (hasFrames) traceDuration(draft, (file.readUInt32BE(mark + 8) * first.samples) / first.sampleRate)
  if ((flags & 2) > 0) {
    const stated = file.readUInt32BE(mark + (hasFrames ? 12 : 8))
    if (start + stated > to) draft.cut('truncated', `the sound states ${stated} bytes, and ${to - start} are there`)
    else if (stated > 0) tail(file, start + stated, to, draft)
  }
  const lameAt = mark + 8 + (hasFrames ? 4 : 0) + ((flags & 2) > 0 ? 4 : 0) + ((flags & 4) > 0 ? 100 : 0) + ((flags & 8) > 0 ? 4 : 0)
  // Nine letters; with versions from 3.100 on the last is part of it.
  const program = file.toString('latin1', lameAt, lameAt + 9).replace(/[^\x20-\x7e].*$/s, '')
  if (/^[A-Za-z]{3}/.test(program))
    draft.traceOnce('encoder', program, 'Version of the encoder that the sound’s header states.', {
      kind: 'bytes',
      from: lameAt,
      to: lameAt + 9,
    })
}

/** Without a header that counts them, frames are walked to learn the length and whether the last one is whole. */
function walkFrames(file: Buffer, start: number, to: number, draft: Draft): void {
  let seconds = 0
  let at = start
  for (let count = 0; at < to; count++) {
    const frame = mpegFrame(file, at)
    if (!frame) break
    if (count >= LIMITS.mediaParts) return
    seconds += frame.samples / frame.sampleRate
    at += frame.bytes
  }
  traceDuration(draft, seconds)
  if (at > to) draft.cut('truncated', `the last frame ends at byte ${at}, and the sound at ${to}`)
  else tail(file, at, to, draft)
}

/** What stands between the sound and the end. A tag of version 1 that was whole is no longer in `to`. */
function tail(file: Buffer, at: number, to: number, draft: Draft): void {
  const kind = TAILS.exec(file.toString('latin1', at, Math.min(to, at + 11)))?.[0]
  if (kind === 'TAG') draft.cut('truncated', `the ID3v1 tag at byte ${at} is cut short`)
  else if (at < to && kind === undefined) draft.warn('trailing-data', `${to - at} bytes that are no sound follow at byte ${at}`)
}
