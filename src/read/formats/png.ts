import { LIMITS } from '../../base/limits.ts'
import { own } from '../../base/own.ts'
import { isoInstant } from '../../base/time.ts'
import type { Place, TraceName } from '../../model/index.ts'
import { inflate } from '../containers/inflate.ts'
import { Draft } from '../draft.ts'
import { readExif } from '../pictures/exif.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'

const MARK = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** Keywords of text chunks (PNG 1.2, 11.3.4.2) that become traces; others become notes. */
const KEYWORDS: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  Software: ['application', 'Program that saved it, as it states.'],
  Author: ['author', 'Name as entered; anybody can set it.'],
  Title: ['title', 'Title as entered.'],
  Copyright: ['copyright', 'Copyright line as entered.'],
  'Creation Time': ['created', 'Time as the program wrote it; its zone is often not stated.'],
  Source: ['device', 'Device that made it.'],
  'date:create': ['created', 'Time that ImageMagick noted.'],
  'date:modify': ['modified', 'Time that ImageMagick noted.'],
}

/** PNG pictures: size, text chunks, EXIF, XMP, time. What is drawn in the picture is not read. */
export const png: FormatReader = {
  name: 'png',
  summary: 'PNG picture: size, text chunks, EXIF, XMP',
  extensions: ['.png', '.apng'],
  source: 'W3C PNG Specification (Third Edition)',
  sniff: (head) => MARK.equals(head.subarray(0, 8)),
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let isEnded = false
    let at = 8
    for (let count = 0; at + 12 <= file.length && !isEnded; count++) {
      const size = file.readUInt32BE(at)
      const type = file.toString('latin1', at + 4, at + 8)
      const end = at + 12 + size
      if (end > file.length) break
      if (count >= LIMITS.mediaParts) {
        draft.cut('part-limit', `more than ${LIMITS.mediaParts} chunks: the rest was not read`)
        return draft.done('png')
      }
      chunk(type, file.subarray(at + 8, end - 4), { kind: 'bytes', from: at, to: end }, draft)
      isEnded = type === 'IEND'
      at = end
    }
    if (!isEnded) draft.cut('truncated', `the picture is cut short at byte ${at}`)
    else if (at < file.length) draft.warn('trailing-data', `${file.length - at} bytes follow the end of the picture`)
    return draft.done('png')
  },
}

function chunk(type: string, data: Buffer, place: Place, draft: Draft): void {
  if (type === 'IHDR' && data.length >= 8)
    draft.trace('dimensions', `${data.readUInt32BE(0)}x${data.readUInt32BE(4)}`, 'Width and height in pixels.')
  else if (type === 'tEXt' || type === 'zTXt' || type === 'iTXt') textChunk(type, data, place, draft)
  else if (type === 'eXIf') readExif(data, draft, place)
  else if (type === 'tIME' && data.length >= 7) {
    const ms = Date.UTC(data.readUInt16BE(0), (data[2] ?? 1) - 1, data[3], data[4], data[5], data[6])
    if (!Number.isNaN(ms)) draft.trace('modified', isoInstant(ms), 'Last change in UTC, as the program stated it.', place)
  }
}

function textChunk(type: 'tEXt' | 'zTXt' | 'iTXt', data: Buffer, place: Place, draft: Draft): void {
  const cut = data.indexOf(0)
  if (cut < 0) return
  const keyword = data.toString('latin1', 0, cut)
  let rest = data.subarray(cut + 1)
  let isPacked = type === 'zTXt'
  if (type === 'zTXt') rest = rest.subarray(1)
  else if (type === 'iTXt') {
    isPacked = rest[0] === 1
    const language = rest.indexOf(0, 2)
    const translated = language < 0 ? -1 : rest.indexOf(0, language + 1)
    if (translated < 0) return
    rest = rest.subarray(translated + 1)
  }
  const text = isPacked ? unpacked(rest, keyword, draft) : rest.subarray(0, LIMITS.mediaTextBytes)
  if (!text) return
  if (keyword === 'XML:com.adobe.xmp') readXmp(text, draft, place)
  else {
    // The standard says Latin-1 for tEXt and zTXt; programs write the code page of their machine.
    const value = type === 'iTXt' ? Buffer.from(text).toString('utf8') : metadataText(text)
    const known = own(KEYWORDS, keyword)
    if (known) draft.trace(known[0], value, known[1], place)
    else draft.passage(value, place, { role: 'note', block: `text ${keyword}` })
  }
}

function unpacked(packed: Uint8Array, keyword: string, draft: Draft): Uint8Array | undefined {
  const inflated = inflate('zlib', packed, LIMITS.mediaTextBytes)
  if (inflated.outcome !== 'whole')
    draft.cut('text-chunk', `text chunk ${JSON.stringify(keyword.slice(0, 80))} is ${inflated.outcome} when inflated`)
  return inflated.data
}
