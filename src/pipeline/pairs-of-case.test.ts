import { expect, it } from 'vitest'
import { tellLanguage } from '../language/index.ts'
import type { Exhibit, Passage, Trace } from '../model/index.ts'
import { pairsOfCase } from './pairs-of-case.ts'

it('a file and its translation beside it give pairs with the anchors of both, and the dates they state tell the direction', () => {
  const texts = [
    ['a', 'x.docx', '头发的高光漏画了', '2024-01-10T08:00:00Z'],
    ['b', 'x_kor.docx', '머리카락의 강조빛을 빠뜨렸음', '2024-01-10T11:00:00Z'],
  ] as const
  const exhibits = texts.map(
    ([id, path]): Exhibit => ({
      id,
      sourceId: 's',
      path,
      sha256: id,
      blob: id,
      inside: [],
      bytes: 1,
      format: 'docx',
      status: 'read',
      firstSeen: '2024-01-10',
      lastSeen: '2024-01-10',
    }),
  )
  const passages = texts.map(
    ([id, path, text]): Passage => ({
      text,
      at: { kind: 'line', line: 1 },
      anchor: `${id}!line=1`,
      exhibitId: id,
      path,
      ...tellLanguage(text),
    }),
  )
  const traces = texts.map(([id, path, , value]): Trace => ({ field: 'modified', value, anchor: `${id}!whole=`, exhibitId: id, path }))
  const { pairs, warnings } = pairsOfCase(exhibits, passages, traces)
  expect(pairs.map(({ from, to, direction }) => [from.anchor, to.anchor, direction])).toEqual([['a!line=1', 'b!line=1', 'zh>ko']])
  expect(warnings).toEqual([])
  expect(pairsOfCase(exhibits, passages, []).pairs[0]?.direction).toBe('undetermined')
})
