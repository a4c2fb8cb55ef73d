import { readSync } from 'node:fs'
import { BYTES_FD } from './sandbox.ts'

/** The bytes of a file, as they come through the pipe of this process. A pipe that ends before ends the process. */
export function received(bytes: number): Uint8Array {
  const all = Buffer.allocUnsafeSlow(bytes)
  for (let at = 0; at < bytes; ) {
    const got = readSync(BYTES_FD, all, at, bytes - at, null)
    if (got === 0) process.exit(1)
    at += got
  }
  return all
}
