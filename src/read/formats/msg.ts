import { tellPage } from '../../base/code-page.ts'
import { LIMITS } from '../../base/limits.ts'
import { decodeAs } from '../../base/text.ts'
import type { TraceName } from '../../model/index.ts'

import { addMember } from '../containers/container.ts'
import { Draft } from '../draft.ts'
import { traceMailHeaders } from '../office/mail-headers.ts'
import { isOle, type Ole, openOle } from '../office/ole.ts'
import { WINDOWS_PAGES } from '../office/property-sets.ts'
import { fileTime } from '../places/file-time.ts'
import type { FormatReader } from '../reader.ts'

const PROPERTIES = '__properties_version1.0'
/** Properties of a message (MS-OXPROPS) that are text: number in base 16, trace or role. */
const TEXTS: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  '0C1A': ['author', 'Name of the sender as the program shows it; anybody can set it.'],
  '0C1F': ['contact', 'Address of the sender.'],
  '5D01': ['contact', 'Address of the sender in the form of the internet.'],
  '3FFA': ['lastModifiedBy', 'Account that saved the message last.'],
}
const MESSAGE_CODEPAGE = 0x3ffd0003
/** Bytes of the body that are enough to tell its page from. */
const SAMPLE_BYTES = 8192

/** Outlook messages: subject, sender, body, headers, attachments as members. */
export const msg: FormatReader = {
  name: 'msg',
  summary: 'Outlook message (MSG): subject, sender, body, headers with programs and clocks, attachments',
  extensions: ['.msg'],
  source: 'MS-OXMSG; MS-OXPROPS; MS-CFB',
  sniff: (head, _, bytes) => isOle(head) && openOle(bytes).streams.has(PROPERTIES),
  async read(bytes, context) {
    const draft = new Draft()
    const ole = openOle(bytes)
    if (ole.flaw !== undefined) draft.cut('damaged', `compound file: ${ole.flaw}`)
    for (const [number, [field, meaning]] of Object.entries(TEXTS)) draft.traceOnce(field, text(ole, '', number), meaning)
    draft.passage(text(ole, '', '0037') ?? '', { kind: 'paragraph', part: 'subject', index: 1 }, { role: 'title', block: 'subject' })
    for (const [index, line] of (text(ole, '', '1000') ?? '').split(/\r\n|\r|\n/).entries())
      draft.passage(line, { kind: 'paragraph', part: 'body', index: index + 1 }, { role: 'text', block: 'body', row: index })
    traceMailHeaders(text(ole, '', '007D') ?? '', draft)
    times(ole, draft)
    const html = ole.streams.get('__substg1.0_10130102')?.bytes()
    if (html) await addMember('body.html', html, { context, draft })
    const folders = new Set([...ole.streams.keys()].flatMap((path) => /^__attach_version1\.0_#[0-9A-F]+\//i.exec(path)?.[0] ?? []))
    for (const [index, folder] of [...folders].sort().entries()) {
      const name = text(ole, folder, '3707') ?? text(ole, folder, '3704') ?? 'attachment'
      const data = ole.streams.get(`${folder}__substg1.0_37010102`)?.bytes()
      if (data && index < LIMITS.archiveEntries) await addMember(`${index + 1}/${name}`, data, { context, draft })
      else if (!data) draft.warn('attachment-not-read', `${name}: an attachment that is a message or an object of its own was not read`)
    }
    return draft.done('msg')
  },
}

/** A text property, UTF-16 or bytes of the sender's page. */
function text(ole: Ole, folder: string, number: string): string | undefined {
  const wide = ole.streams.get(`${folder}__substg1.0_${number}001F`)?.bytes()
  if (wide) return wide.toString('utf16le').replace(/\0+$/, '')
  const narrow = ole.streams.get(`${folder}__substg1.0_${number}001E`)?.bytes()
  if (!narrow) return undefined
  return decodeAs(narrow, pageOf(ole)).text.replace(/\0+$/, '')
}

const pages = new WeakMap<Ole, string>()

/** The page of texts that are bytes: stated, or told from the body. */
function pageOf(ole: Ole): string {
  const known = pages.get(ole)
  if (known !== undefined) return known
  const body = ['1000', '0037'].map((number) => ole.streams.get(`__substg1.0_${number}001E`)?.bytes() ?? Buffer.alloc(0))
  const page = WINDOWS_PAGES[statedPage(ole)] ?? tellPage(Buffer.concat(body).subarray(0, SAMPLE_BYTES)).codePage
  pages.set(ole, page)
  return page
}

/** PidTagMessageCodepage, or 0. */
function statedPage(ole: Ole): number {
  const list = ole.streams.get(PROPERTIES)?.bytes() ?? Buffer.alloc(0)
  for (let at = 32; at + 16 <= list.length; at += 16) if (list.readUInt32LE(at) === MESSAGE_CODEPAGE) return list.readUInt32LE(at + 8)
  return 0
}

/** Times stand in the list of fixed properties: 16 bytes each after a header of 32. */
function times(ole: Ole, draft: Draft): void {
  const list = ole.streams.get(PROPERTIES)?.bytes() ?? Buffer.alloc(0)
  for (let at = 32; at + 16 <= list.length; at += 16) {
    const tag = list.readUInt32LE(at)
    if ((tag & 0xffff) !== 0x40) continue
    const time = fileTime(list, at + 8)
    if (tag >>> 16 === 0x39) draft.traceOnce('created', time, 'When it was sent by the sender’s clock, in UTC.')
    else if (tag >>> 16 === 0x3007) draft.traceOnce('created', time, 'When this copy was made, in UTC.')
    else if (tag >>> 16 === 0x3008) draft.traceOnce('modified', time, 'When this copy was changed last, in UTC.')
  }
}
