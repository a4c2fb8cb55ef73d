import { LIMITS } from '../../base/limits.ts'
import { parseCsv, sniffDelimiter } from '../csv.ts'
import { fileLines } from '../file-lines.ts'
import { type HashSetFormat, strongest } from '../hash-set-format.ts'
import { foldHeader } from '../minimise.ts'

const DIGEST_HEADERS = new Set(['sha256', 'sha2256', 'sha1', 'md5', 'hash', 'digest', 'checksum', 'hashvalue'])
/** Columns that only NSRL writes beside a digest. */
const NSRL_HEADERS = ['productcode', 'opsystemcode', 'specialcode']

/** A table of text with a header, one file per line; NSRL RDS 2.x is one. */
export const csv: HashSetFormat = {
  name: 'csv',
  summary:
    'A table of text whose header names a column sha256, sha1, md5, hash or digest, with one row per line; NSRL RDS 2.x ("SHA-1","MD5","CRC32","FileName",…) is read as one.',
  recognises: (head) => headerOf(head).indexes.length > 0,
  about(_, head) {
    const { names } = headerOf(head)
    return NSRL_HEADERS.every((name) => names.includes(name)) ? { kind: 'software' } : {}
  },
  *rows(path, head) {
    const { delimiter, indexes } = headerOf(head)
    for (const { line, text } of fileLines(path, LIMITS.hashSetLineBytes)) {
      if (line === 1 || text === '') continue
      const cells = text === undefined ? [] : (parseCsv(text, delimiter, 1).rows[0] ?? [])
      const digest = strongest(indexes.map((index) => cells[index]?.trim() ?? ''))
      yield digest === undefined ? { line } : { line, digest }
    }
  },
}

function headerOf(head: Uint8Array): {
  readonly delimiter: string
  readonly names: readonly string[]
  readonly indexes: readonly number[]
} {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
    .toString('utf8')
    .replace(/^\ufeff/, '')
  const delimiter = sniffDelimiter(text)
  const [first = ''] = text.split(/\r?\n/, 1)
  const names = (parseCsv(first, delimiter, 1).rows[0] ?? []).map(foldHeader)
  return { delimiter, names, indexes: names.flatMap((name, index) => (DIGEST_HEADERS.has(name) ? [index] : [])) }
}
