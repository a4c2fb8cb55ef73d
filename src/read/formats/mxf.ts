import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import { traceCodecMarks } from '../film/codec-marks.ts'
import { klvAt } from '../film/klv.ts'
import { isLocalSet, readSet } from '../film/mxf-sets.ts'
import { readXmpPackets } from '../pictures/xmp-packets.ts'
import type { FormatReader } from '../reader.ts'

/** The key of a partition pack, without its last bytes; the fourteenth byte says header (2), body (3) or footer (4). */
const PARTITION = Buffer.from('060e2b34020501010d010201', 'hex')
const PARTITION_KEY = /^060e2b34020501..0d01020101(0[234])/
const ESSENCE_KEY = /^060e2b34010201..0d010301/
/** Bytes before the header partition that the standard allows (SMPTE ST 377-1, 6.5). */
const RUN_IN_BYTES = 64 * 1024
/** Where a partition pack states the place of the footer. */
const FOOTER_AT = 24

/** MXF films: programs, clocks, names of clips and tapes, ids. Pictures and sound are not looked at. */
export const mxf: FormatReader = {
  name: 'mxf',
  summary: 'MXF film: programs, clocks, names of clips and tapes, ids',
  extensions: ['.mxf'],
  source: 'SMPTE ST 377-1; SMPTE ST 336',
  sniff(head) {
    const file = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
    const at = file.subarray(0, RUN_IN_BYTES).indexOf(PARTITION)
    // A header partition; the run-in before it must not be another format's.
    return at >= 0 && file[at + 13] === 2 && (at === 0 || !/^(?:RIFF|PK|\x89PNG|%PDF|8BPS)/.test(file.toString('latin1', 0, 4)))
  },
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const walk: Walk = { file, draft, said: new Set(), hasFooter: false, footerAt: 0, essenceAt: undefined }
    const end = walkFile(walk, Math.max(0, file.subarray(0, RUN_IN_BYTES).indexOf(PARTITION)))
    if (end < file.length) draft.cut('truncated', `no key and length stand at byte ${end}`)
    else if (walk.footerAt >= file.length || (walk.footerAt > 0 && !walk.hasFooter))
      draft.cut('truncated', `the footer that the header states at byte ${walk.footerAt} is missing`)
    else if (!walk.hasFooter) draft.cut('unfinished', 'the file has no footer: it was cut short, or its recording was not ended')
    const header = walk.essenceAt ?? file.length
    readXmpPackets(file.subarray(0, header), draft)
    return draft.done('mxf')
  },
}

interface Walk {
  readonly file: Buffer
  readonly draft: Draft
  /** Names that were given; every partition repeats them. */
  readonly said: Set<string>
  hasFooter: boolean
  footerAt: number
  essenceAt: number | undefined
}

function walkFile(walk: Walk, from: number): number {
  const { file, draft } = walk
  let at = from
  for (let count = 0; at < file.length; count++) {
    const klv = klvAt(file, at)
    if (!klv) return at
    if (count >= LIMITS.mediaParts) {
      draft.cut('part-limit', `more than ${LIMITS.mediaParts} parts: the rest was not read`)
      return file.length
    }
    if (klv.isCut) draft.cut('truncated', `a part at byte ${at} is cut short`)
    const partition = PARTITION_KEY.exec(klv.key)
    if (partition) readPartition(walk, klv.from, klv.to, partition[1] === '04')
    else if (isLocalSet(klv.key)) readSet(file, klv, walk.said, draft)
    else if (ESSENCE_KEY.test(klv.key) && walk.essenceAt === undefined) {
      walk.essenceAt = klv.at
      traceCodecMarks(file, klv.from, klv.to, draft)
    }
    at = klv.to
  }
  return at
}

function readPartition(walk: Walk, from: number, to: number, isFooter: boolean): void {
  const { file, draft } = walk
  if (isFooter) walk.hasFooter = true
  if (to - from < FOOTER_AT + 8) return
  draft.traceOnce(
    'formatVersion',
    `${file.readUInt16BE(from)}.${file.readUInt16BE(from + 2)}`,
    'Version of the MXF standard that the program states.',
  )
  walk.footerAt = Math.max(walk.footerAt, Number(file.readBigUInt64BE(from + FOOTER_AT)))
}
