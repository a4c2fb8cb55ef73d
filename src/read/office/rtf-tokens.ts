/** A token of RTF: a group's edge, a control word with its number, bytes that stand for letters, or a Unicode unit. */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | undefined }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'binary'; readonly bytes: number }

/** Tokens of an RTF text given as Latin 1 (RTF 1.9.1, "Conventions of an RTF reader"). Line ends between tokens are none. */
export function* rtfTokens(text: string): Generator<RtfToken> {
  for (let at = 0; at < text.length; ) {
    const c = text[at] ?? ''
    if (c === '{' || c === '}') {
      yield { kind: c === '{' ? 'open' : 'close' }
      at++
    } else if (c !== '\\') {
      if (c !== '\r' && c !== '\n') yield { kind: 'byte', byte: text.charCodeAt(at) & 255 }
      at++
    } else if (text[at + 1] === "'") {
      const byte = Number.parseInt(text.slice(at + 2, at + 4), 16)
      if (!Number.isNaN(byte)) yield { kind: 'byte', byte }
      at += 4
    } else {
      WORD.lastIndex = at
      const word = WORD.exec(text)
      if (!word) {
        yield { kind: 'word', word: text[at + 1] ?? '', value: undefined }
        at += 2
        continue
      }
      at = WORD.lastIndex
      const value = word[2] === undefined ? undefined : Number(word[2])
      if (word[1] === 'bin' && value !== undefined && value > 0) {
        yield { kind: 'binary', bytes: value }
        at += value
      } else yield { kind: 'word', word: word[1] ?? '', value }
    }
  }
}

const WORD = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/y
