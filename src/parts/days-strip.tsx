import { daysBetween } from '../base/time.ts'

/** One day of the strip. `visited` false is drawn hatched: nobody looked, which is not the same as nothing there. A day that is left out is drawn so too. */
export interface StripDay {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly instructions: number
  readonly results: number
  readonly other: number
  readonly visited: boolean
  /** What is said of a day that was not visited, instead of `not visited`: why a visit was missed. */
  readonly note?: string
}

/** Days that the strip draws at most; the table beside it has all. */
export const STRIP_DAYS = 400

const COLUMN = 26
const HEIGHT = 96

/** Bars per day: dark results, light instructions, outlined others; a dot where a visit brought nothing; hatching where nobody looked. At most {@link STRIP_DAYS} days are drawn. */
export function DaysStrip({ days }: { readonly days: readonly StripDay[] }) {
  const first = days[0]?.day
  const last = days.at(-1)?.day
  const known = new Map(days.map((day) => [day.day, day]))
  const all = first && last ? daysBetween(first, last, STRIP_DAYS) : []
  const highest = Math.max(1, ...days.map(({ instructions, results, other }) => instructions + results + other))
  const width = all.length * COLUMN + 8
  return (
    <svg class="strip" viewBox={`0 0 ${width} ${HEIGHT + 34}`} role="img" style={`max-width:${width}px`} aria-label="Files per day">
      <title>Files per day; the table below has the same figures</title>
      <defs>
        <pattern id="unseen" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2" height="6" class="hatch" />
        </pattern>
      </defs>
      {all.map((day, index) => (
        <Column day={day} found={known.get(day)} x={index * COLUMN + 4} scale={HEIGHT / highest} />
      ))}
    </svg>
  )
}

function Column({ day, found, x, scale }: { day: string; found: StripDay | undefined; x: number; scale: number }) {
  const results = (found?.results ?? 0) * scale
  const instructions = (found?.instructions ?? 0) * scale
  const other = (found?.other ?? 0) * scale
  const isEmpty = results + instructions + other === 0
  const said = found?.visited
    ? `${found.instructions} instructions, ${found.results} results, ${found.other} others`
    : (found?.note ?? 'not visited')
  return (
    <g>
      <title>{`${day}: ${said}`}</title>
      {found?.visited ? null : <rect x={x} y={0} width={COLUMN - 6} height={HEIGHT} fill="url(#unseen)" />}
      <rect class="bar-results" x={x} y={HEIGHT - results} width={COLUMN - 6} height={results} />
      <rect class="bar-instructions" x={x} y={HEIGHT - results - instructions} width={COLUMN - 6} height={instructions} />
      <rect class="bar-other" x={x} y={HEIGHT - results - instructions - other} width={COLUMN - 6} height={other} />
      {found?.visited && isEmpty ? <circle class="dot" cx={x + COLUMN / 2 - 3} cy={HEIGHT - 4} r={2.5} /> : null}
      <text class="tick" x={x + COLUMN / 2 - 3} y={HEIGHT + 14} text-anchor="middle">
        {day.slice(8)}
      </text>
      {day.endsWith('-01') ? (
        <text class="tick" x={x - 2} y={HEIGHT + 28}>
          {day.slice(0, 7)}
        </text>
      ) : null}
    </g>
  )
}
