import { srt } from '../files/srt.ts'
import { atUtc, monthDay, weekday } from '../files/time.ts'
import { txt } from '../files/txt.ts'
import { xlsx } from '../files/xlsx.ts'
import { zip } from '../files/zip.ts'
import { diceOf } from '../seed.ts'
import { STUDIO_LINES } from '../texts/index.ts'
import type { DayStory, PlacedFile } from '../tree.ts'
import { type Book, newBook } from '../truth.ts'
import { guide, guideTitle, specification } from './documents.ts'
import {
  BRING,
  CHINESE_VOICE,
  FETCH,
  JANUARY_STUDIO,
  JANUARY_TABLE,
  JANUARY_TEXTS,
  LANTERN,
  LEAD_DESK,
  PRODUCER,
  RIGHTS_COMPANY,
  SALTBROOK,
  SLIPS,
  TEAM_DESK,
  TEAM_VOICE,
} from './january-cast.ts'
import { type Desk, metaOf } from './layouts.ts'
import { at, deckOf, NORTH } from './lines.ts'
import type { MadeCase } from './made-case.ts'
import { horses } from './noise.ts'
import { letter } from './papers.ts'
import { versioned } from './profile.ts'
import { workingDays } from './studio.ts'
import { caseOf } from './twin.ts'

const DOCUMENT = 'LNT/s03e07/docs/LNT_s03e07_animation_guide.docx'
const PROGRESS = '资料/进度表.xlsx'
const SCRAP = '临时/说明.txt'
const RENAMED_DAY = '2024-01-17'
const CHANGED_DAY = '2024-01-19'
const BUNDLE_DAY = '2024-01-20'
const GONE_DAY = '2024-01-23'
const SERVER_ZONE = 540

/** A month on an exposed server: the case that the others are measured against. */
export async function january(): Promise<MadeCase> {
  const book = newBook()
  const worked = await workingDays(JANUARY_STUDIO, book)
  const standing = await standingFiles(book)
  const reports = deckOf(diceOf('january reports'), NORTH)
  const told = worked.map((story) =>
    withEvents(story, worked, weekday(story.day) === 6 ? [weeklyReport(story.day, reports.koreanOnly(9), book)] : []),
  )
  const first = at(told, 0)
  const days = [{ ...first, puts: [...standing, ...first.puts] }, ...told.slice(1)]
  const flow = caseOf(days, book, [LANTERN, SALTBROOK], {
    seed: 'january',
    bring: BRING,
    fetch: FETCH,
    slips: SLIPS,
    zone: SERVER_ZONE,
  })
  return {
    title: 'Animation production files on an exposed server, January 2024 (invented)',
    differs: [],
    ...flow,
    stated: STATED,
    registrations: JANUARY_TABLE,
    beside: [],
    rightsCompany: { ...RIGHTS_COMPANY, path: DOCUMENT },
    orthography: 'north',
    assessment: { whoWorked: { capped: false, word: 'likely', fragile: true }, relay: { capped: true } },
    maxLevel: 'escalate',
    observed: ['pairs', 'korean', 'vpn'],
    undetermined: [
      'Who put the orders on the server, and who fetched the results: names in the log are account names.',
      'Which organisation made the drawings.',
      'Whether the companies named in the documents knew where the work was done.',
      'Whether whoever translated was disclosed to the companies above: no chain was stated.',
      'Where the people sat: registrations name networks, not places.',
      'What the notes in pictures say, as long as characters in pictures are not read.',
    ],
  }
}

const STATED: MadeCase['stated'] = {
  basis: 'The server showed its files to anyone who asked, without a password. Copied once a day and not altered.',
  origin: { address: '203.0.113.77', by: 'network researcher', on: '2024-01-31', rating: 'A2' },
  parties: [
    { name: RIGHTS_COMPANY.name, role: 'rights holder', country: 'US' },
    { name: PRODUCER, role: 'producer', country: 'CA' },
    { name: JANUARY_TEXTS.saltbrook.company, role: 'rights holder', country: 'US' },
  ],
  registrationsBy: { by: 'O. Tesfaye-Brandt, routing archive', on: '2024-01-31', rating: 'A2' },
  contextCompanies: [
    'SEK Studio',
    'Moxing Cartoon',
    'Nings Cartoon Studio',
    'Shanghai Hongman Cartoon and Animation Design Studio',
    'Kinoatis LLC',
    'Everlasting Empire Limited',
    'Tian Fang Hong Kong Holdings Limited',
    'Yancheng Three Line One Point Animation Co., Ltd.',
  ],
}

