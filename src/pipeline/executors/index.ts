import type { Executor } from '../executor.ts'
import { LOCAL } from './local.ts'

export { LOCAL }

/** Every executor; the first is used unless another is asked for. */
export const EXECUTORS: readonly Executor[] = [LOCAL]
