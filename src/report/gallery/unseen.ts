import { isNoise } from '../../identify/index.ts'
import { FILM_FORMATS, HASHED_FORMATS } from '../../read/index.ts'
import type { GalleryInput } from './gallery.ts'

/** Formats of drawings that no decoder here opens: layered documents, frames of films before they are films, programs that draw. */
const NOT_DECODED: ReadonlySet<string> = new Set(
  'psd bmp tga exr dpx jp2 svg eps indd xcf kra clip tvpp tvg tnz pli moho fla aep blend harmony'.split(' '),
) // biome-ignore format: a list read as a line

/** Warnings of pictures and films that could not be looked at; that one is plain or small keeps nobody from looking. */
const CODES: ReadonlySet<string> = new Set(
  'picture-unreadable picture-limit picture-aborted picture-decoder film-unreadable film-limit film-aborted film-decoder'.split(' '),
) // biome-ignore format: a list read as a line

/** What of a case's pictures and films could not be looked at, and why: kinds first, then files in the order of the warnings. */
export function unseenOf(
  { exhibits, warnings, word }: GalleryInput,
  shown: (text: string) => string,
): (readonly [what: string, why: string])[] {
  const material = exhibits.filter((exhibit) => !isNoise(exhibit))
  const kinds = new Map<string, number>()
  for (const { format } of material) if (NOT_DECODED.has(format)) kinds.set(format, (kinds.get(format) ?? 0) + 1)
  const films = material.filter(({ format, filmFrames }) => FILM_FORMATS.has(format) && filmFrames !== 'examined').length
  const removed = material.filter(({ reason }) => reason?.startsWith('removed: ') === true).length
  const failed = warnings.filter(({ code, path }) => CODES.has(code) && (word === undefined || path.includes(word)))
  return [
    ...[...kinds].sort().map(([format, n]) => [`${n} ${format} files`, NO_DECODER] as const),
    ...(films === 0
      ? []
      : [
          [
            `${films} films`,
            'key frames were not taken: they are taken with inbetween analyze --frames, through the ffmpeg of the machine',
          ] as const,
        ]),
    ...(removed === 0
      ? []
      : [[`${removed} files`, 'their bytes were removed from the case on record, and whether they are pictures is not told'] as const]),
    ...failed.map(({ path, message }) => [shown(path), shown(message)] as const),
  ]
}

const NO_DECODER = `the format is not decoded (${[...HASHED_FORMATS].join(', ')} are); a small picture that its program put inside stands among the pictures`
