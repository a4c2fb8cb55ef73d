import { LIMITS } from '../../base/limits.ts'
import { isoInstant } from '../../base/time.ts'
import type { Place, TraceName } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { traceCodecMarks } from '../film/codec-marks.ts'
import { type Element, elementAt, floatOf, uintOf } from '../film/ebml.ts'
import { type InnerFile, readInnerFiles } from '../film/inner-files.ts'
import { ID, MASTERS, TOP } from '../film/matroska-ids.ts'
import { newTrack, subtitle, type Track } from '../film/matroska-tracks.ts'
import { traceDimensions, traceDuration, traceFrameRate, traceTag } from '../film/named-tags.ts'
import type { FormatReader } from '../reader.ts'

/** Milliseconds from 2001-01-01, from which Matroska counts, to 1970-01-01. */
const EPOCH_2001_MS = 978_307_200_000
const SCALE_NS = 1_000_000
const VIDEO = 1
/** Blocks are small and many: an hour holds some 250,000 of them. */
const BLOCKS_PER_PART = 10

/** Texts of one element that become traces. */
const TEXTS: Readonly<Record<number, readonly [field: TraceName, meaning: string]>> = {
  [ID.muxingApp]: ['encoder', 'Library that wrote the file, as it states.'],
  [ID.writingApp]: ['application', 'Program that wrote the file, as it states.'],
  [ID.segmentFile]: ['path', 'Name that the file had when it was written.'],
  [ID.previousFile]: ['missingFile', 'Name of the film that comes before this one.'],
  [ID.nextFile]: ['missingFile', 'Name of the film that comes after this one.'],
  [ID.docType]: ['brand', 'Kind of container, from the program that wrote it.'],
  [ID.codecId]: ['codec', 'Codec of a track.'],
  [ID.codecName]: ['codec', 'Codec of a track, by its name.'],
}

/** Matroska and WebM films: programs, dates, titles, tracks and their languages, tags, chapters, subtitles, attached files. Pictures and sound are not looked at. */
export const mkv: FormatReader = {
  name: 'mkv',
  summary: 'Matroska or WebM film: programs, dates, titles, tracks, tags, chapters, subtitles, attached files',
  extensions: ['.mkv', '.webm', '.mka', '.mks'],
  source: 'RFC 8794 (EBML); RFC 9559 (Matroska)',
  sniff: (head) => Buffer.from(head.subarray(0, 4)).toString('hex') === '1a45dfa3',
  async read(bytes, context) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const walk: Walk = {
      file,
      draft,
      left: LIMITS.mediaParts,
      leftBlocks: LIMITS.mediaParts * BLOCKS_PER_PART,
      hasText: false,
      scaleNs: SCALE_NS,
      units: 0,
      tracks: new Map(),
      inner: [],
      seen: new Set(),
    }
    elements(walk, 0, file.length, 0)
    traceDuration(draft, (walk.units * walk.scaleNs) / 1e9)
    if (!walk.seen.has(ID.tracks) || !walk.seen.has(ID.cluster))
      draft.cut('truncated', 'the list of tracks or the pictures and sounds are missing')
    await readInnerFiles(walk.inner, context, draft)
    return draft.done('mkv')
  },
}

interface Walk {
  readonly file: Buffer
  readonly draft: Draft
  /** Elements that may still be read, and blocks inside clusters. */
  left: number
  leftBlocks: number
  hasText: boolean
  scaleNs: number
  units: number
  readonly tracks: Map<number, Track>
  readonly inner: InnerFile[]
  readonly seen: Set<number>
}

/** Walks the elements between two places and gives where it ended: before `to` when a cluster of unknown size was over. */
function elements(walk: Walk, from: number, to: number, depth: number, within?: 'cluster' | 'open cluster'): number {
  const { file, draft } = walk
  if (depth > LIMITS.mediaDepth) {
    draft.cut('element-depth', `elements are nested deeper than ${LIMITS.mediaDepth}`)
    return to
  }
  let at = from
  while (at < to) {
    const element = elementAt(file, at, to)
    if (within === 'open cluster' && element && TOP.has(element.id)) return at
    if (!element || (element.isUnknown && !MASTERS.has(element.id) && element.id !== ID.cluster)) {
      draft.cut('truncated', `an element is cut short or has no sense at byte ${at}`)
      return to
    }
    if ((within === undefined ? walk.left-- : walk.leftBlocks--) <= 0) {
      draft.cut(
        'part-limit',
        `more than ${LIMITS.mediaParts} elements or ${LIMITS.mediaParts * BLOCKS_PER_PART} blocks: the rest was not read`,
      )
      return to
    }
    if (element.isCut) draft.cut('truncated', `an element at byte ${at} is cut short`)
    at = readElement(walk, element, depth)
  }
  return at
}

function readElement(walk: Walk, element: Element, depth: number): number {
  const { file, draft } = walk
  const { id, from, to } = element
  if (id === ID.cluster) return cluster(walk, element, depth)
  walk.seen.add(id)
  if (id === ID.track) readTrack(walk, element)
  else if (id === ID.attachedFile) attachedFile(walk, element)
  else if (id === ID.simpleTag) simpleTag(walk, element, depth)
  else if (MASTERS.has(id) || id === ID.header) return elements(walk, from, to, depth + 1, id === ID.blockGroup ? 'cluster' : undefined)
  else if (id === ID.simpleBlock || id === ID.block) subtitle(file, element, walk.tracks, draft)
  else readValue(walk, element)
  return to
}

