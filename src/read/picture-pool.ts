import type { ChildProcess } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { partsOfName } from './ocr/drawn-text.ts'
import { pipeTo, residentBytes, startReader, type WorkerName } from './process.ts'

/** What a process that examines pictures says; `made` is what it made of one. */
export type PictureMessage<T> =
  | { readonly begun: string }
  | { readonly picture: string; readonly made: T }
  | { readonly done: true }
  | { readonly fault: string }

/** A file with the hashes of pictures that are to be examined: itself, or members. */
export interface FileOfPictures {
  readonly path: string
  readonly name: string
  readonly bytes: number
  readonly pictures: readonly string[]
  /** The bytes themselves, where they lie in no file: `path` is then not opened. */
  readonly content?: Uint8Array
}

/** Who is told what was made of a picture; where that fails, so does the pool's reading, and the process is ended. */
export type Tell<T> = (picture: string, made: T) => void | Promise<void>

/** Processes that examine pictures, apart from the readers, with bounds of their own per picture. */
export interface PicturePool<T> {
  /**
   * Examines the pictures of a file; `tell` gets each one as soon as it is done, and each exactly once. What `tell` promises is waited for at the end and, where the
   * pool is paced, before the next picture. @throws Error when no process can be started.
   */
  readonly read: (file: FileOfPictures, tell: Tell<T>) => Promise<void>
  readonly close: () => Promise<void>
}

/** A kind of examination: the process that does it, its bounds, and what stands for a picture that was not examined. */
export interface PictureExamination<T> {
  readonly worker: WorkerName
  /** What examines, in words: `recogniser`; and what it does: `recognises characters`. */
  readonly words: { readonly agent: string; readonly does: string }
  /** Per picture; `documentMs` for all pages of one document together. */
  readonly bounds: { readonly ms: number; readonly documentMs?: number; readonly rssBytes: number }
  /** A bound stopped it, or its process ended. */
  readonly stopped: (why: string) => T
  readonly notFound: (why: string) => T
  /** Whether the process waits after each picture until it was dealt with: for what it makes is large. */
  readonly isPaced?: boolean
}

const WATCH_MS = 100
const PIPE_BYTES = 1024 * 1024

/** Starts at most `size` processes, each when first needed. A picture that outlives a bound costs its process and says so; the rest of its file goes on in another. */
export function createPicturePool<T>(examination: PictureExamination<T>, size: number): PicturePool<T> {
  const { worker, bounds, stopped: stoppedBy, notFound } = examination
  const idle: ChildProcess[] = []
  const waiting: (() => void)[] = []
  let busy = 0

  async function withProcess<R>(work: (child: ChildProcess) => Promise<{ readonly isAlive: boolean; readonly value: R }>): Promise<R> {
    while (busy >= size) await new Promise<void>((resolve) => waiting.push(resolve))
    busy++
    try {
      const child = idle.pop() ?? (await startReader(worker))
      const { isAlive, value } = await work(child)
      if (isAlive && residentBytes(child.pid) < bounds.rssBytes / 2) idle.push(child)
      else child.kill('SIGKILL')
      return value
    } finally {
      busy--
      waiting.shift()?.()
    }
  }

  return {
    async read(file, tell) {
      const left = new Set(file.pictures)
      const spent = new Spent(bounds.documentMs)
      while (left.size > 0) {
        const before = left.size
        const stopped = await withProcess((child) =>
          examineIn(child, examination, { ...file, pictures: [...left] }, spent, (picture, made) => {
            return left.delete(picture) ? tell(picture, made) : undefined
          }),
        )
        for (const picture of left) if (spent.isOver(picture) && left.delete(picture)) await tell(picture, stoppedBy(spent.why))
        // Told already, by the bound on its document; a process that tells of nothing new is not started again.
        if (stopped?.picture !== undefined && !left.has(stopped.picture) && left.size < before) continue
        if (stopped?.picture !== undefined && left.delete(stopped.picture)) await tell(stopped.picture, stoppedBy(stopped.why))
        else {
          for (const picture of left)
            await tell(picture, stopped ? stoppedBy(stopped.why) : notFound('the picture was not found in its container again'))
          return
        }
      }
    },
    async close() {
      for (const child of idle.splice(0)) child.kill('SIGKILL')
    },
  }
}

