import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import { type InnerFile, readInnerFiles } from '../film/inner-files.ts'
import { traceDimensions, traceDuration, traceFrameRate } from '../film/named-tags.ts'
import { type OggPacket, oggPackets } from '../film/ogg-packets.ts'
import { readVorbisComments } from '../film/vorbis-comments.ts'
import type { FormatReader } from '../reader.ts'

/** What a packet of comments begins with, by codec, and what of it stands before them. */
const COMMENTS: readonly (readonly [codec: string, mark: string, skip: number])[] = [
  ['Vorbis', '\x03vorbis', 7],
  ['Theora', '\x81theora', 7],
  ['Opus', 'OpusTags', 8],
  ['Speex', '', 0],
  ['FLAC', '\x04', 4],
]
const BEGINS: readonly (readonly [codec: string, mark: string])[] = [
  ['Vorbis', '\x01vorbis'],
  ['Theora', '\x80theora'],
  ['Opus', 'OpusHead'],
  ['Speex', 'Speex   '],
  ['FLAC', '\x7fFLAC'],
]
/** Opus counts samples at this rate whatever the sound had. */
const OPUS_RATE = 48_000

/** Ogg sound and film (Vorbis, Opus, Theora, Speex, FLAC): programs, tags, pictures, length. What is seen and heard is not looked at. */
export const ogg: FormatReader = {
  name: 'ogg',
  summary: 'Ogg sound or film (Vorbis, Opus, Theora, Speex, FLAC): programs, tags, pictures',
  extensions: ['.ogg', '.oga', '.ogv', '.opus', '.spx'],
  source: 'RFC 3533; Vorbis I, 5; RFC 7845 (Opus); Theora Specification, 6',
  sniff: (head) => Buffer.from(head.subarray(0, 5)).toString('latin1') === 'OggS\0',
  async read(bytes, context) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const streams = new Map<number, Stream>()
    const inner: InnerFile[] = []
    const { lastSamples } = oggPackets(file, draft, (packet) => readPacket(packet, streams, inner, draft))
    for (const [serial, { rate, codec, hasComments }] of streams) {
      if (rate > 0) traceDuration(draft, (lastSamples.get(serial) ?? 0) / rate)
      if (codec !== '' && !hasComments) draft.cut('truncated', `the ${codec} stream has no tags`)
    }
    if (streams.size === 0) draft.cut('truncated', 'no stream begins in the file')
    await readInnerFiles(inner, context, draft)
    return draft.done('ogg')
  },
}

interface Stream {
  readonly codec: string
  /** Samples or pictures in a second by which the stream counts; 0 when its count is another. */
  readonly rate: number
  hasComments: boolean
}

function readPacket(packet: OggPacket, streams: Map<number, Stream>, inner: InnerFile[], draft: Draft): void {
  const { data, serial, place } = packet
  const known = streams.get(serial)
  if (!known) {
    if (streams.size < LIMITS.traces) streams.set(serial, begin(packet, draft))
    return
  }
  const comments = COMMENTS.find(([codec]) => codec === known.codec)
  if (known.hasComments || !comments) return
  const [codec, mark, skip] = comments
  if (!data.toString('latin1', 0, 8).startsWith(mark)) return
  known.hasComments = true
  const read = readVorbisComments(data.subarray(skip), (from, to) => place(from + skip, to + skip), draft)
  inner.push(...read.inner)
  if (!read.isWhole) draft.cut('truncated', `the tags of the ${codec} stream are cut short`)
}

function begin({ data, place }: OggPacket, draft: Draft): Stream {
  const codec = BEGINS.find(([, mark]) => data.toString('latin1', 0, 8).startsWith(mark))?.[0] ?? ''
  const at = place(0, data.length)
  draft.traceOnce('codec', codec, 'Codec of a stream.', at)
  if (codec === 'Theora' && data.length >= 30) {
    traceDimensions(draft, data.readUIntBE(14, 3), data.readUIntBE(17, 3), at)
    if (data.readUInt32BE(26) > 0) traceFrameRate(draft, data.readUInt32BE(22) / data.readUInt32BE(26), at)
  }
  const rate =
    codec === 'Opus'
      ? OPUS_RATE
      : codec === 'Vorbis' && data.length >= 16
        ? data.readUInt32LE(12)
        : codec === 'Speex' && data.length >= 40
          ? data.readUInt32LE(36)
          : 0
  return { codec, rate, hasComments: false }
}
