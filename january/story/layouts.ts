import { type Block, type DocxComment, docx, type Run } from '../files/docx.ts'
import type { OfficeMeta, OfficeProgram } from '../files/office.ts'
import { type CMap, pdf } from '../files/pdf.ts'
import { psd } from '../files/psd.ts'
import type { ZoneMinutes } from '../files/time.ts'
import { txt } from '../files/txt.ts'
import { type Cell, xlsx } from '../files/xlsx.ts'
import { xmp } from '../files/xmp.ts'
import type { Line } from './lines.ts'
import { backgroundDrawing } from './pictures.ts'

/** How one language is set: language tag, font by its family name and by its PostScript name, and the CMap of a PDF. */
export interface Voice {
  readonly language: string
  readonly font: string
  readonly postScript: string
  readonly cmap: CMap
}

/** Who makes a document, with what, when. Times are epoch milliseconds. */
export interface Desk {
  readonly author: string
  readonly lastModifiedBy: string
  readonly program: OfficeProgram
  readonly company?: string
  readonly zone: ZoneMinutes
  readonly imageProgram: string
  readonly pdfCreator: string
  readonly pdfProducer: string
}

/** One instruction document before it has a layout. `heads` are the column heads of a table: shot, frames, Chinese, Korean. */
export interface Paper {
  readonly title: string
  readonly lines: readonly Line[]
  readonly desk: Desk
  readonly chinese: Voice
  readonly korean: Voice
  readonly heads: readonly [shot: string, frames: string, zh: string, ko: string]
  readonly created: number
  readonly modified: number
}

/** The layouts in which instructions come, with the extension of their files. */
export const LAYOUTS = {
  xlsx: { extension: 'xlsx', write: columns },
  stacked: { extension: 'xlsx', write: stacked },
  table: { extension: 'docx', write: table },
  paragraphs: { extension: 'docx', write: paragraphs },
  comments: { extension: 'docx', write: comments },
  txt: { extension: 'txt', write: textLines },
  psd: { extension: 'psd', write: layers },
  pdf: { extension: 'pdf', write: printed },
} as const satisfies Record<string, { extension: string; write: (paper: Paper) => Uint8Array | Promise<Uint8Array> }>

/** Name of a layout. */
export type LayoutName = keyof typeof LAYOUTS

/** Writes a paper in a layout. */
export async function layOut(name: LayoutName, paper: Paper): Promise<Uint8Array> {
  return await LAYOUTS[name].write(paper)
}

/** The document properties of a paper. */
export function metaOf(paper: Pick<Paper, 'desk' | 'created' | 'modified'> & { readonly title?: string }): OfficeMeta {
  const { author, lastModifiedBy, program, company } = paper.desk
  return {
    author,
    lastModifiedBy,
    program,
    created: paper.created,
    modified: paper.modified,
    ...(paper.title === undefined ? {} : { title: paper.title }),
    ...(company === undefined ? {} : { company }),
  }
}

/** A run of text in a voice. */
export function said(text: string, voice: Voice): Run {
  return { text, language: voice.language, font: voice.font }
}

/** A row per line: shot, frames, Chinese, Korean, a mark. */
function columns(paper: Paper): Uint8Array {
  const [shot, frames, zh, ko] = paper.heads
  const head: Cell[] = [{ text: shot }, { text: frames }, { text: zh }, { text: ko, font: 1 }, { text: 'P' }]
  const rows = paper.lines.map((line, index): Cell[] => [
    { text: line.shot },
    { text: line.frames },
    { text: line.zh },
    { text: line.ko ?? '', font: 1 },
    { number: (index % 3) + 1 },
  ])
  return xlsx({
    meta: metaOf(paper),
    fonts: [paper.chinese.font, paper.korean.font],
    sheets: [{ name: paper.title, widths: [20, 9, 46, 46, 5], rows: [head, ...rows] }],
  })
}

/** Chinese in one row, Korean in the row below it. */
function stacked(paper: Paper): Uint8Array {
  const rows = paper.lines.flatMap((line): Cell[][] => {
    const upper: Cell[] = [{ text: line.shot }, { text: line.zh }]
    return line.ko === undefined ? [upper] : [upper, [{ text: '' }, { text: line.ko, font: 1 }]]
  })
  return xlsx({
    meta: metaOf(paper),
    fonts: [paper.chinese.font, paper.korean.font],
    sheets: [{ name: paper.title, widths: [20, 80], rows: [[{ text: paper.heads[0] }, { text: paper.heads[2] }], ...rows] }],
  })
}

