import { LIMITS } from '../../base/limits.ts'
import { own } from '../../base/own.ts'
import { decodeAs } from '../../base/text.ts'
import type { TraceName } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { WINDOWS_PAGES } from '../office/property-sets.ts'
import { type RtfToken, rtfTokens } from '../office/rtf-tokens.ts'
import type { FormatReader } from '../reader.ts'

/** Code pages of fonts' character sets (RTF 1.9.1, \fcharset). */
const CHARSETS: Readonly<Record<number, string>> = {
  0: 'windows-1252', 128: 'shift_jis', 129: 'cp949', 134: 'gb18030', 136: 'big5', 161: 'windows-1253', 162: 'windows-1254', 163: 'windows-1258', 177: 'windows-1255', 178: 'windows-1256', 186: 'windows-1257', 204: 'windows-1251', 222: 'windows-874', 238: 'windows-1250',
} // biome-ignore format: a table read as lines
type Row = readonly [field: TraceName, meaning: string]
const INFO: Readonly<Record<string, Row>> = {
  title: ['title', 'Title as entered.'],
  subject: ['title', 'Subject as entered.'],
  author: ['author', 'Account name of who made the file; anybody can set it.'],
  operator: ['lastModifiedBy', 'Account name of who saved it last; another name than the author is a hand-over or a shared template.'],
  company: ['company', 'Company name entered when the program was installed; images of others are reused.'],
  manager: ['company', 'Manager as entered.'],
  keywords: ['keywords', 'Keywords as entered.'],
  doccomm: ['comment', 'Description as entered.'],
  generator: ['application', 'Program that saved it, as it states.'],
  template: ['template', 'Template it was made from.'],
  atnauthor: ['commentAuthor', 'Name of who left a comment; anybody can set it.'],
}
/** Groups whose text is none of the document's. */
const SILENT = new Set([
  'colortbl',
  'stylesheet',
  'pict',
  'object',
  'themedata',
  'colorschememapping',
  'datastore',
  'latentstyles',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'xmlnstbl',
  'fldinst',
  'bkmkstart',
  'bkmkend',
  'panose',
  'falt',
  'revtbl',
  'filetbl',
  'atnid',
  'atndate',
  'atnparent',
  'atnref',
  'atntime',
  'nonshppict',
  'shpinst',
  'mmathPr',
])

/** Rich Text: paragraphs in the page of each font, comments, who, with what, when. */
export const rtf: FormatReader = {
  name: 'rtf',
  summary: 'Rich Text (RTF): paragraphs, comments, author, operator, times, fonts with their code pages',
  extensions: ['.rtf'],
  source: 'Microsoft, Rich Text Format Specification 1.9.1',
  sniff: (head) => Buffer.from(head.subarray(0, 5)).toString('latin1') === '{\\rtf',
  read(bytes) {
    const draft = new Draft()
    const reader = new Rtf(draft)
    for (const token of rtfTokens(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))) reader.take(token)
    reader.end()
    return draft.done('rtf')
  },
}

/** What a group inherits from the one around it. */
interface Group {
  /** What the group's text is: a font's name, a property, a comment, nothing, or the document's. */
  target: string
  font: number
  /** Letters that stand after a Unicode unit for readers that know none. */
  fallback: number
  isStarred: boolean
}

class Rtf {
  readonly #draft: Draft
  readonly #stack: Group[] = [{ target: 'body', font: -1, fallback: 1, isStarred: false }]
  readonly #charsets = new Map<number, number>()
  readonly #used = new Map<number, string>()
  readonly #names = new Map<number, string>()
  #page = 'windows-1252'
  #bytes: number[] = []
  /** Text so far of each target: a note in the middle of a paragraph does not end it. */
  readonly #texts = new Map<string, string>()
  #skip = 0
  #index = 0
  #depth = 0
  #time: number[] = []
  #isClosed = false

  constructor(draft: Draft) {
    this.#draft = draft
  }

