import { createReaderPool } from '../../read/index.ts'
import type { Executor } from '../executor.ts'

/** Reader processes on this machine. */
export const LOCAL: Executor = {
  name: 'local',
  summary: 'A pool of sandboxed reader processes on this machine.',
  start: (size) => createReaderPool({ size }),
}
