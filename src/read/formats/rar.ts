import { printable } from '../../base/printable.ts'
import { decodeAs } from '../../base/text.ts'
import { isoInstant } from '../../base/time.ts'

import { type Better, readListed } from '../containers/listed.ts'
import { namesPage } from '../containers/names-page.ts'
import { traceOwners } from '../containers/owners.ts'
import { lockedReading, traceProtection, unlistedReading, warnOfDamage } from '../containers/protection.ts'
import { type RarHeaders, rarHeaders, rarVersion } from '../containers/rar-headers.ts'
import { type Listed, type Listing, list } from '../containers/unpacker-list.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'

/** Pages that WinRAR writes names in beside Unicode. */
const PAGES = ['cp949', 'gb18030', 'big5', 'shift_jis', 'windows-1251', 'cp866', 'utf-8'] as const

/** RAR archives of both kinds. RAR 4 keeps local times and names in the page of the packing machine, RAR 5 UTC and owners. */
export const rar: FormatReader = {
  name: 'rar',
  summary: 'RAR archive, versions 4 and 5: members, owners, code page of names, parts',
  extensions: ['.rar', '.cbr'],
  source: 'RARLAB, "RAR 5.0 archive format" and technote.txt of RAR 4; unpacked by 7-Zip 24.09',
  sniff: (head) => rarVersion(head) !== undefined,
  async read(bytes, context) {
    const draft = new Draft()
    const headers = rarHeaders(bytes)
    draft.trace(
      'formatVersion',
      `RAR ${headers.version}`,
      'Variant of the format; WinRAR writes version 5 since 2013 unless told otherwise.',
    )
    traceHeaders(headers, draft)
    if (headers.isLocked) return lockedReading('rar', draft)
    const { budget } = context
    const listing = await list(bytes, headers.version === 5 ? 'rar5' : 'rar', budget)
    if (listing.rows.length === 0 && listing.about.size === 0) return unlistedReading('rar', listing, draft)
    warnOfDamage(listing, draft)
    traceHosts(listing, draft)
    traceProtection(listing.rows, draft)
    const comment = listing.about.get('Comment')
    if (comment !== undefined)
      draft.passage(comment, { kind: 'paragraph', part: 'comment', index: 1 }, { role: 'comment', block: 'comment' })
    await readListed(listing, {
      archive: bytes,
      type: headers.version === 5 ? 'rar5' : 'rar',
      context,
      budget,
      draft,
      ...better(headers, listing, draft),
    })
    return draft.done('rar')
  },
}

function traceHeaders({ isVolume, volume, archiveName, createdMs, rows }: RarHeaders, draft: Draft): void {
  if (isVolume)
    draft.cut(
      'other-part',
      `this is ${volume === undefined ? 'one part' : `part ${volume}`} of a split archive: the other parts are not in this file`,
    )
  if (archiveName !== undefined)
    draft.trace(
      'path',
      printable(decodeAs(archiveName, 'utf-8').text.replace(/\0+$/, '')),
      'Name of the archive when it was made; renaming leaves it.',
    )
  if (createdMs !== undefined && createdMs > 0 && createdMs < Date.UTC(2100, 0, 1))
    draft.trace('created', isoInstant(createdMs), 'When the archive was made, by the clock of the packing machine, in UTC.')
  traceOwners(
    rows.filter(({ user, group, uid, gid }) => user !== undefined || group !== undefined || uid !== undefined || gid !== undefined),
    draft,
  )
}

function traceHosts({ rows }: Listing, draft: Draft): void {
  const hosts = new Map<string, number>()
  for (const { host } of rows) if (host !== undefined) hosts.set(host, (hosts.get(host) ?? 0) + 1)
  for (const [host, count] of hosts)
    draft.trace('madeBy', host, `System stated for ${count} of ${rows.length} members by the program that packed them.`)
}

/** Names as bytes where the headers fit the listing row by row. RAR 4 without Unicode names needs a code page; with them, both names tell it. */
function better({ version, rows }: RarHeaders, listing: Listing, draft: Draft): Better {
  const fits = rows.length === listing.rows.length && rows.every(({ size }, i) => listing.rows[i]?.size === size)
  if (!fits) return { isLocal: version === 4 }
  if (version === 5) return { nameOf: (row, i) => ({ raw: rows[i]?.rawName ?? Buffer.from(row.path), path: row.path }) }
  const page = namesPage(
    rows.filter(({ hasUnicode }) => !hasUnicode).map(({ rawName }) => rawName),
    draft,
  )
  traceBothNames(rows, listing.rows, draft)
  return {
    isLocal: true,
    nameOf(row, i) {
      const own = rows[i]
      if (own === undefined || own.hasUnicode) return { raw: Buffer.from(row.path), path: row.path }
      return { raw: own.rawName, path: decodeAs(own.rawName, page).text.replaceAll('\\', '/') }
    },
  }
}

/** The page in which every name's bytes give its Unicode name. */
function traceBothNames(rows: RarHeaders['rows'], listed: readonly Listed[], draft: Draft): void {
  const both = rows.flatMap(({ rawName, hasUnicode }, i) =>
    hasUnicode && rawName.some((byte) => byte > 0x7f) ? [{ rawName, path: listed[i]?.path ?? '' }] : [],
  )
  if (both.length === 0) return
  const fit = PAGES.filter((page) => both.every(({ rawName, path }) => decodeAs(rawName, page).text.replaceAll('\\', '/') === path))
  draft.trace(
    'codePage',
    fit.join(' or '),
    'The page in which the bytes of each name give the Unicode name beside it. A setting of the packing machine, not a person or place.',
  )
}
