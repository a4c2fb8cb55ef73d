import { LIMITS } from '../../base/limits.ts'
import { inflate } from '../containers/inflate.ts'
import { streamStart } from './pdf-objects.ts'

/** How many packed streams of a file do not unpack whole: PDFium passes over them without a word. At most {@link LIMITS.pdfObjectStreams} are tried, within the bound of one member. */
export function brokenStreams(file: Buffer): number {
  let [broken, tried] = [0, 0]
  let budget: number = LIMITS.memberBytes
  for (
    let at = file.indexOf('/FlateDecode');
    at >= 0 && tried < LIMITS.pdfObjectStreams && budget > 0;
    at = file.indexOf('/FlateDecode', at + 12)
  ) {
    const start = streamStart(file, at)
    // Where one object ends before a stream begins, or another filter comes first, the bytes are no deflated ones.
    if (start === undefined || /endobj|\bobj\b/.test(file.toString('latin1', at, start))) continue
    if (/\[[^\]]*\/[A-Za-z0-9]+\s*$/.test(file.toString('latin1', Math.max(0, at - 80), at))) continue
    tried++
    const { outcome, data } = inflate('zlib', file.subarray(start, start + LIMITS.memberBytes), budget)
    if (outcome === 'truncated' || outcome === 'damaged') broken++
    budget -= data?.length ?? 0
  }
  return broken
}
