import { LIMITS } from '../../base/limits.ts'
import type { Draft } from '../draft.ts'

/** Bytes of media in which marks of encoders are looked for. */
const MEDIA_BYTES = 256 * 1024
/** The identifiers that x264 and x265 put before their version and settings (their `encoder.c` and `encoder.cpp`). */
const SETTINGS = [
  ['x264', Buffer.from('dc45e9bde6d948b7962cd820d923eeef', 'hex')],
  ['x265', Buffer.from('2ca2de09b51747dbbb55a4fe7fc2fc4e', 'hex')],
] as const
/** Versions that encoders of FFmpeg, Xvid and DivX leave in the first picture (MPEG-4 user data). */
const VERSIONS = /Lavc\d+\.\d+\.\d+|XviD\d{4}|DivX\d{3,4}[bp]\d+p?/

/** The version and settings that an encoder leaves in the first pictures or sounds between two places of a file. */
export function traceCodecMarks(file: Buffer, from: number, to: number, draft: Draft): void {
  const media = file.subarray(from, Math.min(to, from + MEDIA_BYTES))
  for (const [program, mark] of SETTINGS) {
    const at = media.indexOf(mark)
    if (at < 0) continue
    const begin = at + mark.length
    const text = media.toString('latin1', begin, begin + LIMITS.traceChars).replace(/[^\x20-\x7e].*$/s, '')
    draft.traceOnce('encoder', text, `Version and settings of the ${program} encoder; the same settings come from the same preset.`, {
      kind: 'bytes',
      from: from + begin,
      to: from + begin + text.length,
    })
  }
  const version = VERSIONS.exec(media.toString('latin1'))
  if (version)
    draft.traceOnce('encoder', version[0], 'Version of the encoder, among the pictures or sounds.', {
      kind: 'bytes',
      from: from + version.index,
      to: from + version.index + version[0].length,
    })
}
