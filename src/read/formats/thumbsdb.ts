import { childStep } from '../../base/child-step.ts'
import { LIMITS } from '../../base/limits.ts'
import { readMember } from '../containers/container.ts'
import { Draft } from '../draft.ts'
import { isOle, type OleStream, openOle } from '../office/ole.ts'
import { fileTime } from '../places/file-time.ts'
import type { FormatReader } from '../reader.ts'

const JPEG = Buffer.from([0xff, 0xd8, 0xff])
const ENTRY_BYTES = 16

/** Small pictures that Windows keeps of a folder (Thumbs.db): names and times of files that may be gone, each small picture as a member. */
export const thumbsdb: FormatReader = {
  name: 'thumbsdb',
  summary: 'Folder thumbnails of Windows (Thumbs.db): names and times of files, small pictures',
  extensions: ['.db'],
  source: 'Quick, Tassone and Choo, Forensic analysis of Windows thumbcache files (2014); MS-CFB',
  sniff: (head, _, bytes) =>
    isOle(head) &&
    (openOle(bytes).streams.has('Catalog') || [...openOle(bytes).streams.keys()].some((path) => /^256_[0-9a-f]{16}$/.test(path))),
  async read(bytes, context) {
    const draft = new Draft()
    const ole = openOle(bytes)
    if (ole.flaw !== undefined) draft.cut('damaged', `compound file: ${ole.flaw}`)
    const names = new Map<string, string>()
    const catalog = ole.streams.get('Catalog')?.bytes()
    if (catalog) readCatalog(catalog, names, draft)
    for (const [path, stream] of [...ole.streams].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const picture = pictureIn(stream)
      if (!picture) continue
      const name = names.get(path) ?? path
      draft.children.push(
        await readMember({ step: childStep(Buffer.from(path)), path: `${name}.thumbnail.jpg` }, picture, { context, draft }),
      )
    }
    return draft.done('thumbsdb')
  },
}

/** Entries of size, number, time and name; the stream of a picture is called by its number backwards. */
function readCatalog(catalog: Buffer, names: Map<string, string>, draft: Draft): void {
  let at = catalog.length >= 2 ? catalog.readUInt16LE(0) : 0
  for (let row = 0; at + ENTRY_BYTES <= catalog.length && row < LIMITS.oleEntries; row++) {
    const size = catalog.readUInt32LE(at)
    if (size < ENTRY_BYTES || at + size > catalog.length) {
      draft.cut('damaged', 'the catalog ends inside an entry')
      return
    }
    const name = catalog.toString('utf16le', at + ENTRY_BYTES, at + size - (size % 2)).replace(/\0.*$/s, '')
    const place = { kind: 'paragraph', part: 'Catalog', index: row + 1 } as const
    names.set([...String(catalog.readUInt32LE(at + 4))].reverse().join(''), name)
    draft.passage(name, place, { role: 'name', block: 'Catalog', row })
    draft.traceOnce('missingFile', name, 'A file that lay in the folder when Windows made its small picture; it may be gone.', place)
    draft.traceOnce('modified', fileTime(catalog, at + 8), `When ${name.slice(0, 80)} was changed, by the disk it lay on, in UTC.`, place)
    at += size
  }
}

function pictureIn(stream: OleStream): Uint8Array | undefined {
  if (stream.path === 'Catalog') return undefined
  const data = stream.bytes()
  const at = data.subarray(0, 64).indexOf(JPEG)
  return at < 0 ? undefined : data.subarray(at)
}
