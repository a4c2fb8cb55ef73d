import type { OperationHelp } from '../operations/index.ts'

/** What the build wrote of every operation. */
export type Manifest = readonly OperationHelp[]

const GLOBAL = `Every command takes:
  -C DIR       the case (default: the current folder; scan makes ./NAME.case)
  --json       one JSON object on stdout; messages stay on stderr
  --quiet      no progress
  --offline    nothing reaches over a network
  --passphrase-file FILE   opens a case key that has a passphrase
Exit codes: 0 done · 1 failed · 2 usage · 3 findings at or above --fail-on · 4 integrity failed · 5 some items unreadable (--strict)
            6 reference data missing or stale (--strict-lists) · 7 refused by a safety guard · 130 interrupted, resumable
`

/** The page of `inbetween --help`. */
export function help(manifest: Manifest): string {
  const widest = Math.max(...manifest.map(({ name }) => name.length))
  const lines = manifest.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`)
  return `inbetween: who really did the work that was paid for, with no more certainty than the evidence bears

  $ inbetween demo
  $ inbetween scan ./delivery

Commands:
${lines.join('\n')}

${GLOBAL}`
}

/** The page of one command. */
export function helpOf({ name, summary, usage, options, examples }: OperationHelp): string {
  const rows = Object.entries(options).map(([option, spec]) => {
    const left = `${spec.short === undefined ? '' : `-${spec.short}, `}--${option}${spec.type === 'string' ? ` ${spec.value ?? 'VALUE'}` : ''}`
    return `  ${left.padEnd(24)}${spec.summary}${spec.choices ? ` One of: ${spec.choices.join(', ')}.` : ''}`
  })
  return `inbetween ${name} ${usage}
${summary}

${examples.map((example) => `  $ ${example}`).join('\n')}
${rows.length > 0 ? `\nOptions:\n${rows.join('\n')}\n` : ''}
${GLOBAL}`
}
