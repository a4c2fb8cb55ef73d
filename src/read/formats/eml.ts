import { LIMITS } from '../../base/limits.ts'

import { addMember } from '../containers/container.ts'
import { Draft } from '../draft.ts'
import { decodeCharset, decodeWords, mailHeaders, quoted, traceMailHeaders } from '../office/mail-headers.ts'
import type { FormatReader, ReadContext } from '../reader.ts'

const HEADER =
  /^(?:Received|Return-Path|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|X-[\w-]+|Content-Type|DKIM-Signature|Reply-To|ARC-[\w-]+|Authentication-Results|Cc):/im

/** Messages of e-mail: headers with programs, clocks and addresses, texts, attachments as members. */
export const eml: FormatReader = {
  name: 'eml',
  summary: 'E-mail (EML): headers with programs, clocks and addresses, text, attachments',
  extensions: ['.eml', '.mht', '.mhtml'],
  source: 'RFC 5322; RFC 2045 to 2047',
  sniff(head) {
    // Every header that counts begins with a letter.
    if (((head[0] ?? 0) | 0x20) < 0x61 || ((head[0] ?? 0) | 0x20) > 0x7a) return false
    const start = Buffer.from(head.subarray(0, 16_384))
      .toString('latin1')
      .replace(/^From [^\n]*\n/, '')
    const first = start.split(/\r?\n\r?\n/, 1)[0] ?? ''
    // Three headers of mail, and nothing else before the first blank line.
    return (
      HEADER.test(first.split('\n', 1)[0] ?? '') &&
      (first.match(new RegExp(HEADER, 'gim'))?.length ?? 0) >= 3 &&
      first.split(/\r?\n/).every((line) => /^([!-9;-~]+:|[ \t])/.test(line))
    )
  },
  async read(bytes, context) {
    const draft = new Draft()
    const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { head, body } = split(raw)
    for (const { name, value } of traceMailHeaders(head, draft))
      if (name === 'subject') draft.passage(value, { kind: 'paragraph', part: 'subject', index: 1 }, { role: 'title', block: 'subject' })
    await part(head, body, { part: 'body', depth: 0, context, draft })
    return draft.done('eml')
  },
}

interface Here {
  readonly part: string
  readonly depth: number
  readonly context: ReadContext
  readonly draft: Draft
}

function split(raw: Buffer): { head: string; body: Buffer } {
  const text = raw.toString('latin1', 0, Math.min(raw.length, LIMITS.answerBytes))
  const end = /\r?\n\r?\n/.exec(text)
  const at = end ? end.index : text.length
  const head = raw.subarray(0, at)
  const utf8 = head.toString('utf8')
  // Headers with bare bytes are UTF-8 when they fit, else what they say is left as it is.
  return {
    head: (utf8.includes('\ufffd') ? head.toString('latin1') : utf8).replace(/^From [^\n]*\n/, ''),
    body: raw.subarray(at + (end?.[0].length ?? 0)),
  }
}

/** One part (RFC 2045): several inside, a text, or an attachment. */
async function part(head: string, body: Buffer, here: Here): Promise<void> {
  const { draft, context } = here
  const header = (name: string) => mailHeaders(head).find((one) => one.name === name)?.value ?? ''
  const type = header('content-type')
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (/^multipart\//i.test(type) && boundary !== undefined) {
    if (here.depth >= LIMITS.mediaDepth) draft.cut('depth-limit', `parts are nested deeper than ${LIMITS.mediaDepth}`)
    else await inner(body, boundary, here)
    return
  }
  const how = header('content-transfer-encoding').toLowerCase()
  const data =
    how === 'base64' ? Buffer.from(body.toString('latin1'), 'base64') : how === 'quoted-printable' ? quoted(body.toString('latin1')) : body
  const name = fileName(`${header('content-disposition')};${type}`)
  if ((type === '' || /^text\/plain/i.test(type)) && name === undefined) {
    const text = decodeCharset(data, /charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8')
    for (const [index, line] of text
      .split(/\r\n|\r|\n/)
      .slice(0, LIMITS.textLines)
      .entries())
      draft.passage(line, { kind: 'paragraph', part: here.part, index: index + 1 }, { role: 'text', block: here.part, row: index })
    return
  }
  const path = `${here.part}/${name ?? (/^text\/html/i.test(type) ? 'text.html' : /^message\//i.test(type) ? 'message.eml' : 'part.bin')}`
  if (name !== undefined) draft.traceOnce('attachment', name, 'File that was sent with the message.')
  await addMember(path, data, { context, draft })
}

async function inner(body: Buffer, boundary: string, here: Here): Promise<void> {
  const mark = Buffer.from(`--${boundary}`)
  let number = 0
  let from = body.indexOf(mark)
  while (from >= 0) {
    const start = body.indexOf('\n', from) + 1
    if (start === 0 || body.toString('latin1', from + mark.length, from + mark.length + 2) === '--') return
    const next = body.indexOf(mark, start)
    if (next < 0) here.draft.cut('truncated', 'the message ends before its last part does')
    if (++number > LIMITS.archiveEntries) {
      here.draft.cut('entry-limit', `more than ${LIMITS.archiveEntries} parts: the rest was not read`)
      return
    }
    // The line end before a boundary belongs to it.
    const end = next < 0 ? body.length : next - (body[next - 2] === 0x0d ? 2 : 1)
    const one = split(body.subarray(start, Math.max(start, end)))
    await part(one.head, one.body, { ...here, part: `${here.part}/${number}`, depth: here.depth + 1 })
    from = next
  }
}

/** The stated file name: RFC 2231 (with its own character set) or encoded words. */
function fileName(fields: string): string | undefined {
  const extended = /(?:file)?name\*(?:0\*)?=([\w-]+)'[\w-]*'([^;\s]+)/i.exec(fields)
  if (extended) {
    const bytes = Buffer.from(
      (extended[2] ?? '').replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    )
    return decodeCharset(bytes, extended[1] ?? 'utf-8')
  }
  const plain = /(?:file)?name=(?:"([^"]*)"|([^;\s]+))/i.exec(fields)
  return plain ? decodeWords(plain[1] ?? plain[2] ?? '') : undefined
}
