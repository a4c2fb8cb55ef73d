import { LIMITS } from '../../base/limits.ts'
import type { CaseRecords } from '../../model/index.ts'
import type { ReportContext } from '../context.ts'
import type { Block, Section } from '../document.ts'

/** The chain: picture and tables. */
export function chainSection({ chain, citeAll }: ReportContext): Section {
  if (chain.nodes.length === 0)
    return {
      id: 'chain',
      title: 'Chain',
      blocks: [{ kind: 'text', text: 'Nothing was declared of the chain and nothing observed that would draw it.' }],
    }
  const labels = new Map(chain.nodes.map(({ id, label }) => [id, label]))
  return {
    id: 'chain',
    title: 'Chain',
    blocks: [
      {
        kind: 'chain',
        chain: {
          ...chain,
          nodes: chain.nodes.map((node) => ({ ...node, label: node.label, basis: node.basis })),
        },
      },
      {
        kind: 'table',
        caption: 'Nodes: disclosed by somebody, observed in evidence, or unknown',
        header: ['Node', 'Tier', 'Basis', 'Rests on'],
        rows: chain.nodes.map(({ label, tier, basis, anchors }) => [label, tier, basis, { text: citeAll(anchors, 2), code: true }]),
      },
      {
        kind: 'table',
        caption: 'Links',
        header: ['From', 'To', 'Link', 'Basis', 'Rests on'],
        rows: chain.edges.map(({ from, to, label, basis, anchors }) => [
          labels.get(from) ?? from,
          labels.get(to) ?? to,
          label,
          basis,
          { text: citeAll(anchors, 2), code: true },
        ]),
      },
    ],
  }
}

/** Who was asked, when, and what they said: from decisions and statements. */
export function responsesSection({ records }: ReportContext): Section {
  const asked = records.decisions.filter(({ state }) => state === 'asked' || state === 'explained')
  const statements = records.declarations.filter(({ kind }) => kind === 'statement')
  const blocks: Block[] = []
  if (asked.length > 0)
    blocks.push({
      kind: 'table',
      caption: 'Asked and answered',
      header: ['When', 'Finding', 'State', 'Reason'],
      rows: asked.map(({ at, subject, state, reason }) => [at, { text: subject, code: true }, state, reason]),
    })
  if (statements.length > 0)
    blocks.push({
      kind: 'table',
      caption: 'Statements that were brought to the case',
      header: ['By', 'On', 'About', 'Statement', 'Rating'],
      rows: statements.map(({ by, on, about, fields, rating }) => [
        by ?? 'not named',
        on ?? '',
        about ?? '',
        fields.text ?? '',
        rating ?? 'not rated: C3',
      ]),
    })
  if (blocks.length === 0)
    blocks.push({
      kind: 'text',
      text: 'Nobody was asked yet, as far as this case records: no decision “asked”, no statement. A party that is named above should be heard before a claim about it is made.',
    })
  return { id: 'responses', title: 'Responses', blocks }
}

/** How the report came about. */
export function methodSection({ records, tool, configHash, head, redact }: ReportContext): Section {
  const visits = records.sources.flatMap((source) => source.visits)
  const origins = records.sources.flatMap(({ id, origin }) =>
    origin
      ? [`${id}: ${origin.address} by ${origin.by} on ${origin.on}${origin.rating ? ` (rated ${origin.rating})` : ' (unrated: C3)'}`]
      : [],
  )
  return {
    id: 'method',
    title: 'Method',
    blocks: [
      {
        kind: 'list',
        items: [
          `Collected: ${visits.length} visits to ${records.sources.map(({ id, layout }) => `${id} (${layout})`).join(', ') || 'no source'}; legal basis: ${records.config.case.basis ?? 'not stated'}.`,
          ...records.sources.flatMap(({ id, asked, missed = 0 }) =>
            asked
              ? [
                  `${id}: ${redact.defang(asked.url)} over ${asked.kind || 'a network'}, read-only, ${asked.rate} requests a second; legal basis: ${asked.legalBasis || 'not stated'}${asked.overrides.length > 0 ? `; otherwise than by default: ${asked.overrides.join(', ')}` : ''}; ${missed} visits got no answer.`,
                ]
              : [],
          ),
          `Network origin as stated: ${origins.join('; ') || 'not stated for any source'}.`,
          'Every file was hashed (SHA-256) and sealed before it was read; readers ran in processes without the right to write or to start programs, bounded in time and memory.',
          'Languages were told by script; pairs by Sino-Korean readings, a word table, numbers and layout; no machine translation and no model was used.',
          'Names were compared by letters, readings and tokens; every score carries its reasons.',
          'Rules are data with their references and ordinary explanations; the weighing uses default ratings, three priors, groups of dependent items at 1, 1/2, 1/4, and a cap.',
          `inbetween ${tool}; inbetween.yaml SHA-256 ${configHash}; ledger head ${head.hash}.`,
        ],
      },
    ],
  }
}

