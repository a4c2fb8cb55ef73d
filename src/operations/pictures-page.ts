import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { sha256Hex } from '../base/hash.ts'
import { copies, lookAlikes } from '../identify/index.ts'
import type { Exhibit, Trace, Warning } from '../model/index.ts'
import { type CaseFolder, headOfReport, payloadsOf, storeOf, TOOL_VERSION, thumbnailsOf } from '../pipeline/index.ts'
import { HASHED_FORMATS } from '../read/index.ts'
import { composeGallery, GALLERY_MARK, type Gallery, galleryPage, PROFILES, type Profile, showsPersons } from '../report/index.ts'
import { caseOf } from './of-case.ts'
import { type OperationContext, type OperationInput, type OperationResult, text } from './operation.ts'
import { count } from './terminal.ts'

const JOBS = 2

/** Writes the page of pictures that `--page` names, and seals its hash; persons' names are out only where profile and case say so, and that is on record first. @throws InbetweenError */
export async function writePicturesPage(input: OperationInput, context: OperationContext, page: string): Promise<OperationResult> {
  const opened = caseOf(context)
  const path = resolve(page)
  refuseForeign(path)
  const profile = PROFILES.find((name) => name === text(input, 'profile')) ?? 'public'
  const { gallery, exhibits } = galleryOf(opened, profile, input.paths[0], partOf(input))
  const wanted = new Set([...gallery.groups, ...gallery.folders].flatMap(({ cards }) => cards.map(({ sha256 }) => sha256)))
  const find = await thumbnailsOf(opened, exhibits, wanted, context.progress, JOBS)
  const bytes = await galleryPage(gallery, find)
  if (showsPersons(profile, opened.config)) opened.append([{ kind: 'unmasked', payload: { command: 'pictures', profile } }])
  writePrivately(path, bytes)
  const sha256 = sha256Hex(bytes)
  // As with a report: what was written of a case, and rests on which head, is on record.
  if (!payloadsOf(opened, 'report').some((sealed) => sealed.sha256 === sha256))
    opened.append([{ kind: 'report', payload: { format: 'pictures', sha256, profile, head: headOfReport(opened).hash } }])
  const { from, to, of, part, parts } = gallery
  const said = of === 0 ? 'no pictures' : `pictures ${count(from)} to ${count(to)} of ${count(of)}`
  return {
    case: opened.id,
    data: {
      path,
      bytes: bytes.length,
      sha256,
      profile,
      from,
      to,
      of,
      part,
      parts,
      groups: gallery.groups.length,
      unseen: gallery.unseen.length + gallery.unseenMore,
    },
    text: [
      `${path}  ${count(bytes.length)} bytes  sha256 ${sha256}`,
      `  ${said}; ${count(gallery.groups.length)} groups of the same or alike; persons that files name are ${showsPersons(profile, opened.config) ? 'shown' : 'masked'}`,
      ...(parts > part ? [`  page ${part} of ${parts}: the next with --part ${part + 1} and another file name`] : []),
      '  It holds pictures of the evidence: pass it on only to whom they may be shown.',
    ].join('\n'),
  }
}

function galleryOf(
  opened: CaseFolder,
  profile: Profile,
  word: string | undefined,
  part: number,
): { readonly gallery: Gallery; readonly exhibits: readonly Exhibit[] } {
  const store = storeOf(opened)
  try {
    if (store.stamp('inputs') === undefined)
      throw new InbetweenError('IBT-INPUT', 'the case was not analysed yet', {
        place: opened.root,
        hint: `inbetween analyze -C ${opened.root}`,
      })
    const [exhibits, traces] = [store.all<Exhibit>('exhibit'), store.all<Trace>('trace')]
    const { groups, isCut } = lookAlikes({ exhibits, traces })
    const gallery = composeGallery({
      caseId: opened.id,
      config: opened.config,
      profile,
      tool: TOOL_VERSION,
      head: headOfReport(opened),
      exhibits,
      traces,
      warnings: store.all<Warning & { readonly path: string }>('warning'),
      alike: groups,
      isCut,
      copies: copies(exhibits, HASHED_FORMATS),
      word,
      part,
    })
    if (part > gallery.parts)
      throw new InbetweenError('IBT-USAGE', `there is no page ${part}`, {
        hint: `The pictures fill ${gallery.parts} pages: --part 1 to ${gallery.parts}.`,
      })
    return { gallery, exhibits }
  } finally {
    store.close()
  }
}

function partOf(input: OperationInput): number {
  const given = text(input, 'part') ?? '1'
  const part = Number(given)
  if (!/^\d{1,6}$/.test(given) || part < 1)
    throw new InbetweenError('IBT-USAGE', `--part needs a number from 1, not ${given.slice(0, 20)}`, { hint: '--part 2' })
  return part
}

/** A file that is there already is written over only where it is such a page. @throws InbetweenError `IBT-REFUSED`. */
function refuseForeign(path: string): void {
  if (!existsSync(path)) return
  const head = Buffer.alloc(GALLERY_MARK.length)
  let read = 0
  try {
    const file = openSync(path, 'r')
    try {
      read = readSync(file, head)
    } finally {
      closeSync(file)
    }
  } catch {
    // A folder, or a file that may not be read: not ours to write over.
  }
  if (head.toString('utf8', 0, read) !== GALLERY_MARK)
    throw new InbetweenError('IBT-REFUSED', 'the file is there and is no page of pictures', {
      place: path,
      hint: 'Name another file after --page.',
    })
}

/** Writes a file that only its owner may read, at once or not at all. */
function writePrivately(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  const incoming = `${path}.${process.pid}.incoming`
  try {
    writeFileSync(incoming, bytes, { mode: 0o600, flag: 'wx' })
    renameSync(incoming, path)
  } catch (cause) {
    rmSync(incoming, { force: true })
    throw new InbetweenError('IBT-INPUT', 'the page cannot be written', {
      place: path,
      hint: 'Name a file in a folder that you may write.',
      cause,
    })
  }
}
