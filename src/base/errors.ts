/** Every way Inbetween can refuse, with the exit code the command line gives it and what it means. Each has a section in docs/errors.md. */
export const ERROR_CODES = {
  'IBT-USAGE': {
    exit: 2,
    means: 'the command line cannot be understood',
    remedy: 'Read the help of the command: inbetween COMMAND --help.',
  },
  'IBT-INPUT': {
    exit: 1,
    means: 'a file a person gave cannot be used as what it was given for',
    remedy: 'The message names the file and the line or column; correct it there and run the same command again.',
  },
  'IBT-NOT-FOUND': {
    exit: 1,
    means: 'a file, folder or record that was named does not exist',
    remedy: 'Check the path or the id; list what there is with inbetween files, findings or rules list.',
  },
  'IBT-NO-CASE': { exit: 1, means: 'the folder is not a case', remedy: 'Name a case with -C DIR, or make one with inbetween scan FOLDER.' },
  'IBT-CONFIG': {
    exit: 1,
    means: 'inbetween.yaml cannot be read as a configuration',
    remedy: 'The message names the member and the line; docs/configuration.md has every member.',
  },
  'IBT-REFUSED': {
    exit: 7,
    means: 'a safety guard refused',
    remedy: 'The message says which guard and how to go on: usually name another folder with -C DIR.',
  },
  'IBT-KEY': {
    exit: 1,
    means: 'the case key cannot be opened',
    remedy: 'Give the passphrase with --passphrase-file FILE; reading and verifying need no key.',
  },
  'IBT-UNREACHABLE': {
    exit: 1,
    means: 'a source does not answer, or not with anything usable',
    remedy: 'The visit is sealed as missed, which is not an empty day. Run the same command again later; what was taken already is kept.',
  },
  'IBT-INTEGRITY': {
    exit: 4,
    means: 'sealed evidence or the ledger does not verify',
    remedy: 'Run inbetween verify: it names every file and entry that changed. Restore the case from a copy; nothing is repaired silently.',
  },
  'IBT-LOCKED': {
    exit: 1,
    means: 'another process holds the case',
    remedy: 'Wait for the other process to end; a killed one releases the case by itself.',
  },
  'IBT-LISTS': {
    exit: 6,
    means: 'reference data is missing or stale',
    remedy: 'Fetch it anew with inbetween lists update, or bring its files with inbetween add list DIR. The state before stays in use.',
  },
  'IBT-INTERRUPTED': {
    exit: 130,
    means: 'the work was interrupted and can be resumed',
    remedy: 'Run the same command again: it goes on where it stopped.',
  },
} as const

/** A code of the table above. */
export type ErrorCode = keyof typeof ERROR_CODES

/** An expected failure. Bugs stay plain `Error`s and keep their stack. */
export class InbetweenError extends Error {
  override readonly name = 'InbetweenError'
  readonly code: ErrorCode
  /** Where it went wrong: a path, `file:line`, a column. */
  readonly place: string | undefined
  /** What the reader can do next; one sentence. */
  readonly hint: string | undefined

  constructor(code: ErrorCode, message: string, options: { place?: string; hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.place = options.place
    this.hint = options.hint
  }
}
