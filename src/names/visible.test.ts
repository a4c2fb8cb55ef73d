import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, findNames, isCutName, NAME_CHARS, packNames, prepareName, roomFor, wordsOf } from './index.ts'
import { visibleOf } from './visible.ts'

const HIDDEN = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u061c', '\u180b', '\u180e', '\u202e', '\u2066', '\ufe0f', '\u{e0100}', '\u{e0041}', '\u115f', '\u3164', '\u0000', '\u0007', '\u001b', '\u007f', '\u009c', '\u001b[31m', '\u001b[0m', '\u001b[38;5;1m', '\u009b1m'] // biome-ignore format: a list

describe('a name with characters that nobody sees', () => {
  it.each(HIDDEN.map((hidden) => ({ hidden, shown: JSON.stringify(hidden) })))('finds what it reads as: $shown', ({ hidden }) => {
    const list = packNames([['SEK STUDIO'], ['MARWICK LANTERN'], ['조선단군무역회사'], ['卢和征']])
    for (const [name, entry] of [
      ['SEK STUDIO', 0],
      ['Marwick Lantern', 1],
      ['조선단군무역회사', 2],
      ['卢和征', 3],
    ] as const) {
      // biome-ignore format: a table
      const other = `${hidden}${name.slice(0, 1)}${hidden}${name.slice(1, 2)}${hidden}${hidden}${name.slice(2)}${hidden}`
      expect(wordsOf(other)).toEqual(wordsOf(name))
      expect(compareNames({ name: other }, { name }).score).toBe(1)
      expect(findNames(list, roomFor(list), prepareName(other), 5)[0]?.entry).toBe(entry)
    }
  })

  it('parts its words at blanks, tabulators and ends of lines alone', () => {
    expect(wordsOf('sek\u200b\tstudio\r\nmarwick\u0085lantern\u000btide\u00a0é')).toEqual([
      'sek',
      'studio',
      'marwick',
      'lantern',
      'tide',
      'e',
    ])
  })

  it('is compared by the characters that are seen, however many are not', () => {
    const name = `${'\u200b'.repeat(5_000)}S\u200bEK${'\u001b[1m'.repeat(2_000)} STUDIO`
    expect(isCutName(name)).toBe(false)
    expect(wordsOf(name)).toEqual(['sek', 'studio'])
    expect(isCutName(`\u200b${'m'.repeat(NAME_CHARS + 1)}`)).toBe(true)
    expect(wordsOf(`\u200b${'m'.repeat(NAME_CHARS + 1)}`)).toEqual(['m'.repeat(NAME_CHARS)])
  })

  it('keeps letters that stand behind an escape: a command hides no name', () => {
    expect(visibleOf('SEK \u001b]STUDIO')).toBe('SEK ]STUDIO')
    expect(wordsOf('Lantern\u001b House \u001b]0;SEK STUDIO\u0007')).toEqual(['lantern', 'house', '0', 'sek', 'studio'])
    expect(wordsOf('\u001b[SEK STUDIO \u001b(Brandal')).toEqual(['sek', 'studio', 'brandal'])
    expect(visibleOf('SEK STUDIO')).toBe('SEK STUDIO')
  })

  it('gives a text in which nothing is hidden, whatever it is, and takes nothing else away', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...HIDDEN, '[', ']', '3', 'm', ' ', '\t'), fc.string({ unit: 'grapheme', maxLength: 3 }))).map((parts) => parts.join('')) // biome-ignore format: a text
    fc.assert(
      fc.property(text, (one) => {
        const seen = visibleOf(one)
        expect(seen).not.toMatch(/[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?![\t-\r\u0085])\p{Cc}/u)
        expect(visibleOf(seen)).toBe(seen)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (one) => {
        expect(visibleOf(one)).toBe(one)
      }),
    )
  })
})
