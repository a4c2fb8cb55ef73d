import { deflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { crc32, joined, littleEndian, utf8 } from './bytes.ts'
import { dosWords, type ZoneMinutes } from './time.ts'

/** One member. `at` is epoch milliseconds. */
export interface ZipMember {
  readonly name: string
  readonly bytes: Uint8Array
  readonly at: number
}

/** How an archive is written; each choice is one that real packers make. */
export interface ZipStyle {
  /** Code page of the raw name bytes. CP949 and GBK leave the UTF-8 flag unset, as old packers do. */
  readonly names: 'utf8' | 'cp949' | 'gbk'
  /** Zone of the packing machine's clock: the DOS times are local in it. */
  readonly zone: ZoneMinutes
  /** Whether the Info-ZIP extra field 0x5455 states the same time in UTC. */
  readonly utcExtra: boolean
}

const UTF8_FLAG = 0x800

/** Writes a zip archive (PKWARE APPNOTE 6.3): deflate where it helps, members in the given order, no data descriptors. */
export function zip(members: readonly ZipMember[], style: ZipStyle): Uint8Array {
  const locals: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const member of members) {
    const name = style.names === 'utf8' ? utf8(member.name) : new Uint8Array(iconv.encode(member.name, style.names))
    const packed = deflateRawSync(member.bytes, { level: 6 })
    const stored = packed.length >= member.bytes.length
    const data = stored ? member.bytes : new Uint8Array(packed)
    const { date, time } = dosWords(member.at, style.zone)
    const extra = style.utcExtra ? timeExtra(member.at) : new Uint8Array()
    const common = littleEndian([
      [2, 20],
      [2, style.names === 'utf8' && name.some((byte) => byte > 127) ? UTF8_FLAG : 0],
      [2, stored ? 0 : 8],
      [2, time],
      [2, date],
      [4, crc32(member.bytes)],
      [4, data.length],
      [4, member.bytes.length],
      [2, name.length],
      [2, extra.length],
    ])
    const header = joined([littleEndian([[4, 0x04034b50]]), common, name, extra])
    locals.push(header, data)
    const rest = littleEndian([
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0x20],
      [4, offset],
    ])
    central.push(joined([littleEndian([[4, 0x02014b50]]), littleEndian([[2, 20]]), common, rest, name, extra]))
    offset += header.length + data.length
  }
  const directory = joined(central)
  const end = littleEndian([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, members.length],
    [2, members.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  ])
  return joined([...locals, directory, end])
}

/** Extra field 0x5455 with the modification time in UTC seconds. */
function timeExtra(at: number): Uint8Array {
  return littleEndian([
    [2, 0x5455],
    [2, 5],
    [1, 1],
    [4, Math.floor(at / 1000)],
  ])
}

/** An Office package: UTF-8 names, the DOS epoch as every member's time, as Word and WPS write it. */
export function officePackage(parts: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const epoch = Date.UTC(1980, 0, 1)
  return zip(
    parts.map(([name, text]) => ({ name, bytes: utf8(text), at: epoch })),
    { names: 'utf8', zone: 0, utcExtra: false },
  )
}
