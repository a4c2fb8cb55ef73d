import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import { OWN_RECOGNISER } from '../ocr/system-tesseract.ts'
import { readBytes } from '../read-bytes.ts'
import { type ExaminedFilm, withFilmFrames } from './examined-film.ts'
import { type Ffmpeg, findFfmpeg, NO_FFMPEG, runFfmpeg } from './ffmpeg.ts'
import { filmFramesOf, spread } from './film-frames.ts'
import { createFilmPool } from './film-pool.ts'
import { moovFirst } from './moov-first.ts'
import { pngsOf } from './png-stream.ts'

const found = findFfmpeg(process.env.PATH ?? '')
// Machines without ffmpeg, or without what holds it, skip what needs it; `inbetween doctor` says which is missing.
const hasFfmpeg = 'path' in found
const ffmpeg = found as Ffmpeg
const fixture = (name: string) => readFileSync(resolve('fixtures/read', name))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inbetween-frames-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A film that ffmpeg makes, unheld, as a studio would. */
function made(name: string, ...words: string[]): Buffer {
  const path = join(folder, name)
  const run = spawnSync('ffmpeg', ['-y', '-nostdin', '-loglevel', 'error', ...words, path], { encoding: 'utf8' })
  expect(run.status, run.stderr).toBe(0)
  return readFileSync(path)
}

const PATTERN = ['-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=10:duration=4', '-c:v', 'mpeg4', '-g', '10']

async function framesIn(film: Buffer, name = 'film'): Promise<readonly { readonly ms: number; readonly width: number }[]> {
  const result = await filmFramesOf(film, name, ffmpeg)
  if ('why' in result) throw new Error(result.why)
  return result.frames.map(({ ms, png }) => ({ ms, width: png.readUInt32BE(16) }))
}

async function only(pool: ReturnType<typeof createFilmPool>, path: string, film: string, bytes: number): Promise<ExaminedFilm | undefined> {
  const told: ExaminedFilm[] = []
  await pool.read({ path, name: path, bytes, pictures: [film] }, (_, made) => {
    told.push(made)
  })
  await pool.close()
  return told[0]
}

