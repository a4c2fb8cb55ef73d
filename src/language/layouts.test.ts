import { expect, it } from 'vitest'
import { LIMITS } from '../base/limits.ts'
import { formatPlace, type Passage, type Place } from '../model/index.ts'
import { findPairs, findPairsAcross, type PairFile } from './index.ts'
import { tellLanguage } from './language.ts'
import { markedPath } from './marks.ts'
import { OTHER, SAME } from './tables/pairs.cases.ts'

function passage(text: string, at: Place, extra: Partial<Passage> = {}, sha = '0'): Passage {
  return { text, at, anchor: `${sha.repeat(64)}!${formatPlace(at)}`, exhibitId: sha, path: 'x', ...tellLanguage(text), ...extra }
}

const lines = (texts: readonly string[], sha = '0') =>
  texts.map((text, i) => passage(text, { kind: 'line', line: i + 1 }, { block: 'l', row: i }, sha))
const couples = (pairs: ReturnType<typeof findPairs>) =>
  pairs.map(({ from, to }) => (from.language === 'ko' ? `${to.text} | ${from.text}` : `${from.text} | ${to.text}`))
const ten = SAME.slice(0, 10)
const truth = ten.map(([zh, ko]) => `${zh} | ${ko}`).sort()

it.each([
  ['线条再细一点 / 선을 좀 더 가늘게', '线条再细一点 | 선을 좀 더 가늘게'],
  ['线条再细一点（선을 좀 더 가늘게）', '线条再细一点 | 선을 좀 더 가늘게'],
  ['C045 线条再细一点。 / C045 선을 좀 더 가늘게', 'C045 线条再细一点。 | C045 선을 좀 더 가늘게'],
])('%s is parted where the writer parted it', (text, pair) => {
  expect(couples(findPairs([passage(text, { kind: 'line', line: 1 })]))).toEqual([pair])
})

it('a Korean sentence that explains one of its words in Chinese letters is no pair', () => {
  expect(findPairs([passage('원화의 조형(造型)을 정확히 맞출것. 비교적(比较) 좋다.', { kind: 'line', line: 1 })])).toEqual([])
})

it('a drawn note pairs with what is drawn below it, though others stand between them in reading order', () => {
  const box = (text: string, x: number, y: number) =>
    passage(text, { kind: 'box', x, y, w: 400, h: 28 }, { block: 'drawn text', role: 'ocr', ocrConfidence: 90 })
  const five = ten.slice(0, 5)
  const drawn = [...five.map(([zh], i) => box(zh, i * 900, 40)), ...five.map(([, ko], i) => box(ko, i * 900, 80))]
  const pairs = findPairs(drawn)
  expect(couples(pairs).sort()).toEqual(five.map(([zh, ko]) => `${zh} | ${ko}`).sort())
  expect(pairs[0]?.reasons.join('\n')).toContain('drawn beside each other')
})

it('layers pair whose names match but for a mark of language, in any order', () => {
  const layer = (path: string, text: string) => passage(text, { kind: 'layer', path }, { block: 'texts:', role: 'layer' })
  const all = [...ten.map(([zh], i) => layer(`n${i}`, zh)), ...[...ten].reverse().map(([, ko], i) => layer(`n${9 - i}_번역`, ko))]
  const pairs = findPairs(all)
  expect(couples(pairs).sort()).toEqual(truth)
  expect(pairs.every(({ direction, reasons }) => direction === 'zh>ko' && reasons.at(-1)?.includes('is the translation'))).toBe(true)
})

it('lines that stand far apart pair when nothing else answers them so well, and unrelated lines of one trade do not', () => {
  const apart = [...ten.map(([zh]) => zh), ...ten.map((_, i) => `E${i}`), ...[3, 7, 0, 9, 5, 1, 8, 2, 6, 4].map((i) => ten[i]?.[1] ?? '')]
  const found = couples(findPairs(lines(apart)))
  expect(found.length).toBeGreaterThanOrEqual(8)
  expect(found.filter((pair) => !truth.includes(pair))).toEqual([])
  const other = [...SAME.slice(0, 40).map(([zh]) => zh), ...SAME.slice(100, 140).map(([, ko]) => ko)]
  expect(findPairs(lines(other)).filter(({ reasons }) => reasons.some((reason) => reason.startsWith('they stand apart')))).toEqual([])
})

