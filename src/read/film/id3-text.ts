import { decodeAs } from '../../base/text.ts'
import { metadataText } from '../text/metadata-text.ts'

/** A text that ends in NUL, and where what follows begins. */
export interface Id3Text {
  readonly text: string
  readonly next: number
}

/** The text from a place to its NUL, in one of the four encodings of ID3v2.4: Latin-1 (in practice the page of the machine), UTF-16 with mark, UTF-16BE, UTF-8. */
export function id3Text(content: Buffer, from: number, encoding: number): Id3Text {
  const isWide = encoding === 1 || encoding === 2
  let end = from
  if (isWide) while (end + 1 < content.length && (content[end] !== 0 || content[end + 1] !== 0)) end += 2
  else while (end < content.length && content[end] !== 0) end++
  const raw = content.subarray(Math.min(from, content.length), end)
  return { text: decode(raw, encoding), next: Math.min(content.length, end + (isWide ? 2 : 1)) }
}

/** All texts of a frame that begins with its encoding; `skip` bytes stand between that and the first; from the `plainFrom`th on they are Latin-1. */
export function id3Texts(content: Buffer, plainFrom?: number, skip = 0): string[] {
  const texts: string[] = []
  const encoding = content[0] ?? 0
  for (let at = 1 + skip; at < content.length; ) {
    const isPlain = plainFrom !== undefined && texts.length >= plainFrom
    const { text, next } = id3Text(content, at, isPlain ? 0 : encoding)
    texts.push(text)
    at = next
  }
  return texts
}

function decode(raw: Buffer, encoding: number): string {
  if (encoding === 3) return raw.toString('utf8')
  if (encoding === 2) return decodeAs(raw, 'utf-16be').text
  if (encoding !== 1) return metadataText(raw)
  const isBig = raw[0] === 0xfe && raw[1] === 0xff
  return decodeAs(raw, isBig ? 'utf-16be' : 'utf-16le').text.replace(/^\ufeff/, '')
}
