import { KANA } from './tables/kana.ts'

/** How long vowels and ん are written: `macrons` (Satō, Shinbashi), `plain` without them (Sato), `passport` as the Japanese passport does: no macrons, m before b, m and p (Shimbashi). */
export type KanaStyle = 'macrons' | 'plain' | 'passport'

const MACRONS: Readonly<Record<string, string>> = { a: 'ā', i: 'ī', u: 'ū', e: 'ē', o: 'ō' }
/** A second vowel that makes the first one long: aa, uu, ee, oo and ou; ei and ii are written out. */
const LONG: ReadonlySet<string> = new Set(['aa', 'uu', 'ee', 'oo', 'ou'])

/**
 * Kana in modified Hepburn; other characters stay. っ doubles what follows (tch before ch) and is t at the end; ん is n, and n' before a vowel or y. お and う are long after o, which is wrong where a word or a verb ends
 * between them (思う omou, 小野 at こおの): kana does not show that. Particles は and へ are written as spelled.
 */
export function romaniseKana(text: string, style: KanaStyle = 'macrons'): string {
  return hiragana(text.normalize('NFKC')).replace(/[ぁ-ゖー\u30f7-\u30faゝゞ]+/g, (run) => runInLatin(repeated(run), style))
}

function hiragana(text: string): string {
  return text
    .replace(/[\u30a1-\u30f6]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
    .replace(/[ヽヾ]/g, (c) => (c === 'ヽ' ? 'ゝ' : 'ゞ'))
}

/** Marks that repeat the kana before them, with or without voicing. */
function repeated(run: string): string {
  let done = ''
  for (const c of run) {
    const last = done.slice(-1)
    done += c === 'ゝ' ? last : c === 'ゞ' ? (`${last}\u3099`.normalize('NFC')[0] ?? '') : c
  }
  return done
}

function runInLatin(run: string, style: KanaStyle): string {
  let latin = ''
  let isDoubled = false
  for (let i = 0; i < run.length; ) {
    const two = run.slice(i, i + 2)
    const taken = two.length === 2 && KANA[two] !== undefined ? two : (run[i] ?? '')
    i += taken.length
    if (taken === 'っ') isDoubled = true
    else if (taken === 'ー') latin = lengthened(latin, style)
    else if (taken === 'ん') latin += syllabicN(run.slice(i, i + 2), style)
    else {
      const sound = KANA[taken] ?? ''
      const isConsonant = /^[^aeiou]/.test(sound)
      latin = joined(latin, isDoubled ? (isConsonant ? (sound.startsWith('ch') ? 't' : sound[0]) : '') + sound : sound, style)
      isDoubled = false
    }
  }
  return isDoubled ? `${latin}t` : latin
}

function syllabicN(next: string, style: KanaStyle): string {
  const sound = KANA[next] ?? KANA[next[0] ?? ''] ?? ''
  if (/^[aeiouy]/.test(sound)) return style === 'passport' ? 'n' : "n'"
  return style === 'passport' && /^[bmp]/.test(sound) ? 'm' : 'n'
}

function joined(latin: string, sound: string, style: KanaStyle): string {
  const last = latin.slice(-1)
  if (!LONG.has(last + sound)) return latin + sound
  return style === 'macrons' ? lengthened(latin, style) : withoutLength(latin, sound, style)
}

/** Long o and u lose their second letter where macrons are left out; a and e keep it (おかあさん okaasan). */
function withoutLength(latin: string, sound: string, style: KanaStyle): string {
  return style === 'plain' && (sound === 'a' || sound === 'e') ? latin + sound : latin
}

function lengthened(latin: string, style: KanaStyle): string {
  const last = latin.slice(-1)
  return style === 'macrons' && MACRONS[last] !== undefined ? latin.slice(0, -1) + MACRONS[last] : latin
}
