import { expect, it } from 'vitest'
import { normalised } from './letters.ts'

it('a text that is taken for normalised as it stands is so, whatever letter it holds and whatever follows it', () => {
  const wrong: string[] = []
  for (let unit = 0; unit < 0x10000; unit++)
    for (const text of [
      String.fromCharCode(unit),
      `e${String.fromCharCode(unit)}`,
      `가${String.fromCharCode(unit)}`,
      `${String.fromCharCode(unit)}\u0301`,
    ])
      for (const form of ['NFC', 'NFKC'] as const)
        if (normalised(text, form) !== text.normalize(form)) wrong.push(`${form} ${unit.toString(16)}`)
  expect(wrong).toEqual([])
})
