import { LIMITS } from '../../base/limits.ts'
import { isRecord, parseJson } from '../animation/json.ts'
import { type Chunk, walkRifx } from '../animation/rifx.ts'
import { cosStrings } from '../animation/text-engine.ts'
import { Draft } from '../draft.ts'
import { readXmpPackets } from '../pictures/xmp-packets.ts'
import type { FormatReader } from '../reader.ts'

/** Bits a channel by their number in the project header. */
const DEPTHS = [8, 16, 32]
const ITEM_KINDS: Readonly<Record<number, string>> = { 1: 'folder', 4: 'composition', 7: 'footage' }
/** Fonts that the text engine lists without anybody having chosen them. */
const ENGINE_FONTS = new Set(['AdobeInvisFont', 'Myriad-Roman', 'MyriadPro-Regular'])
/** Lists that hold the text engine's own language instead of chunks. */
const OPAQUE = new Set(['btdk'])
/** Names that the program gives to its views and to what has no name of its own. */
const VIEWS = new Set(['SLay', 'CLay', 'DLay'])

/** After Effects projects: items, layers, texts, fonts, where footage lies and on which computer, XMP behind the project. */
export const aep: FormatReader = {
  name: 'aep',
  summary: 'After Effects project: items, layers, texts, paths and computers of footage, XMP history',
  extensions: ['.aep', '.aet'],
  source: 'RIFX chunks as read by the open readers of the format; Adobe publishes none',
  sniff: (head) => /^RIFX[\s\S]{4}Egg!/.test(Buffer.from(head.subarray(0, 12)).toString('latin1')),
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const item: Item = { kind: '', names: 0 }
    const { end, isWhole } = walkRifx(file, (chunk) => visit(file, chunk, item, draft), OPAQUE, draft)
    if (!isWhole)
      draft.cut('truncated', `the project is cut short: it states ${8 + file.readUInt32BE(4)} bytes and ${file.length} are there`)
    if (end < file.length) readXmpPackets(file.subarray(end), draft, end)
    return draft.done('aep')
  },
}

/** The item that the walk is in. */
interface Item {
  kind: string
  names: number
}

function visit(file: Buffer, chunk: Chunk, item: Item, draft: Draft): void {
  const data = file.subarray(chunk.from, chunk.to)
  if (chunk.id === 'Utf8') text(data.toString('utf8'), chunk, item, draft)
  else if (chunk.id === 'idta' && data.length >= 2) item.kind = ITEM_KINDS[data.readUInt16BE(0)] ?? 'item'
  else if (chunk.id === 'cdta' && data.length >= 160) composition(data, chunk, draft)
  else if (chunk.id === 'nhed' && data.length >= 16) {
    const bits = DEPTHS[data[15] ?? 255]
    if (bits !== undefined) draft.traceOnce('custom', `bits per channel: ${bits}`, 'Setting of the project.')
  } else if (chunk.id === 'opti') source(data, chunk, draft)
  else if (chunk.id === 'alas') alias(data, chunk, draft)
  else if (chunk.id === 'LIST' && chunk.path.at(-1) === 'btdk') engine(data, chunk, draft)
}

function text(value: string, chunk: Chunk, item: Item, draft: Draft): void {
  const at = { kind: 'bytes', from: chunk.from, to: chunk.to } as const
  const list = chunk.path.at(-1) ?? ''
  if (list === 'ExEn')
    draft.traceOnce('custom', `expression engine: ${value}`, 'Setting of the project; older versions know one engine only.')
  else if (list === 'sfnm')
    draft.traceOnce(
      'defaultName',
      value,
      'Name that the program gave to its folder of solids, in the language of its user interface; anybody can rename it.',
      at,
    )
  else if (list === 'Item') draft.passage(value, at, { role: 'name', block: `items:${item.kind}`, row: item.names++ })
  else if (list === 'Layr') draft.passage(value, at, { role: 'name', block: 'layers', row: item.names++ })
  else if (/^(cmta|CpCm|Cmnt)$/.test(list)) draft.passage(value, at, { role: 'note', block: 'comments', row: item.names++ })
  else if (list === 'tdbs' && !chunk.path.some((kind) => VIEWS.has(kind)))
    // Expressions; people comment them.
    for (const comment of value.matchAll(/\/\/([^\r\n]+)/g)) {
      const from = chunk.from + Buffer.byteLength(value.slice(0, comment.index))
      draft.passage(
        comment[1] ?? '',
        { kind: 'bytes', from, to: from + Buffer.byteLength(comment[0]) },
        { role: 'note', block: 'expressions', row: item.names++ },
      )
    }
}

