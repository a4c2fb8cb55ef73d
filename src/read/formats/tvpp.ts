import { LIMITS } from '../../base/limits.ts'
import { utf16be } from '../../base/text.ts'
import type { TraceName } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'

/** Marks at byte 10 of each node's head. */
const MARKS = [Buffer.from('000f1f02191b', 'hex'), Buffer.from('00105aafaaab', 'hex')]
const NODE_BYTES = 24
/** Keys of dictionaries that become traces beside their text. */
const KEYS: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  author: ['author', 'Name of the author as the project has it; by default that of the account.'],
  user: ['user', 'Account as the project has it.'],
  software: ['application', 'Program that saved it, as it states.'],
  version: ['applicationVersion', 'Version as stated.'],
  name: ['title', 'Name of the project, shot or clip.'],
  copyright: ['copyright', 'Copyright line as entered.'],
}
/** Chunks of a clip whose data is a name or note: UTF-16 or in the code page of the system. */
const WIDE = new Set(['LNAW', 'ANNW', 'MRKW', 'NOTW'])
const NARROW = new Set(['LNAM', 'ANNO', 'MARK', 'NOTE', 'AUTH', 'NAME'])

/** TVPaint projects: names of project, shots, clips and layers, authors, notes, paths. Drawings are not decoded. */
export const tvpp: FormatReader = {
  name: 'tvpp',
  summary: 'TVPaint project: project, shots, clips and layers by name, author, notes, paths',
  extensions: ['.tvpp', '.tvp'],
  source: 'The format is not public: nodes and chunks as people who read it describe them (kguyaux/tvpaint_export)',
  sniff: (head) => MARKS.some((mark) => mark.equals(head.subarray(10, 16))),
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (file.length < NODE_BYTES || NODE_BYTES + Number(file.readBigUInt64BE(16)) > file.length)
      draft.cut('truncated', 'the file ends before its first node does')
    let row = 0
    for (const mark of MARKS)
      for (let at = file.indexOf(mark); at >= 0; at = file.indexOf(mark, at + 1)) {
        if (row++ > LIMITS.mediaParts) break
        dictionary(file, at - 10 + NODE_BYTES, row, draft)
      }
    for (let at = file.indexOf('FORM', 0, 'latin1'); at >= 0; at = file.indexOf('FORM', at + 4, 'latin1'))
      if (file.toString('latin1', at + 8, at + 12) === 'TVPP')
        chunks(file, at + 12, Math.min(file.length, at + 8 + file.readUInt32BE(at + 4)), draft)
    for (const [, path] of file
      .toString('utf8', 0, Math.min(file.length, LIMITS.markBytes))
      .matchAll(/(?:^|\n)(?:File|Path|Sound|Name)=([^\r\n]{3,400}[\\/][^\r\n]{1,400})/g))
      draft.traceOnce('path', path, 'Path of a sound or picture that the project uses.')
    return draft.done('tvpp')
  },
}

/** Pairs of UTF-16 texts after their number, each after its length in units; anything else is no dictionary. */
function dictionary(file: Buffer, from: number, node: number, draft: Draft): void {
  if (from + 4 > file.length) return
  const count = file.readUInt32BE(from)
  if (count < 1 || count > 500) return
  const pairs: (readonly [key: string, value: string, at: number])[] = []
  let at = from + 4
  for (let i = 0; i < count; i++) {
    const key = wide(file, at)
    const value = key && wide(file, key.end)
    if (!key || !value || !/^[\x20-\x7e]{1,60}$/.test(key.text)) return
    pairs.push([key.text, value.text, key.end])
    at = value.end
  }
  for (const [row, [key, value, place]] of pairs.entries()) {
    const where = { kind: 'bytes', from: place, to: place + 2 + value.length * 2 } as const
    const known = KEYS[key.toLowerCase()]
    if (known) draft.traceOnce(known[0], value, known[1], where)
    if (/name/i.test(key)) draft.passage(value, where, { role: 'name', block: 'names', row: node })
    else if (/comment|note|dialog|action|text/i.test(key))
      draft.passage(value, where, { role: 'note', block: 'comments', row: node * 100 + row })
    else if (/path|file/i.test(key)) draft.traceOnce('path', value, 'Path that the project keeps.', where)
  }
}

function wide(file: Buffer, at: number): { text: string; end: number } | undefined {
  if (at + 2 > file.length) return undefined
  const end = at + 2 + file.readUInt16BE(at) * 2
  return end > file.length
    ? undefined
    : {
        text: utf16be(file.subarray(at + 2, end)),
        end,
      }
}

/** Chunks of a clip (EA IFF-85). */
function chunks(file: Buffer, from: number, to: number, draft: Draft): void {
  let at = from
  for (let count = 0; at + 8 <= to && count < LIMITS.mediaParts; count++) {
    const kind = file.toString('latin1', at, at + 4)
    const end = at + 8 + file.readUInt32BE(at + 4)
    if (end > to) {
      draft.cut('truncated', `a clip ends inside its chunk at byte ${at}`)
      return
    }
    const raw = file.subarray(at + 8, end)
    const text = WIDE.has(kind) ? utf16be(raw) : NARROW.has(kind) ? metadataText(raw) : ''
    const isLayer = /^LNA/.test(kind)
    draft.passage(
      text.replace(/\0.*$/s, ''),
      { kind: 'bytes', from: at, to: end },
      { role: isLayer ? 'name' : 'note', block: isLayer ? 'layers' : 'notes', row: count },
    )
    at = end + ((end - at) % 2)
  }
}
