import { LIMITS } from '../../base/limits.ts'
import { own } from '../../base/own.ts'
import type { Place, TraceName } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { walkXml } from '../office/ooxml.ts'
import { metadataText } from '../text/metadata-text.ts'
import { traceGps, traceTag } from './named-tags.ts'

/** Fields of `bext` (EBU Tech 3285): where each begins and how many bytes it has. The coding history stands after them. */
const DESCRIPTION = [0, 256] as const
const ORIGINATOR = [256, 32] as const
const REFERENCE = [288, 32] as const
const DATE = [320, 10] as const
const TIME = [330, 8] as const
const UMID = [348, 64] as const
const HISTORY_AT = 602

/** Fields of `cart` (AES46): begin, bytes, the name of a tag that it stands for. */
const CART: readonly (readonly [from: number, size: number, name: string])[] = [
  [4, 64, 'title'],
  [68, 64, 'artist'],
  [132, 64, 'cut id'],
  [196, 64, 'client id'],
  [260, 64, 'genre'],
  [324, 64, 'classification'],
  [388, 64, 'out cue'],
  [488, 64, 'software'],
  [552, 64, 'product version'],
]

/** Elements of iXML (Gallery, iXML Specification 3.0) that become tags or traces; other short ones are kept as `custom`. */
const IXML: Readonly<Record<string, string>> = {
  PROJECT: 'title',
  SCENE: 'scene',
  TAKE: 'take',
  TAPE: 'tape',
  NOTE: 'comment',
  USER: 'comment',
  BWF_DESCRIPTION: 'comment',
  BWF_ORIGINATOR: 'software',
  BWF_CODING_HISTORY: 'encoder settings',
  ORIGINAL_FILENAME: 'original file name',
  CURRENT_FILENAME: 'file name',
}
const IXML_IDS: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  FILE_UID: ['instanceId', 'Id of this one file.'],
  FAMILY_UID: ['documentId', 'Id of the recording that this file is one part of; copies keep it.'],
  PARENT_UID: ['derivedFrom', 'Id of the recording that this one was made from.'],
}

/** The broadcast extension of a WAVE file: who or what recorded it, its reference, its clock and how it was coded. */
export function readBext(file: Buffer, from: number, to: number, draft: Draft): void {
  const at = ([offset, size]: readonly [number, number]): Place => ({ kind: 'bytes', from: from + offset, to: from + offset + size })
  const text = ([offset, size]: readonly [number, number]) => fixedText(file.subarray(from + offset, Math.min(from + offset + size, to)))
  traceTag(draft, 'description', text(DESCRIPTION), at(DESCRIPTION))
  draft.traceOnce(
    'application',
    text(ORIGINATOR),
    'Originator: the program, device or organisation that recorded it, as it states.',
    at(ORIGINATOR),
  )
  draft.traceOnce('documentId', text(REFERENCE), 'Reference that the recorder gave; copies keep it.', at(REFERENCE))
  const [date, time] = [text(DATE), text(TIME)]
  const clock = /^\d{4}.\d\d.\d\d$/.test(date)
    ? `${date.replace(/[^\d]/g, '-')}${time === '' ? '' : `T${time.replace(/[^\d]/g, ':')}`}`
    : date
  draft.traceOnce('created', clock, 'Local clock of the recorder; no zone is stated.', at(DATE))
  const umid = file.subarray(from + UMID[0], Math.min(from + UMID[0] + UMID[1], to))
  if (umid.length === UMID[1] && umid.some((byte) => byte !== 0))
    draft.traceOnce('documentId', umid.toString('hex'), 'Id of the material (UMID); copies keep it.', at(UMID))
  const history = fixedText(file.subarray(Math.min(from + HISTORY_AT, to), Math.min(to, from + HISTORY_AT + LIMITS.mediaTextBytes)))
  for (const line of history.split(/\r\n|\r|\n/).slice(0, LIMITS.xmpItems))
    draft.traceOnce('history', line, 'One step of coding as the programs noted it: form, rate, and their own words.', {
      kind: 'bytes',
      from: Math.min(from + HISTORY_AT, to),
      to,
    })
}

/** The cart chunk of radio programs. */
export function readCart(file: Buffer, from: number, to: number, draft: Draft): void {
  for (const [offset, size, name] of CART)
    if (from + offset + size <= to)
      traceTag(draft, name, fixedText(file.subarray(from + offset, from + offset + size)), {
        kind: 'bytes',
        from: from + offset,
        to: from + offset + size,
      })
}

/** The iXML chunk of recorders and editing programs: project, scene, take, notes, names of tracks, ids. */
export function readIxml(packet: Buffer, draft: Draft): void {
  const open: string[] = []
  let text = ''
  let index = 0
  const end = packet.indexOf(0)
  walkXml(
    end >= 0 ? packet.subarray(0, end) : packet,
    'iXML',
    {
      open(name) {
        open.push(name)
        text = ''
      },
      text(piece) {
        text += piece
      },
      close(name) {
        open.pop()
        const value = text.trim()
        text = ''
        if (value !== '') element(name, value, open, { kind: 'paragraph', part: 'iXML', index: ++index }, draft)
      },
    },
    draft,
  )
}

function element(name: string, value: string, open: readonly string[], at: Place, draft: Draft): void {
  const id = own(IXML_IDS, name)
  if (open.includes('LOCATION')) traceGps(draft, at)
  else if (id) draft.traceOnce(id[0], value, id[1], at)
  else if (name === 'NAME' && open.at(-1) === 'TRACK') {
    draft.passage(value, at, { role: 'name', block: 'tracks' })
    draft.traceOnce('handler', value, 'Name of a track as entered or by the recorder.', at)
  } else if (name === 'BWF_ORIGINATION_DATE') draft.traceOnce('created', value, 'Local clock of the recorder; no zone is stated.', at)
  else if (name === 'BWF_ORIGINATOR_REFERENCE')
    draft.traceOnce('documentId', value, 'Reference that the recorder gave; copies keep it.', at)
  else if (Object.hasOwn(IXML, name)) traceTag(draft, IXML[name] ?? name, value, at)
}

/** Text of a field of fixed size: up to its NUL. */
function fixedText(raw: Buffer): string {
  const end = raw.indexOf(0)
  return metadataText(end >= 0 ? raw.subarray(0, end) : raw).trim()
}
