import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { InbetweenError } from '../base/errors.ts'
import { compareText } from '../base/hash.ts'
import { evaluate } from './evaluate.ts'
import { exampleRecords } from './example-records.ts'
import { type FactName, type Facts, known, type SomeFacts } from './fact.ts'
import { factsOf } from './facts.ts'
import { loadPacks, type RulePack } from './rule.ts'
import { FACT_NAMES } from './tables/fact-names.ts'

const exampleSchema = z
  .strictObject({
    name: z.string().min(5),
    /** Values by name; facts that are not given cannot be told. */
    facts: z.record(z.string(), z.union([z.number(), z.boolean()])).optional(),
    /** A small made-up case, from which the facts are computed. */
    records: z.unknown().optional(),
  })
  .refine(({ facts, records }) => (facts === undefined) !== (records === undefined), 'an example has facts or records')

const fileSchema = z.strictObject({
  rule: z.string(),
  fires: z.array(exampleSchema).min(1),
  silent: z.array(exampleSchema).min(2),
})

/** The examples of one rule: at least one on which it fires and two ordinary ones on which it does not. */
export type RuleExamples = z.output<typeof fileSchema>

/** One example and what came of it. */
export interface ExampleResult {
  readonly rule: string
  readonly example: string
  readonly expected: 'fires' | 'silent'
  readonly ok: boolean
}

/** Where the examples lie: `fixtures/rules` of the package, from the sources and from the compiled program alike. */
function examplesFolder(): string {
  for (const up of ['../../fixtures/rules/', '../../../fixtures/rules/']) {
    const folder = fileURLToPath(new URL(up, import.meta.url))
    if (existsSync(folder)) return folder
  }
  throw new InbetweenError('IBT-NOT-FOUND', 'the examples of the rules (fixtures/rules) are not part of this installation', {
    place: 'fixtures/rules',
  })
}

/** The examples of every rule that has a file, in the order of ids. @throws InbetweenError `IBT-NOT-FOUND` without them, `IBT-INPUT` for a file that is not one. */
export function loadExamples(): readonly RuleExamples[] {
  const folder = examplesFolder()
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort(compareText)
    .map((file) => {
      const result = fileSchema.safeParse(parse(readFileSync(`${folder}/${file}`, 'utf8')))
      if (result.success) return result.data
      throw new InbetweenError('IBT-INPUT', result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '), {
        place: file,
      })
    })
}

/** Runs every example against its rule: the good one must fire, the ordinary ones must not. */
export function testRules(packs: readonly RulePack[] = loadPacks()): ExampleResult[] {
  return loadExamples().flatMap(({ rule, fires, silent }) => [
    ...fires.map((example) => ({ rule, example: example.name, expected: 'fires' as const, ok: isPresent(rule, example, packs) })),
    ...silent.map((example) => ({ rule, example: example.name, expected: 'silent' as const, ok: !isPresent(rule, example, packs) })),
  ])
}

function isPresent(rule: string, example: RuleExamples['fires'][number], packs: readonly RulePack[]): boolean {
  const records = exampleRecords(example.records ?? {})
  const facts = example.facts === undefined ? factsOf(records) : factsFrom(example.facts)
  return evaluate(records, facts, packs).findings.some((finding) => finding.rule === rule)
}

function factsFrom(values: Readonly<Record<string, number | boolean>>): Facts {
  const facts: SomeFacts = {}
  for (const [name, value] of Object.entries(values)) {
    if (!Object.hasOwn(FACT_NAMES, name)) throw new InbetweenError('IBT-INPUT', `no such fact: ${name}`)
    facts[name as FactName] = known(value, 'example')
  }
  return facts
}
