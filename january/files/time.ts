/** A zone as minutes east of UTC: +08:00 is 480. */
export type ZoneMinutes = number

const pad = (value: number, width = 2): string => String(Math.abs(value)).padStart(width, '0')

/** `+08:00`. */
export function zoneText(zone: ZoneMinutes): string {
  return `${zone < 0 ? '-' : '+'}${pad(Math.trunc(zone / 60))}:${pad(zone % 60)}`
}

/** The clock of a zone read as if it were UTC; for taking fields. */
export function localClock(at: number, zone: ZoneMinutes): Date {
  return new Date(at + zone * 60_000)
}

/** `2024-01-12T01:30:00Z`, whole seconds. */
export function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

/** `2024-01-12T10:30:00+09:00`. */
export function isoWithZone(at: number, zone: ZoneMinutes): string {
  return `${localClock(at, zone).toISOString().slice(0, 19)}${zoneText(zone)}`
}

/** Epoch milliseconds of a UTC day and minute of that day. */
export function atUtc(day: string, minute: number, second = 0): number {
  return Date.parse(`${day}T00:00:00Z`) + minute * 60_000 + second * 1000
}

/** The UTC day of an instant, `2024-01-12`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** The day that lies `count` days after another. */
export function dayAfter(day: string, count = 1): string {
  return dayOf(atUtc(day, 0) + count * 86_400_000)
}

/** Days of a stretch, first and last included. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = dayAfter(day)) days.push(day)
  return days
}

/** Weekday of a day, 0 is Sunday. */
export function weekday(day: string): number {
  return new Date(atUtc(day, 0)).getUTCDay()
}

/** MMDD of a day, as file names carry it: `0112`. */
export function monthDay(day: string): string {
  return day.slice(5).replace('-', '')
}

/** DOS date and time words of an instant in a zone (APPNOTE 4.4.6): local clock, two-second steps. */
export function dosWords(at: number, zone: ZoneMinutes): { readonly date: number; readonly time: number } {
  const clock = localClock(at, zone)
  return {
    date: ((clock.getUTCFullYear() - 1980) << 9) | ((clock.getUTCMonth() + 1) << 5) | clock.getUTCDate(),
    time: (clock.getUTCHours() << 11) | (clock.getUTCMinutes() << 5) | (clock.getUTCSeconds() >> 1),
  }
}