/** Pictures and sounds. They are entered only to find their end, or the texts of a track of subtitles. */
function cluster(walk: Walk, element: Element, depth: number): number {
  const { file, draft, seen } = walk
  if (!seen.has(ID.cluster)) traceCodecMarks(file, element.from, element.to, draft)
  seen.add(ID.cluster)
  if (element.isUnknown) return elements(walk, element.from, element.to, depth + 1, 'open cluster')
  return walk.hasText ? elements(walk, element.from, element.to, depth + 1, 'cluster') : element.to
}

function readValue(walk: Walk, element: Element): void {
  const { file, draft } = walk
  const { id } = element
  const at = placeOf(element)
  const known = TEXTS[id]
  if (known) draft.traceOnce(known[0], textOf(file, element), known[1], at)
  else if (id === ID.title) traceTag(draft, 'title', textOf(file, element), at)
  else if (id === ID.scale) walk.scaleNs = uintOf(file, element) || SCALE_NS
  else if (id === ID.duration) walk.units = floatOf(file, element)
  else if (id === ID.dateUtc) created(walk, element, at)
  else if (id === ID.segmentUid)
    draft.traceOnce(
      'instanceId',
      file.toString('hex', element.from, Math.min(element.to, element.from + 16)),
      'Id of this one file, made when it was written.',
      at,
    )
  else if (id === ID.chapterText) draft.passage(textOf(file, element), at, { role: 'title', block: 'chapters' })
}

function created({ file, draft }: Walk, { from, to }: Element, at: Place): void {
  if (to - from !== 8) return
  const ms = Number(file.readBigInt64BE(from)) / 1e6 + EPOCH_2001_MS
  // Beyond the years 1900 to 2100 it is no clock.
  if (ms > -2_208_988_800_000 && ms < 4_102_444_800_000)
    draft.traceOnce('created', isoInstant(ms), 'Clock of the machine that wrote it, in UTC.', at)
}

function readTrack(walk: Walk, track: Element): void {
  const { file, draft, tracks } = walk
  const fields = inside(walk, track)
  const find = (id: number) => fields.find((field) => field.id === id)
  const uint = (id: number) => uintOf(file, find(id) ?? { from: 0, to: 0 })
  for (const field of fields) {
    const at = placeOf(field)
    if (field.id === ID.trackName) {
      draft.passage(textOf(file, field), at, { role: 'name', block: 'tracks' })
      draft.traceOnce('handler', textOf(file, field), 'Name of a track as a person or program gave it.', at)
    } else if (field.id === ID.language || field.id === ID.languageTag) {
      const language = textOf(file, field)
      if (language !== 'und')
        draft.traceOnce('locale', language, 'Language of a track as stated; programs write that of their settings.', at)
    } else readValue(walk, field)
  }
  const video = find(ID.video)
  if (uint(ID.trackType) === VIDEO && video) {
    const size = inside(walk, video)
    const side = (id: number) => uintOf(file, size.find((field) => field.id === id) ?? { from: 0, to: 0 })
    traceDimensions(draft, side(ID.width), side(ID.height), placeOf(video))
    traceFrameRate(draft, 1e9 / uint(ID.frameNs), placeOf(track))
  }
  const known = newTrack(file, find(ID.codecId), find(ID.codecPrivate), draft)
  if (known.isText) walk.hasText = true
  tracks.set(uint(ID.trackNumber), known)
}

function attachedFile(walk: Walk, attached: Element): void {
  const { file, draft, inner } = walk
  const fields = inside(walk, attached)
  const find = (id: number) => fields.find((field) => field.id === id)
  const text = (id: number) => { const field = find(id); return field ? textOf(file, field) : '' } // biome-ignore format: short
  const name = text(ID.fileName)
  const data = find(ID.fileData)
  const at = placeOf(attached)
  draft.traceOnce(
    'attachment',
    name,
    `File inside the film (${text(ID.fileType) || 'no stated type'}); fonts are those that its subtitles use.`,
    at,
  )
  draft.passage(text(ID.fileDescription), at, { role: 'note', block: 'attachments' })
  if (data && inner.length < LIMITS.archiveEntries)
    inner.push({ path: name === '' ? `attachment-${inner.length + 1}.bin` : name, data: file.subarray(data.from, data.to) })
}

/** A name and a text, and inside it more of them that say more of it. */
function simpleTag(walk: Walk, tag: Element, depth: number): void {
  const { file, draft } = walk
  const fields = inside(walk, tag)
  const name = fields.find(({ id }) => id === ID.tagName)
  const text = fields.find(({ id }) => id === ID.tagText)
  if (name && text) traceTag(draft, textOf(file, name), textOf(file, text), placeOf(text))
  if (depth >= LIMITS.mediaDepth) draft.cut('element-depth', `tags are nested deeper than ${LIMITS.mediaDepth}`)
  else for (const field of fields) if (field.id === ID.simpleTag) simpleTag(walk, field, depth + 1)
}

/** The elements right inside one. */
function inside(walk: Walk, { from, to }: Element): Element[] {
  const found: Element[] = []
  for (let at = from; at < to && walk.left-- > 0; ) {
    const element = elementAt(walk.file, at, to)
    if (!element) {
      walk.draft.cut('truncated', `an element is cut short or has no sense at byte ${at}`)
      break
    }
    found.push(element)
    at = element.to
  }
  if (walk.left < 0) walk.draft.cut('part-limit', `more than ${LIMITS.mediaParts} elements: the rest was not read`)
  return found
}

function placeOf({ at, to }: Element): Place {
  return { kind: 'bytes', from: at, to }
}

/** UTF-8 up to a NUL, which pads. */
function textOf(file: Buffer, { from, to }: Element): string {
  return file.toString('utf8', from, Math.min(to, from + LIMITS.mediaTextBytes)).replace(/\0.*$/s, '')
}
