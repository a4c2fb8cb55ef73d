import jschardet from 'jschardet'
import { printable } from '../base/printable.ts'
import { type Decoded, decodeAs, rankCodePages } from '../base/text.ts'
import type { Draft } from './draft.ts'
import type { ZipEntry } from './zip-directory.ts'

/** General purpose bit 11: name and comment are UTF-8 (APPNOTE 4.4.4). */
const UTF8_FLAG = 0x800
/** Bytes of names that are enough to tell a code page from. */
const SAMPLE_BYTES = 4096
/** Plausibility from which an East Asian page is believed; below it the names are Cyrillic, Greek or Latin. */
const BELIEVED = 0.8
/** Difference of plausibility below which two pages fit alike and the second detector decides. */
const TIE = 0.05

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
/** jschardet's names for the pages that are taken from it, as iconv names. */
const DETECTED: Readonly<Record<string, string>> = {
  CP932: 'shift_jis',
  GB18030: 'gb18030',
  CP949: 'cp949',
  'EUC-KR': 'cp949',
  Big5: 'big5',
  IBM866: 'cp866',
  'KOI8-R': 'koi8-r',
  'windows-1251': 'windows-1251',
}

/** Decodes one member's name or comment. */
export type NameDecoder = (entry: ZipEntry, bytes: Uint8Array) => string

/** A code page for a run of bytes without a label, and the others that fit about as well. */
export interface ToldPage {
  readonly codePage: string
  readonly rivals: readonly Decoded[]
}

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

/** The code page that names without a label most likely have; UTF-8 when they fit it. */
export function tellPage(sample: Uint8Array): ToldPage {
  if (decodeAs(sample, 'utf-8').faults === 0) return { codePage: 'utf-8', rivals: [] }
  const ranked = rankCodePages(sample)
  const best = ranked[0]
  if (!best) return { codePage: 'utf-8', rivals: [] }
  const second = DETECTED[jschardet.detect(Buffer.from(sample)).encoding ?? '']
  const alike = ranked.filter(({ score, faults }) => faults === 0 && score >= best.score - TIE)
  let codePage = alike.some((page) => page.codePage === second) && second !== undefined ? second : best.codePage
  if (best.score < BELIEVED && second !== undefined) codePage = second
  else if (best.score < BELIEVED && best.codePage === 'windows-1252' && best.score < 0) codePage = 'cp437'
  const rivals = ranked.filter((page) => page.codePage !== codePage && page.faults === 0 && page.score >= Math.max(0.1, best.score - 0.8))
  return { codePage, rivals }
}

function meaningOf(codePage: string, rivals: readonly Decoded[]): string {
  if (codePage === 'utf-8') return 'Names are UTF-8 without the mark that says so; many packers on macOS and Linux write this.'
  const usual = PAGES[codePage]
  const others = rivals.slice(0, 3).map(({ codePage: page, text }) => `${page} ("${printable(text.split('\n')[0] ?? '', 40)}")`)
  const doubt = others.length > 0 ? ` The bytes also fit ${others.join(', ')}.` : ''
  return `Told from the bytes of all names together${usual === undefined ? '' : `; the page of ${usual}`}. A setting of the packing machine, not a person or place.${doubt}`
}

function sampleOf(names: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = []
  let bytes = 0
  for (const name of names) {
    if (bytes > SAMPLE_BYTES) break
    parts.push(name, Buffer.from('\n'))
    bytes += name.length + 1
  }
  return Buffer.concat(parts)
}
