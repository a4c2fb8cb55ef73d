import { createHash, hash } from 'node:crypto'

/** SHA-256 of bytes or of a UTF-8 string, as 64 lower-case hex digits. */
export function sha256Hex(data: Uint8Array | string): string {
  return typeof data === 'string' ? hash('sha256', data) : createHash('sha256').update(data).digest('hex')
}

/** A short id made from content: the first 16 hex digits of the SHA-256 of the parts joined by NUL. */
export function contentId(...parts: readonly string[]): string {
  return sha256Hex(parts.join('\0')).slice(0, 16)
}

/** JSON with object keys in code-unit order and no spaces, so that equal values give equal bytes. `undefined` members are left out. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

/** Compares by UTF-16 code units: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
