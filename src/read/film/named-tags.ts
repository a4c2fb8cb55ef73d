import { LIMITS } from '../../base/limits.ts'
import { own } from '../../base/own.ts'
import type { Place, ReadPassage, TraceName } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { offsetOf, traceZone } from '../zone.ts'

type Known = readonly [field: TraceName, meaning: string, role?: ReadPassage['role']]

const NAME = 'Name as entered; anybody can set it.'
const REMARK = 'Remark as entered, or by a program.'
const ENCODER = 'Program or library that encoded it, as it states.'
const DATE = 'Date as a program or person entered it; often that of the work, not of the file.'

/**
 * Names of tags, in capitals without blanks, dashes and underscores, from the Vorbis comment field recommendations, the Matroska tag registry, FFmpeg's general names, ID3
 * user text and Adobe's onMetaData.
 */
const TAGS: Readonly<Record<string, Known>> = {
  TITLE: ['title', 'Title as entered.', 'title'],
  SUBTITLE: ['title', 'Subtitle as entered.', 'title'],
  ALBUM: ['title', 'Title of the album or series as entered.', 'title'],
  SHOW: ['title', 'Title of the series as entered.', 'title'],
  SUBJECT: ['title', 'Subject as entered.', 'title'],
  ARTIST: ['author', NAME],
  ALBUMARTIST: ['author', NAME],
  AUTHOR: ['author', NAME],
  COMPOSER: ['author', NAME],
  CREATOR: ['author', NAME],
  DIRECTOR: ['author', NAME],
  LYRICIST: ['author', NAME],
  PERFORMER: ['author', NAME],
  PRODUCER: ['author', NAME],
  WRITTENBY: ['author', NAME],
  CONTACT: ['contact', 'Address or number as entered.'],
  LABEL: ['company', 'Company as entered.'],
  ORGANIZATION: ['company', 'Company as entered.'],
  PRODUCTIONSTUDIO: ['company', 'Company as entered.'],
  PUBLISHER: ['company', 'Company as entered.'],
  COMPANYNAME: ['company', 'Company that the program names, mostly its own maker.'],
  COPYRIGHT: ['copyright', 'Copyright line as entered.'],
  LICENSE: ['copyright', 'Licence of the work as entered.'],
  ENCODER: ['encoder', ENCODER],
  ENCODEDBY: ['encoder', 'Program, person or company that encoded it, as entered.'],
  ENCODEROPTIONS: ['encoder', 'Settings of the encoder; the same settings come from the same preset.'],
  ENCODERSETTINGS: ['encoder', 'Settings of the encoder; the same settings come from the same preset.'],
  ENCODINGTOOL: ['encoder', ENCODER],
  APPLICATIONPLATFORM: ['platform', 'System that the program states.'],
  METADATACREATOR: ['application', 'Program that wrote the properties, as it states.'],
  PRODUCTNAME: ['application', 'Program that wrote the file, as it states.'],
  SOFTWARE: ['application', 'Program that wrote the file, as it states.'],
  STATISTICSWRITINGAPP: ['application', 'Program that counted the track, as it states.'],
  PRODUCTVERSION: ['applicationVersion', 'Version of that program, as it states.'],
  CREATIONDATE: ['created', 'Clock of the machine or device, as it wrote it.'],
  CREATIONTIME: ['created', 'Clock of the machine or device, as it wrote it.'],
  DATE: ['created', DATE],
  DATEDIGITIZED: ['created', DATE],
  DATEENCODED: ['created', DATE],
  DATERECORDED: ['created', DATE],
  DATERELEASED: ['created', DATE],
  ORIGINATIONDATE: ['created', DATE],
  YEAR: ['created', DATE],
  MODIFICATIONDATE: ['modified', 'Clock of the machine that saved it last.'],
  DATETAGGED: ['metadataModified', 'Clock of the machine that wrote the tags.'],
  METADATADATE: ['metadataModified', 'Clock of the machine that wrote the properties.'],
  STATISTICSWRITINGDATEUTC: ['metadataModified', 'Clock of the machine that counted the track, in UTC.'],
  COMMENT: ['comment', REMARK, 'comment'],
  COMMENTS: ['comment', REMARK, 'comment'],
  DESCRIPTION: ['comment', REMARK, 'comment'],
  LYRICS: ['comment', 'Text of a song as entered.', 'comment'],
  SUMMARY: ['comment', REMARK, 'comment'],
  SYNOPSIS: ['comment', REMARK, 'comment'],
  KEYWORDS: ['keywords', 'Keywords as entered.'],
  GENRE: ['category', 'Kind as entered.'],
  LANGUAGE: ['locale', 'Language as stated.'],
  HANDLERNAME: ['handler', 'Name of a track handler; written by the program, at times in the language of its user interface.'],
  MAKE: ['device', 'Maker of the device.'],
  MODEL: ['device', 'Model of the device.'],
  MAJORBRAND: ['brand', 'Kind of container that it was made from.'],
  MATERIALPACKAGEUMID: ['documentId', 'Id of the material that it was made from; copies keep it.'],
}
/** Measures of sound and film, of no use for where a file comes from. */
const MEASURES =
  /^(?:REPLAYGAIN|R128|NUMBEROF|STATISTICSTAGS|DURATION$|BPS$|MINORVERSION$|COMPATIBLEBRANDS$|VENDORID$|TRACK$|TRACKNUMBER$|TRACKTOTAL$|DISC$|DISCNUMBER$|WAVEFORMATEXTENSIBLE)/

