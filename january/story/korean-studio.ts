import { SHEET_HEADERS } from '../texts/index.ts'
import { CHINESE_VOICE, LEAD_DESK } from './january-cast.ts'
import { SOUTH } from './lines.ts'
import type { MadeCase } from './made-case.ts'
import type { Show, Studio } from './profile.ts'
import { CAPPED, csv, weekends, workingTwin } from './twin.ts'
import { registered, type Traffic, visitor } from './visits.ts'

const CLIENT = 'Tallow and Finch Productions Ltd'
const LEAD = 'Qinghe Lane Animation Co., Ltd.'
const STUDIO_NAME = 'Haneul Dasot Pictures Co., Ltd.'
const DAYS = { first: '2024-01-08', last: '2024-01-19' }
const pad = (number: number): string => String(number).padStart(3, '0')

const ORCHARD: Show = {
  title: 'Orchard of Small Giants',
  aliases: ['小巨人果园', '작은 거인의 과수원'],
  codes: ['OSG'],
  companies: [CLIENT],
  folder: 'OSG/s01e04',
  shotCode: (number) => `OSG_s01e04_${pad(number)}`,
  scene: '4',
  firstShot: 10,
  step: 5,
}

const HARBOUR: Show = {
  title: 'Mint Harbour Patrol',
  aliases: ['민트항 순찰대'],
  codes: ['MHP'],
  companies: [CLIENT],
  folder: 'MHP/ep11',
  shotCode: (number) => `MHP-ep11-${pad(number)}`,
  scene: '11',
  firstShot: 21,
  step: 2,
}

const STUDIO: Studio = {
  seed: 'korean-studio',
  days: DAYS,
  gaps: weekends(DAYS.first, DAYS.last),
  shows: [ORCHARD, HARBOUR],
  words: SOUTH,
  chinese: CHINESE_VOICE,
  korean: { language: 'ko-KR', font: '맑은 고딕', postScript: 'MalgunGothic', cmap: 'KSCms-UHC-H' },
  heads: [SHEET_HEADERS.zh.shot, SHEET_HEADERS.zh.frames, SHEET_HEADERS.zh.note, SHEET_HEADERS.koSouth.translation],
  lead: { ...LEAD_DESK, author: 'gu.lanxi', lastModifiedBy: 'min.garam', company: LEAD },
  names: {
    orders: '작업지시',
    corrections: '리테이크',
    results: '결과물',
    deliveries: '납품',
    sheet: '수정사항_MMDD',
    order: 'MHP_ep11_작업지시_MMDD',
    correction: '리테이크_MMDD',
    note: '메모',
    delivery: 'OSG_s01e04_납품_MMDD',
    contents: '납품목록_MMDD',
    confirmation: '수정확인_MMDD',
  },
  layouts: ['comments', 'table', 'pdf', 'txt', 'paragraphs'],
  pairsPerDay: { sheet: 4, order: 4, corrections: 2 },
  othersPerDay: { sheet: 4, order: 4, corrections: 2 },
  noteEvery: 5,
  deliveryEvery: 5,
  team: {
    zone: 540,
    machines: [
      { machine: 'HD-ANI-04', user: 'garam' },
      { machine: 'HD-ANI-09', user: 'seoon' },
    ],
    drawingProgram: 'CLIP STUDIO PAINT',
    sceneProgram: 'OpenToonz 1.7.1',
    zipNames: 'cp949',
  },
}

const OFFICE = registered('198.51.100.128/27', 'KR', 'Gyeonggi-do', 'STONEBRIDGE-BIZ', 'Stonebridge Business Line', 'isp')
const HOSTING = registered('203.0.113.0/26', 'KR', 'Seoul', 'HANBIT-ROW-DC', 'Hanbit Row Data Center', 'hosting')
const LEAD_LINE = registered('192.0.2.96/28', 'CN', 'Zhejiang', 'LANE-GATE-NET', 'Lane Gate Telecom (Zhejiang)', 'isp')

const TRAFFIC: Traffic = {
  seed: 'korean-studio',
  bring: [visitor('192.0.2.99', 'gu.lanxi', LEAD_LINE)],
  fetch: [visitor('198.51.100.131', 'min.garam', OFFICE), visitor('198.51.100.140', 'han.seoon', OFFICE, 'browser')],
  slips: [],
  zone: 540,
}

const BESIDE: MadeCase['beside'] = [
  {
    name: 'roster.csv',
    bytes: csv(
      ['name', 'role', 'company', 'country', 'languages'],
      [
        ['Gu Lanxi', 'lead', LEAD, 'CN', 'zh'],
        ['Min Ga-ram', 'translator', STUDIO_NAME, 'KR', 'ko zh'],
        ['Han Seo-on', 'animator', STUDIO_NAME, 'KR', 'ko'],
        ['Pyo Da-on', 'animator', STUDIO_NAME, 'KR', 'ko'],
      ],
    ),
  },
  {
    name: 'subcontractors.csv',
    bytes: csv(
      ['company', 'country', 'task', 'client'],
      [
        [LEAD, 'CN', 'direction and supervision', CLIENT],
        [STUDIO_NAME, 'KR', 'animation', LEAD],
      ],
    ),
  },
]

/** A South Korean studio with a Chinese lead: pairs and daily flow as in January, everything else disclosed and elsewhere. */
export async function koreanStudio(): Promise<MadeCase> {
  return {
    title: 'Working server of a South Korean studio with a Chinese lead (invented)',
    differs: [
      'The server answers on an address registered to a South Korean data centre.',
      'The Korean is spelt as in the South, with its loan words.',
      'Roster, subcontractors and the chain are declared, the translator among them.',
      'Visits come from registered lines of the studio in South Korea and of the lead, not over VPNs.',
      'Work rests on Saturdays and Sundays.',
    ],
    ...(await workingTwin(STUDIO, TRAFFIC)),
    stated: {
      basis: "The studio's own server, copied by its administrator for a review that its client asked for.",
      origin: { address: '203.0.113.20', by: STUDIO_NAME, on: '2024-01-19', rating: 'A2' },
      parties: [
        { name: CLIENT, role: 'client', country: 'GB' },
        { name: LEAD, aliases: ['青禾巷动画'], role: 'lead studio', country: 'CN' },
        { name: STUDIO_NAME, aliases: ['하늘다섯픽쳐스'], role: 'animation studio', country: 'KR' },
      ],
      chain: [
        { from: CLIENT, to: LEAD, kind: 'contract' },
        { from: LEAD, to: STUDIO_NAME, kind: 'subcontract' },
      ],
      declarations: [
        { kind: 'roster', file: 'roster.csv', by: STUDIO_NAME, on: '2024-01-19' },
        { kind: 'subcontractors', file: 'subcontractors.csv', by: LEAD, on: '2024-01-19' },
      ],
      registrationsBy: { by: 'O. Tesfaye-Brandt, routing archive', on: '2024-01-19', rating: 'A2' },
    },
    registrations: [OFFICE, HOSTING, LEAD_LINE],
    beside: BESIDE,
    orthography: 'south',
    assessment: CAPPED,
    maxLevel: 'ask',
    observed: ['pairs', 'korean'],
    undetermined: ['Whether everybody who worked stands on the roster.'],
  }
}
