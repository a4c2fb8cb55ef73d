const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Length, type and checksum of a chunk. */
const AROUND_CHUNK = 12

/** The whole PNG pictures that stand one after another in a stream; what is cut short at its end, or is no PNG, is left out with all that follows. */
export function pngsOf(stream: Buffer): Buffer[] {
  const pictures: Buffer[] = []
  let from = 0
  let at = 0
  while (at < stream.length) {
    if (at === from) {
      if (!stream.subarray(at, at + SIGNATURE.length).equals(SIGNATURE)) break
      at += SIGNATURE.length
    }
    if (at + AROUND_CHUNK > stream.length) break
    const end = at + AROUND_CHUNK + stream.readUInt32BE(at)
    if (end > stream.length) break
    if (stream.toString('latin1', at + 4, at + 8) === 'IEND') {
      pictures.push(stream.subarray(from, end))
      from = end
    }
    at = end
  }
  return pictures
}
