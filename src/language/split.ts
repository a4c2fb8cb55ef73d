import { type Passage, readableText } from '../model/index.ts'
import { isHan, isHangulSyllable } from './chinese.ts'

/** A stretch of a passage in one language. */
export interface Part {
  readonly text: string
  readonly side: 'zh' | 'ko'
}

/** The parts of a passage that can be sides of a pair: itself, or its Chinese and Korean lines, halves and sentences. Empty for other languages. */
export function partsOf(passage: Passage): Part[] {
  const text = readableText(passage)
  const { han, hangul, other } = count(text)
  if (hangul > 0 && han > 0 && hangul + han > 3) {
    const parts = text.split('\n').flatMap(splitByScript)
    if (parts.some(({ side }) => side === 'zh') && parts.some(({ side }) => side === 'ko')) return joinAlike(parts)
  }
  const isChinese = passage.language.startsWith('zh') || (passage.language === 'und' && passage.script.startsWith('Han'))
  if (isChinese && han > 0 && hangul === 0 && other === 0) return [{ text, side: 'zh' }]
  return hangul > 0 && (passage.language === 'ko' || hangul >= han) ? [{ text, side: 'ko' }] : []
}

function count(text: string): { han: number; hangul: number; other: number } {
  let [han, hangul, other] = [0, 0, 0]
  for (const c of text) {
    if (isHangulSyllable(c)) hangul++
    else if (isHan(c)) han++
    else if (c >= '\u3041' && c <= '\u30fa') other++
  }
  return { han, hangul, other }
}

/** A line whose Han letters all stand before its Hangul letters, or all after, is two pieces, and one whose sentences change their script as wholes is many; two letters each at least. */
function splitByScript(line: string): Part[] {
  const { han, hangul } = count(line)
  if (hangul === 0) return han > 1 ? [{ text: line.trim(), side: 'zh' }] : []
  if (han === 0) return [{ text: line.trim(), side: 'ko' }]
  const whole: Part = { text: line.trim(), side: hangul >= han ? 'ko' : 'zh' }
  if (han < 2 || hangul < 2) return [whole]
  const letters = [...line.matchAll(/\p{Script=Han}|[가-힣]/gu)].map(({ 0: c, index }) => ({
    isKorean: isHangulSyllable(c),
    index,
    end: index + c.length,
  }))
  const changes = letters.flatMap((letter, i) => (i > 0 && letter.isKorean !== letters[i - 1]?.isKorean ? [i] : []))
  if (changes.length === 0 || changes.length > MOST_CHANGES) return [whole]
  const cuts: number[] = []
  for (const i of changes) {
    const from = letters[i - 1]?.end ?? 0
    const gap = line.slice(from, letters[i]?.index)
    const cut = cutIn(gap, changes.length === 1)
    // A Chinese word in a Korean sentence, or the other way, is no translation.
    if (cut === undefined) return [whole]
    cuts.push(from + cut)
  }
  return [0, ...cuts].map((from, i): Part => {
    const text = trimmed(line.slice(from, cuts[i] ?? line.length))
    return { text, side: (letters[0]?.isKorean === true) === (i % 2 === 0) ? 'ko' : 'zh' }
  })
}

/** Changes of script in a line of sentences by turns. */
const MOST_CHANGES = 40
/** What parts two languages, the surest first: a slash, bar or arrow; a wide blank; the end of a sentence. */
const SEPARATORS = [/\s*[/|／｜→⇒=＝]+\s*/, /\s{2,}|\t|\u3000/, /[。．.!！?？；;]+[」』）)]*\s*/]
/** Where the script changes once: an opening bracket before these, other signs and a blank after them. In a sentence of one language a bracket explains a word. */
const BRACKET = /\s*[（(［[【〔「]/
const LOOSE = [/\s*[:：\-–—,，、·•]\s*/, /\s+/]

/** Where in the gap between two scripts the one ends: a place in `gap`, after the separator. Undefined when nothing parts them and they need parting. */
function cutIn(gap: string, isOnly: boolean): number | undefined {
  for (const separator of isOnly ? [BRACKET, ...SEPARATORS, ...LOOSE] : SEPARATORS) {
    const met = separator.exec(gap)
    if (met) return met.index + met[0].length
  }
  return isOnly ? gap.length : undefined
}

const OPENING = '（(［[【〔「'
const CLOSING = '）)］]】〕」'

/** Without separators at either end, and without a bracket whose other half is in the other part. */
function trimmed(part: string): string {
  let text = part.replace(/^[\s/|／｜:：\-–—→⇒=＝]+|[\s/|／｜:：\-–—→⇒=＝]+$/gu, '')
  while (OPENING.includes(text.at(-1) ?? ' ')) text = text.slice(0, -1).trim()
  while (CLOSING.includes(text.charAt(0) || ' ')) text = text.slice(1).trim()
  const last = CLOSING.indexOf(text.at(-1) ?? ' ')
  return last >= 0 && !text.includes(OPENING.charAt(last)) ? text.slice(0, -1).trim() : text
}

/** When lines come as one run of each language they are two wholes, not many lines. */
function joinAlike(parts: readonly Part[]): Part[] {
  const changes = parts.filter((part, i) => i > 0 && part.side !== parts[i - 1]?.side).length
  if (changes !== 1) return [...parts]
  const sides = [parts[0]?.side ?? 'zh', parts.at(-1)?.side ?? 'ko'] as const
  return sides.map((side) => ({
    side,
    text: parts
      .filter((part) => part.side === side)
      .map(({ text }) => text)
      .join('\n'),
  }))
}
