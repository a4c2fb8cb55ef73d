import { LIMITS } from '../../base/limits.ts'
import type { Place } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { readXmp } from '../pictures/xmp.ts'
import { metadataText } from '../text/metadata-text.ts'
import { id3Text, id3Texts } from './id3-text.ts'
import { endingOf, type InnerFile } from './inner-files.ts'
import { traceTag } from './named-tags.ts'
import { FRAMES, OLD_FRAMES } from './tables/id3-frames.ts'

/** Bytes of an ID3v1 tag, at the end of the file. */
export const ID3V1_BYTES = 128
const HEAD_BYTES = 10
const FLAGS = { unsynchronised: 0x80, extended: 0x40, footer: 0x10 }

/** What a tag at the begin of a file gave: where it ends, and the pictures and files in it. */
export interface Id3 {
  readonly end: number
  readonly inner: readonly InnerFile[]
}

interface Tag {
  readonly version: number
  readonly body: Buffer
  readonly draft: Draft
  readonly inner: InnerFile[]
  /** The place of bytes of `body` in the file; frames are counted where unsynchronisation moved them. */
  readonly place: (from: number, to: number, count: number) => Place
}

/** Reads an ID3v2.2, 2.3 or 2.4 tag (id3.org) at the begin of `file`, which stands at `shift` of the whole file. Never throws. */
export function readId3(file: Buffer, shift: number, draft: Draft): Id3 {
  if (file.length < HEAD_BYTES || file.toString('latin1', 0, 3) !== 'ID3') return { end: 0, inner: [] }
  const version = file[3] ?? 0
  const flags = file[5] ?? 0
  const size = synchsafe(file, 6)
  const end = HEAD_BYTES + size + ((flags & FLAGS.footer) > 0 ? HEAD_BYTES : 0)
  if (end > file.length) draft.cut('truncated', `the ID3 tag states ${end} bytes, and ${file.length} are there`)
  if (version < 2 || version > 4) {
    draft.cut('id3-version', `ID3 version 2.${version} is not known`)
    return { end, inner: [] }
  }
  const raw = file.subarray(HEAD_BYTES, HEAD_BYTES + size)
  // Version 2.4 says it frame by frame; before, the whole tag was changed.
  const isMoved = (flags & FLAGS.unsynchronised) > 0 && version < 4
  const tag: Tag = {
    version,
    body: isMoved ? synchronised(raw) : raw,
    draft,
    inner: [],
    place: (from, to, count) =>
      isMoved
        ? { kind: 'paragraph', part: 'ID3', index: count }
        : { kind: 'bytes', from: shift + HEAD_BYTES + from, to: shift + HEAD_BYTES + to },
  }
  draft.traceOnce('formatVersion', `ID3v2.${version}`, 'Version of the tag; programs differ in which they write.')
  frames(tag, (flags & FLAGS.extended) > 0 && version > 2 ? extendedBytes(tag) : 0)
  return { end, inner: tag.inner }
}

/** Reads the ID3v1 tag in the last 128 bytes; its text is of no stated code page. */
export function readId3v1(file: Buffer, draft: Draft): boolean {
  const from = file.length - ID3V1_BYTES
  if (from < 0 || file.toString('latin1', from, from + 3) !== 'TAG') return false
  for (const [name, offset, size] of [
    ['title', 3, 30],
    ['artist', 33, 30],
    ['album', 63, 30],
    ['year', 93, 4],
    ['comment', 97, 30],
  ] as const) {
    const raw = file.subarray(from + offset, from + offset + size)
    const end = raw.indexOf(0)
    const text = metadataText(end >= 0 ? raw.subarray(0, end) : raw)
    traceTag(draft, name, text, { kind: 'bytes', from: from + offset, to: from + offset + size })
  }
  return true
}

function extendedBytes({ version, body }: Tag): number {
  if (body.length < 4) return body.length
  return version === 4 ? synchsafe(body, 0) : 4 + body.readUInt32BE(0)
}

function frames(tag: Tag, from: number): void {
  const { version, body, draft } = tag
  const isOld = version === 2
  const head = isOld ? 6 : 10
  let count = 0
  for (let at = from; at + head <= body.length && body[at] !== 0; ) {
    if (++count > LIMITS.mediaParts) {
      draft.cut('part-limit', `more than ${LIMITS.mediaParts} frames: the rest was not read`)
      return
    }
    const id = body.toString('latin1', at, at + (isOld ? 3 : 4))
    const size = isOld ? body.readUIntBE(at + 3, 3) : frameBytes(tag, at)
    const stop = at + head + size
    if (!/^[A-Z0-9]+ ?$/.test(id) || stop > body.length) {
      draft.cut('truncated', `an ID3 frame is cut short or has no sense: ${JSON.stringify(id)}`)
      return
    }
    const content = isOld ? body.subarray(at + head, stop) : plainContent(tag, at, stop)
    if (content) frame(tag, id.trim(), content, tag.place(at, stop, count))
    at = stop
  }
}

/** Old iTunes wrote sizes of version 2.4 as plain numbers; the one is taken that ends at another frame. */
function frameBytes({ version, body }: Tag, at: number): number {
  const plain = body.readUInt32BE(at + 4)
  if (version < 4) return plain
  const safe = synchsafe(body, at + 4)
  const isFrame = (next: number) =>
    next === body.length || body[next] === 0 || /^[A-Z0-9]{4}$/.test(body.toString('latin1', next, next + 4))
  return plain > 0x7f && !isFrame(at + 10 + safe) && isFrame(at + 10 + plain) ? plain : safe
}

