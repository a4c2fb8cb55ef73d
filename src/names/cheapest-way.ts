/** A piece of a text: where it ends, what it costs, and what it is. */
export interface Piece<Segment> {
  /** One more than the place of its last sign. */
  readonly to: number
  readonly cost: number
  readonly segment: Segment
}

/** Divides a text of so many signs into pieces that cover it in order: the way that costs least, the first found of equals. `piecesFrom` gives the pieces that begin at a place, at least one of a single sign. */
export function cheapestWay<Segment>(signs: number, piecesFrom: (from: number) => readonly Piece<Segment>[]): Segment[] {
  const least = new Array<number>(signs + 1).fill(Infinity)
  const last = new Array<{ readonly from: number; readonly segment: Segment } | undefined>(signs + 1)
  least[0] = 0
  for (let from = 0; from < signs; from++) {
    const before = least[from] ?? Infinity
    for (const { to, cost, segment } of piecesFrom(from)) {
      if (before + cost >= (least[to] ?? Infinity)) continue
      least[to] = before + cost
      last[to] = { from, segment }
    }
  }
  const segments: Segment[] = []
  for (let step = last[signs]; step !== undefined; step = last[step.from]) segments.unshift(step.segment)
  return segments
}
