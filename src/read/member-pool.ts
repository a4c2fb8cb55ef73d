import { LIMITS } from '../base/limits.ts'
import { createPicturePool, type PicturePool } from './picture-pool.ts'

/** The bytes of a member, or why they could not be had. Whoever takes them compares their hash: the process that gave them read what an adversary wrote. */
export type MemberBytes = { readonly bytes: Uint8Array } | { readonly code: 'film-aborted' | 'film-unreadable'; readonly why: string }

/**
 * Starts at most `size` processes that read a container again, within the bounds of readers, and give the bytes of members by their hashes: one at a time, the next when
 * the one before was dealt with.
 */
export function createMemberPool({ size }: { readonly size: number }): PicturePool<MemberBytes> {
  return createPicturePool<MemberBytes>(
    {
      worker: 'member-worker',
      words: { agent: 'reader', does: 'reads containers' },
      bounds: { ms: LIMITS.readMs, rssBytes: LIMITS.readRssBytes },
      stopped: (why) => ({ code: 'film-aborted', why }),
      notFound: (why) => ({ code: 'film-unreadable', why }),
      isPaced: true,
    },
    size,
  )
}
