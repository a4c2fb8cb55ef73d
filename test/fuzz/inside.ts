import { deflateRawSync, deflateSync, type InputType, inflateRawSync, inflateSync } from 'node:zlib'
import { gunzipSync, gzipSync, unzipSync, type Zippable, zipSync } from 'fflate'
import { type Changed, type Dice, mutate } from './mutate.ts'

/** A file whose unpacked content can be changed: each member unpacked, and the file with one member in another state. */
interface Opened {
  readonly members: readonly Uint8Array[]
  readonly repack: (member: number, bytes: Uint8Array) => Uint8Array
}

/** Members above this size are left as they are: packing them again would cost more than it finds. */
const MEMBER_BYTES = 4 * 1024 * 1024
/** One time for all packed members, in local parts as fflate writes them, so that a seed gives the same bytes in every zone. */
const PACKED_AT = new Date(2024, 0, 15)
/** Mini sectors of compound files: streams start at multiples. */
const OLE_STEP = 64
const TRIES = 40

/** The parts of a container unpacked, or undefined when it is none that can be packed again. */
export function openContainer(format: string, bytes: Uint8Array): Opened | undefined {
  try {
    const opened = openAs(format, bytes)
    return opened && opened.members.length > 0 ? opened : undefined
  } catch {
    return undefined
  }
}

/** Changes one member of a container and packs it again; undefined when the change cannot be packed. */
export function mutateInside(opened: Opened, dice: Dice, other: Uint8Array): Changed | undefined {
  const member = dice.below(opened.members.length)
  const { bytes, how } = mutate(opened.members[member] ?? new Uint8Array(), dice, other)
  try {
    return { bytes: opened.repack(member, bytes), how: how.map((name) => `${name} in member ${member}`) }
  } catch {
    return undefined
  }
}

function openAs(format: string, bytes: Uint8Array): Opened | undefined {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return openZip(bytes)
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return { members: [gunzipSync(bytes)], repack: (_, member) => gzipSync(member, { mtime: PACKED_AT }) }
  if (format === 'hwp')
    return openRuns(bytes, { isStart: (at) => at % OLE_STEP === 0, inflate: inflateRawSync, deflate: (raw) => deflateRawSync(raw) })
  if (format === 'pdf') {
    const text = Buffer.from(bytes).toString('latin1')
    const isStart = (at: number) => /stream\r?\n$/.test(text.slice(Math.max(0, at - 8), at))
    return openRuns(bytes, { isStart, inflate: inflateSync, deflate: (raw) => deflateSync(raw) })
  }
  return undefined
}

/** A ZIP by fflate; members that it cannot unpack (protected, other methods) are left out. */
function openZip(bytes: Uint8Array): Opened {
  const members = Object.entries(
    unzipSync(bytes, { filter: ({ compression, originalSize }) => [0, 8].includes(compression) && originalSize < MEMBER_BYTES }),
  ).filter(([, data]) => data.length > 0)
  return {
    members: members.map(([, data]) => data),
    repack(member, changed) {
      // A stored member "mimetype" in front is how several formats are told.
      const packed: [string, Zippable[string]][] = members.map(([name, data], index) => [
        name,
        [index === member ? changed : data, { level: name === 'mimetype' ? 0 : 6 }],
      ])
      return zipSync(Object.fromEntries(packed), { mtime: PACKED_AT })
    },
  }
}

interface Packing {
  readonly isStart: (at: number) => boolean
  readonly inflate: (bytes: InputType, options: { readonly info: true; readonly maxOutputLength: number }) => unknown
  readonly deflate: (bytes: Uint8Array) => Uint8Array
}

/** Deflated runs that lie in a file and are changed in place, since lengths and offsets around them are not written anew. */
function openRuns(bytes: Uint8Array, { isStart, inflate, deflate }: Packing): Opened {
  const runs: { at: number; room: number; data: Uint8Array }[] = []
  for (let at = 0; at < bytes.length; at++) {
    if (!isStart(at)) continue
    try {
      const { buffer, engine } = inflate(bytes.subarray(at), { info: true, maxOutputLength: MEMBER_BYTES }) as {
        buffer: Buffer
        engine: { bytesWritten: number }
      }
      if (buffer.length > 0) runs.push({ at, room: engine.bytesWritten, data: new Uint8Array(buffer) })
    } catch {
      // No run starts here.
    }
  }
  return {
    members: runs.map(({ data }) => data),
    repack(member, changed) {
      const { at, room } = runs[member] ?? { at: 0, room: 0 }
      let fitting = changed
      let packed = deflate(fitting)
      for (let n = 0; n < TRIES && packed.length > room; n++) {
        fitting = fitting.subarray(0, Math.floor(fitting.length * 0.9))
        packed = deflate(fitting)
      }
      const result = bytes.slice()
      result.set(packed.subarray(0, room), at)
      return result
    },
  }
}
