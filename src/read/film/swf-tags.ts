import { LIMITS } from '../../base/limits.ts'
import { isoInstant } from '../../base/time.ts'
import type { Place, ReadPassage } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { readXmp } from '../pictures/xmp.ts'
import { metadataText } from '../text/metadata-text.ts'
import { rectAt } from './bits.ts'

/** Tags that are read (SWF File Format Specification 19), by their number. */
const NAMES: Readonly<Record<number, string>> = {
  13: 'DefineFontInfo',
  24: 'Protect',
  37: 'DefineEditText',
  39: 'DefineSprite',
  41: 'ProductInfo',
  43: 'FrameLabel',
  48: 'DefineFont2',
  56: 'ExportAssets',
  57: 'ImportAssets',
  62: 'DefineFontInfo2',
  63: 'DebugID',
  71: 'ImportAssets2',
  75: 'DefineFont3',
  76: 'SymbolClass',
  77: 'Metadata',
  82: 'DoABC',
  86: 'DefineSceneAndFrameLabelData',
  88: 'DefineFontName',
}
/** Products of tag 41, as the Flex compiler names them. */
const PRODUCTS: Readonly<Record<number, string>> = { 1: 'Macromedia Flex for J2EE', 2: 'Macromedia Flex for .NET', 3: 'Adobe Flex' }
/** Languages of fonts ("LANGCODE"), for the breaking of lines. */
const LANGUAGES: Readonly<Record<number, string>> = { 2: 'ja', 3: 'ko', 4: 'zh-Hans', 5: 'zh-Hant' }
const FONT_MEANING =
  'Font whose shapes are in the film, or that it asks for; it was installed on the machine that made it, or an earlier one.'
/** Dates that a clock can show: years 1990 to 2100. */
const CLOCK_MS = [631_152_000_000, 4_102_444_800_000] as const

interface Walk {
  readonly body: Buffer
  readonly draft: Draft
  left: number
  texts: number
}

/** Walks the tags of an unpacked Flash film from a place on; false when it ends before its end tag. */
export function readSwfTags(body: Buffer, from: number, draft: Draft): boolean {
  return tags({ body, draft, left: LIMITS.mediaParts, texts: 0 }, from, body.length, 0)
}

function tags(walk: Walk, from: number, to: number, depth: number): boolean {
  const { body, draft } = walk
  for (let at = from; at + 2 <= to; ) {
    if (walk.left-- <= 0) {
      draft.cut('part-limit', `more than ${LIMITS.mediaParts} tags: the rest was not read`)
      return true
    }
    const head = body.readUInt16LE(at)
    const code = head >> 6
    const isLong = (head & 0x3f) === 0x3f
    if (code === 0) return true
    if (isLong && at + 6 > to) return false
    const start = at + (isLong ? 6 : 2)
    const end = start + (isLong ? body.readUInt32LE(at + 2) : head & 0x3f)
    if (end > to) return false
    const name = NAMES[code]
    if (name === 'DefineSprite') {
      if (depth >= LIMITS.mediaDepth) draft.cut('tag-depth', `clips are nested deeper than ${LIMITS.mediaDepth}`)
      else if (!tags(walk, start + 4, end, depth + 1)) return false
    } else if (name !== undefined) tag(walk, name, body.subarray(start, end))
    at = end
  }
  return false
}

function tag(walk: Walk, name: string, data: Buffer): void {
  const { draft } = walk
  if (name === 'Metadata') readXmp(data.subarray(0, stringEnd(data, 0)), draft, place(walk, name))
  else if (name === 'ProductInfo') productInfo(walk, data)
  else if (name === 'FrameLabel') say(walk, name, stringAt(data, 0).text, 'name')
  else if (name === 'ExportAssets' || name === 'SymbolClass') assets(walk, name, data, 0)
  else if (name.startsWith('ImportAssets')) {
    const { text, next } = stringAt(data, 0)
    draft.traceOnce('link', text, 'Address of another film that this one takes symbols from.')
    assets(walk, name, data, next + (name === 'ImportAssets2' ? 2 : 0))
  } else if (name === 'DefineEditText') editText(walk, data)
  else if (name === 'DefineSceneAndFrameLabelData') scenes(walk, data)
  else if (name.startsWith('DefineFont')) font(walk, name, data)
  else if (name === 'DoABC') draft.traceOnce('custom', `code: ${stringAt(data, 4).text}`, 'Name of a block of code.')
  else if (name === 'DebugID') draft.traceOnce('instanceId', data.toString('hex', 0, 16), 'Id that ties the film to its debugging file.')
  else if (name === 'Protect') draft.traceOnce('protection', 'import', 'The film states that it must not be imported for editing.')
}

