import { png } from '../files/png.ts'
import { atUtc, daysFrom, monthDay, zoneText } from '../files/time.ts'
import { txt } from '../files/txt.ts'
import { type ZipMember, zip } from '../files/zip.ts'
import { type Dice, diceOf } from '../seed.ts'
import { PICTURE_NOTES } from '../texts/index.ts'
import type { DayStory, PlacedFile } from '../tree.ts'
import type { Book } from '../truth.ts'
import { deliveryNote } from './documents.ts'
import type { LayoutName } from './layouts.ts'
import { at, type Deck, deckOf, enter, type Line } from './lines.ts'
import { writePaper } from './papers.ts'
import { notedDrawing } from './pictures.ts'
import { named, type Show, type Studio } from './profile.ts'
import { drawnTake, filmedTake, type Take, timesheet } from './results.ts'

/** A working day: which shots are ordered, and which of the day before come back corrected. */
interface Plan {
  readonly day: string
  readonly index: number
  readonly drawn: readonly number[]
  readonly filmed: number
  readonly backDrawn?: number
  readonly backFilmed?: number
}

/** What the days of a studio need at hand. */
interface Bench {
  readonly studio: Studio
  readonly book: Book
  readonly deck: Deck
  readonly dice: Dice
  /** Said on an earlier day; every third day one of them is said again. */
  readonly said: Line[]
}

/**
 * The daily flow of a studio: orders in the morning (UTC), results in the afternoon; corrections of a day name shots of the day before, whose next
 * version follows in the afternoon. What is written is entered in the book.
 */
export async function workingDays(studio: Studio, book: Book): Promise<DayStory[]> {
  const dice = diceOf(studio.seed)
  const bench: Bench = { studio, book, dice, deck: deckOf(dice, studio.words), said: [] }
  const stories: DayStory[] = []
  let before: Plan | undefined
  let index = 0
  for (const day of daysFrom(studio.days.first, studio.days.last)) {
    if (studio.gaps.has(day)) {
      stories.push({ day, puts: [] })
      continue
    }
    const plan = planOf(studio, day, index++, before)
    stories.push({ day, puts: [...(await morning(bench, plan)), ...(await afternoon(bench, plan))] })
    before = plan
  }
  return stories
}

function planOf({ shows }: Studio, day: string, index: number, before: Plan | undefined): Plan {
  const [first, second] = shows
  const drawn = [first.firstShot + index * 2 * first.step, first.firstShot + (index * 2 + 1) * first.step]
  const filmed = second.firstShot + index * second.step
  if (!before) return { day, index, drawn, filmed }
  return { day, index, drawn, filmed, backDrawn: at(before.drawn, before.index), backFilmed: before.filmed }
}

/** The orders of a day. */
async function morning(bench: Bench, plan: Plan): Promise<PlacedFile[]> {
  const { studio, deck, dice } = bench
  const { names, pairsPerDay, othersPerDay } = studio
  const [first, second] = studio.shows
  const date = monthDay(plan.day)
  const drawn = plan.drawn.map((number) => first.shotCode(number))
  const filmed = [second.shotCode(plan.filmed)]
  const again = plan.index % 3 === 2 ? bench.said.slice(-1) : []
  const fresh = deck.instructions(pairsPerDay.sheet, drawn)
  const sheetLines = mixed(bench, [...fresh, ...again], deck.others(othersPerDay.sheet, drawn))
  bench.said.push(...fresh.slice(0, 1))
  const orderLines = [
    ...deck.greeting(),
    ...mixed(bench, deck.instructions(pairsPerDay.order, filmed), deck.others(othersPerDay.order, filmed)),
  ]
  const files = [
    await paper(bench, plan, 'xlsx', `${first.folder}/${names.orders}/${named(names.sheet, date)}`, sheetLines, 40),
    await paper(
      bench,
      plan,
      at(studio.layouts, plan.index),
      `${second.folder}/${names.orders}/${named(names.order, date)}`,
      orderLines,
      62,
    ),
  ]
  for (const number of plan.drawn)
    files.push(timesheet(`${first.folder}/${names.orders}`, first, number, 3, atUtc(plan.day, 58, dice.below(60))))
  const back = [
    ...(plan.backDrawn === undefined ? [] : [first.shotCode(plan.backDrawn)]),
    ...(plan.backFilmed === undefined ? [] : [second.shotCode(plan.backFilmed)]),
  ]
  if (back.length > 0) {
    const named2 = Array.from({ length: pairsPerDay.corrections }, (_, index) => at(back, index))
    const lines = mixed(bench, deck.retakes(named2), deck.others(othersPerDay.corrections, back))
    files.push(
      await paper(
        bench,
        plan,
        plan.index % 2 === 0 ? 'table' : 'stacked',
        `${first.folder}/${names.corrections}/${named(names.correction, date)}`,
        lines,
        85,
      ),
    )
  }
  if (studio.words.ofNote !== undefined && plan.index % studio.noteEvery === 1) files.push(await drawnNote(bench, plan, first))
  return files
}

