import { LIMITS } from '../../base/limits.ts'
import type { ReadChild } from '../../model/index.ts'
import { traceMembers } from '../containers/census.ts'
import { readMember, refuse, stepper, traceLink, warnOfName } from '../containers/container.ts'
import { traceProtection } from '../containers/protection.ts'
import { memberData, overlapping } from '../containers/zip-data.ts'
import { endsAsZip, partName, readDirectory, type ZipDirectory, type ZipEntry } from '../containers/zip-directory.ts'
import { dosMs } from '../containers/zip-extra.ts'
import { type NameDecoder, nameDecoder } from '../containers/zip-names.ts'
import { traceDirectory } from '../containers/zip-traces.ts'
import { isEncrypted, type UnpackedMember, unpackMember } from '../containers/zip-unpack.ts'
import { Draft } from '../draft.ts'
import type { FormatReader, ReadContext } from '../reader.ts'

/** Archives with their members, raw names, and what times and names say of the packing machine. Nothing is ever written to disk. */
export const zip: FormatReader = {
  name: 'zip',
  summary: 'ZIP archive: members (nested too), code page of the names, offset of the packing clock',
  extensions: ['.zip'],
  source: 'PKWARE APPNOTE.TXT 6.3.10; Info-ZIP extra-field list',
  sniff: (head, _, bytes) =>
    (head[0] === 0x50 && head[1] === 0x4b && [0x0403, 0x0605, 0x0807].includes(((head[3] ?? 0) << 8) | (head[2] ?? 0))) || endsAsZip(bytes),
  async read(bytes, context) {
    const draft = new Draft()
    const directory = readDirectory(bytes)
    for (const { code, message } of directory.warnings) draft.cut(code, message)
    const decode = nameDecoder(directory.entries, draft)
    traceDirectory(directory, decode, draft)
    traceProtection(
      directory.entries.map((entry) => ({ isEncrypted: isEncrypted(entry) })),
      draft,
    )
    const [first] = directory.entries
    // Krita, OpenRaster, EPUB and OpenDocument files start with a stored member that names their kind.
    if (first && Buffer.from(first.rawName).toString('latin1') === 'mimetype' && first.method === 0 && first.size < 200)
      draft.trace(
        'mediaType',
        Buffer.from(memberData(bytes, first, 'mimetype', draft)).toString('latin1'),
        'Kind of document that the archive is.',
      )
    await readMembers(bytes, directory, { decode, context, draft })
    return draft.done('zip')
  },
}

interface Work {
  readonly decode: NameDecoder
  readonly context: ReadContext
  readonly draft: Draft
}

async function readMembers(bytes: Uint8Array, directory: ZipDirectory, { decode, context, draft }: Work): Promise<void> {
  const refused = overlapping(
    bytes,
    directory.entries.filter(({ disk }) => disk === directory.disk),
  )
  const stepOf = stepper()
  const apart = { folders: 0, links: 0 }
  const { budget } = context
  for (const entry of directory.entries) {
    const path = decode(entry, entry.rawName)
    warnOfName(path, draft)
    const step = stepOf(entry.rawName)
    if (isFolder(entry)) {
      apart.folders++
      continue
    }
    const child = { step, path, ...timeOf(entry) }
    if (entry.disk !== directory.disk) {
      const reason = `other-part: it begins in part ${entry.disk + 1} (${partName(entry.disk)}), which is not in this file`
      draft.children.push(refuse(child, new Uint8Array(), reason, path, draft))
      continue
    }
    const packed = memberData(bytes, entry, path, draft)
    const taken: UnpackedMember = refused.has(entry)
      ? { reason: 'overlapping: it shares bytes with another member' }
      : await unpackMember(entry, packed, budget)
    if ((entry.unixMode & FILE_TYPE) === LINK && taken.data !== undefined) {
      apart.links++
      traceLink(path, Buffer.from(taken.data.subarray(0, LIMITS.traceChars)).toString('utf8'), draft)
      continue
    }
    draft.children.push(
      taken.data === undefined
        ? refuse(child, packed, taken.reason, path, draft)
        : await readMember(child, taken.data, { context, draft, flaw: taken.flaw }),
    )
  }
  traceMembers(draft, { ...apart, unlisted: Math.max(0, directory.stated - directory.entries.length) })
}

/** A member's time: UTC when an extra field states it, else the local clock of the packer. */
function timeOf(entry: ZipEntry): Pick<ReadChild, 'modifiedMs' | 'modifiedZone'> {
  if (entry.utcMs !== undefined) return { modifiedMs: entry.utcMs, modifiedZone: 'utc' }
  const local = dosMs(entry.dosDate, entry.dosTime)
  return local === undefined ? {} : { modifiedMs: local, modifiedZone: 'local' }
}

/** Of Unix modes: the bits that tell the type, and those of a symbolic link, whose data are its target. */
const FILE_TYPE = 0o170000
const LINK = 0o120000

/** Folders are rows whose name ends in a slash. */
function isFolder({ rawName, size }: ZipEntry): boolean {
  return rawName.at(-1) === 0x2f && size === 0
}
