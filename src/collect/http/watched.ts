import { Readable } from 'node:stream'
import { LIMITS } from '../../base/limits.ts'

/** Bounds in milliseconds and bytes a second. */
export type Bounds = { readonly [K in 'idleMs' | 'slowMs' | 'slowBytesPerSecond']: number }

/**
 * A body that ends with an error when nothing comes for `LIMITS.idleMs`, or when after `LIMITS.slowMs` it came slower than `LIMITS.slowBytesPerSecond`:
 * a server that drips bytes holds nobody for ever.
 */
export function watched(body: Readable, bounds: Bounds = LIMITS): Readable {
  const passed = Readable.from(chunksOf(body, bounds), { objectMode: false, highWaterMark: 256 * 1024 })
  // One that is never read has not begun, and would leave the connection waiting.
  passed.once('close', () => body.destroy())
  return passed
}

async function* chunksOf(body: Readable, { idleMs, slowMs, slowBytesPerSecond }: Bounds): AsyncGenerator<Buffer> {
  const started = performance.now()
  let last = started
  let bytes = 0
  const watch = setInterval(
    () => {
      const now = performance.now()
      const seconds = (now - started) / 1000
      if (now - last > idleMs) body.destroy(new Error(`nothing came for ${idleMs / 1000} seconds`))
      else if (now - started > slowMs && bytes / seconds < slowBytesPerSecond)
        body.destroy(new Error(`slower than ${slowBytesPerSecond} bytes a second`))
    },
    Math.min(1000, idleMs / 4),
  )
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      last = performance.now()
      bytes += chunk.length
      yield chunk
      // Time that the taker needs is not the server's.
      last = performance.now()
    }
  } finally {
    clearInterval(watch)
    body.destroy()
  }
}
