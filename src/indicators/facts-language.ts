import { spellingInWords } from '../language/index.ts'
import type { CaseRecords, Orthography, Pair } from '../model/index.ts'
import { count, known, notTestable, push, type SomeFacts, writtenPassages } from './fact.ts'

/** Facts of pairs and spelling. */
export function languageFacts(records: CaseRecords): SomeFacts {
  const passages = writtenPassages(records)
  if (records.passages.length === 0) {
    const nothing = notTestable('no text could be read')
    return { 'pairs.count': nothing, 'pairs.files': nothing, 'pairs.most-in-one-file': nothing, 'korean.passages': nothing }
  }
  const korean = passages.filter(({ language }) => language === 'ko')
  return {
    'korean.passages': known(
      korean.length,
      `${count(korean.length, 'passage')} in Korean of ${passages.length}`,
      korean.map(({ anchor }) => anchor),
    ),
    ...pairFacts(records),
    ...spellingFacts(records.orthography, korean.length),
  }
}

function pairFacts({ pairs }: CaseRecords): SomeFacts {
  const files = new Map<string, Pair[]>()
  const across: Pair[] = []
  for (const pair of pairs.filter(isChineseKorean)) {
    const [file, other] = [pair.from, pair.to].map(({ anchor }) => anchor.slice(0, anchor.lastIndexOf('!')))
    if (file === other) push(files, file ?? '', pair)
    else across.push(pair)
  }
  const inside = [...files.values()].flat()
  const all = [...inside, ...across]
  const anchors = [...inside.map(({ from }) => from.anchor), ...across.flatMap(({ from, to }) => [from.anchor, to.anchor])]
  const between = across.length === 0 ? '' : `, and ${count(across.length, 'pair')} across files`
  const most = [...files.values()].sort((a, b) => b.length - a.length)[0] ?? []
  const translated = all.filter(({ direction }) => /^zh[^>]*>ko/.test(direction))
  return {
    'pairs.count': known(all.length, `${count(inside.length, 'pair')} in ${count(files.size, 'file')}${between}`, anchors),
    'pairs.files': known(files.size, `${count(files.size, 'file')} with pairs`, anchors),
    'pairs.most-in-one-file': known(
      most.length,
      `${count(most.length, 'pair')} in one file`,
      most.map(({ from }) => from.anchor),
    ),
    'pairs.zh-to-ko': known(
      translated.length,
      `${translated.length} of ${all.length} pairs were translated from Chinese into Korean`,
      translated.map(({ from }) => from.anchor),
    ),
  }
}

function isChineseKorean({ from, to }: Pair): boolean {
  return from.language.startsWith('zh') ? to.language === 'ko' : from.language === 'ko' && to.language.startsWith('zh')
}

function spellingFacts(spelling: Orthography, korean: number): SomeFacts {
  const why = `markers over ${count(korean, 'Korean passage')}: ${spelling.north} of the northern norm, ${spelling.south} of the southern, ${spelling.yanbian} of Yanbian, ${spelling.neutral} words without a marker`
  const anchorsOf = (side: string) =>
    spelling.markers.flatMap(({ kind, anchor }) => (anchor !== undefined && kind.startsWith(side) ? [anchor] : []))
  const both = new Set(anchorsOf('north'))
  const contradicting = [...new Set(anchorsOf('south').filter((anchor) => both.has(anchor)))]
  const contradictions =
    korean === 0
      ? notTestable('no Korean passage was read')
      : known(contradicting.length, `${count(contradicting.length, 'passage')} with markers of both norms`, contradicting)
  const facts: SomeFacts = { 'spelling.contradicting-passages': contradictions }
  for (const side of ['north', 'south', 'yanbian', 'mixed'] as const) {
    facts[`spelling.${side}`] =
      korean === 0 || spelling.verdict === 'undetermined' || spelling.verdict === 'north-or-yanbian'
        ? notTestable(korean === 0 ? 'no Korean passage was read' : `${spellingInWords(spelling)}; ${why}`)
        : known(spelling.verdict === side, `${spellingInWords(spelling)}; ${why}`, side === 'mixed' ? contradicting : anchorsOf(side))
  }
  return facts
}
