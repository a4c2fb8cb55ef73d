import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'

/** Kinds of data blocks whose names people give, and what they are. */
const NAMED: Readonly<Record<string, string>> = {
  SC: 'scenes', OB: 'objects', MA: 'materials', IM: 'images', LI: 'libraries', SO: 'sounds', GR: 'collections', AC: 'actions', TX: 'texts', MC: 'clips', GD: 'strokes', VF: 'fonts',
} // biome-ignore format: a table read as lines
/** Kinds that hold the path of a file outside. */
const LINKED = new Set(['IM', 'LI', 'SO', 'MC', 'VF'])
/** Names that Blender gives by itself, in English or the language of its user interface. */
const DEFAULT_NAME =
  /^(Scene|World|Camera|Cube|Lamp|Light|Material|Plane|Sphere|Cylinder|Armature|Empty|Curve|Text|Collection|Render Result|Viewer Node|Bfont|场景|摄像机|立方体|灯光|材质)([. ]?\d+)?$/
/** Folders of those who made Blender's default file: they are in files of everybody. */
const STALE = /^(\/Users\/ton\/|\/usr\/home\/intrr\/|\/home\/intrr\/|<startup\.blend>|<memory)/

/** Blender files: where the file was saved last, build, paths of pictures and libraries, names. Compressed ones are read through gzip or Zstandard. */
export const blend: FormatReader = {
  name: 'blend',
  summary: 'Blender file: its own last path, build, paths of pictures and libraries, names',
  extensions: ['.blend', '.blend1'],
  source: 'Blender source, source/blender/blenloader; doc/blender_file_format',
  sniff: (head) => /^BLENDER([-_][vV]\d{3}|\d{2}-)/.test(Buffer.from(head.subarray(0, 12)).toString('latin1')),
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const header = /^BLENDER([-_])([vV])(\d)(\d\d)/.exec(file.toString('latin1', 0, 12))
    if (!header) {
      draft.cut('unknown-version', 'the header is that of Blender 5 or later, whose blocks are not read')
      return draft.done('blend')
    }
    draft.trace('application', `Blender ${header[3]}.${header[4]}`, 'Version of Blender that saved it.')
    const isWhole = walk(file, { pointer: header[1] === '-' ? 8 : 4, isLittle: header[2] === 'v' }, draft)
    if (!isWhole) draft.cut('truncated', 'the file ends before its last block')
    return draft.done('blend')
  },
}

interface Machine {
  readonly pointer: number
  readonly isLittle: boolean
}

/** Blocks: code, size, old address, kind and count, then the data. True when the end block was met. */
function walk(file: Buffer, { pointer, isLittle }: Machine, draft: Draft): boolean {
  const head = 16 + pointer
  let count = 0
  for (let at = 12; at + 4 <= file.length; ) {
    const code = file.toString('latin1', at, at + 4)
    if (code === 'ENDB') return true
    if (at + head > file.length) return false
    if (++count > LIMITS.mediaParts) {
      draft.cut('part-limit', `more than ${LIMITS.mediaParts} blocks: the rest was not read`)
      return true
    }
    const size = isLittle ? file.readUInt32LE(at + 4) : file.readUInt32BE(at + 4)
    const from = at + head
    if (from + size > file.length) return false
    block(code.replace(/\0+$/, ''), file.subarray(from, from + size), from, draft)
    at = from + size
  }
  return false
}

function block(code: string, data: Buffer, from: number, draft: Draft): void {
  if (code === 'GLOB') saved(data, from, draft)
  const kind = NAMED[code]
  if (kind === undefined) return
  // The name of a block begins with its code and stands after two to four pointers and what versions put between.
  const nameAt = data.subarray(0, 120).indexOf(code)
  if (nameAt < 8) return
  const name = stringAt(data, nameAt + 2)
  const place = { kind: 'bytes', from: from + nameAt + 2, to: from + nameAt + 2 + Buffer.byteLength(name) } as const
  if (!DEFAULT_NAME.test(name)) draft.passage(name, place, { role: 'name', block: kind, row: from })
  if (!LINKED.has(code)) return
  for (const { text, at } of strings(data, nameAt + 2 + name.length)) {
    if (!/^([A-Za-z]:[\\/]|\/(?!\/)|\\\\)[^\0]{3,}/.test(text) || STALE.test(text)) continue
    const here = { kind: 'bytes', from: from + at, to: from + at + Buffer.byteLength(text) } as const
    draft.traceOnce(
      'path',
      text,
      'Where a picture, sound or library lay on the machine that linked it; files of others keep their paths.',
      here,
    )
  }
}

/** The file's own path and the build that saved it. */
function saved(data: Buffer, from: number, draft: Draft): void {
  for (const { text, at } of strings(data, 0)) {
    const place = { kind: 'bytes', from: from + at, to: from + at + Buffer.byteLength(text) } as const
    if (/^[0-9a-f]{7,16}$/.test(text)) draft.traceOnce('applicationVersion', `build ${text}`, 'Build of Blender that saved it.', place)
    else if (/[\\/]/.test(text) && !STALE.test(text))
      draft.traceOnce(
        'path',
        text,
        'Where the file itself was saved last; a copy that is handed on keeps it until it is saved again.',
        place,
      )
  }
}

function stringAt(data: Buffer, at: number): string {
  const end = data.indexOf(0, at)
  return data.toString('utf8', at, end < 0 || end - at > 256 ? Math.min(data.length, at + 256) : end)
}

/** Runs of at least 4 bytes without control characters, ended by a zero byte. */
function* strings(data: Buffer, start: number): Generator<{ text: string; at: number }> {
  for (let at = start; at < data.length; ) {
    const end = data.indexOf(0, at)
    if (end < 0) return
    const text = data.toString('utf8', at, Math.min(end, at + 1024))
    if (end - at >= 4 && !/[\p{Cc}\ufffd]/u.test(text)) yield { text, at }
    at = end + 1
  }
}
