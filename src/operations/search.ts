import { InbetweenError } from '../base/errors.ts'
import { foldForSearch } from '../language/index.ts'
import type { Passage } from '../model/index.ts'
import { savedSearchesOfCase } from '../pipeline/index.ts'
import { checkMarkName } from '../review/index.ts'
import { caseOf } from './of-case.ts'
import { flag, type Operation, type OperationContext, type OperationInput, text } from './operation.ts'
import { view } from './view.ts'

const passages = view({
  name: 'search',
  summary: 'Passages that hold all words, in any script. A search can be given a name and run again.',
  usage: '<text>',
  options: {
    limit: { type: 'string', value: 'N', summary: 'At most this many (default 50).' },
    save: { type: 'string', value: 'NAME', summary: 'Keep the search in the ledger under this name; the newest of a name counts.' },
    saved: { type: 'boolean', summary: 'Run the saved search that is named; without a name, list them.' },
  },
  examples: [
    'inbetween search 线条 -C january.case',
    'inbetween search 线条 --save thin-lines -C january.case',
    'inbetween search --saved thin-lines -C january.case',
  ],
  rows(store, input) {
    const limit = Math.min(1000, Math.max(1, Number(text(input, 'limit') ?? 50) || 50))
    const ids = store.search(foldForSearch(input.paths.join(' ')), limit)
    const data = ids.flatMap((id) => store.one<Passage>('passage', id) ?? [])
    const cells = data.map((passage) => [passage.language, passage.text, passage.path])
    return { header: ['language', 'text', 'path'], cells, data }
  },
})

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
