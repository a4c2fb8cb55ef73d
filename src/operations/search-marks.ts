import { LIMITS } from '../base/limits.ts'
import { type Mark, marksOf, type ReadQuery } from '../language/index.ts'

/** Whether a text holds places that answer a query beyond `marks`, which are those that `marksOf` gave: it marks `LIMITS.searchMarks` of a text. */
export function isMarkLimitMet(text: string, query: ReadQuery, marks: readonly Mark[]): boolean {
  const marked = marks.reduce((letters, { from, to }) => letters + to - from, 0)
  // Each place of a phrase begins at a letter of its own, so that fewer marked letters are fewer places.
  if (marked * query.all.length < LIMITS.searchMarks) return false
  return query.all.some((phrase) => {
    const alone = { ...query, all: [phrase] }
    const own = marksOf(text, alone)
    const last = own.at(-1)
    if (last === undefined) return false
    const isInside = (mark: Mark) => marks.some(({ from, to }) => from <= mark.from && mark.to <= to)
    return !own.every(isInside) || marksOf(text.slice(last.to), alone).length > 0
  })
}
