import { expect, it } from 'vitest'
import { compareNames, findNames, packNames, prepareName, romanisations, roomFor } from './index.ts'
import { ofacScore } from './ofac-score.ts'

const WORDS = Object.getOwnPropertyNames(Object.prototype)

it.each([undefined, 'Person', 'Company', 'Organization', 'Vessel'] as const)(
  'words that every object has are words like any other, in names of %s',
  (schema) => {
    const list = packNames(WORDS.map((word) => [`Marwick ${word}`]))
    for (const word of WORDS) {
      const name = `Marwick ${word}`
      expect(compareNames({ name, ...(schema ? { schema } : {}) }, { name, ...(schema ? { schema } : {}) }).score, word).toBe(1)
      expect(findNames(list, roomFor(list), prepareName(word, schema), 40).length, word).toBeGreaterThan(0)
      expect(romanisations(word)).toEqual([])
      expect(ofacScore(name, name)).toBe(100)
    }
  },
)
