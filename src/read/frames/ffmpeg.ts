import { spawn, spawnSync } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { LIMITS } from '../../base/limits.ts'
import { canHold, collected, heldCommand, programIn } from '../held.ts'

/** The host's program that decodes films. */
export interface Ffmpeg {
  readonly path: string
  /** As it states itself; sealed with an analysis that used it. */
  readonly version: string
}

/** What a run of ffmpeg gave: its standard output and the lines of descriptor 3, or why it was stopped. */
export interface FfmpegRun {
  readonly out: Buffer
  readonly times: string
  readonly isWhole: boolean
  readonly stopped?: string
}

/** Said where there is no ffmpeg. */
export const NO_FFMPEG = 'ffmpeg is not installed'
const NOT_HELD = 'ffmpeg cannot be held on this machine: unshare -rn and prlimit do not work'

const TIMES_FD = 3
const TIMES_BYTES = 64 * 1024
const VERSION_MS = 5000

/** The ffmpeg of a search path (`PATH`), or why films are not decoded: it is absent, or the system has nothing to hold it with, and then it is not started. */
export function findFfmpeg(searchPath: string): Ffmpeg | { readonly why: string } {
  const path = programIn(searchPath, 'ffmpeg')
  if (path === undefined) return { why: NO_FFMPEG }
  if (!canHold()) return { why: NOT_HELD }
  const [program, ...rest] = held(path)
  const { stdout } = spawnSync(program, [...rest, '-version'], { env: {}, timeout: VERSION_MS, encoding: 'utf8' })
  const version = /^ffmpeg version (\S{1,60})/.exec(stdout ?? '')?.[1]
  return version === undefined ? { why: 'the ffmpeg in PATH does not start when it is held' } : { path, version: `ffmpeg ${version}` }
}

function held(path: string): readonly [string, ...string[]] {
  return heldCommand(path, { addressBytes: LIMITS.filmAddressBytes, cpuSeconds: LIMITS.filmCpuSeconds })
}

/**
 * Runs ffmpeg over bytes, in an empty environment; it is killed after `ms`, and when it gives more than `maxBytes`. Every run is told, before all else, to open pipes
 * only: its input is a pipe, so that nothing in a film can name a file, a device or an address that would be opened.
 */
export function runFfmpeg(
  { path }: Ffmpeg,
  words: readonly string[],
  pieces: readonly Buffer[],
  { ms, maxBytes }: { readonly ms: number; readonly maxBytes: number },
): Promise<FfmpegRun> {
  const [program, ...rest] = held(path)
  const child = spawn(program, [...rest, '-nostdin', '-hide_banner', '-loglevel', 'quiet', '-protocol_whitelist', 'pipe', ...words], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
  })
  const kill = () => {
    child.kill('SIGKILL')
  }
  const stdin = child.stdio[0] as Writable
  const out = collected(child.stdio[1] as Readable, maxBytes, kill)
  const told = collected(child.stdio[TIMES_FD] as Readable, TIMES_BYTES, kill)
  // It may end before it has taken all: the exit says what happened.
  stdin.on('error', () => {})
  for (const piece of pieces) stdin.write(piece)
  stdin.end()
  return new Promise((resolve) => {
    let late = false
    const timer = setTimeout(() => {
      late = true
      kill()
    }, ms)
    const finish = (why?: string) => {
      clearTimeout(timer)
      resolve({
        out: Buffer.concat(out.chunks),
        times: Buffer.concat(told.chunks).toString('latin1'),
        isWhole: !out.isFull && !told.isFull,
        ...(why === undefined ? {} : { stopped: why }),
      })
    }
    child.on('error', (error) => finish(`ffmpeg did not start (${error.message})`))
    child.on('close', (_, signal) => {
      if (late) finish(`it took longer than ${LIMITS.filmMs} ms`)
      else if (signal !== null && !out.isFull && !told.isFull) finish(`ffmpeg ended (${signal})`)
      else finish()
    })
  })
}

/** Where ffmpeg writes the times of frames, as its filters spell it. */
export const TIMES_TARGET = `'pipe\\:${TIMES_FD}'`
