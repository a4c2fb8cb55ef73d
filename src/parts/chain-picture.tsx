import type { Chain, ChainNode } from '../model/index.ts'

const LANES = ['client', 'lead', 'subcontract', 'go-between', 'work']
const LANE = 210
const ROW = 92
const BOX = { w: 168, h: 58 }

/** The chain in lanes, client to the left: square solid boxes were disclosed, round dashed ones observed, dotted ones with a question mark are unknown. */
export function ChainPicture({ chain }: { readonly chain: Chain }) {
  const placed = place(chain.nodes)
  const rows = Math.max(1, ...[...placed.values()].map(({ row }) => row + 1))
  return (
    <svg
      class="chain"
      viewBox={`0 0 ${LANES.length * LANE} ${rows * ROW + 40}`}
      role="img"
      aria-label="The chain as disclosed, observed and unknown"
    >
      <title>The chain; the table below has the same nodes and links</title>
      {LANES.map((lane, index) => (
        <text class="lane" x={index * LANE + BOX.w / 2 + 10} y={16} text-anchor="middle">
          {lane}
        </text>
      ))}
      {chain.edges.map((edge) => {
        const from = placed.get(edge.from)
        const to = placed.get(edge.to)
        return from && to ? <Edge from={from} to={to} basis={edge.basis} label={edge.label} /> : null
      })}
      {[...placed.values()].map((at) => (
        <Box at={at} />
      ))}
    </svg>
  )
}

interface Placed {
  readonly node: ChainNode
  readonly row: number
  readonly x: number
  readonly y: number
}

function place(nodes: readonly ChainNode[]): Map<string, Placed> {
  const rows = [0, 0, 0, 0, 0]
  const placed = new Map<string, Placed>()
  for (const node of nodes.slice(0, 150)) {
    const row = rows[node.lane] ?? 0
    rows[node.lane] = row + 1
    placed.set(node.id, { node, row, x: node.lane * LANE + 10, y: row * ROW + 32 })
  }
  return placed
}

function Box({ at }: { at: Placed }) {
  const { node, x, y } = at
  return (
    <g class={`node ${node.tier}`}>
      <title>{`${node.label} (${node.tier}): ${node.basis}`}</title>
      <rect x={x} y={y} width={BOX.w} height={BOX.h} rx={node.tier === 'disclosed' ? 0 : node.tier === 'observed' ? 12 : 28} />
      {wrap(node.tier === 'unknown' ? `? ${node.label}` : node.label).map((line, index) => (
        <text x={x + BOX.w / 2} y={y + 22 + index * 14} text-anchor="middle">
          {line}
        </text>
      ))}
      <text class="tier" x={x + BOX.w / 2} y={y + BOX.h + 13} text-anchor="middle">
        {node.tier}
      </text>
    </g>
  )
}

function Edge({ from, to, basis, label }: { from: Placed; to: Placed; basis: string; label: string }) {
  const isForward = to.x > from.x
  const x1 = isForward ? from.x + BOX.w : from.x + BOX.w / 2
  const y1 = isForward ? from.y + BOX.h / 2 : from.y + BOX.h
  const x2 = isForward ? to.x : to.x + BOX.w / 2
  const y2 = isForward ? to.y + BOX.h / 2 : to.y
  return (
    <g class={`edge ${basis}`}>
      <title>{`${from.node.label} → ${to.node.label}: ${label} (${basis})`}</title>
      <path d={`M${x1} ${y1} L${x2} ${y2}`} />
      <circle cx={x2} cy={y2} r={3.5} />
    </g>
  )
}

/** At most two lines of about 24 columns; CJK counts as two. */
function wrap(label: string): string[] {
  const lines = ['']
  let columns = 0
  for (const word of label.split(/(?<=\s)/)) {
    const width = [...word].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0)
    if (columns + width > 26 && columns > 0) {
      if (lines.length === 2) return [lines[0] ?? '', `${(lines[1] ?? '').trimEnd()}…`]
      lines.push('')
      columns = 0
    }
    lines[lines.length - 1] += word
    columns += width
  }
  return lines.map((line) => (line.length > 30 ? `${line.slice(0, 29)}…` : line))
}
