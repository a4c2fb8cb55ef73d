import { describe, expect, it } from 'vitest'
import { InbetweenError } from '../base/errors.ts'
import type { Decision, Finding, Level, ReviewState } from '../model/index.ts'
import { decide, queueOf, statesOf } from './index.ts'

const finding = (id: string, level: Level = 'ask', anchors = ['a', 'b']): Finding => ({
  id, rule: `rule ${id}`, title: 't', level, class: 'conduct', group: 'g', subject: 'case', why: 'w', anchors, ordinaryExplanations: ['x', 'y'], asks: ['z?'], state: 'new',
}) // biome-ignore format: a record read as lines
const taken = (of: Finding, state: ReviewState, reason = 'seen with two colleagues', decisions: Decision[] = []) =>
  decide({ finding: of, state, reason, by: 'R. Reviewer', at: '2024-02-05T00:00:00Z', decisions })

describe('a decision', () => {
  it('confirms only after somebody was asked, or with the reason why not', () => {
    const one = finding('f1')
    const refusal = (() => {
      try {
        taken(one, 'confirmed', 'it is plain to see')
      } catch (error) {
        return error
      }
    })()
    expect(refusal).toBeInstanceOf(InbetweenError)
    expect(refusal).toMatchObject({ code: 'IBT-REFUSED', hint: expect.stringContaining('why not') })
    expect(taken(one, 'confirmed', 'Why not asked: the authority asked us to wait').state).toBe('confirmed')
    const asked = taken(one, 'asked')
    expect(taken(one, 'confirmed', 'their answer confirms it', [asked]).state).toBe('confirmed')
    const elsewhere = taken(finding('f2'), 'asked')
    expect(() => taken(one, 'confirmed', 'it is plain to see', [elsewhere])).toThrow(/was not asked/)
  })

  it('needs a state, a reason and a name', () => {
    expect(() => taken(finding('f'), 'new')).toThrow(/not a state/)
    expect(() => taken(finding('f'), 'closed', ' ok ')).toThrow(/reason/)
    expect(() => decide({ finding: finding('f'), state: 'closed', reason: 'answered by letter', by: ' ', at: 'x', decisions: [] })).toThrow(
      /somebody/,
    )
  })
})

describe('states', () => {
  it('come from the last decision, survive new evidence, and say how much is new', () => {
    const before = finding('f')
    const decisions = [taken(before, 'looking'), taken(before, 'explained')]
    const [now] = statesOf([finding('f', 'ask', ['b', 'c', 'd'])], decisions).findings
    expect(now).toMatchObject({ state: 'explained', newSinceDecided: 2 })
    expect(statesOf([before], decisions).findings[0]).not.toHaveProperty('newSinceDecided')
    expect(statesOf([before], decisions).queue).toEqual([])
    expect(statesOf([finding('f', 'ask', ['c'])], decisions).queue.map(({ id }) => id)).toEqual(['f'])
  })

  it('keep decisions whose subject does not arise any more, and attach them to nothing', () => {
    const orphan = taken(finding('gone'), 'closed')
    const { findings, orphaned } = statesOf([finding('f')], [orphan])
    expect(orphaned).toEqual([orphan])
    expect(findings[0]?.state).toBe('new')
  })

  it('queue by level, then by how open, then by rule; the same for any order', () => {
    const all = [finding('c'), finding('a', 'note'), finding('b', 'escalate'), { ...finding('d'), state: 'looking' as const }]
    expect(queueOf(all).map(({ id }) => id)).toEqual(['b', 'c', 'd', 'a'])
    expect(queueOf([...all].reverse())).toEqual(queueOf(all))
  })
})
