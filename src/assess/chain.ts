import { contentId } from '../base/hash.ts'
import { type Facts, factOf, isTrue } from '../indicators/index.ts'
import type { CaseRecords, Chain, ChainEdge, ChainNode, Declaration } from '../model/index.ts'
import { foldName } from '../names/index.ts'
import { hasPairs } from './items.ts'

const SERVER = 'server'
const UNKNOWN = 'unknown'
const NODES = 150
const LANES = 3

/** Nodes and edges while they are found. */
interface Draft {
  readonly nodes: Map<string, ChainNode>
  readonly edges: ChainEdge[]
}

/**
 * The chain as what was stated and seen lets it be drawn: disclosed parties in the order of declared links, the source, and the sides that the languages
 * show. Whoever must stand between two of these and was not named is drawn as an unknown node, never left out. Companies and organisations only.
 */
export function chainOf(records: CaseRecords, facts: Facts): Chain {
  const draft: Draft = { nodes: new Map(), edges: [] }
  addDeclared(records, draft)
  const owner = addServer(records, facts, draft)
  addSides(records, facts, draft)
  addUnknown(facts, draft, owner)
  return { nodes: [...draft.nodes.values()].slice(0, NODES), edges: draft.edges }
}

function idOf(name: string): string {
  return `party ${contentId(foldName(name))}`
}

function addDeclared(records: CaseRecords, { nodes, edges }: Draft): void {
  const { chain } = records.config
  const depths = depthsOf(chain)
  const add = (name: string, lane: ChainNode['lane'], basis: string, anchors: readonly string[]) => {
    const id = idOf(name)
    if (name.trim() !== '' && !nodes.has(id)) nodes.set(id, { id, label: name.trim(), tier: 'disclosed', lane, basis, anchors })
    return id
  }
  for (const { from, to, kind } of chain) {
    const ends = [from, to].map((name) => add(name, laneOfDepth(depths.get(foldName(name)) ?? 0), 'declared in inbetween.yaml', []))
    edges.push({ from: ends[0] ?? '', to: ends[1] ?? '', label: kind, basis: 'declared', anchors: [] })
  }
  for (const { name, role, source, schema } of records.parties) {
    if (schema !== 'Person')
      add(
        name,
        laneOfRole(role),
        `${role ?? 'role not stated'}, stated in ${source === 'config' ? 'inbetween.yaml' : 'a declaration'}`,
        source === 'config' ? [] : [source],
      )
  }
  for (const declaration of records.declarations.filter(({ kind }) => kind === 'subcontractors').slice(0, NODES))
    addSubcontractor(declaration, add, edges)
}

function addSubcontractor(
  { fields, by, on, anchor }: Declaration,
  add: (name: string, lane: ChainNode['lane'], basis: string, anchors: readonly string[]) => string,
  edges: ChainEdge[],
): void {
  const name = fields.name
  if (name === undefined || name.trim() === '') return
  const id = add(name, 2, `declared as subcontractor by ${by ?? 'somebody not named'}${on ? ` on ${on}` : ''}`, [anchor])
  const client = fields.parent
  if (client === undefined || client.trim() === '') return
  const from = add(client, 1, `declared as its client by ${by ?? 'somebody not named'}`, [anchor])
  if (!edges.some((edge) => edge.from === from && edge.to === id))
    edges.push({ from, to: id, label: fields.role ?? 'subcontract', basis: 'declared', anchors: [anchor] })
}

/** How many declared links lead to a name; circles are cut. */
function depthsOf(chain: CaseRecords['config']['chain']): Map<string, number> {
  const depths = new Map<string, number>()
  for (let round = 0; round < LANES; round++) {
    for (const { from, to } of chain) {
      const at = depths.get(foldName(from)) ?? 0
      depths.set(foldName(from), at)
      depths.set(foldName(to), Math.min(LANES, Math.max(depths.get(foldName(to)) ?? 0, at + 1)))
    }
  }
  return depths
}

function laneOfDepth(depth: number): ChainNode['lane'] {
  return depth <= 0 ? 0 : depth === 1 ? 1 : 2
}

function laneOfRole(role = ''): ChainNode['lane'] {
  if (/sub-?contract/i.test(role)) return 2
  if (/go-between|agent|intermediar|translat/i.test(role)) return 3
  if (/worker|animator/i.test(role)) return 4
  return /lead|vendor|animation studio|studio/i.test(role) ? 1 : 0
}

