import { visible } from '../base/printable.ts'
import { isoDay } from '../base/time.ts'
import { contextOf, type ReportContext, type ReportInput } from './context.ts'
import type { ReportDocument, Section } from './document.ts'
import { accessSection } from './sections/access.ts'
import { exhibitAppendix, glossaryAppendix, indicatorAppendix, verifyAppendix } from './sections/appendices.ts'
import { alternativesSection, keyJudgements, undeterminedSection } from './sections/assessment.ts'
import { chainSection, harmSection, limitationsSection, methodSection, responsesSection } from './sections/closing.ts'
import { flagsSection } from './sections/flags.ts'
import { namesSection } from './sections/named.ts'
import { pairsSection, sanctionsSection } from './sections/names.ts'
import { observedSection } from './sections/observed.ts'

/** Every section in the order it is printed. Appendix A comes after all that cite, because it lists what was cited. */
const SECTIONS: readonly ((context: ReportContext) => Section)[] = [
  keyJudgements,
  observedSection,
  pairsSection,
  namesSection,
  accessSection,
  flagsSection,
  sanctionsSection,
  chainSection,
  alternativesSection,
  undeterminedSection,
  responsesSection,
  methodSection,
  limitationsSection,
  harmSection,
  exhibitAppendix,
  indicatorAppendix,
  glossaryAppendix,
  verifyAppendix,
]

/** Composes the report as data. The same input gives the same document. */
export function composeReport(input: ReportInput): ReportDocument {
  const context = contextOf(input)
  const { records, profile, tool, head } = input
  const { case: stated } = records.config
  const days = records.batches.map(({ day }) => day).sort()
  const sections = SECTIONS.map((section) => defanged(section(context), context.redact.defang))
  return {
    title: stated.title ?? `Case ${records.id}`,
    caseId: records.id,
    profile,
    tool,
    writtenAt: context.writtenAt,
    cover: [
      ['Case', records.id],
      ['Observed', days.length > 0 ? `${days[0]} to ${days.at(-1)}` : 'nothing yet'],
      ['Written', `${context.writtenAt} (clock of this machine)`],
      ['Authors', stated.authors.length > 0 ? stated.authors.join(', ') : 'not stated in inbetween.yaml'],
      ['Basis', stated.basis ?? 'the legal basis of collection was not stated in inbetween.yaml'],
      ['Profile', `${profile}: persons ${context.redact.showsPersons ? 'shown' : 'masked'}, addresses defanged`],
      ['Ledger head', `${head.count} entries, ${head.hash}`],
      [
        'Keep until',
        days.length > 0
          ? `${Number(isoDay(Date.parse(`${days.at(-1)}T00:00:00Z`)).slice(0, 4)) + 10}, where ten-year record keeping applies (31 CFR 501.601)`
          : 'not known',
      ],
    ],
    head,
    sections,
    data: throughout({ findings: input.findings, outcomes: input.outcomes, assessment: input.assessment, chain: input.chain }, (text) =>
      visible(context.redact.defang(text)),
    ),
  }
}

/** Every string of a section defanged, but quoted pairs, which stand verbatim (and are never links); nothing invisible stays invisible. */
function defanged(section: Section, defang: (text: string) => string): Section {
  return {
    ...section,
    blocks: section.blocks.map((block) => throughout(block, block.kind === 'pairs' ? visible : (text) => visible(defang(text)))),
  }
}

/** A value with every string in it changed. */
function throughout<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((member) => throughout(member, change)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, throughout(member, change)])) as T
}
