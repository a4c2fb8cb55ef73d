import type { Passage } from '../model/index.ts'
import type { Edge } from './edges.ts'
import { type Mark, markedPath } from './marks.ts'
import type { Piece } from './neighbours.ts'
import { CALQUES } from './tables/calques.ts'

/** Which language was translated into which, with the sentence that says why or why not. */
export interface Direction {
  readonly direction: 'zh>ko' | 'ko>zh' | 'undetermined'
  readonly reason: string
}

/** A sign of direction. `statement`: somebody wrote it; `kept`: an order that holds throughout, or one file saved from the other; `weak`: decides nothing alone. */
export interface Sign {
  readonly says: 'zh>ko' | 'ko>zh'
  readonly strength: 'statement' | 'kept' | 'weak'
  /** Set when the sign is the order in which the languages stand: what somebody wrote goes before it. */
  readonly isOrder?: boolean
  readonly words: string
}

/** Direction by order needs this many pairs and this share of them; so do marks of layers and sheets. */
export const ORDER = { pairs: 3, share: 0.9 } as const
/** Pairs with different calques that make a sign. */
const LEAST_CALQUES = 3
/** How every reason begins that says that signs contradict: no order of the case overrules it. */
export const CONTRADICTION = 'signs contradict each other'

/** What signs together say: none that is weak decides alone, and where two contradict nothing is decided. */
export function directionBy(signs: readonly Sign[], otherwise: string): Direction {
  const isStated = signs.some(({ strength }) => strength === 'statement')
  const heard = signs.filter(({ isOrder }) => !(isStated && isOrder))
  const words = heard.map((sign) => sign.words)
  const [first] = heard
  if (first === undefined) return { direction: 'undetermined', reason: otherwise }
  if (heard.some(({ says }) => says !== first.says))
    return { direction: 'undetermined', reason: `${CONTRADICTION}: ${heard.map(({ says, words: own }) => `${own} (${says})`).join('; ')}` }
  if (heard.length === 1 && first.strength === 'weak')
    return { direction: 'undetermined', reason: `one weak sign only: ${first.words} (${first.says})` }
  return { direction: first.says, reason: words.join('; ') }
}

/** The direction of all pairs inside an exhibit: headings, marks in names of layers and sheets, one order kept throughout, calques. */
export function directionInside(chosen: readonly Edge[], passages: readonly Passage[]): Direction {
  const names = signOfMarks(commonMarks(chosen, 'zh'), commonMarks(chosen, 'ko'), 'layer or sheet')
  const signs = [byHeadings(chosen, passages), names, byOrder(chosen), byCalques(chosen)].filter((sign) => sign !== undefined)
  return directionBy(signs, 'too few pairs, or no constant order, to say which was translated')
}

/** Column headings that say which side is the translation. */
const TRANSLATION_HEADING = /译文|翻译|译|번역|역문/
const SOURCE_HEADING = /原文|原稿|원문/
/** Rows in which headings stand, and characters of one. */
const HEADING = { row: 4, chars: 20 } as const

function byHeadings(chosen: readonly Edge[], passages: readonly Passage[]): Sign | undefined {
  const columns = new Map<string, { zh: number; ko: number }>()
  for (const { relation, zh, ko } of chosen) {
    if (relation !== 'row') continue
    const known = columns.get(zh.passage.block ?? '')
    const own = { zh: zh.passage.column ?? -1, ko: ko.passage.column ?? -1 }
    if (known?.zh !== own.zh || known.ko !== own.ko) columns.set(zh.passage.block ?? '', own)
  }
  if (columns.size === 0) return undefined
  for (const passage of passages) {
    const { row } = passage
    if (row === undefined || row > HEADING.row) continue
    const { text, block, column } = passage
    if (text.length > HEADING.chars) continue
    const pair = columns.get(block ?? '')
    if (pair === undefined || (column !== pair.zh && column !== pair.ko)) continue
    const isKo = column === pair.ko
    const stated = { strength: 'statement', words: `a column heading says so: ${text}` } as const
    if (TRANSLATION_HEADING.test(text)) return { ...stated, says: isKo ? 'zh>ko' : 'ko>zh' }
    if (SOURCE_HEADING.test(text)) return { ...stated, says: isKo ? 'ko>zh' : 'zh>ko' }
  }
  return undefined
}

function byOrder(chosen: readonly Edge[]): Sign | undefined {
  const zhFirst = chosen.filter(({ zh, ko }) => zh.order < ko.order).length
  const total = chosen.length
  const sign = { strength: 'kept', isOrder: true } as const
  if (total >= ORDER.pairs && zhFirst >= ORDER.share * total)
    return { ...sign, says: 'zh>ko', words: `the Chinese stands first in ${zhFirst} of ${total} pairs of this file` }
  if (total >= ORDER.pairs && total - zhFirst >= ORDER.share * total)
    return { ...sign, says: 'ko>zh', words: `the Korean stands first in ${total - zhFirst} of ${total} pairs of this file` }
  return undefined
}

/** The marks that nearly all pieces of one side bear in the names of their layers or sheets. */
function commonMarks(chosen: readonly Edge[], side: 'zh' | 'ko'): Mark[] {
  const counts = new Map<Mark, number>()
  let [last, marks] = ['', new Set<Mark>()]
  for (const edge of chosen) {
    const name = nameOf(edge[side])
    // Pieces of one sheet or layer follow each other.
    if (name !== last) marks = new Set(markedPath(name).marks)
    last = name
    for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count >= ORDER.pairs && count >= ORDER.share * chosen.length).map(([mark]) => mark)
}

/** The name of the layer or sheet of a piece; empty for other places, and no mark stands in it. */
function nameOf({ passage: { at } }: Piece): string {
  return at.kind === 'layer' ? at.path : at.kind === 'cell' ? at.sheet : ''
}

/** What marks in the names of two sides say; `what` is the thing that bears the name. */
export function signOfMarks(zh: readonly Mark[], ko: readonly Mark[], what: string): Sign | undefined {
  const isKoStated = ko.includes('translation') || zh.includes('original')
  const isZhStated = zh.includes('translation') || ko.includes('original')
  if (isKoStated !== isZhStated)
    return {
      says: isKoStated ? 'zh>ko' : 'ko>zh',
      strength: 'statement',
      words: `the name of a ${what} says that the ${isKoStated ? 'Korean' : 'Chinese'} is the translation`,
    }
  if (ko.includes('ko') === zh.includes('zh')) return undefined
  const [marked, plain] = ko.includes('ko') ? ['Korean', 'Chinese'] : ['Chinese', 'Korean']
  return {
    says: ko.includes('ko') ? 'zh>ko' : 'ko>zh',
    strength: 'weak',
    words: `the name of the ${what} in ${marked} has a mark of its language, that in ${plain} has none`,
  }
}

/** Korean words that are the Chinese ones read letter by letter, where Korean commonly says otherwise. */
export function byCalques(chosen: readonly Edge[]): Sign | undefined {
  const found = new Set<string>()
  let pairs = 0
  for (const { zh, ko } of chosen) {
    const spoken = ko.text.replace(/\s/g, '')
    const met = CALQUES.filter(([word, calque]) => zh.text.includes(word) && spoken.includes(calque))
    if (met.length > 0) pairs++
    for (const [word, calque, usual] of met) found.add(`${word}=${calque} (commonly ${usual})`)
  }
  if (pairs < LEAST_CALQUES) return undefined
  return {
    says: 'zh>ko',
    strength: 'weak',
    words: `${pairs} pairs have Korean that reads the Chinese letter by letter, as Korean of China also does: ${[...found].slice(0, 3).join(', ')}`,
  }
}
