import { Readable } from 'node:stream'
import { LIMITS } from '../../base/limits.ts'

/**
 * A body that ends with an error when nothing comes for `LIMITS.idleMs`, or when after `LIMITS.slowMs` it came slower than `LIMITS.slowBytesPerSecond`:
 * a server that drips bytes holds nobody for ever.
 */
export function watched(body: Readable): Readable {
  return Readable.from(chunksOf(body), { objectMode: false, highWaterMark: 256 * 1024 })
}

async function* chunksOf(body: Readable): AsyncGenerator<Buffer> {
  const started = performance.now()
  let last = started
  let bytes = 0
  const watch = setInterval(() => {
    const now = performance.now()
    const seconds = (now - started) / 1000
    if (now - last > LIMITS.idleMs) body.destroy(new Error(`nothing came for ${LIMITS.idleMs / 1000} seconds`))
    else if (now - started > LIMITS.slowMs && bytes / seconds < LIMITS.slowBytesPerSecond)
      body.destroy(new Error(`slower than ${LIMITS.slowBytesPerSecond} bytes a second`))
  }, 1000)
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
