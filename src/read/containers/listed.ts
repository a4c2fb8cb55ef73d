import { crc32 } from 'node:zlib'
import { LIMITS } from '../../base/limits.ts'
import { printable } from '../../base/printable.ts'
import type { Draft } from '../draft.ts'
import type { ReadContext } from '../reader.ts'
import { traceMembers } from './census.ts'
import { type Budget, type Flaw, readMember, refuse, stepper, traceLink, warnOfName } from './container.ts'
import { unpack } from './unpacker.ts'
import { type Listed, type Listing, NO_PASSWORD } from './unpacker-list.ts'

/** What a format's own reader knows better than the unpacker. */
export interface Better {
  /** The member's name as its bytes stand in the archive, and decoded; by the number of the row in the listing. */
  readonly nameOf?: (row: Listed, index: number) => { readonly raw: Uint8Array; readonly path: string } | undefined
  /** Whether times are those of a local clock without a stated zone. */
  readonly isLocal?: boolean
}

interface Work extends Better {
  readonly archive: Uint8Array
  readonly type: string
  readonly context: ReadContext
  readonly budget: Budget
  readonly draft: Draft
}

interface Member {
  readonly row: Listed
  readonly size: number
  readonly child: { readonly step: string; readonly path: string; readonly modifiedMs?: number; readonly modifiedZone?: 'utc' | 'local' }
}

/** Why members are refused when the runs of the unpacker are used up. */
export const SPENT = `unpacker-limit: more than ${LIMITS.unpackerRuns} runs of the unpacker would be needed`
const LINE_END = Buffer.from('\n')
/** Bytes of members that are unpacked in one run. */
const BATCH_BYTES = LIMITS.memberBytes

/** Reads the members of a listed archive, in runs that stay within the bounds: what the listing states is checked before anything is unpacked. */
export async function readListed({ rows, about, isCut }: Listing, work: Work): Promise<void> {
  const { budget, draft } = work
  const isSolid = about.get('Solid') === '+'
  const stepOf = stepper()
  const apart = { folders: 0, links: 0 }
  const before = new Map<string, number>()
  let room = Math.max(LIMITS.ratioFloorBytes, work.archive.length * LIMITS.archiveRatio)
  let batch: Member[] = []
  let batchBytes = 0
  const flush = async () => {
    await readBatch(batch, { ...work, isAll: batch.length === rows.length - apart.folders && draft.children.length === 0 })
    batch = []
    batchBytes = 0
  }
  for (const [index, row] of rows.entries()) {
    const { raw, path } = work.nameOf?.(row, index) ?? { raw: Buffer.from(row.path), path: row.path }
    warnOfName(path, draft)
    const step = stepOf(raw)
    if (row.isFolder) apart.folders++
    else if (row.link !== undefined) {
      apart.links++
      traceLink(path, row.link, draft)
    } else {
      const child = { step, path, ...timeOf(row, work.isLocal) }
      const block = row.block ?? (isSolid ? 'all' : `row ${index}`)
      const decoded = (before.get(block) ?? 0) + (row.size ?? 0)
      before.set(block, decoded)
      const reason = reasonAgainst(row, { budget: budget.bytes - batchBytes, decoded, room })
      if (reason !== undefined) {
        await flush()
        draft.children.push(refuse(child, new Uint8Array(), reason, path, draft))
        continue
      }
      const size = row.size ?? 0
      if (batchBytes + size > BATCH_BYTES) await flush()
      batch.push({ row, size, child })
      batchBytes += size
      room -= size
    }
  }
  await flush()
  if (isCut) draft.cut('entry-limit', `more than ${LIMITS.archiveEntries} members: the rest is not listed`)
  traceMembers(draft, apart)
}

/** Why a member is not unpacked, from what the listing states. */
function reasonAgainst(
  row: Listed,
  { budget, decoded, room }: { readonly budget: number; readonly decoded: number; readonly room: number },
): string | undefined {
  if (row.isEncrypted) return 'encrypted'
  if (row.isSplit) return 'other-part: it begins or ends in another part of the archive, which is not in this file'
  if (row.size === undefined) return 'damaged: its size is not stated'
  if (row.size > LIMITS.memberBytes) return `member-limit: larger than ${LIMITS.memberBytes} bytes`
  if (row.size > Math.max(0, budget)) return `member-limit: the members together pass ${LIMITS.archiveBytes} bytes`
  if (row.size > room) return `ratio-limit: the members together are more than ${LIMITS.archiveRatio} times the archive`
  if (decoded > LIMITS.solidBytes) return `solid-limit: ${decoded} bytes must be unpacked to get at it`
  if (dictionaryOf(row.method) > LIMITS.unpackerBytes / 2) return `memory-limit: it is packed with ${printable(row.method, 80)}`
  return undefined
}

