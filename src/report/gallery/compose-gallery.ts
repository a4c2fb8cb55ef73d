import { compareText } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import { visible } from '../../base/printable.ts'
import { isNoise } from '../../identify/index.ts'
import { type Exhibit, parseAnchor } from '../../model/index.ts'
import { HASHED_FORMATS } from '../../read/index.ts'
import { redactorOf } from '../redact.ts'
import { type Cards, cardsOf } from './cards.ts'
import type { Gallery, GalleryCard, GalleryGroup, GalleryInput } from './gallery.ts'
import { unseenOf } from './unseen.ts'

/** The sentence that stands beside every link between pictures. */
export const ALIKE_CAUTION =
  'That pictures look alike is a question, not a finding: frames of one cut, stock, reference pictures and templates look alike too. Look at the pictures themselves.'

/** Pictures that stand together and are not torn apart between pages. */
interface Unit {
  readonly section: 'groups' | 'folders'
  readonly title: string
  readonly cards: readonly (() => GalleryCard)[]
  readonly more: number
}

/** Composes a page of pictures as data: groups of the same and of like pictures first, then all others by folder. Small pictures are not part of it: {@link galleryPage} takes them. */
export function composeGallery(input: GalleryInput): Gallery {
  const redact = redactorOf(input.profile, input.config, input.traces)
  const shown = (text: string) => visible(redact.defang(redact.trace('path', text)))
  const cards = cardsOf(input, redact, shown)
  const units = [...linkedUnits(input, cards), ...otherUnits(input, cards, shown)]
  const { here, from, of, parts } = pageOf(units, input.part)
  const to = from + here.reduce((sum, unit) => sum + unit.cards.length, 0)
  const unseen = unseenOf(input, shown)
  const known = input.exhibits.filter((exhibit) => HASHED_FORMATS.has(exhibit.format) && isNoise(exhibit)).length
  return {
    caseId: input.caseId,
    title: `Pictures of ${input.config.case.title ?? `case ${input.caseId}`}`,
    profile: input.profile,
    tool: input.tool,
    cover: [
      ['Case', input.caseId],
      [
        'On this page',
        `${of === 0 ? 'no' : `${from + 1} to ${to} of ${of}`} pictures and key frames${parts > 1 ? `; page ${input.part} of ${parts} (--part)` : ''}`,
      ],
      ...(input.word === undefined ? [] : [['Only', `paths that hold “${shown(input.word)}”`] as const]),
      ...(known === 0 ? [] : [['Left out', `${known} pictures in sets of known software and stock`] as const]),
      ...(input.isCut ? [['Search', 'a bound ended the comparison: there can be more that look alike'] as const] : []),
      [
        'Profile',
        `${input.profile}: names of persons that files state are ${redact.showsPersons ? 'shown' : 'masked, also in paths'}; what is to be seen in a picture is not masked`,
      ],
      ['Ledger head', `${input.head.count} entries, ${input.head.hash}`],
    ],
    caution: ALIKE_CAUTION,
    groups: groupsOf(here, 'groups'),
    folders: groupsOf(here, 'folders'),
    unseen: unseen.slice(0, LIMITS.galleryUnseen),
    unseenMore: Math.max(0, unseen.length - LIMITS.galleryUnseen),
    from: of === 0 ? 0 : from + 1,
    to,
    of,
    part: input.part,
    parts,
  }
}

function groupsOf(units: readonly Unit[], section: Unit['section']): GalleryGroup[] {
  const groups: { readonly title: string; readonly cards: GalleryCard[]; readonly more: number }[] = []
  for (const { title, cards, more } of units.filter((unit) => unit.section === section)) {
    const last = groups.at(-1)
    const made = cards.map((card) => card())
    // Pictures of one folder are units of their own, and stand together.
    if (section === 'folders' && last?.title === title) last.cards.push(...made)
    else groups.push({ title, cards: made, more })
  }
  return groups
}

