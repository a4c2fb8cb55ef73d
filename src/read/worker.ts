import { readSync } from 'node:fs'
import { readBytes } from './read-bytes.ts'
import { BYTES_FD } from './sandbox.ts'

// The process that readers run in: it gets a name and bytes, sends a reading back, and can open, write and start nothing.
process.on('message', (message: { readonly name: string; readonly bytes: number }) => {
  readBytes(received(message.bytes), message.name).then(
    (reading) => process.send?.({ reading }),
    (error: unknown) => process.send?.({ fault: error instanceof Error ? error.message : String(error) }),
  )
})
process.send?.({ ready: true })

function received(bytes: number): Uint8Array {
  const all = Buffer.allocUnsafeSlow(bytes)
  for (let at = 0; at < bytes; ) {
    const got = readSync(BYTES_FD, all, at, bytes - at, null)
    if (got === 0) process.exit(1)
    at += got
  }
  return all
}
