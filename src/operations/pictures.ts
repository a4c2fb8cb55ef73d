import { LIMITS } from '../base/limits.ts'
import { clockOfMs } from '../base/time.ts'
import { isNoise, LIKE_BITS, type LookAlikes, lookAlikes } from '../identify/index.ts'
import { type Exhibit, formatAnchor, type Trace } from '../model/index.ts'
import { framePlace, HASHED_FORMATS } from '../read/index.ts'
import { ALIKE_CAUTION, PROFILES } from '../report/index.ts'
import type { Operation } from './operation.ts'
import { text } from './operation.ts'
import { writePicturesPage } from './pictures-page.ts'
import { count } from './terminal.ts'
import { view } from './view.ts'

const list = view({
  name: 'pictures',
  summary: `Pictures, and key frames of films, that look alike and are not byte for byte the same: each within ${LIKE_BITS} of 64 bits of another. A question, not a finding.`,
  usage: '[WORD]',
  options: {
    page: {
      type: 'string',
      value: 'FILE',
      summary:
        'Write a page that shows the pictures instead: those that are the same or alike first, then all others by folder. It holds small pictures of the evidence.',
    },
    part: { type: 'string', value: 'N', summary: `With --page: which ${LIMITS.galleryPictures} of the pictures (default 1).` },
    profile: { type: 'string', value: 'PROFILE', choices: PROFILES, summary: 'With --page: for whom (default public: persons masked).' },
  },
  examples: [
    'inbetween pictures -C acme.case',
    'inbetween pictures --page pictures.html -C acme.case',
    'inbetween pictures 参考 -C acme.case',
    'inbetween pictures --json -C acme.case',
  ],
  rows(store, input) {
    const [word] = input.paths
    const exhibits = store.all<Exhibit>('exhibit')
    const traces = store.all<Trace>('trace')
    const { groups, isCut } = lookAlikes({ exhibits, traces })
    const shown = groups.filter(
      (group) => word === undefined || group.some((picture) => picture.exhibits.some(({ path }) => path.includes(word))),
    )
    const cells = shown.flatMap((group, nth) =>
      group.flatMap(({ bits, sha256, frameMs, exhibits: of }) =>
        of.map(({ path }) => [nth + 1, bits, sha256.slice(0, 12), named(path, frameMs)]),
      ),
    )
    const counts = countsOf(exhibits, traces)
    const data = { groups: shown.map(groupData), ...counts, caution: ALIKE_CAUTION }
    const left =
      counts.withoutHash === 0
        ? ''
        : `; ${count(counts.withoutHash)} have none: plain, smooth, small, damaged or too large (warnings say which)`
    const after = [
      `${count(shown.length)} groups; ${count(counts.withHash)} pictures have a hash${left}`,
      ...(counts.frames > 0 ? [`${count(counts.frames)} key frames of ${count(counts.films)} films were compared with them`] : []),
      ...(shown.length > 0 ? [ALIKE_CAUTION] : []),
    ].join('\n')
    const warnings = isCut
      ? [
          {
            code: 'picture-limit',
            message: `after ${LIMITS.pictureComparisons} comparisons the search ended: there can be more that look alike`,
          },
        ]
      : []
    return { header: ['group', 'bits', 'sha256', 'path'], cells, data, after, warnings }
  },
})

/** `inbetween pictures`. */
export const pictures: Operation = {
  ...list,
  run(input, context) {
    const page = text(input, 'page')
    return page === undefined ? list.run(input, context) : writePicturesPage(input, context, page)
  },
}

/** A path, or that of a film with the time of a frame. */
function named(path: string, frameMs: number | undefined): string {
  return frameMs === undefined ? path : `${path} @ ${clockOfMs(frameMs)}`
}

/** What was compared; known software and stock apart. */
interface Counts {
  /** Distinct pictures with and without a hash. */
  readonly withHash: number
  readonly withoutHash: number
  /** Key frames with a hash, and the films that they are of. */
  readonly frames: number
  readonly films: number
}

function countsOf(exhibits: readonly Exhibit[], traces: readonly Trace[]): Counts {
  const noise = new Set(exhibits.filter(isNoise).map(({ id }) => id))
  const frames = traces.filter(
    ({ field, anchor, exhibitId }) => field === 'pictureHash' && !anchor.endsWith('!whole=') && !noise.has(exhibitId),
  )
  const hashed = new Set(traces.flatMap(({ field, exhibitId }) => (field === 'pictureHash' ? [exhibitId] : [])))
  const all = exhibits.filter((exhibit) => HASHED_FORMATS.has(exhibit.format) && !isNoise(exhibit))
  const withHash = new Set(all.flatMap(({ id, sha256 }) => (hashed.has(id) ? [sha256] : [])))
  const withoutHash = new Set(all.map(({ sha256 }) => sha256)).size - withHash.size
  return { withHash: withHash.size, withoutHash, frames: frames.length, films: new Set(frames.map(({ exhibitId }) => exhibitId)).size }
}

function groupData(group: LookAlikes) {
  return group.map(({ sha256, frameMs, hash, bits, exhibits }) => ({
    sha256,
    ...(frameMs === undefined ? {} : { frameMs }),
    hash,
    bits,
    paths: exhibits.map(({ path }) => path),
    anchors: exhibits.map(({ blob, inside }) =>
      formatAnchor({
        sha256: blob,
        ...(inside.length > 0 ? { inside } : {}),
        at: frameMs === undefined ? { kind: 'whole' } : framePlace(frameMs),
      }),
    ),
  }))
}
