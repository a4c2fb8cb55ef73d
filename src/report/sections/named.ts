import { type PathPatterns, pathPatterns, tiesOf } from '../../identify/index.ts'
import { isToActOn, type Mention } from '../../model/index.ts'
import type { ReportContext } from '../context.ts'
import type { Block, Section } from '../document.ts'

const ROWS_SHOWN = 60
const PATTERNS_SHOWN = 12
const CLUSTERS_SHOWN = 20

/** Productions and parties that files name, verbatim; how names in paths are built; codes of no stated production. */
export function namesSection(context: ReportContext): Section {
  const { records } = context
  const title = 'Productions and parties named'
  const found = pathPatterns(records.exhibits, records.passages, records.productions, {
    patterns: PATTERNS_SHOWN,
    clusters: CLUSTERS_SHOWN,
  })
  if (records.productions.length + records.parties.length === 0) {
    const text =
      'No production and no party is stated in inbetween.yaml or in declarations, so no name was looked for. A name found in evidence is never taken as a declaration.'
    return { id: 'names', title, blocks: [{ kind: 'text', text }, ...patternBlocks(context, found)] }
  }
  return { id: 'names', title, blocks: [...namedBlocks(context), ...patternBlocks(context, found)] }
}

function namedBlocks(context: ReportContext): Block[] {
  const { records, citeAll } = context
  const targets = new Map<string, Mention[]>()
  for (const mention of records.mentions) {
    const known = targets.get(mention.target)
    if (known) known.push(mention)
    else targets.set(mention.target, [mention])
  }
  const ties = tiesOf(records.productions, records.parties)
  const orders = new Set(records.exhibits.filter(({ purpose }) => isToActOn(purpose)).map(({ path }) => path))
  const known = [
    ...records.productions.map(({ id, title: name }) => ({ id, name, kind: 'production' })),
    ...records.parties.map(({ id, name }) => ({ id, name, kind: 'party' })),
  ]
  const rows = known.map(({ id, name, kind }) => {
    const mentions = targets.get(id) ?? []
    const forms = [...new Set(mentions.map(({ text }) => text))]
    const anchors = [...mentions].sort((a, b) => a.score - b.score).map(({ anchor }) => anchor)
    const stated = ties.get(id)?.join('; ') ?? ''
    return [
      name,
      kind,
      stated,
      whereInWords(mentions, orders),
      forms.slice(0, 5).join(' · ') || 'not named',
      { text: citeAll(anchors, 2), code: true },
    ]
  })
  const blocks: Block[] = [
    {
      kind: 'table',
      caption: 'What was stated to look for, and where it stands',
      header: ['Name', 'Kind', 'Stated', 'Files that name it', 'As it stands', 'For example'],
      rows,
    },
  ]
  if (records.mentions.some(({ basis }) => basis === 'template'))
    blocks.push({
      kind: 'text',
      text: 'A template is words that stand at the same place of several documents, or in a header or footer. It says whose form was used, not who ordered the work: forms are copied and passed on. Names on templates alone are counted by no rule of names.',
    })
  const sic = records.mentions.filter(({ score, kind, shot }) => score < 1 && kind === 'party' && !shot)
  if (sic.length > 0) blocks.push(sicTable(context, sic))
  return blocks
}

/** Files by the basis that tells most in each: `12 by text (9 of them orders), 40 by path only`. */
function whereInWords(mentions: readonly Mention[], orders: ReadonlySet<string>): string {
  const by = (basis: Mention['basis']) => new Set(mentions.filter((mention) => mention.basis === basis).map(({ path }) => path))
  const [texts, templates, properties, paths] = [by('text'), by('template'), by('properties'), by('path')]
  const without = (files: ReadonlySet<string>, ...more: readonly ReadonlySet<string>[]) =>
    [...files].filter((file) => !more.some((others) => others.has(file))).length
  const ordered = [...texts].filter((path) => orders.has(path)).length
  const parts = [
    [texts.size, `in text${ordered > 0 ? ` (${ordered} of them orders)` : ''}`],
    [without(templates, texts), 'on a template only'],
    [without(properties, texts, templates), 'in properties'],
    [without(paths, texts, templates, properties), 'in paths only'],
  ] as const
  const said = parts.filter(([files]) => files > 0).map(([files, how]) => `${files} ${how}`)
  return said.length === 0 ? '0' : said.join(', ')
}

function sicTable(context: ReportContext, sic: readonly Mention[]): Block {
  return {
    kind: 'table',
    caption: 'Written otherwise than stated [sic]',
    header: ['As it stands', 'Compared with', 'Score', 'Reasons', 'Named in', 'Place'],
    rows: sic
      .slice(0, ROWS_SHOWN)
      .map(({ text, targetName, score, reasons, basis, anchor }) => [
        text,
        targetName,
        score.toFixed(2),
        reasons.map(({ feature, detail }) => `${feature}: ${detail}`).join('; '),
        basis,
        { text: context.cite(anchor), code: true },
      ]),
  }
}

function patternBlocks({ redact }: ReportContext, { patterns, clusters, files, isCut }: PathPatterns): Block[] {
  const path = (text: string) => redact.trace('path', text)
  const blocks: Block[] = []
  if (patterns.length > 0)
    blocks.push({
      kind: 'table',
      caption: `How names in paths are built, learned from ${files} files${isCut ? ' (the most frequent)' : ''}`,
      header: ['Pattern', 'Files', 'Codes', 'For example'],
      rows: patterns.map(({ pattern, files: n, codes, examples }) => [
        { text: path(pattern), code: true },
        n,
        codes.map(path).join(' '),
        { text: path(examples[0] ?? ''), code: true },
      ]),
    })
  if (clusters.length > 0)
    blocks.push(
      {
        kind: 'text',
        text: 'Files whose names bear one code that belongs to no stated production follow. Whose they are is not known: a code is no title, and nothing found in evidence becomes a production.',
      },
      {
        kind: 'table',
        caption: 'Codes of no stated production',
        header: ['Code', 'Files', 'Episodes', 'Shots', 'Seen', 'Folders', 'Words beside it', 'Short for?'],
        rows: clusters.map(({ code, files: n, episodes, shots, firstSeen, lastSeen, folders, words, mayBe }) => [
          path(code),
          n,
          episodes,
          shots,
          `${firstSeen} to ${lastSeen}`,
          folders.map((folder) => `${path(folder.path) || '.'} (${folder.files})`).join(', '),
          words.map(path).join(', '),
          mayBe.map(({ how }) => how).join(', '),
        ]),
      },
    )
  return blocks
}
