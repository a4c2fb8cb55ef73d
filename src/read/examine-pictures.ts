import { sha256Hex } from '../base/hash.ts'
import { partsOfName } from './ocr/drawn-text.ts'
import type { PictureMessage } from './picture-pool.ts'
import { received } from './received.ts'

/** Gives what one picture holds, or one page (from 1) of a document; may throw. */
export type Examine<T> = (picture: Uint8Array, page?: number) => T | Promise<T>

/**
 * Serves the pool from a process that examines pictures: it gets a file's bytes and the hashes of pictures in it, says which one it begins and what it made of it.
 * A file of which nothing but itself or its pages is wanted is not read again. Where it is paced, it goes on after a picture when the pool says so: what it made is then held once.
 */
export function serveExaminations<T>(opened: Promise<Examine<T>>): void {
  let proceed = () => {}
  const paced = () =>
    new Promise<void>((resolve) => {
      proceed = resolve
    })
  process.on('message', (message: ToExamine | { readonly next: true }) => {
    if ('next' in message) {
      proceed()
      return
    }
    const { name, bytes, pictures, isPaced } = message
    examineFile(opened, received(bytes), name, new Set(pictures), isPaced ? paced : undefined).then(
      () => tell({ done: true }),
      (fault: unknown) => tell({ fault: wordsOf(fault) }),
    )
  })
  process.send?.({ ready: true })
}

interface ToExamine {
  readonly name: string
  readonly bytes: number
  readonly pictures: readonly string[]
  readonly isPaced: boolean
}

async function examineFile<T>(
  opened: Promise<Examine<T>>,
  file: Uint8Array,
  name: string,
  left: Set<string>,
  paced: (() => Promise<void>) | undefined,
): Promise<void> {
  const examine = await opened
  const visit = async (bytes: Uint8Array) => {
    const own = left.size > 0 ? sha256Hex(bytes) : ''
    for (const picture of [...left]) {
      const { sha256, page } = partsOfName(picture)
      if (sha256 !== own || !left.delete(picture)) continue
      tell({ begun: picture })
      try {
        const made = await examine(bytes, page)
        const next = paced?.()
        tell<T>({ picture, made })
        await next
      } catch (fault) {
        // Whatever state that left the examiner in, nothing more is asked of it: the pool takes another process for the rest.
        left.clear()
        tell({ fault: wordsOf(fault) })
      }
    }
  }
  const own = sha256Hex(file)
  if ([...left].every((picture) => partsOfName(picture).sha256 === own)) await visit(file)
  // Loaded when first needed: all readers take a second, and a folder of plain pictures needs none of them.
  else await (await import('./read-bytes.ts')).visitMembers(file, name, visit)
}

function tell<T>(message: PictureMessage<T>): void {
  process.send?.(message)
}

function wordsOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault)
}
