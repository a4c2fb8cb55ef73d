import { SHEET_HEADERS } from '../texts/index.ts'
import { CHINESE_VOICE, LEAD_DESK } from './january-cast.ts'
import { KOREAN_CHINESE } from './lines.ts'
import type { MadeCase } from './made-case.ts'
import type { Show, Studio } from './profile.ts'
import { CAPPED, csv, workingTwin } from './twin.ts'
import { registered, type Traffic, visitor } from './visits.ts'

const CLIENT = 'Brambleford Junior Television Ltd'
const STUDIO_NAME = 'Yanshan Brook Animation Co., Ltd.'
const DAYS = { first: '2024-01-08', last: '2024-01-19' }
const pad = (number: number): string => String(number).padStart(3, '0')

const KETTLE: Show = {
  title: 'Copper Kettle Detectives',
  aliases: ['铜壶侦探'],
  codes: ['CKD'],
  companies: [CLIENT],
  folder: 'CKD/s02e01',
  shotCode: (number) => `CKD_s02e01_${pad(number)}`,
  scene: '1',
  firstShot: 40,
  step: 3,
}

const UMBRELLAS: Show = {
  title: 'Nine Umbrellas',
  aliases: ['九把伞'],
  codes: ['NUM'],
  companies: [CLIENT],
  folder: 'NUM/ep05',
  shotCode: (number) => `NUM-ep05-${pad(number)}`,
  scene: '5',
  firstShot: 7,
  step: 4,
}

const STUDIO: Studio = {
  seed: 'korean-chinese-staff',
  days: DAYS,
  gaps: new Set(['2024-01-14']),
  shows: [KETTLE, UMBRELLAS],
  words: KOREAN_CHINESE,
  chinese: CHINESE_VOICE,
  korean: { language: 'ko-KR', font: '宋体', postScript: 'Batang', cmap: 'UniKS-UTF16-H' },
  heads: [SHEET_HEADERS.zh.shot, SHEET_HEADERS.zh.frames, SHEET_HEADERS.zh.note, SHEET_HEADERS.ko.translation],
  lead: { ...LEAD_DESK, author: 'luo.an', lastModifiedBy: 'pu.chenxi', company: STUDIO_NAME },
  names: {
    orders: '指示',
    corrections: '返修',
    results: '成品',
    deliveries: '交付',
    sheet: '修改意见_MMDD',
    order: 'NUM_ep05_作业单_MMDD',
    correction: '返修_MMDD',
    note: '标注',
    delivery: 'CKD_s02e01_交付_MMDD',
    contents: '交付清单_MMDD',
    confirmation: '修改确认_MMDD',
  },
  layouts: ['paragraphs', 'table', 'txt', 'stacked', 'pdf', 'psd'],
  pairsPerDay: { sheet: 4, order: 3, corrections: 2 },
  othersPerDay: { sheet: 4, order: 4, corrections: 2 },
  noteEvery: 5,
  deliveryEvery: 5,
  team: {
    zone: 480,
    machines: [
      { machine: 'YSX-021', user: 'luoan' },
      { machine: 'YSX-034', user: 'chenxi' },
    ],
    drawingProgram: 'CLIP STUDIO PAINT',
    sceneProgram: 'OpenToonz 1.7.1',
    zipNames: 'gbk',
  },
}

const OFFICE = registered('192.0.2.128/28', 'CN', 'Jilin', 'BIRCH-VALLEY-NET', 'Birch Valley Telecom (Jilin)', 'isp')
const HOME = registered('192.0.2.144/28', 'CN', 'Jilin', 'RIVER-TOWN-NET', 'River Town Broadband (Jilin)', 'isp')
const HOSTING = registered('203.0.113.128/26', 'CN', 'Jilin', 'BIRCH-VALLEY-DC', 'Birch Valley Hosting', 'hosting')

const TRAFFIC: Traffic = {
  seed: 'korean-chinese-staff',
  bring: [visitor('192.0.2.131', 'luo.an', OFFICE), visitor('192.0.2.150', 'luo.an', HOME)],
  fetch: [visitor('192.0.2.133', 'pu.chenxi', OFFICE), visitor('192.0.2.138', 'an.muyun', OFFICE, 'browser')],
  slips: [],
  zone: 480,
}

const BESIDE: MadeCase['beside'] = [
  {
    name: 'roster.csv',
    bytes: csv(
      ['name', 'role', 'company', 'country', 'languages'],
      [
        ['Luo An', 'lead', STUDIO_NAME, 'CN', 'zh'],
        ['Pu Chenxi', 'translator', STUDIO_NAME, 'CN', 'zh ko'],
        ['An Muyun', 'animator', STUDIO_NAME, 'CN', 'zh ko'],
        ['Xu Beige', 'animator', STUDIO_NAME, 'CN', 'ko zh'],
      ],
    ),
  },
  {
    name: 'sites.csv',
    bytes: csv(['site', 'company', 'city', 'country', 'network'], [['main studio', STUDIO_NAME, 'Yanji', 'CN', OFFICE.cidr]]),
  },
]

/** A Chinese studio with Korean-Chinese staff and a translator it names: pairs as in January, the Korean that is written in China. */
export async function koreanChineseStaff(): Promise<MadeCase> {
  return {
    title: 'Working server of a Chinese studio with Korean-Chinese staff (invented)',
    differs: [
      'The server answers on an address registered to a hosting company in Jilin, China.',
      'The Korean is that of Korean-Chinese staff: few markers, and not of one side.',
      'Roster and site are declared, the translator among them.',
      'Visits come from two networks in Jilin, without VPNs.',
      'Packed deliveries carry the clock of +08:00 and names in a Chinese code page.',
    ],
    ...(await workingTwin(STUDIO, TRAFFIC)),
    stated: {
      basis: "The studio's own server, shown to its client's auditor.",
      origin: { address: '203.0.113.140', by: STUDIO_NAME, on: '2024-01-19', rating: 'A2' },
      parties: [
        { name: CLIENT, role: 'client', country: 'GB' },
        { name: STUDIO_NAME, aliases: ['砚山溪动画'], role: 'animation studio', country: 'CN' },
      ],
      chain: [{ from: CLIENT, to: STUDIO_NAME, kind: 'contract' }],
      declarations: [
        { kind: 'roster', file: 'roster.csv', by: STUDIO_NAME, on: '2024-01-19' },
        { kind: 'sites', file: 'sites.csv', by: STUDIO_NAME, on: '2024-01-19' },
      ],
      registrationsBy: { by: 'O. Tesfaye-Brandt, routing archive', on: '2024-01-19', rating: 'A2' },
    },
    registrations: [OFFICE, HOME, HOSTING],
    beside: BESIDE,
    orthography: 'mixed',
    assessment: CAPPED,
    maxLevel: 'ask',
    observed: ['pairs', 'korean'],
    undetermined: [
      'Whether everybody who worked stands on the roster.',
      'Where each member of the staff comes from: a language does not say.',
    ],
  }
}
