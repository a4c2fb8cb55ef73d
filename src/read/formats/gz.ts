import { childStep } from '../../base/child-step.ts'
import { LIMITS } from '../../base/limits.ts'
import { printable } from '../../base/printable.ts'
import { decodeText } from '../../base/text.ts'
import { isoInstant } from '../../base/time.ts'
import { traceMembers } from '../containers/census.ts'
import { readMember, refuse } from '../containers/container.ts'
import { inflate } from '../containers/inflate.ts'
import { innerName } from '../containers/stream.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'

/** RFC 1952, 2.3.1: the system on which compression took place. */
const SYSTEMS: Readonly<Record<number, string>> = {
  0: 'FAT (DOS, Windows)',
  3: 'Unix',
  7: 'Macintosh',
  10: 'Windows NTFS',
  11: 'Windows NTFS',
}
const HAS_EXTRA = 4
const HAS_NAME = 8

/** A file packed by gzip: the file inside, with name, time and system that the packer left. */
export const gz: FormatReader = {
  name: 'gz',
  summary: 'gzip: the file inside, its stated name, time and system',
  extensions: ['.gz', '.tgz', '.svgz', '.sifz'],
  source: 'RFC 1952',
  sniff: (head) => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8,
  async read(bytes, context) {
    const draft = new Draft()
    const header = headerOf(bytes)
    if (!header) {
      draft.cut('truncated', 'the header is cut short')
      return draft.done('gz')
    }
    if (header.modifiedS > 0)
      draft.trace('modified', isoInstant(header.modifiedS * 1000), 'Time of the packed file as the packing machine stated it, in UTC.')
    draft.trace('madeBy', SYSTEMS[header.system], 'System that the packer stated; libraries state what they like.')
    const raw = header.rawName ?? Buffer.from(unpackedName(context.name))
    const path = header.rawName ? decodeText(header.rawName).text : unpackedName(context.name)
    if (header.rawName) draft.trace('path', printable(path), 'Name of the file when it was packed.')
    const child = {
      step: childStep(raw),
      path,
      ...(header.modifiedS > 0 ? { modifiedMs: header.modifiedS * 1000, modifiedZone: 'utc' as const } : {}),
    }
    const { budget } = context
    const dense = Math.max(LIMITS.ratioFloorBytes, bytes.length * LIMITS.archiveRatio)
    const inflated = inflate('gzip', bytes, Math.min(LIMITS.memberBytes, budget.bytes, dense))
    if (inflated.data === undefined) {
      const reason =
        inflated.outcome === 'damaged' ? 'damaged: it cannot be inflated' : 'member-limit: it inflates beyond the bounds of size or ratio'
      draft.children.push(refuse(child, bytes, reason, path, draft))
    } else {
      const flaw =
        inflated.outcome === 'truncated'
          ? { code: 'truncated', message: `only its first ${inflated.data.length} bytes are there` }
          : undefined
      draft.children.push(await readMember(child, inflated.data, { context, draft, flaw }))
    }
    traceMembers(draft)
    return draft.done('gz')
  },
}

interface Header {
  readonly modifiedS: number
  readonly system: number
  readonly rawName?: Uint8Array
}

function headerOf(bytes: Uint8Array): Header | undefined {
  if (bytes.length < 18) return undefined
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const flags = file[3] ?? 0
  let at = 10
  if ((flags & HAS_EXTRA) !== 0) at += 2 + file.readUInt16LE(at)
  const base = { modifiedS: file.readUInt32LE(4), system: file[9] ?? 255 }
  if ((flags & HAS_NAME) === 0) return base
  const end = file.indexOf(0, at)
  return end > at && end - at <= 4096 ? { ...base, rawName: file.subarray(at, end) } : base
}

/** The name without what gzip added. */
function unpackedName(name: string): string {
  const plain = /\.(svg|sif)z$/i.test(name) ? name.replace(/z$/i, '.gz') : name
  return innerName(plain, ['.tgz'], ['.gz'])
}