/** Milliseconds that the pages of each document took together, with the bound on them; a picture that is no page has none. */
class Spent {
  readonly why: string
  readonly #most: number
  readonly #ms = new Map<string, number>()

  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most
    this.why = `the pages of its document took longer than ${most} ms`
  }

  add(picture: string, ms: number): void {
    const { sha256, page } = partsOfName(picture)
    if (page !== undefined) this.#ms.set(sha256, (this.#ms.get(sha256) ?? 0) + ms)
  }

  /** Whether the document is over its bound, `ms` more being under way. */
  isOver(picture: string, ms = 0): boolean {
    const { sha256, page } = partsOfName(picture)
    return page !== undefined && (this.#ms.get(sha256) ?? 0) + ms > this.#most
  }
}

/** Why a process was given up, and the picture that it was at. */
interface Stopped {
  readonly picture: string | undefined
  readonly why: string
}

function examineIn<T>(
  child: ChildProcess,
  { words, bounds, isPaced = false }: PictureExamination<T>,
  { path, name, bytes, pictures, content }: FileOfPictures,
  spent: Spent,
  tell: Tell<T>,
): Promise<{ readonly isAlive: boolean; readonly value: Stopped | undefined }> {
  const asked = new Set(pictures)
  return new Promise((resolve, reject) => {
    let since = performance.now()
    let at: string | undefined
    // What was told and is not dealt with yet: meanwhile no time is counted.
    let told = Promise.resolve()
    let untold = 0
    const finish = (why?: string) => {
      clearInterval(watch)
      child.removeAllListeners('message')
      child.removeAllListeners('exit')
      if (at !== undefined) spent.add(at, performance.now() - since)
      // Where dealing with it failed, that was said already.
      told.then(() => resolve({ isAlive: why === undefined, value: why === undefined ? undefined : { picture: at, why } }), failed)
    }
    const failed = (fault: unknown) => {
      clearInterval(watch)
      child.kill('SIGKILL')
      reject(fault)
    }
    const dealtWith = () => {
      untold--
      since = performance.now()
      if (isPaced && child.connected) child.send({ next: true }, () => {})
    }
    const watch = setInterval(() => {
      if (at !== undefined && spent.isOver(at, performance.now() - since)) finish(spent.why)
      else if (untold === 0 && performance.now() - since > bounds.ms) finish(`it took longer than ${bounds.ms} ms`)
      else if (residentBytes(child.pid) > bounds.rssBytes) finish(`it took more than ${bounds.rssBytes} bytes of memory`)
    }, WATCH_MS)
    child.on('message', (message: PictureMessage<T>) => {
      if ('picture' in message) spent.add(message.picture, performance.now() - since)
      since = performance.now()
      if ('begun' in message) {
        if (asked.has(message.begun)) at = message.begun
        else finish(`the ${words.agent} named a picture that it was not given`)
      } else if ('picture' in message) {
        at = undefined
        const { picture, made } = message
        untold++
        told = told.then(() => tell(picture, made)).then(dealtWith)
        told.catch(failed)
      } else finish('fault' in message ? `the ${words.agent} failed (${message.fault.slice(0, 200)})` : undefined)
    })
    child.on('exit', (code, signal) => finish(`the process that ${words.does} ended (${signal ?? code})`))
    child.send({ name, bytes, pictures, isPaced }, (error) => {
      if (error) finish(`the process that ${words.does} cannot be reached (${error.message})`)
    })
    const source: Readable = content ? Readable.from([content]) : createReadStream(path, { highWaterMark: PIPE_BYTES, end: bytes - 1 })
    source.on('error', (error) => finish(`the bytes cannot be read (${error.message})`)).pipe(pipeTo(child), { end: false })
  })
}
