import { sha256Hex } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import type { Reading } from '../model/index.ts'
import { Draft } from './draft.ts'
import { READERS } from './formats/index.ts'

/** Raised with every change that can change a reading. */
export const READ_VERSION = 1

const HEAD_BYTES = 64 * 1024

/** The cache key of a blob's reading: the blob and the version of all readers and bounds. */
export function readingKey(blob: string): string {
  return sha256Hex(`${blob}|readers ${READ_VERSION}|${JSON.stringify(LIMITS)}`)
}

/** Reads bytes with the first reader that claims them. Never throws: a fault of a reader is a warning and a status. */
export async function readBytes(bytes: Uint8Array, name: string, depth = 0): Promise<Reading> {
  const draft = new Draft()
  if (bytes.length === 0) return draft.done('empty', 'the file is empty')
  if (bytes.length > LIMITS.readBytes) return draft.done('unknown', `larger than ${LIMITS.readBytes} bytes`)
  const head = bytes.subarray(0, HEAD_BYTES)
  const reader = READERS.find((candidate) => candidate.sniff(head, name))
  if (!reader) return draft.done(identify(head), `no reader for this format: ${identify(head)}`)
  try {
    return await reader.read(bytes, {
      name,
      depth,
      async readChild(child, data) {
        return { ...child, sha256: sha256Hex(data), bytes: data.length, reading: await readBytes(data, child.path, depth + 1) }
      },
    })
  } catch (error) {
    draft.warn('reader-fault', `${reader.name}: ${error instanceof Error ? error.message : String(error)}`)
    return draft.done(reader.name, 'the reader could not make sense of the bytes')
  }
}

/** First bytes of formats that have no reader: offset 0 unless stated. */
const SIGNATURES: readonly (readonly [name: string, hex: string, offset?: number])[] = [
  ['png', '89504e470d0a1a0a'],
  ['jpeg', 'ffd8ff'],
  ['gif', '47494638'],
  ['pdf', '255044462d'],
  ['psd', '38425053'],
  ['zip', '504b0304'],
  ['gzip', '1f8b'],
  ['7z', '377abcaf271c'],
  ['rar', '526172211a07'],
  ['ole', 'd0cf11e0a1b11ae1'],
  ['mp4', '66747970', 4],
  ['tiff', '49492a00'],
  ['tiff', '4d4d002a'],
  ['sqlite', '53514c69746520666f726d6174203300'],
  ['rtf', '7b5c727466'],
  ['elf', '7f454c46'],
  ['exe', '4d5a'],
]

/** What the first bytes say the file is, or `unknown`. */
export function identify(head: Uint8Array): string {
  const hex = Buffer.from(head.subarray(0, 32)).toString('hex')
  const found = SIGNATURES.find(([, signature, offset = 0]) => hex.startsWith(signature, offset * 2))
  return found?.[0] ?? (head.includes(0) ? 'unknown' : 'text')
}
