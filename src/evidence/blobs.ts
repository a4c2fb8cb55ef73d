import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { compareText } from '../base/hash.ts'

const CHUNK_BYTES = 1 << 20

/** Bytes by their SHA-256, every byte once, read-only, under `<root>/ab/<hash>`. */
export interface BlobStore {
  /** Where the blob lies; the file exists only when it is held. */
  readonly pathOf: (sha256: string) => string
  readonly has: (sha256: string) => boolean
  /** Copies a file in and returns the hash of the copy: never a hash of one state and bytes of another. `check` may throw before the bytes are kept. */
  readonly takeFile: (path: string | Buffer, check?: (sha256: string) => void) => { readonly sha256: string; readonly bytes: number }
  /** Moves a file in that was hashed while it was written; it is thrown away when the bytes are held already. */
  readonly settle: (from: string, sha256: string) => void
  readonly take: (bytes: Uint8Array) => { readonly sha256: string; readonly bytes: number }
  readonly read: (sha256: string) => Buffer
  /** SHA-256 of what lies there now, or undefined when nothing does. */
  readonly rehash: (sha256: string) => Promise<string | undefined>
  /** All hashes held, in order. */
  readonly list: () => string[]
}

/** The blob store of a folder. Writes go to a temporary file first and are renamed into place, so a crash leaves no half blob. */
export function folderBlobs(root: string): BlobStore {
  mkdirSync(root, { recursive: true })
  const pathOf = (sha256: string) => {
    // Hashes come from ledgers and listings, which anybody may have written.
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new InbetweenError('IBT-INTEGRITY', 'not the name of a blob', { place: sha256.slice(0, 80) })
    return join(root, sha256.slice(0, 2), sha256)
  }
  let counter = 0
  const temporary = () => join(root, `.incoming-${process.pid}-${counter++}`)

  function settle(from: string, sha256: string): void {
    const to = pathOf(sha256)
    if (existsSync(to)) {
      rmSync(from)
      return
    }
    mkdirSync(join(root, sha256.slice(0, 2)), { recursive: true })
    renameSync(from, to)
    chmodSync(to, 0o444)
  }

  function takeFile(path: string | Buffer, check?: (sha256: string) => void): { sha256: string; bytes: number } {
    const incoming = temporary()
    const source = openSync(path, 'r')
    try {
      const { sha256, bytes } = copyHashing(source, incoming)
      check?.(sha256)
      settle(incoming, sha256)
      return { sha256, bytes }
    } catch (error) {
      rmSync(incoming, { force: true })
      throw error
    } finally {
      closeSync(source)
    }
  }

  function take(data: Uint8Array): { sha256: string; bytes: number } {
    const sha256 = createHash('sha256').update(data).digest('hex')
    if (!existsSync(pathOf(sha256))) {
      const incoming = temporary()
      writeDurably(incoming, data)
      settle(incoming, sha256)
    }
    return { sha256, bytes: data.length }
  }

  return {
    pathOf,
    has: (sha256) => existsSync(pathOf(sha256)),
    takeFile,
    settle,
    take,
    read: (sha256) => readFileSync(pathOf(sha256)),
    rehash: (sha256) => rehash(pathOf(sha256)),
    list: () => listBlobs(root),
  }
}

/** Writes a whole file and waits until the disk has it. */
export function writeDurably(path: string, data: Uint8Array | string): void {
  const target = openSync(path, 'w', 0o644)
  try {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data
    for (let at = 0; at < bytes.length; ) at += writeSync(target, bytes, at)
    fsyncSync(target)
  } finally {
    closeSync(target)
  }
}

function copyHashing(source: number, to: string): { sha256: string; bytes: number } {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
  const target = openSync(to, 'wx', 0o644)
  let bytes = 0
  try {
    for (;;) {
      const count = readSync(source, buffer, 0, CHUNK_BYTES, null)
      if (count === 0) break
      const chunk = buffer.subarray(0, count)
      hash.update(chunk)
      for (let at = 0; at < count; ) at += writeSync(target, chunk, at)
      bytes += count
    }
  } finally {
    closeSync(target)
  }
  return { sha256: hash.digest('hex'), bytes }
}

async function rehash(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return undefined
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

function listBlobs(root: string): string[] {
  const found: string[] = []
  for (const folder of readdirSync(root, { withFileTypes: true })) {
    if (folder.isDirectory() && /^[0-9a-f]{2}$/.test(folder.name)) found.push(...readdirSync(join(root, folder.name)))
  }
  return found.filter((name) => /^[0-9a-f]{64}$/.test(name)).sort(compareText)
}
