import { InbetweenError } from '../base/errors.ts'
import { isEmptyBatch } from '../collect/index.ts'
import { readHead } from '../evidence/index.ts'
import type { AccessSummary, Assessment, Batch, Exhibit, Finding, ListVersion, Passage } from '../model/index.ts'
import { type CaseFolder, storeOf } from '../pipeline/index.ts'
import { listsInWords, maskedNames, NO_CLEARANCE } from './coverage.ts'
import { drawnTextCounts, drawnTextLine, filmCounts, filmLines } from './ocr.ts'
import { count } from './terminal.ts'

/** Lists that the summary names; `names` and the report name all. */
const LISTS_NAMED = 4

/** The number of reader processes that an option asks for, 1 … 16. */
export function jobsOf(given: string | undefined): number {
  const jobs = Number(given ?? 2)
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 16)
    throw new InbetweenError('IBT-USAGE', `--jobs ${given}: not a whole number from 1 to 16`)
  return jobs
}

/** What a case holds, for the end of a scan: counts, findings, the weighing, the head, and what to do next. */
export function summaryOf(opened: CaseFolder) {
  const store = storeOf(opened)
  try {
    const exhibits = store.all<Exhibit>('exhibit')
    const languages = new Map<string, number>()
    for (const { language, candidates } of store.all<Passage>('passage')) {
      const told = candidates?.join(' or ') ?? language
      languages.set(told, (languages.get(told) ?? 0) + 1)
    }
    const access = store.one<AccessSummary>('single', 'access')
    const assessment = store.one<Assessment>('single', 'assessment') ?? { questions: [], undetermined: [] }
    const data = {
      case: opened.id,
      exhibits: exhibits.length,
      unreadable: exhibits.filter(({ status }) => status === 'not-read').length,
      known: exhibits.filter(({ known }) => known !== undefined).length,
      drawnText: drawnTextCounts(exhibits),
      filmFrames: filmCounts(exhibits),
      batches: store.all<Batch>('batch').filter((batch) => !isEmptyBatch(batch)).length,
      passages: store.count('passage'),
      languages: Object.fromEntries([...languages].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))),
      pairs: store.count('pair'),
      mentions: store.count('mention'),
      matches: store.count('match'),
      lists: store.all<ListVersion>('list'),
      maskedNames: maskedNames(store) ?? null,
      sessions: store.count('session'),
      clients: access?.clients.length ?? 0,
      findings: findingsByRule(store.all<Finding>('finding')),
      assessment,
      head: readHead(opened.paths)?.hash ?? '',
      next: [`inbetween report -C ${opened.root}`, `inbetween findings -C ${opened.root}`, `inbetween verify ${opened.root}`],
    }
    return {
      case: opened.id,
      data,
      text: linesOf(opened, data, store.all<Batch>('batch').filter(({ missed }) => missed === undefined).length, access?.events ?? 0).join(
        '\n',
      ),
    }
  } finally {
    store.close()
  }
}

/** Findings counted by rule, strongest level first. */
function findingsByRule(findings: readonly Finding[]): { rule: string; level: string; class: string; count: number }[] {
  const rules = new Map<string, { rule: string; level: string; class: string; count: number }>()
  for (const { rule, level, class: kind } of findings) {
    const key = `${level}\0${rule}`
    const known = rules.get(key) ?? { rule, level, class: kind, count: 0 }
    known.count++
    rules.set(key, known)
  }
  const order = ['escalate', 'ask', 'note']
  return [...rules.values()].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level) || (a.rule < b.rule ? -1 : 1))
}

/** The counts of a case; `scan --json` gives them. */
interface Summary {
  readonly exhibits: number
  readonly batches: number
  readonly unreadable: number
  readonly known: number
  readonly drawnText: ReturnType<typeof drawnTextCounts>
  readonly filmFrames: ReturnType<typeof filmCounts>
  readonly passages: number
  readonly languages: Readonly<Record<string, number>>
  readonly pairs: number
  readonly mentions: number
  readonly matches: number
  readonly lists: readonly ListVersion[]
  /** How many names of listed persons stand in texts without a fact that tells whose they are, in words; null when none do. */
  readonly maskedNames: string | null
  readonly sessions: number
  readonly clients: number
  readonly findings: ReturnType<typeof findingsByRule>
  readonly assessment: Assessment
  readonly head: string
  readonly next: readonly string[]
}

function linesOf(opened: CaseFolder, data: Summary, visits: number, events: number): string[] {
  const told = Object.entries(data.languages).map(([language, n]) => `${language} ${count(n)}`)
  const levels = ['escalate', 'ask', 'note'].map(
    (level) => [level, data.findings.filter((finding) => finding.level === level).length] as const,
  )
  const lines = [
    `${opened.root}`,
    `  ${count(data.exhibits)} exhibits, ${count(data.batches)} of ${count(visits)} visits brought something; ${count(data.unreadable)} not read (inbetween files --status not-read)`,
    ...(data.known > 0 ? [`  ${count(data.known)} exhibits are in sets of known files (inbetween files --known)`] : []),
    ...(data.drawnText.examined + data.drawnText.notExamined > 0 ? [`  ${drawnTextLine(data.drawnText)}`] : []),
    ...filmLines(data.filmFrames),
    `  ${count(data.passages)} passages: ${told.slice(0, 8).join(', ') || 'none'}; ${count(data.pairs)} pairs in two languages`,
    `  ${count(data.mentions)} mentions of productions and parties; ${count(data.matches)} list matches; ${count(data.sessions)} sessions of ${count(data.clients)} clients, ${count(events)} log events`,
    `  compared with ${listsInWords(data.lists, LISTS_NAMED)}: ${NO_CLEARANCE}`,
    ...(data.maskedNames === null ? [] : [`  ${data.maskedNames}`]),
    `  rules: ${levels.map(([level, n]) => `${n} ${level}`).join(', ')}`,
  ]
  for (const question of data.assessment.questions) lines.push(`  ${question.id}: ${question.headline}`)
  lines.push(`  could not be determined: ${count(data.assessment.undetermined.length)} questions, each with its reason, in the report`)
  lines.push(`  head ${data.head}`, 'Absence of flags is not clearance.', `Next: ${data.next[0]}`)
  return lines
}
