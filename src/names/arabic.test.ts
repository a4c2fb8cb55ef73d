import { expect, it } from 'vitest'
import { compareNames, findNames, packNames, prepareName, roomFor } from './index.ts'

// Invented names, but for names that official lists publish in both writings.
const SAME = [
  ['طارق عزيز', 'TARIQ AZIZ'], ['عبدالرحمان نیازی', 'Abdul Rahman Nyazi'], ['حمد الله سناني', 'HAMDULLAH SUNANI'], ['سيف الدين فليح حسن', 'Saif al-Din Fulayyih Hassan'], ['محمد الجولاني', 'Mohammed Al-Jawlani'],
] as const // biome-ignore format: short rows
const OTHER = [
  ['حمد الله سناني', 'HAMAD, Abdelbasit Alhaj Alhassan Haj'], ['طارق عزيز', 'Tariq Mansour'], ['محمد حسن', 'Mahmoud Hussein Karim'], ['آغا', 'Uga'],
] as const // biome-ignore format: short rows

it.each(SAME)('%s is %s by its consonants, and is found by them', (arabic, latin) => {
  expect(compareNames({ name: arabic, schema: 'Person' }, { name: latin, schema: 'Person' }).score).toBeGreaterThanOrEqual(0.85)
  const list = packNames([['Marwick Ostrava'], [latin], ['Zephyrine Works']])
  expect(findNames(list, roomFor(list), prepareName(arabic, 'Person'), 3)[0]?.entry).toBe(1)
})

it.each(OTHER)('%s is not %s', (arabic, latin) =>
  expect(compareNames({ name: arabic, schema: 'Person' }, { name: latin, schema: 'Person' }).score).toBeLessThan(0.85),
)
