import type { Piece } from './neighbours.ts'

/** A Korean box beside a Chinese one: on which side, and a factor that falls with the distance. */
export interface BesideBox {
  readonly ko: Piece
  readonly side: 'below' | 'above' | 'right' | 'left'
  /** 0.9 … 1. */
  readonly nearness: number
}

/** Pieces looked at before and after a box in reading order, and the widest gaps, in heights of the box. */
const REACH = { pieces: 24, down: 2.5, across: 5 } as const
/** Share of the smaller box that must lie over against the other. */
const LEAST_OVERLAP = 0.4

interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** The nearest Korean box on each side of a Chinese box of the same picture, at most four; none for other places. Sizes are in pixels of the picture. */
export function boxesBeside(zh: Piece, pieces: readonly Piece[]): BesideBox[] {
  const own = zh.passage.at
  if (own.kind !== 'box' || zh.isPart) return []
  const best = new Map<BesideBox['side'], { ko: Piece; gap: number }>()
  for (let d = -REACH.pieces; d <= REACH.pieces; d++) {
    const ko = pieces[zh.order + d]
    if (ko === undefined || ko.side !== 'ko' || ko.passage.at.kind !== 'box' || ko.passage.block !== zh.passage.block) continue
    const { side, gap } = sideOf(own, ko.passage.at) ?? {}
    if (side === undefined || gap === undefined) continue
    const known = best.get(side)
    if (known === undefined || gap < known.gap) best.set(side, { ko, gap })
  }
  return [...best].map(([side, { ko, gap }]) => ({ ko, side, nearness: 1 - 0.03 * Math.min(3, Math.max(0, gap)) }))
}

/** Where a second box lies beside a first one, and the gap between them in heights of the first; undefined when it is too far or lies askew. */
function sideOf(a: Box, b: Box): { side: BesideBox['side']; gap: number } | undefined {
  const height = Math.max(1, a.h)
  const across = overlap(a.x, a.w, b.x, b.w)
  const down = overlap(a.y, a.h, b.y, b.h)
  if (across >= LEAST_OVERLAP && down < LEAST_OVERLAP) {
    const isBelow = b.y > a.y
    const gap = (isBelow ? b.y - a.y - a.h : a.y - b.y - b.h) / height
    return gap <= REACH.down ? { side: isBelow ? 'below' : 'above', gap } : undefined
  }
  if (down < LEAST_OVERLAP) return undefined
  const isRight = b.x > a.x
  const gap = (isRight ? b.x - a.x - a.w : a.x - b.x - b.w) / height
  return gap <= REACH.across ? { side: isRight ? 'right' : 'left', gap } : undefined
}

/** Shared share of the shorter of two stretches. */
function overlap(from: number, length: number, otherFrom: number, otherLength: number): number {
  const shared = Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom)
  return Math.max(0, shared) / Math.max(1, Math.min(length, otherLength))
}
