import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Operation } from './operation.ts'

/** Programs and packages that widen what can be read, with what is lost without them. */
const HELPERS: readonly { readonly name: string; readonly lost: string }[] = [
  { name: 'ffmpeg', lost: 'nothing in this version: video is read for its metadata only' },
  { name: 'tesseract', lost: 'nothing in this version: text drawn in pictures is not read, with or without it' },
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
    const sandbox = Number(node.split('.')[0]) >= 22 ? '--permission' : '--experimental-permission'
    const lines = [
      `node      ${node} (20.19 or newer is needed)`,
      `readers   child processes under ${sandbox}: no writing, no child processes; memory watched ${existsSync('/proc/self/statm') ? 'through /proc' : 'NOT: this system has no /proc'}`,
      ...helpers.map(({ name, found, lost }) => `${name.padEnd(9)} ${found ? 'found' : 'not found'}; without it: ${lost}`),
      'network   never used by this version',
    ]
    return { data: { node, sandbox, helpers, network: 'never used' }, text: lines.join('\n') }
  },
}
