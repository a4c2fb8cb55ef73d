import { LIMITS } from '../../base/limits.ts'
import { decodeAs } from '../../base/text.ts'
import { traceMembers } from '../containers/census.ts'
import { readMember, refuse, stepper, traceLink, warnOfName } from '../containers/container.ts'
import { type CpioEntry, cpioVariant, readCpio } from '../containers/cpio-headers.ts'
import { namesPage } from '../containers/names-page.ts'
import { traceOwners } from '../containers/owners.ts'
import { Draft } from '../draft.ts'
import type { FormatReader, ReadContext } from '../reader.ts'

/** Archives of cpio: members, owner numbers, times in UTC, links, which are not followed. */
export const cpio: FormatReader = {
  name: 'cpio',
  summary: 'cpio archive (newc, crc, odc, binary): members, owner numbers, links',
  extensions: ['.cpio'],
  source: 'GNU cpio 2.13, "Archive formats"; POSIX.1-1997 cpio interchange format',
  sniff: (head) => cpioVariant(head) !== undefined,
  async read(bytes, context) {
    const draft = new Draft()
    const { variant, entries, warnings } = readCpio(bytes)
    for (const { code, message } of warnings) draft.cut(code, message)
    draft.trace('formatVersion', `cpio, ${variant}`, 'Variant of the format; systems and packing programs each prefer another.')
    traceOwners(entries, draft)
    await readEntries(entries, context, draft)
    return draft.done('cpio')
  },
}

async function readEntries(entries: readonly CpioEntry[], context: ReadContext, draft: Draft): Promise<void> {
  const page = namesPage(
    entries.map(({ rawName }) => rawName),
    draft,
    { isUtf8Usual: true },
  )
  const { budget } = context
  const stepOf = stepper()
  const count = { folders: 0, links: 0 }
  for (const { kind, rawName, size, data, modifiedS } of entries) {
    const path = decodeAs(rawName, page).text
    warnOfName(path, draft)
    const step = stepOf(rawName)
    if (kind === 'folder') count.folders++
    else if (kind !== 'file') {
      count.links++
      if (kind === 'link') traceLink(path, decodeAs(data, page).text, draft)
    } else {
      const child = { step, path, ...(modifiedS > 0 ? { modifiedMs: modifiedS * 1000, modifiedZone: 'utc' as const } : {}) }
      const flaw = data.length < size ? { code: 'truncated', message: `only ${data.length} of ${size} bytes of it are there` } : undefined
      const most = Math.min(LIMITS.memberBytes, budget.bytes)
      draft.children.push(
        data.length > most
          ? refuse(child, data, `member-limit: larger than the ${Math.max(0, most)} bytes that are left`, path, draft)
          : await readMember(child, data, { context, draft, flaw }),
      )
    }
  }
  traceMembers(draft, count)
}
