import { expect, it } from 'vitest'
import { builtInLists } from '../index.ts'
import { readRemarks } from './ofac-remarks.ts'

it.each([
  ['R.F.C. NICR-461006-T36 (Mexico)', { kind: 'R.F.C.', number: 'NICR-461006-T36', country: 'Mexico' }],
  ['Passport AB 123456 (Nowhere) expires 12 Jan 2031', { kind: 'Passport', number: 'AB 123456', country: 'Nowhere' }],
  ['National ID No. 31010619740406283X (China)', { kind: 'National ID', number: '31010619740406283X', country: 'China' }],
  [
    'Unified Social Credit Code (USCC) 913101040936933514 (China)',
    { kind: 'Unified Social Credit Code (USCC)', number: '913101040936933514', country: 'China' },
  ],
  ['Vessel Registration Identification IMO 9074729', { kind: 'Vessel Registration Identification', number: 'IMO 9074729' }],
  ['Registration ID 1047796451658 (Russia)', { kind: 'Registration ID', number: '1047796451658', country: 'Russia' }],
  ['Tax ID No. 7743531082', { kind: 'Tax ID', number: '7743531082' }],
  ['alt. Passport Q1234567 (Nowhere)', { kind: 'Passport', number: 'Q1234567', country: 'Nowhere' }],
])('%s is a number by kind', (piece, number) => expect(readRemarks(`DOB 1974; ${piece}; Gender Male.`).numbers).toEqual([number]))

it('what is no number, no exact day and no tie is left as words', () => {
  const found = readRemarks(
    "DOB circa 1975; Secondary sanctions risk: section 1; Linked To: OSTRAVA WORKS; a.k.a. 'BLT'; nationality Nowhere.",
  )
  expect(found).toEqual({
    weakNames: ['BLT'],
    numbers: [],
    identifiers: [],
    birthDates: [],
    countries: ['Nowhere'],
    edges: [{ kind: 'Linked To', to: 'OSTRAVA WORKS' }],
  })
})

it.each([
  ['Linked To: OSTRAVA WORKS. Secondary sanctions risk: Nowhere Regulations, sections 1.2 and 1.3.', 'OSTRAVA WORKS'],
  ['Linked To: OSTRAVA WORKS CO., LTD. Whether this entry was still listed is not known here.', 'OSTRAVA WORKS CO., LTD'],
  ['Gender Male; Linked To: BRANDAL, Marwick. Removed from the SDN list in July 2025.', 'BRANDAL, Marwick'],
])('a tie ends before a sentence about the listing: %s', (remarks, to) =>
  expect(readRemarks(remarks).edges).toEqual([{ kind: 'Linked To', to }]),
)

it('every tie of the built-in list leads to an entry of it', () => {
  const [list] = builtInLists()
  const edges = (list?.entries ?? []).flatMap(({ edges = [] }) => edges).filter(({ kind }) => kind === 'Linked To')
  expect(edges).toHaveLength(13)
  for (const { to, toId } of edges) {
    expect(['SEK STUDIO', 'LU, Hezheng']).toContain(to)
    expect(list?.entries.find(({ id }) => id === toId)?.name).toBe(to)
  }
})

it('takes no time on a piece made to take for ever', () => {
  const start = performance.now()
  readRemarks(`Registration ${'A '.repeat(90)}1${' ('.repeat(5)}; ${'Linked To: '.repeat(2000)}; ${"a.k.a. '".repeat(3000)}`)
  expect(performance.now() - start).toBeLessThan(1000)
})
