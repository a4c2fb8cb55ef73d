/** One bounded, printable line: control and bidi characters become visible code points, so that text from evidence never acts on a terminal. */
export function printable(text: string, maxChars = 400): string {
  return visible(text.length > maxChars ? `${text.slice(0, maxChars)}…` : text)
}

/** Text whose control, zero-width and bidi characters are written as code points (`<U+202E>`); tabs and line ends become blanks. */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g, (c) => {
    if (c === '\t' || c === '\n') return ' '
    return `<U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`
  })
}
