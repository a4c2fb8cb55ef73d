import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Anchor, childStep, formatAnchor, type Place, parseAnchor } from './anchor.ts'

const natural = fc.integer({ min: 0, max: 1_000_000 })
const text = fc.string({ minLength: 1, maxLength: 20, unit: 'binary' })
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constant<Place>({ kind: 'whole' }),
  fc.record({ kind: fc.constant('page' as const), page: natural, item: natural }),
  fc.record({ kind: fc.constant('page' as const), page: natural }),
  fc.record({ kind: fc.constant('cell' as const), sheet: text, cell: fc.constantFrom('A1', 'BC204') }),
  fc.record({ kind: fc.constant('cell' as const), sheet: text, cell: fc.constant('A1'), part: fc.constant('comment' as const) }),
  fc.record({ kind: fc.constant('paragraph' as const), part: text, index: natural }),
  fc.record({ kind: fc.constant('layer' as const), path: text }),
  fc.record({ kind: fc.constant('bytes' as const), from: natural, to: natural }),
  fc.record({ kind: fc.constant('box' as const), x: natural, y: natural, w: natural, h: natural }),
  fc.record({ kind: fc.constant('box' as const), x: natural, y: natural, w: natural, h: natural, page: natural }),
)
const anchor: fc.Arbitrary<Anchor> = fc
  .tuple(fc.stringMatching(/^[0-9a-f]{64}$/), fc.array(fc.uint8Array({ minLength: 1, maxLength: 12 }), { maxLength: 3 }), place)
  .map(([sha256, names, at]) => (names.length > 0 ? { sha256, inside: names.map((name) => childStep(name)), at } : { sha256, at }))

it('an anchor read back from its canonical string is the same anchor', () => {
  fc.assert(
    fc.property(anchor, (a) => {
      expect(parseAnchor(formatAnchor(a))).toEqual(a)
    }),
  )
})

it('names that differ in bytes never share a step, even when both show the same characters', () => {
  const composed = childStep(Buffer.from('가'.normalize('NFC')))
  const decomposed = childStep(Buffer.from('가'.normalize('NFD')))
  expect(composed).not.toBe(decomposed)
  expect(childStep(Buffer.from([0xb0, 0xa1]))).toBe('%B0%A1')
  expect(childStep(Buffer.from('a'), 2)).toBe('a#2')
  expect(childStep(Buffer.from('a#2'))).toBe('a%232')
})

it('refuses what is no anchor', () => {
  for (const bad of ['', 'abc', `${'0'.repeat(64)}`, `${'0'.repeat(64)}!nowhere=1`]) expect(() => parseAnchor(bad)).toThrow(/not a/)
})
