import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { sandbox } from '../read/index.ts'
import type { Operation } from './operation.ts'

/** Programs and packages that widen what can be read, with what is lost without them. */
const HELPERS: readonly { readonly name: string; readonly lost: string }[] = [
  { name: 'ffmpeg', lost: 'nothing in this version: video is read for its metadata only' },
  { name: 'tesseract', lost: 'nothing: --ocr brings its own recogniser, and the one of the system is never used' },
]

/** `inbetween doctor`. */
export const doctor: Operation = {
  name: 'doctor',
  summary: 'What this machine has, and what is lost without what it lacks. Nothing is sent anywhere.',
  usage: '',
  options: {},
  examples: ['inbetween doctor'],
  async run() {
    const path = (process.env.PATH ?? '').split(delimiter)
    const helpers = HELPERS.map(({ name, lost }) => ({ name, found: path.some((folder) => existsSync(join(folder, name))), lost }))
    const node = process.versions.node
    const { permission, cutsNetwork, boundsFiles } = sandbox()
    const lines = [
      `node      ${node} (20.19 or newer is needed)`,
      `readers   child processes under ${permission}: no writing, no programs, no files of yours; memory watched ${existsSync('/proc/self/statm') ? 'through /proc' : 'NOT: this system has no /proc'}`,
      `          network ${cutsNetwork ? 'cut by a namespace of their own (unshare)' : 'NOT cut: unshare -rn does not work here'}; writing ${boundsFiles ? 'bounded to 0 bytes by the system too (prlimit)' : 'NOT bounded by the system: prlimit does not work here'}`,
      `pictures  decoded by native code (sharp) in processes of their own: ${permission} holds only the JavaScript there, so ${cutsNetwork && boundsFiles ? 'network and writing are held by the system' : 'nothing else holds that code on this system: look at such material on a machine of its own'}`,
      ...helpers.map(({ name, found, lost }) => `${name.padEnd(9)} ${found ? 'found' : 'not found'}; without it: ${lost}`),
      'network   used only for places and time-stamping services that you name; never with --offline',
    ]
    return {
      data: { node, sandbox: { permission, cutsNetwork, boundsFiles }, helpers, network: 'only for places that you name' },
      text: lines.join('\n'),
    }
  },
}
