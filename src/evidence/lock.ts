import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { InbetweenError } from '../base/errors.ts'

/**
 * Runs `work` while holding an exclusive SQLite lock on `path`. The kernel releases it when the process dies, also by kill -9.
 * @throws InbetweenError `IBT-LOCKED` when another process holds it longer than `waitMs`.
 */
export function withLock<T>(path: string, work: () => T, waitMs = 60_000): T {
  const release = holdLock(path, 'another process is writing to this case', waitMs)
  try {
    return work()
  } finally {
    release()
  }
}

/**
 * Takes an exclusive SQLite lock on `path` and returns what releases it; for work that waits for other things.
 * @throws InbetweenError `IBT-LOCKED` with `held` as its message when another process holds it longer than `waitMs`.
 */
export function holdLock(path: string, held: string, waitMs = 2_000): () => void {
  mkdirSync(dirname(path), { recursive: true })
  const db = new DatabaseSync(path, { timeout: waitMs })
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    db.close()
    throw new InbetweenError('IBT-LOCKED', held, {
      place: path,
      hint: 'Wait for it to finish. A case on a network file system is not supported: copy it to a local disk.',
      cause,
    })
  }
  return () => {
    db.exec('COMMIT')
    db.close()
  }
}