/** Product, edition, version, build and the clock of the compiler. */
function productInfo({ draft }: Walk, data: Buffer): void {
  if (data.length < 26) return
  const product = data.readUInt32LE(0)
  draft.traceOnce('application', PRODUCTS[product] ?? `product ${product}`, 'Compiler that wrote the film, as it states.')
  draft.traceOnce('applicationVersion', `${data[8]}.${data[9]}.${data.readUInt32LE(10)}`, 'Version and build of the compiler.')
  const ms = Number(data.readBigUInt64LE(18))
  if (ms >= CLOCK_MS[0] && ms <= CLOCK_MS[1]) draft.traceOnce('created', isoInstant(ms), 'Clock of the machine that compiled it, in UTC.')
}

function assets(walk: Walk, name: string, data: Buffer, from: number): void {
  if (from + 2 > data.length) return
  let at = from + 2
  for (let left = data.readUInt16LE(from); left > 0 && at + 2 < data.length; left--) {
    const { text, next } = stringAt(data, at + 2)
    say(walk, name, text, 'name')
    at = next
  }
}

/** Scenes and labels: counts, numbers, names. */
function scenes(walk: Walk, data: Buffer): void {
  let at = 0
  const number = () => {
    let value = 0
    for (let shift = 0; shift < 35 && at < data.length; shift += 7) {
      const byte = data[at++] ?? 0
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) break
    }
    return value
  }
  for (let list = 0; list < 2; list++)
    for (let left = number(); left > 0 && at < data.length; left--) {
      number()
      const { text, next } = stringAt(data, at)
      say(walk, 'DefineSceneAndFrameLabelData', text, 'name')
      at = next
    }
}

function font({ draft }: Walk, name: string, data: Buffer): void {
  if (name === 'DefineFontName') {
    const { text, next } = stringAt(data, 2)
    draft.traceOnce('font', text, FONT_MEANING)
    draft.traceOnce('copyright', stringAt(data, next).text, 'Copyright line of a font.')
    return
  }
  const isInfo = name.startsWith('DefineFontInfo')
  // Id, then flags and language (fonts), or name, flags and language (descriptions of fonts).
  const lengthAt = isInfo ? 2 : 4
  const raw = data.subarray(lengthAt + 1, lengthAt + 1 + (data[lengthAt] ?? 0))
  draft.traceOnce('font', metadataText(raw).replace(/\0.*$/s, ''), FONT_MEANING)
  const language = name === 'DefineFontInfo' ? 0 : isInfo ? data[lengthAt + 2 + raw.length] : data[3]
  draft.traceOnce('locale', LANGUAGES[language ?? 0], 'Language set for the breaking of lines in a font; programs set that of the machine.')
}

/** A field of text: what it shows at first, as plain text or as a little HTML. */
function editText(walk: Walk, data: Buffer): void {
  let at = 2 + rectAt(data, 2).bytes
  const [first = 0, second = 0] = data.subarray(at, at + 2)
  at += 2
  if ((first & 1) > 0) at += 2
  if ((second & 0x80) > 0) at = stringAt(data, at).next
  if ((first & 1) > 0 || (second & 0x80) > 0) at += 2
  if ((first & 4) > 0) at += 4
  if ((first & 2) > 0) at += 2
  if ((second & 0x20) > 0) at += 9
  at = stringAt(data, at).next
  if ((first & 0x80) === 0) return
  const { text } = stringAt(data, at)
  say(walk, 'DefineEditText', (second & 2) > 0 ? plain(text) : text, 'text')
}

function plain(html: string): string {
  const lines = html.replace(/<\/p>|<br\s*\/?>/gi, '\n').replace(/<[^>]*>/g, '')
  return lines.replace(
    /&(lt|gt|quot|apos|nbsp|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' })[name] ?? '&',
  )
}

function say(walk: Walk, name: string, text: string, role: ReadPassage['role']): void {
  walk.draft.passage(text, place(walk, name), { ...(role === undefined ? {} : { role }), block: name })
}

/** Films are mostly packed, so that texts are counted, not measured. */
function place(walk: Walk, name: string): Place {
  return { kind: 'paragraph', part: name, index: ++walk.texts }
}

function stringEnd(data: Buffer, from: number): number {
  const end = data.indexOf(0, from)
  return end < 0 ? data.length : end
}

/** Text to its NUL: UTF-8 from version 6 on, the page of the machine before. */
function stringAt(data: Buffer, from: number): { readonly text: string; readonly next: number } {
  const begin = Math.min(from, data.length)
  const end = stringEnd(data, begin)
  return { text: metadataText(data.subarray(begin, Math.min(end, begin + LIMITS.mediaTextBytes))), next: Math.min(data.length, end + 1) }
}
