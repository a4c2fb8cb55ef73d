import { compareText } from '../base/hash.ts'
import { spellingInWords } from '../language/index.ts'
import { type CaseRecords, isToActOn, type Orthography, type Pair } from '../model/index.ts'
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

function pairFacts(records: CaseRecords): SomeFacts {
  const files = new Map<string, Pair[]>()
  const found: Pair[] = []
  for (const pair of records.pairs.filter(isChineseKorean)) {
    const [file, other] = filesOf(pair)
    if (file === other) push(files, file, pair)
    else found.push(pair)
  }
  const across = countedAcross(found, records)
  const inside = [...files.values()].flat()
  const all = [...inside, ...across]
  const anchors = [...inside.map(({ from }) => from.anchor), ...across.flatMap(({ from, to }) => [from.anchor, to.anchor])]
  const left = found.length - across.length
  const between =
    (across.length === 0 ? '' : `, and ${count(across.length, 'pair')} across files`) +
    (left === 0 ? '' : ` (${left} more across files that ask for nothing, or of which little pairs, are shown and not counted)`)
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

/** Least pairs between two files, and least share of the lines of the shorter one, from which they count: of two long texts some lines meet by chance. */
const ACROSS = { pairs: 3, share: 0.2 } as const

/**
 * Pairs across files that may count as instructions with a translation: one of the two files is material to act on, and a fair share of the shorter one pairs. Texts of
 * programs and subtitles come in several languages everywhere.
 */
function countedAcross(pairs: readonly Pair[], { exhibits, passages }: CaseRecords): Pair[] {
  if (pairs.length === 0) return []
  const toActOn = new Set(exhibits.flatMap(({ blob, inside, purpose }) => (isToActOn(purpose) ? [[blob, ...inside].join('!')] : [])))
  const couples = new Map<string, Pair[]>()
  for (const pair of pairs) push(couples, JSON.stringify(filesOf(pair).sort(compareText)), pair)
  const lines = new Map<string, number>()
  for (const { anchor, role, language } of passages)
    if (role !== 'name' && (language === 'ko' || language.startsWith('zh'))) {
      const file = fileOf(anchor)
      lines.set(file, (lines.get(file) ?? 0) + 1)
    }
  return [...couples.values()].flatMap((couple) => {
    const [first] = couple
    if (!first) return []
    const both = filesOf(first)
    const shorter = Math.min(...both.map((file) => lines.get(file) ?? 0))
    return both.some((file) => toActOn.has(file)) && couple.length >= ACROSS.pairs && couple.length >= ACROSS.share * shorter ? couple : []
  })
}

/** The files of the two sides of a pair, as the beginnings of their anchors. */
function filesOf({ from, to }: Pair): [string, string] {
  return [fileOf(from.anchor), fileOf(to.anchor)]
}

function fileOf(anchor: string): string {
  return anchor.slice(0, anchor.lastIndexOf('!'))
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
