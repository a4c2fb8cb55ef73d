import { LIMITS } from '../../base/limits.ts'
import type { Place } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { readXmp } from '../pictures/xmp.ts'
import { endingOf, type InnerFile } from './inner-files.ts'
import { traceTag } from './named-tags.ts'

/** Names under which a picture stands in base64. */
const PICTURES = new Set(['METADATA_BLOCK_PICTURE', 'COVERART'])
/** Chapters have their time and their name in comments of their own. */
const CHAPTER = /^CHAPTER\d{2,3}(NAME)?$/

/** Vorbis comments: the program that wrote them, then names and texts. `place` tells where bytes of `data` stand in the file. Gives pictures, and `isWhole` false when it is cut. */
export function readVorbisComments(
  data: Buffer,
  place: (from: number, to: number) => Place,
  draft: Draft,
): { readonly inner: readonly InnerFile[]; readonly isWhole: boolean } {
  const inner: InnerFile[] = []
  const vendorBytes = data.length >= 4 ? data.readUInt32LE(0) : 0
  if (8 + vendorBytes > data.length) return { inner, isWhole: false }
  draft.traceOnce(
    'encoder',
    data.toString('utf8', 4, 4 + vendorBytes),
    'Library that wrote the sound or its tags, as it states.',
    place(4, 4 + vendorBytes),
  )
  const count = data.readUInt32LE(4 + vendorBytes)
  let at = 8 + vendorBytes
  for (let i = 0; i < count; i++) {
    if (i >= LIMITS.mediaParts) {
      draft.cut('part-limit', `more than ${LIMITS.mediaParts} comments: the rest was not read`)
      break
    }
    const end = at + 4 <= data.length ? at + 4 + data.readUInt32LE(at) : Number.POSITIVE_INFINITY
    if (end > data.length) return { inner, isWhole: false }
    comment(data.subarray(at + 4, end), place(at + 4, end), inner, draft)
    at = end
  }
  return { inner, isWhole: true }
}

function comment(raw: Buffer, at: Place, inner: InnerFile[], draft: Draft): void {
  const cut = raw.indexOf('=')
  if (cut < 0) return
  const name = raw.toString('latin1', 0, Math.min(cut, LIMITS.traceChars))
  const upper = name.toUpperCase()
  const isPicture = PICTURES.has(upper)
  const text = raw.toString('utf8', cut + 1, isPicture ? raw.length : Math.min(raw.length, cut + 1 + LIMITS.mediaTextBytes))
  if (isPicture) {
    const data = Buffer.from(text, 'base64')
    if (upper === 'COVERART') inner.push({ path: `picture-${inner.length + 1}.bin`, data })
    else inner.push(...flacPicture(data, inner.length, at, draft))
  } else if (upper === 'XMP') readXmp(Buffer.from(text), draft, at)
  else if (CHAPTER.test(upper)) draft.passage(upper.endsWith('NAME') ? text : '', at, { role: 'title', block: 'chapters' })
  else traceTag(draft, name, text, at)
}

/** The picture of a FLAC picture block (RFC 9639, 8.8): kind, media type, description, sizes, data. */
export function flacPicture(block: Buffer, count: number, at: Place, draft: Draft): InnerFile[] {
  const mediaBytes = block.length >= 8 ? block.readUInt32BE(4) : 0
  const wordsAt = 8 + mediaBytes
  if (wordsAt + 4 > block.length) return []
  const dataAt = wordsAt + 4 + block.readUInt32BE(wordsAt) + 16
  if (dataAt + 4 > block.length) return []
  draft.passage(block.toString('utf8', wordsAt + 4, Math.min(dataAt - 16, wordsAt + 4 + LIMITS.mediaTextBytes)), at, {
    role: 'name',
    block: 'pictures',
  })
  const data = block.subarray(dataAt + 4, dataAt + 4 + block.readUInt32BE(dataAt))
  const mediaType = block.toString('latin1', 8, Math.min(wordsAt, 8 + 64))
  // An address instead of a picture.
  if (mediaType === '-->') draft.traceOnce('link', data.toString('latin1', 0, LIMITS.traceChars), 'Address of a picture.', at)
  return mediaType === '-->' ? [] : [{ path: `picture-${count + 1}.${endingOf(mediaType)}`, data }]
}
