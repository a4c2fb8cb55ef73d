import { LIMITS } from '../../base/limits.ts'
import { inflate } from '../containers/inflate.ts'
import type { Draft } from '../draft.ts'
import { metadataText } from '../text/metadata-text.ts'

/** Object streams that are looked into, font keys of one stretch that are looked at, and fonts that are kept. */
const STREAMS = 2000
const KEYS = 20_000
const FONTS = 100

/**
 * Names of the fonts of a PDF, from its dictionaries, plain and in object streams (ISO 32000-1, 7.5.7). Encrypted object streams are not looked into. A name in
 * bytes beyond ASCII is in the code page of the machine that wrote it.
 */
export function traceFonts(bytes: Uint8Array, draft: Draft): void {
  const fonts = new Map<string, boolean>()
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  collect(file, fonts)
  let budget = Math.min(LIMITS.memberBytes, LIMITS.archiveBytes)
  let at = 0
  for (let streams = 0; streams < STREAMS; streams++) {
    const found = file.indexOf('/ObjStm', at)
    if (found < 0) break
    at = found + 7
    const start = streamStart(file, found)
    if (start === undefined) continue
    // The stream says itself where it ends; what follows it is not looked at.
    const inflated = inflate('zlib', file.subarray(start, start + LIMITS.memberBytes), budget)
    if (inflated.data === undefined) continue
    budget = Math.max(1, budget - inflated.data.length)
    collect(Buffer.from(inflated.data.buffer, inflated.data.byteOffset, inflated.data.byteLength), fonts)
  }
  for (const [font, isSubset] of [...fonts].slice(0, FONTS))
    draft.trace(
      'font',
      font,
      `A font of the document${isSubset ? ', of which the letters that are used are embedded' : ''}; fonts come with systems and programs.`,
    )
  if (fonts.size > FONTS) draft.warn('font-limit', `${fonts.size} fonts: ${FONTS} were kept`)
}

function streamStart(file: Buffer, from: number): number | undefined {
  const stream = file.indexOf('stream', from)
  if (stream < 0 || stream - from > 1000) return undefined
  const next = stream + 6
  return file[next] === 13 && file[next + 1] === 10 ? next + 2 : next + 1
}

/** Looks at the keys only, so that a large file is never held as a string. */
function collect(bytes: Buffer, fonts: Map<string, boolean>): void {
  for (const key of ['/BaseFont', '/FontName']) {
    let seen = 0
    for (let at = bytes.indexOf(key); at >= 0 && seen < KEYS; at = bytes.indexOf(key, at + key.length), seen++) {
      const after = bytes.toString('latin1', at + key.length, at + key.length + 240)
      const found = /^\s*\/([^\s/<>[\](){}%]{1,200})/.exec(after)
      if (found) add(found[1] ?? '', fonts)
    }
  }
}

function add(escaped: string, fonts: Map<string, boolean>): void {
  const raw = escaped.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  const isSubset = /^[A-Z]{6}\+/.test(raw)
  const name = metadataText(Buffer.from(raw.replace(/^[A-Z]{6}\+/, ''), 'latin1'))
  if (fonts.size <= 10 * FONTS) fonts.set(name, isSubset || (fonts.get(name) ?? false))
}