/** Bytes of the largest dictionary or model that a method names: `LZMA2:26` (a power of two), `LZMA:1536m`, `v6:m3:32m`, `PPMD:o32:mem30`. */
export function dictionaryOf(method: string): number {
  let most = 0
  for (const [, digits, unit] of method.matchAll(/(?::|mem)(\d{1,5})([bkKmMgG]?)(?=[\s:]|$)/g)) {
    const number = Number(digits)
    const bytes =
      unit === '' ? (number <= 40 ? 2 ** number : 0) : number * { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[unit?.toLowerCase() as 'b']
    most = Math.max(most, bytes)
  }
  return most
}

async function readBatch(batch: readonly Member[], work: Work & { readonly isAll: boolean }): Promise<void> {
  if (batch.length === 0) return
  const { context, draft, budget } = work
  const got = await unpackBatch(batch, work)
  for (const [index, { child, row, size }] of batch.entries()) {
    const data = got[index]
    if (data === undefined || (data.length === 0 && size > 0))
      draft.children.push(refuse(child, new Uint8Array(), budget.runs > 0 ? 'damaged: it cannot be unpacked' : SPENT, child.path, draft))
    else draft.children.push(await readMember(child, data, { context, draft, flaw: flawOf(data, row, size) }))
  }
}

function flawOf(data: Uint8Array, { crc }: Listed, size: number): Flaw | undefined {
  if (data.length < size) return { code: 'truncated', message: `only ${data.length} of ${size} bytes of it are there` }
  if (crc !== undefined && crc32(data) !== crc) return { code: 'checksum', message: 'its bytes do not have the stated checksum' }
  return undefined
}

/** The bytes of each member. Members come one after the other in the order of the listing; when the sum or a checksum is wrong, each is asked for alone. */
async function unpackBatch(batch: readonly Member[], work: Work & { readonly isAll: boolean }): Promise<(Uint8Array | undefined)[]> {
  const total = batch.reduce((sum, { size }) => sum + size, 0)
  if (total === 0) return batch.map(() => new Uint8Array())
  const whole = await unpackNames(work.isAll ? undefined : batch, total, work)
  if (whole.length === total) {
    let at = 0
    const parts = batch.map(({ size }) => {
      at += size
      return whole.subarray(at - size, at)
    })
    if (parts.every((part, i) => batch[i]?.row.crc === undefined || part.length === 0 || crc32(part) === batch[i]?.row.crc)) return parts
  }
  const alone: (Uint8Array | undefined)[] = []
  for (const member of batch) alone.push(await unpackNames([member], member.size, work))
  return alone
}

/** What the unpacker puts out for the members, at most `bytes` of it. */
async function unpackNames(members: readonly Member[] | undefined, bytes: number, { archive, type, budget }: Work): Promise<Uint8Array> {
  const output = Buffer.allocUnsafeSlow(bytes)
  let at = 0
  // Names are asked for in the bytes that the listing gave them in; as UTF-8, one name that is none would void the list.
  const args = [
    'x',
    '-so',
    '-bso0',
    '-bsp0',
    '-sccUTF-8',
    '-scsDOS',
    '-spd',
    NO_PASSWORD,
    `-t${type}`,
    ...(members === undefined ? [] : ['-i@/wanted']),
  ]
  const take = (piece: Uint8Array) => {
    output.set(piece.subarray(0, bytes - at), at)
    at += Math.min(piece.length, bytes - at)
    return at < bytes
  }
  // More than is stated is passed over: the run ends with the last byte that is wanted.
  await unpack(archive, [...args, '--', '/a'], take, {
    budget,
    wanted: members === undefined ? undefined : Buffer.concat(members.flatMap(({ row }) => [row.rawPath, LINE_END])),
  })
  return output.subarray(0, at)
}

function timeOf({ modifiedMs }: Listed, isLocal = false): { modifiedMs?: number; modifiedZone?: 'utc' | 'local' } {
  return modifiedMs === undefined ? {} : { modifiedMs, modifiedZone: isLocal ? 'local' : 'utc' }
}
