import { atUtc } from '../files/time.ts'
import { zip } from '../files/zip.ts'
import { diceOf } from '../seed.ts'
import { SHEET_HEADERS } from '../texts/index.ts'
import type { PlacedFile } from '../tree.ts'
import { type Book, newBook } from '../truth.ts'
import { CHINESE_VOICE, LEAD_DESK } from './january-cast.ts'
import type { Desk, LayoutName, Voice } from './layouts.ts'
import { at, CONTRADICTING, deckOf } from './lines.ts'
import type { MadeCase } from './made-case.ts'
import { writePaper } from './papers.ts'
import type { Show, Workshop } from './profile.ts'
import { drawnTake, filmedTake, timesheet } from './results.ts'
import { CAPPED, dropCase } from './twin.ts'
import { registered, type Traffic, visitor } from './visits.ts'

/** The one second that every file on the place carries. */
const SECOND = atUtc('2024-01-12', 180)
const pad = (number: number): string => String(number).padStart(3, '0')

const MOSS: Show = {
  title: 'Moss and Marrow',
  aliases: [],
  codes: ['MAM'],
  companies: ['Duskfield Animation LLC'],
  folder: 'MAM/s02e03',
  shotCode: (number) => `MAM_s02e03_${pad(number)}`,
  scene: '3',
  firstShot: 20,
  step: 10,
}

const BELLWETHER: Show = {
  title: 'Bellwether Nine',
  aliases: [],
  codes: ['BWN'],
  companies: ['Duskfield Animation LLC'],
  folder: 'BWN/ep01',
  shotCode: (number) => `BWN-ep01-${pad(number)}`,
  scene: '1',
  firstShot: 1,
  step: 1,
}

const NORTHERN: Voice = { language: 'ko-KP', font: '천리마체', postScript: 'Batang', cmap: 'UniKS-UTF16-H' }

/** Programs that did not exist when the files say they were made. */
const DESKS: readonly Desk[] = [
  { ...LEAD_DESK, author: 'admin', lastModifiedBy: 'admin' },
  {
    ...LEAD_DESK,
    author: 'admin',
    lastModifiedBy: 'user',
    program: { kind: 'microsoft', version: '16.0300' },
    imageProgram: 'Adobe Photoshop 25.0 (Windows)',
    zone: 510,
  },
]

const SHOP: Workshop = {
  seed: 'planted',
  names: {
    orders: '指示',
    corrections: '返修',
    results: '결과',
    deliveries: '납품',
    sheet: '修改意见_MMDD',
    order: '作业指示_MMDD',
    correction: '返修_MMDD',
    note: '标注',
    delivery: '납품_MMDD',
    contents: '납품목록_MMDD',
    confirmation: '수정확인_MMDD',
  },
  team: {
    zone: 540,
    machines: [{ machine: 'PC', user: 'user' }],
    drawingProgram: 'Adobe Photoshop 25.0 (Windows)',
    sceneProgram: 'OpenToonz 1.7.1',
    zipNames: 'cp949',
  },
}

/** Times that the files state inside: before their programs, in the future, or saved before they were made. */
const INSIDE = [
  { created: atUtc('2009-03-02', 200), modified: atUtc('2009-03-02', 260) },
  { created: atUtc('2024-01-20', 200), modified: atUtc('2023-11-02', 260) },
  { created: atUtc('2036-02-07', 380), modified: atUtc('2036-02-07', 400) },
  { created: atUtc('2023-12-30', 380), modified: atUtc('2011-12-30', 400) },
] as const
const LAYOUT_ORDER: readonly LayoutName[] = [
  'xlsx',
  'table',
  'txt',
  'psd',
  'paragraphs',
  'pdf',
  'comments',
  'stacked',
  'xlsx',
  'pdf',
  'table',
  'psd',
]

const TUNNEL = registered('198.51.100.0/27', 'NL', 'Noord-Holland', 'UMBRALANE-NL', 'Umbra Lane Tunnel Services B.V.', 'vpn')
const RACK = registered('198.51.100.32/27', 'SG', 'Singapore', 'KESTREL-RACK', 'Kestrel Rack Hosting Pte. Ltd.', 'hosting')

const TRAFFIC: Traffic = {
  seed: 'planted',
  bring: [],
  fetch: [],
  slips: [
    { visitor: visitor('198.51.100.9', 'admin', TUNNEL), day: '2024-01-10', minute: 300, requests: 24 },
    { visitor: visitor('198.51.100.9', 'admin', TUNNEL), day: '2024-01-11', minute: 1290, requests: 31 },
    { visitor: visitor('198.51.100.40', '-', RACK, 'browser'), day: '2024-01-11', minute: 1400, requests: 6 },
  ],
  zone: 540,
}

