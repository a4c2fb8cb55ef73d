import { LIMITS } from '../../base/limits.ts'
import type { Budget } from './container.ts'
import { type Ran, unpack } from './unpacker.ts'

/** One row of the unpacker's listing. */
export interface Listed {
  readonly path: string
  /** The path in the unpacker's own bytes, by which it finds the member again; those that no page decodes stay as they are. */
  readonly rawPath: Buffer
  /** Bytes after unpacking; undefined where the archive does not state them. */
  readonly size: number | undefined
  readonly packed: number | undefined
  readonly crc: number | undefined
  /** The stated time read as UTC; whether it is one depends on the format. */
  readonly modifiedMs: number | undefined
  readonly isFolder: boolean
  readonly isEncrypted: boolean
  /** Whether it begins or ends in another part of the archive. */
  readonly isSplit: boolean
  /** Where a link points. */
  readonly link: string | undefined
  /** Members of one block are packed together. */
  readonly block: string | undefined
  readonly method: string
  readonly attributes: string
  readonly host: string | undefined
}

/** The listing of an archive: what it says of itself, and its rows. */
export interface Listing {
  readonly ran: Ran
  readonly about: ReadonlyMap<string, string>
  readonly rows: readonly Listed[]
  /** Whether there are more rows than `LIMITS.archiveEntries`. */
  readonly isCut: boolean
}

/** A word that is asked for passwords, so that the unpacker never waits for one. */
export const NO_PASSWORD = '-pnone'
const DOS_EPOCH_MS = Date.UTC(1980, 0, 2)
const LATEST_MS = Date.UTC(2100, 0, 1)

/** Lists an archive of one type, by the unpacker's name of it. Never throws. */
export async function list(archive: Uint8Array, type: string, budget: Budget): Promise<Listing> {
  const pieces: Buffer[] = []
  let bytes = 0
  const ran = await unpack(
    archive,
    ['l', '-slt', '-bsp0', '-sccUTF-8', NO_PASSWORD, `-t${type}`, '--', '/a'],
    (piece) => {
      bytes += piece.length
      if (bytes > LIMITS.unpackerListBytes) return false
      pieces.push(Buffer.from(piece))
      return true
    },
    { budget },
  )
  const text = Buffer.concat(pieces).toString('latin1')
  const [head = '', ...body] = text.split('\n----------\n')
  const about = new Map([...fieldsOf(head.slice(head.lastIndexOf('\n--\n') + 1))].map(([key, value]) => [key, utf8(value)]))
  const rows: Listed[] = []
  let isCut = ran.outcome === 'stopped'
  for (const block of body.join('\n').split(/\n\n(?=Path = )/)) {
    const fields = fieldsOf(block)
    if (!fields.has('Path') && !fields.has('Size')) continue
    if (rows.length >= LIMITS.archiveEntries) {
      isCut = true
      break
    }
    rows.push(rowOf(fields))
  }
  return { ran, about, rows, isCut }
}

function rowOf(fields: ReadonlyMap<string, string>): Listed {
  const number = (key: string) => (/^\d{1,15}$/.test(fields.get(key) ?? '') ? Number(fields.get(key)) : undefined)
  const crc = fields.get('CRC') ?? ''
  const attributes = fields.get('Attributes') ?? ''
  const link = ['Symbolic Link', 'Hard Link', 'Copy Link'].map((key) => fields.get(key) ?? '').find((target) => target !== '')
  return {
    path: utf8(fields.get('Path') ?? ''),
    rawPath: Buffer.from(fields.get('Path') ?? '', 'latin1'),
    size: number('Size'),
    packed: number('Packed Size'),
    crc: /^[0-9A-F]{8}$/.test(crc) ? Number.parseInt(crc, 16) : undefined,
    modifiedMs: timeOf(fields.get('Modified') ?? ''),
    isFolder: fields.get('Folder') === '+' || /^\S*D/.test(attributes) || / d[r-][w-]/.test(attributes),
    isEncrypted: fields.get('Encrypted') === '+',
    isSplit: fields.get('Split Before') === '+' || fields.get('Split After') === '+',
    link: link === undefined ? undefined : utf8(link),
    block: fields.get('Block') || undefined,
    method: fields.get('Method') ?? '',
    attributes,
    host: fields.get('Host OS') || undefined,
  }
}

/** The listing is cut into lines as bytes; texts in it are UTF-8. */
function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** Lines `Key = value`; a value of several lines stands between braces. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>()
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const found = /^([A-Z][A-Za-z ]*) = (.*)$/.exec(lines[i] ?? '')
    if (!found) {
      const heading = /^(ERRORS|WARNINGS):$/.exec(lines[i] ?? '')
      if (heading) fields.set(heading[1] ?? '', lines[i + 1] ?? '')
      continue
    }
    let value = found[2] ?? ''
    if (value === '' && lines[i + 1] === '{') {
      const end = lines.indexOf('}', i)
      value = lines.slice(i + 2, end < 0 ? undefined : end).join('\n')
      i = end < 0 ? lines.length : end
    }
    if (!fields.has(found[1] ?? '')) fields.set(found[1] ?? '', value)
  }
  return fields
}

function timeOf(text: string): number | undefined {
  const ms = Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`)
  // Before 1980 and after 2100 are what programs write that have no time.
  return ms > DOS_EPOCH_MS && ms < LATEST_MS ? ms : undefined
}
