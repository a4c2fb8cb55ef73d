import type { Warning } from '../../model/index.ts'
import type { DrawnText } from '../ocr/drawn-text.ts'
import { createOcrPool } from '../ocr/ocr-pool.ts'
import type { Recogniser } from '../ocr/system-tesseract.ts'
import type { PicturePool } from '../picture-pool.ts'
import { createHashPool } from '../pictures/hash-pool.ts'
import type { HashedPicture } from '../pictures/hashed-picture.ts'
import { type ExaminedFilm, type ExaminedFrame, filmNotExamined, inFrame, stoppedFilm } from './examined-film.ts'
import type { Ffmpeg } from './ffmpeg.ts'
import { filmFramesOf } from './film-frames.ts'
import { createFilmsPool, ofFrame } from './films-of-file.ts'

/** What examines films: ffmpeg, or why there is none; what recognises characters, where that is asked for; and how many processes of each kind there are. */
export interface FilmExamination {
  readonly ffmpeg: Ffmpeg | { readonly why: string }
  readonly recogniser?: Recogniser | undefined
  readonly size: number
}

const ABORTED: ReadonlySet<string> = new Set(['picture-aborted', 'ocr-aborted'])

interface Pools {
  readonly hashes: PicturePool<HashedPicture>
  readonly ocr?: PicturePool<DrawnText>
}

/** Takes frames of films, also inside other files, and gives each to the processes that hash pictures and, where it is asked for, to those that recognise characters. */
export function createFilmPool({ ffmpeg, recogniser, size }: FilmExamination): PicturePool<ExaminedFilm> {
  const pools: Pools = { hashes: createHashPool({ size }), ...(recogniser ? { ocr: createOcrPool({ size, recogniser }) } : {}) }
  const missing = recogniser?.system && 'why' in recogniser.system ? recogniser.system : undefined
  return createFilmsPool<ExaminedFilm>('why' in ffmpeg ? ffmpeg : (missing ?? ffmpeg), size, {
    examine: (film, name, program) => examined(film, name, program, pools),
    failed: filmNotExamined,
    async close() {
      await pools.hashes.close()
      await pools.ocr?.close()
    },
  })
}

async function examined(film: Buffer, name: string, ffmpeg: Ffmpeg, pools: Pools): Promise<ExaminedFilm> {
  const found = await filmFramesOf(film, name, ffmpeg)
  if ('why' in found) return filmNotExamined(found.code, found.why)
  const frames: ExaminedFrame[] = []
  const warnings: Warning[] = found.warnings.map((message) => ({ code: 'film-limit', message }))
  for (const frame of found.frames) {
    const hashed = await ofFrame(pools.hashes, frame.png)
    const drawn = pools.ocr ? await ofFrame(pools.ocr, frame.png) : undefined
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