/**
 * A tag that has a name: a trace of the field that the name stands for (else `custom`), and a passage when it is a title, a remark or another text. Several values stand with
 * NUL between them. A place is told as present, never where.
 */
export function traceTag(draft: Draft, name: string, text: string, at: Place): void {
  const key = name
    .replace(/^com\.apple\.quicktime\./i, '')
    .toUpperCase()
    .replace(/[\s_-]/g, '')
  const values = text.slice(0, LIMITS.mediaTextBytes).split('\0').map((value) => value.trim()).filter((value) => value !== '') // biome-ignore format: a list read as a line
  if (MEASURES.test(key) || values.length === 0) return
  if (/LOCATION|GPS|^GEO|XYZ$|LATITUDE|LONGITUDE/.test(key)) {
    traceGps(draft, at)
    return
  }
  const known = own(TAGS, key)
  const joined = values.join('\n')
  if (!known) {
    draft.traceOnce('custom', `${name.trim()}: ${joined}`, 'A tag that a program or person added; what it means is their matter.', at)
    if (/\p{L}{2}/u.test(joined)) draft.passage(joined, at, { role: 'note', block: 'properties' })
    return
  }
  const [field, meaning, role] = known
  for (const value of values) draft.traceOnce(field, value, meaning, at)
  if (role !== undefined) draft.passage(joined, at, { role, block: 'properties' })
  if (/^(?:created|modified|metadataModified)$/.test(field)) traceZone(draft, offsetOf(joined), `Stated with ${name.trim()}`, at)
}

/** Tells that a position is there, and not which. */
export function traceGps(draft: Draft, at?: Place): void {
  draft.traceOnce('gps', 'present', 'A position was noted; it is in the sealed file and is not repeated here.', at)
}

/** A length of sound or film in seconds, to the millisecond. */
export function traceDuration(draft: Draft, seconds: number, at?: Place): void {
  if (Number.isFinite(seconds) && seconds > 0)
    draft.traceOnce('duration', `${Math.round(seconds * 1000) / 1000} s`, 'Length of the film or sound.', at)
}

/** Pictures in a second, to the thousandth. */
export function traceFrameRate(draft: Draft, perSecond: number, at?: Place): void {
  if (Number.isFinite(perSecond) && perSecond > 0 && perSecond < 1000)
    draft.traceOnce('frameRate', `${Math.round(perSecond * 1000) / 1000}`, 'Pictures in a second.', at)
}

/** Width and height in pixels. */
export function traceDimensions(draft: Draft, width: number, height: number, at?: Place): void {
  if (width > 0 && height > 0) draft.traceOnce('dimensions', `${width}x${height}`, 'Width and height in pixels.', at)
}
