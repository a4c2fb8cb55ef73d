/** An instant as ISO 8601 in UTC with whole seconds, e.g. `2024-01-17T09:12:00Z`. `ms` is epoch milliseconds. */
export function isoInstant(ms: number): string {
  return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}Z`
}

/** Milliseconds from 1601-01-01 to 1970-01-01: Windows counts 100 ns from there (FILETIME). */
export const EPOCH_1601_MS = 11_644_473_600_000
/** Milliseconds from 1904-01-01 to 1970-01-01: Apple's systems and ISO media files count seconds from there. */
export const EPOCH_1904_MS = 2_082_844_800_000

/** The UTC day of an instant, `YYYY-MM-DD`. `ms` is epoch milliseconds. */
export function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** The day a folder name states (`2024-01-17`, `20240117`, `2024_01_17`), as `YYYY-MM-DD`, or undefined when it states none or an impossible one. */
export function dayOfName(name: string): string | undefined {
  const found = /(?:^|\D)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?:\D|$)/.exec(name)
  if (!found) return undefined
  const day = `${found[1]}-${found[2]}-${found[3]}`
  const ms = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(ms) || isoDay(ms) !== day ? undefined : day
}

/** The days from `first` to `last` inclusive, both `YYYY-MM-DD`; at most `max` of them. */
export function daysBetween(first: string, last: string, max = 4000): string[] {
  const days: string[] = []
  let ms = Date.parse(`${first}T00:00:00Z`)
  const end = Date.parse(`${last}T00:00:00Z`)
  while (ms <= end && days.length < max) {
    days.push(isoDay(ms))
    ms += 86_400_000
  }
  return days
}

/** Hours, minutes, seconds and milliseconds from the beginning: `00:01:02.500`. */
export function clockOfMs(ms: number): string {
  const [hours, minutes, seconds] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  )
  return `${hours}:${minutes}:${seconds}.${String(ms % 1000).padStart(3, '0')}`
}
