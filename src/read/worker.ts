import { readBytes } from './read-bytes.ts'
import { received } from './received.ts'

/** What to read: a name with the bytes themselves, or with how many come through the pipe. */
type ToRead = { readonly name: string } & ({ readonly data: Uint8Array } | { readonly bytes: number })

// The process that readers run in: it gets a name and bytes, sends a reading back, and can open, write and start nothing.
process.on('message', (message: ToRead) => {
  readBytes('data' in message ? message.data : received(message.bytes), message.name).then(
    (reading) => process.send?.({ reading }),
    (error: unknown) => process.send?.({ fault: error instanceof Error ? error.message : String(error) }),
  )
})
// Every answer is waited for above. What a library lets fail after it answered belongs to a file that is done, and must not end the process under the next.
process.on('unhandledRejection', () => undefined)
process.send?.({ ready: true })
