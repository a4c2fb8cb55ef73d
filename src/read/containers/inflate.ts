import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

/** What inflating gave: the bytes, or why not. `truncated` carries what came before the damage. */
export type Inflated =
  | { readonly outcome: 'whole' | 'truncated'; readonly data: Uint8Array }
  | { readonly outcome: 'too-large' | 'damaged'; readonly data?: undefined }

const INFLATERS = { raw: inflateRawSync, zlib: inflateSync, gzip: gunzipSync } as const
/** zlib's Z_SYNC_FLUSH: a stream that ends early gives what it has instead of an error. */
const TOLERANT = 2

/** Inflates at most `maxBytes`; memory never goes far beyond them, whatever the stream claims. Never throws. */
export function inflate(kind: keyof typeof INFLATERS, packed: Uint8Array, maxBytes: number): Inflated {
  const run = INFLATERS[kind]
  const limit = { maxOutputLength: Math.max(1, maxBytes) }
  try {
    return { outcome: 'whole', data: run(packed, limit) }
  } catch (error) {
    if (isTooLarge(error)) return { outcome: 'too-large' }
  }
  try {
    const data = run(packed, { ...limit, finishFlush: TOLERANT })
    return data.length > 0 ? { outcome: 'truncated', data } : { outcome: 'damaged' }
  } catch (error) {
    return { outcome: isTooLarge(error) ? 'too-large' : 'damaged' }
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}
