import { utf8 } from './bytes.ts'

/** One subtitle; times in milliseconds from the start. */
export interface Cue {
  readonly from: number
  readonly to: number
  readonly text: string
}

const stamp = (ms: number): string => new Date(ms).toISOString().slice(11, 23).replace('.', ',')

/** SubRip subtitles, numbered from 1. */
export function srt(cues: readonly Cue[]): Uint8Array {
  return utf8(cues.map(({ from, to, text }, index) => `${index + 1}\r\n${stamp(from)} --> ${stamp(to)}\r\n${text}\r\n`).join('\r\n'))
}