/** Size, pictures a second and length, each as a ratio or with a fraction of 65,536. */
function composition(data: Buffer, chunk: Chunk, draft: Draft): void {
  const at = { kind: 'bytes', from: chunk.from, to: chunk.to } as const
  const [width, height] = [data.readUInt16BE(140), data.readUInt16BE(142)]
  const rate = data.readUInt16BE(156) + data.readUInt16BE(158) / 65_536
  const seconds = data.readUInt32BE(44) / data.readUInt32BE(48)
  if (width > 0 && height > 0) draft.trace('dimensions', `${width}x${height}`, 'Width and height of a composition in pixels.', at)
  if (rate > 0) draft.traceOnce('frameRate', `${Number(rate.toFixed(3))}`, 'Pictures a second of a composition.', at)
  if (Number.isFinite(seconds) && seconds > 0) draft.trace('duration', `${Number(seconds.toFixed(3))} s`, 'Length of a composition.', at)
}

/** The name of a solid or a placeholder stands at a fixed place, ended by a zero byte. */
function source(data: Buffer, chunk: Chunk, draft: Draft): void {
  const start = data.toString('latin1', 0, 4) === 'Soli' ? 26 : 10
  const end = data.indexOf(0, start)
  const name = data.toString('utf8', start, end < 0 ? data.length : end)
  draft.passage(
    name,
    { kind: 'bytes', from: chunk.from + start, to: chunk.from + start + Buffer.byteLength(name) },
    { role: 'name', block: 'sources' },
  )
}

/** Where footage lies, as JSON. */
function alias(data: Buffer, chunk: Chunk, draft: Draft): void {
  const at = { kind: 'bytes', from: chunk.from, to: chunk.to } as const
  const stated = parseJson(data.toString('utf8').replace(/\0+$/, ''))
  if (!isRecord(stated)) return
  const one = (key: string) => (typeof stated[key] === 'string' ? stated[key] : undefined)
  draft.traceOnce(
    'path',
    one('fullpath') ?? one('ascendcount_base'),
    'Where footage lay on the machine that saved the project; footage received from others keeps its path too.',
    at,
  )
  draft.traceOnce('platform', one('platform'), 'System that the path is written for.', at)
  draft.traceOnce('machine', one('server_name'), 'Name of the computer or server that held the footage; such names repeat.', at)
  draft.traceOnce('volume', one('server_volume_name'), 'Share or disk that held the footage; such names repeat.', at)
}

/** Text layers: what they say and the fonts that their engine lists. */
function engine(data: Buffer, chunk: Chunk, draft: Draft): void {
  const strings = cosStrings(data, LIMITS.mediaParts)
  for (const { value, before, from, to } of strings) {
    const at = { kind: 'bytes', from: chunk.from + from, to: chunk.from + to } as const
    if (/\/CoolTypeFont\s*\/0\s*<<\s*\/0\s*$/.test(before)) {
      const isDefault = ENGINE_FONTS.has(value)
      const meaning = isDefault
        ? 'Font that the text engine lists in every project.'
        : 'Font that the text engine of a layer lists; fonts come with systems and programs.'
      draft.traceOnce(isDefault ? 'defaultFont' : 'font', value, meaning, at)
    } else if (/\r$/.test(value)) draft.passage(value.replaceAll('\r', '\n'), at, { role: 'layer', block: 'texts' })
  }
}
