import type { Reason } from '../model/index.ts'
import { wordsOf } from '../names/index.ts'
import { type NameHit, withoutOverlaps } from './latin-names.ts'
import type { Sought } from './sought.ts'

const HANGUL = /[\uac00-\ud7a3]/
const HAN = /[\u3400-\u9fff]/
/** Particles that follow a Korean name without a blank. */
const PARTICLE = /[은는이가을를의에와과로도만]/
/** What may follow a Chinese title of two characters without making another word of it. */
const AFTER_SHORT_TITLE = /[第季集话話篇]/
/** Blanks and points that may stand between two characters of a name (`조선 4·26 …`). */
const GAP = 2

/** Finds names in East Asian writing: folded letter by letter (simplified Han), blanks and points inside a name left out. A name of two characters needs a border on both sides. */
export function cjkFinder(all: readonly Sought[]): (text: string) => NameHit[] {
  const byStart = new Map<string, Sought[]>()
  for (const sought of all) {
    if (sought.compact === '') continue
    const key = sought.compact.slice(0, 2)
    byStart.set(key, [...(byStart.get(key) ?? []), sought])
  }
  if (byStart.size === 0) return () => []
  return (text) => {
    if (!/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(text)) return []
    const { letters, places } = compacted(text)
    const hits: NameHit[] = []
    for (let i = 0; i + 1 < letters.length; i++) {
      for (const sought of byStart.get(letters.slice(i, i + 2)) ?? []) {
        if (!letters.startsWith(sought.compact, i)) continue
        const from = places[i] ?? 0
        const to = (places[i + sought.compact.length - 1] ?? 0) + 1
        if (to - from > sought.compact.length + GAP * sought.compact.length || !hasBorders(sought.compact, text, from, to)) continue
        hits.push({ sought, from, to, score: 1, reasons: [reasonOf(sought, text.slice(from, to))] })
      }
    }
    return withoutOverlaps(hits)
  }
}

function reasonOf(sought: Sought, written: string): Reason {
  const detail = written === sought.form ? 'as it was stated' : 'the same characters after folding'
  return { feature: 'same', detail, query: written, candidate: sought.form, weight: 1 }
}

/** Folded letters and digits of a text and where each stands. Characters beyond the basic plane are left out: no name here has them. */
function compacted(text: string): { letters: string; places: number[] } {
  let letters = ''
  const places: number[] = []
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (!/[\p{L}\p{N}]/u.test(c)) continue
    const folded = foldLetter(c)
    if (folded.length !== 1) continue
    letters += folded
    places.push(i)
  }
  return { letters, places }
}

const folds = new Map<string, string>()

function foldLetter(c: string): string {
  let folded = folds.get(c)
  if (folded === undefined) {
    folded = wordsOf(c)[0] ?? ''
    folds.set(c, folded)
  }
  return folded
}

function hasBorders(compact: string, text: string, from: number, to: number): boolean {
  const [before, after] = [text[from - 1] ?? '', text[to] ?? '']
  if (HANGUL.test(compact[0] ?? '')) {
    if (HANGUL.test(before)) return false
    return compact.length >= 4 || !HANGUL.test(after) || PARTICLE.test(after)
  }
  if (compact.length > 2) return true
  return !HAN.test(before) && (!HAN.test(after) || AFTER_SHORT_TITLE.test(after))
}
