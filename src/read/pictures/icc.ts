import { utf16be } from '../../base/text.ts'
import type { Place } from '../../model/index.ts'
import type { Draft } from '../draft.ts'

const TAGS = 100

/**
 * The name of an ICC colour profile (ICC.1:2022). Of a name in many languages only the English one, or the first, is taken: Apple's profiles name a screen in some
 * twenty, and none of them says anything of who used it. Never throws.
 */
export function readIcc(profile: Buffer, draft: Draft, at?: Place): void {
  if (profile.length < 132 || profile.toString('latin1', 36, 40) !== 'acsp') return
  const count = Math.min(profile.readUInt32BE(128), TAGS)
  for (let i = 0; i < count && 132 + i * 12 + 12 <= profile.length; i++) {
    const row = 132 + i * 12
    if (profile.toString('latin1', row, row + 4) !== 'desc') continue
    const from = profile.readUInt32BE(row + 4)
    const tag = profile.subarray(from, from + profile.readUInt32BE(row + 8))
    draft.traceOnce('colorProfile', nameIn(tag), 'Name of the colour profile; profiles come with screens and programs.', at)
    return
  }
}

function nameIn(tag: Buffer): string | undefined {
  const kind = tag.toString('latin1', 0, 4)
  if (kind === 'desc' && tag.length >= 12) return tag.toString('latin1', 12, 12 + Math.min(200, tag.readUInt32BE(8))).replace(/\0.*$/s, '')
  if (kind !== 'mluc' || tag.length < 28) return undefined
  let chosen = 16
  for (let i = Math.min(tag.readUInt32BE(8), TAGS) - 1; i >= 0; i--) {
    const row = 16 + i * 12
    if (row + 12 <= tag.length && tag.toString('latin1', row, row + 2) === 'en') chosen = row
  }
  const from = tag.readUInt32BE(chosen + 8)
  const size = Math.min(tag.readUInt32BE(chosen + 4), 400) & ~1
  return from + size <= tag.length ? utf16be(tag.subarray(from, from + size)) : undefined
}
