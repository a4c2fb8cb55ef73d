/** Escapes `%`, `!`, `=`, `,`, `#` and control characters, so that the parts of a canonical string stay apart. */
export function escapePart(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is escaped
  return text.replace(/[%!=,#\u0000-\u001f\u007f]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

/** One step through a container from a member's raw name bytes: valid UTF-8 is kept, other bytes are percent-encoded; the nth repetition (from 2) gets `#n`. */
export function childStep(rawName: Uint8Array, nth = 1): string {
  let text: string
  try {
    text = escapePart(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawName))
  } catch {
    text = ''
    for (const byte of rawName) text += byte < 0x80 ? escapePart(String.fromCharCode(byte)) : `%${byte.toString(16).toUpperCase()}`
  }
  return nth > 1 ? `${text}#${nth}` : text
}
