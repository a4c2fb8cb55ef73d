#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { ERROR_CODES, InbetweenError } from '../base/errors.ts'
import { visible } from '../base/printable.ts'
import { help, helpOf, type Manifest } from './help.ts'
import { parse } from './parse.ts'
import { progressPrinter } from './progress.ts'

/** Runs one command line and returns the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const manifest = JSON.parse(readFileSync(new URL('./manifest.json', import.meta.url), 'utf8')) as Manifest
  const [first] = words
  if (first === undefined || first === '--help' || first === '-h' || (first === 'help' && words.length === 1)) {
    process.stdout.write(help(manifest))
    return 0
  }
  if (first === '--version') {
    process.stdout.write('inbetween 0.1.0\n')
    return 0
  }
  const name = first === 'help' ? (words[1] ?? '') : first
  const declared = manifest.find((operation) => operation.name === name)
  if (!declared) {
    throw new InbetweenError('IBT-USAGE', `no such command: ${name}`, {
      hint: `Commands: ${manifest.map((operation) => operation.name).join(', ')}`,
    })
  }
  if (first === 'help' || words.includes('--help') || words.includes('-h')) {
    process.stdout.write(helpOf(declared))
    return 0
  }
  const parsed = parse(declared, words.slice(1))
  const { OPERATIONS } = await import('../operations/index.ts')
  const { realEffects } = await import('../base/effects.ts')
  const operation = OPERATIONS.find((candidate) => candidate.name === name)
  if (!operation) throw new Error(`the manifest names ${name}, the operations do not: build again`)
  const printer = progressPrinter(process.stderr, parsed.quiet)
  const effects = realEffects((line) => printer.line(line), passphraseOf(parsed.passphraseFile))
  const onStop = stopper(printer.end)
  const result = await operation.run(parsed.input, {
    effects,
    caseDir: parsed.caseDir,
    progress: printer.progress,
    ask: (question) => askPerson(question, printer.end),
    isOffline: parsed.isOffline,
    stdin: readStdin,
    stoppable: () => {
      const stopping = new AbortController()
      onStop(() => stopping.abort())
      return stopping.signal
    },
    serve: async (service, options) => {
      const { serve } = await import('../server/index.ts')
      const serving = await serve(service, options)
      onStop(serving.close)
      process.once('SIGTERM', serving.close)
      return serving
    },
  })
  printer.end()
  if (parsed.json) {
    const { case: id, data, warnings } = result
    const asOf = new Date(effects.now()).toISOString()
    process.stdout.write(`${JSON.stringify({ schema: `inbetween/${name}@1`, case: id ?? null, asOf, data, warnings: warnings ?? [] })}\n`)
  } else {
    // What the text says in these words is not said twice on a terminal.
    const unsaid = (result.warnings ?? []).filter(({ message }) => !result.text.includes(message))
    for (const { code, message } of unsaid.slice(0, 20)) process.stderr.write(`warning ${code}: ${visible(message)}\n`)
    process.stdout.write(`${result.text}\n`)
  }
  return result.exit ?? 0
}

/** Ctrl-C ends the program; what is given to the function that comes back is done instead, once. */
function stopper(endProgress: () => void): (instead: () => void) => void {
  let first: (() => void) | undefined
  process.on('SIGINT', () => {
    endProgress()
    const instead = first
    first = undefined
    if (instead) {
      instead()
      return
    }
    process.stderr.write('interrupted; the same command goes on where it stopped\n')
    process.exit(130)
  })
  return (instead) => {
    first = instead
  }
}

/** The first line of the file that `--passphrase-file` names. */
function passphraseOf(path: string | undefined): string | undefined {
  if (path === undefined) return undefined
  let line = ''
  try {
    line = readFileSync(path, 'utf8').split(/\r?\n/)[0] ?? ''
  } catch (cause) {
    throw new InbetweenError('IBT-NOT-FOUND', 'the passphrase file cannot be read', { place: path, cause })
  }
  // An empty one would look like protection and open to everybody.
  if (line === '') throw new InbetweenError('IBT-KEY', 'the first line of the passphrase file is empty', { place: path })
  return line
}

/** Asks on the terminal; without one there is nobody to ask. */
async function askPerson(question: string, endProgress: () => void): Promise<string | undefined> {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return undefined
  endProgress()
  const { createInterface } = await import('node:readline/promises')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await terminal.question(`${question} `)).trim()
  } finally {
    terminal.close()
  }
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function explain(error: unknown): number {
  if (error instanceof InbetweenError) {
    const place = error.place === undefined ? '' : `  ${error.place}:`
    process.stderr.write(
      `error ${error.code}${visible(`${place} ${error.message}`)}\n${error.hint === undefined ? '' : `  ${visible(error.hint)}\n`}`,
    )
    return ERROR_CODES[error.code].exit
  }
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    `error IBT-BUG  ${visible(message)}\n  This is a fault of the program, not of your files. Run again with INBETWEEN_DEBUG=1 for the trace and report it.\n`,
  )
  if (process.env.INBETWEEN_DEBUG !== undefined && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return 1
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
})
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.exitCode = explain(error)
  },
)
