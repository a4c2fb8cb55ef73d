import { isHan, simplifiedOf } from './chinese.ts'

/**
 * Folds text for the search index and for queries alike: NFKC, lower case, Latin without accents, Han in simplified forms. Latin, Cyrillic and digits become words;
 * a run of Han, kana or Hangul becomes its single characters and overlapping pairs in order (`原画` → `原 原画 画`), so that queries of one character and phrases match.
 * Words are separated by one blank.
 */
export function foldForSearch(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  const words: string[] = []
  let latin = ''
  let run: string[] = []
  const flush = () => {
    if (latin !== '')
      words.push(
        latin
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, '')
          .normalize('NFC'),
      )
    for (const [i, c] of run.entries()) {
      words.push(c)
      const next = run[i + 1]
      if (next !== undefined) words.push(c + next)
    }
    latin = ''
    run = []
  }
  for (const c of plain) {
    if (isHan(c) || isSyllabic(c)) {
      if (latin !== '') flush()
      run.push(simplifiedOf(c))
    } else if (/[\p{L}\p{N}\p{M}]/u.test(c)) {
      if (run.length > 0) flush()
      latin += c
    } else flush()
  }
  flush()
  return words.join(' ')
}

/** Kana, Hangul syllables and jamo. */
function isSyllabic(c: string): boolean {
  const cp = c.codePointAt(0) ?? 0
  return (
    (cp >= 0x3041 && cp <= 0x30ff && cp !== 0x30fb) ||
    (cp >= 0xac00 && cp <= 0xd7a3) ||
    (cp >= 0x1100 && cp <= 0x11ff) ||
    (cp >= 0x3131 && cp <= 0x318e)
  )
}
