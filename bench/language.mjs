// npm run bench:language: what the language room gets right and how fast, over texts whose language is known. Every module of bench/language that exports run() gives rows
// {measure, value, aim, met, isTiming}; --only NAME runs one. Exits with 1 when an aim that is not a timing is missed.
import { readdirSync } from 'node:fs'
import '../scripts/build.mjs'
import { table } from './table.mjs'

const at = process.argv.indexOf('--only')
const only = at > 0 ? process.argv[at + 1] : undefined
const folder = new URL('./language/', import.meta.url)
let isMissed = false
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.mjs'))
  .sort()) {
  const name = file.replace('.mjs', '')
  if (only !== undefined && only !== name) continue
  const { run } = await import(new URL(file, folder).href)
  if (run === undefined) continue
  const rows = await run()
  isMissed ||= rows.some(({ met, isTiming }) => met === false && isTiming !== true)
  console.log(
    `${table(
      [name, 'value', 'aim', ''],
      rows.map(({ measure, value, aim, met }) => [measure, value, aim ?? '', met === undefined ? '' : met ? 'met' : 'MISSED']),
    )}\n`,
  )
}
process.exitCode = isMissed ? 1 : 0
