import { parseArgs } from 'node:util'
import { InbetweenError } from '../base/errors.ts'
import type { OperationHelp, OperationInput } from '../operations/index.ts'

/** A command line after parsing. */
export interface Parsed {
  readonly input: OperationInput
  readonly caseDir: string | undefined
  readonly json: boolean
  readonly quiet: boolean
  readonly isOffline: boolean
  /** File whose first line opens the case key. */
  readonly passphraseFile: string | undefined
}

/** Parses the words after a command's name. @throws InbetweenError `IBT-USAGE` that names the option and its choices. */
export function parse(operation: OperationHelp, words: readonly string[]): Parsed {
  const own = Object.entries(operation.options).map(
    ([name, { type, multiple, short }]) =>
      [name, { type, multiple: multiple ?? false, ...(short === undefined ? {} : { short }) }] as const,
  )
  const common = {
    json: { type: 'boolean' },
    quiet: { type: 'boolean', short: 'q' },
    offline: { type: 'boolean' },
    case: { type: 'string', short: 'C' },
    'passphrase-file': { type: 'string' },
  } as const
  let parsed: { values: Record<string, unknown>; positionals: string[] }
  try {
    parsed = parseArgs({ args: [...words], options: { ...common, ...Object.fromEntries(own) }, allowPositionals: true, strict: true })
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause)
    throw new InbetweenError('IBT-USAGE', message, { hint: `inbetween ${operation.name} --help`, cause })
  }
  const values = parsed.values as OperationInput['values']
  for (const [name, { choices }] of Object.entries(operation.options)) {
    const given = values[name]
    for (const word of typeof given === 'string' ? given.split(',') : []) {
      if (choices && !choices.includes(word))
        throw new InbetweenError('IBT-USAGE', `--${name} ${word}: not one of ${choices.join(', ')}`, {
          hint: `inbetween ${operation.name} --help`,
        })
    }
  }
  const { json, quiet, offline, case: caseDir } = parsed.values
  return {
    input: { paths: parsed.positionals, values },
    caseDir: typeof caseDir === 'string' ? caseDir : undefined,
    json: json === true,
    quiet: quiet === true,
    isOffline: offline === true,
    passphraseFile: parsed.values['passphrase-file'] as string | undefined,
  }
}
