import { expect, it } from 'vitest'
import type { Match } from '../model/index.ts'
import { alsoInWords, shownMatches } from './same-entry.ts'

const match = (id: string, list: string, name: string, anchors: string[], score = 1): Match => ({
  id, query: 'Brandal Lantern', score, reasons: [], listVersion: '7', anchors,
  entity: { id, name, schema: 'Company', list, programs: [], aliases: [], addresses: [], identifiers: [], remarks: '' },
}) // biome-ignore format: a record read as lines

it('an entry of OFAC in two lists is one row that names both and has the places of both', () => {
  const shown = shownMatches([
    match('ofac-17', 'ofac', 'BRANDAL', ['a'], 0.9),
    match('ofac-made-up-17', 'ofac-made-up', 'Brandal', ['a', 'b'], 0.95),
  ])
  expect(shown).toMatchObject([{ id: 'ofac-made-up-17', score: 0.95, anchors: ['a', 'b'] }])
  expect(shown.map(alsoInWords)).toEqual(['; also ofac-17 of list ofac, version 7'])
})

it('entries stay apart that share a number only, or whose list is not of OFAC', () => {
  const apart = [match('ofac-17', 'ofac', 'BRANDAL', ['a']), match('ofac-made-up-17', 'ofac-made-up', 'OSTRAVA', ['a']), match('eu-17', 'eu', 'BRANDAL', ['a']), match('un-17', 'un', 'BRANDAL', ['a'])] // biome-ignore format: one line
  expect(shownMatches(apart).map(({ id }) => id)).toEqual(apart.map(({ id }) => id))
  expect(shownMatches(apart).map(alsoInWords).join('')).toBe('')
})
