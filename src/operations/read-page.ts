import { printable } from '../base/printable.ts'
import { repairText } from '../language/index.ts'
import {
  formatAnchor,
  type ReadChild,
  type Reading,
  type ReadTrace,
  TRACE_FIELDS,
  type TraceGroup,
  type TraceName,
} from '../model/index.ts'
import { READERS } from '../read/index.ts'
import { count, width } from './terminal.ts'

/** What a page about a file answers, in this order. Only the last group needs no explanation. */
const GROUPS: readonly (readonly [group: TraceGroup, heading: string])[] = [
  ['who', 'Who made it'],
  ['program', 'With what'],
  ['clock', 'When, by which clock'],
  ['place', 'Where it lay'],
  ['language', 'Language of programs and people'],
  ['link', 'What it is linked to'],
  ['file', 'The file'],
]
/** Lines of each kind on a page; `--json` has all. */
const MOST = { values: 8, passages: 40, members: 30, warnings: 20 } as const
const COLUMN = 18
const LINE = 100

/** A file as a person reads it: what it is, who made it with what, when and in which zone, what it says, what is inside it, what could not be read. */
export function readPage(
  path: string,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: number },
  reading: Reading,
  frames: readonly string[] = [],
): string {
  const what = READERS.find(({ name }) => name === reading.format)?.summary.split(':')[0] ?? `unknown format (${reading.format})`
  const status =
    reading.status === 'not-read'
      ? `not read: ${printable(reading.reason ?? '', 200)}`
      : reading.status === 'partly'
        ? 'read in part'
        : 'read'
  return [
    printable(path),
    `  ${what}, ${plural(bytes, 'byte')}, ${status}`,
    `  sha256 ${sha256}`,
    ...GROUPS.flatMap(([group, heading]) => section(heading, traceLines(group, reading.traces))),
    ...section(saysHeading(reading), passageLines(reading, sha256)),
    ...section('What is seen in it', frames),
    ...section(insideHeading(reading), memberLines(reading.children)),
    ...section('What could not be read, and what to look at', warningLines(reading)),
  ].join('\n')
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `  ${heading}`, ...lines]
}

function traceLines(group: TraceGroup, traces: readonly ReadTrace[]): string[] {
  return (Object.keys(TRACE_FIELDS) as TraceName[])
    .filter((field) => TRACE_FIELDS[field].group === group)
    .flatMap((field) => {
      const values = [...new Set(traces.filter((trace) => trace.field === field).map(({ value }) => value))]
      if (values.length === 0) return []
      const { weight, means, innocent } = TRACE_FIELDS[field]
      const rows = values
        .slice(0, MOST.values)
        .map((value, index) => `    ${pad(index === 0 ? field : '', COLUMN)}${printable(value, LINE)}`)
      if (values.length > MOST.values) rows.push(`    ${pad('', COLUMN)}… ${count(values.length - MOST.values)} more (--json has all)`)
      return group === 'file'
        ? rows
        : [...rows, ...wrapped(`${weight}: ${means}. But: ${innocent}.`).map((line) => `    ${pad('', COLUMN)}  ${line}`)]
    })
}

function saysHeading({ passages }: Reading): string {
  return `What it says: ${plural(passages.length, 'passage')}`
}

function passageLines(reading: Reading, sha256: string): string[] {
  const drawn = drawnInMembers(reading.children, sha256, [])
  const own = reading.passages.map(({ text, at }) => ({ text, anchor: formatAnchor({ sha256, at }) }))
  const all = [...own, ...drawn]
  const rows = all.slice(0, MOST.passages).flatMap(({ text, anchor }) => {
    const row = `    ${pad(printable(anchor.slice(sha256.length + 1), 30), 30)}  ${printable(text, LINE - 12)}`
    const repaired = repairText(text)
    return repaired === undefined ? [row] : [row, `    ${pad(`  repaired, ${repaired.how}`, 30)}  ${printable(repaired.text, LINE - 12)}`]
  })
  if (all.length > MOST.passages) rows.push(`    … ${count(all.length - MOST.passages)} more (--json has all)`)
  if (reading.drawnText === 'not-examined' && !reading.warnings.some(({ code }) => code.startsWith('ocr-')))
    rows.push(`    Text drawn ${reading.drawnPages ? 'on its pages' : 'in the picture'}: not examined (run with --ocr)`)
  return rows
}

/** What was recognised in pictures among the members; the rest of a member is read by reading it alone. */
export function drawnInMembers(
  children: readonly ReadChild[],
  sha256: string,
  inside: readonly string[],
): { text: string; anchor: string; ocrConfidence: number }[] {
  return children.flatMap(({ step, reading }) => {
    const steps = [...inside, step]
    const own = reading.passages.flatMap(({ text, at, ocrConfidence }) =>
      ocrConfidence === undefined ? [] : [{ text, anchor: formatAnchor({ sha256, inside: steps, at }), ocrConfidence }],
    )
    return [...own, ...drawnInMembers(reading.children, sha256, steps)]
  })
}

function insideHeading({ children }: Reading): string {
  const notRead = children.filter(({ reading }) => reading.status === 'not-read').length
  const unread = notRead === 0 ? '' : `, ${count(notRead)} of them not read`
  return `What is inside: ${plural(children.length, 'member')}${unread}`
}

function memberLines(children: readonly ReadChild[]): string[] {
  const rows = children.slice(0, MOST.members).map(({ path, bytes, reading }) => {
    const { status, reason, passages, traces } = reading
    const what =
      status === 'not-read'
        ? `not read: ${printable(reason ?? '', 60)}`
        : `${plural(passages.length, 'passage')}, ${plural(traces.length, 'trace')}${status === 'partly' ? ', in part' : ''}`
    return `    ${pad(printable(path, 48), 48)}  ${pad(reading.format, 8)}  ${plural(bytes, 'byte')}, ${what}`
  })
  return children.length > MOST.members ? [...rows, `    … ${count(children.length - MOST.members)} more (--json has all)`] : rows
}

function warningLines({ warnings }: Reading): string[] {
  const rows = warnings.slice(0, MOST.warnings).flatMap(({ code, message }) => {
    const [first = '', ...rest] = wrapped(printable(message, 600))
    return [`    ${pad(code, COLUMN)}${first}`, ...rest.map((line) => `    ${pad('', COLUMN)}${line}`)]
  })
  return warnings.length > MOST.warnings ? [...rows, `    … ${count(warnings.length - MOST.warnings)} more (--json has all)`] : rows
}

function plural(n: number, noun: string): string {
  return `${count(n)} ${noun}${n === 1 ? '' : 's'}`
}

/** Lines of at most a terminal's width, cut at blanks. */
function wrapped(text: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && width(line) + 1 + width(word) > LINE - COLUMN) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

/** Padded to a number of columns, with a blank after what is as wide. */
function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(text === '' ? 0 : 1, columns - width(text)))
}
