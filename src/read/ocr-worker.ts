import { sha256Hex } from '../base/hash.ts'
import { openEngine } from './ocr/engine.ts'
import type { OcrMessage } from './ocr/ocr-pool.ts'
import { visitMembers } from './read-bytes.ts'
import { received } from './received.ts'

// The process that recognises characters: it gets a file's bytes and the hashes of pictures in it, says which one it begins and what it made of it, and can open,
// write, start and reach nothing. Recognition runs in this thread: without worker threads the permission model stays whole.
const engine = openEngine()

process.on(
  'message',
  ({ name, bytes, pictures }: { readonly name: string; readonly bytes: number; readonly pictures: readonly string[] }) => {
    examine(received(bytes), name, new Set(pictures)).then(
      () => tell({ done: true }),
      (fault: unknown) => tell({ fault: wordsOf(fault) }),
    )
  },
)
process.send?.({ ready: true })

function tell(message: OcrMessage): void {
  process.send?.(message)
}

async function examine(bytes: Uint8Array, name: string, left: Set<string>): Promise<void> {
  const { recognise } = await engine
  await visitMembers(bytes, name, (member) => {
    const picture = left.size > 0 ? sha256Hex(member) : ''
    if (!left.delete(picture)) return
    tell({ begun: picture })
    try {
      tell({ picture, drawn: recognise(member) })
    } catch (fault) {
      // Whatever state that left the recogniser in, nothing more is asked of it: the pool takes another process for the rest.
      left.clear()
      tell({ fault: wordsOf(fault) })
    }
  })
}

function wordsOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault)
}
