import type { ChildProcess } from 'node:child_process'
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { LIMITS } from '../base/limits.ts'
import type { Reading } from '../model/index.ts'
import { pipeTo, residentBytes, startReader } from './process.ts'

/** Processes that read one file each at a time, watched in time and memory. */
export interface ReaderPool {
  readonly read: (path: string, name: string) => Promise<Reading>
  readonly close: () => Promise<void>
}

const WATCH_MS = 100
/** Bytes that are handed to a reader at once. */
const PIPE_BYTES = 1024 * 1024
/** Bytes up to which a file goes along with the message that asks for its reading: a stream of its own takes longer than reading most small files. */
const MESSAGE_BYTES = 256 * 1024
/** Files after which a process is replaced, so that what readers leave behind does not pile up. */
const FILES_PER_PROCESS = 1000

/** Starts at most `size` reader processes, each when first needed. A file that outlives a bound costs its process, and gives a reading that says so. */
export function createReaderPool({ size }: { readonly size: number }): ReaderPool {
  const idle: ChildProcess[] = []
  const waiting: ((child: ChildProcess) => void)[] = []
  const served = new WeakMap<ChildProcess, number>()
  let started = 0

  async function take(): Promise<ChildProcess> {
    for (let free = idle.pop(); free; free = idle.pop()) {
      if (free.connected && free.exitCode === null) return free
      started--
    }
    if (started < size) {
      started++
      return startReader('worker')
    }
    return new Promise((resolve) => waiting.push(resolve))
  }

  function give(child: ChildProcess): void {
    const next = waiting.shift()
    if (next) next(child)
    else idle.push(child)
  }

  async function lost(): Promise<void> {
    const next = waiting.shift()
    if (next) next(await startReader('worker'))
    else started--
  }

  return {
    async read(path, name) {
      // A file that is not there is the caller's fault, and costs no process.
      const bytes = statSync(path).size
      const child = await take()
      const outcome = await readIn(child, { path, name, bytes })
      const files = (served.get(child) ?? 0) + 1
      served.set(child, files)
      // What one file left in memory must not count against the next.
      if (outcome.alive && files < FILES_PER_PROCESS && residentBytes(child.pid) < LIMITS.readRssBytes / 2) give(child)
      else {
        child.kill('SIGKILL')
        await lost()
      }
      return outcome.reading
    },
    async close() {
      for (const child of idle.splice(0)) child.kill('SIGKILL')
    },
  }
}

interface ToRead {
  readonly path: string
  readonly name: string
  readonly bytes: number
}

function readIn(child: ChildProcess, { path, name, bytes }: ToRead): Promise<{ reading: Reading; alive: boolean }> {
  return new Promise((resolve) => {
    const started = performance.now()
    const finish = (reading: Reading, alive: boolean) => {
      clearInterval(watch)
      child.removeAllListeners('message')
      child.removeAllListeners('exit')
      if (!alive) child.kill('SIGKILL')
      resolve({ reading, alive })
    }
    const watch = setInterval(() => {
      if (performance.now() - started > LIMITS.readMs) finish(abortedReading(`reading took longer than ${LIMITS.readMs} ms`), false)
      else if (residentBytes(child.pid) > LIMITS.readRssBytes)
        finish(abortedReading(`reading took more than ${LIMITS.readRssBytes} bytes of memory`), false)
    }, WATCH_MS)
    child.on('message', (message: { reading?: Reading; fault?: string }) =>
      finish(message.reading ?? abortedReading(message.fault ?? 'no reading'), true),
    )
    child.on('exit', (code, signal) => finish(abortedReading(`the reader process ended (${signal ?? code})`), false))
    const data = bytes <= MESSAGE_BYTES ? wholeFile(path) : undefined
    child.send(data === undefined ? { name, bytes } : { name, data }, (error) => {
      if (error) finish(abortedReading(`the reader process cannot be reached (${error.message})`), false)
    })
    if (data !== undefined) return
    createReadStream(path, { highWaterMark: PIPE_BYTES, end: bytes - 1 })
      .on('error', (error) => finish(abortedReading(`the bytes cannot be read (${error.message})`), false))
      .pipe(pipeTo(child), { end: false })
  })
}

/** A small file's bytes; undefined when they cannot be had at once, or when it has grown since it was measured, so that reading it as a stream says what is wrong. */
function wholeFile(path: string): Uint8Array | undefined {
  try {
    const data = readFileSync(path)
    return data.length <= MESSAGE_BYTES ? data : undefined
  } catch {
    return undefined
  }
}

/** The reading of a blob whose reader was stopped by a bound of time or memory, or ended. */
export function abortedReading(why: string): Reading {
  return {
    format: 'unknown',
    status: 'not-read',
    reason: why,
    passages: [],
    traces: [],
    children: [],
    warnings: [{ code: 'reading-aborted', message: why }],
  }
}
