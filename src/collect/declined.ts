import { InbetweenError } from '../base/errors.ts'

/** A source answered and did not give: forbidden, not there, busy. Final answers are never asked again; 401 and 403 are final. */
export class Declined extends InbetweenError {
  readonly isFinal: boolean
  /** How long the server asks to wait, in milliseconds. */
  readonly waitMs: number | undefined

  constructor(message: string, options: { place: string; isFinal: boolean; waitMs?: number; hint?: string; cause?: unknown }) {
    super('IBT-UNREACHABLE', message, options)
    this.isFinal = options.isFinal
    this.waitMs = options.waitMs
  }
}

/** Whether asking again could help: the connection broke or the server was busy. */
export function mayAskAgain(error: unknown): boolean {
  if (error instanceof Declined) return !error.isFinal
  return !(error instanceof InbetweenError) || error.code === 'IBT-UNREACHABLE'
}
