/** How far a field goes towards one machine, account or document, when it is genuine and stands alone. */
export type TraceWeight = 'strong' | 'medium' | 'weak'

/** What a page about a file asks: who, with what, when, where it lay, in what language, what it is linked to, what it is. */
export type TraceGroup = 'who' | 'program' | 'clock' | 'place' | 'language' | 'link' | 'file'

/** What is known of one kind of trace. */
export interface TraceField {
  readonly group: TraceGroup
  readonly weight: TraceWeight
  /** What it can mean. */
  readonly means: string
  /** Its ordinary, innocent explanation, or why it misleads. */
  readonly innocent: string
}

type Row = readonly [group: TraceGroup, weight: TraceWeight, means: string, innocent: string]

const ROWS = {
  author: ['who', 'medium', 'account name of who made it', 'shared, default and copied accounts; templates hand theirs on'],
  lastModifiedBy: [
    'who',
    'medium',
    'account name of who saved it last; another name than the author is a hand-over',
    'a shared template or a renamed account',
  ],
  commentAuthor: ['who', 'medium', 'name of who left a note', 'anybody can set it'],
  deletedBy: ['who', 'medium', 'name of who deleted text that is still in the file', 'anybody can set it'],
  insertedBy: ['who', 'medium', 'name of who added text under review', 'anybody can set it'],
  user: ['who', 'medium', 'account of a machine', 'installation images carry the same account on many machines'],
  machine: ['who', 'strong', 'name of a computer', 'installation images and defaults repeat names'],
  accountId: [
    'who',
    'strong',
    'id of an account of a service, in a path or text',
    'the account may be that of who sent the file, not of who made it',
  ],
  contact: ['who', 'medium', 'an address or telephone number of somebody named in the file', 'signatures and templates are copied'],
  company: [
    'who',
    'medium',
    'what was entered when the program was installed',
    'images of others are reused; cracked programs carry invented names',
  ],
  tenantId: [
    'who',
    'strong',
    'id of the organisation whose labels the file carries',
    'the file may have been received from that organisation',
  ],
  licence: ['who', 'strong', 'holder or number of a program licence', 'licences are shared, sold and cracked'],
  device: [
    'who',
    'strong',
    'camera, scanner, phone, network card, or its serial number',
    'devices are lent, virtual ones are copied, and pictures are passed on',
  ],
  printer: ['who', 'medium', 'printer set up on the machine that saved it', 'default printers have the same name everywhere'],
  application: ['program', 'weak', 'program that saved or packed it, as it states', 'popular everywhere'],
  applicationVersion: ['program', 'weak', 'version of the program or its format', 'popular everywhere'],
  encoder: ['program', 'weak', 'program or library that wrote sound or film', 'libraries are everywhere'],
  handler: ['program', 'weak', 'name that a program gave to a track', 'some programs write it in the language of their user interface'],
  madeBy: ['program', 'weak', 'system that a packer states', 'libraries state what they like'],
  brand: ['program', 'weak', 'variant of the film format', 'technical'],
  codec: ['program', 'weak', 'coding of sound or film', 'technical'],
  platform: ['program', 'weak', 'operating system that a program states', 'popular everywhere'],
  created: ['clock', 'weak', 'clock of the machine that made it', 'templates hand theirs on; clocks are wrong'],
  modified: ['clock', 'weak', 'clock of the machine that saved it', 'copying and unpacking change it; clocks are wrong'],
  metadataModified: ['clock', 'weak', 'clock of the machine that wrote the properties', 'programs rewrite properties unasked'],
  printed: ['clock', 'weak', 'clock of the machine that printed it last', 'templates hand theirs on'],
  zoneOffset: [
    'clock',
    'medium',
    'offset that a machine’s clock was set to',
    'a setting, not a place: travel, rented machines, servers; +08:30 was Pyongyang’s from 2015-08-15 to 2018-05-04 and can be set by hand',
  ],
  history: [
    'clock',
    'medium',
    'one save: program, clock, machine or account',
    'a resave by whoever passed the file on adds a line of its own',
  ],
  editingMinutes: ['clock', 'weak', 'minutes that it was open', 'templates hand theirs on'],
  revision: ['clock', 'weak', 'how often it was saved, or an earlier state that is still inside', 'programs count differently'],
  path: [
    'place',
    'medium',
    'where a file lay on the machine that wrote it',
    'paths of templates, of program defaults and of earlier machines stay in files',
  ],
  template: ['place', 'weak', 'template it was made from', 'templates are passed around'],
  server: ['place', 'strong', 'name of a server or share that files were on', 'names of servers repeat between companies'],
  downloadedFrom: ['place', 'medium', 'address that the system noted when the file was downloaded', 'links are passed around'],
  volume: ['place', 'medium', 'label or serial number of a disk', 'disks are lent; images repeat serial numbers'],
  gps: [
    'place',
    'medium',
    'only that a position is present; the value is shown on request alone',
    'where a picture was taken, not where work was done',
  ],
  link: ['place', 'weak', 'an address or file that the document points to', 'links are copied with text'],
  formula: ['place', 'weak', 'a formula that reaches outside the document', 'linked price lists and templates'],
  locale: [
    'language',
    'weak',
    'language of the program, of the document or of a run of text',
    'defaults of programs; a program’s language is not a person’s',
  ],
  programLocale: [
    'language',
    'strong',
    'language of the program’s own user interface',
    'people use programs in other languages; images are passed around',
  ],
  defaultLocale: ['language', 'weak', 'language set for East Asian text that the file need not have', 'LibreOffice states zh-CN unasked'],
  defaultName: [
    'language',
    'medium',
    'names that a program gives in the language of its user interface',
    'the file may have been begun from somebody else’s',
  ],
  font: ['language', 'medium', 'typeface of text that is there', 'fonts come with systems and programs, and are replaced silently'],
  defaultFont: ['language', 'weak', 'typeface that is set for text that need not be there', 'defaults of programs'],
  codePage: [
    'language',
    'medium',
    'page that bytes beyond ASCII fit; of the system that saved them',
    'short texts fit several pages; files are passed on, and converters anywhere write any page',
  ],
  keyboard: ['language', 'weak', 'line-breaking sets and input settings of a text engine', 'Photoshop lists Japanese sets in every file'],
  documentId: [
    'link',
    'strong',
    'id of the document; copies that are saved on keep their original id',
    'templates give theirs to unrelated files',
  ],
  originalDocumentId: ['link', 'strong', 'id of the file it was first made from', 'templates give theirs to unrelated files'],
  instanceId: ['link', 'medium', 'id of one save', 'it changes with every save, and says nothing alone'],
  derivedFrom: ['link', 'strong', 'id of the document it was made from', 'templates'],
  ancestorId: ['link', 'strong', 'id of a document of which something was pasted in', 'shared libraries of pictures'],
  pictureHash: [
    'link',
    'weak',
    'what a picture looks like, in 64 bits; near numbers are similar pictures',
    'frames of one cut, stock, reference pictures and templates look alike too; plain pictures have none',
  ],
  attachment: ['link', 'weak', 'a file inside or beside the file', 'technical'],
  missingFile: ['link', 'medium', 'name of a file that lay beside it and may be gone', 'folders are tidied'],
  title: ['file', 'weak', 'title or subject as stated', 'templates hand theirs on'],
  comment: ['file', 'weak', 'remark as stated', 'programs write their own'],
  keywords: ['file', 'weak', 'keywords as entered', 'templates'],
  category: ['file', 'weak', 'category as entered', 'templates'],
  copyright: ['file', 'weak', 'copyright line as stated', 'programs write their own'],
  custom: ['file', 'weak', 'a property that a program or person added', 'its meaning is that program’s matter'],
  dimensions: ['file', 'weak', 'size of the picture', 'technical'],
  duration: ['file', 'weak', 'length', 'technical'],
  frameRate: ['file', 'weak', 'pictures in a second', 'technical'],
  mediaType: ['file', 'weak', 'kind of content', 'technical'],
  colorProfile: [
    'file',
    'weak',
    'name of a colour profile',
    'profiles come with screens and programs; Apple’s hold names in twenty languages',
  ],
  formatVersion: ['file', 'weak', 'version of the format', 'technical'],
  delimiter: ['file', 'weak', 'character between the cells of a table', 'technical'],
  protection: ['file', 'weak', 'that opening, editing or a member is protected', 'technical'],
  members: ['file', 'weak', 'how many members a container holds, and how many of them were read', 'technical'],
  hidden: ['file', 'weak', 'that a part is hidden', 'technical'],
  savedFrom: ['place', 'medium', 'address a page was saved from', 'pages are passed around'],
  entropy: ['file', 'weak', 'how random the bytes are; 8 bits a byte is packed or encrypted', 'technical'],
} as const satisfies Readonly<Record<string, Row>>

/** The name of a kind of trace. */
export type TraceName = keyof typeof ROWS

/** Every kind of trace, by name, in the order they are shown. None of them says who a person is or where. */
export const TRACE_FIELDS: Readonly<Record<TraceName, TraceField>> = Object.fromEntries(
  Object.entries<Row>(ROWS).map(([name, [group, weight, means, innocent]]) => [name, { group, weight, means, innocent }]),
) as Record<TraceName, TraceField>