/** The content of a frame whose flags say neither packed nor encrypted. */
function plainContent({ version, body, draft }: Tag, at: number, stop: number): Buffer | undefined {
  const flags = body[at + 9] ?? 0
  const isHidden = version === 4 ? (flags & 0x0c) > 0 : (flags & 0xc0) > 0
  if (isHidden) {
    draft.cut('id3-packed', 'an ID3 frame is compressed or encrypted and was not read')
    return undefined
  }
  const grouped = version === 4 ? (flags & 0x40) > 0 : (flags & 0x20) > 0
  const stated = version === 4 && (flags & 0x01) > 0
  const content = body.subarray(Math.min(stop, at + 10 + (grouped ? 1 : 0) + (stated ? 4 : 0)), stop)
  return version === 4 && (flags & 0x02) > 0 ? synchronised(content) : content
}

function frame(tag: Tag, id: string, content: Buffer, at: Place): void {
  const { draft } = tag
  const kind = OLD_FRAMES[id] ?? id
  const bytes = content.subarray(0, LIMITS.mediaTextBytes)
  if (kind === 'TXXX' || kind === 'WXXX') {
    const [name = '', ...values] = id3Texts(bytes, kind === 'WXXX' ? 1 : undefined)
    traceTag(draft, name === '' ? kind : name, values.join('\0'), at)
  } else if (kind === 'COMM' || kind === 'USLT') comment(tag, kind, bytes, at)
  else if (kind === 'APIC') picture(tag, id, content, at)
  else if (kind === 'GEOB') object(tag, content, at)
  else if (kind === 'PRIV') owned(tag, content, at)
  else if (kind === 'UFID') {
    const cut = bytes.indexOf(0)
    if (cut > 0)
      traceTag(
        draft,
        `UFID ${bytes.toString('latin1', 0, cut)}`,
        bytes
          .subarray(cut + 1)
          .toString('latin1')
          .replace(/[^\x20-\x7e]/g, '.'),
        at,
      )
  } else if (kind.startsWith('T')) traceTag(draft, FRAMES[kind] ?? kind, id3Texts(bytes).join('\0'), at)
  else if (kind.startsWith('W')) draft.traceOnce('link', metadataText(bytes).replace(/\0.*$/s, ''), 'Address in the tag.', at)
}

/** Language, short name and text. iTunes keeps its measures in comments with names. */
function comment({ draft }: Tag, kind: string, bytes: Buffer, at: Place): void {
  if (bytes.length < 5) return
  const language = bytes.toString('latin1', 1, 4)
  const [name = '', ...texts] = id3Texts(bytes, undefined, 3)
  if (/^iTun(?:NORM|SMPB|PGAP|es_CDDB)/.test(name)) return
  if (/^[a-z]{3}$/.test(language) && !/^(?:eng|und|xxx)$/.test(language))
    draft.traceOnce('locale', language, 'Language of a remark as stated; programs write that of their settings.', at)
  const text = texts.join('\n')
  traceTag(draft, kind === 'USLT' ? 'lyrics' : 'comment', name === '' ? text : `(${name}) ${text}`, at)
}

function picture({ draft, inner }: Tag, id: string, content: Buffer, at: Place): void {
  // Version 2.2 has three letters for the kind of picture, later ones a media type that ends in NUL.
  const kindEnd = id === 'PIC' ? 3 : content.indexOf(0, 1) - 1
  if (kindEnd < 0) return
  const mediaType = content.toString('latin1', 1, 1 + kindEnd)
  const from = 1 + kindEnd + (id === 'PIC' ? 1 : 2)
  const { text, next } = id3Text(content, from, content[0] ?? 0)
  draft.passage(text, at, { role: 'name', block: 'pictures' })
  if (next < content.length && inner.length < LIMITS.traces)
    inner.push({ path: `picture-${inner.length + 1}.${endingOf(mediaType)}`, data: content.subarray(next) })
}

/** A file in the tag: its media type, name, description. Audition and Serato keep their data so. */
function object({ draft }: Tag, content: Buffer, at: Place): void {
  const mediaEnd = content.indexOf(0, 1)
  if (mediaEnd < 0) return
  const name = id3Text(content, mediaEnd + 1, content[0] ?? 0)
  const description = id3Text(content, name.next, content[0] ?? 0)
  draft.traceOnce('attachment', name.text, 'Name of a file inside the tag.', at)
  draft.traceOnce('custom', description.text, 'Description of a file inside the tag, mostly the name of the program that keeps it.', at)
}

function owned({ draft }: Tag, content: Buffer, at: Place): void {
  const cut = content.indexOf(0)
  if (cut < 0) return
  const owner = content.toString('latin1', 0, Math.min(cut, LIMITS.traceChars))
  if (owner === 'XMP') readXmp(content.subarray(cut + 1), draft, at)
  else draft.traceOnce('custom', owner, 'Owner of private data in the tag, mostly a program or shop.', at)
}

/** Four bytes of seven bits each. */
function synchsafe(file: Buffer, at: number): number {
  return [0, 1, 2, 3].reduce((size, i) => size * 128 + ((file[at + i] ?? 0) & 0x7f), 0)
}

/** Takes out the zero bytes that keep players from taking text for sound. */
function synchronised(raw: Buffer): Buffer {
  const out = Buffer.alloc(raw.length)
  let length = 0
  for (let at = 0; at < raw.length; at++) {
    out[length++] = raw[at] ?? 0
    if (raw[at] === 0xff && raw[at + 1] === 0) at++
  }
  return out.subarray(0, length)
}
