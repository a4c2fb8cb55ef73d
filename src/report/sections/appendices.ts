import { compareText } from '../../base/hash.ts'
import { TRACE_FIELDS } from '../../model/index.ts'
import type { ReportContext } from '../context.ts'
import type { Section } from '../document.ts'

const EXHIBITS_SHOWN = 3000

/** Appendix A: what was cited, with numbers; then every exhibit with its hash. */
export function exhibitAppendix({ records, cited }: ReportContext): Section {
  const numbers = new Map(cited().map(([number, exhibit]) => [exhibit.id, number]))
  const shown = [...records.exhibits].sort((a, b) => numberOf(numbers.get(a.id)) - numberOf(numbers.get(b.id))).slice(0, EXHIBITS_SHOWN)
  return {
    id: 'exhibits',
    title: 'Appendix A: exhibits',
    blocks: [
      {
        kind: 'text',
        text: `${numbers.size} exhibits are cited above (X numbers).${records.exhibits.length > EXHIBITS_SHOWN ? ` The first ${EXHIBITS_SHOWN} of ${records.exhibits.length} are listed; inbetween files --csv lists all.` : ''}`,
      },
      {
        kind: 'table',
        caption: 'Exhibit register',
        header: ['No.', 'SHA-256', 'Path', 'Format', 'Bytes', 'First seen', 'Last seen', 'Status'],
        rows: shown.map((exhibit) => [
          numbers.get(exhibit.id) ?? '',
          { text: exhibit.sha256, code: true },
          { text: exhibit.path, code: true },
          exhibit.format,
          exhibit.bytes,
          exhibit.firstSeen,
          exhibit.lastSeen,
          exhibit.status,
        ]),
      },
    ],
  }
}

function numberOf(number: string | undefined): number {
  return number === undefined ? Number.MAX_SAFE_INTEGER : Number(number.slice(1))
}

/** Appendix B: authoring traces by field and value, persons masked. */
export function indicatorAppendix({ records, redact, citeAll }: ReportContext): Section {
  const groups = new Map<string, { field: string; value: string; meaning: string; anchors: string[] }>()
  for (const { field, value, meaning, anchor } of records.traces) {
    if (SKIPPED.has(field)) continue
    const shown = redact.trace(field, value)
    const key = `${field}\0${shown}`
    const group = groups.get(key) ?? { field, value: shown, meaning: meaning ?? '', anchors: [] }
    group.anchors.push(anchor)
    groups.set(key, group)
  }
  // Who, with what, when, where, in what language come first: a table that is full drops what tells least.
  const rank = (field: string) => FIELD_ORDER.indexOf(field) >>> 0
  const rows = [...groups.values()].sort(
    (a, b) =>
      rank(a.field) - rank(b.field) ||
      compareText(a.field, b.field) ||
      b.anchors.length - a.anchors.length ||
      compareText(a.value, b.value),
  )
  return {
    id: 'traces',
    title: 'Appendix B: authoring traces',
    blocks:
      rows.length === 0
        ? [
            {
              kind: 'text',
              text: 'No file carries an authoring trace that this version reads. A uniform absence of metadata is itself an observation, with ordinary explanations such as an export tool or a privacy policy.',
            },
          ]
        : [
            {
              kind: 'table',
              caption: `What programs left in files (${Math.min(200, rows.length)} of ${rows.length} distinct values). Anybody can set them`,
              header: ['Trace', 'Value', 'Files', 'What it can mean', 'For example'],
              rows: rows
                .slice(0, 200)
                .map(({ field, value, meaning, anchors }) => [
                  field,
                  value,
                  anchors.length,
                  meaning,
                  { text: citeAll(anchors, 1), code: true },
                ]),
            },
          ],
  }
}

/** Traces that are one per file and tell nothing in a list. */
const SKIPPED = new Set([
  'dimensions',
  'created',
  'modified',
  'duration',
  'documentId',
  'instanceId',
  'originalDocumentId',
  'metadataModified',
  'pictureHash',
])
const FIELD_ORDER: readonly string[] = Object.keys(TRACE_FIELDS)

/** Appendix C: the words. */
export function glossaryAppendix(): Section {
  const ladder: readonly (readonly [string, string])[] = [
    ['almost no chance', '1–5 %'],
    ['very unlikely', '5–20 %'],
    ['unlikely', '20–45 %'],
    ['roughly even', '45–55 %'],
    ['likely', '55–80 %'],
    ['very likely', '80–95 %'],
    ['almost certain', '95–99 %'],
  ]
  const words: readonly (readonly [string, string])[] = [
    ['observation', 'a fact that a machine found and can find again'],
    ['finding', 'a rule that fired; it needs a person'],
    ['claim', 'a sentence that a person stands behind'],
    ['context · conduct · record · direct', 'classes of evidence; context alone only raises a question'],
    [
      'cannot be told from this material',
      'the grave explanation is held back: no innocent rival is set aside by evidence of conduct or record',
    ],
    ['sceptical prior', 'starts from one in a hundred for the grave explanation; the headline uses it'],
    ['confidence', 'how good the basis is; never mixed with likelihood'],
  ]
  return {
    id: 'glossary',
    title: 'Appendix C: words',
    blocks: [
      { kind: 'table', caption: 'Likelihood (Intelligence Community Directive 203)', header: ['Word', 'Range'], rows: ladder },
      { kind: 'table', caption: 'Terms', header: ['Term', 'Meaning'], rows: words },
    ],
  }
}

/** Appendix D: how a stranger checks it. */
export function verifyAppendix({ head, records }: ReportContext): Section {
  return {
    id: 'verify',
    title: 'Appendix D: how to verify',
    blocks: [
      {
        kind: 'list',
        items: [
          `With the case: inbetween verify ${records.id}.case --head ${head.hash}`,
          'Without this program: sha256sum of a file under evidence/blobs is its name; each line of ledger.jsonl holds in prev the SHA-256 of the line before.',
          'inbetween rebuild makes every derived row again from the evidence and says whether it is the same.',
          'Not checked by any of this: translations, the identity of people, the truth of claims, and times, which the collecting machine asserts.',
        ],
      },
      {
        kind: 'text',
        text: 'Change log of this report: each version that was written is an entry of the ledger (kind report) with its hash.',
        tone: 'aside',
      },
    ],
  }
}
