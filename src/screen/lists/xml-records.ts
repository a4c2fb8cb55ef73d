import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { LIMITS } from '../../base/limits.ts'
import type { Warning } from '../../model/index.ts'

/** An element of a record; names without their prefixes. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlNode[]
  text: string
}

/** How reading a file of records ended. */
interface XmlOutcome {
  /** The root element without its children; absent when there is none. */
  readonly root: XmlNode | undefined
  /** Whether the root element closes. */
  readonly isWhole: boolean
}

const CHUNK_BYTES = 64 * 1024

/**
 * Gives each element that `isRecord` chooses to `take`, one after the other, so that a file of any length needs the memory of one record. A record inside a record stays part of the outer one.
 * A document type is refused, entities other than the five of XML end the reading, nothing is fetched. Never throws: what stops the reading is a warning.
 */
function readXmlRecords(
  file: string,
  bytes: Uint8Array,
  isRecord: (name: string) => boolean,
  take: (record: XmlNode) => void,
  warnings: Warning[],
): XmlOutcome {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const open: XmlNode[] = []
  let root: XmlNode | undefined
  let isWhole = false
  let depth = 0
  let nodes = 0
  let outsized = 0
  let failure: string | undefined
  parser.on('error', (error) => {
    failure ??= error.message
  })
  parser.on('doctype', () => {
    failure ??= 'a document type, which no official list has: refused'
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (failure !== undefined) return
    if (++depth > LIMITS.xmlDepth) failure = `deeper than ${LIMITS.xmlDepth} elements`
    const node: XmlNode = { name: localName(name), attributes, children: [], text: '' }
    if (!root) root = node
    const parent = open.at(-1)
    if (parent) {
      if (++nodes <= LIMITS.listRecordNodes) parent.children.push(node)
      open.push(node)
    } else if (depth > 1 && isRecord(node.name)) {
      nodes = 0
      open.push(node)
    }
  })
  parser.on('text', (text) => put(open.at(-1), text))
  parser.on('cdata', (text) => put(open.at(-1), text))
  parser.on('closetag', () => {
    if (failure !== undefined) return
    depth--
    if (depth === 0) isWhole = true
    const node = open.pop()
    if (!node || open.length > 0) return
    if (nodes > LIMITS.listRecordNodes) outsized++
    else take(node)
  })
  for (const text of decoded(bytes.subarray(0, LIMITS.listBytes))) {
    parser.write(text)
    if (failure !== undefined) break
  }
  if (failure === undefined) parser.close()
  if (failure !== undefined) warnings.push({ code: 'list-broken', message: `${file}: ${failure}; what came before is read` })
  else if (!isWhole) warnings.push({ code: 'list-broken', message: `${file}: the file ends before its last element closes` })
  if (outsized > 0)
    warnings.push({ code: 'list-limit', message: `${file}: ${outsized} records of more than ${LIMITS.listRecordNodes} elements; not used` })
  return { root, isWhole: isWhole && failure === undefined }
}

/** Reads the records of each file of a list with {@link readXmlRecords}; `after` is told of each root element, in order. Whether every root element closes. */
export function eachXmlRecord(
  files: ReadonlyMap<string, Uint8Array>,
  isRecord: (name: string) => boolean,
  take: (record: XmlNode) => void,
  warnings: Warning[],
  after: (root: XmlNode | undefined, file: string) => void = () => undefined,
): boolean {
  let isWhole = true
  for (const [file, bytes] of files) {
    const outcome = readXmlRecords(file, bytes, isRecord, take, warnings)
    after(outcome.root, file)
    isWhole &&= outcome.isWhole
  }
  return isWhole
}

/** The text of the first descendant of a name, trimmed; empty when there is none. */
export function textAt(node: XmlNode, ...path: readonly string[]): string {
  let at: XmlNode | undefined = node
  for (const name of path) at = at?.children.find((child) => child.name === name)
  return at?.text.trim() ?? ''
}

/** All descendants of a name, in document order. */
export function allOf(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => (child.name === name ? [child] : allOf(child, name)))
}

/** Texts of all descendants of a name that have any. */
export function textsOf(node: XmlNode, name: string): string[] {
  return allOf(node, name)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
}

function put(node: XmlNode | undefined, text: string): void {
  if (node && node.text.length < LIMITS.passageChars) node.text += text
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** The text of the bytes, piece by piece, in the encoding that the byte order mark or the declaration names; UTF-8 otherwise. */
function* decoded(bytes: Uint8Array): Generator<string> {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const stated = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,20})["']/.exec(head)?.[1] ?? 'utf-8'
  const marked = head.startsWith('\u00ff\u00fe') ? 'utf-16le' : head.startsWith('\u00fe\u00ff') ? 'utf-16be' : stated
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(marked)
  } catch {
    decoder = new TextDecoder('utf-8')
  }
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true })
  yield decoder.decode()
}
