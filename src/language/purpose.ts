import { type Passage, type Purpose, readableText } from '../model/index.ts'
import {
  CORRECTION_TEXT,
  CORRECTION_WORDS,
  COURTESY,
  DRAWING_TEXT,
  INSTRUCTION_TEXT,
  INSTRUCTION_WORDS,
  PHOTO_WORDS,
  REFERENCE_MATERIAL,
  REFERENCE_TEXT,
  REFERENCE_WORDS,
  RESULT_WORDS,
} from './tables/purpose-words.ts'

/** Formats by what they usually hold. Anything else says nothing by its format. */
const DOCUMENTS = new Set([
  'docx',
  'xlsx',
  'pptx',
  'pdf',
  'txt',
  'md',
  'html',
  'csv',
  'tsv',
  'rtf',
  'doc',
  'xls',
  'ppt',
  'odt',
  'ods',
  'wps',
  'et',
  'hwp',
  'hwpx',
  'eml',
  'msg',
])
const TIMESHEETS = new Set(['xdts', 'tdts', 'sxf'])
const PICTURES = new Set([
  'png',
  'jpg',
  'jpeg',
  'psd',
  'psb',
  'tga',
  'tif',
  'tiff',
  'bmp',
  'webp',
  'gif',
  'exr',
  'dpx',
  'clip',
  'sai',
  'kra',
  'ai',
  'svg',
])
const MOVING = new Set(['mp4', 'mov', 'avi', 'mkv', 'webm', 'wmv', 'mxf', 'm4v', 'flv', 'swf', 'mpeg'])
const SCENES = new Set(['tnz', 'pli', 'tlv', 'tvpp', 'xstage', 'aep', 'blend', 'ma', 'mb', 'fla', 'moho', 'toonz', 'pl', 'tzp'])

const ARCHIVES = new Set(['zip', '7z', 'rar', 'tar', 'tgz', 'gz', 'lzh', 'alz', 'egg', 'xz', 'bz2'])

/** Characters of one text that can be a request; a longer one is a chapter. */
const ASKING_CHARS = 2_000
/** Passages looked at; a note that matters stands at its beginning. */
const LOOKED_AT = 400
/** Share of a document's passages that must read like instructions, and how many at least. A book has some by chance. */
const INSTRUCTING = { share: 0.08, least: 1, bookPassages: 120, bookChars: 160, bookShare: 0.3 } as const
/** An order may be written in long paragraphs; it is then short as a whole, most of it asks, and it speaks of drawings. */
const ORDER = { passages: 60, chars: 12_000, share: 0.3 } as const
/** Members of an archive looked at, and the share of them that must be frames, video or scenes. */
const MEMBERS = { lookedAt: 2000, share: 0.5 } as const

interface PurposedFile {
  readonly path: string
  readonly format: string
  readonly passages: readonly Passage[]
  readonly members?: readonly string[]
}

/**
 * What a file is for, from its format, the words of its path and its text: material to act on (documents and sheets that ask for work, timesheets, pictures with
 * notes in them), as a correction when its name says so or at least half of what asks in it asks to change work that exists; what was made (frames, video, scene files,
 * archives of them); reference material by its path. `other` whenever none is plain: logs, books, photographs, delivery notes, rosters. `members` are the paths in an
 * archive, where known; passages with the role `name` count as such.
 */
export function purposeOf(file: PurposedFile): Purpose {
  const path = file.path.normalize('NFC').toLowerCase()
  const work = workOf(file)
  if (work === 'instruction') return isCorrecting(file.passages, path) ? 'correction' : 'instruction'
  return work ?? (REFERENCE_MATERIAL.test(path) ? 'reference' : 'other')
}

/** What one text asks for: a change of work that exists, work, or a look at other material. Undefined for most texts; names of layers and sheets ask for nothing. */
export function purposeOfText(passage: Pick<Passage, 'text' | 'role' | 'repaired'>): Passage['purpose'] {
  const text = readableText(passage)
  const { role } = passage
  if (role === 'name' || text.length > ASKING_CHARS) return undefined
  if (asks(text)) return CORRECTION_TEXT.test(text) ? 'correction' : 'instruction'
  return REFERENCE_TEXT.test(text) ? 'reference' : undefined
}

/** A file that asks corrects when its own name says so; without such a name, when its texts do. A timesheet says what to shoot. */
function isCorrecting(passages: readonly Passage[], path: string): boolean {
  if (CORRECTION_WORDS.test(path.slice(path.lastIndexOf('/') + 1))) return true
  const asking = passages.filter((passage) => passage.role !== 'name' && asks(readableText(passage))).slice(0, LOOKED_AT)
  return asking.length > 0 && asking.filter((passage) => CORRECTION_TEXT.test(readableText(passage))).length * 2 >= asking.length
}

