import type { ChildProcess } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { LIMITS } from '../../base/limits.ts'
import { pipeTo, residentBytes, startReader } from '../process.ts'
import { type DrawnText, notExamined, stoppedExamination } from './drawn-text.ts'

/** What a process that recognises characters says. */
export type OcrMessage =
  | { readonly begun: string }
  | { readonly picture: string; readonly drawn: DrawnText }
  | { readonly done: true }
  | { readonly fault: string }

/** A file with the hashes of pictures that are to be examined: itself, or members. */
export interface FileOfPictures {
  readonly path: string
  readonly name: string
  readonly bytes: number
  readonly pictures: readonly string[]
}

/** Processes that recognise characters, apart from the readers: slower, larger, with bounds of their own per picture. */
export interface OcrPool {
  /** Examines the pictures of a file; `tell` gets each one as soon as it is done, and each exactly once. */
  readonly read: (file: FileOfPictures, tell: (picture: string, drawn: DrawnText) => void) => Promise<void>
  readonly close: () => Promise<void>
}

const WATCH_MS = 100
const PIPE_BYTES = 1024 * 1024

/** Starts at most `size` processes, each when first needed. A picture that outlives a bound costs its process and says so; the rest of its file goes on in another. */
export function createOcrPool({ size }: { readonly size: number }): OcrPool {
  const idle: ChildProcess[] = []
  const waiting: (() => void)[] = []
  let busy = 0

  async function withProcess<T>(work: (child: ChildProcess) => Promise<{ readonly isAlive: boolean; readonly value: T }>): Promise<T> {
    while (busy >= size) await new Promise<void>((resolve) => waiting.push(resolve))
    busy++
    try {
      const child = idle.pop() ?? (await startReader('ocr-worker'))
      const { isAlive, value } = await work(child)
      if (isAlive && residentBytes(child.pid) < LIMITS.ocrRssBytes / 2) idle.push(child)
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
      while (left.size > 0) {
        const stopped = await withProcess((child) =>
          examineIn(child, { ...file, pictures: [...left] }, (picture, drawn) => {
            if (left.delete(picture)) tell(picture, drawn)
          }),
        )
        if (stopped?.picture !== undefined && left.delete(stopped.picture)) tell(stopped.picture, stoppedExamination(stopped.why))
        else {
          for (const picture of left)
            tell(
              picture,
              stopped ? stoppedExamination(stopped.why) : notExamined('ocr-unreadable', 'the picture was not found in its container again'),
            )
          return
        }
      }
    },
    async close() {
      for (const child of idle.splice(0)) child.kill('SIGKILL')
    },
  }
}

/** Why a process was given up, and the picture that it was at. */
interface Stopped {
  readonly picture: string | undefined
  readonly why: string
}

function examineIn(
  child: ChildProcess,
  { path, name, bytes, pictures }: FileOfPictures,
  tell: (picture: string, drawn: DrawnText) => void,
): Promise<{ readonly isAlive: boolean; readonly value: Stopped | undefined }> {
  return new Promise((resolve) => {
    let since = performance.now()
    let at: string | undefined
    const finish = (why?: string) => {
      clearInterval(watch)
      child.removeAllListeners('message')
      child.removeAllListeners('exit')
      resolve({ isAlive: why === undefined, value: why === undefined ? undefined : { picture: at, why } })
    }
    const watch = setInterval(() => {
      if (performance.now() - since > LIMITS.ocrMs) finish(`it took longer than ${LIMITS.ocrMs} ms`)
      else if (residentBytes(child.pid) > LIMITS.ocrRssBytes) finish(`it took more than ${LIMITS.ocrRssBytes} bytes of memory`)
    }, WATCH_MS)
    child.on('message', (message: OcrMessage) => {
      since = performance.now()
      if ('begun' in message) at = message.begun
      else if ('picture' in message) {
        at = undefined
        tell(message.picture, message.drawn)
      } else finish('fault' in message ? `the recogniser failed (${message.fault.slice(0, 200)})` : undefined)
    })
    child.on('exit', (code, signal) => finish(`the process that recognises characters ended (${signal ?? code})`))
    child.send({ name, bytes, pictures }, (error) => {
      if (error) finish(`the process that recognises characters cannot be reached (${error.message})`)
    })
    createReadStream(path, { highWaterMark: PIPE_BYTES, end: bytes - 1 })
      .on('error', (error) => finish(`the bytes cannot be read (${error.message})`))
      .pipe(pipeTo(child), { end: false })
  })
}
