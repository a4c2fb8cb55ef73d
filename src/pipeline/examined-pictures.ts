import { compareText } from '../base/hash.ts'
import type { Warning } from '../model/index.ts'
import { type PicturePool, partsOfName, picturesOf } from '../read/index.ts'
import type { CaseFolder } from './case-folder.ts'
import type { Progress } from './collect.ts'
import { cachedReading, fromCache, type ToRead, toCache } from './readings.ts'

/** The pictures of a case that are examined, and how many more there are than the bound. */
export interface ChosenPictures {
  readonly chosen: ReadonlySet<string>
  readonly beyond: number
  /** Pictures that this machine has no program for; nothing is kept of them, so that another machine examines them. */
  readonly unavailable: number
}

/** No picture. */
export const NO_PICTURES: ChosenPictures = { chosen: new Set(), beyond: 0, unavailable: 0 }

/** A kind of examination that pictures go through once each, apart from readings: kept by the picture's hash, and replayed where a bound stopped it. */
export interface PictureStep<T extends { readonly warnings: readonly Warning[] }> {
  /** The name of its stage. */
  readonly name: string
  readonly formats: ReadonlySet<string>
  /** Pictures of one case, in the order of their hashes. */
  readonly limit: number
  /** The cache key of what it makes of a picture. */
  readonly key: (picture: string) => string
  readonly openPool: (size: number) => PicturePool<T>
  /** What stands for a picture that a bound stopped; the warning of code `abortedCode` says why after `abortedWords`. */
  readonly stopped: (why: string) => T
  readonly abortedCode: string
  readonly abortedWords: string
  /** The warning of a picture that could not be examined on this machine. */
  readonly unavailableCode?: string
}

/** What was made of a picture, or undefined when it was not examined yet. */
export function cachedExamination<T extends { readonly warnings: readonly Warning[] }>(
  opened: CaseFolder,
  step: PictureStep<T>,
  picture: string,
): T | undefined {
  return fromCache<T>(opened, step.key(picture))
}

/**
 * Examines the pictures that readings found, each distinct picture once, and keeps what was made of it by the picture's hash: a killed run loses only the pictures
 * under way. Up to the bound, pictures are taken in the order of their hashes. What a bound of time or memory stopped is sealed and replayed, as with readings.
 */
export async function examineAll<T extends { readonly warnings: readonly Warning[] }>(
  opened: CaseFolder,
  step: PictureStep<T>,
  files: readonly ToRead[],
  progress: Progress,
  jobs: number,
  aborted: ReadonlyMap<string, string>,
): Promise<ChosenPictures> {
  const holders = holdersOf(opened, step, files)
  const pictures = [...holders.keys()].sort(compareText)
  const chosen = pictures.slice(0, step.limit)
  const wanted = chosen.filter((picture) => {
    if (cachedExamination(opened, step, picture)) return false
    const why = aborted.get(step.key(picture))
    if (why !== undefined) toCache(opened, step.key(picture), step.stopped(why))
    return why === undefined
  })
  const unavailable = await examine(opened, step, queueOf(wanted, holders), progress, jobs, wanted.length)
  sealAborted(opened, step, chosen, aborted)
  return { chosen: new Set(chosen), beyond: pictures.length - chosen.length, unavailable }
}

/** Files with the pictures that are wanted of them. */
export type Queue = readonly { readonly file: ToRead; readonly pictures: readonly string[] }[]

/**
 * Examines these pictures and keeps what was made of each in the cache: for what no row rests on. A picture that a bound stopped is kept as that and not sealed. What
 * is in the cache already is not examined again.
 */
export async function examineThese<T extends { readonly warnings: readonly Warning[] }>(
  opened: CaseFolder,
  step: PictureStep<T>,
  queue: Queue,
  progress: Progress,
  jobs: number,
): Promise<void> {
  const wanted = queue
    .map(({ file, pictures }) => ({ file, pictures: pictures.filter((picture) => !cachedExamination(opened, step, picture)) }))
    .filter(({ pictures }) => pictures.length > 0)
  const total = wanted.reduce((sum, { pictures }) => sum + pictures.length, 0)
  await examine(opened, step, wanted, progress, jobs, total)
}

type AnyStep = Pick<PictureStep<{ readonly warnings: readonly Warning[] }>, 'formats'>

/** Each distinct picture with the first file that holds it. */
function holdersOf(opened: CaseFolder, { formats }: AnyStep, files: readonly ToRead[]): Map<string, ToRead> {
  const holders = new Map<string, ToRead>()
  for (const file of files) {
    const reading = cachedReading(opened, file)
    for (const { sha256 } of reading ? picturesOf(reading, file.sha256, file.bytes, formats) : [])
      if (!holders.has(sha256)) holders.set(sha256, file)
  }
  return holders
}

/** Files with the pictures that are wanted of them, so that a container is unpacked once for all of its pictures. */
function queueOf(wanted: readonly string[], holders: ReadonlyMap<string, ToRead>): Queue {
  const files = new Map<string, { readonly file: ToRead; readonly pictures: string[] }>()
  for (const picture of wanted) {
    const file = holders.get(picture)
    if (!file) continue
    const known = files.get(file.sha256)
    if (known) known.pictures.push(picture)
    else files.set(file.sha256, { file, pictures: [picture] })
  }
  return [...files.values()]
}

async function examine<T extends { readonly warnings: readonly Warning[] }>(
  opened: CaseFolder,
  step: PictureStep<T>,
  queue: Queue,
  progress: Progress,
  jobs: number,
  total: number,
): Promise<number> {
  if (queue.length === 0) return 0
  const pool = step.openPool(jobs)
  let done = 0
  let next = 0
  let unavailable = 0
  const work = async () => {
    for (let item = queue[next++]; item !== undefined; item = queue[next++]) {
      const { sha256, name, bytes } = item.file
      await pool.read({ path: opened.blobs.pathOf(sha256), name, bytes, pictures: item.pictures }, (picture, made) => {
        if (made.warnings.some(({ code }) => code === step.unavailableCode)) unavailable++
        else toCache(opened, step.key(picture), made)
        progress(step.name, ++done, total, name)
      })
    }
  }
  try {
    await Promise.all(Array.from({ length: jobs }, work))
  } finally {
    await pool.close()
  }
  return unavailable
}

/** Seals which pictures a bound of time or memory stopped, in the order of their hashes. */
function sealAborted<T extends { readonly warnings: readonly Warning[] }>(
  opened: CaseFolder,
  step: PictureStep<T>,
  pictures: readonly string[],
  known: ReadonlyMap<string, string>,
): void {
  const entries = pictures.flatMap((picture) => {
    const key = step.key(picture)
    const stopped = known.has(key)
      ? undefined
      : cachedExamination(opened, step, picture)?.warnings.find(({ code }) => code === step.abortedCode)
    const why = stopped?.message.replace(step.abortedWords, '')
    return why === undefined
      ? []
      : [
          {
            kind: 'reading-aborted',
            payload: { reading: key, blob: partsOfName(picture).sha256, name: 'a picture whose examination was stopped', why },
          },
        ]
  })
  if (entries.length > 0) opened.append(entries)
}
