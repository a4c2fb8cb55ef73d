import sharp from 'sharp'
import { crc32, joined, utf8 } from './bytes.ts'

/** What is written beside the pixels. `at` (epoch milliseconds) becomes the tIME chunk, which is UTC. */
export interface PngFacts {
  readonly software?: string
  readonly xmp?: string
  readonly at?: number
}

// One thread: the generator shares the machine, and order of work is then the same everywhere.
sharp.concurrency(1)
sharp.cache(false)

/** Draws an SVG as an 8-bit PNG, grey unless `color`, with the chunks that a drawing program leaves. */
export async function png(svg: string, facts: PngFacts = {}, color = false): Promise<Uint8Array> {
  const drawn = sharp(Buffer.from(svg))
  const plain = await (color ? drawn.removeAlpha() : drawn.greyscale().removeAlpha()).png({ compressionLevel: 7 }).toBuffer()
  return withChunks(new Uint8Array(plain), facts)
}

/** Draws an SVG as a JPEG without metadata. */
export async function jpeg(svg: string): Promise<Uint8Array> {
  return new Uint8Array(await sharp(Buffer.from(svg)).removeAlpha().jpeg({ quality: 72 }).toBuffer())
}

/** Draws an SVG and gives its pixels as RGBA rows. */
export async function pixels(
  svg: string,
): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> }> {
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(new Uint8Array(data).buffer) }
}

/** Sets chunks after IHDR (PNG 1.2): length, type, data, CRC over type and data. */
function withChunks(bytes: Uint8Array, facts: PngFacts): Uint8Array {
  const afterHeader = 8 + 25
  const added: Uint8Array[] = []
  if (facts.software !== undefined) added.push(chunk('tEXt', utf8(`Software\0${facts.software}`)))
  if (facts.xmp !== undefined) added.push(chunk('iTXt', joined([utf8('XML:com.adobe.xmp'), new Uint8Array(5), utf8(facts.xmp)])))
  if (facts.at !== undefined) added.push(chunk('tIME', timeChunk(facts.at)))
  return joined([bytes.subarray(0, afterHeader), ...added, bytes.subarray(afterHeader)])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([utf8(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return joined([length, body, sum])
}

function timeChunk(at: number): Uint8Array {
  const clock = new Date(at)
  const out = Buffer.alloc(7)
  out.writeUInt16BE(clock.getUTCFullYear())
  out.set([clock.getUTCMonth() + 1, clock.getUTCDate(), clock.getUTCHours(), clock.getUTCMinutes(), clock.getUTCSeconds()], 2)
  return new Uint8Array(out)
}
