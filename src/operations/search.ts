import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { printable } from '../base/printable.ts'
import { marksOf, type ReadQuery, readQuery } from '../language/index.ts'
import { type Exhibit, type Passage, placeInWords, type Warning } from '../model/index.ts'
import { savedSearchesOfCase } from '../pipeline/index.ts'
import { checkMarkName } from '../review/index.ts'
import type { Found } from '../store/index.ts'
import { caseOf } from './of-case.ts'
import { flag, type Operation, type OperationContext, type OperationInput, text } from './operation.ts'
import { isMarkLimitMet } from './search-marks.ts'
import { count } from './terminal.ts'
import { view } from './view.ts'

/** Paths under the table; `--json` has as many as `--limit`. */
const PATHS_SHOWN = 10
/** Characters before and after what was found in a line for a terminal. */
const AROUND = 18

const passages = view({
  name: 'search',
  summary:
    'Passages that hold all words, in any script: "words in a row", -word that must not be there, word* that begins a word; and files whose path holds them. A search can be given a name and run again.',
  usage: '<text>',
  options: {
    language: { type: 'string', value: 'TAG', summary: 'Only passages told to be in this language: ko, zh, zh-Hans, ja.' },
    path: { type: 'string', value: 'WORD', summary: 'Only passages of files whose path has this in it.' },
    limit: { type: 'string', value: 'N', summary: `At most this many (default 50, at most ${LIMITS.searchHits}).` },
    save: { type: 'string', value: 'NAME', summary: 'Keep the search in the ledger under this name; the newest of a name counts.' },
    saved: { type: 'boolean', summary: 'Run the saved search that is named; without a name, list them.' },
  },
  examples: [
    'inbetween search 线条 -C january.case',
    `inbetween search '"머리부분 선" -그림자' --language ko -C january.case`,
    'inbetween search E307_112 --path 2024-01-17 -C january.case',
    'inbetween search 线条 --save thin-lines -C january.case',
    'inbetween search --saved thin-lines -C january.case',
  ],
  rows(store, input) {
    const limit = Math.min(LIMITS.searchHits, Math.max(1, Math.trunc(Number(text(input, 'limit') ?? 50)) || 50))
    const query = readQuery(input.paths.join(' '))
    if (query.all.length === 0)
      throw new InbetweenError(
        'IBT-USAGE',
        query.none.length === 0 ? 'there is no word to look for' : 'a search needs a word that is there',
        {
          hint: `inbetween search '线条 -颜色'`,
        },
      )
    const [language, path] = [text(input, 'language'), text(input, 'path')]
    const within = { limit, ...(language === undefined ? {} : { language }), ...(path === undefined ? {} : { path }) }
    const found = store.search(query, within)
    const named = language === undefined && path === undefined ? store.searchPaths(query, limit) : { orders: [], count: 0, isMore: false }
    const hits = store.at<Passage>('passage', found.orders).map((passage) => hitOf(passage, query))
    const files = store
      .at<Exhibit>('exhibit', named.orders)
      .map((exhibit) => ({ path: exhibit.path, sha256: exhibit.sha256, anchor: `${[exhibit.blob, ...exhibit.inside].join('!')}!whole=` }))
    const isCsv = flag(input, 'csv')
    const cells = hits.map((hit) =>
      isCsv
        ? [hit.language, hit.text, hit.place, hit.path, hit.anchor]
        : [hit.language, snippetOf(hit), hit.place, hit.anchor.slice(0, 12), hit.path],
    )
    return {
      header: ['language', 'text', 'place', isCsv ? 'path' : 'sha256', isCsv ? 'anchor' : 'path'],
      cells,
      data: { hits, count: found.count, isMore: found.isMore, files, fileCount: named.count, moreFiles: named.isMore },
      after: [
        `${counted(found)} ${found.count === 1 ? 'passage' : 'passages'}${found.count > hits.length ? `, ${hits.length} shown` : ''}`,
        ...(named.count > 0 ? [`${counted(named)} with these words in the path:`] : []),
        ...files.slice(0, PATHS_SHOWN).map((file) => `  ${printable(file.path)}`),
        ...(named.count > PATHS_SHOWN ? ['  …'] : []),
      ].join('\n'),
      warnings: limitsMet(query, found, hits),
    }
  },
})

