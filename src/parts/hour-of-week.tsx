const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const CELL = 22

/** Events per hour of the week (168 counts, Monday 00 UTC first): area grows with the count, so that it reads in grey and in print. */
export function HourOfWeek({ counts }: { readonly counts: readonly number[] }) {
  const highest = Math.max(1, ...counts)
  return (
    <svg
      class="hours"
      viewBox={`0 0 ${24 * CELL + 44} ${7 * CELL + 26}`}
      role="img"
      style={`max-width:${24 * CELL + 44}px`}
      aria-label="Events per hour of the week, UTC"
    >
      <title>Events per hour of the week, UTC; the table below has the sums by hour</title>
      {DAYS.map((day, row) => (
        <g>
          <text class="tick" x={36} y={row * CELL + 16} text-anchor="end">
            {day}
          </text>
          {Array.from({ length: 24 }, (_, hour) => (
            <Cell
              count={counts[row * 24 + hour] ?? 0}
              highest={highest}
              x={44 + hour * CELL}
              y={row * CELL}
              label={`${day} ${hour}:00 UTC`}
            />
          ))}
        </g>
      ))}
      {[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => (
        <text class="tick" x={44 + hour * CELL + CELL / 2} y={7 * CELL + 16} text-anchor="middle">
          {String(hour).padStart(2, '0')}
        </text>
      ))}
    </svg>
  )
}

function Cell({ count, highest, x, y, label }: { count: number; highest: number; x: number; y: number; label: string }) {
  const side = count === 0 ? 0 : Math.max(3, Math.sqrt(count / highest) * (CELL - 3))
  const inset = (CELL - 2 - side) / 2
  return (
    <g>
      <title>{`${label}: ${count}`}</title>
      <rect class="hour-cell" x={x} y={y} width={CELL - 2} height={CELL - 2} />
      {count === 0 ? null : (
        <rect class="hour-count" x={(x + inset).toFixed(1)} y={(y + inset).toFixed(1)} width={side.toFixed(1)} height={side.toFixed(1)} />
      )}
    </g>
  )
}