function workOf(file: PurposedFile): 'instruction' | 'result' | undefined {
  const format = file.format.toLowerCase()
  const path = file.path.normalize('NFC').toLowerCase()
  if (TIMESHEETS.has(format)) return 'instruction'
  if (REFERENCE_WORDS.test(path)) return undefined
  if (DOCUMENTS.has(format)) return isInstructing(file.passages, path) ? 'instruction' : undefined
  if (ARCHIVES.has(format)) return isDelivery(path, membersOf(file)) ? 'result' : undefined
  if (PICTURES.has(format)) return pictureFor(file.passages, path)
  if (MOVING.has(format) || SCENES.has(format)) {
    if (format === 'fla' || SCENES.has(format)) return 'result'
    return hasShotCode(path) || RESULT_WORDS.test(path) ? 'result' : undefined
  }
  return undefined
}

function membersOf({ passages, members }: { readonly passages: readonly Passage[]; readonly members?: readonly string[] }): string[] {
  const named = members ?? passages.filter(({ role }) => role === 'name').map(({ text }) => text)
  return named.slice(0, MEMBERS.lookedAt).map((name) => name.normalize('NFC').toLowerCase())
}

/** An archive is a delivery when most of its members are, or, its members unknown, when its own path says so twice: a shot code and a word for what was made. */
function isDelivery(path: string, members: readonly string[]): boolean {
  if (INSTRUCTION_WORDS.test(path) || PHOTO_WORDS.test(path)) return false
  const files = members.filter((name) => /\.[a-z0-9]+$/.test(name))
  const isNamed = RESULT_WORDS.test(path)
  if (files.length === 0) return isNamed && hasShotCode(path)
  const made = files.filter((name) => isMade(name, isNamed || hasShotCode(path))).length
  return made > 0 && made >= MEMBERS.share * files.length
}

function isMade(name: string, isInDelivery: boolean): boolean {
  const format = name.slice(name.lastIndexOf('.') + 1)
  const base = name.slice(name.lastIndexOf('/') + 1)
  if (REFERENCE_WORDS.test(name) || CAMERA_NAME.test(base) || INSTRUCTION_WORDS.test(name)) return false
  if (SCENES.has(format)) return true
  if (!PICTURES.has(format) && !MOVING.has(format)) return false
  return hasShotCode(name) || RESULT_WORDS.test(name) || (isInDelivery && /\d{2,}\.[a-z0-9]+$/.test(base))
}

/** Whether a text asks for something once its courtesies are taken out. */
function asks(text: string): boolean {
  return INSTRUCTION_TEXT.test(text.replace(COURTESY, ' '))
}

function pictureFor(passages: readonly Passage[], path: string): 'instruction' | 'result' | undefined {
  const notes = passages.filter((passage) => passage.role !== 'name' && asks(readableText(passage)))
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (notes.length > 0 || INSTRUCTION_WORDS.test(name)) return 'instruction'
  if (CAMERA_NAME.test(name)) return undefined
  if (hasShotCode(name) || (hasShotCode(path) && /\d{2,}\.[a-z]+$/.test(name)))
    return INSTRUCTION_WORDS.test(path) && !RESULT_WORDS.test(path) ? 'instruction' : 'result'
  return RESULT_WORDS.test(path) && /\d{2,}/.test(name) ? 'result' : undefined
}

/** Names that cameras, phones and screenshots give. */
const CAMERA_NAME = /^(?:img|dsc[nf]?|dcim|p\d{7}|pxl|photo|screenshot|截图|微信图片|mmexport|kakaotalk|wechatimg)[-_ ]?\d*/

/** Two number groups with letters (`e307_112`, `ep03_sc045`), or a cut, shot or scene number. */
function hasShotCode(path: string): boolean {
  return (
    /(?:^|[^a-z])(?:e|ep|s|sc|c|cut|sh|shot|sq|seq|镜头|卡|컷|장면)[-_ #]?\d{2,4}[a-z]?(?:[^\da-z]|$)/u.test(path) ||
    /[a-z]{1,6}\d{2,4}[-_]\d{2,4}[a-z]?(?:[-_.]|$)/.test(path)
  )
}

/** A document instructs when enough of it asks for changes; long running text needs far more, so that a book is none. */
function isInstructing(passages: readonly Passage[], path: string): boolean {
  const looked = passages.filter(({ role }) => role !== 'name').slice(0, LOOKED_AT)
  if (looked.length === 0) return false
  const asking = looked.filter((passage) => asks(readableText(passage)))
  const total = looked.reduce((sum, { text }) => sum + text.length, 0)
  const chars = total / looked.length
  const isBook = chars > INSTRUCTING.bookChars || (passages.length > INSTRUCTING.bookPassages && chars > INSTRUCTING.bookChars / 2)
  const share = asking.length / looked.length
  const isNamed = INSTRUCTION_WORDS.test(path)
  const isAboutDrawing = asking.some(({ text }) => DRAWING_TEXT.test(text))
  if (isBook)
    return (
      (share >= INSTRUCTING.bookShare && isNamed) ||
      (looked.length <= ORDER.passages && total <= ORDER.chars && share >= ORDER.share && isAboutDrawing && isEastAsian(asking))
    )
  return asking.length >= INSTRUCTING.least && ((share >= INSTRUCTING.share && isAboutDrawing) || isNamed)
}

/** Whether requests are written in Chinese or Korean, in which orders of this trade are written as prose. */
function isEastAsian(asking: readonly Passage[]): boolean {
  return asking.some(({ language }) => language === 'ko' || language.startsWith('zh'))
}