describe.skipIf(!hasFfmpeg)('frames of films, through the ffmpeg of this machine', () => {
  it('the fixtures give theirs with times', async () => {
    const times = async (name: string) => (await framesIn(fixture(name), name)).map(({ ms }) => ms)
    expect(await times('mp4/title-zh.mp4')).toEqual([0])
    expect(await times('mp4/title-ko.mov')).toEqual([0])
    expect(await times('mkv/retake.mkv')).toEqual([0])
    expect(await times('mkv/live.webm')).toEqual([0])
    expect(await times('avi/retake-ffmpeg.avi')).toEqual([0])
    expect(await times('avi/retake-code-pages.avi')).toEqual([0, 83, 167])
  })

  it('a header at the end or in front, Matroska and AVI give the same frames', async () => {
    const want = [0, 1000, 2000, 3000].map((ms) => ({ ms, width: 320 }))
    const films = [
      made('end.mp4', ...PATTERN),
      made('front.mp4', ...PATTERN, '-movflags', 'faststart'),
      made('film.mkv', ...PATTERN),
      made('film.avi', ...PATTERN),
    ]
    expect(moovFirst(films[0] ?? Buffer.alloc(0))).toHaveLength(4)
    expect(moovFirst(films[1] ?? Buffer.alloc(0))).toHaveLength(1)
    for (const film of films) expect(await framesIn(film)).toEqual(want)
  })

  it('a long and wide film gives at most twelve, from the first to the last, scaled down', async () => {
    const wide = ['-f', 'lavfi', '-i', 'color=size=2560x64:rate=10:duration=4', '-c:v', 'mjpeg']
    const frames = await framesIn(made('wide.avi', ...wide))
    expect(frames).toHaveLength(LIMITS.filmFrames)
    expect([frames[0]?.ms, frames.at(-1)?.ms]).toEqual([0, 3900])
    expect(new Set(frames.map(({ width }) => width))).toEqual(new Set([LIMITS.filmFrameSide]))
  })

  it('a list of addresses that is called a film gives nothing, and ffmpeg opens nothing that it names', async () => {
    const target = join(folder, 'opened.avi')
    writeFileSync(target, made('inner.avi', ...PATTERN))
    const lists = [
      ['hls', `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nfile://${target}\n#EXT-X-ENDLIST\n`],
      ['hls', '#EXTM3U\n#EXTINF:4,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n'],
      ['concat', `ffconcat version 1.0\nfile 'file:${target}'\n`],
    ] as const
    for (const [demuxer, text] of lists) {
      expect(await filmFramesOf(Buffer.from(text), 'film.mp4', ffmpeg)).toMatchObject({ code: 'film-unreadable' })
      // Even with the demuxer that follows such lists, which is never asked for, the hold lets it open pipes only.
      const words = `${demuxer === 'concat' ? '-safe 0 ' : '-allowed_extensions ALL '}-f ${demuxer} -i pipe:0 -map 0 -c copy -f framecrc pipe:1`
      const run = await runFfmpeg(ffmpeg, words.split(' '), [Buffer.from(text)], { ms: LIMITS.filmMs, maxBytes: 100_000 })
      expect(run.out.toString()).not.toMatch(/^0,/m)
      // The same words without the hold do open it: the test would see it.
      if (text.includes(target)) {
        const free = spawnSync(
          'ffmpeg',
          ['-nostdin', '-loglevel', 'error', '-protocol_whitelist', 'pipe,file,crypto', ...words.split(' ')],
          {
            input: text,
          },
        )
        expect(free.stdout.toString()).toMatch(/^0,/m)
      }
    }
  })

  it('ffmpeg can write no file', async () => {
    const film = made('source.avi', ...PATTERN)
    const words = ['-f', 'avi', '-i', 'pipe:0', '-c', 'copy', join(folder, 'written.avi')]
    await runFfmpeg(ffmpeg, words, [film], { ms: LIMITS.filmMs, maxBytes: 1000 })
    let bytes = 0
    try {
      bytes = readFileSync(join(folder, 'written.avi')).length
    } catch {
      // Not even made.
    }
    expect(bytes).toBe(0)
  })

  it('what is cut short or damaged ends, with the frames that are there or with the reason', async () => {
    const [mp4, mkv] = [made('cut.mp4', ...PATTERN), made('cut.mkv', ...PATTERN)]
    expect(await filmFramesOf(mp4.subarray(0, mp4.length >> 1), 'cut.mp4', ffmpeg)).toMatchObject({ code: 'film-unreadable' })
    expect((await framesIn(mkv.subarray(0, mkv.length >> 1))).length).toBeGreaterThan(0)
    const flipped = Buffer.from(mp4)
    for (let at = 100; at < flipped.length; at += 61) flipped[at] = (flipped[at] ?? 0) ^ 0x5a
    const result = await filmFramesOf(flipped, 'flipped.mp4', ffmpeg)
    expect('why' in result || result.frames.length <= LIMITS.filmFrames).toBe(true)
  })

  it('what takes longer than the bound is stopped, and says so', async () => {
    expect(await filmFramesOf(made('slow.avi', ...PATTERN), 'slow.avi', ffmpeg, 1)).toMatchObject({ code: 'film-aborted' })
  })

  it('a slate is read with the time of its frame, and lines of two frames are no neighbours', async () => {
    const picture = resolve('fixtures/ocr/notes.png')
    const film = made('slate.avi', '-loop', '1', '-i', picture, '-t', '2', '-r', '1', '-c:v', 'png')
    const sha256 = sha256Hex(film)
    const pool = createFilmPool({ ffmpeg, recogniser: OWN_RECOGNISER, size: 1 })
    const told = new Map<string, ExaminedFilm>()
    try {
      const file = { path: join(folder, 'slate.avi'), name: 'slate.avi', bytes: film.length, pictures: [sha256, 'f'.repeat(64)] }
      await pool.read(file, (hash, made) => void told.set(hash, made))
      await pool.read({ ...file, path: join(folder, 'gone.avi'), pictures: ['e'.repeat(64)] }, (hash, made) => void told.set(hash, made))
    } finally {
      await pool.close()
    }
    expect(told.get('f'.repeat(64))).toMatchObject({ status: 'not-examined', warnings: [{ code: 'film-unreadable' }] })
    expect(told.get('e'.repeat(64))).toMatchObject({ status: 'not-examined', warnings: [{ code: 'film-aborted' }] })
    const reading = withFilmFrames(await readBytes(film, 'slate.avi'), sha256, (hash) => told.get(hash))
    expect(reading.filmFrames).toBe('examined')
    const drawn = reading.passages.filter(({ role }) => role === 'ocr')
    const at = (ms: number) => ({ kind: 'time', fromMs: ms, toMs: ms })
    expect(new Set(drawn.map((passage) => JSON.stringify(passage.at)))).toEqual(new Set([0, 1000].map((ms) => JSON.stringify(at(ms)))))
    expect(drawn[0]?.text).toContain('012')
    expect(new Set(drawn.map(({ block }) => block)).size).toBe(2)
    const hashes = reading.traces.filter(({ field }) => field === 'pictureHash')
    expect(hashes.map((trace) => trace.at)).toEqual([at(0), at(1000)])
    expect(hashes[0]?.value).toBe(hashes[1]?.value)
  })

  it('films come out of archives in archives and out of documents, each once; what was not found again says so', async () => {
    const [avi, mkv] = [made('one.avi', ...PATTERN), made('two.mkv', ...PATTERN)]
    const deck = zipSync({ 'ppt/media/media1.mp4': fixture('mp4/title-zh.mp4'), '[Content_Types].xml': Buffer.from('<Types/>') })
    const pack = Buffer.from(zipSync({ 'one.avi': avi, 'again.avi': avi, 'inner.zip': zipSync({ 'two.mkv': mkv }), 'deck.pptx': deck }))
    writeFileSync(join(folder, 'pack.zip'), pack)
    const films = [avi, mkv, fixture('mp4/title-zh.mp4')].map((film) => sha256Hex(film))
    const told: [string, ExaminedFilm][] = []
    const pool = createFilmPool({ ffmpeg, size: 1 })
    try {
      const file = { path: join(folder, 'pack.zip'), name: 'pack.zip', bytes: pack.length, pictures: [...films, 'f'.repeat(64)] }
      await pool.read(file, (hash, made) => {
        told.push([hash, made])
      })
    } finally {
      await pool.close()
    }
    expect(told.map(([hash]) => hash).toSorted()).toEqual([...films, 'f'.repeat(64)].toSorted())
    const found = new Map(told)
    expect(films.map((film) => found.get(film)?.frames.length)).toEqual([4, 4, 1])
    expect(found.get('f'.repeat(64))).toMatchObject({ status: 'not-examined', warnings: [{ code: 'film-unreadable' }] })
    const direct = await only(createFilmPool({ ffmpeg, size: 1 }), join(folder, 'one.avi'), sha256Hex(avi), avi.length)
    expect(found.get(sha256Hex(avi))).toEqual(direct)
  })

  it('the command prints times, hashes and the reason where it was not asked', () => {
    const read = (...words: string[]) => {
      const file = words[0]?.endsWith('.zip') ? [] : [resolve('fixtures/read/mp4/title-zh.mp4')]
      const command = [resolve('dist/src/cli/main.js'), 'read', ...file, ...words]
      const run = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' })
      expect(run.status, run.stderr).toBe(0)
      return run.stdout
    }
    expect(read()).toContain('frames: not examined (run with --frames)')
    expect(read('--frames')).toMatch(/time=0,0 +00:00:00\.000 {2}[0-9a-f]{16}/)
    const [row] = JSON.parse(read('--frames', '--json')).data
    expect(row.frames).toMatchObject({ status: 'examined', frames: [{ ms: 0, anchor: `${row.sha256}!time=0,0` }] })
    writeFileSync(join(folder, 'titles.zip'), zipSync({ 'in.zip': zipSync({ 'title.mp4': fixture('mp4/title-zh.mp4') }) }))
    const pack = JSON.parse(read(join(folder, 'titles.zip'), '--frames', '--json')).data[0]
    expect(pack.framesInMembers).toMatchObject([
      { path: 'in.zip!title.mp4', frames: { status: 'examined', frames: [{ ms: 0, anchor: `${pack.sha256}!in.zip!title.mp4!time=0,0` }] } },
    ])
    expect(read(join(folder, 'titles.zip'), '--frames')).toMatch(/in\.zip!title\.mp4\n +time=0,0 +00:00:00\.000/)
  })
})

