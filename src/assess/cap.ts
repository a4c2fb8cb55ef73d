import type { EvidenceItem, Hypothesis } from '../model/index.ts'
import { expectedness } from './scale.ts'

/** Why the grave hypothesis is held back: the innocent rivals that nothing sets aside, and the reason in words. */
export interface Cap {
  readonly rivals: readonly string[]
  readonly why: string
}

/** Ratio from which one item sets a rival aside, after reliability. */
const SETS_ASIDE = 10

/** The item of class conduct, record or direct that favours the grave hypothesis most over a rival, and by which ratio. */
export function bestAgainst(
  items: readonly EvidenceItem[],
  grave: string,
  rival: string,
): { item: EvidenceItem; ratio: number } | undefined {
  let best: { item: EvidenceItem; ratio: number } | undefined
  for (const item of items) {
    if (item.class === 'context') continue
    const ratio = expectedness(item, grave) / expectedness(item, rival)
    if (!best || ratio > best.ratio || (ratio === best.ratio && item.id < best.item.id)) best = { item, ratio }
  }
  return best
}

/**
 * Whether the grave hypothesis is held back whatever its number: unless for every innocent rival some item of class conduct, record or direct favours it
 * ten to one, and one of these items is a record or direct. Language, name and place never lift the cap, nor does deception set it.
 */
export function capOf(hypotheses: readonly Hypothesis[], items: readonly EvidenceItem[]): Cap | undefined {
  const grave = hypotheses.find(({ kind }) => kind === 'grave')
  const rivals = hypotheses.filter(({ kind }) => kind === 'innocent')
  if (!grave) return undefined
  const best = rivals.map((rival) => ({ rival, found: bestAgainst(items, grave.id, rival.id) }))
  const open = best.filter(({ found }) => (found?.ratio ?? 0) < SETS_ASIDE)
  if (open.length > 0) {
    const said = open.map(({ rival, found }) =>
      found && found.ratio > 1 ? `${rival.title} (at best ${found.ratio.toFixed(1)} to 1, by “${found.item.title}”)` : rival.title,
    )
    return {
      rivals: open.map(({ rival }) => rival.id),
      why: `No conduct, record or direct observation favours it ten to one over: ${said.join('; ')}.`,
    }
  }
  const hasRecord = best.some(({ found }) => found?.item.class === 'record' || found?.item.class === 'direct')
  return hasRecord
    ? undefined
    : { rivals: rivals.map(({ id }) => id), why: 'The rivals are set aside by conduct alone, without any record or direct observation.' }
}
