import { readBytes } from './read-bytes.ts'
import { received } from './received.ts'

// The process that readers run in: it gets a name and bytes, sends a reading back, and can open, write and start nothing.
process.on('message', (message: { readonly name: string; readonly bytes: number }) => {
  readBytes(received(message.bytes), message.name).then(
    (reading) => process.send?.({ reading }),
    (error: unknown) => process.send?.({ fault: error instanceof Error ? error.message : String(error) }),
  )
})
process.send?.({ ready: true })
