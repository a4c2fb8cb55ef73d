import { isoInstant } from '../../base/time.ts'
import { Draft } from '../draft.ts'
import { fileTime } from '../places/file-time.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'

const HEADER_BYTES = 76
const CLASS_ID = '0114020000000000c000000000000046'
/** Link flags (MS-SHLLINK 2.1.1). */
const HAS_ID_LIST = 1
const HAS_LINK_INFO = 2
const STRINGS = [
  [4, 'comment', 'Description of the shortcut.'],
  [8, 'path', 'Where the target lay, seen from the shortcut.'],
  [16, 'path', 'Folder that the target works in.'],
  [32, 'custom', 'What the target is started with.'],
  [64, 'path', 'Where the icon lay.'],
] as const
const IS_UNICODE = 128
const TRACKER = 0xa0000003
/** 100 ns between 1582, from which such ids count, and 1970. */
const EPOCH_1582 = 122_192_928_000_000_000n

/** Windows shortcuts: the target's path, disk and times, the machine's name, its network card and when it was started. */
export const lnk: FormatReader = {
  name: 'lnk',
  summary: 'Windows shortcut (LNK): path, disk, machine name, network card, times',
  extensions: ['.lnk'],
  source: 'MS-SHLLINK; MS-DLTW (Distributed Link Tracking)',
  sniff: (head) => Buffer.from(head.subarray(4, 20)).toString('hex') === CLASS_ID && head[0] === HEADER_BYTES,
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (file.length < HEADER_BYTES) {
      draft.cut('truncated', 'the header is cut short')
      return draft.done('lnk')
    }
    draft.traceOnce('created', fileTime(file, 28), 'When the target was made, by the disk it lay on, in UTC.')
    draft.traceOnce('modified', fileTime(file, 44), 'When the target was changed, by the disk it lay on, in UTC.')
    const flags = file.readUInt32LE(20)
    let at = HEADER_BYTES
    if ((flags & HAS_ID_LIST) !== 0) at += at + 2 > file.length ? 0 : 2 + file.readUInt16LE(at)
    if ((flags & HAS_LINK_INFO) !== 0 && at + 4 <= file.length) {
      const size = file.readUInt32LE(at)
      linkInfo(file.subarray(at, at + size), at, draft)
      at += Math.max(4, size)
    }
    at = stringData(file, at, flags, draft)
    extraData(file, at, draft)
    return draft.done('lnk')
  },
}

function linkInfo(info: Buffer, shift: number, draft: Draft): void {
  if (info.length < 28) return
  const place = { kind: 'bytes', from: shift, to: shift + info.length } as const
  const text = (from: number) => (from <= 0 || from >= info.length ? undefined : metadataText(upToZero(info.subarray(from))))
  const wide = (from: number) =>
    from <= 0 || from >= info.length ? undefined : info.subarray(from).toString('utf16le').replace(/\0.*$/s, '')
  const flags = info.readUInt32LE(8)
  const isWide = info.readUInt32LE(4) >= 36 && info.length >= 36
  if ((flags & 1) !== 0) {
    const volume = info.readUInt32LE(12)
    if (volume + 16 <= info.length) {
      const serial = info
        .readUInt32LE(volume + 8)
        .toString(16)
        .toUpperCase()
        .padStart(8, '0')
      draft.trace('volume', `${serial.slice(0, 4)}-${serial.slice(4)}`, 'Serial number of the disk that the target lay on.', place)
      draft.trace('volume', text(volume + info.readUInt32LE(volume + 12)), 'Label of the disk that the target lay on.', place)
    }
    const base = (isWide ? wide(info.readUInt32LE(28)) : undefined) ?? text(info.readUInt32LE(16)) ?? ''
    const rest = (isWide ? wide(info.readUInt32LE(32)) : undefined) ?? text(info.readUInt32LE(24)) ?? ''
    draft.traceOnce('path', `${base}${rest}`, 'Where the target lay on the machine that made the shortcut.', place)
  }
  const network = info.readUInt32LE(20)
  if ((flags & 2) !== 0 && network + 20 <= info.length) {
    const name = text(network + info.readUInt32LE(network + 8))
    draft.traceOnce('server', name, 'Share that the target lay on.', place)
    if (name !== undefined)
      draft.traceOnce('path', `${name}\\${text(info.readUInt32LE(24)) ?? ''}`, 'Where the target lay on a share.', place)
  }
}

function stringData(file: Buffer, from: number, flags: number, draft: Draft): number {
  let at = from
  for (const [flag, field, meaning] of STRINGS) {
    if ((flags & flag) === 0) continue
    if (at + 2 > file.length) {
      draft.cut('truncated', 'the shortcut ends before its texts do')
      return file.length
    }
    const width = (flags & IS_UNICODE) !== 0 ? 2 : 1
    const end = at + 2 + file.readUInt16LE(at) * width
    const raw = file.subarray(at + 2, end)
    const value = width === 2 ? raw.toString('utf16le') : metadataText(raw)
    const place = { kind: 'bytes', from: at, to: Math.min(end, file.length) } as const
    draft.traceOnce(field, value, meaning, place)
    if (field === 'comment') draft.passage(value, place, { role: 'comment', block: 'description' })
    at = end
  }
  return at
}

/** Blocks after the texts, until one of size 0. */
function extraData(file: Buffer, from: number, draft: Draft): void {
  let at = from
  while (at + 4 <= file.length) {
    const size = file.readUInt32LE(at)
    if (size < 4) return
    if (size >= 96 && at + 96 <= file.length && file.readUInt32LE(at + 4) === TRACKER) tracker(file.subarray(at, at + 96), at, draft)
    at += size
  }
  draft.cut('truncated', 'the shortcut has no end mark')
}

/** The block by which Windows finds moved targets: the machine's name, and two ids made from its network card and a time. */
function tracker(block: Buffer, shift: number, draft: Draft): void {
  const place = { kind: 'bytes', from: shift, to: shift + block.length } as const
  draft.trace('machine', metadataText(upToZero(block.subarray(16, 32))), 'Name of the computer that the target lay on.', place)
  for (const at of [48, 80]) {
    const id = block.subarray(at, at + 16)
    // Version 1 of RFC 4122; a multicast bit in the card's address marks an invented one.
    if (id.readUInt16LE(6) >> 12 !== 1 || ((id[10] ?? 1) & 1) !== 0) continue
    const card = [...id.subarray(10)].map((byte) => byte.toString(16).padStart(2, '0')).join(':')
    draft.traceOnce('device', `network card ${card}`, 'Address of a network card of that computer; virtual machines copy theirs.', place)
    const time = (BigInt(id.readUInt16LE(6) & 0xfff) << 48n) | (BigInt(id.readUInt16LE(4)) << 32n) | BigInt(id.readUInt32LE(0))
    const ms = Number((time - EPOCH_1582) / 10_000n)
    if (ms > 0 && ms < Date.UTC(2100))
      draft.traceOnce('created', isoInstant(ms), 'When that computer was started before the id was made, in UTC.', place)
  }
}

function upToZero(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0)
  return end < 0 ? bytes : bytes.subarray(0, end)
}
