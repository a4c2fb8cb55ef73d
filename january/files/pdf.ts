import iconv from 'iconv-lite'
import { joined } from './bytes.ts'
import { localClock, type ZoneMinutes, zoneText } from './time.ts'

/** Predefined CMaps (ISO 32000-1, table 118) that the writer knows; the reader must have them, for the fonts are not embedded. */
export type CMap = 'UniGB-UTF16-H' | 'GBK-EUC-H' | 'UniKS-UTF16-H' | 'KSCms-UHC-H'

/** A font that is only named. */
export interface PdfFont {
  readonly name: string
  readonly cmap: CMap
}

/** One line on a page; an index into the fonts, or `latin` for Helvetica. */
export interface PdfLine {
  readonly text: string
  readonly font: number | 'latin'
  readonly size?: number
}

/** What a PDF is made of. Dates are epoch milliseconds and are written with the zone. */
export interface Pdf {
  readonly pages: readonly (readonly PdfLine[])[]
  readonly fonts: readonly PdfFont[]
  readonly info: {
    readonly title?: string
    readonly author?: string
    readonly creator: string
    readonly producer: string
    readonly created: number
    readonly modified: number
    readonly zone: ZoneMinutes
  }
}

const ORDERING: Readonly<Record<CMap, string>> = {
  'UniGB-UTF16-H': 'GB1',
  'GBK-EUC-H': 'GB1',
  'UniKS-UTF16-H': 'Korea1',
  'KSCms-UHC-H': 'Korea1',
}

/** Writes a PDF 1.5 with one content stream per page, non-embedded CID fonts, an info dictionary and a cross-reference table. */
export function pdf(document: Pdf): Uint8Array {
  const objects: Uint8Array[] = []
  const add = (body: string | Uint8Array): number => objects.push(typeof body === 'string' ? latin(body) : body)
  const catalog = add('<< /Type /Catalog /Pages 2 0 R >>')
  const pages = add('')
  const helvetica = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  const fonts = document.fonts.map((font) => addFont(font, add))
  const names = [`/L ${helvetica} 0 R`, ...fonts.map((number, index) => `/F${index} ${number} 0 R`)].join(' ')
  const kids = document.pages.map((lines) => {
    const content = contentOf(lines, document.fonts)
    const stream = add(joined([latin(`<< /Length ${content.length} >>\nstream\n`), content, latin('\nendstream')]))
    return add(
      `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 595 842] /Resources << /Font << ${names} >> >> /Contents ${stream} 0 R >>`,
    )
  })
  objects[pages - 1] = latin(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`)
  const info = add(infoOf(document.info))
  return assemble(objects, catalog, info)
}

function addFont(font: PdfFont, add: (body: string) => number): number {
  const name = font.name.replace(/[^\x21-\x7e]|[#()<>[\]{}/%]/g, (character) =>
    [...new TextEncoder().encode(character)].map((byte) => `#${byte.toString(16).padStart(2, '0')}`).join(''),
  )
  const descriptor = add(
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>`,
  )
  const cid = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (${ORDERING[font.cmap]}) /Supplement 1 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor ${descriptor} 0 R >>`,
  )
  return add(`<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${font.cmap} /DescendantFonts [${cid} 0 R] >>`)
}

function contentOf(lines: readonly PdfLine[], fonts: readonly PdfFont[]): Uint8Array {
  let y = 790
  const parts: string[] = []
  for (const { text, font, size: wanted = 11 } of lines) {
    const size = Math.min(wanted, sizeThatFits(text))
    const cmap = font === 'latin' ? undefined : fonts[font]?.cmap
    const bytes = cmap === undefined ? iconv.encode(text, 'win1252') : encoded(text, cmap)
    if (text !== '') parts.push(`BT /${font === 'latin' ? 'L' : `F${font}`} ${size} Tf 1 0 0 1 56 ${y} Tm <${bytes.toString('hex')}> Tj ET`)
    y -= Math.round(wanted * 1.7)
  }
  return latin(parts.join('\n'))
}

/** The size in points at which a line fits between the margins: what is drawn beyond the page edge is no text to a reader. */
function sizeThatFits(text: string): number {
  const ems = [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) > 0x2000 ? 1 : 0.56), 0)
  return ems === 0 ? 11 : Math.floor((483 / ems) * 10) / 10
}

function encoded(text: string, cmap: CMap): Buffer {
  if (cmap === 'GBK-EUC-H') return iconv.encode(text, 'gbk')
  if (cmap === 'KSCms-UHC-H') return iconv.encode(text, 'cp949')
  return iconv.encode(text, 'utf16-be')
}

function infoOf(info: Pdf['info']): string {
  const rows: (readonly [string, string | undefined])[] = [
    ['Title', info.title === undefined ? undefined : textString(info.title)],
    ['Author', info.author === undefined ? undefined : textString(info.author)],
    ['Creator', textString(info.creator)],
    ['Producer', textString(info.producer)],
    ['CreationDate', `(${pdfDate(info.created, info.zone)})`],
    ['ModDate', `(${pdfDate(info.modified, info.zone)})`],
  ]
  return `<< ${rows.flatMap(([key, value]) => (value === undefined ? [] : [`/${key} ${value}`])).join(' ')} >>`
}

/** UTF-16BE with its mark, as hex. */
function textString(text: string): string {
  return `<feff${iconv.encode(text, 'utf16-be').toString('hex')}>`
}

function pdfDate(at: number, zone: ZoneMinutes): string {
  const clock = localClock(at, zone).toISOString().slice(0, 19).replace(/[-:T]/g, '')
  return `D:${clock}${zoneText(zone).replace(':', "'")}'`
}

/** Header, objects with their offsets, cross-reference table of 20-byte entries, trailer. */
function assemble(objects: readonly Uint8Array[], catalog: number, info: number): Uint8Array {
  const head = joined([latin('%PDF-1.5\n%'), new Uint8Array([0xe2, 0xe3, 0xcf, 0xd3, 0x0a])])
  const parts = [head]
  const offsets: number[] = []
  let offset = head.length
  for (const [index, body] of objects.entries()) {
    const whole = joined([latin(`${index + 1} 0 obj\n`), body, latin('\nendobj\n')])
    offsets.push(offset)
    parts.push(whole)
    offset += whole.length
  }
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    latin(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${info} 0 R >>\nstartxref\n${offset}\n%%EOF\n`,
    ),
  )
  return joined(parts)
}

function latin(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
