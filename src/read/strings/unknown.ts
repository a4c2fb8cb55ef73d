import { LIMITS } from '../../base/limits.ts'
import { decodeAs, KPS_PAGE, plausibility, rankCodePages } from '../../base/text.ts'
import type { Draft } from '../draft.ts'
import { kpsMeaning } from '../text/kps.ts'

/** Bytes whose randomness is measured, and above which bits a byte they are packed or encrypted: strings found there are chance. */
const BLOCK_BYTES = 64 * 1024
const PACKED_BITS = 7.3
/** Plausibility from which a run in an East Asian page is believed: well above what chance gives in runs of this length. */
const BELIEVED = 1
const RUN_LETTERS = 5
/** East Asian letters that touch small Latin ones come from bytes that are no text. */
const TORN = /[\u3400-\u9fff\uac00-\ud7a3][a-z]|[a-z][\u3400-\u9fff\uac00-\ud7a3]/
const EAST_ASIAN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/gu

/**
 * What a file without a reader says by itself: how random its bytes are, and the text in it: ASCII, UTF-8, UTF-16 in both orders, GB 18030, CP949 and KPS 9566. Runs are names
 * rather than prose, since nothing tells whether they are whole.
 */
export function readStrings(bytes: Uint8Array, draft: Draft): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LIMITS.stringBytes))
  if (file.length < bytes.length)
    draft.warn('string-limit', `strings were looked for in the first ${LIMITS.stringBytes} of ${bytes.length} bytes`)
  const bits = entropy(file)
  draft.trace('entropy', bits.toFixed(2), 'Bits a byte over what was looked at: 8 is packed, encrypted or random, text has 3 to 6.')
  let kept = 0
  let kps: Uint8Array | undefined
  for (let block = 0; block < file.length && kept < LIMITS.strings; block += BLOCK_BYTES) {
    const part = file.subarray(block, block + BLOCK_BYTES)
    if (part.length > 4096 && entropy(part) > PACKED_BITS) continue
    for (const { at, text, isKps } of runsOf(part)) {
      if (++kept > LIMITS.strings) break
      if (isKps) kps ??= part.subarray(at.from, at.to)
      draft.passage(
        text,
        { kind: 'bytes', from: block + at.from, to: block + at.to },
        { role: 'name', block: 'strings', row: block + at.from },
      )
    }
  }
  if (kps !== undefined) draft.trace('codePage', KPS_PAGE, `Of text in the file. ${kpsMeaning(kps)}`)
  if (kept > LIMITS.strings) draft.warn('string-limit', `more than ${LIMITS.strings} strings: the rest was not kept`)
}

/** Bits a byte (Shannon), 0 … 8. */
export function entropy(bytes: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1
  let bits = 0
  for (const count of counts) if (count > 0) bits -= (count / bytes.length) * Math.log2(count / bytes.length)
  return bits
}

interface Run {
  readonly at: { readonly from: number; readonly to: number }
  readonly text: string
  readonly isKps?: boolean
}

/** Text runs of a block in byte order; a run at a block's edge may be cut. */
function runsOf(part: Buffer): Run[] {
  const runs = [...narrowRuns(part), ...wideRuns(part, 'utf-16le'), ...wideRuns(part, 'utf-16be')]
  const taken: Run[] = []
  for (const run of runs.sort((a, b) => a.at.from - b.at.from || b.at.to - a.at.to))
    if (run.at.from >= (taken.at(-1)?.at.to ?? 0)) taken.push(run)
  return taken
}

function* narrowRuns(part: Buffer): Generator<Run> {
  let from = 0
  for (let at = 0; at <= part.length; at++) {
    const byte = part[at] ?? 0
    if (byte >= 0x20 && byte !== 0x7f) continue
    const run = at - from >= 4 ? narrowText(part.subarray(from, at)) : undefined
    if (run !== undefined) yield { at: { from, to: at }, ...run }
    from = at + 1
  }
}

/** The text of a run without control bytes, or undefined when it is more likely chance. */
function narrowText(run: Buffer): Omit<Run, 'at'> | undefined {
  const utf8 = decodeAs(run, 'utf-8')
  if (utf8.faults === 0) return isWords(utf8.text) || lettersOf(utf8.text) >= 3 ? { text: utf8.text } : undefined
  if (!isDoubleByte(run)) return undefined
  const best = rankCodePages(run)[0]
  if (!best || best.faults > 0 || TORN.test(best.text)) return undefined
  if (best.codePage === KPS_PAGE) return { text: best.text, isKps: true }
  const isBelieved = best.score >= BELIEVED && /^(gb18030|cp949)$/.test(best.codePage) && lettersOf(best.text) >= RUN_LETTERS
  return isBelieved ? { text: best.text } : undefined
}

/** Whether a run can be text of two-byte letters: enough of them, each first byte with a second one. Cheap, since nearly every run of a picture is refused. */
function isDoubleByte(run: Buffer): boolean {
  let letters = 0
  for (let at = 0; at < run.length; at++) {
    const byte = run[at] ?? 0
    if (byte < 0x80) continue
    const next = run[++at] ?? 0
    // Rows of ordinary syllables and characters in both pages; pictures' bytes are spread over all values.
    if (byte < 0xa1 || byte > 0xf7 || next < 0xa1) return false
    letters++
  }
  return letters >= RUN_LETTERS
}

/** UTF-16 text: pairs of bytes that are ASCII or East Asian letters, at either parity. */
function* wideRuns(part: Buffer, order: 'utf-16le' | 'utf-16be'): Generator<Run> {
  for (const start of [0, 1]) {
    let from = start
    for (let at = start; at <= part.length; at += 2) {
      const unit = at + 1 < part.length ? (order === 'utf-16le' ? part.readUInt16LE(at) : part.readUInt16BE(at)) : 0
      if (isWide(unit)) continue
      const whole = at - from >= 8 ? decodeAs(part.subarray(from, at), order).text : ''
      // Bytes beside ASCII text read as one more, rare letter.
      const text = lettersOf(whole) < 4 ? (/[ -~]{4,}/.exec(whole)?.[0] ?? '') : whole
      if (text !== '' && (isWords(text) || isEastAsian(text))) yield { at: { from, to: at }, text }
      from = at + 2
    }
  }
}

function isWide(unit: number): boolean {
  return (unit >= 0x20 && unit < 0x7f) || (unit >= 0x3000 && unit <= 0x30ff) || (unit >= 0x4e00 && unit <= 0x9fff) || isHangul(unit)
}

function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3
}

/** Two ASCII letters read as one unit fall among rare Han: what is East Asian text has common letters. */
function isEastAsian(text: string): boolean {
  return lettersOf(text) >= 4 && plausibility({ text: text.slice(0, 64), codePage: 'utf-8', faults: 0 }) >= BELIEVED
}

function lettersOf(text: string): number {
  return text.match(EAST_ASIAN)?.length ?? 0
}

/** Latin text with words in it, rather than a run of symbols. */
function isWords(text: string): boolean {
  const letters = text.match(/[A-Za-z0-9 ._/\\:-]/g)?.length ?? 0
  return text.length >= 8 && letters >= text.length * 0.85 && /[A-Za-z]{4}/.test(text)
}