/** One document in a layout; `minute` is the UTC minute of the day at which it arrives. */
async function paper(
  bench: Bench,
  plan: Plan,
  layout: LayoutName,
  stem: string,
  lines: readonly Line[],
  minute: number,
): Promise<PlacedFile> {
  const { studio, book, dice } = bench
  const modified = atUtc(plan.day, minute + dice.below(15), dice.below(60))
  const created = modified - dice.between(35, 110) * 60_000
  const { chinese, korean, heads, lead } = studio
  const arrived = modified + dice.between(60, 240) * 1000
  return await writePaper(book, { layout, stem, lines, desk: lead, chinese, korean, heads, created, modified, at: arrived })
}

async function drawnNote(bench: Bench, plan: Plan, show: Show): Promise<PlacedFile> {
  const { studio, book } = bench
  const note = at(PICTURE_NOTES, Math.floor(plan.index / studio.noteEvery))
  const shot = show.shotCode(at(plan.drawn, 0))
  const fill = (text: string) => text.replaceAll('{shot}', shot).replaceAll('{n}', '3').replaceAll('{m}', '9')
  const [zh, ko] = [fill(note.zh), fill(studio.words.ofNote?.(note) ?? '')]
  const path = `${show.folder}/${studio.names.orders}/${shot}_${studio.names.note}.png`
  const time = atUtc(plan.day, 104)
  book.pair(path, zh, ko, 'picture')
  return {
    path,
    bytes: await png(notedDrawing(shot, zh, ko), { software: studio.lead.imageProgram, at: time }, true),
    at: time,
    purpose: 'instruction',
  }
}

/** The results of a day, and now and then a packed delivery. */
async function afternoon(bench: Bench, plan: Plan): Promise<PlacedFile[]> {
  const { studio, book, dice } = bench
  const [first, second] = studio.shows
  const take = (show: Show, number: number, version: number, minute: number): Take => ({
    show,
    number,
    version,
    at: atUtc(plan.day, minute + dice.below(20), dice.below(60)),
  })
  const files: PlacedFile[] = []
  for (const [position, number] of plan.drawn.entries())
    files.push(...(await drawnTake(studio, take(first, number, 1, 370 + position * 45), 3, book)))
  files.push(filmedTake(studio, take(second, plan.filmed, 1, 455), book))
  if (plan.backDrawn !== undefined) files.push(...(await drawnTake(studio, take(first, plan.backDrawn, 2, 480), 2, book)))
  if (plan.backFilmed !== undefined) files.push(filmedTake(studio, take(second, plan.backFilmed, 2, 500), book))
  if (plan.index % studio.deliveryEvery === studio.deliveryEvery - 1) files.push(...deliveries(bench, plan, files))
  return files
}

/** A zip of the day's drawings with a list of contents and a word on which corrections were made; beside it a note in English. */
function deliveries(bench: Bench, plan: Plan, results: readonly PlacedFile[]): PlacedFile[] {
  const { studio, book, deck } = bench
  const [first] = studio.shows
  const { names, team } = studio
  const date = monthDay(plan.day)
  const time = atUtc(plan.day, 548)
  const path = `${first.folder}/${names.deliveries}/${named(names.delivery, date)}.zip`
  const shot = first.shotCode(plan.backDrawn ?? at(plan.drawn, 0))
  const lines = [...deck.retakes([shot, shot]), ...deck.others(2, [shot])]
  const memberName = `${named(names.confirmation, date)}.txt`
  const pictures: ZipMember[] = results
    .filter(({ path: name }) => name.endsWith('.png'))
    .map((file) => ({ name: `${names.results}/${file.path.slice(file.path.lastIndexOf('/') + 1)}`, bytes: file.bytes, at: file.at }))
  const list = [...deck.koreanOnly(2), ...pictures.map(({ name }) => name)]
  const spoken = lines.flatMap(({ zh, ko }) => (ko === undefined ? [zh, ''] : [zh, ko, '']))
  const members: ZipMember[] = [
    ...pictures,
    {
      name: `${named(names.contents, date)}.txt`,
      bytes: txt(studio.words.ofNote === undefined ? list.slice(2) : list),
      at: time - 200_000,
    },
    { name: memberName, bytes: txt(spoken), at: time - 120_000 },
  ]
  enter(book, `${path}!${memberName}`, lines)
  const bytes = zip(members, { names: team.zipNames, zone: team.zone, utcExtra: true })
  book.trace(path, 'zoneOffset', zoneText(team.zone))
  // GB18030 holds GBK: readers name the larger.
  if (team.zipNames !== 'utf8') book.trace(path, 'codePage', team.zipNames === 'gbk' ? 'gb18030' : team.zipNames)
  const note = {
    path: `${path.slice(0, path.lastIndexOf('/'))}/delivery_note_${date}.txt`,
    bytes: txt(deliveryNote(shot, pictures.length)),
    at: time + 120_000,
  }
  return [{ path, bytes, at: time, purpose: 'result' }, note]
}

/** Pairs and other neighbours in one order, as a day's document mixes them. */
function mixed({ dice }: Bench, pairs: readonly Line[], others: readonly Line[]): Line[] {
  return dice.shuffle([...pairs, ...others])
}

/** Where a production can be found: the first paths that carry its folder. */
export function pathsOf(show: Show, days: readonly DayStory[]): string[] {
  return days
    .flatMap(({ puts }) => puts.map(({ path }) => path))
    .filter((path) => path.startsWith(`${show.folder}/`))
    .slice(0, 6)
}
