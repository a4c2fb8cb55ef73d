import type { Place, TraceName } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { offsetOf, traceZone } from '../zone.ts'

/** Entries of the document information dictionary (ISO 32000-1, table 317) that become traces. */
export const INFO: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  Title: ['title', 'Title as stated in the file.'],
  Author: ['author', 'Name as entered; often the account of who made it, and anybody can set it.'],
  Subject: ['title', 'Subject as stated in the file.'],
  Keywords: ['keywords', 'Keywords as entered.'],
  Creator: ['application', 'Program that the document was written in, as it states.'],
  Producer: ['application', 'Program that made the PDF of it, as it states.'],
  CreationDate: ['created', 'Clock of the machine that made it, with its offset when stated.'],
  ModDate: ['modified', 'Clock of the machine that saved it last, with its offset when stated.'],
  Company: ['company', 'Company name entered when the program was installed; images of others are reused.'],
  Language: ['locale', 'Language stated for the document; often a default of the program.'],
  SourceModified: ['modified', 'Last change of the document that the PDF was made from.'],
}

/** What a document says of itself now. */
export interface PdfProperties {
  /** Language that its catalog states; empty for none. */
  readonly language: string
  /** Entries of its information dictionary, in its order; empty ones are none. */
  readonly entries: readonly (readonly [key: string, value: string])[]
  readonly isEncrypted: boolean
}

/** Adds the language and the information dictionary of a PDF, and that it is encrypted. */
export function traceInfo({ language, entries, isEncrypted }: PdfProperties, draft: Draft): void {
  traceInfoEntry('Language', language, draft)
  for (const [key, value] of entries) traceInfoEntry(key, value, draft)
  for (const [key, value] of entries)
    if (!Object.hasOwn(INFO, key) && value !== '') draft.traceOnce('custom', `${key}: ${value}`, 'A property that a program added.')
  // PDFium opens documents of this method only (ISO 32000-1, 7.6.3).
  if (isEncrypted) draft.trace('protection', 'Standard', 'It opens without a password; printing or copying may be restricted.')
}

/** Adds one entry of an information dictionary; `earlier` is where an earlier state of the document says it. */
export function traceInfoEntry(key: string, value: string, draft: Draft, earlier?: Place): void {
  const known = Object.hasOwn(INFO, key) ? INFO[key] : undefined
  if (!known) return
  const meaning = earlier === undefined ? known[1] : `${known[1]} An earlier state of the document, still in the file, says this.`
  draft.traceOnce(known[0], value, meaning, earlier)
  if (/^(created|modified)$/.test(known[0])) traceZone(draft, offsetOf(value), `Stated with /${key} in the document's properties`, earlier)
}

/** Adds how often changes were appended to the file; each appended part leaves what was there before in place. A file without its end mark is cut short. */
export function traceRevisions(bytes: Uint8Array, draft: Draft): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let ends = 0
  for (let at = file.indexOf('%%EOF'); at >= 0 && ends < 1000; at = file.indexOf('%%EOF', at + 5)) ends++
  if (!file.subarray(-2048).includes('%%EOF')) draft.cut('truncated', 'the file ends without its end mark')
  // A file that is laid out for the web has two ends from the start, and says so in its first object.
  const appended = ends - (file.subarray(0, 1024).includes('/Linearized') ? 2 : 1)
  if (appended > 0)
    draft.trace(
      'revision',
      String(appended),
      'How often changes were appended; earlier states are still in the file, and a signature or form does the same.',
    )
}