/** Limitations and sources of error. */
export function limitationsSection({ records }: ReportContext): Section {
  const partly = records.exhibits.filter(({ status }) => status === 'partly').length
  const kinds = new Map<string, number>()
  for (const { code } of records.warnings) kinds.set(code, (kinds.get(code) ?? 0) + 1)
  const warned = [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const blocks: Block[] = [
    {
      kind: 'list',
      items: [
        drawnTextSentence(records),
        ...filmSentences(records),
        'Times inside files and of files are claims of the machines that wrote them; times of visits are asserted by the machine that collected, without a trusted time stamp.',
        'Registration tables say to whom a network is registered. VPN and hosting networks hide where a client is.',
        `${partly} exhibits were read in part; ${records.warnings.length} warnings are recorded.`,
        'Ratings of evidence are defaults that were not calibrated on cases with a known outcome.',
        'A perfect imitation, served from a real network of the kind it imitates, cannot be told apart from the real thing.',
      ],
    },
  ]
  if (warned.length > 0)
    blocks.push({
      kind: 'table',
      caption: 'Warnings by kind',
      header: ['Warning', 'Times'],
      rows: warned.map(([code, n]) => [{ text: code, code: true }, n]),
    })
  return { id: 'limitations', title: 'Limitations and sources of error', blocks }
}

/** Harm and redaction statement. */
export function harmSection({ redact, profile }: ReportContext): Section {
  return {
    id: 'harm',
    title: 'Harm and redaction',
    blocks: [
      {
        kind: 'list',
        items: [
          'People who drew, translated or uploaded may have had no choice. They were not identified and should not be sought.',
          'Nothing here ranks persons, and language, name or place alone supports no finding above a question.',
          `Profile ${profile}: names of persons in traces, rosters and logs are ${redact.showsPersons ? 'shown, as the case allows for internal use' : 'masked'}; network addresses are defanged. File names and quoted texts stand verbatim and may hold names: read them before publishing.`,
        ],
      },
    ],
  }
}

function drawnTextSentence({ exhibits }: CaseRecords): string {
  const examined = exhibits.filter(({ drawnText, filmFrames }) => drawnText === 'examined' && filmFrames === undefined).length
  const left = exhibits.filter(({ drawnText }) => drawnText === 'not-examined').length
  if (examined === 0 && exhibits.some(({ drawnText }) => drawnText === 'examined'))
    return 'Text drawn in key frames of films was read by character recognition (Korean and Chinese), which mistakes letters and misses handwriting. It counts for no spelling. No picture was examined.'
  return examined === 0
    ? 'Text that is drawn in pictures or video was not read: character recognition was not asked for (analyze --ocr).'
    : `Text drawn in ${examined} pictures and scanned documents was read by character recognition (Korean and Chinese), which mistakes letters and misses handwriting; ${left} of them, all layered files, and films but for key frames that were taken, were not examined. It counts for no spelling.`
}

/** Only where frames were taken: that none were is said with the drawn text. */
function filmSentences({ exhibits }: CaseRecords): string[] {
  const examined = exhibits.filter(({ filmFrames }) => filmFrames === 'examined').length
  const left = exhibits.filter(({ filmFrames }) => filmFrames === 'not-examined').length
  return examined === 0
    ? []
    : [
        `Of ${examined} films key frames were looked at, at most ${LIMITS.filmFrames} of each; what is between them was not seen. ${left} films were not looked at.`,
      ]
}
