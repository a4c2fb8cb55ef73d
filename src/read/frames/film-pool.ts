import { readFile } from 'node:fs/promises'
import { sha256Hex } from '../../base/hash.ts'
import type { Warning } from '../../model/index.ts'
import type { DrawnText } from '../ocr/drawn-text.ts'
import { createOcrPool } from '../ocr/ocr-pool.ts'
import type { PicturePool } from '../picture-pool.ts'
import { createHashPool } from '../pictures/hash-pool.ts'
import type { HashedPicture } from '../pictures/hashed-picture.ts'
import { type ExaminedFilm, type ExaminedFrame, filmNotExamined, inFrame, stoppedFilm } from './examined-film.ts'
import type { Ffmpeg } from './ffmpeg.ts'
import { type FilmFrame, filmFramesOf } from './film-frames.ts'

/** What examines films: ffmpeg, or why there is none; whether characters are recognised; and how many processes of each kind there are. */
export interface FilmExamination {
  readonly ffmpeg: Ffmpeg | { readonly why: string }
  readonly hasOcr: boolean
  readonly size: number
}

/** The warning of a film that could not be examined on this machine. */
export const FILM_UNAVAILABLE = 'film-decoder'

const ABORTED: ReadonlySet<string> = new Set(['picture-aborted', 'ocr-aborted'])

interface Pools {
  readonly hashes: PicturePool<HashedPicture>
  readonly ocr?: PicturePool<DrawnText>
}

/** Takes frames of films and gives each to the processes that hash pictures and, where it is asked for, to those that recognise characters. Films inside other files are not taken out: that is left to readers. */
export function createFilmPool({ ffmpeg, hasOcr, size }: FilmExamination): PicturePool<ExaminedFilm> {
  const pools: Pools = { hashes: createHashPool({ size }), ...(hasOcr ? { ocr: createOcrPool({ size }) } : {}) }
  return {
    async read({ path, name, pictures }, tell) {
      const file = 'why' in ffmpeg ? undefined : await readFile(path).catch(() => undefined)
      const own = file ? sha256Hex(file) : ''
      for (const film of new Set(pictures)) {
        if ('why' in ffmpeg) tell(film, filmNotExamined(FILM_UNAVAILABLE, ffmpeg.why))
        else if (!file) tell(film, stoppedFilm('the bytes cannot be read'))
        else if (film !== own)
          tell(film, filmNotExamined('film-inside', 'the film lies inside another file; taken out, it can be read alone'))
        else tell(film, await examined(file, name, ffmpeg, pools))
      }
    },
    async close() {
      await pools.hashes.close()
      await pools.ocr?.close()
    },
  }
}

async function examined(film: Buffer, name: string, ffmpeg: Ffmpeg, pools: Pools): Promise<ExaminedFilm> {
  const found = await filmFramesOf(film, name, ffmpeg)
  if ('why' in found) return filmNotExamined(found.code, found.why)
  const frames: ExaminedFrame[] = []
  const warnings: Warning[] = found.warnings.map((message) => ({ code: 'film-limit', message }))
  for (const frame of found.frames) {
    const hashed = await only(pools.hashes, frame)
    const drawn = pools.ocr ? await only(pools.ocr, frame) : undefined
    const said = [...hashed.warnings, ...(drawn?.warnings ?? [])]
    // Another run may get further: the film as a whole is then not examined, so that what was stopped is sealed and replayed.
    const stopped = said.find(({ code }) => ABORTED.has(code))
    if (stopped) return stoppedFilm(stopped.message)
    warnings.push(...said.map(({ code, message }) => ({ code, message: `frame at ${frame.ms} ms: ${message}` })))
    const passages = inFrame(frame.ms, drawn?.passages ?? [])
    frames.push({
      ms: frame.ms,
      ...(hashed.hash === undefined ? {} : { hash: hashed.hash }),
      drawnText: drawn?.status ?? 'not-examined',
      passages,
    })
  }
  return { status: 'examined', frames, warnings }
}

/** What a pool makes of one frame. */
async function only<T>(pool: PicturePool<T>, { png }: FilmFrame): Promise<T> {
  const found: T[] = []
  const file = { path: '', name: 'frame.png', bytes: png.length, pictures: [sha256Hex(png)], content: png }
  await pool.read(file, (_, made) => {
    found.push(made)
  })
  const [made] = found
  if (made === undefined) throw new Error('the pool told nothing of a frame')
  return made
}
