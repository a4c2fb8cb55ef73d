import { LIMITS } from '../../base/limits.ts'
import { decodeAs } from '../../base/text.ts'
import type { Place, ReadPassage, TraceName } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { metadataText } from '../text/metadata-text.ts'

/** Characters before a mark that belong to it, and bytes from its start that are looked at. */
const WINDOW_BYTES = 400

/** What marks begin with; each is looked for in bytes as it is and with a zero byte after every letter (UTF-16). */
const NEEDLES: readonly (readonly [text: string, before: number])[] = [
  [':\\', 1],
  ['\\\\', 0],
  ['/Users/', 0],
  ['/home/', 0],
  ['/Volumes/', 0],
  ['wxid_', 0],
]
const STEP = '[^\\\\/:*?"<>|\\x00-\\x1f\\x7f]'
const FOLDER = '[^/"\'<>:|\\x00-\\x1f\\x7f]'
const WINDOWS = new RegExp(`^[A-Za-z]:\\\\\\\\?(?:${STEP}{2,80}\\\\\\\\?){1,20}${STEP}{0,120}`)
const UNC = new RegExp(`^\\\\\\\\(?:[\\w.-]{2,40})\\\\${STEP}{2,80}(?:\\\\${STEP}{1,80}){0,20}`)
const UNIX = new RegExp(`^/(?:Users|home|Volumes)/${FOLDER}{2,60}(?:/${FOLDER}{1,100}){1,20}`)
const WEIXIN = /^wxid_[a-z0-9]{10,22}(?![a-z0-9])/

/** Folders of systems, programs and of those who built the programs: they are in files of everybody. Blender's default file carries two of them. */
const NOBODY =
  /^(?:[A-Za-z]:\\(?:Windows|Program Files|ProgramData|Winnt)\b|\/Users\/(?:Shared|ton|runner|builder|jenkins)\/|\/(?:usr\/)?home\/(?:intrr|runner|builder|jenkins|buildd)\/|\/Volumes\/Macintosh HD\/(?:System|Library|Applications)\/)/i
