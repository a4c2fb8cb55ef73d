import { childStep } from '../../base/child-step.ts'
import type { TraceName } from '../../model/index.ts'
import { readMember } from '../containers/container.ts'
import { Draft } from '../draft.ts'
import { walkXml } from '../office/ooxml.ts'
import { type PropertyValue, readBinaryList, stringsOfList } from '../places/property-list.ts'
import type { FormatReader } from '../reader.ts'
import { headText, isPlain } from '../text/plain.ts'

/** Keys of lists that programs of macOS write, and what they become. */
const KEYS: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  WebResourceURL: ['savedFrom', 'Address that the page or a part of it was saved from.'],
  NSHumanReadableCopyright: ['copyright', 'Copyright line as stated.'],
  CFBundleIdentifier: ['application', 'Program that it belongs to.'],
}

/** Property lists of macOS and iOS, binary and XML, web archives among them: strings with the way of keys to them. */
export const plist: FormatReader = {
  name: 'plist',
  summary: 'Property list of macOS (binary, XML), web archive: strings by key',
  extensions: ['.plist', '.bplist', '.webarchive'],
  source: 'Apple, CFBinaryPList.c; PropertyList-1.0.dtd',
  sniff: (head) =>
    Buffer.from(head.subarray(0, 6)).toString('latin1') === 'bplist' ||
    (isPlain(head) && /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?(?:<!DOCTYPE plist\b|<plist[ >])/.test(headText(head, 1024))),
  async read(bytes, context) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (file.toString('latin1', 0, 6) !== 'bplist') {
      readXmlList(bytes, draft)
      return draft.done('plist')
    }
    const list = readBinaryList(file)
    if (list === undefined) {
      draft.cut('damaged', 'the list is cut short or damaged')
      return draft.done('plist')
    }
    let row = 0
    for (const { path, text } of stringsOfList(list)) string(path, text, row++, draft)
    const main = list instanceof Map ? list.get('WebMainResource') : undefined
    const data: PropertyValue | undefined = main instanceof Map ? main.get('WebResourceData') : undefined
    if (typeof data === 'object' && 'from' in data) {
      const member = { step: childStep(Buffer.from('WebMainResource')), path: 'page.html' }
      draft.children.push(await readMember(member, file.subarray(data.from, data.to), { context, draft }))
    }
    return draft.done('plist')
  },
}

function string(path: string, text: string, row: number, draft: Draft): void {
  const at = { kind: 'paragraph', part: path === '' ? 'list' : path, index: row + 1 } as const
  const known = KEYS[path.split('/').at(-1) ?? '']
  if (known) draft.traceOnce(known[0], text, known[1], at)
  // Encoded data is no text.
  if (!/^[A-Za-z0-9+/=\s]{80,}$/.test(text)) draft.passage(text, at, { role: 'note', block: path.replace(/\[\d+\]/g, ''), row })
}

function readXmlList(bytes: Uint8Array, draft: Draft): void {
  const keys: string[] = []
  let element = ''
  let text = ''
  let row = 0
  let key = ''
  walkXml(
    bytes,
    'plist',
    {
      open(name) {
        element = name
        text = ''
        if (name === 'dict' || name === 'array') keys.push(key)
        if (name === 'dict' || name === 'array') key = ''
      },
      text(piece) {
        if (element !== '') text += piece
      },
      close(name) {
        if (name === 'key') key = text.trim()
        else if (name === 'string') string([...keys.filter(Boolean), key].filter(Boolean).join('/'), text, row++, draft)
        else if (name === 'dict' || name === 'array') key = keys.pop() ?? ''
        element = ''
      },
    },
    draft,
  )
}
