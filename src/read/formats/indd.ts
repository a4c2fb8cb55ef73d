import { Draft } from '../draft.ts'
import { readXmpPackets } from '../pictures/xmp-packets.ts'
import type { FormatReader } from '../reader.ts'

const GUID = '0606edf5d81d46e5bd31efe7fe74b71d'
/** The mark before each object that lies in one piece after the pages of the document. */
const OBJECT = Buffer.from('de39397951884b6c8e63eef8aee0dd38', 'hex')

/** InDesign documents, by their XMP: who, with what, when, linked files. The document itself has no public description. */
export const indd: FormatReader = {
  name: 'indd',
  summary: 'InDesign document (INDD): XMP properties, linked files',
  extensions: ['.indd', '.indt'],
  source: 'Adobe XMP Specification Part 3, InDesign',
  sniff: (head) => Buffer.from(head.subarray(0, 16)).toString('hex') === GUID,
  read(bytes) {
    const draft = new Draft()
    // Pages of the database before these objects hold torn copies of the packet.
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const from = Math.max(0, file.indexOf(OBJECT))
    readXmpPackets(file.subarray(from), draft, from)
    draft.cut('part-only', 'only the properties of the document were read: its own structure is not public')
    return draft.done('indd')
  },
}
