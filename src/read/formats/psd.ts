import type { Layer, Psd } from 'ag-psd'
import { lazily } from '../../base/lazily.ts'
import { LIMITS } from '../../base/limits.ts'
import { decodeText } from '../../base/text.ts'
import { isoInstant } from '../../base/time.ts'
import { readMember, stepper } from '../containers/container.ts'
import { Draft } from '../draft.ts'
import { readPhotoshopResources, type Thumbnail } from '../pictures/photoshop-resources.ts'
import { engineNames } from '../pictures/psd-engine.ts'
import { hasWholePicture, type LayerName, layerCodePages, type PsdHeader, readLayerNames, readPsdHeader } from '../pictures/psd-layers.ts'
import type { FormatReader, ReadContext } from '../reader.ts'
import { DefaultNames } from '../tables/default-names.ts'
import { offsetOf, traceZone } from '../zone.ts'

const psdReader = lazily<typeof import('ag-psd')>('ag-psd')

/** Places of the channel count and the colour mode in the header. */
const CHANNELS_AT = 12
const MODE_AT = 24
/** Fonts that the text engine lists without anybody having chosen them. */
const ENGINE_FONTS = new Set(['AdobeInvisFont'])
/** The format began in 1990; later than 2100 no clock is right. */
const EARLIEST_MS = Date.UTC(1990)
const LATEST_MS = Date.UTC(2100)
const FONT_MEANING =
  'Font of a text layer. Fonts come with systems and programs; a font is installed on the machine that set it, or was, on an earlier one.'

/** Photoshop documents: layers and their texts, fonts, notes, linked files, XMP; pictures are never decoded. */
export const psd: FormatReader = {
  name: 'psd',
  summary: 'Photoshop document (PSD, PSB): layers, text, fonts, XMP',
  extensions: ['.psd', '.psb'],
  source: 'Adobe Photoshop File Formats Specification',
  sniff: (head) => Buffer.from(head.subarray(0, 4)).toString('latin1') === '8BPS',
  async read(bytes, context) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const header = readPsdHeader(file)
    if (!header) {
      draft.cut('truncated', `the header is cut short: ${file.length} bytes`)
      return draft.done('psd')
    }
    draft.trace(
      'dimensions',
      `${header.width}x${header.height}, ${file.readUInt16BE(22)} bits`,
      'Width and height in pixels, bits of one channel.',
    )
    const names = readLayerNames(file, header)
    traceCodePage(layerCodePages(names), draft)
    const [from, to] = header.resources ?? [0, 0]
    const small = readPhotoshopResources(file.subarray(from, to), draft, from)
    if (!hasWholePicture(file, header)) draft.cut('truncated', 'the file ends before its merged picture does')
    const document = parse(bytes, draft)
    if (document) {
      readDocument(document, draft)
      await readInside(document, small, { file, context, draft })
    } else {
      const paths = uniquePaths()
      for (const [index, { raw, unicode }] of names.entries()) {
        const name = unicode ?? decodeText(raw).text
        draft.passage(name, { kind: 'layer', path: paths(name) }, { role: 'name', block: 'names:', row: index })
      }
    }
    traceDefaults(names, file, header, draft)
    return draft.done('psd')
  },
}

/**
 * The document by ag-psd, without any pixels; a file that it refuses keeps what the own walk found. It refuses colour modes whose pixels it
 * cannot decode: since none are decoded here, it is shown RGB with three channels, and the bytes are put back afterwards.
 */
