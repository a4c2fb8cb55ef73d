import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

/** The descriptor on which a reader process gets the bytes of a file: it opens no file of its own. */
export const BYTES_FD = 4

/** How reader processes are held on this machine. */
export interface Sandbox {
  /** Programs that start the reader, each taking the rest as its command. */
  readonly before: readonly string[]
  /** Node's permission flag: no file writing, no programs, no native code. */
  readonly permission: string
  /** Whether the network is cut by a namespace of its own. */
  readonly cutsNetwork: boolean
  /** Whether the system bounds what the process may write (0 bytes) and open. */
  readonly boundsFiles: boolean
}

/** Bytes of any file that a reader may write, and files that it may have open. */
const LIMIT_ARGUMENTS = ['--fsize=0', '--core=0', '--nofile=256', '--']

let found: Sandbox | undefined

/** What this system offers to hold a reader, tried once: a network namespace of its own (util-linux unshare) and bounds on files (prlimit). */
export function sandbox(): Sandbox {
  if (found) return found
  // Node 22.13 and later know the flag without "experimental"; both name the same model.
  const permission = Number(process.versions.node.split('.')[0]) >= 22 ? '--permission' : '--experimental-permission'
  const unshare = ['unshare', '-rn', '--']
  const prlimit = ['prlimit', ...LIMIT_ARGUMENTS]
  // Mostly both hold, and one try tells.
  const both = works([...unshare, ...prlimit])
  const cutsNetwork = both || works(unshare)
  const outer = cutsNetwork ? unshare : []
  const boundsFiles = both || works([...outer, ...prlimit])
  found = { before: [...outer, ...(boundsFiles ? prlimit : [])], permission, cutsNetwork, boundsFiles }
  return found
}

function works([program = '', ...rest]: readonly string[]): boolean {
  return process.platform === 'linux' && spawnSync(program, [...rest, process.execPath, '--version'], { timeout: 5000 }).status === 0
}

/**
 * The command that runs `worker` (a built file of this program) so that it can write, start and reach nothing, without the worker itself. With `isNative` packages in
 * native code may be loaded: the permission flag holds only what is JavaScript there, and the system's bounds hold the rest.
 */
export function readerCommand(worker: string, isNative = false): readonly [string, ...string[]] {
  const { before, permission } = sandbox()
  const readable = programFolders(worker).map((folder) => `--allow-fs-read=${folder}`)
  const [program = process.execPath, ...rest] = [...before, process.execPath]
  return [program, ...rest, permission, ...(isNative ? ['--allow-addons'] : []), ...readable, '--no-warnings', '--max-old-space-size=384']
}

/** What a reader process may read: the built program and the packages that it may load. */
function programFolders(worker: string): readonly string[] {
  const root = join(dirname(worker), '../../..')
  const steps = root.split(sep)
  // As a dependency of another project the packages lie beside this one.
  const outer = steps.lastIndexOf('node_modules')
  const packages = join(root, 'node_modules')
  const folders = [
    join(root, 'dist', '*'),
    join(packages, '*'),
    // Some installers and workspaces put a link there.
    ...(existsSync(packages) ? [join(realpathSync(packages), '*')] : []),
    join(root, 'package.json'),
    ...(outer > 0 ? [join(steps.slice(0, outer + 1).join(sep), '*')] : []),
  ]
  // Node 20 aborts at its start when a folder is named twice.
  return [...new Set(folders)]
}
