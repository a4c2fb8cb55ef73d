const [ESC, BEL] = ['\u001b', '\u0007']

/**
 * What a terminal takes as a command and shows nothing of (ECMA-48): a control sequence (`ESC [ 31 m`), a string up to its end (`ESC ] … BEL`), or escape and the letter of a short command. An escape that begins none of these is a
 * control character like any other.
 */
const COMMAND = new RegExp(
  [
    `(?:${ESC}\\[|\u009b)[0-?]*[ -/]*[@-~]`,
    `(?:${ESC}[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^${BEL}${ESC}\u0090-\u009f]*(?:${BEL}|${ESC}\\\\|\u009c)`,
    `${ESC}[ -/]+[0-~]`,
  ].join('|'),
  'g',
)

/** Characters without width: formats (zero-width space and joiners, marks of direction, soft hyphen), variation selectors, the combining grapheme joiner, tags and fillers; and control characters that part no words. */
const HIDDEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?![\t-\r\u0085])\p{Cc}/gu

/**
 * A text as a reader sees it: without characters that have no width, terminal commands, and control characters but blanks, tabulators and ends of lines. `S<zero-width space>EK` is `SEK`. Takes time in proportion to the length; the same text
 * where nothing is hidden.
 */
export function visibleOf(text: string): string {
  return text.replace(COMMAND, '').replace(HIDDEN, '')
}
