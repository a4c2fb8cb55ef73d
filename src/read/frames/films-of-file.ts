import { readFile } from 'node:fs/promises'
import { sha256Hex } from '../../base/hash.ts'
import { createMemberPool } from '../member-pool.ts'
import type { FileOfPictures, PicturePool, Tell } from '../picture-pool.ts'
import type { Ffmpeg } from './ffmpeg.ts'

/** The warning of a film that could not be examined on this machine. */
export const FILM_UNAVAILABLE = 'film-decoder'

/** What is made of films: of one film's bytes, and of a film that there are no frames of. */
export interface FilmWork<T> {
  readonly examine: (film: Buffer, name: string, ffmpeg: Ffmpeg) => Promise<T>
  /** `code` is that of a warning. */
  readonly failed: (code: string, why: string) => T
  readonly close: () => Promise<void>
}

/** Gives the films of files to `work`, one after another. Films inside other files come out of a process that reads the container again. */
export function createFilmsPool<T>(ffmpeg: Ffmpeg | { readonly why: string }, size: number, work: FilmWork<T>): PicturePool<T> {
  const members = createMemberPool({ size })

  async function readFilms(file: FileOfPictures, tell: Tell<T>, program: Ffmpeg): Promise<void> {
    const whole = await readFile(file.path).catch(() => undefined)
    if (!whole) {
      for (const film of file.pictures) await tell(film, work.failed('film-aborted', 'the bytes cannot be read'))
      return
    }
    const own = sha256Hex(whole)
    if (file.pictures.includes(own)) await tell(own, await work.examine(whole, file.name, program))
    const inside = file.pictures.filter((film) => film !== own)
    if (inside.length === 0) return
    await members.read({ ...file, pictures: inside }, async (film, made) => {
      if ('why' in made) return tell(film, work.failed(made.code, made.why))
      const bytes = Buffer.from(made.bytes.buffer, made.bytes.byteOffset, made.bytes.byteLength)
      // A reader that was taken over by what it read could give other bytes under this hash.
      if (sha256Hex(bytes) !== film) return tell(film, work.failed('film-aborted', 'what was taken out of its container is not the film'))
      return tell(film, await work.examine(bytes, '', program))
    })
  }

  return {
    async read(file, tell) {
      const films = new Set(file.pictures)
      if ('why' in ffmpeg) for (const film of films) await tell(film, work.failed(FILM_UNAVAILABLE, ffmpeg.why))
      else await readFilms({ ...file, pictures: [...films] }, tell, ffmpeg)
    },
    async close() {
      await members.close()
      await work.close()
    },
  }
}

/** What a pool makes of one frame. @throws Error when the pool tells nothing. */
export async function ofFrame<T>(pool: PicturePool<T>, png: Buffer): Promise<T> {
  const found: T[] = []
  const file = { path: '', name: 'frame.png', bytes: png.length, pictures: [sha256Hex(png)], content: png }
  await pool.read(file, (_, made) => {
    found.push(made)
  })
  const [made] = found
  if (made === undefined) throw new Error('the pool told nothing of a frame')
  return made
}
