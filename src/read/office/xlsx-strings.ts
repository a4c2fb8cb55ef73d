import type { Draft } from '../draft.ts'
import { lettersOf, type Usage } from '../usage.ts'
import { type AttributeOf, type LocalHandler, walkLocal } from './ooxml.ts'

/** Gathers the text of an `si`, `is` or `text` element; readings above the letters (`rPh`) are left out, fonts of rich runs are counted. */
export class RichText {
  text = ''
  #piece = ''
  #inText = false
  #phonetic = 0
  #font: string | undefined
  readonly #fonts: Usage

  constructor(fonts: Usage) {
    this.#fonts = fonts
  }

  open(tag: string, attribute: AttributeOf): void {
    if (tag === 't') this.#inText = true
    else if (tag === 'rPh') this.#phonetic++
    else if (tag === 'r') this.#font = undefined
    else if (tag === 'rFont') this.#font = attribute('val')
  }

  add(piece: string): void {
    if (this.#inText && this.#phonetic === 0) this.#piece += piece
  }

  close(tag: string): void {
    if (tag === 't') {
      this.#inText = false
      this.text += unescapeControls(this.#piece)
      this.#piece = ''
    } else if (tag === 'rPh') this.#phonetic--
    else if (tag === 'r' && lettersOf(this.text).isEastAsian) this.#fonts.add(this.#font)
  }
}

/** Shared strings by their number. */
export function readSharedStrings(part: Uint8Array, fonts: Usage, draft: Draft): string[] {
  const strings: string[] = []
  let rich = new RichText(fonts)
  const handler: LocalHandler = {
    open: (tag, attribute) => {
      if (tag === 'si') rich = new RichText(fonts)
      else rich.open(tag, attribute)
    },
    text: (piece) => rich.add(piece),
    close: (tag) => {
      if (tag === 'si') strings.push(rich.text)
      else rich.close(tag)
    },
  }
  walkLocal(part, 'sharedStrings', handler, draft)
  return strings
}

/** `_x000D_` and the like stand for characters that XML cannot hold (ECMA-376 Part 1, 22.9.2.19). */
function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).replaceAll('\r\n', '\n')
}
