import { InbetweenError } from '../base/errors.ts'
import { sha256Hex } from '../base/hash.ts'
import { type Anchor, formatAnchor, formatPlace, type Reading, type ReadPassage } from '../model/index.ts'
import { openEngine } from './ocr/engine.ts'
import { readBytes } from './read-bytes.ts'

/**
 * The passages that an anchor points at, read again from the sealed bytes: `name` is one that the file lies under, for readers tell some formats by it. A place
 * without a passage gives none; a box is looked for by recognising characters again; `whole` gives all of the file or member.
 *
 * @throws InbetweenError `IBT-INTEGRITY` when the bytes are not those of the anchor, `IBT-NOT-FOUND` when a step leads to no member.
 */
export async function resolveAnchor(bytes: Uint8Array, name: string, anchor: Anchor): Promise<readonly ReadPassage[]> {
  if (sha256Hex(bytes) !== anchor.sha256)
    throw new InbetweenError('IBT-INTEGRITY', `the bytes are not those of the anchor ${formatAnchor(anchor)}`, { place: name })
  let reading: Reading = await readBytes(bytes, name)
  for (const step of anchor.inside ?? []) {
    const child = reading.children.find((candidate) => candidate.step === step)
    if (!child)
      throw new InbetweenError('IBT-NOT-FOUND', `there is no member ${step} for the anchor ${formatAnchor(anchor)}`, { place: name })
    reading = child.reading
  }
  if (anchor.at.kind === 'whole') return reading.passages
  const wanted = formatPlace(anchor.at)
  if (anchor.at.kind === 'box')
    return (await drawnIn(bytes, name, anchor.inside ?? [], anchor.at.page)).filter(({ at }) => formatPlace(at) === wanted)
  return reading.passages.filter((passage) => formatPlace(passage.at) === wanted)
}

async function drawnIn(bytes: Uint8Array, name: string, steps: readonly string[], page?: number): Promise<readonly ReadPassage[]> {
  let picture: Uint8Array | undefined
  await readBytes(bytes, name, {
    steps,
    take(member) {
      picture = member
    },
  })
  return picture ? (await (await openEngine()).recognise(picture, page)).passages : []
}
