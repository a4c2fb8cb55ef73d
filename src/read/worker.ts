import { readFileSync } from 'node:fs'
import { readBytes } from './read-bytes.ts'

// The process that readers run in: it gets a path and a name, sends a reading back, and has no write access, no children and an empty environment.
process.on('message', (message: { readonly path: string; readonly name: string }) => {
  readBytes(readFileSync(message.path), message.name).then(
    (reading) => process.send?.({ reading }),
    (error: unknown) => process.send?.({ fault: error instanceof Error ? error.message : String(error) }),
  )
})
process.send?.({ ready: true })