const file = (path: string, texts: readonly string[], sha: string, more: Partial<PairFile> = {}): PairFile => ({
  exhibitId: sha,
  sourceId: 's',
  path,
  firstSeen: '2024-01-10',
  passages: lines(texts, sha),
  ...more,
})
const zh = ten.map(([text]) => text)
const ko = ten.map(([, text]) => text)
const HOUR = 3_600_000

it.each([
  ['day/x.docx', 'day/x_kor.docx'],
  ['day/x.txt', 'day/x(译).docx'],
  ['cn/x.txt', 'kr/x.txt'],
  ['a.zip!S01E04_C012_memo.txt', 'a.zip!S01E04_C012_note.txt'],
])('%s and %s pair line by line', (first, second) => {
  const { pairs } = findPairsAcross([file(first, zh, 'a'), file(second, ko, 'b')], [])
  expect(couples([...pairs]).sort()).toEqual(truth)
  expect(pairs[0]?.reasons.join('\n')).toMatch(/named alike but for a mark|bear one shot code/)
})

it.each([
  ['day/x.docx', 'day/y_kor.docx'],
  ['day/x.docx', 'other/x_kor.docx'],
  ['day/IMG_1.txt', 'day/IMG_2.txt'],
])('%s and %s are not compared', (first, second) => {
  expect(findPairsAcross([file(first, zh, 'a'), file(second, ko, 'b')], []).pairs).toEqual([])
})

it('files that are named alike and say other things give no pair, nor do lines that have a partner already', () => {
  const others = file(
    'x_kor.txt',
    OTHER.slice(40, 60).map(([, text]) => text),
    'b',
  )
  expect(
    findPairsAcross(
      [
        file(
          'x.txt',
          SAME.slice(0, 20).map(([text]) => text),
          'a',
        ),
        others,
      ],
      [],
    ).pairs,
  ).toEqual([])
  const [a, b] = [file('x.txt', zh, 'a'), file('x_kor.txt', ko, 'b')]
  const { pairs } = findPairsAcross([a, b], [])
  expect(findPairsAcross([a, b], pairs).pairs).toEqual([])
})

it('one weak sign tells no direction, two that agree do, and two that contradict leave it open', () => {
  const early = { createdMs: 0, modifiedMs: HOUR, lastModifiedBy: 'one' }
  const late = { createdMs: 5 * HOUR, modifiedMs: 6 * HOUR, lastModifiedBy: 'two' }
  const told = (first: Partial<PairFile>, second: Partial<PairFile>) => {
    const [pair] = findPairsAcross([file('x.txt', zh, 'a', first), file('x_kor.txt', ko, 'b', second)], []).pairs
    return [pair?.direction, pair?.reasons.at(-1)] as const
  }
  expect(told({}, {})).toEqual(['undetermined', expect.stringContaining('one weak sign only')])
  expect(told(early, late)).toEqual([
    'zh>ko',
    expect.stringContaining('saved later by the dates that came with the files, by another account'),
  ])
  expect(told(late, early)).toEqual(['undetermined', expect.stringContaining('contradict each other')])
})

it('many files of one name are bounded, and the bound is said', () => {
  const many = Array.from({ length: LIMITS.pairFileGroup + 3 }, (_, i) => file(`E01_C012_${'x'.repeat(i + 1)}.txt`, zh, 'a'))
  const { warnings } = findPairsAcross(
    many.map((one, i) => ({ ...one, exhibitId: String(i) })),
    [],
  )
  expect(warnings.map(({ message }) => message).join('\n')).toContain('files bear its name or shot code')
})

it('marks of language come off names and are not taken out of words', () => {
  expect(markedPath('Notes_KOR')).toEqual({ stem: 'notes', marks: ['ko'] })
  expect(markedPath('修改(译)')).toEqual({ stem: '修改', marks: ['translation'] })
  for (const name of ['taiko', 'branch', 'punkor', 'control']) expect(markedPath(name)).toEqual({ stem: name, marks: [] })
})

it('marks of language are looked for in names that a file system can hold', () => {
  expect(markedPath(`${'_'.repeat(200)}x_kor`)).toMatchObject({ marks: ['ko'] })
  expect(markedPath(`${'_'.repeat(60_000)}x_kor`)).toMatchObject({ marks: [] })
})