  take(token: RtfToken): void {
    const group = this.#stack.at(-1)
    if (!group) return
    if (token.kind === 'open') this.#open(group)
    else if (token.kind === 'close') this.#close(group)
    else if (token.kind === 'word') this.#word(token.word, token.value, group)
    else if (token.kind === 'byte') {
      if (this.#skip > 0) this.#skip--
      else if (group.target !== '') this.#bytes.push(token.byte)
    }
  }

  end(): void {
    this.#flush('body')
    if (!this.#isClosed) this.#draft.cut('truncated', 'the document ends before its last group does')
    for (const [font, name] of this.#used) {
      this.#draft.traceOnce('font', name, 'Font of text that is there; fonts come with systems and programs.')
      const charset = CHARSETS[this.#charsets.get(font) ?? 0]
      if (charset !== undefined && charset !== 'windows-1252')
        this.#draft.traceOnce('codePage', charset, 'Code page of a font that text is set in; a setting of the program that wrote it.')
    }
  }

  #open(group: Group): void {
    this.#settle(group)
    if (++this.#depth > LIMITS.xmlDepth * 4) this.#draft.cut('group-depth', `groups are nested deeper than ${LIMITS.xmlDepth * 4}`)
    else this.#stack.push({ ...group, isStarred: false })
  }

  #close(group: Group): void {
    this.#settle(group)
    const outer = this.#stack.at(-2)
    if (group.target !== 'body' && group.target !== outer?.target) this.#flush(group.target)
    if (this.#depth <= this.#stack.length - 1) this.#stack.pop()
    this.#depth--
    if (this.#stack.length === 1) this.#isClosed = true
    this.#skip = 0
  }

  #word(word: string, value: number | undefined, group: Group): void {
    if (word === 'u' && value !== undefined) {
      this.#settle(group)
      this.#append(group.target, String.fromCharCode(value & 0xffff))
      this.#skip = group.fallback
      return
    }
    if (word === '*') group.isStarred = true
    else if (word === 'ansicpg') {
      this.#page = WINDOWS_PAGES[value ?? 0] ?? this.#page
      this.#draft.traceOnce(
        'codePage',
        this.#page,
        'Code page of the program that wrote it, as stated. A setting of a machine, not a person or place.',
      )
    } else if (word === 'deff' || word === 'f') this.#font(value ?? 0, group)
    else if (word === 'fcharset') this.#charsets.set(group.font, value ?? 0)
    else if (word === 'uc') group.fallback = Math.min(value ?? 1, 8)
    else if (word === 'par' || word === 'sect' || word === 'page' || word === 'cell') this.#paragraph(group)
    else if (word === 'line' || word === 'tab') this.#put(word === 'line' ? '\n' : '\t', group)
    else if (['~', '_', '\\', '{', '}'].includes(word)) this.#put(word === '~' ? ' ' : word === '_' ? '-' : word, group)
    else if (word === 'fonttbl') this.#target(group, 'fonts')
    else if (word === 'creatim' || word === 'revtim' || word === 'printim') this.#target(group, word)
    else if (['yr', 'mo', 'dy', 'hr', 'min'].includes(word) && /tim$/.test(group.target)) this.#time.push(value ?? 0)
    else if (word === 'annotation') this.#target(group, 'comment')
    else if (Object.hasOwn(INFO, word)) this.#target(group, word)
    else if (SILENT.has(word) || (group.isStarred && group.target === 'body')) this.#target(group, '')
  }

  #target(group: Group, target: string): void {
    this.#settle(group)
    group.target = target
    if (/tim$/.test(target)) this.#time = []
  }

  #font(number: number, group: Group): void {
    this.#settle(group)
    group.font = number
  }

  #put(text: string, group: Group): void {
    this.#settle(group)
    this.#append(group.target, text)
  }

  #paragraph(group: Group): void {
    this.#settle(group)
    if (group.target === 'body' || group.target === 'comment') this.#flush(group.target)
  }

  #append(target: string, text: string): void {
    if (target !== '') this.#texts.set(target, (this.#texts.get(target) ?? '') + text)
  }

  /** Bytes so far become text in the page of the font. */
  #settle(group: Group): void {
    if (this.#bytes.length === 0) return
    const bytes = Buffer.from(this.#bytes)
    this.#bytes = []
    const page = CHARSETS[this.#charsets.get(group.font) ?? -1] ?? this.#page
    // Fonts' names are written in their own page.
    const text = decodeAs(bytes, page === 'windows-1252' && bytes.some((byte) => byte > 0x7f) ? this.#page : page).text
    this.#append(group.target, text)
    const name = this.#names.get(group.font)
    if (group.target === 'body' && text.trim() !== '' && name !== undefined) this.#used.set(group.font, name)
    if (group.target === 'fonts' && /;/.test(text)) {
      this.#names.set(group.font, (this.#texts.get('fonts') ?? '').replace(/;.*$/s, '').trim())
      this.#texts.delete('fonts')
    }
  }

  #flush(target: string): void {
    const text = this.#texts.get(target) ?? ''
    this.#texts.delete(target)
    const info = own(INFO, target)
    if (target === 'body' || target === 'comment') {
      this.#index++
      this.#draft.passage(
        text,
        { kind: 'paragraph', part: target, index: this.#index },
        { role: target === 'body' ? 'text' : 'comment', block: target, row: this.#index },
      )
    } else if (info && /[^?\s;]/.test(text)) this.#draft.traceOnce(info[0], text.replace(/;\s*$/, ''), info[1])
    else if (/tim$/.test(target) && this.#time.length >= 3) {
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = this.#time
      const two = (number: number) => String(number).padStart(2, '0')
      const field = target === 'creatim' ? 'created' : target === 'revtim' ? 'modified' : 'printed'
      if (year > 1980 && year < 2100)
        this.#draft.traceOnce(
          field,
          `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`,
          'Local clock of the machine, without a zone.',
        )
    }
  }
}
