import { SHEET_HEADERS } from '../texts/index.ts'
import { CHINESE_VOICE, LEAD_DESK } from './january-cast.ts'
import { CHINESE } from './lines.ts'
import type { MadeCase } from './made-case.ts'
import type { Show, Studio } from './profile.ts'
import { CAPPED, csv, weekends, workingTwin } from './twin.ts'
import { registered, type Traffic, visitor } from './visits.ts'

const CLIENT = 'Ferrywick Pictures Inc.'
const STUDIO_NAME = 'Shuiwen Terrace Animation Co., Ltd.'
const DAYS = { first: '2024-01-08', last: '2024-01-19' }
const pad = (number: number): string => String(number).padStart(3, '0')

const COMET: Show = {
  title: 'Paper Comets',
  aliases: ['纸彗星'],
  codes: ['PCM'],
  companies: [CLIENT],
  folder: 'PCM/s01e09',
  shotCode: (number) => `PCM_s01e09_${pad(number)}`,
  scene: '9',
  firstShot: 60,
  step: 2,
}

const NINEMOOR: Show = {
  title: 'Ferry to Ninemoor',
  aliases: ['九沼渡船'],
  codes: ['FNM'],
  companies: [CLIENT],
  folder: 'FNM/ep03',
  shotCode: (number) => `FNM-ep03-${pad(number)}`,
  scene: '3',
  firstShot: 12,
  step: 5,
}

const STUDIO: Studio = {
  seed: 'vpn-studio',
  days: DAYS,
  gaps: weekends(DAYS.first, DAYS.last),
  shows: [COMET, NINEMOOR],
  words: CHINESE,
  chinese: CHINESE_VOICE,
  korean: CHINESE_VOICE,
  heads: [SHEET_HEADERS.zh.shot, SHEET_HEADERS.zh.frames, SHEET_HEADERS.zh.note, ''],
  lead: { ...LEAD_DESK, author: 'shen.tai', lastModifiedBy: 'ruan.mi', company: STUDIO_NAME },
  names: {
    orders: '指示',
    corrections: '返修',
    results: '成品',
    deliveries: '交付',
    sheet: '修改意见_MMDD',
    order: 'FNM_ep03_作业单_MMDD',
    correction: '返修_MMDD',
    note: '标注',
    delivery: 'PCM_s01e09_交付_MMDD',
    contents: '交付清单_MMDD',
    confirmation: '修改确认_MMDD',
  },
  layouts: ['table', 'txt', 'paragraphs', 'comments', 'pdf', 'psd'],
  pairsPerDay: { sheet: 6, order: 5, corrections: 2 },
  othersPerDay: { sheet: 0, order: 0, corrections: 0 },
  noteEvery: 5,
  deliveryEvery: 5,
  team: {
    zone: 480,
    machines: [
      { machine: 'SW-ED-02', user: 'ruanmi' },
      { machine: 'SW-ED-05', user: 'taishen' },
    ],
    drawingProgram: 'CLIP STUDIO PAINT',
    sceneProgram: 'OpenToonz 1.7.1',
    zipNames: 'gbk',
  },
}

const UMBRA = registered('198.51.100.0/27', 'NL', 'Noord-Holland', 'UMBRALANE-NL', 'Umbra Lane Tunnel Services B.V.', 'vpn')
const KESTREL = registered('198.51.100.32/27', 'SG', 'Singapore', 'KESTREL-RACK', 'Kestrel Rack Hosting Pte. Ltd.', 'hosting')
const SORREL = registered('198.51.100.96/27', 'JP', 'Osaka', 'SORREL-TUNNEL', 'Sorrel Tunnel K.K.', 'vpn')
const HOSTING = registered('203.0.113.192/26', 'CN', 'Guangdong', 'TERRACE-DC', 'Terrace South Hosting', 'hosting')

const TRAFFIC: Traffic = {
  seed: 'vpn-studio',
  bring: [visitor('198.51.100.14', 'shen.tai', UMBRA), visitor('198.51.100.39', 'shen.tai', KESTREL)],
  fetch: [visitor('198.51.100.98', 'ruan.mi', SORREL), visitor('198.51.100.20', 'ruan.mi', UMBRA, 'browser')],
  slips: [],
  zone: 480,
}

/** A Chinese studio that reaches its server over VPNs: the flow and the VPNs of January, without Korean. */
export async function vpnStudio(): Promise<MadeCase> {
  return {
    title: 'Working server of a Chinese studio that works over VPNs (invented)',
    differs: [
      'The server answers on an address registered to a hosting company in Guangdong, China.',
      'Orders are in Chinese alone: nothing is translated into Korean.',
      'The roster and the chain are declared.',
      'No visit comes without a VPN or hosting address.',
      'Packed deliveries carry the clock of +08:00 and names in a Chinese code page.',
    ],
    ...(await workingTwin(STUDIO, TRAFFIC)),
    stated: {
      basis: "The studio's own server, copied by its administrator for its client.",
      origin: { address: '203.0.113.200', by: STUDIO_NAME, on: '2024-01-19', rating: 'A2' },
      parties: [
        { name: CLIENT, role: 'client', country: 'US' },
        { name: STUDIO_NAME, aliases: ['水纹台动画'], role: 'animation studio', country: 'CN' },
      ],
      chain: [{ from: CLIENT, to: STUDIO_NAME, kind: 'contract' }],
      declarations: [{ kind: 'roster', file: 'roster.csv', by: STUDIO_NAME, on: '2024-01-19' }],
      registrationsBy: { by: 'O. Tesfaye-Brandt, routing archive', on: '2024-01-19', rating: 'A2' },
    },
    registrations: [UMBRA, KESTREL, SORREL, HOSTING],
    beside: [
      {
        name: 'roster.csv',
        bytes: csv(
          ['name', 'role', 'company', 'country', 'languages'],
          [
            ['Shen Tai', 'lead', STUDIO_NAME, 'CN', 'zh'],
            ['Ruan Mi', 'animator', STUDIO_NAME, 'CN', 'zh'],
            ['Qu Baiyan', 'animator', STUDIO_NAME, 'CN', 'zh'],
          ],
        ),
      },
    ],
    orthography: 'undetermined',
    assessment: CAPPED,
    maxLevel: 'ask',
    observed: ['vpn'],
    undetermined: ['From where the staff connect: a VPN hides it, and hiding it is common and lawful.'],
  }
}
