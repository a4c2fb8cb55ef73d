import type { Place } from '../model/index.ts'
import type { Draft } from './draft.ts'

/** Where clocks show an offset, for the offsets that this field meets; the tz database (`asia`, `europe`) is the source. */
const ZONES: Readonly<Record<string, string>> = {
  '+00:00': 'UTC itself: servers and many programs write it wherever they stand',
  '+07:00': 'Vietnam, Thailand, western Indonesia and others',
  '+08:00': 'China, Taiwan, the Philippines, Singapore and others',
  '+08:30': 'in the tz database only Pyongyang, from 2015-08-15 to 2018-05-04; a clock set by hand shows it too',
  '+09:00': 'both Koreas, Japan and others',
}

/** The offset at the end of an ISO 8601, PDF or EXIF date (`+09:00`, `+0900`, `+09'00'`), as `+09:00`; undefined for `Z` and for none. */
export function offsetOf(date: string): string | undefined {
  const found = /\d{2}\s?([+-])(\d{2})[:']?(\d{2})'?$/.exec(date.trim())
  if (!found || Number(found[2]) > 14 || Number(found[3]) > 59) return undefined
  return `${found[1]}${found[2]}:${found[3]}`
}

/** Minutes east of UTC as `+08:30`. */
export function offsetText(minutes: number): string {
  const absolute = Math.abs(minutes)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`
}

/** What an offset of a clock can mean, and its ordinary explanation. `whence` says which clock. */
export function zoneMeaning(offset: string, whence: string): string {
  const where = ZONES[offset]
  return `${whence}: the clock of that machine was ${offset} from UTC${where === undefined ? '' : ` (${where})`}. A setting of a machine, not a place: travel, rented machines and clocks set by hand show the same.`
}

/** Adds a `zoneOffset` trace once per offset and place. */
export function traceZone(draft: Draft, offset: string | undefined, whence: string, at?: Place): void {
  if (offset === undefined || draft.traces.some((trace) => trace.field === 'zoneOffset' && trace.value === offset)) return
  draft.trace('zoneOffset', offset, zoneMeaning(offset, whence), at)
}
