import { atUtc } from '../files/time.ts'
import { zip } from '../files/zip.ts'
import { diceOf } from '../seed.ts'
import { PRODUCTIONS, SHEET_HEADERS, STUDIO_LINES } from '../texts/index.ts'
import type { PlacedFile } from '../tree.ts'
import { type Book, newBook } from '../truth.ts'
import { ENGLISH } from './documents.ts'
import { CHINESE_VOICE, LEAD_DESK } from './january-cast.ts'
import type { Desk, LayoutName, Voice } from './layouts.ts'
import { at, deckOf, SOUTH } from './lines.ts'
import type { MadeCase } from './made-case.ts'
import { letter, printedText, writePaper } from './papers.ts'
import type { Show, Workshop } from './profile.ts'
import { drawnTake, filmedTake, timesheet } from './results.ts'
import { CAPPED, dropCase } from './twin.ts'
import { type RegistrationRow, registered, type Traffic, visitor } from './visits.ts'

const pad = (number: number): string => String(number).padStart(3, '0')
const shows = PRODUCTIONS.slice(3).map((production, index): Show => {
  const season = at(['s01e02', 's04e11', 's02e06'], index)
  return {
    title: production.title,
    aliases: [],
    codes: [production.code],
    companies: [production.company],
    folder: `${production.code}/${season}`,
    shotCode: (number) => `${production.code}_${season}_${pad(number)}`,
    scene: '1',
    firstShot: 10,
    step: 10,
  }
})
const BILINGUAL = at(shows, 1)
const KOREAN: Voice = { language: 'ko-KR', font: '맑은 고딕', postScript: 'MalgunGothic', cmap: 'UniKS-UTF16-H' }
const COPIED: readonly LayoutName[] = ['xlsx', 'table', 'txt', 'paragraphs', 'pdf', 'stacked', 'comments', 'table']

/** Three studios whose files were copied together; each has its own programs and clocks. */
const SHOPS: readonly Workshop[] = [
  ['CLIP STUDIO PAINT', 'OpenToonz 1.6.0', 540],
  ['Krita 5.1.5', 'OpenToonz 1.5.0', 60],
  ['Adobe Photoshop CC 2019 (Macintosh)', 'OpenToonz 1.6.0', -480],
].map(([drawingProgram, sceneProgram, zone], index) => ({
  seed: `leak-mirror ${index}`,
  names: {
    orders: 'notes',
    corrections: 'retakes',
    results: 'shots',
    deliveries: 'delivery',
    sheet: 'notes_MMDD',
    order: 'order_MMDD',
    correction: 'retakes_MMDD',
    note: 'note',
    delivery: 'delivery_MMDD',
    contents: 'contents_MMDD',
    confirmation: 'done_MMDD',
  },
  team: {
    zone: Number(zone),
    machines: [{ machine: `WS-${index + 1}4`, user: at(['mori', 'lind', 'ortega'], index) }],
    drawingProgram: String(drawingProgram),
    sceneProgram: String(sceneProgram),
    zipNames: 'utf8',
  },
}))

const LINES: readonly RegistrationRow[] = [
  registered('192.0.2.0/28', 'BR', 'Minas Gerais', 'SERRA-FIBRA', 'Serra Fibra Ltda', 'isp'),
  registered('192.0.2.16/28', 'PL', 'Podlaskie', 'BIEL-NET', 'Bielnet Osiedlowy', 'isp'),
  registered('192.0.2.32/28', 'ID', 'Jawa Barat', 'SAWAH-NET', 'Sawah Link', 'isp'),
  registered('192.0.2.48/28', 'US', 'Ohio', 'MILLPOND', 'Millpond Cable', 'isp'),
  registered('192.0.2.64/28', 'FR', 'Bretagne', 'LANDE-TEL', 'Lande Télécom', 'isp'),
  registered('192.0.2.80/28', 'MX', 'Jalisco', 'AGAVE-RED', 'Agave Red', 'isp'),
  registered('192.0.2.96/28', 'TH', 'Chiang Mai', 'HILL-FIBER', 'Hill Fiber', 'isp'),
  registered('192.0.2.112/28', 'CN', 'Sichuan', 'TEA-ROAD-NET', 'Tea Road Telecom (Sichuan)', 'isp'),
  registered('192.0.2.128/28', 'KR', 'Busan', 'SEAWALL-NET', 'Seawall Broadband', 'isp'),
  registered('192.0.2.144/28', 'ES', 'Aragón', 'EBRO-FIBRA', 'Ebro Fibra', 'isp'),
  registered('198.51.100.0/27', 'NL', 'Noord-Holland', 'UMBRALANE-NL', 'Umbra Lane Tunnel Services B.V.', 'vpn'),
  registered('198.51.100.64/27', 'US', 'Oregon', 'UMBRALANE-US', 'Umbra Lane Tunnel Services B.V.', 'vpn'),
]

