import { createHash } from 'node:crypto'
import { closeSync, existsSync, fstatSync, ftruncateSync, mkdirSync, openSync, readFileSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '../base/hash.ts'
import { type Receiver, StopListed, type Tags } from '../collect/index.ts'
import { type BlobStore, writeDurably } from './blobs.ts'

const CHUNK_BYTES = 1 << 20

/**
 * Opens what a file over the network is written to: a part file under the hash of its key, beside it what the bytes belong to. Both outlive a crash, so that the next try goes on;
 * the bytes that were held are hashed again then.
 */
export function receiverIn(folder: string, blobs: BlobStore, stopList: ReadonlySet<string>, key: string): Receiver {
  mkdirSync(folder, { recursive: true })
  const part = join(folder, sha256Hex(key).slice(0, 32))
  const tagsPath = `${part}.tags`
  const tags = existsSync(part) ? readTags(tagsPath) : undefined
  const file = openSync(part, tags === undefined ? 'w+' : 'r+')
  const held = tags === undefined ? 0 : fstatSync(file).size
  let hash = createHash('sha256')
  let at = 0
  let isOpen = true
  const close = () => {
    if (isOpen) closeSync(file)
    isOpen = false
  }
  const discard = () => {
    close()
    for (const path of [part, tagsPath]) rmSync(path, { force: true })
  }
  return {
    held,
    tags,
    begin(from, given) {
      ftruncateSync(file, from)
      hash = createHash('sha256')
      const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
      for (at = 0; at < from; ) {
        const count = readSync(file, buffer, 0, Math.min(CHUNK_BYTES, from - at), at)
        if (count === 0) throw new Error('the part that was held is shorter than it was')
        hash.update(buffer.subarray(0, count))
        at += count
      }
      writeDurably(tagsPath, JSON.stringify(given))
    },
    write(chunk) {
      hash.update(chunk)
      for (let done = 0; done < chunk.length; ) done += writeSync(file, chunk, done, chunk.length - done, at + done)
      at += chunk.length
    },
    finish() {
      close()
      const sha256 = hash.digest('hex')
      if (stopList.has(sha256)) {
        discard()
        throw new StopListed(sha256)
      }
      blobs.settle(part, sha256)
      rmSync(tagsPath, { force: true })
      return { sha256, bytes: at }
    },
    pause: close,
    discard,
  }
}

function readTags(path: string): Tags | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Tags
  } catch {
    return undefined
  }
}
