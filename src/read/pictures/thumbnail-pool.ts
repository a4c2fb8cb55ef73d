import { LIMITS } from '../../base/limits.ts'
import { createPicturePool, type PicturePool } from '../picture-pool.ts'
import { checkedThumbnail, stoppedThumbnail, type Thumbnail, withoutThumbnail } from './thumbnail.ts'

/** Starts at most `size` processes that decode pictures and give small ones, each when first needed. */
export function createThumbnailPool({ size }: { readonly size: number }): PicturePool<Thumbnail> {
  const pool = createPicturePool<Thumbnail>(
    {
      worker: 'thumbnail-worker',
      words: { agent: 'decoder', does: 'decodes pictures' },
      bounds: { ms: LIMITS.pictureMs, rssBytes: LIMITS.pictureRssBytes },
      stopped: stoppedThumbnail,
      notFound: (why) => withoutThumbnail('picture-unreadable', why),
    },
    size,
  )
  return { read: (file, tell) => pool.read(file, (picture, made) => tell(picture, checkedThumbnail(made))), close: pool.close }
}
