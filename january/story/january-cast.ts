import { daysFrom, weekday } from '../files/time.ts'
import { PRODUCTIONS, SHEET_HEADERS } from '../texts/index.ts'
import type { Desk, Voice } from './layouts.ts'
import { NORTH } from './lines.ts'
import type { Show, Studio } from './profile.ts'
import { type RegistrationRow, registered, type Slip, type Visitor, visitor } from './visits.ts'

const [LANTERN_TEXT, SALTBROOK_TEXT] = PRODUCTIONS
if (!LANTERN_TEXT || !SALTBROOK_TEXT) throw new Error('the texts name fewer than two productions')

/** The two productions of January as the texts name them. */
export const JANUARY_TEXTS = { lantern: LANTERN_TEXT, saltbrook: SALTBROOK_TEXT }

/** Name of the rights company, and how one document on the place misspells it. Both are invented. */
export const RIGHTS_COMPANY = { name: LANTERN_TEXT.company, written: LANTERN_TEXT.company.replace('Lantern', 'Lantren') }

/** The company that is said to make the first series. */
export const PRODUCER = 'Corvane Street Animation Inc.'

const pad = (number: number): string => String(number).padStart(3, '0')

/** The series that comes as drawings. */
export const LANTERN: Show = {
  title: LANTERN_TEXT.title,
  aliases: ['灯影谷'],
  codes: [LANTERN_TEXT.code],
  companies: [RIGHTS_COMPANY.name, PRODUCER],
  folder: 'LNT/s03e07',
  shotCode: (number) => `LNT_s03e07_${pad(number)}`,
  scene: '7',
  firstShot: 104,
  step: 4,
}

/** The series that comes as films. */
export const SALTBROOK: Show = {
  title: SALTBROOK_TEXT.title,
  aliases: ['盐溪小子'],
  codes: [SALTBROOK_TEXT.code],
  companies: [SALTBROOK_TEXT.company],
  folder: 'SBK/ep02',
  shotCode: (number) => `SBK-ep02-${pad(number)}`,
  scene: '2',
  firstShot: 3,
  step: 3,
}

/** How Chinese is set on the go-between's machine. */
export const CHINESE_VOICE: Voice = { language: 'zh-CN', font: '宋体', postScript: 'SimSun', cmap: 'UniGB-UTF16-H' }
/** How Korean is set there: the language tag that the program offers, in the same Chinese font. */
export const TRANSLATOR_VOICE: Voice = { language: 'ko-KR', font: '宋体', postScript: 'Batang', cmap: 'UniKS-UTF16-H' }
/** How Korean is set on the team's machines. */
export const TEAM_VOICE: Voice = { language: 'ko-KP', font: '청봉체', postScript: 'Batang', cmap: 'UniKS-UTF16-H' }

/** The desk at which orders are written and translated. */
export const LEAD_DESK: Desk = {
  author: '周岸',
  lastModifiedBy: 'yi02',
  program: { kind: 'wps', build: '11.1.0.10700', lcid: 2052 },
  zone: 480,
  imageProgram: 'Adobe Photoshop CC 2019 (Windows)',
  pdfCreator: 'WPS 文字',
  pdfProducer: 'WPS 文字',
}

/** The team's desk, for reports in Korean alone. */
export const TEAM_DESK: Desk = {
  ...LEAD_DESK,
  author: 'cg11',
  lastModifiedBy: 'cg03',
  program: { kind: 'microsoft', version: '12.0000' },
  zone: 540,
}

/** No batch comes on Sundays, on New Year's Day and the day after it. */
const GAPS: ReadonlySet<string> = new Set([
  '2024-01-01',
  '2024-01-02',
  ...daysFrom('2024-01-01', '2024-01-31').filter((day) => weekday(day) === 0),
])

const { zh: zhHeads, ko: koHeads } = SHEET_HEADERS

