import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findFfmpeg, findTesseract, sandbox } from '../read/index.ts'
import type { Operation } from './operation.ts'

/** Programs and packages that widen what can be read, with what is lost without them. */
const HELPERS: readonly { readonly name: string; readonly lost: string }[] = [
  { name: 'ffmpeg', lost: 'key frames of films (--frames): films are then read for their metadata, names and subtitles only' },
  { name: 'tesseract', lost: 'nothing but --ocr-engine system: --ocr brings its own recogniser' },
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
    const ffmpeg = findFfmpeg(process.env.PATH ?? '')
    const tesseract = findTesseract(process.env.PATH ?? '')
    const node = process.versions.node
    const { permission, cutsNetwork, boundsFiles } = sandbox()
    const lines = [
      `node      ${node} (20.19 or newer is needed)`,
      `readers   child processes under ${permission}: no writing, no programs, no files of yours; memory watched ${existsSync('/proc/self/statm') ? 'through /proc' : 'NOT: this system has no /proc'}`,
      `          network ${cutsNetwork ? 'cut by a namespace of their own (unshare)' : 'NOT cut: unshare -rn does not work here'}; writing ${boundsFiles ? 'bounded to 0 bytes by the system too (prlimit)' : 'NOT bounded by the system: prlimit does not work here'}`,
      `pictures  decoded by native code (sharp) in processes of their own: ${permission} holds only the JavaScript there, so ${cutsNetwork && boundsFiles ? 'network and writing are held by the system' : 'nothing else holds that code on this system: look at such material on a machine of its own'}`,
      `films     ${'why' in ffmpeg ? `frames are not taken: ${ffmpeg.why}` : `frames are taken with ${ffmpeg.version} (${ffmpeg.path}), where --frames asks for it: native code, held by a network namespace of its own and by bounds of the system (no byte written, memory, processor), reading from a pipe and opening nothing else by name; files of yours are not hidden from it`}`,
      `drawn     text is recognised by a recogniser that is brought along (--ocr)${'why' in tesseract ? `; that of the system is not used: ${tesseract.why}` : `, or by ${tesseract.engine} (${tesseract.path}), where --ocr-engine system asks for it: held as ffmpeg is, given grey pixels through a pipe`}`,
      ...helpers.map(({ name, found, lost }) => `${name.padEnd(9)} ${found ? 'found' : 'not found'}; without it: ${lost}`),
      'network   used only for places, time-stamping services and lists (lists update) that you name; never with --offline',
    ]
    return {
      data: {
        node,
        sandbox: { permission, cutsNetwork, boundsFiles },
        films: ffmpeg,
        tesseract,
        helpers,
        network: 'only for places that you name',
      },
      text: lines.join('\n'),
    }
  },
}
