/**
 * A person's name as initials, so that a line can be told from another without naming anybody: `Kim Chol Su` becomes `K. C. S.`, `王导演` becomes `王○○`,
 * `art02@studio.example` becomes `a…@studio.example`. Numbers stay; an empty name stays empty.
 */
export function maskPerson(name: string): string {
  const clean = name.trim()
  const at = clean.indexOf('@')
  if (at > 0) return `${clean.slice(0, 1)}…${clean.slice(at)}`
  if (/^[\u3400-\u9fff\uac00-\ud7a3\u3040-\u30ff]/.test(clean)) {
    const [first = '', ...rest] = [...clean]
    return first + '○'.repeat(Math.min(rest.length, 3))
  }
  return clean
    .split(/[\s._-]+/)
    .filter((word) => word.length > 0)
    .map((word) => (/^\d+$/.test(word) ? word : `${[...word][0]?.toUpperCase()}.`))
    .join(' ')
}
