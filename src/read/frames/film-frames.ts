import { LIMITS } from '../../base/limits.ts'
import { avi } from '../formats/avi.ts'
import { flv } from '../formats/flv.ts'
import { mkv } from '../formats/mkv.ts'
import { mp4 } from '../formats/mp4.ts'
import { mxf } from '../formats/mxf.ts'
import { type Ffmpeg, type FfmpegRun, runFfmpeg, TIMES_TARGET } from './ffmpeg.ts'
import { moovFirst } from './moov-first.ts'
import { pngsOf } from './png-stream.ts'

/** A key frame of a film as it is shown, scaled down to {@link LIMITS.filmFrameSide}. */
export interface FilmFrame {
  /** Milliseconds from the film's beginning. */
  readonly ms: number
  readonly png: Buffer
}

/** The frames of a film, or why there are none: `code` is that of a warning. */
export type FilmFramesResult =
  | { readonly frames: readonly FilmFrame[]; readonly warnings: readonly string[] }
  | { readonly code: 'film-unreadable' | 'film-aborted'; readonly why: string }

/** Formats of films whose frames are taken: each with the reader that knows its bytes and ffmpeg's name of it. */
const FILMS = [
  [mp4, 'mov'],
  [mkv, 'matroska'],
  [avi, 'avi'],
  [mxf, 'mxf'],
  [flv, 'flv'],
] as const

/** Names of those formats. */
export const FILM_FORMATS: ReadonlySet<string> = new Set(FILMS.map(([{ name }]) => name))

/** Decoders that may run: what films are made with. The rest of ffmpeg's two hundred are no use here, and each is code over hostile bytes. */
const DECODERS = [
  'h264,hevc,av1,libdav1d,libaom-av1,vp8,vp9,libvpx,libvpx-vp9,mpeg4,mpeg2video,mpeg1video,msmpeg4v2,msmpeg4,h263,flv,vp6f,vp6a,vp6',
  'mjpeg,prores,dnxhd,qtrle,png,rawvideo,v210,utvideo,huffyuv,ffvhuff,ffv1,cfhd,dvvideo,cinepak,svq1,svq3,wmv1,wmv2,wmv3,vc1,jpeg2000',
].join()

const HEAD_BYTES = 64 * 1024
/** Bytes of the list of packets that are looked at: some 600,000 packets. */
const LIST_BYTES = 32 * 1024 * 1024
const SIDE = LIMITS.filmFrameSide

/**
 * At most {@link LIMITS.filmFrames} key frames of a film, spread over it, through the host's ffmpeg. Never throws on bad bytes.
 *
 * ffmpeg is native code. It gets the bytes through a pipe, and may open pipes only (`-protocol_whitelist pipe`): `fd:` and `/dev/fd` would need a seekable file and, the
 * latter, leave to open files by name; `cache:` writes a file. What has its header at its end is put in order before ({@link moovFirst}). The container is named, never
 * guessed (`-f`), so that a list of addresses that is called a film is none.
 */