/** What stood on the place before the first day: production documents, a schedule, a scrap, and what belongs to nothing. */
async function standingFiles(book: Book): Promise<PlacedFile[]> {
  const made = atUtc('2023-12-18', 95)
  const office: Desk = {
    ...LEAD_DESK,
    author: 'production',
    lastModifiedBy: 'production',
    program: { kind: 'microsoft', version: '16.0000' },
  }
  const cues = STUDIO_LINES.slice(0, 8).map((text, index) => ({ from: index * 4000, to: index * 4000 + 3200, text }))
  const { lantern, saltbrook } = JANUARY_TEXTS
  book.trace(DOCUMENT, 'title', guideTitle(lantern))
  book.trace(DOCUMENT, 'application', 'Microsoft Office Word')
  return [
    { path: DOCUMENT, bytes: guide(lantern, RIGHTS_COMPANY.written, office, made), at: made + 60_000 },
    { path: 'SBK/ep02/docs/SBK_ep02_delivery_spec.pdf', bytes: specification(saltbrook, LEAD_DESK, made), at: made + 5_000_000 },
    { path: 'LNT/s03e07/docs/LNT_s03e07_animatic.srt', bytes: srt(cues), at: made + 6_000_000 },
    { path: PROGRESS, bytes: progress(4, made), at: made + 7_000_000 },
    { path: SCRAP, bytes: txt(deckOf(diceOf('scrap'), NORTH).chineseOnly(5)), at: made + 8_000_000 },
    ...(await horses(book, LEAD_DESK)),
  ]
}

/** The schedule: shots and how far they are; it changes once. */
function progress(rows: number, at: number): Uint8Array {
  const head = ['Shot', 'v', 'Frames'].map((text) => ({ text }))
  const lines = Array.from({ length: rows }, (_, index) => [
    { text: versioned(LANTERN.shotCode(104 + index * 4), 1) },
    { number: 1 + (index % 2) },
    { number: 24 },
  ])
  return xlsx({
    meta: metaOf({ desk: LEAD_DESK, created: at, modified: at + 600_000 }),
    fonts: [CHINESE_VOICE.font],
    sheets: [{ name: '进度', widths: [24, 6, 10], rows: [head, ...lines] }],
  })
}

/** On Saturdays the team writes a report in Korean alone. */
function weeklyReport(day: string, sentences: readonly string[], book: Book): PlacedFile {
  const path = `보고/주간총화_${monthDay(day)}.docx`
  const time = atUtc(day, 575)
  book.trace(path, 'author', TEAM_DESK.author)
  book.trace(path, 'locale', TEAM_VOICE.language)
  book.trace(path, 'font', TEAM_VOICE.font)
  return { path, bytes: letter(`주간총화 ${monthDay(day)}`, sentences, TEAM_VOICE, TEAM_DESK, time - 1_500_000, time - 60_000), at: time }
}

/** The one rename, the one change and the one removal of the month. */
function withEvents(story: DayStory, all: readonly DayStory[], added: readonly PlacedFile[]): DayStory {
  const puts = [...story.puts, ...added]
  if (story.day === RENAMED_DAY) return { day: story.day, puts, renames: [renameOf(all)] }
  if (story.day === CHANGED_DAY) {
    const time = atUtc(CHANGED_DAY, 130)
    return { day: story.day, puts: [...puts, { path: PROGRESS, bytes: progress(18, time - 900_000), at: time }] }
  }
  if (story.day === BUNDLE_DAY) return { day: story.day, puts: [...puts, bundle(all)] }
  if (story.day === GONE_DAY) return { day: story.day, puts, removals: [SCRAP] }
  return { day: story.day, puts }
}

/** A packed delivery of the second show: two weeks, each an archive of its own inside, names in CP949 within and without. */
function bundle(all: readonly DayStory[]): PlacedFile {
  const style = { names: 'cp949', zone: JANUARY_STUDIO.team.zone, utcExtra: true } as const
  const films = all
    .filter(({ day }) => day <= BUNDLE_DAY)
    .flatMap(({ puts }) => puts.filter(({ path }) => path.startsWith(`${SALTBROOK.folder}/`) && /\.(mp4|mov)$/.test(path)))
  const half = Math.ceil(films.length / 2)
  const time = atUtc(BUNDLE_DAY, 580)
  const weeks = [films.slice(0, half), films.slice(half)].map((part, index) => ({
    name: `SBK_ep02_${index + 1}주_완성.zip`,
    bytes: zip(
      part.map((file) => ({ name: `완성/${file.path.slice(file.path.lastIndexOf('/') + 1)}`, bytes: file.bytes, at: file.at })),
      style,
    ),
    at: time - 300_000,
  }))
  const path = `${SALTBROOK.folder}/${JANUARY_STUDIO.names.deliveries}/SBK_ep02_완성모음_${monthDay(BUNDLE_DAY)}.zip`
  return { path, bytes: zip(weeks, style), at: time, purpose: 'result' }
}

function renameOf(all: readonly DayStory[]): { readonly from: string; readonly to: string } {
  const from = all
    .find(({ day }) => day === '2024-01-15')
    ?.puts.find(({ path }) => path.startsWith(`${SALTBROOK.folder}/${JANUARY_STUDIO.names.orders}/`))?.path
  if (from === undefined) throw new Error('there is no order to rename')
  const dot = from.lastIndexOf('.')
  return { from, to: `${from.slice(0, dot)}_旧${from.slice(dot)}` }
}
