import { LIMITS } from '../../base/limits.ts'
import { decodeAs } from '../../base/text.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { traceComment, traceMeta } from '../text/html-meta.ts'
import { htmlTokens } from '../text/html-tokens.ts'
import { headText, isPlain, readPlain } from '../text/plain.ts'
import { fontMeaning, Usage } from '../usage.ts'

const BLOCKS = new Set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol optgroup option p pre section select summary table tbody td textarea tfoot th thead tr ul xmp'.split(
    ' ',
  ),
)
/** Elements whose text nobody sees on the page. */
const UNSEEN = new Set(['script', 'style', 'template', 'noembed', 'noframes', 'iframe'])
/** Labels of pages (WHATWG Encoding Standard) as iconv names. */
const CHARSETS: readonly (readonly [labels: RegExp, codePage: string])[] = [
  [/^utf-?(8|16\w*)$/, 'utf-8'],
  [/^(gb2312|gbk|gb18030|x-gbk|gb_2312-80|chinese)$/, 'gb18030'],
  [/^(euc-kr|cp949|ks_c_5601-1987|ksc5601|korean|windows-949)$/, 'cp949'],
  [/^(x-)?(kps[-_]?9566(-\d+)?|euc-kp)$/, 'kps9566'],
  [/^(big5|big5-hkscs|cn-big5|x-x-big5)$/, 'big5'],
  [/^(shift[_-]jis|sjis|x-sjis|ms_kanji|windows-31j)$/, 'shift_jis'],
  [/^euc-jp$/, 'euc-jp'],
  [/^(windows-1251|cp1251)$/, 'windows-1251'],
  [/^koi8-r$/, 'koi8-r'],
  [/^(iso-8859-1|latin1|us-ascii|ascii|windows-1252)$/, 'windows-1252'],
]

/** Web pages: text by block element, table cells with row and column, title, and what meta elements and comments say of the maker. */
export const html: FormatReader = {
  name: 'html',
  summary: 'Web page (HTML): visible text, tables, title, meta elements',
  extensions: ['.html', '.htm', '.xhtml', '.shtml'],
  source: 'WHATWG HTML Standard',
  sniff: (head, name) =>
    isPlain(head) &&
    (/\.(x?html?|shtml)$/i.test(name) ||
      /^\ufeff?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)?<(!doctype html|html[\s>])/i.test(headText(head))),
  read(bytes) {
    const draft = new Draft()
    const page = new Page(draft)
    let tokens = 0
    for (const token of htmlTokens(decodePage(bytes, draft))) {
      if (draft.isFull) break
      if (++tokens > LIMITS.pageTokens) {
        draft.cut('token-limit', `more than ${LIMITS.pageTokens} tags and texts: the rest was not read`)
        break
      }
      if (token.kind === 'open') page.open(token.name, token.attributes)
      else if (token.kind === 'close') page.close(token.name)
      else if (token.kind === 'text') page.text(token.text)
      else if (token.kind === 'comment') traceComment(token.text, draft)
      else draft.cut('truncated', 'the page ends inside a tag or comment')
    }
    page.end()
    return draft.done('html')
  },
}

/** As the page states it, unless its bytes do not fit that and do fit UTF-8; without a statement from the bytes. */
function decodePage(bytes: Uint8Array, draft: Draft): string {
  const hasMark = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const label = /<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]?.toLowerCase()
  const codePage = CHARSETS.find(([labels]) => label !== undefined && labels.test(label))?.[1]
  if (hasMark || codePage === undefined) return readPlain(bytes, draft)
  const stated = decodeAs(bytes, codePage)
  if (stated.faults === 0 || decodeAs(bytes, 'utf-8').faults > 0) return readPlain(bytes, draft, stated)
  draft.warn('charset-mismatch', `the page states ${label}, and its bytes are UTF-8`)
  return readPlain(bytes, draft)
}

interface Table {
  readonly block: string
  row: number
  column: number
  next: number
}

/** Gathers text until a block begins or ends. */
class Page {
  readonly #draft: Draft
  readonly #tables: Table[] = []
  readonly #fonts = new Usage()
  #text = ''
  #paragraphs = 0
  #tablesSeen = 0
  #unseen = 0
  #preformatted = 0
  #titleText: string | undefined

  constructor(draft: Draft) {
    this.#draft = draft
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (UNSEEN.has(name)) this.#unseen++
    else if (name === 'title' && this.#titleText === undefined && this.#paragraphs === 0) this.#titleText = ''
    if (name === 'br') this.#text += '\n'
    if (BLOCKS.has(name)) this.#flush()
    if (name === 'pre' || name === 'textarea') this.#preformatted++
    traceMeta(name, attributes, this.#draft)
    this.#fonts.add(fontOf(name, attributes))
    const table = this.#tables.at(-1)
    if (name === 'table') this.#tables.push({ block: `table${++this.#tablesSeen}`, row: -1, column: 0, next: 0 })
    else if (name === 'tr' && table) {
      table.row++
      table.next = 0
    } else if ((name === 'td' || name === 'th') && table) {
      table.column = table.next
      table.next += Math.min(1000, Math.max(1, Number.parseInt(attributes.get('colspan') ?? '1', 10) || 1))
    }
  }

  close(name: string): void {
    if (UNSEEN.has(name)) this.#unseen = Math.max(0, this.#unseen - 1)
    else if (name === 'title' && this.#titleText !== undefined) {
      this.#draft.passage(
        squeeze(this.#titleText),
        { kind: 'paragraph', part: 'title', index: 1 },
        { role: 'title', block: 'title', row: 0 },
      )
      this.#titleText = undefined
      this.#paragraphs ||= 0
    }
    if (BLOCKS.has(name)) this.#flush()
    if (name === 'pre' || name === 'textarea') this.#preformatted = Math.max(0, this.#preformatted - 1)
    if (name === 'table') this.#tables.pop()
  }

  text(text: string): void {
    if (this.#unseen > 0) return
    if (this.#titleText !== undefined) this.#titleText += text
    else this.#text += this.#preformatted > 0 ? text : text.replace(/[ \t\r\n\f]+/g, ' ')
  }

  end(): void {
    if (this.#titleText !== undefined) this.close('title')
    this.#flush()
    this.#fonts.trace(this.#draft, 'font', fontMeaning)
  }

  #flush(): void {
    const text = this.#preformatted > 0 ? this.#text : this.#text.replace(/ *\n */g, '\n').replace(/ {2,}/g, ' ')
    this.#text = ''
    if (text.trim() === '') return
    const index = ++this.#paragraphs
    const table = this.#tables.at(-1)
    const layout =
      table && table.row >= 0 ? { block: table.block, row: table.row, column: table.column } : { block: 'body', row: index - 1 }
    this.#draft.passage(text, { kind: 'paragraph', part: 'body', index }, { ...layout, role: 'text' })
  }
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** The first font that an element names itself. */
function fontOf(name: string, attributes: ReadonlyMap<string, string>): string | undefined {
  const stated = name === 'font' ? attributes.get('face') : /font-family\s*:\s*([^;]{1,200})/i.exec(attributes.get('style') ?? '')?.[1]
  return stated?.split(',')[0]?.replace(/["']/g, '').trim()
}
