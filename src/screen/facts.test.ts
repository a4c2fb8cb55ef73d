import { describe, expect, it } from 'vitest'
import type { ListEntity } from '../model/index.ts'
import { countryCodeOf, nameBandOf, type SanctionsList, type ScreenQuery, screenNames } from './index.ts'

const entry = (id: string, name: string, schema: ListEntity['schema'], more: Partial<ListEntity>): ListEntity => ({
  id, name, schema, list: 'l', programs: [], aliases: [], addresses: [], identifiers: [], remarks: '', ...more,
}) // biome-ignore format: one record
const entries = [
  entry('1', 'Corvane Lantern Pictures Ltd', 'Company', { countries: ['Korea, North'], addresses: ['7 Mill Road, Dandong, China'] }),
  entry('2', 'OSTRAVIN, Marwick', 'Person', { birthDates: ['1974-04-06'], countries: ['Russian Federation'] }),
  entry('3', 'QUARRYLAN, Zephyr', 'Person', { birthDates: ['1974'] }),
  entry('4', 'Brandal Works Hong Kong Ltd', 'Company', { countries: ['Hong Kong'] }),
]
const list: SanctionsList = { name: 'l', kind: 'sanctions', version: '1', entities: entries.length, entries }
const ask = (name: string, facts: Omit<ScreenQuery, 'name'> = {}) => {
  const { matches, near } = screenNames([{ name, ...facts }], [list], { asOf: '2024-01-17' })
  const [best] = [...matches, ...near]
  return { isMatch: matches.length > 0, score: best?.score ?? 0, features: best?.reasons.map(({ feature }) => feature) ?? [], best }
}

describe('facts besides a name', () => {
  it('another country lowers, says so, and never takes a name out of sight', () => {
    const alone = ask('Corvane Lantren Pictures')
    const abroad = ask('Corvane Lantren Pictures', { countries: ['BR'] })
    expect([alone.isMatch, abroad.score < alone.score, abroad.score >= 0.6]).toEqual([true, true, true])
    expect(abroad.best?.reasons.find(({ feature }) => feature === 'country')).toMatchObject({
      query: 'BR',
      candidate: 'Korea, North, China',
    })
    expect(ask('Corvane Street Films', { countries: ['BR'] }).score).toBeGreaterThanOrEqual(
      Math.min(0.6, ask('Corvane Street Films').score),
    )
  })

  it('the same country, a country that nobody knows, and China beside Hong Kong change nothing', () => {
    const { score } = ask('Corvane Lantren Pictures')
    for (const country of ['North Korea', 'cn', '조선', 'Nowhere', 'Korea', ''])
      expect(ask('Corvane Lantren Pictures', { countries: [country] }).score).toBe(score)
    expect(ask('Brandal Works Hong Kong', { countries: ['China'] }).score).toBe(ask('Brandal Works Hong Kong').score)
    expect(ask('Marwick Ostravin', { countries: ['Russia'] }).isMatch).toBe(false)
  })

  it('a whole birth date lifts a misspelt name to a match, a year does not, and another date takes it down', () => {
    expect(ask('Marwik Ostravin', { birthDate: '1974-04-06' }).isMatch).toBe(true)
    for (const birthDate of ['1974', '1974-04', '1974-04-07', '1990-01-01'])
      expect(ask('Marwick Ostravin', { birthDate }).isMatch).toBe(false)
    expect(ask('Marwick Ostravin', { birthDate: '1990-01-01' }).score).toBeLessThan(0.75)
    for (const birthDate of ['1974', '1974-05-01'])
      expect(ask('Zephyr Quarrylan', { birthDate })).toMatchObject({ isMatch: false, score: 0.84 })
    expect(ask('Tidewater Lantern', { birthDate: '1974-04-06' }).score).toBe(0)
  })

  it.each([['Korea', undefined], ['Korea, North', 'KP'], ['北朝鮮', 'KP'], ['중국', 'CN'], ['Россия', 'RU'], ['iran (islamic republic of)', 'IR'], ['Deutschland', 'DE'], ['xx', undefined]])(
    '%s is %s', (name, code) => expect(countryCodeOf(name)).toBe(code)) // biome-ignore format: rows
})

describe('the band of a score', () => {
  it('is of the names alone, whatever facts and policy did to the score', () => {
    const bands = [{}, { birthDate: '1974-04-06' }, { birthDate: '1990-01-01' }, { countries: ['Brazil'] }].map((facts) => {
      const { best } = ask('Ostravin Marwick', facts)
      return best && nameBandOf(best)
    })
    expect(bands[0]?.nameScore).toBe(1)
    expect(new Set(bands.map((band) => JSON.stringify(band))).size).toBe(1)
  })
})
