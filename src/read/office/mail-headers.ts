import { own } from '../../base/own.ts'
import { decodeAs } from '../../base/text.ts'
import type { TraceName } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { offsetOf, traceZone } from '../zone.ts'

/** Headers that become traces. */
const HEADERS: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  'x-mailer': ['application', 'Program that sent it, as it states.'],
  'user-agent': ['application', 'Program that sent it, as it states.'],
  'x-originating-ip': ['server', 'Address that the sender’s service saw; networks and services stand between.'],
  organization: ['company', 'Organisation as entered in the mail program.'],
  date: ['created', 'Clock of the sender’s machine, with its offset.'],
  'message-id': ['documentId', 'Id of the message; answers name it.'],
  'in-reply-to': ['derivedFrom', 'Id of the message that this one answers.'],
  'content-language': ['locale', 'Language stated for the message.'],
  'x-priority': ['custom', 'Priority as set.'],
}
const MAX_HEADERS = 500

/** A header with its folded lines joined: the name in small letters, and the value as written. */
export interface MailHeader {
  readonly name: string
  readonly value: string
}

/** Headers of a message (RFC 5322, 2.2), at most 500. */
export function mailHeaders(head: string): MailHeader[] {
  const headers: MailHeader[] = []
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const cut = line.indexOf(':')
    if (cut > 0 && headers.length < MAX_HEADERS && /^[!-9;-~]+$/.test(line.slice(0, cut)))
      headers.push({ name: line.slice(0, cut).toLowerCase(), value: decodeWords(line.slice(cut + 1).trim()) })
  }
  return headers
}

/** Encoded words (RFC 2047) as text; neighbours of one character set are joined before decoding, since programs cut inside letters. */
export function decodeWords(value: string): string {
  const joined = value.replace(/\?=\s+=\?/g, '?==?')
  return joined.replace(/(?:=\?([\w-]+)(?:\*[\w-]*)?\?([BbQq])\?([^?]*)\?=)+/g, (run) => {
    const words = [...run.matchAll(/=\?([\w-]+)(?:\*[\w-]*)?\?([BbQq])\?([^?]*)\?=/g)]
    let text = ''
    let bytes: Buffer[] = []
    for (const [index, [, set = '', how = '', data = '']] of words.entries()) {
      bytes.push(how.toUpperCase() === 'B' ? Buffer.from(data, 'base64') : quoted(data.replaceAll('_', ' ')))
      if (words[index + 1]?.[1]?.toLowerCase() === set.toLowerCase()) continue
      text += decodeCharset(Buffer.concat(bytes), set)
      bytes = []
    }
    return text
  })
}

/** Quoted-printable text as bytes (RFC 2045, 6.7). */
export function quoted(text: string): Buffer {
  return Buffer.from(
    text.replace(/=\r?\n/g, '').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

/** Bytes of a named character set; an unknown name is read as UTF-8. */
export function decodeCharset(bytes: Buffer, charset: string): string {
  const name = /^(gb2312|gbk)$/i.test(charset) ? 'gb18030' : /^(ks_c_5601-1987|euc-kr)$/i.test(charset) ? 'cp949' : charset
  try {
    return decodeAs(bytes, name).text
  } catch {
    return decodeAs(bytes, 'utf-8').text
  }
}

/** Traces of a message's headers: programs, clocks with their zones, ids, addresses, character sets. */
export function traceMailHeaders(head: string, draft: Draft): readonly MailHeader[] {
  const headers = mailHeaders(head)
  for (const { name, value } of headers) {
    const known = own(HEADERS, name)
    if (known) draft.traceOnce(known[0], value, known[1])
    if (name === 'date') traceZone(draft, offsetOf(value.replace(/\s*\([^)]*\)$/, '')), 'Stated with the date of the message')
    if (name === 'from') {
      const sender = /^\s*"?([^"<]*)"?\s*<([^>]*)>/.exec(value)
      draft.traceOnce('author', sender ? sender[1]?.trim() || sender[2] : value, 'Name of the sender as entered; anybody can set it.')
      if (sender) draft.traceOnce('contact', sender[2], 'Address of the sender.')
    }
    for (const charset of value.matchAll(/charset="?([\w-]+)/gi))
      if (!/^(utf-8|us-ascii|iso-8859-1|windows-1252)$/i.test(charset[1] ?? ''))
        draft.traceOnce('codePage', charset[1], 'Character set that the sender’s program chose; a setting of the program.')
  }
  return headers
}
