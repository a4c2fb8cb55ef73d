/** A terminal's command for colour, place and the like (ECMA-48: `ESC [ 31 m`), with a number in it: what else follows an escape may be letters of the name, which nobody can hide by writing one before them. */
const COMMAND = new RegExp(`(?:${'\u001b'}\\[|${'\u009b'})(?:[0-9:;]+[A-Za-z]|m)`, 'g')

/** Characters without width: formats (zero-width space and joiners, marks of direction, soft hyphen), variation selectors, the combining grapheme joiner, tags and fillers; and control characters that part no words. */
const HIDDEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?![\t-\r\u0085])\p{Cc}/gu

/**
 * A text as a reader sees it: without characters that have no width, commands for colours and places of a terminal, and control characters but blanks, tabulators and ends of lines. `S<zero-width space>EK` is `SEK`. Takes time in proportion to the length; the same text
 * where nothing is hidden.
 */
export function visibleOf(text: string): string {
  return text.replace(COMMAND, '').replace(HIDDEN, '')
}