/** A server that somebody dressed up: one drop, one second, dates that cannot be, spelling of both sides in one line. */
export async function planted(): Promise<MadeCase> {
  const book = newBook()
  const files = [...(await papers(book)), ...(await takes(book))]
  files.push(delivery(files))
  const inOneSecond = files.map((file) => ({ ...file, at: SECOND }))
  return {
    title: 'Server whose files contradict each other (invented)',
    differs: [
      'The network of origin is not established.',
      'Everything arrives at the first look; no day brings orders or results.',
      'All files carry the same second, and inside them stand dates of 2009, of 2036, and savings before the making.',
      'Markers of North and South stand in the same lines.',
      'Programs are newer than the dates of the files that they made.',
    ],
    ...dropCase({ first: '2024-01-12', last: '2024-01-19' }, inOneSecond, book, [MOSS, BELLWETHER], TRAFFIC, SECOND),
    stated: {
      basis: 'An address that an unknown sender named; it showed its files to anyone who asked.',
      parties: [{ name: 'Duskfield Animation LLC', role: 'rights holder', country: 'US' }],
      registrationsBy: { by: 'O. Tesfaye-Brandt, routing archive', on: '2024-01-19' },
    },
    registrations: [TUNNEL, RACK],
    beside: [],
    orthography: 'mixed',
    assessment: CAPPED,
    maxLevel: 'ask',
    observed: ['pairs', 'korean', 'vpn'],
    undetermined: [
      'On which network the server stands.',
      'Who made the files and when: their dates contradict each other.',
      'A perfect imitation, served from a network that is truly North Korean, could not be told apart.',
    ],
  }
}

async function papers(book: Book): Promise<PlacedFile[]> {
  const dice = diceOf('planted papers')
  const deck = deckOf(dice, CONTRADICTING)
  const files: PlacedFile[] = []
  for (const [index, layout] of LAYOUT_ORDER.entries()) {
    const one = index % 2 === 0 ? MOSS : BELLWETHER
    const shots = [1, 2].map((number) => one.shotCode(one.firstShot + number * one.step))
    const lines = dice.shuffle([...deck.instructions(4, shots), ...deck.others(4, shots)])
    const { created, modified } = at(INSIDE, index)
    files.push(
      await writePaper(book, {
        layout,
        stem: `${one.folder}/${SHOP.names.orders}/修改意见_${pad(index + 1)}`,
        lines,
        desk: at(DESKS, Math.floor(index / 2)),
        chinese: CHINESE_VOICE,
        korean: NORTHERN,
        heads: [SHEET_HEADERS.zh.shot, SHEET_HEADERS.zh.frames, SHEET_HEADERS.zh.note, SHEET_HEADERS.ko.translation],
        created,
        modified,
        at: SECOND,
      }),
    )
  }
  return files
}

async function takes(book: Book): Promise<PlacedFile[]> {
  const files: PlacedFile[] = []
  for (let index = 0; index < 6; index++) {
    const { modified } = at(INSIDE, index)
    files.push(timesheet(`${MOSS.folder}/${SHOP.names.orders}`, MOSS, MOSS.firstShot + index * MOSS.step, 3, SECOND))
    files.push(...(await drawnTake(SHOP, { show: MOSS, number: MOSS.firstShot + index * MOSS.step, version: 1, at: modified }, 3, book)))
    files.push(filmedTake(SHOP, { show: BELLWETHER, number: index + 1, version: 1, at: modified }, book))
  }
  return files
}

/** A delivery whose members are older than the programs in them. */
function delivery(files: readonly PlacedFile[]): PlacedFile {
  const pictures = files.filter(({ path }) => path.endsWith('.png')).slice(0, 6)
  const members = pictures.map((file) => ({
    name: `${SHOP.names.results}/${file.path.slice(file.path.lastIndexOf('/') + 1)}`,
    bytes: file.bytes,
    at: atUtc('2008-05-05', 300),
  }))
  return {
    path: `${MOSS.folder}/${SHOP.names.deliveries}/MAM_납품_01.zip`,
    bytes: zip(members, { names: 'cp949', zone: 540, utcExtra: true }),
    at: SECOND,
    purpose: 'result',
  }
}
