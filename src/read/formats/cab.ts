import { printable } from '../../base/printable.ts'
import { decodeAs } from '../../base/text.ts'
import { type CabHeader, cabHeader } from '../containers/cab-header.ts'

import { type Better, readListed } from '../containers/listed.ts'
import { namesPage } from '../containers/names-page.ts'
import { unlistedReading, warnOfDamage } from '../containers/protection.ts'
import { type Listing, list } from '../containers/unpacker-list.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'

/** Windows cabinets: local times, names in the page of the packing machine unless marked as UTF-8. */
export const cab: FormatReader = {
  name: 'cab',
  summary: 'Windows cabinet: members with local times, code page of names, other cabinets of the set',
  extensions: ['.cab'],
  source: 'Microsoft, "Microsoft Cabinet Format" ([MS-CAB]); unpacked by 7-Zip 24.09',
  sniff: (head) => Buffer.from(head.subarray(0, 8)).toString('latin1') === 'MSCF\0\0\0\0',
  async read(bytes, context) {
    const draft = new Draft()
    const header = cabHeader(bytes)
    if (header === undefined) {
      draft.cut('truncated', 'the header is cut short')
      return draft.done('cab')
    }
    if (header.bytes > bytes.length) draft.cut('truncated', `it states ${header.bytes} bytes and has ${bytes.length}`)
    traceSet(header, draft)
    const { budget } = context
    const listing = await list(bytes, 'cab', budget)
    if (listing.rows.length === 0 && listing.about.size === 0) return unlistedReading('cab', listing, draft)
    // The unpacker fails for want of the other cabinets, which is said already.
    if (header.beside.length === 0) warnOfDamage(listing, draft)
    await readListed(listing, { archive: bytes, type: 'cab', context, budget, draft, ...better(header, listing, draft) })
    return draft.done('cab')
  },
}

function traceSet({ beside, number }: CabHeader, draft: Draft): void {
  if (beside.length > 0) draft.cut('other-part', `this is cabinet ${number + 1} of a set: the others are not in this file`)
  for (const name of beside)
    draft.trace('missingFile', printable(decodeAs(name, 'utf-8').text), 'Another cabinet of the same set; sets are split to fit disks.')
}

function better({ rows }: CabHeader, listing: Listing, draft: Draft): Better {
  const page = namesPage(
    rows.filter(({ isUtf8 }) => !isUtf8).map(({ rawName }) => rawName),
    draft,
  )
  const fits = rows.length === listing.rows.length && rows.every(({ size }, i) => listing.rows[i]?.size === size)
  if (!fits) return { isLocal: true }
  return {
    isLocal: true,
    nameOf(_, i) {
      const own = rows[i]
      if (own === undefined) return undefined
      return { raw: own.rawName, path: decodeAs(own.rawName, own.isUtf8 ? 'utf-8' : page).text.replaceAll('\\', '/') }
    },
  }
}