function parse(bytes: Uint8Array, draft: Draft): Psd | undefined {
  const kept = bytes.slice(CHANNELS_AT, MODE_AT + 2)
  bytes.set([0, 3], CHANNELS_AT)
  bytes.set([0, 3], MODE_AT)
  try {
    return psdReader().readPsd(bytes, {
      skipLayerImageData: true,
      skipCompositeImageData: true,
      skipThumbnail: true,
      throwForMissingFeatures: false,
      logMissingFeatures: false,
    })
  } catch (error) {
    draft.cut('damaged', `texts of the layers were not read: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  } finally {
    bytes.set(kept, CHANNELS_AT)
  }
}

function readDocument(document: Psd, draft: Draft): void {
  const paths = uniquePaths()
  const left = { layers: LIMITS.layers }
  walkLayers(document.children ?? [], '', { draft, paths, left, depth: 0 })
  for (const [index, note] of (document.annotations ?? []).entries()) {
    const at = { kind: 'paragraph', part: 'annotation', index: index + 1 } as const
    if (typeof note.data === 'string') draft.passage(note.data, at, { role: 'note', block: 'annotations', row: index })
    draft.trace('commentAuthor', note.author, 'Name of who left a note; anybody can set it.', at)
    draft.trace('created', note.date, 'Clock of the machine that left a note.', at)
    traceZone(draft, offsetOf(note.date ?? ''), 'Stated with a note', at)
  }
  const times = layerTimes(document.children ?? [], [])
  const [first, last] = [Math.min(...times), Math.max(...times)]
  if (times.length > 0)
    draft.traceOnce(
      'modified',
      isoInstant(first) === isoInstant(last) ? isoInstant(first) : `${isoInstant(first)} to ${isoInstant(last)}`,
      `When ${times.length} layers were changed last, by the clocks of the machines that did it; the program keeps it for each layer.`,
    )
  for (const { name, linkedFile } of document.linkedFiles ?? []) {
    draft.traceOnce('path', name, 'File that was placed as a smart object.')
    for (const path of [linkedFile?.originalPath, linkedFile?.fullPath, linkedFile?.relativePath])
      draft.traceOnce('path', path, 'Where a file that is linked, not inside, lay on the machine that placed it.')
  }
}

/** Times of change of layers in ms; times before the format was and far off are clocks that were never set. */
function layerTimes(layers: readonly Layer[], times: number[], depth = 0): number[] {
  for (const { timestamp, children } of layers) {
    const ms = (timestamp ?? 0) * 1000
    if (ms > EARLIEST_MS && ms < LATEST_MS && times.length < LIMITS.layers) times.push(Math.round(ms))
    if (children && depth < LIMITS.xmlDepth) layerTimes(children, times, depth + 1)
  }
  return times
}

interface Here {
  readonly file: Buffer
  readonly context: ReadContext
  readonly draft: Draft
}

/** The small picture of the whole and the files placed inside are members. */
async function readInside(document: Psd, small: readonly Thumbnail[], { file, context, draft }: Here): Promise<void> {
  const step = stepper()
  const member = async (path: string, data: Uint8Array) =>
    draft.children.push(await readMember({ step: step(Buffer.from(path)), path }, data, { context, draft }))
  for (const { from, to } of small) await member('thumbnail.jpg', file.subarray(from, to))
  for (const { name, data } of document.linkedFiles ?? []) if (data && data.length > 0) await member(name, data)
}

function traceDefaults(names: readonly LayerName[], file: Buffer, header: PsdHeader, draft: Draft): void {
  const given = new DefaultNames()
  for (const { raw, unicode } of names) given.add(unicode ?? decodeText(raw).text)
  given.trace(draft)
  const [from, to] = header.layers ?? [0, 0]
  const { fonts, styles } = engineNames(file.subarray(from, to))
  for (const font of fonts)
    if (!ENGINE_FONTS.has(font) && !draft.traces.some((trace) => trace.field === 'font' && trace.value === font))
      draft.traceOnce(
        'defaultFont',
        font,
        'Font that the text engine lists, in use or not; the program lists those of its own defaults, which differ with the language it was installed in.',
      )
  // The plain name is that of every English program.
  for (const style of styles)
    if (/[^\x20-\x7e]/.test(style))
      draft.traceOnce(
        'defaultName',
        style,
        'Name of the text engine’s own style, in the language of the program that saved a text last; the file may have been begun by somebody else.',
      )
}

interface Walk {
  readonly draft: Draft
  readonly paths: (path: string) => string
  readonly left: { layers: number }
  readonly depth: number
}

/** Layers of one group in file order (bottom first). Texts and names are numbered apart, so that neighbouring texts stay neighbours. */
function walkLayers(layers: readonly Layer[], group: string, walk: Walk): void {
  const { draft, paths, left, depth } = walk
  if (depth > LIMITS.xmlDepth) {
    draft.cut('layer-depth', `groups are nested deeper than ${LIMITS.xmlDepth}`)
    return
  }
  let texts = 0
  let names = 0
  for (const layer of layers) {
    if (left.layers-- <= 0) {
      draft.cut('layer-limit', `more than ${LIMITS.layers} layers: the rest was not read`)
      return
    }
    const name = (layer.name ?? '').normalize('NFC').trim()
    const text = layerText(layer)
    const path = paths(group === '' ? name : `${group}/${name}`)
    if (text !== '') {
      draft.passage(text, { kind: 'layer', path }, { role: 'layer', block: `texts:${group}`, row: texts++ })
      for (const font of fontsOf(layer)) traceFont(font, path, draft)
    }
    // Photoshop names a text layer after its text until somebody names it.
    if (name !== '' && !(text !== '' && sameWords(text).startsWith(sameWords(name)))) {
      const at = { kind: 'layer', path: text === '' ? path : `${path}#name` } as const
      draft.passage(name, at, { role: 'name', block: `names:${group}`, row: names++ })
    }
    if (layer.children) walkLayers(layer.children, path, { ...walk, depth: depth + 1 })
  }
}

function layerText(layer: Layer): string {
  return (layer.text?.text ?? '').replace(/\r\n?/g, '\n').replaceAll('\x03', '\n').normalize('NFC').trim()
}

function sameWords(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Fonts that the runs of a layer are set in; fonts that the engine merely lists are left out. */
function fontsOf(layer: Layer): Set<string> {
  const runs = layer.text?.styleRuns ?? []
  const fonts = [layer.text?.style?.font?.name, ...runs.map(({ style }) => style?.font?.name)]
  return new Set(fonts.filter((font) => font !== undefined && font !== '' && !ENGINE_FONTS.has(font)) as string[])
}

function traceFont(font: string, path: string, draft: Draft): void {
  if (!draft.traces.some((trace) => trace.field === 'font' && trace.value === font))
    draft.trace('font', font, FONT_MEANING, { kind: 'layer', path })
}

function traceCodePage(pages: readonly string[], draft: Draft): void {
  if (pages.length === 0 || pages.length > 2) return
  const meaning = pages.includes('utf-8')
    ? 'Byte names of layers are UTF-8, which Photoshop does not write: another program saved it.'
    : 'Code page of the system that saved the layer names beside their Unicode form. A setting of the machine that saved last, not a person or place.'
  draft.trace('codePage', pages.join(' or '), meaning)
}

/** Gives each path once: the nth repetition, from the second, gets `#n`. */
function uniquePaths(): (path: string) => string {
  const seen = new Map<string, number>()
  const given = new Set<string>()
  return (path) => {
    let count = (seen.get(path) ?? 0) + 1
    let unique = count > 1 ? `${path}#${count}` : path
    // A layer may itself be called `a#2`.
    while (given.has(unique)) unique = `${path}#${++count}`
    seen.set(path, count)
    given.add(unique)
    return unique
  }
}
