import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { lazily } from '../../base/lazily.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Budget } from './container.ts'

/** What this file uses of the 7z-wasm module. */
interface Module {
  readonly FS: {
    readonly streams: ({ stream_ops: Record<string, unknown> } | undefined)[]
    readonly writeFile: (path: string, data: Uint8Array, options?: { readonly canOwn?: boolean }) => void
  }
  readonly callMain: (args: string[]) => number | undefined
}
interface Imports {
  readonly env: Record<string, unknown>
}
type Factory = (options: {
  readonly print: () => void
  readonly printErr: () => void
  readonly stdin: () => null
  readonly instantiateWasm: (imports: Imports, done: (instance: object) => unknown) => unknown
}) => Promise<Module>

/** WebAssembly as far as it is used here; Node's types leave it to those of browsers. */
const wasm = Reflect.get(globalThis, 'WebAssembly') as {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: Imports) => object
}

/** How a run of the unpacker ended: `failed` with its own words, `broken` when it gave up without any, `stopped` by the taker of its output, `spent` when no more runs are allowed. */
export interface Ran {
  readonly outcome: 'done' | 'failed' | 'broken' | 'stopped' | 'spent'
  readonly errors: string
}

/** Gets the output piece by piece; each piece is only valid during the call. False stops the run. */
export type Take = (piece: Uint8Array) => boolean

/** What a run draws on, and the names of the members that it is for, one a line, in the file `/wanted`. */
export interface Run {
  readonly budget: Budget
  readonly wanted?: Buffer | undefined
}

const ERROR_CHARS = 4000
const factory = lazily<Factory>('7z-wasm')
let compiled: object | undefined

/**
 * Runs 7-Zip, compiled to WebAssembly, over an archive that it sees as `/a`: output goes to `take` and nowhere else, files exist in memory only, memory ends at
 * `LIMITS.unpackerBytes`, and clocks read as UTC wherever the machine stands. A fresh instance each time, since one that failed cannot be trusted. Never throws.
 */
export async function unpack(archive: Uint8Array, args: readonly string[], take: Take, { budget, wanted }: Run): Promise<Ran> {
  if (budget.runs <= 0) return { outcome: 'spent', errors: '' }
  budget.runs--
  const exitCode = process.exitCode
  let errors = ''
  let isStopped = false
  try {
    const module = await instance()
    writeTo(module, 1, (piece) => {
      if (isStopped || take(piece)) return
      isStopped = true
      throw new Error('stopped')
    })
    writeTo(module, 2, (piece) => {
      if (errors.length < ERROR_CHARS) errors += Buffer.from(piece).toString('utf8')
    })
    // The module keeps the bytes themselves instead of a copy, and never changes them.
    module.FS.writeFile('/a', archive, { canOwn: true })
    if (wanted !== undefined) module.FS.writeFile('/wanted', wanted)
    const code = module.callMain([...args])
    return { outcome: isStopped ? 'stopped' : code === 0 || code === 1 ? 'done' : 'failed', errors }
  } catch {
    // What C++ throws inside cannot be caught there and ends the run here, as does running out of memory.
    return { outcome: isStopped ? 'stopped' : 'broken', errors }
  } finally {
    process.exitCode = exitCode
  }
}

function writeTo(module: Module, fd: number, write: (piece: Uint8Array) => void): void {
  const stream = module.FS.streams[fd]
  if (stream === undefined) throw new Error('the module has no such stream')
  stream.stream_ops = {
    ...stream.stream_ops,
    write(_: unknown, memory: Int8Array, from: number, length: number) {
      write(new Uint8Array(memory.buffer, memory.byteOffset + from, length))
      return length
    },
  }
}

async function instance(): Promise<Module> {
  compiled ??= new wasm.Module(readFileSync(createRequire(import.meta.url).resolve('7z-wasm/7zz.wasm')))
  const program = compiled
  // While it loads, the module asks for the numbers of file flags by a way that Node's permission model refuses; it never opens a file with them.
  const binding = Reflect.get(process, 'binding')
  Reflect.set(process, 'binding', () => ({ fs: {} }))
  try {
    return await factory()({
      print: () => {},
      printErr: () => {},
      stdin: () => null,
      instantiateWasm(imports, done) {
        const grow = imports.env.emscripten_resize_heap as (bytes: number) => boolean | number
        imports.env.emscripten_resize_heap = (bytes: number) => (bytes >>> 0 > LIMITS.unpackerBytes ? 0 : grow(bytes))
        imports.env._localtime_js = imports.env._gmtime_js
        return done(new wasm.Instance(program, imports))
      },
    })
  } finally {
    Reflect.set(process, 'binding', binding)
  }
}
