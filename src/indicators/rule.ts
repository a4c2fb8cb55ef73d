import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { InbetweenError } from '../base/errors.ts'
import { compareText, sha256Hex } from '../base/hash.ts'
import type { Level } from '../model/index.ts'
import { detectionSchema } from './detection.ts'
import type { FactName } from './fact.ts'
import { FACT_NAMES } from './tables/fact-names.ts'

/** Levels in order. */
export const LEVELS = ['note', 'ask', 'escalate'] as const satisfies readonly Level[]

const level = z.enum(LEVELS)
const rating = z.enum(['almost certain', 'likely', 'even', 'unlikely', 'very unlikely', 'remote', 'excluded'])
const factName = z.string().refine((name): name is FactName => Object.hasOwn(FACT_NAMES, name), 'no such fact')

const ruleSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z]+-\d{4}$/),
    title: z.string().min(10),
    description: z.string().min(20),
    status: z.enum(['experimental', 'test', 'stable', 'deprecated']),
    class: z.enum(['context', 'conduct', 'record', 'direct']),
    group: z.string().min(2),
    level,
    max_level_alone: level,
    references: z.array(z.strictObject({ doc: z.string(), para: z.string().optional() })).min(1),
    detection: detectionSchema,
    /** The fact whose single cases become findings of their own; without it the rule speaks of the case. */
    each: factName.optional(),
    ordinary_explanations: z.array(z.string().min(8)).min(2),
    asks: z.array(z.string().min(8)).min(1),
    likelihood_defaults: z.record(z.string(), z.record(z.string(), rating)).optional(),
  })
  .refine((rule) => rule.class !== 'context' || rule.level !== 'escalate', 'a context rule reaches ask at most')
  .refine((rule) => LEVELS.indexOf(rule.max_level_alone) <= LEVELS.indexOf(rule.level), 'max_level_alone is above level')
  .refine((rule) => rule.class !== 'conduct' || rule.max_level_alone !== 'escalate', 'a conduct rule never escalates alone')
  .transform(({ max_level_alone, ordinary_explanations, likelihood_defaults, ...rest }) => ({
    ...rest,
    maxLevelAlone: max_level_alone,
    ordinaryExplanations: ordinary_explanations,
    likelihoodDefaults: likelihood_defaults ?? {},
  }))

const packSchema = z.strictObject({ name: z.string(), summary: z.string(), rules: z.array(ruleSchema).min(1) })

/** A red-flag rule, as its pack states it; docs and the command line show every member. */
export type Rule = z.output<typeof ruleSchema>

/** A file of rules. */
export type RulePack = z.output<typeof packSchema>

/** Reads a rule pack. @throws InbetweenError `IBT-CONFIG` naming the rule and the member. */
export function readPack(text: string, place: string): RulePack {
  let given: unknown
  try {
    given = parse(text, { maxAliasCount: 0 })
  } catch (error) {
    throw new InbetweenError('IBT-CONFIG', `not YAML: ${error instanceof Error ? error.message : String(error)}`, { place })
  }
  const result = packSchema.safeParse(given)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new InbetweenError('IBT-CONFIG', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a rule pack'}`, { place })
}

let loaded: readonly RulePack[] | undefined

/** The built-in rule packs in the order of their names; read once per process. Ids are unique over all packs. */
export function loadPacks(): readonly RulePack[] {
  loaded ??= readPacks(new URL('./packs/', import.meta.url))
  return loaded
}

/** SHA-256 over the bytes of the built-in packs in the order of their names, as `cat packs/*.yaml | sha256sum` gives it. */
export function packsHash(): string {
  const folder = new URL('./packs/', import.meta.url)
  return sha256Hex(Buffer.concat(packNames(folder).map((file) => readFileSync(new URL(file, folder)))))
}

function packNames(folder: URL): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort(compareText)
}

function readPacks(folder: URL): RulePack[] {
  const packs = packNames(folder).map((file) => readPack(readFileSync(new URL(file, folder), 'utf8'), `packs/${file}`))
  const ids = packs.flatMap(({ rules }) => rules.map(({ id }) => id))
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new InbetweenError('IBT-CONFIG', `two rules have the id ${twice}`)
  return packs
}
