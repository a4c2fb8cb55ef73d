import { turnaroundOf } from '../language/index.ts'
import type { Turnaround, WorkLink } from '../model/index.ts'
import { count } from './terminal.ts'
import { view } from './view.ts'

/** What links of instructions and results can show. */
const TURNAROUND_CAUTION =
  'A link says that a result of the same shot came after, not that it was made for it. Days are days on which somebody looked; file times are what machines wrote. What lay elsewhere was not seen.'

/** `inbetween turnaround`. */
export const turnaround = view({
  name: 'turnaround',
  summary: 'Instructions with the results of the same shot that came after them, how long that took and by what it is told, with reasons.',
  usage: '[SHOT]',
  examples: [
    'inbetween turnaround -C january.case',
    'inbetween turnaround "E307 112" -C january.case',
    'inbetween turnaround --json -C january.case',
  ],
  rows(store, input) {
    const [word] = input.paths
    const links = store
      .all<WorkLink>('link')
      .filter(({ shot, instruction }) => word === undefined || shot.includes(word) || instruction.path.includes(word))
    const days = turnaroundOf(links)
    const undetermined = links.filter(({ basis }) => basis === 'undetermined').length
    return {
      header: ['day', 'shot', 'asks', 'after', 'basis', 'results', 'instruction', 'first result', 'reasons'],
      cells: links.map((link) => [
        link.day,
        link.shot,
        link.asks,
        link.hours === undefined ? '' : timeInWords(link.basis, link.hours),
        link.basis,
        link.resultCount,
        link.instruction.path,
        link.results[0]?.path ?? '',
        link.reasons.join('; '),
      ]),
      data: {
        links: links.map((link) => ({ ...link, anchors: [link.instruction.anchor, ...link.results.map(({ anchor }) => anchor)] })),
        days,
        undetermined,
        caution: TURNAROUND_CAUTION,
      },
      after: [
        `${count(links.length)} links, ${count(undetermined)} of them without an order that can be told`,
        ...(links.length > 0 ? [TURNAROUND_CAUTION] : []),
      ].join('\n'),
    }
  },
})

/** `1 d`, `5.5 h`: days for visits, hours for file times. */
function timeInWords(basis: WorkLink['basis'], hours: number): string {
  return basis === 'file-time' ? `${hours.toFixed(1)} h` : `${(hours / 24).toFixed(1).replace(/\.0$/, '')} d`
}

/** The turnarounds of one day in one cell: `1 d by visit (3)`. */
export function turnaroundCell(of: readonly Turnaround[]): string {
  return of.map(({ basis, medianHours, links }) => `${timeInWords(basis, medianHours)} by ${basis} (${links})`).join(', ')
}