describe('frames of films, without ffmpeg', () => {
  it('it is looked for in absolute folders of the search path only, and its absence is said', () => {
    expect(findFfmpeg(folder)).toEqual({ why: NO_FFMPEG })
    expect(findFfmpeg('.')).toEqual({ why: NO_FFMPEG })
    const command = [resolve('dist/src/cli/main.js'), 'read', resolve('fixtures/read/mkv/retake.mkv'), '--frames']
    const run = spawnSync(process.execPath, command, { env: { PATH: folder }, encoding: 'utf8' })
    expect(run.stdout).toContain('frames: not examined (ffmpeg is not installed)')
  })

  it('the chosen ones are spread from the first to the last', () => {
    expect(spread(3, 12)).toEqual([0, 1, 2])
    expect(spread(0, 12)).toEqual([])
    expect(spread(101, 3)).toEqual([0, 50, 100])
  })

  it('a stream of PNG is cut at their ends, whatever follows', () => {
    const notes = readFileSync(resolve('fixtures/ocr/notes.png'))
    const gradient = readFileSync(resolve('fixtures/ocr/gradient.png'))
    const stream = Buffer.concat([notes, gradient, notes])
    expect(pngsOf(stream).map(sha256Hex)).toEqual([notes, gradient, notes].map(sha256Hex))
    expect(pngsOf(stream.subarray(0, stream.length - 1))).toHaveLength(2)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(pngsOf(Buffer.concat([notes, bytes]))[0]?.length).toBe(notes.length)
        expect(pngsOf(Buffer.from(bytes))).toEqual([])
      }),
    )
  })

  it('putting the header of a film first keeps every byte that is not an offset, whatever the bytes are', () => {
    const film = fixture('mp4/title-zh.mp4')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(film.length - 1), fc.nat(255)), { maxLength: 12 }), fc.nat(film.length), (flips, cut) => {
        const bytes = Buffer.from(film.subarray(0, cut))
        for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value
        expect(Buffer.concat(moovFirst(bytes)).length).toBe(bytes.length)
      }),
    )
  })
})
