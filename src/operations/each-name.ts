import { setImmediate as nextTurn } from 'node:timers/promises'
import type { OperationContext } from './operation.ts'

/** Names between two looks at the keyboard: some 10 ms. */
const TURN = 25

/** What was done of many names. */
export interface DoneNames<T> {
  readonly rows: readonly T[]
  readonly warnings: readonly { readonly code: string; readonly message: string }[]
  /** 130 when a person stopped it. */
  readonly exit?: number
}

/** Does the same for each name in order, with progress; Ctrl-C ends it between two names, and what was done until then is given with a warning that counts the rest. */
export async function eachName<Q, T>(names: readonly Q[], context: OperationContext, one: (name: Q) => T): Promise<DoneNames<T>> {
  const rows: T[] = []
  const stop = names.length > TURN ? context.stoppable?.() : undefined
  for (const name of names) {
    if (rows.length > 0 && rows.length % TURN === 0) {
      context.progress('screen', rows.length, names.length, 'names')
      await nextTurn()
      if (stop?.aborted) {
        const message = `stopped after ${rows.length} of ${names.length} names: the other ${names.length - rows.length} were not compared with any list`
        return { rows, warnings: [{ code: 'screen-stopped', message }], exit: 130 }
      }
    }
    rows.push(one(name))
  }
  if (names.length > TURN) context.progress('screen', names.length, names.length, 'names')
  return { rows, warnings: [] }
}
