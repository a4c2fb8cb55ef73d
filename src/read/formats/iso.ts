import { printable } from '../../base/printable.ts'
import { decodeText, utf16be } from '../../base/text.ts'

import { readListed } from '../containers/listed.ts'
import { unlistedReading, warnOfDamage } from '../containers/protection.ts'
import { list } from '../containers/unpacker-list.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { offsetText, traceZone } from '../zone.ts'

const SECTOR = 2048
const FIRST = 16
/** Descriptors before the end mark; real discs have two to four. */
const DESCRIPTORS = 32
/** Escape sequences of the descriptor that names are in UCS-2 in (Joliet). */
const JOLIET = ['%/@', '%/C', '%/E']

/** Disc images: members, label, the program that made the image and the offset of its clock. */
export const iso: FormatReader = {
  name: 'iso',
  summary: 'ISO 9660 disc image (Joliet, Rock Ridge): members, label, maker, offset of the clock',
  extensions: ['.iso'],
  source: 'ECMA-119 (ISO 9660), 8.4; Joliet specification; unpacked by 7-Zip 24.09',
  sniff: (head) => Buffer.from(head.subarray(FIRST * SECTOR + 1, FIRST * SECTOR + 6)).toString('latin1') === 'CD001',
  async read(bytes, context) {
    const draft = new Draft()
    traceDescriptors(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), draft)
    const { budget } = context
    const listing = await list(bytes, 'iso', budget)
    if (listing.rows.length === 0 && listing.about.size === 0) return unlistedReading('iso', listing, draft)
    warnOfDamage(listing, draft)
    await readListed(listing, { archive: bytes, type: 'iso', context, budget, draft })
    return draft.done('iso')
  },
}

function traceDescriptors(file: Buffer, draft: Draft): void {
  for (let i = 0; i < DESCRIPTORS; i++) {
    const at = (FIRST + i) * SECTOR
    const sector = file.subarray(at, at + SECTOR)
    if (sector.length < SECTOR || sector.toString('latin1', 1, 6) !== 'CD001' || sector[0] === 255) break
    if (sector[0] === 1) tracePrimary(sector, file.length, draft)
    else if (sector[0] === 2 && JOLIET.includes(sector.toString('latin1', 88, 91))) {
      const label = utf16be(sector.subarray(40, 72))
      draft.traceOnce(
        'volume',
        printable(label.replace(/[\0 ]+$/, '')),
        'Label of the disc; many programs put the date or a default there.',
      )
    }
  }
}

function tracePrimary(sector: Buffer, bytes: number, draft: Draft): void {
  const stated = sector.readUInt32LE(80) * sector.readUInt16LE(128)
  if (stated > bytes) draft.cut('truncated', `it states ${stated} bytes and has ${bytes}`)
  const field = (from: number, to: number) => printable(decodeText(sector.subarray(from, to)).text.replace(/[\0 _]+$/, ''))
  draft.trace('platform', field(8, 40), 'System that the disc states to be for; the program that made the image puts it there.')
  draft.trace('volume', field(40, 72), 'Label of the disc; many programs put the date or a default there.')
  draft.trace('company', field(318, 446), 'Publisher as stated in the image; usually what a program was set up with.')
  draft.trace('author', field(446, 574), 'Who prepared the image, as stated; programs put their own name here.')
  draft.trace('application', field(574, 702), 'Program that made the image, as it states.')
  for (const [name, from] of [
    ['created', 813],
    ['modified', 830],
  ] as const) {
    const time = timeOf(sector, from)
    if (time === undefined) continue
    draft.trace(name, `${time.text}${time.offset}`, 'Clock of the machine that made the image, with its own offset from UTC.')
    // Offset 0 is also what programs write that know none.
    if (time.offset !== '+00:00') traceZone(draft, time.offset, 'Stated with the time of the image')
  }
}

/** A date of ECMA-119 8.4.26.1: 16 digits and the offset from UTC in quarter hours. */
function timeOf(sector: Buffer, from: number): { text: string; offset: string } | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d\d$/.exec(sector.toString('latin1', from, from + 16))
  const quarters = sector.readInt8(from + 16)
  if (!found || Math.abs(quarters) > 56) return undefined
  const [, year, month, day, hour, minute, second] = found
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const isReal = Number(year) > 1980 && Number(year) < 2100 && !Number.isNaN(Date.parse(`${text}Z`))
  return isReal ? { text, offset: offsetText(quarters * 15) } : undefined
}
