import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { sha256Hex } from '../base/hash.ts'
import { writeDurably } from '../evidence/index.ts'
import { type CaseFolder, derivedOf, payloadsOf, storeOf, TOOL_VERSION } from '../pipeline/index.ts'
import { composeReport, OUTPUTS, PROFILES, type Profile, showsPersons } from '../report/index.ts'
import { caseOf } from './of-case.ts'
import { type Operation, text } from './operation.ts'
import { count } from './terminal.ts'

/** A report that was written. */
export interface WrittenReport {
  readonly format: string
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** `inbetween report`. */
export const report: Operation = {
  name: 'report',
  summary: 'Write the report into the exports of the case.',
  usage: '',
  options: {
    format: {
      type: 'string',
      value: 'LIST',
      choices: OUTPUTS.map(({ name }) => name),
      summary: 'Formats, comma-separated (default html).',
    },
    profile: { type: 'string', value: 'PROFILE', choices: PROFILES, summary: 'For whom (default public: persons masked).' },
  },
  examples: ['inbetween report -C january.case', 'inbetween report --format html,json,md --profile internal -C january.case'],
  async run(input, context) {
    const opened = caseOf(context)
    const profile = PROFILES.find((name) => name === text(input, 'profile')) ?? 'public'
    const written = await writeReport(opened, (text(input, 'format') ?? 'html').split(','), profile)
    return {
      case: opened.id,
      data: { profile, reports: written },
      text: written.map(({ path, bytes, sha256 }) => `${path}  ${count(bytes)} bytes  sha256 ${sha256}`).join('\n'),
    }
  },
}

/**
 * Writes the formats named into `exports/` and seals their hashes. The same rows and clock give the same bytes, and a report that was sealed already adds no entry `report`. A profile that shows persons adds
 * an entry `unmasked` that names `command`.
 * @throws InbetweenError `IBT-INPUT` when the case was not analysed.
 */
export async function writeReport(
  opened: CaseFolder,
  formats: readonly string[],
  profile: Profile,
  command = 'report',
): Promise<WrittenReport[]> {
  const store = storeOf(opened)
  const derived = derivedOf(opened, store)
  store.close()
  if (!derived)
    throw new InbetweenError('IBT-INPUT', 'the case was not analysed yet', {
      place: opened.root,
      hint: `inbetween analyze -C ${opened.root}`,
    })
  const document = composeReport({
    ...derived,
    tool: TOOL_VERSION,
    now: opened.effects.now(),
    profile,
    configHash: sha256Hex(opened.configText),
  })
  // Whoever writes persons' names out sees them: each time is part of the custody of the case, and is on record before the names are out.
  if (showsPersons(profile, opened.config)) opened.append([{ kind: 'unmasked', payload: { command, profile } }])
  mkdirSync(opened.exportsPath, { recursive: true })
  const written: WrittenReport[] = []
  for (const output of OUTPUTS.filter(({ name }) => formats.includes(name))) {
    const bytes = await output.write(document)
    const path = join(opened.exportsPath, `report${profile === 'public' ? '' : `-${profile}`}${output.extension}`)
    writeDurably(path, bytes)
    written.push({ format: output.name, path, bytes: bytes.length, sha256: sha256Hex(bytes) })
  }
  const sealed = new Set(payloadsOf(opened, 'report').map(({ sha256 }) => String(sha256)))
  const fresh = written.filter(({ sha256 }) => !sealed.has(sha256))
  if (fresh.length > 0)
    opened.append(fresh.map(({ format, sha256 }) => ({ kind: 'report', payload: { format, sha256, profile, head: derived.head.hash } })))
  return written
}
