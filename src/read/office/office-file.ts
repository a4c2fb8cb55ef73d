import type { Reading } from '../../model/index.ts'
import { isOfficePackage } from '../containers/zip-directory.ts'
import { Draft } from '../draft.ts'
import type { ReadContext } from '../reader.ts'
import { readOfficeProperties } from './office-properties.ts'
import { type OfficePackage, openPackage, readEmbedded } from './ooxml.ts'

/** What tells one kind of Office package from the others. */
export interface OfficeKind {
  readonly name: string
  readonly extensions: readonly string[]
  /** Usual name of the main part. */
  readonly main: string
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Whether the first bytes are a package of this kind, by its parts or, when they lie further on, by the file's name; also an encrypted one of that name. */
export function isOffice(kind: OfficeKind, head: Uint8Array, name: string): boolean {
  const isNamed = kind.extensions.some((extension) => name.toLowerCase().endsWith(extension))
  if (isOle(head)) return isNamed
  if (head[0] !== 0x50 || head[1] !== 0x4b || head[2] !== 3 || head[3] !== 4) return false
  const held = ['word/document', 'xl/workbook', 'ppt/presentation'].filter((part) => isOfficePackage(head, part))
  const own = kind.main.slice(0, kind.main.lastIndexOf('.'))
  return held.length === 1 ? held[0] === own : isNamed
}

/** Opens the package, lets `read` take what is particular to the kind, and adds properties and embedded files, which all kinds share. */
export async function readOffice(
  kind: OfficeKind,
  bytes: Uint8Array,
  context: ReadContext,
  read: (office: OfficePackage, main: string, draft: Draft) => void,
): Promise<Reading> {
  const draft = new Draft()
  if (isOle(bytes)) {
    const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    draft.warn('encrypted', isLocked ? 'the document is locked with a password' : 'an older binary document under a newer name')
    return draft.done(kind.name, isLocked ? 'encrypted: a password is needed' : 'an OLE file (older binary format) under this name')
  }
  const office = openPackage(bytes, draft)
  const main = office.relations('').find(({ type, isExternal }) => type === 'officeDocument' && !isExternal)?.target ?? kind.main
  read(office, main, draft)
  readOfficeProperties(office, draft)
  traceExternal(office, draft)
  await readEmbedded(bytes, context, draft)
  return draft.done(kind.name)
}

function isOle(head: Uint8Array): boolean {
  return OLE.every((byte, index) => head[index] === byte)
}

/** Links that are kept of one document. */
const LINKS = 200

/** Links out of the package: templates and linked files keep paths of the machine. They are never followed. */
function traceExternal(office: OfficePackage, draft: Draft): void {
  const seen = new Set<string>()
  for (const name of office.names) {
    const source = /^(.*)_rels\/([^/]+)\.rels$/.exec(name)
    if (!source) continue
    for (const { type, target, isExternal } of office.relations(`${source[1]}${source[2]}`)) {
      if (!isExternal || seen.has(target)) continue
      if (seen.size >= LINKS) {
        draft.cut('link-limit', `more than ${LINKS} links lead out of the document: the rest was not kept`)
        return
      }
      seen.add(target)
      if (/^(https?|mailto):/i.test(target)) draft.trace('link', target, `A link out of the document (${type}); it was not followed.`)
      else
        draft.trace('path', target, `A file outside that the document refers to (${type}), as a path of the machine where it was linked.`)
    }
  }
}
