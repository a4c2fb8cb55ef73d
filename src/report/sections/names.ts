import { compareText } from '../../base/hash.ts'
import { spellingInWords } from '../../language/index.ts'
import type { Match, Pair } from '../../model/index.ts'
import type { PairShown } from '../../parts/index.ts'
import { alsoInWords, besideInWords, type ShownMatch, shownMatches } from '../../screen/index.ts'
import type { ReportContext } from '../context.ts'
import type { Block, Section } from '../document.ts'
import { ownershipBlocks } from './ownership.ts'

const PAIRS_SHOWN = 24
const ROWS_SHOWN = 60

/** Pairs in two languages, each with its source. A text that stands in several places is shown once. */
export function pairsSection(context: ReportContext): Section {
  const { records, cite } = context
  const title = 'Texts in two languages'
  const { orthography } = records
  if (records.pairs.length === 0) {
    const isExamined = records.exhibits.some(({ drawnText }) => drawnText === 'examined')
    const text = `No two passages that stand together, or in files that are named alike, say the same thing in Chinese and Korean by the rules of this version. ${isExamined ? 'Text drawn in pictures was recognised where it could be.' : 'Text drawn in pictures is not read.'}`
    return { id: 'pairs', title, blocks: [{ kind: 'text', text }] }
  }
  const shown = new Map<string, PairShown>()
  for (const pair of records.pairs) {
    const key = `${pair.from.text}\0${pair.to.text}`
    const known = shown.get(key)
    if (known) shown.set(key, { ...known, times: known.times + 1 })
    else
      shown.set(key, {
        from: { text: pair.from.text, lang: pair.from.language },
        to: { text: pair.to.text, lang: pair.to.language },
        direction: pair.direction,
        score: pair.score,
        reasons: pair.reasons.slice(0, 3),
        source: shown.size < PAIRS_SHOWN ? sourceOf(pair, cite) : '',
        times: 1,
      })
  }
  const directions = new Map<string, number>()
  for (const { direction } of records.pairs) directions.set(direction, (directions.get(direction) ?? 0) + 1)
  const told = [...directions].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([direction, n]) => `${direction} ${n}`)
  const blocks: Block[] = [
    {
      kind: 'text',
      text: `${records.pairs.length} pairs, ${shown.size} distinct (direction: ${told.join(', ')}). The first ${Math.min(PAIRS_SHOWN, shown.size)} distinct ones follow, verbatim${records.passages.some(({ repaired }) => repaired) ? ' (text put right says so in its reasons)' : ''}; inbetween pairs lists all. No machine translation was used.`,
    },
    { kind: 'pairs', pairs: [...shown.values()].slice(0, PAIRS_SHOWN) },
    {
      kind: 'text',
      text: `Korean spelling over all Korean passages: ${spellingInWords(orthography)}. Markers of the northern norm ${orthography.north}, of the southern norm ${orthography.south}, of Yanbian usage ${orthography.yanbian}; ${orthography.neutral} words that both norms write alike. Spelling is taught, copied and borrowed: it raises a question and tells of no person.`,
    },
  ]
  if (orthography.markers.length > 0) blocks.push(markerTable(context))
  return { id: 'pairs', title, blocks }
}

/** The place of the first side, and of the second where it is in another file. */
function sourceOf({ from, to }: Pair, cite: (anchor: string) => string): string {
  const isOneFile = fileOfAnchor(from.anchor) === fileOfAnchor(to.anchor)
  return isOneFile ? cite(from.anchor) : `${cite(from.anchor)} and ${cite(to.anchor)}`
}

function fileOfAnchor(anchor: string): string {
  return anchor.slice(0, anchor.lastIndexOf('!'))
}

function markerTable({ records, citeAll }: ReportContext): Block {
  const forms = new Map<string, { kind: string; other: string; anchors: string[] }>()
  for (const { form, kind, other, anchor } of records.orthography.markers) {
    const known = forms.get(form) ?? { kind, other, anchors: [] }
    if (anchor !== undefined) known.anchors.push(anchor)
    forms.set(form, known)
  }
  const rows = [...forms].sort((a, b) => b[1].anchors.length - a[1].anchors.length || compareText(a[0], b[0])).slice(0, 20)
  return {
    kind: 'table',
    caption: `Spelling markers, the ${rows.length} most frequent of ${forms.size} forms`,
    header: ['Form', 'Marker', 'Elsewhere', 'Times', 'For example'],
    rows: rows.map(([form, { kind, other, anchors }]) => [
      { text: form, lang: 'ko' },
      kind,
      { text: other, lang: 'ko' },
      anchors.length,
      { text: citeAll(anchors, 1), code: true },
    ]),
  }
}

