import { readdirSync, readFileSync } from 'node:fs'
import { film } from '../files/mp4.ts'
import { png } from '../files/png.ts'
import { tnz } from '../files/tnz.ts'
import { xdts } from '../files/xdts.ts'
import { xmp } from '../files/xmp.ts'
import { diceOf } from '../seed.ts'
import type { PlacedFile } from '../tree.ts'
import type { Book } from '../truth.ts'
import { at } from './lines.ts'
import { frameDrawing } from './pictures.ts'
import { type Show, versioned, type Workshop } from './profile.ts'

const SAMPLES = new URL('../samples/', import.meta.url)

/** One version of a shot that is delivered at an instant (epoch milliseconds). */
export interface Take {
  readonly show: Show
  readonly number: number
  readonly version: number
  readonly at: number
}

/** The drawings of a take with their scene: a sequence of frames in a folder of its own. */
export async function drawnTake(studio: Workshop, take: Take, frames: number, book: Book): Promise<PlacedFile[]> {
  const code = versioned(take.show.shotCode(take.number), take.version)
  const folder = `${take.show.folder}/${studio.names.results}/${code}`
  const { team } = studio
  const dice = diceOf(`${studio.seed} ${code}`)
  const { machine, user } = dice.pick(team.machines)
  const files: PlacedFile[] = []
  for (let frame = 1; frame <= frames; frame++) {
    const time = take.at + frame * 41_000
    const facts = {
      tool: team.drawingProgram,
      created: time - dice.between(20, 90) * 60_000,
      modified: time,
      zone: team.zone,
      document: `${code} ${frame}`,
    }
    const bytes = await png(frameDrawing(code, frame), { software: team.drawingProgram, xmp: xmp(facts), at: time })
    files.push({ path: `${folder}/${code}_${String(frame).padStart(4, '0')}.png`, bytes, at: time, purpose: 'result' })
  }
  const scenePath = `${folder}/${code}.tnz`
  const saved = take.at + 400_000
  const scene = {
    frames: 24,
    levels: [{ name: 'A', path: `+drawings\\${code}_.png` }],
    program: team.sceneProgram,
    saves: [{ at: saved, zone: team.zone, machine, user }],
  }
  files.push({ path: scenePath, bytes: tnz(scene), at: saved, purpose: 'result' })
  book.trace(scenePath, 'machine', machine)
  book.trace(scenePath, 'user', user)
  return files
}

/** The timesheet that goes out with the order of a shot: which drawing stands for how many frames. */
export function timesheet(folder: string, one: Show, number: number, drawings: number, at: number): PlacedFile {
  const code = one.shotCode(number)
  const dice = diceOf(`timesheet ${code}`)
  const keys = Array.from({ length: drawings }, (_, index) => ({ frame: index * dice.between(4, 8), drawing: String(index + 1) }))
  const content = xdts({
    shot: code,
    cut: String(number),
    scene: one.scene,
    frames: 24,
    columns: [{ name: 'A', keys }],
    dialogue: [],
  })
  return { path: `${folder}/${code}.xdts`, bytes: content, at, purpose: 'instruction' }
}

/** The film of a take: a copy of one of the samples with its own title and times. */
export function filmedTake(studio: Workshop, take: Take, book: Book): PlacedFile {
  const code = versioned(take.show.shotCode(take.number), take.version)
  const sample = at(samples(), take.number)
  const path = `${take.show.folder}/${studio.names.results}/${code}.${sample.extension}`
  const bytes = film(sample.bytes, { title: code, created: take.at - 240_000, modified: take.at - 200_000 })
  book.trace(path, 'title', code)
  return { path, bytes, at: take.at, purpose: 'result' }
}

let loaded: readonly { readonly extension: string; readonly bytes: Uint8Array }[] | undefined

/** The committed sample films. @throws Error when there are none. */
function samples(): readonly { readonly extension: string; readonly bytes: Uint8Array }[] {
  loaded ??= readdirSync(SAMPLES)
    .filter((name) => /\.(mp4|mov)$/.test(name))
    .sort()
    .map((name) => ({ extension: name.slice(-3), bytes: new Uint8Array(readFileSync(new URL(name, SAMPLES))) }))
  if (loaded.length === 0) throw new Error('there are no sample films beside the generator (samples/*.mp4)')
  return loaded
}
