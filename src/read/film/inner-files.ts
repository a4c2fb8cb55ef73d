import { childStep } from '../../base/child-step.ts'
import { LIMITS } from '../../base/limits.ts'
import { readMember, refuse } from '../containers/container.ts'
import type { Draft } from '../draft.ts'
import type { ReadContext } from '../reader.ts'

/** A picture, font or other file inside a film or sound file. */
export interface InnerFile {
  readonly path: string
  readonly data: Uint8Array
}

/** Reads the files inside a film or sound file as members, within the bounds of containers. */
export async function readInnerFiles(files: readonly InnerFile[], context: ReadContext, draft: Draft): Promise<void> {
  const { budget } = context
  const repeats = new Map<string, number>()
  for (const { path, data } of files) {
    const nth = (repeats.get(path) ?? 0) + 1
    repeats.set(path, nth)
    const child = { step: childStep(Buffer.from(path), nth), path }
    const isTooLarge = data.length > LIMITS.memberBytes || data.length > budget.bytes
    draft.children.push(
      isTooLarge
        ? refuse(child, data, `member-limit: ${data.length} bytes are more than a member may have`, path, draft)
        : await readMember(child, data, { context, draft }),
    )
  }
}

/** An ending for a stated media type, for members that have no name. */
export function endingOf(mediaType: string): string {
  const kind = mediaType.toLowerCase().replace(/^image\//, '')
  return kind === 'jpeg' || kind === 'jpg' ? 'jpg' : /^(?:png|gif|bmp|webp)$/.test(kind) ? kind : 'bin'
}
