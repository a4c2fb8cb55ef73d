import { expect, it } from 'vitest'
import { prepareName, wordsOf } from '../names/index.ts'
import { cutNameWarnings } from './cut-names.ts'

const words = (count: number) => Array.from({ length: count }, (_, i) => `ostra${String.fromCharCode(97 + i)}`).join(' ')

it.each([
  ['Brandal Lantern', false],
  [words(24), false],
  [words(25), true],
  ['m'.repeat(300), false],
  ['m'.repeat(301), true],
  ['무역'.repeat(30), true],
  ['贸易'.repeat(24), false],
  ['贸易'.repeat(25), true],
] as const)('%s is longer than what is compared: %s', (name, isCut) => {
  expect(cutNameWarnings([name]).map(({ code }) => code)).toEqual(isCut ? ['name-cut'] : [])
})

it('names are told by their places and not by their letters, the first five of them', () => {
  const names = ['Marwick', ...Array.from({ length: 7 }, () => words(25))]
  const [{ message = '' } = {}] = cutNameWarnings(names)
  expect(message).toContain('7 of 8 names')
  expect(message).toContain('(number 2, 3, 4, 5, 6 …)')
  expect(wordsOf(words(25)).filter((word) => message.includes(word))).toEqual([])
})

it('what is told to be compared whole is', () => {
  for (const name of [words(24), '贸易'.repeat(24), 'm'.repeat(300)]) {
    const { latin } = prepareName(name)
    expect(latin.map(({ shown }) => shown).join('')).toBe(name.replaceAll(' ', ''))
  }
})
