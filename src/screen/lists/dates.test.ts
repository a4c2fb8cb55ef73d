import { expect, it } from 'vitest'
import { isoDate } from './dates.ts'

it.each([
  ['2015-04-07-04:00', '2015-04-07'],
  ['2024-01-17T00:00:09.554Z', '2024-01-17'],
  ['2020-02', '2020-02'],
  ['1974', '1974'],
  ['16.7.2009', '2009-07-16'],
  ['17/01/2024', '2024-01-17'],
  ['dd/mm/1945', '1945'],
  ['00/00/1958', '1958'],
  ['06 Apr 1974', '1974-04-06'],
  ['26 Feb. 2011', '2011-02-26'],
  ['9 August 2025', '2025-08-09'],
  ['17-Jan-2024', '2024-01-17'],
  ['31/02/2020', '2020-02'],
  ['20090716', '2009-07-16'],
  ['circa 1975', undefined],
  ['between 1973 and 1974', undefined],
  ['1973 to 1974', undefined],
  ['', undefined],
  ['12345678901234', undefined],
  ['9999', undefined],
])('%j is the day %j', (text, day) => expect(isoDate(text)).toBe(day))

it('the order of day and month is the list’s', () => {
  expect(isoDate('10/12/2021', 'month first')).toBe('2021-10-12')
  expect(isoDate('10/12/2021')).toBe('2021-12-10')
})
