import { LIMITS } from '../../base/limits.ts'
import { utf16be } from '../../base/text.ts'
import { EPOCH_1904_MS, isoInstant } from '../../base/time.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'

/** Blocks are counted from after the first four bytes. */
const SHIFT = 4
/** Sizes of records of fixed length, by kind. */
const FIXED: Readonly<Record<string, number>> = { long: 4, shor: 4, bool: 1, type: 4, comp: 8, dutc: 8 }

interface Walk {
  readonly file: Buffer
  readonly blocks: readonly number[]
  readonly draft: Draft
  readonly names: Set<string>
  left: number
}

/** Folder settings of macOS (.DS_Store): names of files that lay in the folder and may be gone, remarks, where things in the bin came from. */
export const dsstore: FormatReader = {
  name: 'dsstore',
  summary: 'Folder settings of macOS (.DS_Store): names of files, remarks, times',
  extensions: ['.ds_store'],
  source: 'W. Strömberg, DS_Store format (2008); M. Lehmann, Mac::Finder::DSStore',
  sniff: (head) => Buffer.from(head.subarray(0, 8)).toString('latin1') === '\0\0\0\x01Bud1',
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const root = file.length < 20 ? 0 : SHIFT + file.readUInt32BE(8)
    const count = root + 8 > file.length || root === 0 ? 0 : file.readUInt32BE(root)
    const blocks: number[] = []
    for (let i = 0; i < Math.min(count, LIMITS.mediaParts) && root + 12 + i * 4 <= file.length; i++)
      blocks.push(file.readUInt32BE(root + 8 + i * 4))
    const walk: Walk = { file, blocks, draft, names: new Set(), left: LIMITS.mediaParts }
    const table = file.indexOf('DSDB', root, 'latin1')
    const header = table < 0 || table + 8 > file.length ? undefined : block(walk, file.readUInt32BE(table + 4))
    if (!header || header.length < 4 || !node(walk, header.readUInt32BE(0), 0))
      draft.cut('damaged', 'the tree of names is cut short or damaged')
    return draft.done('dsstore')
  },
}

/** A block's bytes: its address holds the place and, in the last five bits, the size as a power of two. */
function block({ file, blocks }: Walk, index: number): Buffer | undefined {
  const address = blocks[index]
  if (address === undefined) return undefined
  const from = SHIFT + (address & ~31)
  const to = from + 2 ** (address & 31)
  return from >= file.length || to > file.length + SHIFT ? undefined : file.subarray(from, to)
}

/** A node of the tree: records, with a child before each in inner nodes. False when anything is missing. */
function node(walk: Walk, index: number, depth: number): boolean {
  const data = block(walk, index)
  if (!data || data.length < 8 || depth > LIMITS.mediaDepth) return false
  const right = data.readUInt32BE(0)
  const count = data.readUInt32BE(4)
  let at = 8
  for (let i = 0; i < count; i++) {
    if (walk.left-- <= 0) return false
    if (right !== 0) {
      if (at + 4 > data.length || !node(walk, data.readUInt32BE(at), depth + 1)) return false
      at += 4
    }
    const next = record(walk, data, at)
    if (next === undefined) return false
    at = next
  }
  return right === 0 || node(walk, right, depth + 1)
}

function record({ draft, names }: Walk, data: Buffer, from: number): number | undefined {
  if (from + 4 > data.length) return undefined
  const nameEnd = from + 4 + data.readUInt32BE(from) * 2
  if (nameEnd + 8 > data.length) return undefined
  const name = utf16be(data.subarray(from + 4, nameEnd))
  const key = data.toString('latin1', nameEnd, nameEnd + 4)
  const kind = data.toString('latin1', nameEnd + 4, nameEnd + 8)
  const at = nameEnd + 8
  const counted = kind === 'blob' || kind === 'ustr'
  if (counted && at + 4 > data.length) return undefined
  const size = counted ? 4 + data.readUInt32BE(at) * (kind === 'ustr' ? 2 : 1) : FIXED[kind]
  if (size === undefined || at + size > data.length) return undefined
  if (name !== '.' && !names.has(name)) {
    names.add(name)
    const place = { kind: 'paragraph', part: 'names', index: names.size } as const
    draft.passage(name, place, { role: 'name', block: 'names', row: names.size })
    draft.traceOnce('missingFile', name, 'A file or folder that lay there when macOS last showed the folder; it may be gone.', place)
  }
  if (kind === 'ustr') text(key, name, utf16be(data.subarray(at + 4, at + size)), draft)
  else if (kind === 'dutc') time(name, Number(data.readBigUInt64BE(at)) / 65_536, draft)
  return at + size
}

function text(key: string, name: string, value: string, draft: Draft): void {
  if (key === 'cmmt')
    draft.passage(value, { kind: 'paragraph', part: `comment of ${name}`, index: 1 }, { role: 'comment', block: 'comments' })
  else if (key === 'ptbL') draft.traceOnce('path', value, `Folder that ${name.slice(0, 80)} lay in before it was put into the bin.`)
  else if (key === 'ptbN') draft.traceOnce('missingFile', value, 'Name of a file before it was put into the bin.')
}

/** Times in 1/65536 s from 1904, UTC. */
function time(name: string, seconds: number, draft: Draft): void {
  const ms = seconds * 1000 - EPOCH_1904_MS
  if (ms > 0 && ms < Date.UTC(2100))
    draft.traceOnce('modified', isoInstant(Math.round(ms)), `When something in ${name.slice(0, 80)} was changed, in UTC.`)
}
