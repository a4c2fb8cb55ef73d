import { own } from '../base/own.ts'
import { remembered } from './memo.ts'
import { NICKNAMES } from './tables/nicknames.ts'
import { type NameToken, token } from './tokens.ts'
import { customarySpellings, foreignLikeness, isTranscribed, markedText } from './transcription.ts'

/** Likeness from which on a foreign name in Chinese characters, where custom does not say, is a short form that sounds so. */
const SURE = 0.9

/** A given name in its short form stands for the full ones too; so does one in Chinese characters (`汤姆`, Tom, Thomas). */
export function withNickname(one: NameToken): NameToken {
  const marked = one.spellings[0]?.text ?? ''
  const full = isTranscribed(marked) ? fullOfMarked(marked) : own(NICKNAMES, one.shown)
  return full === undefined || full === ''
    ? one
    : token(one.shown, [...one.spellings, ...full.split(' ').map((text) => ({ text, via: 'word form' }) as const)], one.kind)
}

/** The full names of all short ones that a marked name is, separated by blanks. */
const fullOfMarked = remembered((marked) => {
  const customary = customarySpellings(markedText(marked))
  const isShort = (short: string) => (customary.length > 0 ? customary.includes(short) : foreignLikeness(marked, short) >= SURE)
  const full = Object.entries(NICKNAMES).flatMap(([short, names]) => (isShort(short) ? names.split(' ') : []))
  return [...new Set(full)].join(' ')
})
