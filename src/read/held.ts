import { existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import type { Readable } from 'node:stream'
import { sandbox } from './sandbox.ts'

/** The first file of that name in the absolute folders of a search path (`PATH`). */
export function programIn(searchPath: string, name: string): string | undefined {
  return searchPath
    .split(delimiter)
    .filter(isAbsolute)
    .map((folder) => join(folder, name))
    .find((candidate) => existsSync(candidate))
}

/** Whether this system can hold native code: a network namespace and bounds on files both work. Without them no program of the system is given evidence. */
export function canHold(): boolean {
  const { cutsNetwork, boundsFiles } = sandbox()
  return cutsNetwork && boundsFiles
}

/** The command that runs a program of the system as readers are run (no network, no byte written to any file), with bounds of address space, processor and open files of its own. */
export function heldCommand(
  path: string,
  { addressBytes, cpuSeconds }: { readonly addressBytes: number; readonly cpuSeconds: number },
): readonly [string, ...string[]] {
  const [program = 'prlimit', ...rest] = sandbox().before
  return [program, ...rest, 'prlimit', `--as=${addressBytes}`, `--cpu=${cpuSeconds}`, '--nofile=32', '--', path]
}

/** What comes from a stream, up to a bound; `full` is called when there is more. */
export function collected(stream: Readable, maxBytes: number, full: () => void): { readonly chunks: Buffer[]; readonly isFull: boolean } {
  const kept = { chunks: [] as Buffer[], isFull: false }
  let bytes = 0
  stream.on('error', () => {})
  stream.on('data', (chunk: Buffer) => {
    if (kept.isFull) return
    const room = maxBytes - bytes
    kept.chunks.push(chunk.subarray(0, room))
    bytes += Math.min(chunk.length, room)
    if (chunk.length <= room) return
    kept.isFull = true
    full()
  })
  return kept
}
