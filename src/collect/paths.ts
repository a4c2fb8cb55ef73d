/** What follows a percent sign where a reader could take it for an encoded byte. */
const ENCODED = '(?:25)*(?:[89A-Fa-f][0-9A-Fa-f]|2[EFef])'
const LOOKS_ENCODED = new RegExp(`%(?=${ENCODED})`, 'g')
const WRITTEN = new RegExp(`%25(?=${ENCODED})|%2[EF]|%[89A-F][0-9A-F]`, 'g')

/**
 * A name as text that gives its bytes back: UTF-8 stays as it is, every other byte becomes `%B0`. A percent sign that would look like such a byte
 * becomes `%25`, so that two names never share one text. A slash, and the steps `.` and `..`, which only an adversary writes, are encoded too.
 */
export function pathOfBytes(name: Uint8Array): string {
  const bytes = Buffer.from(name.buffer, name.byteOffset, name.byteLength)
  const text = bytes.toString('utf8')
  if (text === '.' || text === '..') return text.replaceAll('.', '%2E')
  if (Buffer.from(text, 'utf8').equals(bytes)) return escaped(text)
  return bytes.toString('latin1').replace(/[\0-\x7f]+|[\x80-\xff]/g, (run) => (run < '\x80' ? escaped(run) : hex(run.charCodeAt(0))))
}

/** The bytes of one step of a path that {@link pathOfBytes} wrote. */
export function bytesOfPath(step: string): Buffer {
  const parts: Buffer[] = []
  let from = 0
  for (const { index, 0: found } of step.matchAll(WRITTEN)) {
    parts.push(Buffer.from(step.slice(from, index), 'utf8'), Buffer.from([Number.parseInt(found.slice(1), 16)]))
    from = index + found.length
  }
  return Buffer.concat([...parts, Buffer.from(step.slice(from), 'utf8')])
}

/** Whether a path holds bytes that are not UTF-8. */
export function hasRawBytes(path: string): boolean {
  return /%[89A-F][0-9A-F]/.test(path.replaceAll(/%25(?=(?:25)*[89A-Fa-f])../g, ''))
}

/** The bytes of a percent-encoded step of a URL; characters that are not encoded are bytes themselves. */
export function bytesOfUrlStep(step: string): Buffer {
  return Buffer.from(
    step.replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )
}

/** Joins a folder's path and a name's text. */
export function joinPath(folder: string, step: string): string {
  return folder === '' ? step : `${folder}/${step}`
}

function escaped(text: string): string {
  return text.replace(LOOKS_ENCODED, '%25').replaceAll('/', '%2F')
}

function hex(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
}
