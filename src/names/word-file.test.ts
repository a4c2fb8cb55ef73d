import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordFile } from './word-file.ts'

const FILES = [
  ['han-dictionary.txt', /^\p{Script=Han}{2,4}=[a-z]{3,16}(?:\|[a-z]{3,16})*(?:~[a-z]{3,16}(?:\|[a-z]{3,16})*)?$|^\p{Script=Han}{2}=~[a-z]{3,16}(?:\|[a-z]{3,16})*$/u],
  ['foreign-names.txt', /^\p{Script=Han}{2,8}=[a-z]{2,16}(?:\|[a-z]{2,16}){0,3}$/u],
] as const // biome-ignore format: a table

describe.each(FILES)('%s', (name, shape) => {
  const lines = readFileSync(new URL(`tables/${name}`, import.meta.url), 'utf8').trimEnd().split('\n') // biome-ignore format: one line
  const restOf = wordFile(name)

  it('says each word once, sorted, in Chinese characters and folded Latin words', () => {
    expect(lines.filter((line) => !shape.test(line))).toEqual([])
    const words = lines.map((line) => line.slice(0, line.indexOf('=')))
    expect(words.filter((word, i) => i > 0 && word <= (words[i - 1] ?? ''))).toEqual([])
  })

  it('gives what stands behind each word, and nothing for any other text', () => {
    const known = new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
    expect([...known].filter(([word, rest]) => restOf(word) !== rest)).toEqual([])
    const [any, more] = [fc.constantFrom(...known.keys()), fc.constantFrom('', '=', '\n', '|', '一', '龟', 'a', '\ud840')]
    fc.assert(
      fc.property(any, more, fc.boolean(), (word, end, isBefore) => {
        const text = isBefore ? end + word.slice(1) : word.slice(0, -1) + end
        expect(restOf(text)).toBe(known.get(text) ?? '')
      }),
    )
  })
})
