import { readFile } from 'node:fs/promises'
import { sha256Hex } from '../../base/hash.ts'
import type { Warning } from '../../model/index.ts'
import { createMemberPool, type MemberBytes } from '../member-pool.ts'
import type { DrawnText } from '../ocr/drawn-text.ts'
import { createOcrPool } from '../ocr/ocr-pool.ts'
import type { FileOfPictures, PicturePool, Tell } from '../picture-pool.ts'
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
  readonly members: PicturePool<MemberBytes>
}

/** Takes frames of films and gives each to the processes that hash pictures and, where it is asked for, to those that recognise characters. Films inside other files come out of a process that reads the container again. */
export function createFilmPool({ ffmpeg, hasOcr, size }: FilmExamination): PicturePool<ExaminedFilm> {
  const members = createMemberPool({ size })
  const pools: Pools = { hashes: createHashPool({ size }), ...(hasOcr ? { ocr: createOcrPool({ size }) } : {}), members }
  return {
    async read(file, tell) {
      const films = new Set(file.pictures)
      if ('why' in ffmpeg) for (const film of films) await tell(film, filmNotExamined(FILM_UNAVAILABLE, ffmpeg.why))
      else await readFilms({ ...file, pictures: [...films] }, tell, ffmpeg, pools)
    },
    async close() {
      await pools.hashes.close()
      await pools.members.close()
      await pools.ocr?.close()
    },
  }
}

async function readFilms(file: FileOfPictures, tell: Tell<ExaminedFilm>, ffmpeg: Ffmpeg, pools: Pools): Promise<void> {
  const whole = await readFile(file.path).catch(() => undefined)
  if (!whole) {
    for (const film of file.pictures) await tell(film, stoppedFilm('the bytes cannot be read'))
    return
  }
  const own = sha256Hex(whole)
  if (file.pictures.includes(own)) await tell(own, await examined(whole, file.name, ffmpeg, pools))
  const inside = file.pictures.filter((film) => film !== own)
  if (inside.length === 0) return
  await pools.members.read({ ...file, pictures: inside }, async (film, made) => {
    if ('why' in made) return tell(film, filmNotExamined(made.code, made.why))
    const bytes = Buffer.from(made.bytes.buffer, made.bytes.byteOffset, made.bytes.byteLength)
    // A reader that was taken over by what it read could give other bytes under this hash.
    if (sha256Hex(bytes) !== film) return tell(film, stoppedFilm('what was taken out of its container is not the film'))
    return tell(film, await examined(bytes, '', ffmpeg, pools))
  })
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