/** Adds the source; gives the id of the declared party that states it as its own. */
function addServer(records: CaseRecords, facts: Facts, { nodes, edges }: Draft): string | undefined {
  if (records.exhibits.length === 0) return undefined
  const origin = records.sources.find((source) => source.origin)?.origin
  const label = origin ? `the source at ${origin.address}` : 'the source (address not established)'
  nodes.set(SERVER, { id: SERVER, label, tier: 'observed', lane: 3, basis: factOf(facts, 'origin.known').why, anchors: [] })
  const owner = origin && nodes.has(idOf(origin.by)) ? idOf(origin.by) : undefined
  if (owner !== undefined) edges.push({ from: owner, to: SERVER, label: 'states it as its own', basis: 'declared', anchors: [] })
  return owner
}

/** What the languages and the order of files show: a side that writes Chinese, one that translates, one that acts on the Korean. */
function addSides(records: CaseRecords, facts: Facts, { nodes, edges }: Draft): void {
  if (nodes.has(SERVER) && isTrue(facts, 'flow.daily')) {
    nodes.set('work', {
      id: 'work',
      label: 'whoever makes the results',
      tier: 'observed',
      lane: 4,
      basis: factOf(facts, 'flow.daily').why,
      anchors: factOf(facts, 'flow.daily').anchors.slice(0, 20),
    })
    edges.push({
      from: SERVER,
      to: 'work',
      label: 'instructions there, results back',
      basis: 'observed',
      anchors: factOf(facts, 'flow.daily').anchors.slice(0, 20),
    })
  }
  if (!hasPairs(facts)) return
  const { why, anchors: all } = factOf(facts, 'pairs.count')
  const anchors = all.slice(0, 20)
  const declared = factOf(facts, 'translator.declared')
  const isDisclosed = declared.value === true
  const roster = records.declarations.find(({ anchor }) => declared.anchors.includes(anchor))
  nodes.set('writes-chinese', {
    id: 'writes-chinese',
    label: 'whoever writes instructions in Chinese',
    tier: 'observed',
    lane: 2,
    basis: `seen by language only: ${why}`,
    anchors,
  })
  nodes.set('translates', {
    id: 'translates',
    label: isDisclosed ? `a declared translator${roster?.by ? ` (${roster.by})` : ''}` : 'whoever translates into Korean',
    tier: isDisclosed ? 'disclosed' : 'observed',
    lane: 3,
    basis: isDisclosed ? declared.why : `seen by language only: ${why}`,
    anchors: isDisclosed ? declared.anchors : anchors,
  })
  edges.push({ from: 'writes-chinese', to: 'translates', label: 'the same said in two languages', basis: 'observed', anchors })
  if (nodes.has('work')) edges.push({ from: 'translates', to: 'work', label: 'Korean to act on', basis: 'inferred', anchors })
  else if (nodes.has(SERVER)) edges.push({ from: 'translates', to: SERVER, label: 'texts lie there', basis: 'observed', anchors })
}

/** Draws the gap: what lies between the lowest disclosed party and what was observed, unless a declared party states the source as its own. */
function addUnknown(facts: Facts, { nodes, edges }: Draft, owner: string | undefined): void {
  if (!nodes.has(SERVER) || owner !== undefined) return
  const isDeclared = isTrue(facts, 'chain.declared')
  const disclosed = [...nodes.values()].filter(({ tier, id }) => tier === 'disclosed' && id !== 'translates')
  const basis = isDeclared
    ? 'the declared chain does not lead to the source: at least one party is not disclosed'
    : 'nobody declared a chain above the source, so that nobody between the companies named and the source is known'
  nodes.set(UNKNOWN, {
    id: UNKNOWN,
    label: isDeclared ? 'at least one party not disclosed' : 'no declared chain above the source',
    tier: 'unknown',
    lane: disclosed.some(({ lane }) => lane >= 1) ? 2 : 1,
    basis,
    anchors: [],
  })
  const below = new Set(edges.filter((edge) => edge.basis === 'declared').map(({ from }) => from))
  const ends = disclosed.filter(({ id }) => !below.has(id))
  for (const { id } of ends.slice(0, NODES)) edges.push({ from: id, to: UNKNOWN, label: 'not declared', basis: 'inferred', anchors: [] })
  edges.push({
    from: UNKNOWN,
    to: nodes.has('writes-chinese') ? 'writes-chinese' : SERVER,
    label: 'somebody brought the files',
    basis: 'inferred',
    anchors: [],
  })
}
