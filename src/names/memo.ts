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
