import { LIMITS } from '../../base/limits.ts'
import { decodeAs } from '../../base/text.ts'
import type { TraceName } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { fileTime } from '../places/file-time.ts'
import { traceCustom } from './office-properties.ts'
import type { Ole } from './ole.ts'

/** Windows code pages by number, as iconv names. */
export const WINDOWS_PAGES: Readonly<Record<number, string>> = {
  874: 'windows-874', 932: 'shift_jis', 936: 'gb18030', 949: 'cp949', 950: 'big5', 1200: 'utf-16le', 1250: 'windows-1250', 1251: 'windows-1251', 1252: 'windows-1252', 1253: 'windows-1253',
  1254: 'windows-1254', 1255: 'windows-1255', 1256: 'windows-1256', 1257: 'windows-1257', 1258: 'windows-1258', 1361: 'cp949', 10000: 'macroman', 10001: 'shift_jis', 10003: 'cp949', 10008: 'gb18030', 54936: 'gb18030', 65001: 'utf-8',
} // biome-ignore format: a table read as lines

type Row = readonly [field: TraceName, meaning: string]
const CLOCK = 'Clock of the machine, stated in UTC; templates hand theirs on.'
/** Properties of SummaryInformation (MS-OLEPS 3.1). */
const SUMMARY: Readonly<Record<number, Row>> = {
  2: ['title', 'Title as stated in the file.'],
  3: ['title', 'Subject as stated in the file.'],
  4: ['author', 'Account name of who made the file; anybody can set it.'],
  5: ['keywords', 'Keywords as entered.'],
  6: ['comment', 'Description as entered.'],
  7: ['template', 'Template it was made from.'],
  8: ['lastModifiedBy', 'Account name of who saved it last; another name than the author is a hand-over or a shared template.'],
  9: ['revision', 'How often it was saved, as the program counted.'],
  11: ['printed', CLOCK],
  12: ['created', CLOCK],
  13: ['modified', CLOCK],
  18: ['application', 'Program that saved it, as it states.'],
}
/** Hangul keeps its version and the system under the number of revisions. */
const HANGUL: Readonly<Record<number, Row>> = {
  ...SUMMARY,
  9: ['application', 'Version of Hangul and the system that saved it, as it states; the program is South Korean and used elsewhere too.'],
}
/** Properties of DocumentSummaryInformation. */
const DOCUMENT: Readonly<Record<number, Row>> = {
  2: ['category', 'Category as entered.'],
  14: ['company', 'Manager as entered.'],
  15: ['company', 'Company name entered when the program was installed; images of others are reused.'],
}

/** The properties that Office programs, Hangul and others keep beside a document (MS-OLEPS): who, when, with what, the code page of the system, and what WPS adds. */
export function readPropertySets(ole: Ole, draft: Draft): void {
  for (const [name, known] of [
    ['\x05SummaryInformation', SUMMARY],
    ['\x05HwpSummaryInformation', HANGUL],
    ['\x05DocumentSummaryInformation', DOCUMENT],
  ] as const) {
    const stream = ole.streams.get(name)?.bytes()
    if (!stream || stream.length < 48) continue
    const sets = Math.min(2, stream.readUInt32LE(24))
    for (let set = 0; set < sets && 28 + set * 20 + 20 <= stream.length; set++) {
      const at = stream.readUInt32LE(28 + set * 20 + 16)
      if (at + 8 <= stream.length) readSet(stream.subarray(at), set === 0 ? known : undefined, draft)
    }
  }
}

/** One set: properties by number; those without a table are named by a dictionary and are custom. */
function readSet(set: Buffer, known: Readonly<Record<number, Row>> | undefined, draft: Draft): void {
  const places = new Map<number, number>()
  const count = Math.min(set.readUInt32LE(4), 1000)
  for (let i = 0; i < count && 16 + i * 8 <= set.length; i++) places.set(set.readUInt32LE(8 + i * 8), set.readUInt32LE(12 + i * 8))
  const pageAt = places.get(1) ?? set.length
  const page = pageAt + 6 <= set.length ? set.readUInt16LE(pageAt + 4) : 1252
  if (known && known !== DOCUMENT && places.has(1) && page !== 1200 && page !== 65_001)
    draft.traceOnce(
      'codePage',
      WINDOWS_PAGES[page] ?? `${page}`,
      'Code page of the system that wrote the properties, as stated there. A setting of the machine that saved last, not a person or place.',
    )
  const names = known ? undefined : dictionary(set, places.get(0), page)
  for (const [id, at] of places) {
    if (id < 2 || at + 8 > set.length) continue
    const value = valueAt(set, at, page)
    if (value === undefined) continue
    const row = known?.[id]
    const name = names?.get(id)
    if (row) draft.traceOnce(row[0], value, row[1])
    else if (name !== undefined) traceCustom(name, value, draft)
  }
}

/** A property's value as text: strings, times and numbers; others are none. */
function valueAt(set: Buffer, at: number, page: number): string | undefined {
  const type = set.readUInt16LE(at)
  const length = set.readUInt32LE(at + 4)
  if (type === 0x1e)
    return clean(
      decodeAs(set.subarray(at + 8, at + 8 + Math.min(length, LIMITS.traceChars * 4)), WINDOWS_PAGES[page] ?? 'windows-1252').text,
    )
  if (type === 0x1f) return clean(set.toString('utf16le', at + 8, at + 8 + Math.min(length, LIMITS.traceChars) * 2))
  if (type === 2) return `${set.readInt16LE(at + 4)}`
  if (type === 3) return `${set.readInt32LE(at + 4)}`
  // Programs write 1601 for "never", and lengths of work as times.
  return type === 0x40 ? fileTime(set, at + 4) : undefined
}

function clean(text: string): string | undefined {
  const value = text.replace(/\0.*$/s, '').trim()
  return value === '' ? undefined : value
}

/** Names of custom properties. */
function dictionary(set: Buffer, at: number | undefined, page: number): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  if (at === undefined || at + 4 > set.length) return names
  let next = at + 4
  for (let left = Math.min(set.readUInt32LE(at), 1000); left > 0 && next + 8 <= set.length; left--) {
    const id = set.readUInt32LE(next)
    const length = set.readUInt32LE(next + 4)
    const bytes = page === 1200 ? length * 2 : length
    if (next + 8 + bytes > set.length) break
    names.set(id, decodeAs(set.subarray(next + 8, next + 8 + bytes), WINDOWS_PAGES[page] ?? 'windows-1252').text.replace(/\0.*$/s, ''))
    next += 8 + bytes
    // Unicode names are padded to four bytes.
    if (page === 1200) next += (4 - (bytes % 4)) % 4
  }
  return names
}
