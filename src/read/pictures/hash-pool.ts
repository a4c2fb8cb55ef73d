import { LIMITS } from '../../base/limits.ts'
import { createPicturePool, type PicturePool } from '../picture-pool.ts'
import { type HashedPicture, stoppedDecoding, withoutHash } from './hashed-picture.ts'

/** Starts at most `size` processes that decode pictures and give their hashes, each when first needed. */
export function createHashPool({ size }: { readonly size: number }): PicturePool<HashedPicture> {
  return createPicturePool<HashedPicture>(
    {
      worker: 'picture-worker',
      words: { agent: 'decoder', does: 'decodes pictures' },
      bounds: { ms: LIMITS.pictureMs, rssBytes: LIMITS.pictureRssBytes },
      stopped: stoppedDecoding,
      notFound: (why) => withoutHash('picture-unreadable', why),
    },
    size,
  )
}