export async function filmFramesOf(film: Buffer, name: string, ffmpeg: Ffmpeg, ms: number = LIMITS.filmMs): Promise<FilmFramesResult> {
  const head = film.subarray(0, HEAD_BYTES)
  const format = FILMS.find(([reader]) => sniffs(() => reader.sniff(head, name, film)))?.[1]
  if (format === undefined) return { code: 'film-unreadable', why: 'it is no film of a format that is decoded' }
  const pieces = format === 'mov' ? moovFirst(film) : [film]
  const began = performance.now()
  const input = [...['-threads', '1', '-codec_whitelist', DECODERS, '-format_whitelist', format, '-f', format], ...['-i', 'pipe:0']]
  // Packets, not decoded: how many key frames there are decides which are taken. V leaves out pictures of covers.
  const listed = await runFfmpeg(ffmpeg, [...input, ...'-map 0:V:0 -c copy -copyts -f framecrc pipe:1'.split(' ')], pieces, {
    ms,
    maxBytes: LIST_BYTES,
  })
  if (listed.stopped !== undefined) return { code: 'film-aborted', why: listed.stopped }
  const keys = keyPackets(listed.out.toString('latin1'))
  if (keys === 0) return { code: 'film-unreadable', why: 'ffmpeg found no key frame in it' }
  const chosen = spread(keys, LIMITS.filmFrames)
  const decoded = await runFfmpeg(
    ffmpeg,
    ['-skip_frame', 'nokey', '-max_pixels', String(LIMITS.picturePixels), ...input, ...taking(chosen)],
    pieces,
    {
      ms: Math.max(1, ms - (performance.now() - began)),
      maxBytes: LIMITS.filmFrameBytes,
    },
  )
  if (decoded.stopped !== undefined) return { code: 'film-aborted', why: decoded.stopped }
  const frames = framesOfRun(decoded)
  if (frames.length === 0) return { code: 'film-unreadable', why: 'ffmpeg could not decode a key frame of it' }
  return { frames, warnings: warningsOf(chosen.length, frames.length, decoded.isWhole, listed.isWhole) }
}

function sniffs(sniff: () => boolean): boolean {
  try {
    return sniff()
  } catch {
    return false
  }
}

/** Key packets of a framecrc listing: a line ends with its flags where they are others than "key". */
function keyPackets(listing: string): number {
  let keys = 0
  for (const line of listing.split('\n')) {
    if (!/^0,\s/.test(line)) continue
    const flags = /, F=0x([0-9A-F]+)/.exec(line)?.[1]
    if (flags === undefined || Number.parseInt(flags, 16) % 2 === 1) keys++
  }
  return keys
}

/** At most `most` of the numbers below `count`, from the first to the last. */
export function spread(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, n) => n)
  return Array.from({ length: most }, (_, n) => Math.round((n * (count - 1)) / (most - 1)))
}

/** Words that take the chosen key frames as PNG, and tell the time of each on a pipe of its own, where no name or text of the film can stand. */
function taking(chosen: readonly number[]): string[] {
  const filters = [
    `select='${chosen.map((n) => `eq(n,${n})`).join('+')}'`,
    `scale=w='min(${SIDE},iw)':h='min(${SIDE},ih)':force_original_aspect_ratio=decrease`,
    'metadata=mode=add:key=inbetween:value=1',
    `metadata=mode=print:key=inbetween:direct=1:file=${TIMES_TARGET}`,
  ]
  return [
    ...'-map 0:V:0 -an -sn -dn -copyts -filter_threads 1'.split(' '),
    ...['-vf', filters.join()],
    ...`-fps_mode passthrough -frames:v ${chosen.length} -c:v png -threads 1 -pix_fmt rgb24 -f image2pipe pipe:1`.split(' '),
  ]
}

function framesOfRun({ out, times }: FfmpegRun): FilmFrame[] {
  const told = times.split('\n').filter((line) => line.startsWith('frame:'))
  return pngsOf(out).flatMap((png, n) => {
    const seconds = Number(/ pts_time:(-?[0-9.e+-]+)/.exec(told[n] ?? '')?.[1] ?? Number.NaN)
    const ms = Math.max(0, Math.round(seconds * 1000))
    return Number.isSafeInteger(ms) ? [{ ms, png }] : []
  })
}

function warningsOf(chosen: number, got: number, hasAll: boolean, hasList: boolean): string[] {
  return [
    ...(hasList ? [] : ['the film has more packets than are looked at: frames are of its beginning']),
    ...(hasAll ? [] : [`its frames are more than ${LIMITS.filmFrameBytes} bytes: the rest was not taken`]),
    ...(hasAll && got < chosen ? [`${chosen - got} of ${chosen} key frames could not be decoded, or have no time`] : []),
  ]
}
