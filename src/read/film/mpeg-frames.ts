/** Bit rates in kbit/s of MPEG-1 layer II and III, and of layers II and III of MPEG-2 (ISO/IEC 11172-3 and 13818-3), by their number. */
const RATES = {
  first2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  first3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  second: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const
const SAMPLE_RATES = [44_100, 48_000, 32_000]

/** One frame of MPEG sound. */
export interface MpegFrame {
  readonly bytes: number
  readonly samples: number
  readonly sampleRate: number
  /** Bytes between the begin of the frame and its Xing or Info header, when it has one. */
  readonly sideBytes: number
}

/** The frame of layer II or III at a place, or undefined when none begins there. */
export function mpegFrame(file: Buffer, at: number): MpegFrame | undefined {
  if (at + 4 > file.length) return undefined
  const word = file.readUInt32BE(at)
  const version = (word >>> 19) & 3
  const layer = 4 - ((word >>> 17) & 3)
  if (word >>> 21 !== 0x7ff || version === 1 || (layer !== 2 && layer !== 3)) return undefined
  const isFirst = version === 3
  const rates = isFirst ? (layer === 2 ? RATES.first2 : RATES.first3) : RATES.second
  const rate = rates[(word >>> 12) & 15] ?? 0
  const base = SAMPLE_RATES[(word >>> 10) & 3]
  if (rate === 0 || base === undefined) return undefined
  const sampleRate = base / (isFirst ? 1 : version === 2 ? 2 : 4)
  const samples = layer === 3 && !isFirst ? 576 : 1152
  const padding = (word >>> 9) & 1
  const isMono = ((word >>> 6) & 3) === 3
  const sideBytes = 4 + (isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17)
  return { bytes: Math.floor((samples / 8) * ((rate * 1000) / sampleRate)) + padding, samples, sampleRate, sideBytes }
}

/** Where the first of two frames after each other begins, among the `within` bytes from a place on. */
export function findFrame(file: Buffer, from: number, within: number): number | undefined {
  for (let at = from; at < Math.min(file.length, from + within); at++) {
    const frame = mpegFrame(file, at)
    if (frame && mpegFrame(file, at + frame.bytes)) return at
  }
  return undefined
}
