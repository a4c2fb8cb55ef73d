import { isMonthDay } from './shot-codes.ts'

/** A name in a path, taken apart: what stays the same, what counts, and what it says. */
export interface NameParts {
  /** Separators and signs as they stand, `{SS}` and the like for what counts, and free words. */
  readonly parts: readonly { readonly kind: 'fixed' | 'slot' | 'word'; readonly text: string }[]
  /** Letters that the name begins with, as they stand; absent when it begins with an episode or a shot. */
  readonly code?: string
  readonly season?: number
  readonly episode?: number
  readonly shot?: string
}

const MAX_CHARS = 160
const MAX_PARTS = 24
const END = '(?![\\p{L}\\p{N}])'
const CODE = /([A-Za-z]{2,12}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,20})(?=[_\-. #/!]|s\d{1,2}[_-]?ep?\d|第)/iuy
const DATE = new RegExp(`20\\d{2}([._-]?)(?:0[1-9]|1[0-2])\\1(?:0[1-9]|[12]\\d|3[01])${END}`, 'uy')
const SEASON_EPISODE = new RegExp(`(s)(\\d{1,2})([_\\-./]?ep?)(\\d{1,3})${END}`, 'iuy')
const SEASON = new RegExp(`(s|第)(\\d{1,2})(季?)${END}`, 'iuy')
const EPISODE = new RegExp(`(ep?[_-]?)(\\d{1,3})${END}`, 'iuy')
/** After letters that nobody stated `e12` may be anything: `house_e12`. */
const EPISODE_IN_FULL = new RegExp(`(ep[_-]?)(\\d{1,3})${END}`, 'iuy')
const EPISODE_WORD = /(第|제)?(\d{1,3})(集|话|話|화|부)/uy
const SEQUENCE = new RegExp(`(sq[_-]?)(\\d{1,4})${END}`, 'iuy')
const SHOT = new RegExp(`((?:shot|scene|cut|sh|sc|c)[_-]?)(\\d{2,5}[A-Z]?)${END}`, 'iuy')
const SHOT_WORD = /(\d{1,5})(镜头|镜|鏡|장면|컷|화면)/uy
const VERSION = new RegExp(`((?:ver|rev|take|tk|v|r|t)[_-]?)(\\d{1,3})${END}`, 'iuy')
const NUMBER = /(\d{1,6})([A-Z]?)(?![a-z\p{N}])/uy
const LONG_NUMBER = /\p{N}+/uy
const WORD = /\p{L}[\p{L}\p{M}]*/uy
const SIGN = /[^\p{L}\p{N}]{1,3}/uy
/** `307` of `INV_307_0450A`: season and episode in one, when a number of two digits or more follows. */
const PACKED = /(\d{1,2})(\d{2})(?=[_-]\d{2,5}[A-Z]?(?![\p{L}\p{N}]))/uy

type Draft = { -readonly [K in keyof NameParts]: NameParts[K] } & { parts: { kind: 'fixed' | 'slot' | 'word'; text: string }[] }

/**
 * Takes a name without its extension apart: `LNT_s03e07_112_v02` gives `{PROD}_s{SS}e{EE}_{SHOT}_v{VV}`. Undefined unless it names an episode or a shot; a number alone after letters
 * (`IMG_0012`) is neither, unless the letters are among `codes` (upper case). At most 160 characters and 24 parts are looked at.
 */
export function namePartsOf(name: string, codes: ReadonlySet<string>): NameParts | undefined {
  const text = name.normalize('NFC').slice(0, MAX_CHARS)
  const draft: Draft = { parts: [] }
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found
  }
  if (!startsWithMark(text)) {
    const code = take(CODE)?.[1]
    if (code === undefined) return undefined
    draft.code = code
    draft.parts.push({ kind: 'slot', text: '{PROD}' })
  }
  const isKnown = draft.code !== undefined && codes.has(draft.code.toUpperCase())
  const marked = { is: false }
  while (at < text.length && draft.parts.length < MAX_PARTS) if (!takePart(take, draft, isKnown, marked)) at++
  const says = draft.episode !== undefined || (draft.shot !== undefined && (marked.is || isKnown))
  return says ? draft : undefined
}

function startsWithMark(text: string): boolean {
  return [SEASON_EPISODE, EPISODE, EPISODE_WORD, SHOT, SHOT_WORD].some((pattern) => {
    pattern.lastIndex = 0
    return pattern.test(text)
  })
}

/** Takes the next part; false when there is none at this place. */
function takePart(take: (pattern: RegExp) => RegExpExecArray | null, draft: Draft, isKnown: boolean, marked: { is: boolean }): boolean {
  const put = (...parts: readonly (readonly ['fixed' | 'slot' | 'word', string | undefined])[]) => {
    for (const [kind, text = ''] of parts) if (text !== '') draft.parts.push({ kind, text })
    return true
  }
  let found = take(SIGN)
  if (found) return put(['fixed', found[0]])
  if (take(DATE)) return put(['slot', '{DATE}'])
  found = draft.episode === undefined ? take(SEASON_EPISODE) : null
  if (found) {
    draft.season = Number(found[2])
    draft.episode = Number(found[4])
    return put(['fixed', found[1]], ['slot', '{SS}'], ['fixed', found[3]], ['slot', '{EE}'])
  }
  found = draft.episode === undefined ? take(isKnown || draft.code === undefined ? EPISODE : EPISODE_IN_FULL) : null
  if (found) {
    draft.episode = Number(found[2])
    return put(['fixed', found[1]], ['slot', '{EE}'])
  }
  found = draft.season === undefined ? take(SEASON) : null
  if (found) {
    draft.season = Number(found[2])
    return put(['fixed', found[1]], ['slot', '{SS}'], ['fixed', found[3]])
  }
  found = draft.episode === undefined ? take(EPISODE_WORD) : null
  if (found) {
    draft.episode = Number(found[2])
    return put(['fixed', found[1]], ['slot', '{EE}'], ['fixed', found[3]])
  }
  return takeShot(take, draft, isKnown, marked, put)
}

function takeShot(
  take: (pattern: RegExp) => RegExpExecArray | null,
  draft: Draft,
  isKnown: boolean,
  marked: { is: boolean },
  put: (...parts: readonly (readonly ['fixed' | 'slot' | 'word', string | undefined])[]) => boolean,
): boolean {
  let found = take(SEQUENCE)
  if (found) return put(['fixed', found[1]], ['slot', '{SEQ}'])
  found = draft.shot === undefined ? take(SHOT) : null
  if (found) {
    draft.shot = found[2] ?? ''
    // `sheet_c001` is a sheet; `KST_c001` and `灯光師_c001` are cuts of something.
    marked.is = draft.code === undefined || /^(?:[A-Z]{2,6}|[^A-Za-z]+)$/.test(draft.code) || /[a-z]{2}/i.test(found[1] ?? '')
    return put(['fixed', found[1]], ['slot', '{SHOT}'])
  }
  found = draft.shot === undefined ? take(SHOT_WORD) : null
  if (found) {
    draft.shot = found[1] ?? ''
    marked.is = true
    return put(['slot', '{SHOT}'], ['fixed', found[2]])
  }
  found = take(VERSION)
  if (found) return put(['fixed', found[1]], ['slot', '{VV}'])
  // Small letters that nobody stated and two numbers are any series of pictures: `horse_104_0012`.
  const isCodeLike = isKnown || (/^[A-Z]{2,6}$/.test(draft.code ?? '') && draft.parts.length === 2)
  found = isCodeLike && draft.episode === undefined && draft.shot === undefined ? take(PACKED) : null
  if (found) {
    draft.season = Number(found[1])
    draft.episode = Number(found[2])
    return put(['slot', '{SEE}'])
  }
  found = take(NUMBER)
  if (found) {
    const after = found.input.slice(found.index + found[0].length)
    if (draft.episode !== undefined && draft.shot === undefined && isMonthDay(found[0], after)) return put(['slot', '{DATE}'])
    if (draft.shot !== undefined) return put(['slot', '{N}'])
    draft.shot = `${found[1]}${found[2]}`
    return put(['slot', '{SHOT}'])
  }
  if (take(LONG_NUMBER)) return put(['slot', '{N}'])
  found = take(WORD)
  return found !== null && put(['word', found[0]])
}
