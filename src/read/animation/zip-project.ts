import { LIMITS } from '../../base/limits.ts'

import { addMember } from '../containers/container.ts'
import { readDirectory } from '../containers/zip-directory.ts'
import type { Draft } from '../draft.ts'
import { openPackage } from '../office/ooxml.ts'
import type { ReadContext } from '../reader.ts'

/** Bytes at the end of a ZIP in which its directory is looked for, to tell formats by. */
const TAIL_BYTES = 256 * 1024

/** Whether the bytes are a ZIP whose directory has every one of `names`. Cheap when they are not. */
export function isZipWith(bytes: Uint8Array, names: readonly string[]): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = file.subarray(-TAIL_BYTES)
  if (!names.every((name) => tail.includes(name))) return false
  const found = new Set(readDirectory(bytes).entries.map(({ rawName }) => Buffer.from(rawName).toString('utf8')))
  return names.every((name) => found.has(name))
}

/** The media type that packages of this kind begin with, stored as a first member called `mimetype`. */
export function firstMimetype(head: Uint8Array): string {
  if (head.length < 60 || head[0] !== 0x50 || head[1] !== 0x4b) return ''
  const file = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  if (file.toString('latin1', 30, 30 + file.readUInt16LE(26)) !== 'mimetype') return ''
  const from = 38 + file.readUInt16LE(28)
  return file.toString('latin1', from, from + Math.min(100, file.readUInt32LE(18)))
}

/** What to do with the parts of a project that is a ZIP. */
export interface ProjectParts {
  /** Parts that are read: a pattern over names, and how. */
  readonly read: readonly (readonly [name: RegExp, read: (part: Uint8Array, name: string, draft: Draft) => unknown])[]
  /** Parts that become members of their own: pictures, sounds, files inside. */
  readonly members: RegExp
}

/** Reads the parts of a project that is a ZIP. Parts that are neither read nor members are the program's own data; how many is a trace. */
export async function readZipProject(bytes: Uint8Array, parts: ProjectParts, context: ReadContext, draft: Draft): Promise<void> {
  const project = openPackage(bytes, draft)
  let own = 0
  for (const name of project.names.slice(0, LIMITS.archiveEntries)) {
    const rules = parts.read.filter(([pattern]) => pattern.test(name))
    const isMember = parts.members.test(name)
    if (rules.length === 0 && !isMember) {
      if (!name.endsWith('/')) own++
      continue
    }
    const part = project.part(name)
    if (part === undefined) continue
    for (const [, read] of rules) read(part, name, draft)
    if (isMember) await addMember(name, part, { context, draft })
  }
  if (own > 0)
    draft.trace('custom', `parts of the program’s own: ${own}`, 'Drawings and settings inside the project that only its program reads.')
}
