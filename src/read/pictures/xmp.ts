import { LIMITS } from '../../base/limits.ts'
import { own } from '../../base/own.ts'
import type { Place, TraceName } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { walkXml } from '../office/ooxml.ts'
import { offsetOf, traceZone } from '../zone.ts'

/** Properties that become traces: XMP name, trace field, meaning. */
const PROPERTIES: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  'xmp:CreatorTool': ['application', 'Program, version and system that made the file first, as it states.'],
  'xmp:CreateDate': ['created', 'Clock of the machine that made it, with its offset when stated.'],
  'xmp:ModifyDate': ['modified', 'Clock of the machine that saved it last, with its offset when stated.'],
  'xmp:MetadataDate': ['metadataModified', 'Clock of the machine that wrote the properties last.'],
  'xmpMM:DocumentID': ['documentId', 'Id of the document; copies that were saved on keep their original id.'],
  'xmpMM:OriginalDocumentID': [
    'originalDocumentId',
    'Id of the file it was first made from; files with the same one have a common ancestor, perhaps a template.',
  ],
  'xmpMM:InstanceID': ['instanceId', 'Id of this one save.'],
  'photoshop:ICCProfile': ['colorProfile', 'Name of the colour profile; profiles come with screens and programs.'],
  'photoshop:AuthorsPosition': ['company', 'Position of the author as entered.'],
  'pdf:Author': ['author', 'Name as entered; anybody can set it.'],
  'xmpDM:artist': ['author', 'Name as entered; anybody can set it.'],
  'xmpDM:logComment': ['comment', 'Remark on a shot as entered.'],
  'xmpDM:shotName': ['title', 'Name of a shot as entered.'],
  'xmpDM:tapeName': ['missingFile', 'Name of the tape or folder that the material came from.'],
  'xmp:Label': ['title', 'Label as entered.'],
  'pdf:Producer': ['application', 'Program that wrote the file.'],
  'tiff:Software': ['application', 'Program that saved it, as it states.'],
  'tiff:Artist': ['author', 'Name as entered; anybody can set it.'],
  'exif:UserComment': ['comment', 'Comment as entered.'],
}
/** Lists and alternatives whose items become traces. */
const LISTS: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  'dc:creator': ['author', 'Name as entered; anybody can set it.'],
  'dc:title': ['title', 'Title as entered.'],
  'dc:description': ['comment', 'Description as entered.'],
  'photoshop:DocumentAncestors': ['ancestorId', 'Id of a document of which something was pasted in; shared templates do the same.'],
}
/** Attributes of resource references and project links. */
const REFERENCES: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  'stRef:documentID': ['derivedFrom', 'Id of the document that this one was made from.'],
  'stRef:originalDocumentID': ['originalDocumentId', 'Id of the file that its source was first made from.'],
  'stFnt:fontName': ['font', 'Font that the document uses. Fonts come with systems and programs.'],
  'stRef:filePath': ['path', 'Path of a file that was placed in it.'],
  'creatorAtom:uncProjectPath': ['path', 'Path of the editing project on the machine that rendered it.'],
  'creatorAtom:posixProjectPath': ['path', 'Path of the editing project on the machine that rendered it.'],
}
const SPACE = 0x20
const HISTORY = ['stEvt:action', 'stEvt:when', 'stEvt:softwareAgent', 'stEvt:instanceID', 'stEvt:changed'] as const

/** Reads an XMP packet: programs, dates and their offsets, ids, ancestors and the history of saves. Prefixes are taken as Adobe writes them. */
export function readXmp(packet: Uint8Array, draft: Draft, at?: Place): void {
  const open: string[] = []
  const events: Record<string, string>[] = []
  let items = 0
  const limits = new Set<string>()
  let text = ''
  const value = (prefixed: string, raw: string) => {
    // Packets before 2005 call the namespaces xap and xapMM.
    const name = prefixed.replace(/^xap/, 'xmp')
    const known = own(PROPERTIES, name) ?? own(REFERENCES, name)
    if (known) draft.traceOnce(known[0], raw, known[1], at)
    if (/Date$|:when$/.test(name)) traceZone(draft, offsetOf(raw), `Stated with ${name} in the picture's properties`, at)
    const event = events.at(-1)
    if (event && name.startsWith('stEvt:')) event[name] ??= raw
  }
  const clean = withoutControls(packet)
  if (clean.every((byte) => byte === SPACE)) return
  walkXml(
    clean,
    'XMP',
    {
      open(name, attributes) {
        text = ''
        open.push(name)
        if (name === 'rdf:li' && open.some((tag) => /^x[am]pMM:History$/.test(tag))) {
          if (events.length < LIMITS.xmpItems) events.push({})
          else limits.add('saves of the history')
        }
        for (const [key, raw] of Object.entries(attributes)) value(key, raw)
      },
      text: (piece) => {
        text += piece
      },
      close(name) {
        const raw = text.trim()
        text = ''
        open.pop()
        if (raw === '') return
        const list = name === 'rdf:li' ? LISTS[open.findLast((tag) => tag in LISTS) ?? ''] : undefined
        if (list && items++ < LIMITS.xmpItems) draft.traceOnce(list[0], raw, list[1], at)
        else if (list) limits.add('items of lists')
        else value(name, raw)
      },
    },
    draft,
  )
  for (const what of limits) draft.warn('xmp-limit', `XMP has more than ${LIMITS.xmpItems} ${what}: the rest was not kept`)
  for (const event of events) traceHistory(draft, event, at)
}

/** The packet with spaces for control characters, which XML refuses and programs write; UTF-16 packets are left as they are. */
function withoutControls(packet: Uint8Array): Uint8Array {
  const isControl = (byte: number) => byte < SPACE && byte !== 9 && byte !== 10 && byte !== 13
  const isWide = (packet[0] ?? 0) >= 0xfe || packet[0] === 0 || packet[1] === 0
  return isWide && packet.some((byte) => byte !== 0)
    ? packet
    : packet.some(isControl)
      ? packet.map((byte) => (isControl(byte) ? SPACE : byte))
      : packet
}

function traceHistory(draft: Draft, event: Readonly<Record<string, string>>, at: Place | undefined): void {
  const value = HISTORY.map((key) => event[key]).filter((part) => part !== undefined)
  draft.trace(
    'history',
    value.join(' | '),
    'One save as the program noted it: action, clock, program, id. Another program or offset means another machine or a new setting.',
    at,
  )
}
