import { LIMITS } from '../../base/limits.ts'
import type { TraceName } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { readXmp } from '../pictures/xmp.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'
import { offsetText, traceZone } from '../zone.ts'

/** Attributes (OpenEXR, standard attributes, and those of renderers) that become traces. */
const ATTRIBUTES: readonly (readonly [name: RegExp, field: TraceName, meaning: string])[] = [
  [/^owner$/i, 'author', 'Owner as stated.'],
  [/^(comments|comment|description|imageDescription)$/i, 'comment', 'Comment as entered.'],
  [/^(software|writer|creator|renderer|exr\/nuke\/version|nuke\/version)$/i, 'application', 'Program that wrote it, as it states.'],
  [/(capDate|dateTime|^date|time$|\/date$)/i, 'created', 'Clock of the machine that rendered it.'],
  [/host|computer|machine/i, 'machine', 'Name of the computer that rendered it.'],
  [/(^|[/_])user(name)?$/i, 'user', 'Account that rendered it.'],
  [/(file|path|scene|project)(name)?$/i, 'path', 'Where the project lay on the machine that rendered it.'],
  [/^(copyright)$/i, 'copyright', 'Copyright line as entered.'],
  [/camera(make|model|serial|label|identifier|firmware)/i, 'device', 'Camera as stated.'],
]

/** OpenEXR pictures: size, program, owner, machine and paths in attributes. What is drawn in the picture is not read. */
export const exr: FormatReader = {
  name: 'exr',
  summary: 'OpenEXR picture: size, program, owner, machine, paths',
  extensions: ['.exr'],
  source: 'OpenEXR File Layout; OpenEXR Standard Attributes',
  sniff: (head) => Buffer.from(head.subarray(0, 4)).toString('hex') === '762f3101',
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let at = 8
    let isWhole = false
    for (let count = 0; count < LIMITS.mediaParts; count++) {
      if (file[at] === 0) {
        isWhole = at < file.length - 1
        break
      }
      const nameEnd = file.indexOf(0, at)
      const typeEnd = nameEnd < 0 ? -1 : file.indexOf(0, nameEnd + 1)
      if (nameEnd < 0 || typeEnd < 0 || typeEnd + 5 > file.length) break
      const from = typeEnd + 5
      const to = from + file.readUInt32LE(typeEnd + 1)
      if (to > file.length) break
      attribute(file.toString('utf8', at, nameEnd), file.toString('latin1', nameEnd + 1, typeEnd), file.subarray(from, to), {
        draft,
        from,
        to,
      })
      at = to
    }
    if (!isWhole) draft.cut('truncated', `the header is cut short or damaged at byte ${at}`)
    else if (!hasPixels(file, at)) draft.cut('truncated', 'the picture ends before its last lines do')
    return draft.done('exr')
  },
}

function attribute(name: string, type: string, data: Buffer, { draft, from, to }: { draft: Draft; from: number; to: number }): void {
  const at = { kind: 'bytes', from, to } as const
  if (name === 'dataWindow' && data.length >= 16)
    draft.traceOnce(
      'dimensions',
      `${data.readInt32LE(8) - data.readInt32LE(0) + 1}x${data.readInt32LE(12) - data.readInt32LE(4) + 1}`,
      'Width and height in pixels.',
      at,
    )
  else if (name === 'utcOffset' && data.length >= 4) {
    // Seconds that are added to local time to get UTC (OpenEXR standard attributes), so west is positive.
    const minutes = Math.round(-data.readFloatLE(0) / 60)
    if (Math.abs(minutes) <= 14 * 60) traceZone(draft, offsetText(minutes), 'Stated with the picture', at)
  } else if (type === 'string' && /^xmp$/i.test(name)) readXmp(data, draft, at)
  else if (type === 'string') {
    const known = ATTRIBUTES.find(([pattern]) => pattern.test(name))
    const value = metadataText(data).replace(/\0+$/, '')
    if (known) draft.traceOnce(known[1], value, known[2], at)
    else if (!/^(name|type|view|chunkCount)$/.test(name))
      draft.traceOnce('custom', `${name}: ${value}`, 'Attribute that a program added.', at)
    if (known?.[1] === 'comment') draft.passage(value, at, { role: 'comment', block: 'attributes' })
  }
}

/** Whether the table of line places after the header stays inside the file; its last entry is the farthest in common files. */
function hasPixels(file: Buffer, headerEnd: number): boolean {
  if (headerEnd + 9 > file.length) return false
  const first = Number(file.readBigUInt64LE(headerEnd + 1))
  const rows = (first - headerEnd - 1) / 8
  // Parts and tiles have other tables: they are taken as whole.
  if (!Number.isInteger(rows) || rows < 1 || first > file.length) return first <= file.length
  const last = Number(file.readBigUInt64LE(headerEnd + 1 + (rows - 1) * 8))
  return last + 8 <= file.length && last + 8 + file.readUInt32LE(last + 4) <= file.length
}