/** Where a match stands: of a listed person in texts every exhibit with the fact that stands there. */
function placesOf({ cite, citeAll }: ReportContext, { anchors, beside = [] }: Match): string {
  const places = new Map<string, string>()
  for (const { anchor, facts } of beside) {
    const file = fileOfAnchor(anchor)
    if (!places.has(file)) places.set(file, `${cite(anchor)} (${besideInWords(facts)})`)
  }
  const others = citeAll(
    anchors.filter((anchor) => !places.has(fileOfAnchor(anchor))),
    2,
  )
  return [...places.values(), ...(others === '' ? [] : [others])].join('; ') || 'stated, not in evidence'
}

/** Sanctions relevance: lists, versions, candidates with reasons. No legal conclusion. */
export function sanctionsSection(context: ReportContext): Section {
  const { records } = context
  const kinds = new Map(records.lists.map(({ name, version, kind }) => [`${name}\0${version}`, kind]))
  const kindOf = ({ entity, listVersion }: Match) => {
    const kind = kinds.get(`${entity.list}\0${listVersion}`)
    return kind === 'sanctions' ? '' : kind === 'export' ? ', export controls, no sanctions' : ', no sanctions list'
  }
  const row = (match: ShownMatch<Match>) => {
    const { query, entity, score, reasons } = match
    return [
      query,
      `${entity.name} (${entity.id}${kindOf(match)}${entity.listedOn ? `, listed ${entity.listedOn}` : ''}${entity.delistedOn ? `, delisted ${entity.delistedOn}` : ''}${alsoInWords(match)})`,
      score.toFixed(2),
      reasons.map(({ feature, detail }) => `${feature}: ${detail}`).join('; '),
      { text: placesOf(context, match), code: true },
    ]
  }
  const header = ['Name', 'List entry', 'Score', 'Reasons', 'Place']
  const blocks: Block[] = [
    {
      kind: 'text',
      text: `Compared with ${records.lists.map(({ name, kind, version, entities }) => `${name} (${kind === 'sanctions' ? '' : `${kind} list, no sanctions; `}version ${version}, ${entities} entries)`).join(', ') || 'no list'}. ${records.matches.length} names reach the threshold of ${records.config.lists.minScore}; ${records.near.length} lie below it. A similar name is not identity, no match is not clearance, and no legal conclusion is drawn.`,
    },
  ]
  for (const { message } of records.warnings.filter(({ code }) => code === 'listed-person-names'))
    blocks.push({ kind: 'text', text: `${message}.` })
  const { companies } = records.config.context
  if (companies.length > 0) {
    const named = companies.filter((name) => records.mentions.some(({ targetName }) => targetName === name))
    blocks.push({
      kind: 'text',
      text: `Looked for as context: ${companies.join('; ')}. ${named.length === 0 ? 'None of them is named in the material that could be read.' : `Named: ${named.join('; ')}.`}`,
    })
  }
  if (records.matches.length > 0)
    blocks.push({
      kind: 'table',
      caption: 'At or above the threshold',
      header,
      rows: shownMatches(records.matches).slice(0, ROWS_SHOWN).map(row),
    })
  if (records.dismissed.length > 0)
    blocks.push({
      kind: 'table',
      caption: 'Dismissed by a person; shown, and not counted. One returns when its list record changes',
      header: ['Name', 'List entry', 'Score', 'Why it was dismissed', 'Place'],
      // Not joined: each has a decision and a reason of its own.
      rows: records.dismissed.slice(0, ROWS_SHOWN).map((match) => {
        const { decision, newSinceDecided } = match
        const fresh = newSinceDecided === undefined ? '' : `; ${newSinceDecided} places came since`
        const [name = '', entry = '', score = '', , place = ''] = row({ ...match, alsoIn: [] })
        return [name, entry, score, `${decision.reason} (${decision.by}, ${decision.at.slice(0, 10)}${fresh})`, place]
      }),
    })
  blocks.push(...ownershipBlocks(context))
  if (records.near.length > 0)
    blocks.push({
      kind: 'table',
      caption: 'Below the threshold, for completeness',
      header,
      rows: shownMatches(records.near).slice(0, 20).map(row),
    })
  return { id: 'sanctions', title: 'Sanctions relevance', blocks }
}
