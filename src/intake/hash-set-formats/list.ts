import { LIMITS } from '../../base/limits.ts'
import { fileLines } from '../file-lines.ts'
import { type HashSetFormat, strongest } from '../hash-set-format.ts'

/** `hash`, `hash  name`, `hash *name`, `hash,name`; sha256sum begins a line with a backslash when it escaped the name. */
const PLAIN = /^(?:\u00ef\u00bb\u00bf)?\s*\\?([0-9A-Fa-f]{32,64})(?:[\s,;|].*)?$/
/** `SHA256 (name) = hash`, as the BSD programs and `sha256sum --tag` write. */
const TAGGED = /^\\?(?:SHA2?-?256|SHA-?1|MD5) ?\(.*\) ?= ?([0-9A-Fa-f]{32,64})\s*$/
const EMPTY = /^(?:\u00ef\u00bb\u00bf)?\s*(?:#.*)?$/
const LINES_LOOKED_AT = 50

/** One digest per line, as sha256sum, sha1sum and md5sum write them, with or without names. */
export const list: HashSetFormat = {
  name: 'list',
  summary:
    'One SHA-256, SHA-1 or MD5 per line, alone or with a name as sha256sum and the BSD programs write it; lines that begin with # are comments.',
  recognises: (head) =>
    Buffer.from(head.buffer, head.byteOffset, head.byteLength)
      .toString('latin1')
      .split(/\r?\n/, LINES_LOOKED_AT)
      .some((line) => digestOf(line) !== undefined),
  about: () => ({}),
  *rows(path) {
    for (const { line, text } of fileLines(path, LIMITS.hashSetLineBytes)) {
      if (text !== undefined && EMPTY.test(text)) continue
      const digest = text === undefined ? undefined : digestOf(text)
      yield digest === undefined ? { line } : { line, digest }
    }
  },
}

function digestOf(line: string): string | undefined {
  const found = PLAIN.exec(line) ?? TAGGED.exec(line)
  return found ? strongest([found[1] ?? '']) : undefined
}