function table(paper: Paper): Uint8Array {
  const [shot, , zh, ko] = paper.heads
  const head = [said('No.', paper.chinese), said(shot, paper.chinese), said(zh, paper.chinese), said(ko, paper.korean)]
  const rows = paper.lines.map((line, index) => [
    said(String(index + 1), paper.chinese),
    said(line.shot, paper.chinese),
    said(line.zh, paper.chinese),
    said(line.ko ?? '', paper.korean),
  ])
  return docx({ meta: metaOf(paper), blocks: [titleOf(paper), { kind: 'table', rows: [head, ...rows] }] })
}

/** Chinese paragraph, Korean paragraph, and so on. */
function paragraphs(paper: Paper): Uint8Array {
  const blocks = paper.lines.flatMap((line): Block[] => {
    const zh: Block = { kind: 'paragraph', run: said(line.zh, paper.chinese) }
    return line.ko === undefined ? [zh] : [zh, { kind: 'paragraph', run: said(line.ko, paper.korean) }]
  })
  return docx({ meta: metaOf(paper), blocks: [titleOf(paper), ...blocks] })
}

/** The body names the shots; a Chinese comment hangs on each, with a Korean reply by who translates. */
function comments(paper: Paper): Uint8Array {
  const written: DocxComment[] = []
  const blocks = paper.lines.map((line, index): Block => {
    const hung = [written.length]
    const at = paper.created + index * 95_000
    written.push(commentOf(paper.desk.author, at, paper, said(line.zh, paper.chinese)))
    if (line.ko !== undefined) {
      hung.push(written.length)
      written.push({
        ...commentOf(paper.desk.lastModifiedBy, at + 1_260_000, paper, said(line.ko, paper.korean)),
        answers: written.length - 1,
      })
    }
    return { kind: 'paragraph', run: said(`${index + 1}. ${line.shot}`, paper.chinese), comments: hung }
  })
  return docx({ meta: metaOf(paper), blocks: [titleOf(paper), ...blocks], comments: written })
}

function commentOf(author: string, at: number, paper: Paper, run: Run): DocxComment {
  return { author, initials: author.slice(0, 2), at, zone: paper.desk.zone, run }
}

function titleOf(paper: Paper): Block {
  return { kind: 'paragraph', run: { ...said(paper.title, paper.chinese), bold: true }, style: 'Title' }
}

function textLines(paper: Paper): Uint8Array {
  const lines = paper.lines.flatMap(({ zh, ko }) => (ko === undefined ? [zh, ''] : [zh, ko, '']))
  return txt([paper.title, '', ...lines], 'windows')
}

/** A layered background with one group of two text layers per note. */
async function layers(paper: Paper): Promise<Uint8Array> {
  const groups = paper.lines.map((line, index) => ({
    name: `注${index + 1}`,
    layers: [
      { name: `${index + 1}a`, text: line.zh, font: paper.chinese.postScript },
      ...(line.ko === undefined ? [] : [{ name: `${index + 1}b`, text: line.ko, font: paper.korean.postScript }]),
    ],
  }))
  const packet = xmp({
    tool: paper.desk.imageProgram,
    created: paper.created,
    modified: paper.modified,
    zone: paper.desk.zone,
    document: `psd ${paper.title}`,
    history: [{ at: paper.modified, zone: paper.desk.zone, tool: paper.desk.imageProgram }],
  })
  return await psd({ svg: backgroundDrawing(paper.lines[0]?.shot ?? 'background'), groups, backgroundName: '背景', xmp: packet })
}

function printed(paper: Paper): Uint8Array {
  const lines = paper.lines.flatMap(({ shot, zh, ko }) => [
    { text: shot, font: 'latin' as const, size: 9 },
    { text: zh, font: 0 },
    ...(ko === undefined ? [] : [{ text: ko, font: 1 }]),
    { text: '', font: 0, size: 6 },
  ])
  const { chinese, korean, desk } = paper
  return pdf({
    pages: [[{ text: paper.title, font: 0, size: 15 }, { text: '', font: 0 }, ...lines]],
    fonts: [chinese, korean].map(({ postScript, cmap }) => ({ name: postScript, cmap })),
    info: {
      title: paper.title,
      author: desk.author,
      creator: desk.pdfCreator,
      producer: desk.pdfProducer,
      created: paper.created,
      modified: paper.modified,
      zone: desk.zone,
    },
  })
}
