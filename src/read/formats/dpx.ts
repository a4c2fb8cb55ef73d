import type { TraceName } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'
import { offsetOf, traceZone } from '../zone.ts'

/** Text fields of the headers (SMPTE ST 268-1): place, length, trace, meaning. */
const FIELDS: readonly (readonly [from: number, size: number, field: TraceName, meaning: string])[] = [
  [36, 100, 'path', 'Name of the file when it was written.'],
  [136, 24, 'created', 'Clock of the machine that wrote it, with its zone when stated.'],
  [160, 100, 'application', 'Program that wrote it, as it states.'],
  [260, 200, 'title', 'Project as entered.'],
  [460, 200, 'copyright', 'Copyright line as entered.'],
  [1432, 100, 'path', 'Name of the file that it was made from.'],
  [1532, 24, 'created', 'Clock of the machine that wrote the file that it was made from.'],
  [1556, 32, 'device', 'Device that it came from.'],
  [1588, 32, 'device', 'Serial number of the device.'],
]
/** Blocks of user data begin with the name of the program that they belong to. */
const USER_DATA_AT = 2048

/** DPX and Cineon-like film frames: size, file name at writing, program, project, device. What is drawn in the picture is not read. */
export const dpx: FormatReader = {
  name: 'dpx',
  summary: 'Film frame (DPX): size, file name at writing, clock, program, project, device',
  extensions: ['.dpx'],
  source: 'SMPTE ST 268-1:2014',
  sniff: (head) => /^(SDPX|XPDS)$/.test(Buffer.from(head.subarray(0, 4)).toString('latin1')),
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const isBig = file.toString('latin1', 0, 4) === 'SDPX'
    const u32 = (at: number) => (at + 4 > file.length ? 0 : isBig ? file.readUInt32BE(at) : file.readUInt32LE(at))
    if (file.length < USER_DATA_AT || u32(16) > file.length)
      draft.cut('truncated', `the picture is cut short: ${file.length} of ${u32(16)} bytes`)
    if (file.length >= 780) draft.trace('dimensions', `${u32(772)}x${u32(776)}`, 'Width and height in pixels.')
    for (const [from, size, field, meaning] of FIELDS) {
      const raw = file.subarray(from, from + size)
      const end = raw.findIndex((byte) => byte === 0 || byte === 0xff)
      const value = metadataText(end < 0 ? raw : raw.subarray(0, end))
      draft.traceOnce(field, value, meaning, { kind: 'bytes', from, to: from + size })
      if (field === 'created') traceZone(draft, offsetOf(value), 'Stated with the time of the frame')
    }
    const user = file.subarray(USER_DATA_AT, Math.min(file.length, USER_DATA_AT + 32))
    if (u32(28) > 0 && u32(28) !== 0xffffffff && /^[ -~]{3,}/.test(user.toString('latin1')))
      draft.traceOnce('custom', metadataText(user).replace(/\0.*$/s, ''), 'Program that left data of its own.', {
        kind: 'bytes',
        from: USER_DATA_AT,
        to: USER_DATA_AT + 32,
      })
    return draft.done('dpx')
  },
}
