import { LANGUAGE_MARKS } from './tables/language-marks.ts'

/** What a mark in a name says: which language, or that it is a translation or the original. */
export type Mark = keyof typeof LANGUAGE_MARKS

/** A path without its marks, in lower case and NFC, for comparing; and the marks that its name and folders bear. */
export interface MarkedPath {
  readonly stem: string
  readonly marks: readonly Mark[]
}

const MARK_OF: ReadonlyMap<string, Mark> = new Map(
  (['zh', 'ko', 'translation', 'original'] as const).flatMap((mark) =>
    LANGUAGE_MARKS[mark].split(' ').map((word) => [word, mark] as const),
  ),
)
const LATIN = [...MARK_OF.keys()].filter((word) => /^[a-z_-]+$/.test(word))
const OTHER = [...MARK_OF.keys()].filter((word) => !LATIN.includes(word))
const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|')
/** A mark at the end or the beginning of a name, with the sign or bracket that parts it; words in Chinese and Korean may follow without one. */
const LAST = new RegExp(`(?:[\\s_.\\-]+[(（[【]?|[(（[【])(${longestFirst([...LATIN, ...OTHER])})[)）\\]】]?$`, 'u')
const LAST_JOINED = new RegExp(`(?<=[\\p{L}\\p{N}])(${longestFirst(OTHER.filter((word) => word.length > 1))})$`, 'u')
const FIRST = new RegExp(`^[(（[【]?(${longestFirst([...LATIN, ...OTHER])})(?:[)）\\]】][\\s_.\\-]*|[\\s_.\\-]+)(?=.)`, 'u')
const WHOLE = new RegExp(`^[(（[【]?(${longestFirst([...LATIN, ...OTHER])})[)）\\]】]?$`, 'u')
const MOST_MARKS = 3
/** Units of a name in which marks are looked for: file systems hold no longer one, and looking takes the square of the length. */
const NAME_UNITS = 255

/** Takes the marks of language off the parts of a path; `/` and `!` part folders, containers and names. An extension is to be taken off before. */
export function markedPath(path: string): MarkedPath {
  const marks: Mark[] = []
  const parts = path
    .normalize('NFC')
    .toLowerCase()
    .split(/[/!]/)
    .map((part) => withoutMarks(part.trim(), marks))
  return { stem: parts.join('/'), marks }
}

function withoutMarks(name: string, marks: Mark[]): string {
  if (name.length > NAME_UNITS) return name
  let rest = name
  for (let i = 0; i < MOST_MARKS; i++) {
    const met = WHOLE.exec(rest) ?? LAST.exec(rest) ?? FIRST.exec(rest) ?? LAST_JOINED.exec(rest)
    const mark = MARK_OF.get(met?.[1] ?? '')
    if (met === null || mark === undefined) break
    marks.push(mark)
    rest = (rest.slice(0, met.index) + rest.slice(met.index + met[0].length)).trim()
  }
  return rest
}
