import type { Place, TraceName } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { metadataText } from '../text/metadata-text.ts'
import { traceZone } from '../zone.ts'

/** Datasets of record 2 (IPTC IIM 4.2) that become traces. */
const DATASETS: Readonly<Record<number, readonly [field: TraceName, meaning: string]>> = {
  5: ['title', 'Title as entered.'],
  40: ['comment', 'Instructions as entered.'],
  65: ['application', 'Program that made it, as it states.'],
  80: ['author', 'Name as entered; anybody can set it.'],
  105: ['title', 'Headline as entered.'],
  110: ['company', 'Credit as entered.'],
  115: ['company', 'Source as entered.'],
  116: ['copyright', 'Copyright line as entered.'],
  118: ['contact', 'Contact as entered.'],
  120: ['comment', 'Caption as entered.'],
  122: ['author', 'Writer of the caption as entered.'],
}
const KEYWORDS = 25
const DATE_CREATED = 55
const TIME_CREATED = 60

/** Reads an IPTC block (IIM datasets): who, what, when. Never throws; a dataset that goes beyond the end ends the walk. */
export function readIptc(data: Buffer, draft: Draft, at?: Place): void {
  let day: string | undefined
  let time: string | undefined
  const keywords: string[] = []
  for (let from = 0; from + 5 <= data.length && data[from] === 0x1c; ) {
    const size = data.readUInt16BE(from + 3)
    if (size > 0x7fff) break
    const number = data[from + 1] === 2 ? (data[from + 2] ?? 0) : 0
    const raw = data.subarray(from + 5, from + 5 + size)
    const known = DATASETS[number]
    if (known) draft.traceOnce(known[0], metadataText(raw), known[1], at)
    else if (number === KEYWORDS) keywords.push(metadataText(raw))
    else if (number === DATE_CREATED) day = /^(\d{4})(\d\d)(\d\d)$/.exec(raw.toString('latin1'))?.slice(1).join('-')
    else if (number === TIME_CREATED) time = raw.toString('latin1')
    from += 5 + size
  }
  draft.traceOnce('keywords', keywords.join('; '), 'Keywords as entered.', at)
  const clock = /^(\d\d)(\d\d)(\d\d)([+-]\d\d)(\d\d)$/.exec(time ?? '')
  if (day !== undefined) {
    const value = clock ? `${day}T${clock[1]}:${clock[2]}:${clock[3]}${clock[4]}:${clock[5]}` : day
    draft.traceOnce('created', value, 'Date as entered or as the device noted it.', at)
    // Programs that know no offset write +0000.
    if (clock && `${clock[4]}${clock[5]}` !== '+0000') traceZone(draft, `${clock[4]}:${clock[5]}`, 'Stated with the IPTC time', at)
  }
}
