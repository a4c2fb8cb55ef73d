import { sampleOf, tellPage } from '../../base/code-page.ts'
import { printable } from '../../base/printable.ts'
import { type Decoded, decodeAs } from '../../base/text.ts'
import type { Draft } from '../draft.ts'
import type { ZipEntry } from './zip-directory.ts'

/** General purpose bit 11: name and comment are UTF-8 (APPNOTE 4.4.4). */
const UTF8_FLAG = 0x800
/** Where machines write a code page by default; each is also what a person anywhere can choose. */
const PAGES: Readonly<Record<string, string>> = {
  cp949: 'Windows set to Korean as used in South Korea',
  gb18030: 'Windows set to Simplified Chinese',
  big5: 'Windows set to Traditional Chinese',
  shift_jis: 'Windows set to Japanese',
  cp866: 'DOS and Windows set to Russian',
  'koi8-r': 'older Unix set to Russian',
  'windows-1251': 'Windows set to Russian',
}
/** Decodes one member's name or comment. */
export type NameDecoder = (entry: ZipEntry, bytes: Uint8Array) => string

/**
 * Tells one code page for all names of an archive together, since a single short name can fit several, and leaves a `codePage` trace that
 * names the rivals. Names marked as UTF-8, or with a checked Unicode copy, need none.
 */
export function nameDecoder(entries: readonly ZipEntry[], draft: Draft): NameDecoder {
  const unmarked = entries.filter(({ flags, rawName }) => (flags & UTF8_FLAG) === 0 && rawName.some((byte) => byte > 0x7f))
  const { codePage, rivals } = tellPage(sampleOf(unmarked.map(({ rawName }) => rawName)))
  if (unmarked.length > 0) draft.trace('codePage', codePage, meaningOf(codePage, rivals))
  return (entry, bytes) => {
    if (entry.unicodeName !== undefined && bytes === entry.rawName) return entry.unicodeName
    if ((entry.flags & UTF8_FLAG) !== 0) return decodeAs(bytes, 'utf-8').text
    return decodeAs(bytes, codePage).text
  }
}

function meaningOf(codePage: string, rivals: readonly Decoded[]): string {
  if (codePage === 'utf-8') return 'Names are UTF-8 without the mark that says so; many packers on macOS and Linux write this.'
  const usual = PAGES[codePage]
  const others = rivals.slice(0, 3).map(({ codePage: page, text }) => `${page} ("${printable(text.split('\n')[0] ?? '', 40)}")`)
  const doubt = others.length > 0 ? ` The bytes also fit ${others.join(', ')}.` : ''
  return `Told from the bytes of all names together${usual === undefined ? '' : `; the page of ${usual}`}. A setting of the packing machine, not a person or place.${doubt}`
}
