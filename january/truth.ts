/** One visit day: counts of new and changed files, names of what was renamed or is gone, and how many files of it are orders or results. */
export interface BatchTruth {
  readonly day: string
  readonly new: number
  readonly changed: number
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
  readonly gone: readonly string[]
  readonly instructions: number
  readonly results: number
}

/** Two texts as they stand in a file (NFC, trimmed); `path` is where they first appear, a member as `container!member`. */
export interface PairTruth {
  readonly path: string
  readonly zh: string
  readonly ko: string
  /** `picture`: drawn into the picture, so only recognising characters would find it. */
  readonly via: 'text' | 'picture'
}

/** Neighbours in two languages that say different things. */
export interface NonPairTruth {
  readonly path: string
  readonly zh: string
  readonly ko: string
  readonly why: string
}

/** What logs say of an address, and what the brought table states of it. */
export interface ClientTruth {
  readonly address: string
  readonly events: number
  readonly kind: string
  readonly country: string
  readonly region: string
}

/** An authoring fact that a reader must find. */
export interface TraceTruth {
  readonly path: string
  readonly field: string
  readonly value: string
}

/** What may be said of one question at most. */
export interface QuestionTruth {
  readonly capped: boolean
  readonly word?: 'likely'
  readonly fragile?: boolean
}

/** What a perfect, fair analyst would find in a case, and what cannot be determined. */
export interface Truth {
  readonly case: string
  readonly title: string
  /** Facts in which an innocent twin differs from January; empty for January. */
  readonly differs: readonly string[]
  readonly days: { readonly first: string; readonly last: string }
  readonly batches: readonly BatchTruth[]
  readonly pairs: readonly PairTruth[]
  readonly nonPairs: readonly NonPairTruth[]
  readonly productions: readonly { readonly title: string; readonly paths: readonly string[] }[]
  readonly rightsCompany?: { readonly name: string; readonly written: string; readonly path: string }
  readonly clients: readonly ClientTruth[]
  readonly events: number
  readonly orthography: 'north' | 'south' | 'yanbian' | 'mixed' | 'undetermined'
  readonly listedCompanies: readonly string[]
  readonly noise: readonly string[]
  readonly traces: readonly TraceTruth[]
  readonly assessment: { readonly whoWorked: QuestionTruth; readonly relay: QuestionTruth }
  readonly maxLevel: 'ask' | 'escalate'
  readonly observed: readonly ('pairs' | 'korean' | 'vpn')[]
  readonly undetermined: readonly string[]
}

/** Collects what the story puts into files, while it puts it there. */
export interface Book {
  readonly pair: (path: string, zh: string, ko: string, via?: 'text' | 'picture') => void
  readonly nonPair: (path: string, zh: string, ko: string, why: string) => void
  readonly trace: (path: string, field: string, value: string) => void
  readonly noise: (path: string) => void
  readonly pairs: readonly PairTruth[]
  readonly nonPairs: readonly NonPairTruth[]
  readonly traces: readonly TraceTruth[]
  readonly noises: readonly string[]
}

/** So many authoring facts of one kind are enough to see that a reader finds them. */
const TRACES_PER_FIELD = 3

/** An empty book. Pairs that repeat are kept once, with the place where they first appear. */
export function newBook(): Book {
  const pairs = new Map<string, PairTruth>()
  const nonPairs = new Map<string, NonPairTruth>()
  const traces: TraceTruth[] = []
  const noises: string[] = []
  const keyOf = (...texts: string[]) => texts.join('\n')
  const plain = (text: string) => text.normalize('NFC').trim()
  return {
    pair(path, zh, ko, via = 'text') {
      const key = keyOf(via, plain(zh), plain(ko))
      if (!pairs.has(key)) pairs.set(key, { path, zh: plain(zh), ko: plain(ko), via })
    },
    nonPair(path, zh, ko, why) {
      const key = keyOf(plain(zh), plain(ko))
      if (!nonPairs.has(key)) nonPairs.set(key, { path, zh: plain(zh), ko: plain(ko), why })
    },
    trace(path, field, value) {
      const alike = traces.filter((trace) => trace.field === field)
      if (alike.length < TRACES_PER_FIELD && !alike.some((trace) => trace.value === value)) traces.push({ path, field, value })
    },
    noise: (path) => void noises.push(path),
    get pairs() {
      return [...pairs.values()]
    },
    get nonPairs() {
      return [...nonPairs.values()]
    },
    traces,
    noises,
  }
}