/** The studio of January. */
export const JANUARY_STUDIO: Studio = {
  seed: 'january',
  days: { first: '2024-01-01', last: '2024-01-31' },
  gaps: GAPS,
  shows: [LANTERN, SALTBROOK],
  words: NORTH,
  chinese: CHINESE_VOICE,
  korean: TRANSLATOR_VOICE,
  heads: [zhHeads.shot, zhHeads.frames, zhHeads.note, koHeads.translation],
  lead: LEAD_DESK,
  names: {
    orders: '指示',
    corrections: '返修',
    results: '결과',
    deliveries: '납품',
    sheet: '修改意见_MMDD',
    order: 'SBK_ep02_MMDD_作业指示',
    correction: '返修_MMDD',
    note: '标注',
    delivery: 'LNT_s03e07_납품_MMDD',
    contents: '납품목록_MMDD',
    confirmation: '수정확인_MMDD',
  },
  layouts: ['table', 'txt', 'paragraphs', 'pdf', 'comments', 'psd', 'stacked'],
  pairsPerDay: { sheet: 5, order: 5, corrections: 2 },
  othersPerDay: { sheet: 6, order: 5, corrections: 2 },
  noteEvery: 2,
  deliveryEvery: 5,
  team: {
    zone: 540,
    machines: [
      { machine: 'DH-03', user: 'cg03' },
      { machine: 'DH-07', user: 'cg07' },
      { machine: 'DH-11', user: 'cg11' },
      { machine: 'DH-12', user: 'cg12' },
    ],
    drawingProgram: 'CLIP STUDIO PAINT',
    sceneProgram: 'OpenToonz 1.7.1',
    zipNames: 'cp949',
  },
}

const UMBRA = registered('198.51.100.0/27', 'NL', 'Noord-Holland', 'UMBRALANE-NL', 'Umbra Lane Tunnel Services B.V.', 'vpn')
const KESTREL = registered('198.51.100.32/27', 'SG', 'Singapore', 'KESTREL-RACK', 'Kestrel Rack Hosting Pte. Ltd.', 'hosting')
const UMBRA_US = registered('198.51.100.64/27', 'US', 'Oregon', 'UMBRALANE-US', 'Umbra Lane Tunnel Services B.V.', 'vpn')
const SORREL = registered('198.51.100.96/27', 'JP', 'Osaka', 'SORREL-CLOUD', 'Sorrel Cloud K.K.', 'hosting')
const FJARD = registered('2001:db8:51::/48', 'SE', 'Uppsala', 'FJARD-PRIVACY', 'Fjard Privacy AB', 'vpn')
const LIAODONG = registered('192.0.2.0/28', 'CN', 'Liaoning', 'EAST-ESTUARY-NET', 'East Estuary Broadband (Liaoning)', 'isp')
const HUNHE = registered('192.0.2.16/28', 'CN', 'Liaoning', 'NORTH-BANK-NET', 'North Bank Telecom (Liaoning)', 'isp')
const QIHAI = registered('192.0.2.32/28', 'CN', 'Shandong', 'BAY-ROAD-NET', 'Bay Road Telecom (Shandong)', 'isp')
const MESETA = registered('192.0.2.64/28', 'ES', 'Castilla y León', 'MESETA-FIBRA', 'Meseta Fibra Vecinal S.L.', 'isp')
const TIDE = registered('203.0.113.64/26', 'KP', 'Pyongyang', 'MORNING-TIDE', 'Morning Tide Joint Venture', 'isp')

/** The registration table that January brings. */
export const JANUARY_TABLE: readonly RegistrationRow[] = [TIDE, UMBRA, KESTREL, UMBRA_US, SORREL, FJARD, LIAODONG, HUNHE, QIHAI, MESETA]

/** Who brings orders, over VPN and hosting addresses. */
export const BRING: readonly Visitor[] = [
  visitor('198.51.100.11', 'yi02', UMBRA),
  visitor('198.51.100.12', 'yi02', UMBRA),
  visitor('198.51.100.45', 'zhou', KESTREL),
  visitor('2001:db8:51::a1', 'yi02', FJARD),
]

/** Who fetches results, the same way. */
export const FETCH: readonly Visitor[] = [
  visitor('198.51.100.71', 'yi03', UMBRA_US),
  visitor('198.51.100.104', 'yi03', SORREL, 'browser'),
  visitor('198.51.100.45', 'zhou', KESTREL),
]

const LIAODONG_VISITOR = visitor('192.0.2.5', 'yi02', LIAODONG)
const HUNHE_VISITOR = visitor('192.0.2.23', 'zhou', HUNHE, 'browser')
const QIHAI_VISITOR = visitor('192.0.2.41', 'yi03', QIHAI, 'browser')
const MESETA_VISITOR = visitor('192.0.2.70', '-', MESETA, 'browser')

/** The visits without a VPN. */
export const SLIPS: readonly Slip[] = [
  { visitor: LIAODONG_VISITOR, day: '2024-01-11', minute: 41, requests: 9 },
  { visitor: LIAODONG_VISITOR, day: '2024-01-18', minute: 66, requests: 6 },
  { visitor: HUNHE_VISITOR, day: '2024-01-16', minute: 512, requests: 7 },
  { visitor: QIHAI_VISITOR, day: '2024-01-25', minute: 190, requests: 5 },
  { visitor: MESETA_VISITOR, day: '2024-01-22', minute: 640, requests: 4 },
]
