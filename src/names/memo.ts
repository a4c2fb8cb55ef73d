/** Results that one memory keeps; when it is full it begins anew. */
const KEPT = 50_000

/** Remembers results of a pure function of one text, so that a word that returns costs a look-up. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = compute(text)
    if (known.size >= KEPT) known.clear()
    known.set(text, made)
    return made
  }
}

/** Remembers results of a pure function of one object, as long as the object is there. */
export function rememberedBy<K extends object, T>(compute: (one: K) => T): (one: K) => T {
  const known = new WeakMap<K, T>()
  return (one) => {
    const found = known.get(one)
    if (found !== undefined) return found
    const made = compute(one)
    known.set(one, made)
    return made
  }
}

/** As {@link remembered} for several texts without blanks. */
export function rememberedParts<T>(compute: (...parts: readonly string[]) => T): (...parts: readonly string[]) => T {
  const known = remembered((key) => compute(...key.split(' ')))
  return (...parts) => known(parts.join(' '))
}

/** Pairs that one memory keeps, likewise. */
const KEPT_PAIRS = 100_000

/** As {@link remembered} for two texts, of which the first mostly is the one of the question before. */
export function rememberedPairs<T>(compute: (first: string, second: string) => T): (first: string, second: string) => T {
  const known = new Map<string, Map<string, T>>()
  let [count, last, ofLast] = [0, '', new Map<string, T>()]
  const startAt = (first: string) => {
    if (count >= KEPT_PAIRS) {
      known.clear()
      count = 0
    }
    ofLast = known.get(first) ?? new Map<string, T>()
    known.set(first, ofLast)
    last = first
  }
  known.set(last, ofLast)
  return (first, second) => {
    if (first !== last) startAt(first)
    const found = ofLast.get(second)
    if (found !== undefined) return found
    const made = compute(first, second)
    ofLast.set(second, made)
    count++
    return made
  }
}