const dice = diceOf('leak-mirror traffic')
const TRAFFIC: Traffic = {
  seed: 'leak-mirror',
  bring: [],
  fetch: [],
  slips: LINES.flatMap((row) =>
    [3, 9].map((host) => ({
      visitor: visitor(
        row.cidr.replace(/\d+\/\d+$/, (tail) => String(Number.parseInt(tail, 10) + host)),
        '-',
        row,
        'browser',
      ),
      day: `2024-01-0${dice.between(1, 8)}`,
      minute: dice.below(1300),
      requests: dice.between(8, 60),
    })),
  ),
  zone: 0,
}

/** A mirror of leaked files of several productions: everything stands there at the first look, and nothing moves. */
export async function leakMirror(): Promise<MadeCase> {
  const book = newBook()
  const files: PlacedFile[] = []
  for (const [index, one] of shows.entries()) files.push(...(await leaked(one, at(SHOPS, index), index, book)))
  files.push(...(await bilingual(book)))
  const packed = files.filter(({ path }) => path.includes(at(shows, 0).shotCode(10))).slice(0, 6)
  const bundle = zip(
    packed.map((file) => ({ name: file.path, bytes: file.bytes, at: file.at })),
    { names: 'utf8', zone: 0, utcExtra: false },
  )
  files.push({ path: 'selects.zip', bytes: bundle, at: atUtc('2023-11-30', 800) })
  return {
    title: 'Mirror of leaked files of several productions (invented)',
    differs: [
      'Everything stands there at the first look; no day brings orders or results.',
      'No network of origin is stated, and none in the table is North Korean.',
      'Files of three unconnected productions lie together, made with different programs and clocks.',
      'Visits only download, from everywhere, without account names.',
      'The Korean, in one production only, is spelt as in the South.',
    ],
    ...dropCase({ first: '2024-01-10', last: '2024-01-19' }, files, book, shows, TRAFFIC),
    stated: {
      basis: 'A public mirror that anyone can read; copied once a day and not altered.',
      parties: shows.map(({ companies }) => ({ name: at(companies, 0), role: 'rights holder' })),
      registrationsBy: { by: 'O. Tesfaye-Brandt, routing archive', on: '2024-01-19' },
    },
    registrations: LINES,
    beside: [],
    orthography: 'south',
    assessment: CAPPED,
    maxLevel: 'ask',
    observed: ['pairs', 'korean', 'vpn'],
    undetermined: ['Who put the files there.', 'On which network the mirror stands.', 'Who worked on any of the three productions.'],
  }
}

/** One production's share: drawings, films, English papers, months apart. */
async function leaked(one: Show, shop: Workshop, index: number, book: Book): Promise<PlacedFile[]> {
  const files: PlacedFile[] = []
  const month = `2023-0${3 + index * 2}`
  for (let number = 0; number < 5; number++) {
    const time = atUtc(`${month}-1${number}`, 300 + index * 240 + number * 31)
    files.push(timesheet(`${one.folder}/shots`, one, one.firstShot + number * one.step, 4, time - 90_000_000))
    files.push(...(await drawnTake(shop, { show: one, number: one.firstShot + number * one.step, version: 1, at: time }, 4, book)))
    files.push(filmedTake(shop, { show: one, number: 70 + number, version: 2, at: time + 7_000_000 }, book))
  }
  const made = atUtc(`${month}-02`, 600)
  const lines = STUDIO_LINES.filter((_, position) => position % 3 === index).map((line) =>
    line.replaceAll('{company}', at(one.companies, 0)),
  )
  const desk: Desk = {
    ...LEAD_DESK,
    author: at(['a.mori', 'k.lind', 'r.ortega'], index),
    lastModifiedBy: 'production',
    program: { kind: 'microsoft', version: '16.0000' },
  }
  files.push({
    path: `${one.folder}/${at(one.codes, 0)}_brief.docx`,
    bytes: letter(`${one.title}: brief`, lines, ENGLISH, desk, made, made + 900_000),
    at: made + 900_000,
  })
  files.push({
    path: `${one.folder}/${at(one.codes, 0)}_spec.pdf`,
    bytes: printedText(`${one.title}: specification`, lines, desk, made),
    at: made,
  })
  return files
}

/** The one production whose notes are bilingual. */
async function bilingual(book: Book): Promise<PlacedFile[]> {
  const deck = deckOf(diceOf('leak-mirror notes'), SOUTH)
  const desk: Desk = { ...LEAD_DESK, author: 'supervision', lastModifiedBy: 'bo.translation' }
  const files: PlacedFile[] = []
  for (const [index, layout] of COPIED.entries()) {
    const shots = [10, 20, 30].map((number) => BILINGUAL.shotCode(number))
    const lines = diceOf(`leak ${index}`).shuffle([...deck.instructions(6, shots), ...deck.others(6, shots)])
    const modified = atUtc(`2023-05-2${index}`, 180)
    files.push(
      await writePaper(book, {
        layout,
        stem: `${BILINGUAL.folder}/notes/notes_052${index}`,
        lines,
        desk,
        chinese: CHINESE_VOICE,
        korean: KOREAN,
        heads: [SHEET_HEADERS.zh.shot, SHEET_HEADERS.zh.frames, SHEET_HEADERS.zh.note, SHEET_HEADERS.koSouth.translation],
        created: modified - 3_000_000,
        modified,
        at: modified,
      }),
    )
  }
  return files
}
