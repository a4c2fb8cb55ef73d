import { LIMITS } from '../../base/limits.ts'
import { isoInstant } from '../../base/time.ts'
import type { Place } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { type AmfValue, amfValues } from '../film/amf.ts'
import { traceCodecMarks } from '../film/codec-marks.ts'
import { traceDimensions, traceDuration, traceFrameRate, traceTag } from '../film/named-tags.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'
import { offsetText, traceZone } from '../zone.ts'

const TAG = { video: 9, script: 18 } as const
/** Type, size, time and stream of a tag; the size of the tag follows it once more. */
const TAG_HEAD = 11
const TAIL = 4
/** Codecs by their number (Video File Format Specification 10.1, E.4.3.1). */
const CODECS: Readonly<Record<number, string>> = {
  2: 'Sorenson H.263',
  3: 'Screen video',
  4: 'VP6',
  5: 'VP6 with alpha',
  6: 'Screen video 2',
  7: 'H.264',
}
/** Dates that a clock can show: years 1980 to 2100. */
const CLOCK_MS = [315_532_800_000, 4_102_444_800_000] as const

/** Flash video: programs, dates, titles, cue points, length. Pictures and sound are not looked at. */
export const flv: FormatReader = {
  name: 'flv',
  summary: 'Flash video: programs, dates, titles, cue points',
  extensions: ['.flv'],
  source: 'Adobe Flash Video File Format Specification 10.1; Action Message Format AMF0',
  sniff: (head) => Buffer.from(head.subarray(0, 4)).toString('latin1') === 'FLV\x01',
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let at = (file.length >= 9 ? file.readUInt32BE(5) : file.length) + TAIL
    let count = 0
    for (; at + TAG_HEAD <= file.length; count++) {
      const from = at + TAG_HEAD
      const to = from + file.readUIntBE(at + 1, 3)
      if (count >= LIMITS.mediaParts || to + TAIL > file.length) break
      const kind = (file[at] ?? 0) & 0x1f
      if (kind === TAG.script) script(file, from, to, draft)
      else if (kind === TAG.video && from < to) video(file, from, to, draft)
      at = to + TAIL
    }
    if (count >= LIMITS.mediaParts) draft.cut('part-limit', `more than ${LIMITS.mediaParts} tags: the rest was not read`)
    else if (at < file.length || at > file.length || count === 0) draft.cut('truncated', `a tag is cut short at byte ${at}`)
    return draft.done('flv')
  },
}

function video(file: Buffer, from: number, to: number, draft: Draft): void {
  const codec = (file[from] ?? 0) & 15
  if (draft.traces.some(({ field }) => field === 'codec')) return
  draft.traceOnce('codec', CODECS[codec] ?? String(codec), 'Codec of the pictures.')
  traceCodecMarks(file, from, to, draft)
}

/** A message: its name, then what it says. `onMetaData` is of the whole film, `onCuePoint` of one moment, `onXMPData` holds a packet. */
function script(file: Buffer, from: number, to: number, draft: Draft): void {
  const { values, isWhole } = amfValues(file, from, to)
  if (!isWhole) draft.cut('damaged', `a message at byte ${from} makes no sense to its end`)
  const [message, ...fields] = values
  if (message?.value === 'onXMPData') {
    for (const { name, value, from: begin, to: end } of fields)
      if (name === 'liveXML' && typeof value === 'string') readXmp(Buffer.from(value), draft, { kind: 'bytes', from: begin, to: end })
  } else if (message?.value === 'onCuePoint') cuePoint(fields, draft)
  else if (message?.value === 'onMetaData' || message?.value === '@setDataFrame') {
    for (const one of fields) field(one, draft)
    const number = (name: string) => Number(fields.find((one) => one.name === name && typeof one.value === 'number')?.value ?? 0)
    const at: Place = { kind: 'bytes', from, to }
    traceDuration(draft, number('duration'), at)
    traceDimensions(draft, number('width'), number('height'), at)
    traceFrameRate(draft, number('framerate'), at)
  }
}

function cuePoint(fields: readonly AmfValue[], draft: Draft): void {
  for (const { name, value, from, to } of fields)
    if (typeof value === 'string' && name !== 'type')
      draft.passage(value, { kind: 'bytes', from, to }, { role: 'cue', block: 'cue points' })
}

function field({ name, value, from, to }: AmfValue, draft: Draft): void {
  const at: Place = { kind: 'bytes', from, to }
  if (typeof value === 'string' && name !== '') traceTag(draft, name, value, at)
  else if (typeof value === 'object' && value.ms >= CLOCK_MS[0] && value.ms <= CLOCK_MS[1]) {
    const field = /metadata/i.test(name) ? 'metadataModified' : 'created'
    draft.traceOnce(field, isoInstant(value.ms), `Clock of the machine, as ${name} states it.`, at)
    // A program that knows the offset writes it; 0 is what others write.
    if (value.offsetMinutes !== 0) traceZone(draft, offsetText(value.offsetMinutes), `Stated with ${name}`, at)
  }
}
