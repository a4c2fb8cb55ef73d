import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { configOf } from './config.ts'
import { utf8 } from './files/bytes.ts'
import { CASES } from './story/index.ts'
import type { MadeCase } from './story/made-case.ts'
import { clientsOf, registrationTable } from './story/visits.ts'
import { type TreeFacts, writeSnapshots } from './tree.ts'
import type { Truth } from './truth.ts'

const MARK = '.made-by-january'
const MARK_TEXT = 'This folder was made by the January generator. It is removed and made afresh each time.\n'

/** Thrown when the output folder holds something that the generator did not make. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/**
 * Writes a case into a folder: `server/` (a folder per day), `inbetween.yaml`, `registrations.csv`, declarations and `truth.json`. The same name gives
 * the same bytes and file times each time.
 * @throws Refused when the folder is there and is neither empty nor a former output.
 */
export async function generate(folder: string, name: string, say: (line: string) => void = () => {}): Promise<TreeFacts> {
  const story = CASES.get(name)
  if (!story) throw new Error(`no such case: ${name}`)
  const root = resolve(folder)
  clear(root)
  mkdirSync(root, { recursive: true })
  writeFileSync(join(root, MARK), MARK_TEXT)
  say(`${name}: writing the files`)
  const made = await story()
  const facts = writeSnapshots(join(root, 'server'), made.days, (day) => say(`${name}: ${day}`))
  writeFileSync(join(root, 'inbetween.yaml'), configOf(name, made, basename(root)))
  writeFileSync(join(root, 'registrations.csv'), registrationTable(made.registrations, made.stated.registrationsBy.on))
  for (const { name: file, bytes } of made.beside) writeFileSync(join(root, file), bytes)
  writeFileSync(join(root, 'truth.json'), utf8(`${JSON.stringify(truthOf(name, made, facts), null, 1)}\n`))
  return facts
}

function clear(root: string): void {
  if (!existsSync(root)) return
  const names = readdirSync(root)
  if (names.length === 0) return
  const isOurs = names.includes(MARK) && readFileSync(join(root, MARK), 'utf8') === MARK_TEXT
  if (!isOurs) throw new Refused(`${root} is there and was not made by this generator; name another folder`)
  rmSync(root, { recursive: true, force: true })
}

function truthOf(name: string, made: MadeCase, facts: TreeFacts): Truth {
  const { book } = made
  return {
    case: name,
    title: made.title,
    differs: made.differs,
    days: { first: made.days.at(0)?.day ?? '', last: made.days.at(-1)?.day ?? '' },
    batches: facts.batches,
    pairs: book.pairs,
    nonPairs: book.nonPairs,
    productions: made.productions,
    ...(made.rightsCompany === undefined ? {} : { rightsCompany: made.rightsCompany }),
    clients: clientsOf(made.requests, made.visitors),
    events: made.requests.length,
    orthography: made.orthography,
    listedCompanies: [],
    noise: book.noises,
    traces: book.traces,
    assessment: made.assessment,
    maxLevel: made.maxLevel,
    observed: made.observed,
    undetermined: made.undetermined,
  }
}