/** A warning for each bound of a search that was met. */
function limitsMet(query: ReadQuery, { isPathCut }: Found, hits: readonly ReturnType<typeof hitOf>[]): Warning[] {
  const cut = hits.filter(
    ({ text: own, marks, repaired, repairedMarks }) =>
      isMarkLimitMet(own, query, marks) || (repaired && repairedMarks && isMarkLimitMet(repaired.text, query, repairedMarks)),
  ).length
  const words = `only ${LIMITS.searchWords} words and ${LIMITS.searchChars} characters are looked for`
  const runs = `the path stands in more than ${LIMITS.searchSpans} runs of files; the rest is not looked through`
  const marked = `${count(cut)} of the texts that are shown hold more places than the ${LIMITS.searchMarks} that are marked in each`
  return [
    ...(query.isCut ? [{ code: 'search-limit', message: words }] : []),
    ...(isPathCut ? [{ code: 'search-path-limit', message: runs }] : []),
    ...(cut > 0 ? [{ code: 'search-marks-limit', message: marked }] : []),
  ]
}

function counted({ count: n, isMore }: Found): string {
  return `${isMore ? 'more than ' : ''}${count(n)}`
}

/** What was found, its place in words, and where in the text (and in the repaired text) the words stand. */
function hitOf(passage: Passage, query: ReadQuery) {
  const { repaired } = passage
  return {
    ...passage,
    place: placeInWords(passage.at),
    marks: marksOf(passage.text, query),
    ...(repaired ? { repairedMarks: marksOf(repaired.text, query) } : {}),
  }
}

/** The surroundings of the first place, each place between « and »; what was found in repaired text is shown there. */
function snippetOf({ text: own, marks, repaired, repairedMarks = [] }: ReturnType<typeof hitOf>): string {
  const [shown, places] = marks.length === 0 && repaired && repairedMarks.length > 0 ? [repaired.text, repairedMarks] : [own, marks]
  const start = Math.max(0, (places[0]?.from ?? 0) - AROUND)
  // A pair of surrogates is not cut in two.
  const from = start > 0 && /[\udc00-\udfff]/.test(shown.charAt(start)) ? start - 1 : start
  let line = from > 0 ? '…' : ''
  let at = from
  for (const mark of places) {
    line += `${shown.slice(at, mark.from)}«${shown.slice(mark.from, mark.to)}»`
    at = mark.to
  }
  return line + shown.slice(at)
}

const saved = view({
  name: 'search',
  summary: passages.summary,
  examples: [],
  rows(_, __, opened) {
    const data = savedSearchesOfCase(opened)
    return { header: ['name', 'text'], cells: data.map(({ name, text: words }) => [name, words]), data }
  },
})

/** `inbetween search`. */
export const search: Operation = {
  ...passages,
  async run(input, context) {
    const name = text(input, 'save')
    if (flag(input, 'saved')) {
      if (name !== undefined)
        throw new InbetweenError('IBT-USAGE', '--save and --saved exclude each other', { hint: 'inbetween search --help' })
      return input.paths.length === 0 ? saved.run(input, context) : passages.run(savedInput(input, context), context)
    }
    if (name !== undefined) save(input, context, name)
    return passages.run(input, context)
  },
}

function save({ paths }: OperationInput, context: OperationContext, name: string): void {
  const words = paths.join(' ').trim()
  if (words === '')
    throw new InbetweenError('IBT-USAGE', 'a search that is kept needs words', { hint: `inbetween search 线条 --save ${name}` })
  const opened = caseOf(context)
  const kept = { name: checkMarkName(name, 'search'), text: words }
  if (!savedSearchesOfCase(opened).some((known) => known.name === kept.name && known.text === kept.text))
    opened.append([{ kind: 'saved-search', payload: kept }])
}

/** The input that a saved search stands for. @throws InbetweenError `IBT-NOT-FOUND` when none has the name. */
function savedInput(input: OperationInput, context: OperationContext): OperationInput {
  const name = input.paths.join(' ')
  const known = savedSearchesOfCase(caseOf(context))
  const found = known.find((one) => one.name === name)
  if (found) return { ...input, paths: [found.text] }
  throw new InbetweenError('IBT-NOT-FOUND', `no search is saved as ${name}`, {
    hint: known.length === 0 ? 'inbetween search 线条 --save thin-lines' : `Saved: ${known.map((one) => one.name).join(', ')}`,
  })
}
