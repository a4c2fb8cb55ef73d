import { expect, it } from 'vitest'
import type { ListEntity, Match } from '../model/index.ts'
import { applyDecisions, decideMatch, readDecisions } from './index.ts'

const entity: ListEntity = {
  id: 'l-1', name: 'BRANDAL LANTERN TRADING', schema: 'Company', list: 'l', programs: ['A'], aliases: [{ name: 'BLT', weak: true }, { name: 'Lantern', weak: false }],
  addresses: ['5 Quarry Lane'], identifiers: ['Tax 123456'], remarks: 'r', listedOn: '2020-01-02',
} // biome-ignore format: a record read as lines
const match = (of: ListEntity = entity, query = 'Brandal Lantern', anchors = ['a'], listVersion = '1'): Match => ({
  id: `${query}${listVersion}`, query, entity: of, score: 0.9, reasons: [], listVersion, anchors,
}) // biome-ignore format: a record read as lines
const decide = (verdict: 'dismissed' | 'open' = 'dismissed', of = match()) =>
  decideMatch({ match: of, verdict, reason: 'registered in Busan, other number', by: 'R. Reviewer', at: '2024-02-05T00:00:00Z' })

it('a dismissed match stays so in the next list version, with who, when and why, and counts new places', () => {
  const { open, dismissed } = applyDecisions([match(entity, 'BRANDAL lantern', ['a', 'b'], '2')], [decide()])
  expect(open).toEqual([])
  expect(dismissed).toMatchObject([{ decision: { by: 'R. Reviewer', reason: 'registered in Busan, other number' }, newSinceDecided: 1 }])
  const reordered = { ...entity, aliases: [...entity.aliases].reverse() }
  expect(applyDecisions([match(reordered)], [decide()]).dismissed).toHaveLength(1)
})

it.each<[string, Partial<ListEntity>]>([
  ['names', { aliases: [...entity.aliases, { name: 'Brandal of Busan', weak: false }] }],
  ['identifiers', { identifiers: ['Tax 123457'] }],
  ['dates', { delistedOn: '2024-01-01' }],
  ['programs', { programs: ['A', 'B'] }],
  ['addresses', { addresses: [] }],
  ['remarks', { remarks: 'Linked To: somebody' }],
])('a dismissed match is open again when the %s of its record change, and says so', (part, change) => {
  const { open, dismissed } = applyDecisions([match({ ...entity, ...change })], [decide()])
  expect(dismissed).toEqual([])
  expect(open).toMatchObject([
    {
      score: 0.9,
      reasons: [
        {
          feature: 'dismissed-before',
          weight: 0,
          detail: expect.stringMatching(new RegExp(`R. Reviewer.*2024-02-05.*changed since: ${part}$`)),
        },
      ],
    },
  ])
})

it('says nothing of another name, entry or list, and can be taken back', () => {
  const others = [match(entity, 'Brandal Lanterns'), match({ ...entity, id: 'l-2' }), match({ ...entity, list: 'm' })]
  expect(applyDecisions(others, [decide()]).open).toEqual(others)
  expect(applyDecisions([match()], [decide(), decide('open')]).open).toEqual([match()])
})

it('needs a reason and a name', () => {
  expect(() => decideMatch({ match: match(), verdict: 'dismissed', reason: 'no', by: 'x', at: '' })).toThrow(/reason/)
  expect(() => decideMatch({ match: match(), verdict: 'dismissed', reason: 'other company', by: ' ', at: '' })).toThrow(/somebody/)
})

it('is read back from JSON lines; a line that is none hides nothing', () => {
  const lines = [JSON.stringify(decide()), '{"verdict":"dismissed"}', 'x', 'null', JSON.stringify({ ...decide(), record: {} })].join('\n')
  expect(readDecisions(lines)).toEqual({ decisions: [decide()], unread: 4 })
})