/** The units of one page, what stands before them, and how many pages there are. A unit lies on the page that its first picture lies on. */
function pageOf(units: readonly Unit[], part: number) {
  const size = LIMITS.galleryPictures
  let at = 0
  let from: number | undefined
  let parts = 1
  const here: Unit[] = []
  for (const unit of units) {
    const page = Math.floor(at / size) + 1
    parts = Math.max(parts, page)
    if (page === part) {
      from ??= at
      here.push(unit)
    }
    at += unit.cards.length
  }
  return { here, from: from ?? 0, of: at, parts }
}

/** Groups of like pictures and of equal ones, in the order of their first paths. */
function linkedUnits({ alike, copies, word }: GalleryInput, cards: Cards): Unit[] {
  const linked = new Set(alike.flatMap((group) => group.map(({ sha256, frameMs }) => (frameMs === undefined ? sha256 : ''))))
  const holds = (paths: readonly Exhibit[]) => word === undefined || paths.some(({ path }) => path.includes(word))
  const like = alike
    .filter((group) => group.some(({ exhibits }) => holds(exhibits)))
    .map((group) => ({
      first: group[0]?.exhibits[0]?.path ?? '',
      title: 'Look alike, other bytes',
      all: group.map((one) => () => cards.card(one.exhibits, one.frameMs, one.bits)),
    }))
  const same = copies
    .filter((group) => !linked.has(group[0]?.sha256 ?? '') && holds(group))
    .map((group) => ({
      first: group[0]?.path ?? '',
      title: 'The same picture, byte for byte, in other files',
      all: [() => cards.card(group, undefined, undefined)],
    }))
  return [...like, ...same]
    .sort((a, b) => compareText(a.first, b.first))
    .map(({ title, all }) => ({
      section: 'groups',
      title,
      cards: all.slice(0, LIMITS.galleryGroup),
      more: Math.max(0, all.length - LIMITS.galleryGroup),
    }))
}

/** Every other picture and frame, one by one in the order of their folders and paths; those of one folder are put together on the page. */
function otherUnits({ exhibits, traces, alike, copies, word }: GalleryInput, cards: Cards, shown: (text: string) => string): Unit[] {
  const linked = new Set(alike.flatMap((group) => group.map(({ sha256, frameMs }) => keyOf(sha256, frameMs))))
  for (const [first] of copies) if (first) linked.add(keyOf(first.sha256, undefined))
  const times = new Map<string, Set<number>>()
  const bytesOf = new Map(exhibits.map(({ id, sha256 }) => [id, sha256]))
  for (const { field, anchor, exhibitId } of traces) {
    if (field !== 'pictureHash' || anchor.endsWith('!whole=')) continue
    const { at } = parseAnchor(anchor)
    const film = bytesOf.get(exhibitId) ?? ''
    if (at.kind === 'time') times.set(film, (times.get(film) ?? new Set<number>()).add(at.fromMs))
  }
  const seen = new Set<string>()
  const found: { readonly folder: string; readonly path: string; readonly frameMs?: number; readonly card: () => GalleryCard }[] = []
  for (const exhibit of exhibits) {
    const { sha256, path } = exhibit
    const frames = times.get(sha256)
    if (isNoise(exhibit) || !(frames || HASHED_FORMATS.has(exhibit.format)) || (word !== undefined && !path.includes(word))) continue
    for (const frameMs of frames ? [...frames].sort((a, b) => a - b) : [undefined]) {
      const key = keyOf(sha256, frameMs)
      if (linked.has(key) || seen.has(key)) continue
      seen.add(key)
      const holders = cards.holders(sha256)
      found.push({
        folder: folderOf(path),
        path,
        ...(frameMs === undefined ? {} : { frameMs }),
        card: () => cards.card(holders, frameMs, undefined),
      })
    }
  }
  return found
    .sort((a, b) => compareText(a.folder, b.folder) || compareText(a.path, b.path) || (a.frameMs ?? 0) - (b.frameMs ?? 0))
    .map(({ folder, card }) => ({ section: 'folders', title: folder === '' ? 'At the top' : shown(folder), cards: [card], more: 0 }))
}

function keyOf(sha256: string, frameMs: number | undefined): string {
  return `${sha256}@${frameMs ?? ''}`
}

/** The folder of a path; of a member the container with the folders in it. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('!'), 0))
}
