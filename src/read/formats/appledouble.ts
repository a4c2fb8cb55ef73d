import { childStep } from '../../base/child-step.ts'
import { isoInstant } from '../../base/time.ts'
import { readMember } from '../containers/container.ts'
import { Draft } from '../draft.ts'
import { readBinaryList, stringsOfList } from '../places/property-list.ts'
import type { FormatReader } from '../reader.ts'

const SINGLE = '00051600'
const DOUBLE = '00051607'
/** Numbers of entries (RFC 1740, A.1). */
const DATA_FORK = 1
const REAL_NAME = 3
const COMMENT = 4
const DATES = 8
const FINDER_INFO = 9
const ENTRIES = 64
const EPOCH_2000_MS = Date.UTC(2000)

/** What macOS keeps beside a file on foreign disks and in archives (`._name`): where it was downloaded from and with what, times, tags. */
export const appledouble: FormatReader = {
  name: 'appledouble',
  summary: 'Apple’s file beside a file (._name): downloaded from where, with what, when',
  extensions: ['.as'],
  source: 'RFC 1740; Apple, copyfile.c (extended attributes)',
  sniff: (head) => [SINGLE, DOUBLE].includes(Buffer.from(head.subarray(0, 4)).toString('hex')),
  async read(bytes, context) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const count = file.length < 26 ? 0 : Math.min(file.readUInt16BE(24), ENTRIES)
    if (count === 0) draft.cut('damaged', 'the directory is cut short')
    for (let i = 0; i < count; i++) {
      const row = 26 + i * 12
      if (row + 12 > file.length) {
        draft.cut('truncated', 'the directory is cut short')
        break
      }
      const from = file.readUInt32BE(row + 4)
      const to = from + file.readUInt32BE(row + 8)
      if (to > file.length) draft.cut('truncated', 'the file ends before its last entry does')
      const id = file.readUInt32BE(row)
      if (id === DATA_FORK) {
        const member = { step: childStep(Buffer.from('data')), path: context.name.replace(/^\._/, '').replace(/^.*[/\\]/, '') || 'data' }
        draft.children.push(await readMember(member, file.subarray(from, to), { context, draft }))
      } else entry(id, file, { from, to: Math.min(to, file.length) }, draft)
    }
    return draft.done('appledouble')
  },
}

function entry(id: number, file: Buffer, { from, to }: { from: number; to: number }, draft: Draft): void {
  const at = { kind: 'bytes', from, to } as const
  const data = file.subarray(from, to)
  if (id === REAL_NAME) draft.passage(data.toString('utf8'), at, { role: 'name', block: 'name' })
  else if (id === COMMENT) draft.passage(data.toString('utf8'), at, { role: 'comment', block: 'comment' })
  else if (id === DATES && data.length >= 8) {
    // Seconds from 2000, signed; the least number means never.
    for (const [field, seconds] of [
      ['created', data.readInt32BE(0)],
      ['modified', data.readInt32BE(4)],
    ] as const)
      if (seconds > -946_684_800)
        draft.traceOnce(field, isoInstant(EPOCH_2000_MS + seconds * 1000), 'Time that the disk of the Mac noted, in UTC.', at)
  } else if (id === FINDER_INFO) attributes(file, from, to, draft)
}

/** Extended attributes stand in the entry of Finder information, with places counted from the file's begin. */
function attributes(file: Buffer, from: number, to: number, draft: Draft): void {
  const head = file.indexOf('ATTR', from, 'latin1')
  if (head < 0 || head + 36 > to) return
  let at = head + 36
  for (let left = Math.min(file.readUInt16BE(head + 34), ENTRIES); left > 0 && at + 11 <= to; left--) {
    const valueAt = file.readUInt32BE(at)
    const end = valueAt + file.readUInt32BE(at + 4)
    const nameEnd = at + 11 + (file[at + 10] ?? 0)
    const name = file.toString('utf8', at + 11, nameEnd).replace(/\0.*$/s, '')
    if (end <= file.length) attribute(name, file.subarray(valueAt, end), { kind: 'bytes', from: valueAt, to: end }, draft)
    // Entries begin at multiples of four.
    at = Math.ceil(nameEnd / 4) * 4
  }
}

function attribute(name: string, value: Buffer, at: { kind: 'bytes'; from: number; to: number }, draft: Draft): void {
  if (name === 'com.apple.quarantine') {
    // Flags, time in hexadecimal seconds from 1970, program, id of the event.
    const [, time = '', program] = value.toString('utf8').split(';')
    const seconds = Number.parseInt(time, 16)
    draft.traceOnce('application', program, 'Program that downloaded or unpacked it.', at)
    if (seconds > 0 && seconds < 4_102_444_800)
      draft.traceOnce('created', isoInstant(seconds * 1000), 'When it was downloaded or unpacked, in UTC.', at)
  } else if (/^com\.apple\.metadata:/.test(name)) {
    const list = readBinaryList(value)
    for (const { text } of list === undefined ? [] : stringsOfList(list)) {
      if (name.endsWith('kMDItemWhereFroms'))
        draft.traceOnce('downloadedFrom', text, 'Address that macOS noted when it was downloaded.', at)
      else if (name.endsWith('kMDItemFinderComment')) draft.passage(text, at, { role: 'comment', block: 'comment' })
      else
        draft.traceOnce(
          'custom',
          `${name.slice(19)}: ${text.replace(/\n\d$/, '')}`,
          'Property that macOS or a program keeps beside the file.',
          at,
        )
    }
  } else if (!/^com\.apple\.(?:FinderInfo|ResourceFork|lastuseddate|provenance|macl)/.test(name))
    draft.traceOnce('custom', name, 'Property that a program keeps beside the file.', at)
}
