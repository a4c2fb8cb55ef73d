import { readListed } from '../containers/listed.ts'
import { lockedReading, traceProtection, unlistedReading, warnOfDamage } from '../containers/protection.ts'
import { type Listing, list } from '../containers/unpacker-list.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'

const MAGIC = Buffer.from("7z\xbc\xaf'\x1c", 'latin1')
/** The coder of AES-256 in 7z headers. */
const AES = Buffer.from([0x06, 0xf1, 0x07, 0x01])
const HEADER_BYTES = 32

/** 7-Zip archives. What is listed is checked against the bounds before anything is unpacked. */
export const sevenZip: FormatReader = {
  name: '7z',
  summary: '7z archive: members with their times in UTC, encrypted ones listed',
  extensions: ['.7z', '.cb7'],
  source: '7-Zip 24.09, DOC/7zFormat.txt and DOC/Methods.txt',
  sniff: (head) => MAGIC.equals(head.subarray(0, MAGIC.length)),
  async read(bytes, context) {
    const draft = new Draft()
    const problem = problemOf(bytes)
    if (problem !== undefined) draft.cut('truncated', problem)
    const { budget } = context
    const listing = await list(bytes, '7z', budget)
    if (listing.rows.length === 0 && listing.about.size === 0)
      return hasLockedDirectory(bytes) ? lockedReading('7z', draft) : unlistedReading('7z', listing, draft)
    warnOfDamage(listing, draft)
    traceSystem(listing, draft)
    traceProtection(listing.rows, draft)
    await readListed(listing, { archive: bytes, type: '7z', context, budget, draft })
    return draft.done('7z')
  },
}

/** The end of the directory as the first header states it lies outside the file when the file is cut. */
function problemOf(bytes: Uint8Array): string | undefined {
  const next = directoryOf(bytes)
  if (next === undefined) return 'the header is cut short'
  const missing = next.to - bytes.length
  return missing > 0 ? `${missing} bytes are missing at the end, with the directory; further parts (.002 …) may hold them` : undefined
}

function directoryOf(bytes: Uint8Array): { from: number; to: number } | undefined {
  if (bytes.length < HEADER_BYTES) return undefined
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const from = HEADER_BYTES + Number(file.readBigUInt64LE(12))
  return { from, to: from + Number(file.readBigUInt64LE(20)) }
}

function hasLockedDirectory(bytes: Uint8Array): boolean {
  const next = directoryOf(bytes)
  return next !== undefined && Buffer.from(bytes.subarray(next.from, next.to)).includes(AES)
}

/** Archives packed on Unix carry its permissions in the attributes. */
function traceSystem({ rows }: Listing, draft: Draft): void {
  const unix = rows.filter(({ attributes }) => / [-dl][r-][w-]/.test(attributes)).length
  if (rows.length === 0) return
  const isUnix = unix * 2 > rows.length
  draft.trace(
    'madeBy',
    isUnix ? 'Unix (7-Zip for Linux or macOS, p7zip)' : 'Windows, or a library',
    `Members ${isUnix ? 'carry' : 'do not carry'} Unix permissions; both kinds of program are everywhere.`,
  )
}
