import type { Layer, Psd } from 'ag-psd'
import { lazily } from '../../base/lazily.ts'
import { LIMITS } from '../../base/limits.ts'
import { decodeText } from '../../base/text.ts'
import { Draft } from '../draft.ts'
import { hasWholePicture, layerCodePages, type PsdHeader, readLayerNames, readPsdHeader } from '../pictures/psd-layers.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'
import { offsetOf, traceZone } from '../zone.ts'

const psdReader = lazily<typeof import('ag-psd')>('ag-psd')

/** Places of the channel count and the colour mode in the header. */
const CHANNELS_AT = 12
const MODE_AT = 24
/** The image resource that holds the XMP packet. */
const XMP_RESOURCE = 1060
/** Fonts that the text engine lists without anybody having chosen them. */
const ENGINE_FONTS = new Set(['AdobeInvisFont'])
const FONT_MEANING =
  'Font of a text layer. Fonts come with systems and programs; a font is installed on the machine that set it, or was, on an earlier one.'

/** Photoshop documents: layers and their texts, fonts, notes, linked files, XMP; pictures are never decoded. */
export const psd: FormatReader = {
  name: 'psd',
  summary: 'Photoshop document (PSD, PSB): layers, text, fonts, XMP',
  extensions: ['.psd', '.psb'],
  source: 'Adobe Photoshop File Formats Specification',
  sniff: (head) => Buffer.from(head.subarray(0, 4)).toString('latin1') === '8BPS',
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const header = readPsdHeader(file)
    if (!header) {
      draft.cut('truncated', `the header is cut short: ${file.length} bytes`)
      return draft.done('psd')
    }
    draft.trace('dimensions', `${header.width}x${header.height}`, 'Width and height in pixels.')
    const names = readLayerNames(file, header)
    traceCodePage(layerCodePages(names), draft)
    readResources(file, header, draft)
    if (!hasWholePicture(file, header)) draft.cut('truncated', 'the file ends before its merged picture does')
    const document = parse(bytes, draft)
    if (document) readDocument(document, draft)
    else {
      const paths = uniquePaths()
      for (const [index, { raw, unicode }] of names.entries()) {
        const name = unicode ?? decodeText(raw).text
        draft.passage(name, { kind: 'layer', path: paths(name) }, { role: 'name', block: 'names:', row: index })
      }
    }
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
      skipLinkedFilesData: true,
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
  for (const { name } of document.linkedFiles ?? []) draft.trace('path', name, 'File that was placed as a smart object.')
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

/** Walks the image resources for XMP; the rest is ag-psd's. */
function readResources(file: Buffer, header: PsdHeader, draft: Draft): void {
  const [from, to] = header.resources ?? [0, 0]
  for (let at = from; at + 12 <= to && file.toString('latin1', at, at + 2) === '8B'; ) {
    const nameBytes = 1 + (file[at + 6] ?? 0)
    const sizeAt = at + 6 + nameBytes + (nameBytes % 2)
    if (sizeAt + 4 > to) return
    const size = file.readUInt32BE(sizeAt)
    const end = sizeAt + 4 + size
    if (file.readUInt16BE(at + 4) === XMP_RESOURCE && end <= to)
      readXmp(file.subarray(sizeAt + 4, end), draft, { kind: 'bytes', from: sizeAt + 4, to: end })
    at = end + (size % 2)
  }
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
