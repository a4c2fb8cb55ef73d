import { LIMITS } from '../../base/limits.ts'
import type { ReadChild } from '../../model/index.ts'
import { traceMembers } from '../containers/census.ts'
import { type Flaw, newBudget, readMember, refuse, stepper, warnOfName } from '../containers/container.ts'
import { inflate } from '../containers/inflate.ts'
import { hasChecksum, memberData, overlapping } from '../containers/zip-data.ts'
import { partName, readDirectory, type ZipDirectory, type ZipEntry } from '../containers/zip-directory.ts'
import { dosMs } from '../containers/zip-extra.ts'
import { type NameDecoder, nameDecoder } from '../containers/zip-names.ts'
import { traceDirectory } from '../containers/zip-traces.ts'
import { Draft } from '../draft.ts'
import type { FormatReader, ReadContext } from '../reader.ts'

/** Archives with their members, raw names, and what times and names say of the packing machine. Nothing is ever written to disk. */
export const zip: FormatReader = {
  name: 'zip',
  summary: 'ZIP archive: members (nested too), code page of the names, offset of the packing clock',
  extensions: ['.zip'],
  source: 'PKWARE APPNOTE.TXT 6.3.10; Info-ZIP extra-field list',
  sniff: (head) => head[0] === 0x50 && head[1] === 0x4b && [0x0403, 0x0605, 0x0807].includes(((head[3] ?? 0) << 8) | (head[2] ?? 0)),
  async read(bytes, context) {
    const draft = new Draft()
    const directory = readDirectory(bytes)
    for (const { code, message } of directory.warnings) draft.cut(code, message)
    const decode = nameDecoder(directory.entries, draft)
    traceDirectory(directory, decode, draft)
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
  const refused = overlapping(bytes, directory.entries)
  const stepOf = stepper()
  let folders = 0
  const budget = context.budget ?? newBudget()
  for (const entry of directory.entries) {
    const path = decode(entry, entry.rawName)
    warnOfName(path, draft)
    const step = stepOf(entry.rawName)
    if (isFolder(entry)) {
      folders++
      continue
    }
    const child = { step, path, ...timeOf(entry) }
    if (entry.disk !== directory.disk) {
      const reason = `other-part: it begins in part ${entry.disk + 1} (${partName(entry.disk)}), which is not in this file`
      draft.children.push(refuse(child, new Uint8Array(), reason, path, draft))
      continue
    }
    const packed = memberData(bytes, entry, path, draft)
    const taken: Unpacked = refused.has(entry)
      ? { reason: 'overlapping: it shares bytes with another member' }
      : unpack(entry, packed, budget.bytes)
    draft.children.push(
      taken.data === undefined
        ? refuse(child, packed, taken.reason, path, draft)
        : await readMember(child, taken.data, { context, budget, draft, flaw: taken.flaw }),
    )
  }
  traceMembers(draft, { folders, unlisted: Math.max(0, directory.stated - directory.entries.length) })
}

const METHODS: Readonly<Record<number, string>> = { 9: 'deflate64', 12: 'bzip2', 14: 'lzma', 93: 'zstd', 95: 'xz', 98: 'ppmd', 99: 'AES' }

/** A member's bytes, perhaps with a flaw, or the reason why there are none. */
type Unpacked = { readonly data: Uint8Array; readonly flaw?: Flaw | undefined } | { readonly data?: undefined; readonly reason: string }

function unpack(entry: ZipEntry, packed: Uint8Array, budget: number): Unpacked {
  if ((entry.flags & 1) !== 0 || entry.method === 99) return { reason: 'encrypted' }
  if (entry.method !== 0 && entry.method !== 8) return { reason: `packed with ${METHODS[entry.method] ?? `method ${entry.method}`}` }
  const most = Math.min(LIMITS.memberBytes, budget)
  const tooLarge: Unpacked = {
    reason: `member-limit: ${budget < LIMITS.memberBytes ? `the members together pass ${LIMITS.archiveBytes}` : `larger than ${LIMITS.memberBytes}`} bytes`,
  }
  if (entry.size > most) return tooLarge
  if (entry.method === 0) return { data: packed, flaw: flawOf(entry, packed, packed.length < entry.size) }
  const tooDense: Unpacked = { reason: `ratio-limit: it inflates more than ${LIMITS.archiveRatio} times` }
  const dense = Math.max(LIMITS.ratioFloorBytes, packed.length * LIMITS.archiveRatio)
  if (entry.size > dense) return tooDense
  const inflated = inflate('raw', packed, Math.min(most, dense))
  if (inflated.outcome === 'too-large') return dense < most ? tooDense : tooLarge
  if (inflated.data === undefined) return { reason: 'damaged: it cannot be inflated' }
  return { data: inflated.data, flaw: flawOf(entry, inflated.data, inflated.outcome === 'truncated') }
}

/** What is wrong with the bytes that were got. A checksum of 0 is what a header has before its data are written. */
function flawOf(entry: ZipEntry, data: Uint8Array, isTruncated: boolean): Flaw | undefined {
  if (isTruncated) return { code: 'truncated', message: `only ${data.length} of ${entry.size} bytes of it are there` }
  if (entry.crc !== 0 && !hasChecksum(data, entry.crc)) return { code: 'checksum', message: 'its bytes do not have the stated checksum' }
  return undefined
}

/** A member's time: UTC when an extra field states it, else the local clock of the packer. */
function timeOf(entry: ZipEntry): Pick<ReadChild, 'modifiedMs' | 'modifiedZone'> {
  if (entry.utcMs !== undefined) return { modifiedMs: entry.utcMs, modifiedZone: 'utc' }
  const local = dosMs(entry.dosDate, entry.dosTime)
  return local === undefined ? {} : { modifiedMs: local, modifiedZone: 'local' }
}

/** Folders are rows whose name ends in a slash. */
function isFolder({ rawName, size }: ZipEntry): boolean {
  return rawName.at(-1) === 0x2f && size === 0
}
