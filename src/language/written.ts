import { contentId } from '../base/hash.ts'
import { printable } from '../base/printable.ts'
import type { LanguageTag, Pair, PairSide } from '../model/index.ts'
import type { Direction } from './direction.ts'
import type { Edge } from './edges.ts'
import type { Piece, Relation } from './neighbours.ts'

/** The records of chosen edges, with reasons. `between` says why two files were compared; absent inside one. */
export function written(
  chosen: readonly Edge[],
  patterns: ReadonlySet<string>,
  { direction, reason }: Direction,
  between?: string,
): Pair[] {
  const ids = new Set<string>()
  return chosen.map((edge) => {
    const zh: PairSide = { text: edge.zh.text, language: chineseTag(edge.zh), anchor: edge.zh.passage.anchor }
    const ko: PairSide = { text: edge.ko.text, language: 'ko', anchor: edge.ko.passage.anchor }
    const isZhFirst = direction === 'zh>ko' || (direction === 'undetermined' && edge.zh.order < edge.ko.order)
    const plain = contentId(zh.anchor, ko.anchor)
    const id = edge.zh.isPart || edge.ko.isPart || ids.has(plain) ? contentId(zh.anchor, ko.anchor, zh.text, ko.text) : plain
    ids.add(id)
    return {
      id,
      from: isZhFirst ? zh : ko,
      to: isZhFirst ? ko : zh,
      direction,
      score: Math.round(edge.score * 1000) / 1000,
      reasons: reasonsOf(edge, patterns.has(edge.pattern), reason, between),
    }
  })
}

function chineseTag({ passage, isPart }: Piece): LanguageTag {
  return !isPart && passage.language.startsWith('zh') ? passage.language : 'zh'
}

const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  inside: 'both stand in one passage',
  row: 'they stand in one row of a table',
  comment: 'one is the comment on the cell of the other',
  layer: 'they stand in layers whose names match but for a mark of language',
  box: 'they are drawn beside each other in the picture',
  line: 'they are lines next to each other',
  run: 'they stand at the same place of two runs of lines',
  place: 'they stand at the same place of two tables',
  near: 'they follow each other in the file',
  file: 'they stand at the same place of the two files',
  follow: 'they stand at the same place between pairs',
  far: 'they stand apart, and no other line answers either so well',
}

function reasonsOf(edge: Edge, isInPattern: boolean, direction: string, between?: string): string[] {
  const { readings, words, shared, conflicts } = edge
  const reasons: string[] = []
  for (const { passage } of [edge.zh, edge.ko])
    if (passage.repaired) reasons.push(`text put right (${passage.repaired.how}); it stands as “${printable(passage.text, 60)}”`)
  const drawn = [edge.zh, edge.ko].flatMap(({ passage }) => passage.ocrConfidence ?? [])
  if (drawn.length > 0)
    reasons.push(`read in a picture by character recognition, which is sure to ${Math.min(...drawn)} of 100: look at the picture itself`)
  if (readings.length > 0) reasons.push(`the Korean has the Chinese characters' Korean readings: ${readings.slice(0, 6).join(', ')}`)
  if (words.length > 0) reasons.push(`words that translate each other: ${words.slice(0, 8).join(', ')}`)
  if (shared.length > 0) reasons.push(`both have ${shared.slice(0, 6).join(', ')}`)
  const where = RELATION_WORDS[edge.relation]
  reasons.push(isInPattern ? `${where}, as most pairs of ${between === undefined ? 'this file' : 'these files'} do` : where)
  if (between !== undefined) reasons.push(between)
  if (conflicts.length > 0) reasons.push(`against it: ${conflicts.join('; ')}`)
  reasons.push(`direction: ${direction}`)
  return reasons
}
