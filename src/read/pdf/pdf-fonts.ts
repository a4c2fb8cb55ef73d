import type { Draft } from '../draft.ts'
import { metadataText } from '../text/metadata-text.ts'
import type { PdfPart } from './pdf-objects.ts'

/** Font keys of one stretch that are looked at, and fonts that are kept. */
const KEYS = 20_000
const FONTS = 100

/**
 * Names of the fonts of a PDF, from its dictionaries, plain and in object streams. A name in bytes beyond ASCII is in the code page of the machine that wrote it.
 */
export function traceFonts(parts: readonly PdfPart[], draft: Draft): void {
  const fonts = new Map<string, boolean>()
  for (const { data } of parts) collect(data, fonts)
  for (const [font, isSubset] of [...fonts].slice(0, FONTS))
    draft.trace(
      'font',
      font,
      `A font of the document${isSubset ? ', of which the letters that are used are embedded' : ''}; fonts come with systems and programs.`,
    )
  if (fonts.size > FONTS) draft.warn('font-limit', `${fonts.size} fonts: ${FONTS} were kept`)
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
