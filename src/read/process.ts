import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { BYTES_FD, readerCommand } from './sandbox.ts'

/** Those that load native code. */
const NATIVE: ReadonlySet<WorkerName> = new Set<WorkerName>(['picture-worker', 'thumbnail-worker', 'grey-worker'])

const PAGE_BYTES = 4096

/** The programs of this room that run apart. */
export type WorkerName = 'worker' | 'ocr-worker' | 'picture-worker' | 'thumbnail-worker' | 'member-worker' | 'grey-worker'

/** Starts a process of this room: no writing, no programs, nothing to read but the program itself; no network where the system can cut it. */
export function startReader(name: WorkerName): Promise<ChildProcess> {
  const worker = workerPath(name)
  const [execPath, ...execArgv] = readerCommand(worker, NATIVE.has(name))
  const child = fork(worker, [], {
    serialization: 'advanced',
    execPath,
    execArgv,
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc', 'pipe'],
  })
  // A process that ends while bytes are on their way to it breaks this pipe; the exit says what happened.
  pipeTo(child).on('error', () => {})
  return new Promise((resolve, reject) => {
    child.once('message', () => {
      child.removeAllListeners('exit')
      resolve(child)
    })
    child.once('exit', (code) => reject(new Error(`a reader process did not start (exit ${code})`)))
  })
}

/** Where the bytes of a file go to a process. */
export function pipeTo(child: ChildProcess): Writable {
  return child.stdio[BYTES_FD] as Writable
}

/** Resident bytes of a process, or 0 where the system has no /proc. */
export function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES
  } catch {
    return 0
  }
}

function workerPath(name: string): string {
  const here = fileURLToPath(import.meta.url)
  if (here.endsWith('.js')) return join(dirname(here), `${name}.js`)
  const built = join(dirname(here), `../../dist/src/read/${name}.js`)
  if (!existsSync(built)) throw new Error('readers run from the build: npm run build')
  return built
}
