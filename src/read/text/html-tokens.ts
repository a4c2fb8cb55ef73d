import { ENTITIES } from '../tables/html-entities.ts'

/** A piece of an HTML text, in order. Names are lower-case; attributes are decoded, the first of a name counts. */
export type HtmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string }
  /** The text ends inside a tag or comment. */
  | { readonly kind: 'cut' }

/** Elements whose content is text up to their own end tag. */
const RAW = new Set(['script', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'textarea', 'title'])
/** Those of them whose text is still decoded. */
const DECODED = new Set(['textarea', 'title'])
/** Attributes that are kept of one tag. */
const ATTRIBUTES = 64

/**
 * Cuts an HTML text into tokens as the WHATWG HTML Standard's tokenizer does where it matters: raw text, comments, quotes, stray `<`.
 * One pass, linear; any string gives tokens and none throws.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  let textFrom = 0
  const textBefore = (end: number): HtmlToken[] =>
    end > textFrom ? [{ kind: 'text', text: decodeEntities(html.slice(textFrom, end)) }] : []
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    const next = html[open + 1] ?? ''
    if (/[A-Za-z/!?]/.test(next) && !(next === '/' && !/[A-Za-z>]/.test(html[open + 2] ?? ''))) {
      yield* textBefore(open)
      if (next === '!' || next === '?') {
        const isComment = html.startsWith('<!--', open)
        const end = html.indexOf(isComment ? '-->' : '>', open + (isComment ? 4 : 2))
        if (isComment) yield { kind: 'comment', text: html.slice(open + 4, end < 0 ? html.length : end) }
        if (end < 0) yield { kind: 'cut' }
        at = end < 0 ? html.length : end + (isComment ? 3 : 1)
      } else if (next === '/') {
        const end = html.indexOf('>', open)
        if (end < 0) yield { kind: 'cut' }
        else if (end > open + 2)
          yield { kind: 'close', name: (/^[^\s/>]*/.exec(html.slice(open + 2, Math.min(end, open + 66)))?.[0] ?? '').toLowerCase() }
        at = end < 0 ? html.length : end + 1
      } else {
        const tag = readTag(html, open + 1)
        if (tag === undefined) {
          yield { kind: 'cut' }
          at = html.length
        } else {
          yield { kind: 'open', name: tag.name, attributes: tag.attributes }
          at = tag.end
          if (RAW.has(tag.name)) {
            const end = endOfRaw(html, tag.name, at)
            const text = html.slice(at, end)
            if (text !== '') yield { kind: 'text', text: DECODED.has(tag.name) ? decodeEntities(text) : text }
            at = end
          }
        }
      }
      textFrom = at
    } else at = open + 1
  }
  yield* textBefore(html.length)
}

interface Tag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly end: number
}

/** Reads a tag from its name on; undefined when the text ends inside it. */
function readTag(html: string, from: number): Tag | undefined {
  const name = stretch(html, from, /[^\s/>]*/y)
  const attributes = new Map<string, string>()
  let at = from + name.length
  while (at < html.length) {
    at += stretch(html, at, /[\s/]*/y).length
    if (html[at] === '>') return { name: name.toLowerCase(), attributes, end: at + 1 }
    const key = stretch(html, at, /=?[^\s/>=]*/y)
    at += key.length
    const equals = stretch(html, at, /\s*=\s*/y)
    let value = ''
    if (equals !== '') {
      at += equals.length
      const quote = html[at]
      if (quote === '"' || quote === "'") {
        const end = html.indexOf(quote, at + 1)
        if (end < 0) return undefined
        value = html.slice(at + 1, end)
        at = end + 1
      } else {
        value = stretch(html, at, /[^\s>]*/y)
        at += value.length
      }
    }
    const lower = key.toLowerCase()
    if (key !== '' && attributes.size < ATTRIBUTES && !attributes.has(lower)) attributes.set(lower, decodeEntities(value))
  }
  return undefined
}

function stretch(text: string, at: number, pattern: RegExp): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

function endOfRaw(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  pattern.lastIndex = from
  return pattern.exec(html)?.index ?? html.length
}

/** Character references as characters; ones that are unknown stay as they are written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7});?|#[xX]([0-9A-Fa-f]{1,6});?|([A-Za-z][A-Za-z0-9]{1,31});|(amp|lt|gt|quot|nbsp|copy|reg)(?![A-Za-z0-9=]))/g,
    (whole, decimal, hex, named, bare) => {
      if (decimal !== undefined) return character(Number(decimal), whole)
      if (hex !== undefined) return character(Number.parseInt(hex, 16), whole)
      const name: string = named ?? bare
      return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole
    },
  )
}

function character(code: number, whole: string): string {
  const isValid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isValid ? String.fromCodePoint(code) : whole
}
