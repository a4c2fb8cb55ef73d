import type { Effects } from '../base/effects.ts'
import type { ErrorCode } from '../base/errors.ts'
import type { Serve } from './screening-service.ts'

/** An option of an operation, as `node:util` parseArgs takes it, with words for help. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean'
  readonly summary: string
  /** What help shows after the name: `DIR`. */
  readonly value?: string
  readonly choices?: readonly string[]
  readonly multiple?: boolean
  /** One letter that means the same: `o`. */
  readonly short?: string
}

/** What an operation is given. */
export interface OperationInput {
  readonly paths: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
}

/** What an operation works with besides its input. */
export interface OperationContext {
  readonly effects: Effects
  /** Case folder of `-C`, when it was given. */
  readonly caseDir: string | undefined
  readonly progress: (stage: string, done: number, total: number | undefined, detail: string) => void
  /** Asks a person on a terminal; undefined where there is none to ask. */
  readonly ask: (question: string) => Promise<string | undefined>
  /** `--offline`: nothing may reach over a network. */
  readonly isOffline: boolean
  /** Bytes of standard input, read only when asked for. */
  readonly stdin: () => Promise<Buffer>
  /** Makes Ctrl-C abort the signal instead of ending the program, so that what was done is still said; a second one ends it. Undefined where nobody can press it. */
  readonly stoppable?: () => AbortSignal
  /** Starts a server; undefined where there is none to start, as in a library. */
  readonly serve?: Serve
}

/** What an operation gives back. */
export interface OperationResult {
  /** Id of the case, when there is one. */
  readonly case?: string
  readonly data: unknown
  readonly warnings?: readonly { readonly code: string; readonly message: string }[]
  /** Lines for a terminal; the same facts as `data`. */
  readonly text: string
  /** Exit code when it is not 0. */
  readonly exit?: number
}

/** Something a user can ask, declared once: the command line, help and docs/reference read it. */
export interface Operation {
  readonly name: string
  readonly summary: string
  /** What the words after the name are: `<folder>…`. */
  readonly usage: string
  readonly options: Readonly<Record<string, OptionSpec>>
  readonly examples: readonly string[]
  readonly run: (input: OperationInput, context: OperationContext) => Promise<OperationResult>
}

/** The parts of an operation that help needs; written to a manifest at build. */
export type OperationHelp = Omit<Operation, 'run'>

/** A string option, or undefined. */
export function text(input: OperationInput, name: string): string | undefined {
  const value = input.values[name]
  return typeof value === 'string' ? value : undefined
}

/** A string option that may be given more than once; undefined when it was not. */
export function texts(input: OperationInput, name: string): readonly string[] | undefined {
  const value = input.values[name]
  return Array.isArray(value) ? (value as readonly string[]) : typeof value === 'string' ? [value] : undefined
}

/** Whether a flag was given. */
export function flag(input: OperationInput, name: string): boolean {
  return input.values[name] === true
}

/** Error codes whose page is docs/errors.md. */
export type { ErrorCode }
