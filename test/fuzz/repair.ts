import { crc32 } from 'node:zlib'

/** Checksums that guard headers are made right again, so that a change gets behind them; bytes of other formats come back as they are. */
export function repaired(format: string, bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  if (format === 'png') repairPng(copy)
  else if (format === 'tar') repairTar(copy)
  else if (format === '7z') repairSevenZip(copy)
  return new Uint8Array(copy)
}

/** Each chunk ends in the CRC-32 of its type and data. */
function repairPng(bytes: Buffer): void {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at)
    if (end + 4 > bytes.length) return
    bytes.writeUInt32BE(crc32(bytes.subarray(at + 4, end)), end)
    at = end + 4
  }
}

/** Each header of 512 bytes holds the sum of its bytes in octal, counted with blanks in that place. */
function repairTar(bytes: Buffer): void {
  for (let at = 0; at + 512 <= bytes.length; at += 512) {
    if (bytes.toString('latin1', at + 257, at + 262) !== 'ustar') continue
    bytes.fill(0x20, at + 148, at + 156)
    let sum = 0
    for (const byte of bytes.subarray(at, at + 512)) sum += byte
    bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148, 'latin1')
  }
}

/** The start header holds the CRC-32 of the last header, and its own. */
function repairSevenZip(bytes: Buffer): void {
  if (bytes.length < 32) return
  const from = 32n + bytes.readBigUInt64LE(12)
  const to = from + bytes.readBigUInt64LE(20)
  if (to <= BigInt(bytes.length)) bytes.writeUInt32LE(crc32(bytes.subarray(Number(from), Number(to))), 28)
  bytes.writeUInt32LE(crc32(bytes.subarray(12, 32)), 8)
}