/** Symbols that pictures' bytes have among letters and paths hardly ever; before a mark in bytes stands a control character, a quote or a blank. */
const NOISE = /[[\]^`@;={}~]/
const BEFORE = new Set('"\'(<>=,: ')
/** Account folders that every system has. */
const NO_ACCOUNT = /^(?:Public|Default|All Users|Default User|Shared)$/i

const PATH_MEANING = 'A path among the bytes of the file. Paths of templates, of received files and of earlier machines stay in files.'
const USER_MEANING = 'Account folder in a path; installation images carry the same account on many machines.'

/**
 * Paths of machines, accounts and servers anywhere in a file: in its bytes (8-bit and UTF-16) and in its passages. What a reader already found is not repeated.
 * At most `LIMITS.markBytes` are looked through.
 */
export function traceMarks(bytes: Uint8Array, passages: readonly ReadPassage[], draft: Draft): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const scanned = file.subarray(0, LIMITS.markBytes)
  if (scanned.length < file.length)
    draft.warn('mark-limit', `paths and accounts were looked for in the first ${LIMITS.markBytes} of ${file.length} bytes`)
  const left = { marks: LIMITS.marks }
  for (const [needle, before] of NEEDLES) {
    scan(scanned, Buffer.from(needle, 'latin1'), before, (at) => take(narrow(scanned, at), at, draft, left))
    scan(scanned, Buffer.from(needle, 'utf16le'), before * 2, (at) => take(wide(scanned, at), at, draft, left))
  }
  for (const { text, at } of passages) {
    if (!/[\\/_]/.test(text)) continue
    for (const found of text.matchAll(/(?<![A-Za-z0-9])[A-Za-z]:\\|(?<![\w:\\])\\\\|(?<![\w./\\-])\/(?:Users|home|Volumes)\/|wxid_/g))
      take(text.slice(found.index, found.index + WINDOW_BYTES), at, draft, left)
  }
  if (left.marks < 0) draft.warn('mark-limit', `more than ${LIMITS.marks} paths and accounts: the rest was not kept`)
}

function scan(file: Buffer, needle: Buffer, before: number, found: (at: number) => void): void {
  for (let at = file.indexOf(needle); at >= 0; at = file.indexOf(needle, at + needle.length)) if (at >= before) found(at - before)
}

/** Bytes up to the first control character, as text of the page that they fit. */
function narrow(file: Buffer, at: number): string {
  const before = file[at - 1] ?? 0
  if (before > 0x20 && !BEFORE.has(String.fromCharCode(before))) return ''
  let end = at
  while (end < file.length && end - at < WINDOW_BYTES && (file[end] ?? 0) >= 0x20 && file[end] !== 0x7f) end++
  const run = file.subarray(at, end)
  // The first guess is cheap and refuses nearly everything that is no mark.
  const found = matchOf(run.toString('latin1'))?.[0]
  return found === undefined || NOISE.test(found) ? '' : metadataText(run)
}

function wide(file: Buffer, at: number): string {
  return decodeAs(file.subarray(at, Math.min(file.length - ((file.length - at) % 2), at + WINDOW_BYTES)), 'utf-16le').text
}

function matchOf(text: string): RegExpExecArray | undefined {
  return WINDOWS.exec(text) ?? UNC.exec(text) ?? UNIX.exec(text) ?? WEIXIN.exec(text) ?? undefined
}

function take(text: string, where: number | Place, draft: Draft, left: { marks: number }): void {
  const raw = matchOf(text)?.[0]
  if (raw === undefined || !isText(raw) || NOBODY.test(raw)) return
  if (left.marks-- <= 0) return
  const at: Place = typeof where === 'number' ? { kind: 'bytes', from: where, to: where + raw.length } : where
  const add = (field: TraceName, value: string | undefined, meaning: string) => draft.traceOnce(field, value, meaning, at)
  if (raw.startsWith('wxid_')) {
    add('accountId', raw, 'Account id of Weixin (WeChat). It may be that of who passed the file on.')
    return
  }
  // Strings of programs write each backslash twice.
  const path = (/^[A-Za-z]:\\\\/.test(raw) ? raw.replaceAll('\\\\', '\\') : raw).replace(/[\s,;.)\]}]+$/, '')
  // A path that a reader gave, or a longer one, already says it; one that goes on after it without a separator has run into the next string.
  const says = (value: string) =>
    value.includes(path) || (path.startsWith(value) && value.length >= 8 && !/^[\\/]/.test(path.slice(value.length)))
  if (!draft.traces.some(({ field, value }) => (field === 'path' || field === 'history') && says(value))) add('path', path, PATH_MEANING)
  const account = /^(?:[A-Za-z]:\\(?:Users|Documents and Settings)\\|\/(?:Users|home)\/)([^\\/]{2,60})[\\/]/i.exec(path)?.[1]
  if (account !== undefined && !NO_ACCOUNT.test(account)) add('user', account, USER_MEANING)
  add('server', /^\\\\([\w.-]{2,40})\\/.exec(path)?.[1], 'Name of a server or share in a path; such names repeat between companies.')
  const chat = /(?:WeChat Files|xwechat_files)\\(wxid_[a-z0-9]+|[\w-]{6,24})(?:\\|$)/i.exec(path)?.[1]
  if (chat !== undefined && !/^(?:All Users|Applet)$/i.test(chat))
    add('accountId', chat, 'Account folder of Weixin (WeChat) in a path; it may be that of who passed the file on.')
  add('accountId', /Tencent Files\\(\d{5,11})(?:\\|$)/i.exec(path)?.[1], 'QQ number in a path; it may be that of who passed the file on.')
}

/** Random bytes match now and then; text of a path has no private or replacement characters and hardly any symbols. */
function isText(raw: string): boolean {
  let odd = 0
  for (const c of raw) {
    const code = c.codePointAt(0) ?? 0
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || (code >= 0x80 && code < 0xc0)) return false
    if (!/[\p{L}\p{N}\p{M} ._\-\\/:()[\]&+'!@#$%^{},;=~、，。（）【】《》「」・]/u.test(c)) odd++
  }
  return odd === 0 && raw.length >= 8
}
