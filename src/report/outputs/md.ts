import type { Cell, Words } from '../../parts/index.ts'
import type { Block, ReportOutput, Section } from '../document.ts'

/** The report as Markdown: text, lists and tables; pictures become their tables. */
export const md: ReportOutput = {
  name: 'md',
  summary: 'Markdown, for editing by hand.',
  extension: '.md',
  async write({ title, cover, sections }) {
    const lines = [`# ${plain(title)}`, '', ...table(['', ''], cover), '', ...sections.flatMap(sectionLines)]
    return Buffer.from(
      `${lines
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trimEnd()}\n`,
    )
  },
}

function sectionLines({ title, blocks }: Section): string[] {
  return [`## ${plain(title)}`, '', ...blocks.flatMap((block) => [...blockLines(block), ''])]
}

function blockLines(block: Block): string[] {
  if (block.kind === 'text')
    return [
      block.tone === 'judgement' ? `**${plain(block.text)}**` : block.tone === 'warning' ? `> ${plain(block.text)}` : plain(block.text),
    ]
  if (block.kind === 'list') return block.items.map((item) => `- ${plain(item)}`)
  if (block.kind === 'table') return [`*${plain(block.caption)}*`, '', ...table(block.header, block.rows)]
  if (block.kind === 'pairs')
    return table(
      ['From', 'To', 'Direction', 'Score', 'Source'],
      block.pairs.map(({ from, to, direction, score, source }) => [from.text, to.text, direction, score.toFixed(2), source]),
    )
  if (block.kind === 'chain') return block.chain.nodes.map(({ label, tier }) => `- ${plain(label)} (${tier})`)
  return []
}

function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header.map(plain)), line(header.map(() => '---')), ...rows.map((row) => line(row.map(cellText)))]
}

function cellText(cell: Cell): string {
  if (typeof cell === 'string') return plain(cell)
  if (typeof cell === 'number') return String(cell)
  const runs: readonly Words[] = 'text' in cell ? [cell] : cell
  return runs.map(({ text }) => plain(text)).join('<br>')
}

/** Foreign words never become markup, links or new lines. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, '\\$&').replace(/[\r\n]+/g, ' ')
}
