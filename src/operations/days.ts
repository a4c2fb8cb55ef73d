import { compareText } from '../base/hash.ts'
import type { Batch, Exhibit } from '../model/index.ts'
import { text } from './operation.ts'
import { view } from './view.ts'

/** `inbetween days`. */
export const days = view({
  name: 'days',
  summary: 'What each day brought: new, changed, renamed, gone; instructions and results among what is new or changed.',
  usage: '[DAY]',
  options: { source: { type: 'string', value: 'ID', summary: 'Only this source.' } },
  examples: ['inbetween days -C january.case', 'inbetween days 2024-01-17 -C january.case'],
  rows(store, input) {
    const purposes = new Map(store.all<Exhibit>('exhibit').map((exhibit) => [`${exhibit.sourceId}\0${exhibit.path}`, exhibit.purpose]))
    const only = text(input, 'source')
    const batches = store.all<Batch>('batch').filter(({ sourceId }) => only === undefined || sourceId === only)
    const [day] = input.paths
    if (day !== undefined)
      return oneDay(
        batches.filter((batch) => batch.day === day),
        purposes,
      )
    const data = batches.map((batch) => {
      const fresh = [...batch.new, ...batch.changed].map((path) => purposes.get(`${batch.sourceId}\0${path}`))
      return {
        source: batch.sourceId,
        date: batch.day,
        basis: batch.basis,
        new: batch.new.length,
        changed: batch.changed.length,
        renamed: batch.renamed.length,
        gone: batch.gone.length,
        instructions: fresh.filter((purpose) => purpose === 'instruction').length,
        results: fresh.filter((purpose) => purpose === 'result').length,
      }
    })
    const header = ['date', 'basis', 'new', 'changed', 'renamed', 'gone', 'instructions', 'results']
    const cells = data.map((row) => [row.date, row.basis, row.new, row.changed, row.renamed, row.gone, row.instructions, row.results])
    return { header, cells, data }
  },
})

function oneDay(batches: readonly Batch[], purposes: ReadonlyMap<string, Exhibit['purpose']>) {
  const data = batches.flatMap((batch) => {
    const row = (change: string, path: string, from = '') => ({
      change,
      path,
      from,
      purpose: purposes.get(`${batch.sourceId}\0${path}`) ?? '',
    })
    return [
      ...batch.new.map((path) => row('new', path)),
      ...batch.changed.map((path) => row('changed', path)),
      ...batch.renamed.map(({ from, to }) => row('renamed', to, from)),
      ...batch.gone.map((path) => row('gone', path)),
    ]
  })
  data.sort((a, b) => compareText(a.path, b.path))
  return { header: ['change', 'purpose', 'path', 'was'], cells: data.map((row) => [row.change, row.purpose, row.path, row.from]), data }
}
