import type { Chain, Exhibit, Finding, Pair, Passage, RuleOutcome } from '../model/index.ts'
import { tagsOfCase } from '../pipeline/index.ts'
import { flag, text } from './operation.ts'
import { view } from './view.ts'

/** `inbetween files`. */
export const files = view({
  name: 'files',
  summary: 'Every exhibit with its status: read, partly, or not read and why.',
  usage: '[WORD]',
  options: {
    status: { type: 'string', value: 'STATUS', choices: ['read', 'partly', 'not-read'], summary: 'Only these.' },
    format: { type: 'string', value: 'FORMAT', summary: 'Only this format.' },
    tag: { type: 'string', value: 'TAG', summary: 'Only those that bear this tag.' },
    known: { type: 'boolean', summary: 'Only those that are in a set of known files.' },
    'no-known': { type: 'boolean', summary: 'Leave out those that are in a set of known files.' },
  },
  examples: [
    'inbetween files --status not-read -C january.case',
    'inbetween files xlsx -C january.case',
    'inbetween files --no-known --tag look-again -C january.case',
  ],
  rows(store, input, opened) {
    const [word] = input.paths
    const status = text(input, 'status')
    const format = text(input, 'format')
    const tag = text(input, 'tag')
    const tags = tagsOfCase(opened)
    const data = store
      .all<Exhibit>('exhibit')
      .filter((exhibit) => (status === undefined || exhibit.status === status) && (format === undefined || exhibit.format === format))
      .filter(({ known }) => !(flag(input, 'known') && known === undefined) && !(flag(input, 'no-known') && known !== undefined))
      .filter((exhibit) => word === undefined || exhibit.path.includes(word))
      .map((exhibit) => ({
        ...exhibit,
        anchors: [`${[exhibit.blob, ...exhibit.inside].join('!')}!whole=`],
        tags: tags.get(exhibit.sha256) ?? [],
      }))
      .filter((exhibit) => tag === undefined || exhibit.tags.includes(tag))
    const header = ['status', 'format', 'bytes', 'first seen', 'last seen', 'sha256', 'known', 'tags', 'path', 'reason']
    const cells = data.map((row) => [
      row.status, row.format, row.bytes, row.firstSeen, row.lastSeen, row.sha256.slice(0, 12), row.known ? `${row.known.set} (${row.known.kind})` : '',
      row.tags.join(' '), row.path, row.reason ?? '',
    ]) // biome-ignore format: one row of cells
    return { header, cells, data }
  },
})

/** `inbetween pairs`. */
export const pairs = view({
  name: 'pairs',
  summary: 'Texts that say the same thing in two languages, with the reasons.',
  examples: ['inbetween pairs -C january.case', 'inbetween pairs --json -C january.case'],
  rows(store) {
    const paths = new Map(store.all<Passage>('passage').map(({ anchor, path }) => [anchor, path]))
    const data = store.all<Pair>('pair').map((pair) => {
      const [path, other] = [paths.get(pair.from.anchor) ?? '', paths.get(pair.to.anchor) ?? '']
      return { ...pair, path: other === path ? path : `${path} + ${other}` }
    })
    const cells = data.map(({ score, direction, from, to, path }) => [score.toFixed(2), direction, from.text, to.text, path])
    return { header: ['score', 'direction', 'from', 'to', 'path'], cells, data }
  },
})

/** `inbetween findings`. */
export const findings = view({
  name: 'findings',
  summary: 'What the red-flag rules found, with ordinary explanations and what to ask; and which rules could not be tried.',
  options: { all: { type: 'boolean', summary: 'Also rules that found nothing, and rules that this material cannot test.' } },
  examples: ['inbetween findings -C january.case', 'inbetween findings --all --json -C january.case'],
  rows(store, input) {
    const found = store.all<Finding>('finding')
    const outcomes = store.all<RuleOutcome>('outcome')
    const cells: (readonly string[])[] = found.map(({ level, class: kind, state, rule, subject, why }) => [
      level,
      kind,
      state,
      rule,
      subject,
      why,
    ])
    if (input.values.all === true) {
      for (const { rule, outcome, why } of outcomes) if (outcome !== 'present') cells.push([outcome, '', '', rule, '', why])
    }
    const data = input.values.all === true ? { findings: found, outcomes } : found
    return { header: ['level', 'class', 'state', 'rule', 'subject', 'why'], cells, data, after: 'Absence of flags is not clearance.' }
  },
})

/** `inbetween chain`. */
export const chain = view({
  name: 'chain',
  summary: 'Who stands between whom: disclosed, observed, unknown.',
  examples: ['inbetween chain -C january.case'],
  rows(store) {
    const found = store.one<Chain>('single', 'chain') ?? { nodes: [], edges: [] }
    const labels = new Map(found.nodes.map(({ id, label, tier }) => [id, `${label} [${tier}]`]))
    const cells = found.edges.map(({ from, to, label, basis }) => [labels.get(from) ?? from, label, labels.get(to) ?? to, basis])
    return { header: ['from', 'link', 'to', 'basis'], cells, data: found }
  },
})
