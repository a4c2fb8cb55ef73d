import { LIMITS } from '../../base/limits.ts'
import type { Draft } from '../draft.ts'
import { metadataText } from '../text/metadata-text.ts'
import { traceTag } from './named-tags.ts'
import type { RiffChunk } from './riff-chunks.ts'

/** Chunks of an INFO list (Multimedia Programming Interface 1.0, chapter 2; ExifTool's list of those in use), and the names of tags that they stand for. */
const INFO: Readonly<Record<string, string>> = {
  ISFT: 'software',
  INAM: 'title',
  ISBJ: 'subject',
  IPRD: 'album',
  TITL: 'title',
  IART: 'artist',
  IWRI: 'written by',
  IPRO: 'producer',
  IMUS: 'composer',
  ISTR: 'performer',
  IENG: 'author',
  ITCH: 'author',
  ICMS: 'company name',
  IPUB: 'publisher',
  IPDS: 'production studio',
  ICMT: 'comment',
  COMM: 'comment',
  ICOP: 'copyright',
  ICRD: 'date',
  IDIT: 'creation time',
  IDPI: 'custom',
  IKEY: 'keywords',
  IGNR: 'genre',
  ILNG: 'language',
  IENC: 'encoded by',
  ISRC: 'source',
  ISRF: 'source form',
  IMED: 'medium',
  ITRK: 'track',
  IPRT: 'track',
  PRT1: 'track',
  PRT2: 'track total',
}

/** One chunk of an INFO list. Its code page is that of the machine that wrote it. */
export function traceInfo(file: Buffer, chunk: RiffChunk, draft: Draft): void {
  const text = chunkText(file, chunk)
  traceTag(draft, INFO[chunk.id] ?? chunk.id, text, { kind: 'bytes', from: chunk.from, to: chunk.to })
}

/** Text of a chunk up to its NUL. */
export function chunkText(file: Buffer, { from, to }: Pick<RiffChunk, 'from' | 'to'>): string {
  const raw = file.subarray(from, Math.min(to, from + LIMITS.mediaTextBytes))
  const end = raw.indexOf(0)
  return metadataText(end >= 0 ? raw.subarray(0, end) : raw).trim()
}
