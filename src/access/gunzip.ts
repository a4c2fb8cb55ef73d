import { Gunzip } from 'fflate'

/** Compressed bytes given at a time: one step gives at most about 16 MB, since deflate shrinks at most 1,032 : 1. */
const STEP_BYTES = 16 * 1024

/** Whether the bytes begin as gzip does. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8
}

/**
 * The plain bytes of a gzip stream of one or more members, piece by piece; what one step gives is held, never the whole. Damage ends the stream and
 * is told to `onProblem`; what came before it is given.
 */
export function* gunzip(chunks: Iterable<Uint8Array>, onProblem: (message: string) => void): Generator<Uint8Array> {
  let ready: Uint8Array[] = []
  let isEnded = false
  const stream = new Gunzip((data, final) => {
    // The inflater reuses nothing of `data` after this call, but hands out views; empty ones only mark an end.
    if (data.length > 0) ready.push(data)
    isEnded = final
  })
  try {
    for (const chunk of chunks) {
      for (let from = 0; from < chunk.length; from += STEP_BYTES) {
        stream.push(chunk.subarray(from, from + STEP_BYTES))
        yield* ready
        ready = []
      }
    }
    stream.push(new Uint8Array(0), true)
    yield* ready
    if (!isEnded) onProblem('the compressed log ends before its stream does')
  } catch (error) {
    yield* ready
    onProblem(`the compressed log is damaged or cut: ${error instanceof Error ? error.message : String(error)}`)
  }
}
