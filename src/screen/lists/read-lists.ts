import { compareText } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Warning } from '../../model/index.ts'
import type { ListOptions, ListReader, ListReading } from '../list.ts'
import { LISTS } from './formats.ts'
import { nameOfFile, own } from './own.ts'

/** A reading with the files it was made of and the format they were read as. */
export interface FormatReading extends ListReading {
  readonly format: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Bytes at the start of a file by which its format is told. */
const HEAD_BYTES = 64 * 1024

/**
 * Tells the format of each file by its first bytes, whatever it is called, and reads the files of one format together. Where two formats hold the same list (sdn.csv and sdn.xml), the one that says more is used.
 * Tables of one's own are a list each, called after its file, unless a name is given: then they are one. Files of no known format are named in warnings. A mapping makes them all lists of one's own.
 */
export function readLists(
  files: ReadonlyMap<string, Uint8Array>,
  options: ListOptions = {},
): { readonly readings: readonly FormatReading[]; readonly warnings: readonly Warning[] } {
  const warnings: Warning[] = []
  const groups = new Map<ListReader, Map<string, Map<string, Uint8Array>>>()
  const ordered = [...files].sort(([a], [b]) => compareText(a, b))
  if (ordered.length > LIMITS.listFiles)
    warnings.push({ code: 'list-limit', message: `${ordered.length} files: only the first ${LIMITS.listFiles} by name are looked at` })
  for (const [file, bytes] of ordered.slice(0, LIMITS.listFiles)) {
    const head = headOf(bytes)
    const reader = options.map ? own : LISTS.find((candidate) => candidate.recognises(file, head))
    if (!reader) warnings.push({ code: 'list-unknown-file', message: `${file}: of no format of a list that this version knows; not used` })
    else {
      const key = reader === own && options.name === undefined ? nameOfFile(file) : ''
      const ofReader = groups.get(reader) ?? new Map<string, Map<string, Uint8Array>>()
      groups.set(reader, ofReader.set(key, (ofReader.get(key) ?? new Map<string, Uint8Array>()).set(file, bytes)))
    }
  }
  const readings = new Map<string, FormatReading>()
  for (const [reader, group] of LISTS.flatMap((each) => [...(groups.get(each)?.values() ?? [])].map((files) => [each, files] as const))) {
    const reading = reader.read(group, options)
    const rival = readings.get(reading.name)
    if (rival)
      warnings.push({
        code: 'list-twice',
        message: `${[...group.keys()].join(', ')}: the list ${reading.name} is read from ${[...rival.files.keys()].join(', ')}, which say more; not used`,
      })
    else readings.set(reading.name, { ...reading, format: reader.name, files: group })
  }
  return { readings: [...readings.values()], warnings: [...warnings, ...[...readings.values()].flatMap((reading) => reading.warnings)] }
}

/** The name of the format that a file's first bytes are of; undefined when this version knows none. */
export function formatOf(file: string, bytes: Uint8Array): string | undefined {
  const head = headOf(bytes)
  return LISTS.find((candidate) => candidate.recognises(file, head))?.name
}

function headOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES))
  return head[0] === 0xff && head[1] === 0xfe
    ? head.toString('utf16le').replace(/^\uFEFF/, '')
    : head.toString('utf8').replace(/^\uFEFF/, '')
}
