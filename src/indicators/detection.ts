import { z } from 'zod'
import { type FactName, type Facts, factOf } from './fact.ts'
import { FACT_NAMES } from './tables/fact-names.ts'

/** What is asked of one fact. All members that are given must hold. */
export interface Test {
  readonly gte?: number
  readonly lte?: number
  readonly gt?: number
  readonly lt?: number
  readonly eq?: number
  readonly is?: boolean
}

/** A rule's condition: a fact with a test, or all, any or none of further conditions. */
export type Detection =
  | { readonly all: readonly Detection[] }
  | { readonly any: readonly Detection[] }
  | { readonly not: Detection }
  | { readonly fact: FactName; readonly test: Test }

const NAMES = new Set<string>(Object.keys(FACT_NAMES))
const DEPTH = 8

const test = z
  .strictObject({
    gte: z.number().optional(),
    lte: z.number().optional(),
    gt: z.number().optional(),
    lt: z.number().optional(),
    eq: z.number().optional(),
    is: z.boolean().optional(),
  })
  .refine((given) => Object.keys(given).length > 0, 'a test needs gte, lte, gt, lt, eq or is')

/** Reads a condition as packs write it: `{all: […]}`, `{any: […]}`, `{not: …}`, or `{fact-name: {gte: 3}}`. Unknown facts and tests that do not fit the fact are refused. */
export const detectionSchema = z.unknown().transform((given, context): Detection => {
  try {
    return read(given, 0)
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
    return z.NEVER
  }
})

function read(given: unknown, depth: number): Detection {
  if (depth > DEPTH) throw new Error(`conditions nest deeper than ${DEPTH}`)
  if (given === null || typeof given !== 'object' || Array.isArray(given)) throw new Error('a condition is a map with one key')
  const entries = Object.entries(given)
  const [entry] = entries
  if (entries.length !== 1 || !entry) throw new Error(`a condition has one key, not ${entries.length}: join several with all`)
  const [key, value] = entry
  if (key === 'not') return { not: read(value, depth + 1) }
  if (key === 'all' || key === 'any') {
    if (!Array.isArray(value) || value.length === 0) throw new Error(`${key} needs a list`)
    const parts = value.map((part) => read(part, depth + 1))
    return key === 'all' ? { all: parts } : { any: parts }
  }
  if (!NAMES.has(key)) throw new Error(`no such fact: ${key}`)
  const name = key as FactName
  const given2 = test.safeParse(value)
  if (!given2.success) throw new Error(`${key}: ${given2.error.issues.map(({ message }) => message).join('; ')}`)
  const wantsTruth = given2.data.is !== undefined
  if (wantsTruth !== (FACT_NAMES[name].kind === 'boolean'))
    throw new Error(`${key} is a ${FACT_NAMES[name].kind}: ask ${wantsTruth ? 'gte, lte or eq' : 'is'}`)
  const { data } = given2
  return { fact: name, test: Object.fromEntries(Object.entries(data).filter(([, member]) => member !== undefined)) as Test }
}

/**
 * Whether a condition holds; null when this material cannot tell. Three values by Kleene: `all` is false as soon as one part is false, `any` true as soon as one is true.
 */
export function holds(detection: Detection, facts: Facts): boolean | null {
  if ('not' in detection) {
    const inner = holds(detection.not, facts)
    return inner === null ? null : !inner
  }
  if ('all' in detection) {
    const parts = detection.all.map((part) => holds(part, facts))
    return parts.includes(false) ? false : parts.includes(null) ? null : true
  }
  if ('any' in detection) {
    const parts = detection.any.map((part) => holds(part, facts))
    return parts.includes(true) ? true : parts.includes(null) ? null : false
  }
  const { value } = factOf(facts, detection.fact)
  return value === null ? null : passes(value, detection.test)
}

/** Whether a value passes a test. */
export function passes(value: number | boolean, { gte, lte, gt, lt, eq, is }: Test): boolean {
  if (typeof value === 'boolean') return is === value
  return (
    (gte === undefined || value >= gte) &&
    (lte === undefined || value <= lte) &&
    (gt === undefined || value > gt) &&
    (lt === undefined || value < lt) &&
    (eq === undefined || value === eq)
  )
}

/** Names of the facts of a condition, in the order they stand. */
export function factNamesOf(detection: Detection): FactName[] {
  if ('not' in detection) return factNamesOf(detection.not)
  const parts = 'all' in detection ? detection.all : 'any' in detection ? detection.any : undefined
  return parts ? [...new Set(parts.flatMap(factNamesOf))] : 'fact' in detection ? [detection.fact] : []
}
