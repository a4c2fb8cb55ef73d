import { compareText } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { createOcrPool, type DrawnText, drawnTextKey, picturesOf, stoppedExamination } from '../read/index.ts'
import type { CaseFolder } from './case-folder.ts'
import type { Progress } from './collect.ts'
import { cachedReading, fromCache, type ToRead, toCache } from './readings.ts'

/** The pictures of a case in which characters are recognised, and how many more there are than the bound. */
export interface ChosenPictures {
  readonly chosen: ReadonlySet<string>
  readonly beyond: number
}

/** What was recognised in a picture, or undefined when it was not examined yet. */
export function cachedDrawnText(opened: CaseFolder, picture: string): DrawnText | undefined {
  return fromCache<DrawnText>(opened, drawnTextKey(picture))
}

/**
 * Recognises characters in the pictures that readings found, each distinct picture once, and keeps what was recognised by the picture's hash: a killed run loses only
 * the pictures under way. Up to the bound, pictures are taken in the order of their hashes. What a bound of time or memory stopped is sealed and replayed, as with readings.
 */
export async function recogniseAll(
  opened: CaseFolder,
  files: readonly ToRead[],
  progress: Progress,
  jobs: number,
  aborted: ReadonlyMap<string, string>,
): Promise<ChosenPictures> {
  const holders = holdersOf(opened, files)
  const pictures = [...holders.keys()].sort(compareText)
  const chosen = pictures.slice(0, LIMITS.ocrPictures)
  for (const picture of chosen) {
    const why = aborted.get(drawnTextKey(picture))
    if (why !== undefined && !cachedDrawnText(opened, picture)) toCache(opened, drawnTextKey(picture), stoppedExamination(why))
  }
  const wanted = chosen.filter((picture) => !cachedDrawnText(opened, picture))
  await examine(opened, queueOf(wanted, holders), progress, jobs, wanted.length)
  sealAborted(opened, chosen, aborted)
  return { chosen: new Set(chosen), beyond: pictures.length - chosen.length }
}

/** Each distinct picture with the first file that holds it. */
function holdersOf(opened: CaseFolder, files: readonly ToRead[]): Map<string, ToRead> {
  const holders = new Map<string, ToRead>()
  for (const file of files) {
    const reading = cachedReading(opened, file)
    for (const { sha256 } of reading ? picturesOf(reading, file.sha256, file.bytes) : [])
      if (!holders.has(sha256)) holders.set(sha256, file)
  }
  return holders
}

/** Files with the pictures that are wanted of them, so that a container is unpacked once for all of its pictures. */
function queueOf(
  wanted: readonly string[],
  holders: ReadonlyMap<string, ToRead>,
): { readonly file: ToRead; readonly pictures: string[] }[] {
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

async function examine(
  opened: CaseFolder,
  queue: readonly { readonly file: ToRead; readonly pictures: readonly string[] }[],
  progress: Progress,
  jobs: number,
  total: number,
): Promise<void> {
  if (queue.length === 0) return
  const pool = createOcrPool({ size: jobs })
  let done = 0
  let next = 0
  const work = async () => {
    for (let item = queue[next++]; item !== undefined; item = queue[next++]) {
      const { sha256, name, bytes } = item.file
      await pool.read({ path: opened.blobs.pathOf(sha256), name, bytes, pictures: item.pictures }, (picture, drawn) => {
        toCache(opened, drawnTextKey(picture), drawn)
        progress('ocr', ++done, total, name)
      })
    }
  }
  try {
    await Promise.all(Array.from({ length: jobs }, work))
  } finally {
    await pool.close()
  }
}

/** Seals which pictures a bound of time or memory stopped, in the order of their hashes. */
function sealAborted(opened: CaseFolder, pictures: readonly string[], known: ReadonlyMap<string, string>): void {
  const entries = pictures.flatMap((picture) => {
    const key = drawnTextKey(picture)
    const stopped = known.has(key) ? undefined : cachedDrawnText(opened, picture)?.warnings.find(({ code }) => code === 'ocr-aborted')
    const why = stopped?.message.replace('drawn text was not examined: ', '')
    return why === undefined
      ? []
      : [{ kind: 'reading-aborted', payload: { reading: key, blob: picture, name: 'a picture whose examination was stopped', why } }]
  })
  if (entries.length > 0) opened.append(entries)
}
