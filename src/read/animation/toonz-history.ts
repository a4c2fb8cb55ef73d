import type { Place } from '../../model/index.ts'
import type { Draft } from '../draft.ts'

const MACHINE_MEANING = 'Name of the computer that saved it.'
const USER_MEANING = 'Account that saved it; installation images carry the same account on many machines.'

/**
 * OpenToonz' table of saves: rows with columns date and time, `MACHINE` and `USER` of fixed width, which a full column leaves without a blank between, so cells are cut
 * where the header's words begin. `separator` stands between rows; a pattern takes
 * no letters. `placeOf` gives the place of a row by its offset in the text.
 */
export function readToonzHistory(text: string, separator: string | RegExp, placeOf: (offset: number) => Place, draft: Draft): void {
  let starts: number[] = []
  let at = 0
  for (const line of text.split(separator)) {
    const row = line.slice(line.indexOf('"') + 1).replace(/"?\s*$/, '')
    if (row.includes('MACHINE:') && row.includes('USER:'))
      starts = ['DATE:', 'MACHINE:', 'USER:', 'FRAMES MODIFIED:'].map((word) => row.indexOf(word)).filter((start) => start >= 0)
    else if (/(^|\|)\s*#\d/.test(row) && starts.length > 0) {
      const [saved = '', machine = '', user = ''] = starts.map((start, i) =>
        row
          .slice(start, starts[i + 1])
          .replace(/\|.*$/, '')
          .trim(),
      )
      const place = placeOf(at)
      draft.trace(
        'history',
        `${saved.replace(/\s+/g, ' ')} | ${machine} | ${user}`,
        'One save: day, month and year, local time, computer, account.',
        place,
      )
      draft.traceOnce('machine', machine, MACHINE_MEANING, place)
      draft.traceOnce('user', user, USER_MEANING, place)
    }
    at += line.length + (typeof separator === 'string' ? separator.length : 0)
  }
}
