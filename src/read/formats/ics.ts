import { own } from '../../base/own.ts'
import type { ReadPassage, TraceName } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { headText, linesOf, readPlain } from '../text/plain.ts'
import { offsetOf, traceZone } from '../zone.ts'

/** Properties that become traces. */
const TRACES: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  PRODID: ['application', 'Program that wrote it, as it states.'],
  UID: ['documentId', 'Id of the entry; copies that were passed on keep it.'],
  ORGANIZER: ['contact', 'Who called the meeting, as stated.'],
  ATTENDEE: ['contact', 'Who was asked to come, as stated.'],
  EMAIL: ['contact', 'Address as stated.'],
  TEL: ['contact', 'Telephone number as stated.'],
  ORG: ['company', 'Company as stated.'],
  CREATED: ['created', 'When the entry was made, in UTC.'],
  'LAST-MODIFIED': ['modified', 'When the entry was changed, in UTC.'],
  REV: ['modified', 'When the entry was changed.'],
  'X-WR-TIMEZONE': ['custom', 'Time zone set in the calendar: a setting, not a place.'],
  TZID: ['custom', 'Time zone that the calendar describes: a setting, not a place.'],
  URL: ['link', 'Address as stated.'],
}
const TEXTS: Readonly<Record<string, ReadPassage['role']>> = {
  SUMMARY: 'title',
  DESCRIPTION: 'text',
  LOCATION: 'text',
  COMMENT: 'comment',
  NOTE: 'comment',
  FN: 'name',
  TITLE: 'text',
  'X-WR-CALNAME': 'title',
}

/** Calendars and visiting cards: entries, persons as stated, program, time zone. */
export const ics: FormatReader = {
  name: 'ics',
  summary: 'Calendar (ICS), visiting card (VCF): entries, persons as stated, program, time zone',
  extensions: ['.ics', '.vcf', '.ical', '.vcs'],
  source: 'RFC 5545; RFC 6350',
  sniff: (head) => /^\ufeff?\s*BEGIN:V(?:CALENDAR|CARD)/i.test(headText(head, 256)),
  read(bytes) {
    const draft = new Draft()
    // A line that begins with a blank goes on with the one before (RFC 5545, 3.1).
    const text = readPlain(bytes, draft).replace(/\r?\n[ \t]/g, '')
    let open = 0
    for (const [index, line] of linesOf(text, draft).entries()) {
      const [, name = '', parameters = '', raw = ''] = /^([A-Za-z-]+)((?:;[^:]*)?):(.*)$/.exec(line) ?? []
      const key = name.toUpperCase()
      const value = raw.replace(/\\n/gi, '\n').replace(/\\(.)/g, '$1')
      const at = { kind: 'line', line: index + 1 } as const
      if (key === 'BEGIN') open++
      else if (key === 'END') open--
      const known = own(TRACES, key)
      if (known) draft.traceOnce(known[0], /^(?:ORGANIZER|ATTENDEE)$/.test(key) ? person(parameters, value) : value, known[1], at)
      if (key === 'TZOFFSETTO') traceZone(draft, offsetOf(`00${value}`), 'Stated in the time zone that the calendar describes', at)
      const role = own(TEXTS, key)
      if (role !== undefined) draft.passage(value, at, { role, block: 'entries', row: index })
    }
    if (open !== 0) draft.cut('truncated', 'the calendar ends inside an entry')
    return draft.done('ics')
  },
}

function person(parameters: string, value: string): string {
  const name = /;CN="?([^";:]+)/i.exec(parameters)?.[1]
  const address = value.replace(/^mailto:/i, '')
  return name === undefined || name === address ? address : `${name} <${address}>`
}
