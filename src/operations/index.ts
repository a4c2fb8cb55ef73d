import { collect } from './collect.ts'
import { init } from './init.ts'
import type { Operation } from './operation.ts'
import { read } from './read.ts'
import { scan } from './scan.ts'
import { verify } from './verify.ts'

export type { Operation, OperationContext, OperationHelp, OperationInput, OperationResult } from './operation.ts'

/** Everything a user can ask, in the order of help. */
export const OPERATIONS: readonly Operation[] = [scan, init, collect, read, verify]
