import { LIMITS } from '../../base/limits.ts'
import { printable } from '../../base/printable.ts'
import { decodeAs } from '../../base/text.ts'
import { traceMembers } from '../containers/census.ts'
import { readMember, refuse, stepper, traceLink, warnOfName } from '../containers/container.ts'
import { namesPage } from '../containers/names-page.ts'
import { traceOwners } from '../containers/owners.ts'
import { isTar, readTar, type TarArchive, type TarEntry } from '../containers/tar-headers.ts'
import { Draft } from '../draft.ts'
import type { FormatReader, ReadContext } from '../reader.ts'

/** Unix archives: members, owners, times in UTC, links. Nothing is unpacked, and no link is followed. */
export const tar: FormatReader = {
  name: 'tar',
  summary: 'tar archive (ustar, pax, GNU): members, owners, links',
  extensions: ['.tar'],
  source: 'POSIX.1-2017 pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format"',
  sniff: (head) => isTar(head),
  async read(bytes, context) {
    const draft = new Draft()
    const archive = readTar(bytes)
    for (const { code, message } of archive.warnings) draft.cut(code, message)
    draft.trace('formatVersion', `tar, ${archive.variant}`, 'Variant of the format; GNU tar, BSD tar and macOS each prefer another.')
    traceRecords(archive, draft)
    traceOwners(archive.entries, draft)
    await readEntries(archive, context, draft)
    return draft.done('tar')
  },
}

async function readEntries({ entries }: TarArchive, context: ReadContext, draft: Draft): Promise<void> {
  const page = namesPage(
    entries.filter(({ isUtf8 }) => !isUtf8).map(({ rawName }) => rawName),
    draft,
    { isUtf8Usual: true },
  )
  const decode = (bytes: Uint8Array, { isUtf8 }: TarEntry) => decodeAs(bytes, isUtf8 ? 'utf-8' : page).text
  const { budget } = context
  const stepOf = stepper()
  const count = { folders: 0, links: 0 }
  for (const entry of entries) {
    const path = decode(entry.rawName, entry)
    warnOfName(path, draft)
    const step = stepOf(entry.rawName)
    if (entry.kind === 'folder') count.folders++
    else if (entry.kind === 'file') {
      const time = entry.modifiedS > 0 ? { modifiedMs: Math.floor(entry.modifiedS * 1000), modifiedZone: 'utc' as const } : {}
      const child = { step, path, ...time }
      const reason = reasonAgainst(entry, budget.bytes)
      const flaw =
        entry.data.length < entry.size
          ? { code: 'truncated', message: `only ${entry.data.length} of ${entry.size} bytes of it are there` }
          : undefined
      draft.children.push(
        reason === undefined
          ? await readMember(child, entry.data, { context, draft, flaw })
          : refuse(child, entry.data, reason, path, draft),
      )
    } else {
      count.links++
      if (entry.kind === 'link') traceLink(path, decode(entry.rawLink, entry), draft)
    }
  }
  traceMembers(draft, count)
}

function reasonAgainst({ size, isSparse, data }: TarEntry, budget: number): string | undefined {
  if (isSparse) return 'sparse: only parts of it are stored'
  if (data.length > LIMITS.memberBytes) return `member-limit: larger than ${LIMITS.memberBytes} bytes`
  if (size > budget) return `member-limit: the members together pass ${LIMITS.archiveBytes} bytes`
  return undefined
}

const SYSTEM_RECORDS = /^(LIBARCHIVE|SCHILY|APPLE|SUN|GNU|RHT|MSWINDOWS|comment)\b/

/** Records that programs add to pax headers: macOS keeps download addresses in them, git the id of the commit. */
function traceRecords({ records }: TarArchive, draft: Draft): void {
  for (const [key, value] of records) {
    if (key === 'comment')
      draft.trace('comment', printable(value), 'Remark of the pax header; git archive writes the id of the commit here.')
    else if (SYSTEM_RECORDS.test(key) && !/sparse|acl|dev$|ino$|nlink$|realsize/i.test(key))
      draft.trace(
        'custom',
        `${printable(key)}: ${printable(value, 200)}`,
        'A property that the packing program or system added to a member.',
      )
  }
}
