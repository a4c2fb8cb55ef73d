import { parseArgs } from 'node:util'
import { generate, Refused } from './generate.ts'
import { CASES } from './story/index.ts'

const USAGE = 'usage: node dist/january/main.js OUT [--case NAME], or --list'

/** Runs the generator from the command line. Exit codes: 0 done, 1 failed, 2 usage, 7 refused to touch a folder. */
async function main(args: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof readArguments>
  try {
    parsed = readArguments(args)
  } catch (error) {
    return complain(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, 2)
  }
  if (parsed.values.list) {
    process.stdout.write(`${[...CASES.keys()].join('\n')}\n`)
    return 0
  }
  const [folder, ...more] = parsed.positionals
  const name = parsed.values.case ?? 'january'
  if (folder === undefined || more.length > 0) return complain(USAGE, 2)
  if (!CASES.has(name)) return complain(`no such case: ${name}; the cases are ${[...CASES.keys()].join(', ')}`, 2)
  try {
    const { files, bytes, batches } = await generate(folder, name, (line) => process.stdout.write(`${line}\n`))
    process.stdout.write(`${name}: ${files} files, ${batches.length} days, ${(bytes / 1_000_000).toFixed(1)} MB in ${folder}\n`)
    return 0
  } catch (error) {
    if (error instanceof Refused) return complain(error.message, 7)
    throw error
  }
}

function readArguments(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: { case: { type: 'string' }, list: { type: 'boolean' } } })
}

function complain(message: string, code: number): number {
  process.stderr.write(`${message}\n`)
  return code
}

process.exitCode = await main(process.argv.slice(2))
