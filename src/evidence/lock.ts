import { DatabaseSync } from '@photostructure/sqlite'
import { InbetweenError } from '../base/errors.ts'

/**
 * Runs `work` while holding an exclusive SQLite lock on `path`. The kernel releases it when the process dies, also by kill -9.
 * @throws InbetweenError `IBT-LOCKED` when another process holds it longer than `waitMs`.
 */
export function withLock<T>(path: string, work: () => T, waitMs = 60_000): T {
  const db = new DatabaseSync(path, { timeout: waitMs })
  try {
    try {
      db.exec('BEGIN EXCLUSIVE')
    } catch (cause) {
      throw new InbetweenError('IBT-LOCKED', 'another process is writing to this case', {
        place: path,
        hint: 'Wait for it to finish. A case on a network file system is not supported: copy it to a local disk.',
        cause,
      })
    }
    try {
      return work()
    } finally {
      db.exec('COMMIT')
    }
  } finally {
    db.close()
  }
}
