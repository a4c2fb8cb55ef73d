import { expect, it } from 'vitest'
import { type CaseRecords, caseConfigSchema, type DismissedMatch, type Exhibit, type Pair, TRACE_FIELDS } from '../model/index.ts'
import { composeReport, OUTPUTS, type ReportInput } from './index.ts'
import { PERSON_FIELDS } from './redact.ts'

const SHA = 'a'.repeat(64)
const HOSTILE = '<script>alert(1)</script>'
const ESCAPE = '\u001b[31m\u202e'

const exhibit: Exhibit = {
  id: 'e1', sourceId: 's', path: `LNT/${HOSTILE}${ESCAPE}.xlsx`, sha256: SHA, blob: SHA, inside: [], bytes: 10, format: 'xlsx', status: 'read',
  firstSeen: '2024-01-02', lastSeen: '2024-01-03', purpose: 'instruction',
} // biome-ignore format: a record read as lines

const pair: Pair = {
  id: 'p', from: { text: '头部的线条再细一点', language: 'zh-Hans', anchor: `${SHA}!cell=A,B2` }, to: { text: '머리부분 선을 좀 더 가늘게', language: 'ko', anchor: `${SHA}!cell=A,C2` },
  direction: 'zh>ko', score: 0.9, reasons: ['头 머리'],
} // biome-ignore format: a record read as lines

const records: CaseRecords = {
  id: 'made-up',
  config: caseConfigSchema.parse({ case: { title: 'A made-up case' }, context: { companies: ['Somebody Ltd'] } }),
  sources: [{ id: 's', layout: 'snapshots', origin: { address: '203.0.113.77', by: 'a person', on: '2024-01-31' }, visits: [] }],
  batches: [
    { sourceId: 's', day: '2024-01-02', basis: 'stated', new: [exhibit.path], changed: [], renamed: [], gone: [] },
    { sourceId: 's', day: '2024-01-04', basis: 'stated', new: [], changed: [], renamed: [], gone: [exhibit.path] },
  ],
  exhibits: [exhibit],
  passages: [],
  traces: [['author', 'Hong Gildong'], ['history', '10 1 24 | PC-4 | Hong Gildong'], ['path', 'C:\\Users\\gildong7\\a.psd']].map(([field = '', value = '']) => ({ field, value, anchor: `${SHA}!whole=`, exhibitId: 'e1', path: exhibit.path })),
  warnings: [],
  links: [], pairs: [pair],
  orthography: { north: 0, south: 0, yanbian: 0, neutral: 3, verdict: 'undetermined', markers: [] },
  productions: [], parties: [], mentions: [], matches: [], near: [], dismissed: [], ownership: [], lists: [], hashSets: [], declarations: [], registrations: [], originRegistrations: [],
  access: { files: [], events: 0, sessions: 0, clients: [], hourOfWeekUtc: new Array(168).fill(0), rhythm: { fits: [], excludedOffsets: [], anchors: [] } },
  sessions: [],
  decisions: [],
} // biome-ignore format: a record read as lines

const input: ReportInput = {
  records,
  findings: [],
  outcomes: [],
  assessment: { questions: [], undetermined: [{ question: 'who uploaded', why: `no name; server 203.0.113.77, ${HOSTILE}` }] },
  chain: { nodes: [{ id: 'n', label: 'server 203.0.113.77', tier: 'observed', lane: 3, basis: 'stated', anchors: [] }], edges: [] },
  head: { count: 3, hash: 'f'.repeat(64) },
  tool: '0.0.0',
  now: Date.parse('2024-02-01T00:00:00Z'),
  profile: 'public',
  configHash: 'c'.repeat(64),
}

it.each(OUTPUTS.map((output) => [output.name, output] as const))(
  '%s is the same twice, holds the pair, masks persons, defangs addresses and lets nothing from evidence act',
  async (name, output) => {
    const first = Buffer.from(await output.write(composeReport(input))).toString('utf8')
    expect(Buffer.from(await output.write(composeReport(input))).toString('utf8')).toBe(first)
    expect(first).toContain('머리부분 선을 좀 더 가늘게')
    expect(first).toContain('203.0.113[.]77'.replace('[.]', name === 'md' ? '\\[.\\]' : '[.]'))
    expect(first).not.toContain('203.0.113.77')
    expect(first).not.toMatch(/gildong/i)
    if (name !== 'json') expect(first).not.toContain(HOSTILE)
    for (const raw of ['\u001b', '\u202e', '\\u001b', '\\u202e']) expect(first).not.toContain(raw)
  },
)

it('html loads nothing, runs nothing, and brings the glyphs it needs', async () => {
  const html = OUTPUTS.find(({ name }) => name === 'html')
  const page = Buffer.from((await html?.write(composeReport(input))) ?? []).toString('utf8')
  expect(page).not.toMatch(/<script|src=(?!data:)|href="(?!#)|url\((?!data:|#)/)
  expect(page).toMatch(/@font-face\{font-family:"IB Hangul"/)
  expect(page).toMatch(/@font-face\{font-family:"IB Han"/)
})

it('every section stands, also without material, and says why', () => {
  const document = composeReport({
    ...input,
    records: { ...records, batches: [], exhibits: [], pairs: [], traces: [] },
    chain: { nodes: [], edges: [] },
  })
  expect(document.sections.length).toBe(18)
  for (const { id, blocks } of document.sections) expect([id, blocks.length > 0]).toEqual([id, true])
})

it('a day that nobody looked, a visit that was missed and one that brought nothing are told apart, in the strip and in its table', async () => {
  const batch = (day: string, missed?: string) => {
    const nothing = { new: [], changed: [], renamed: [], gone: [] }
    return { sourceId: 's', day, basis: 'visit' as const, ...nothing, ...(missed === undefined ? {} : { missed }) }
  }
  const batches = [batch('2024-01-02'), batch('2024-01-03', 'no answer'), batch('2024-01-06')]
  const document = composeReport({ ...input, records: { ...records, batches } })
  const blocks = document.sections.find(({ id }) => id === 'observed')?.blocks ?? []
  const table = blocks.find((block) => block.kind === 'table' && block.header[0] === 'Day')
  const rows = table?.kind === 'table' ? table.rows.map((row) => [row[0], row[1], row.at(-1)]) : []
  expect(rows).toEqual([
    ['2024-01-02', 0, ''],
    ['2024-01-03', '', 'visit missed: no answer'],
    ['2024-01-04 to 2024-01-05', '', 'not visited'],
    ['2024-01-06', 0, ''],
  ])
  expect(JSON.stringify(blocks[0])).toContain('0 of 2 visits brought something; 2 days of the span were not visited, 1 visits were missed')
  const html = OUTPUTS.find(({ name }) => name === 'html')
  const page = Buffer.from((await html?.write(document)) ?? []).toString('utf8')
  for (const title of ['2024-01-02: 0 instructions', '2024-01-03: visit missed: no answer', '2024-01-04: not visited'])
    expect(page).toContain(`<title>${title}`)
})

it('who can be reached or pays for a licence is masked like a name, digits too', async () => {
  const said = [
    ['contact', '制片 <producer@studio.invalid>'],
    ['contact', '+86 139-1234-5678'],
    ['accountId', 'wxid_k9f3m2p8q7r6s5'],
    ['accountId', '123456789'],
    ['licence', 'Ri Kwang Su, seat 12'],
    ['path', 'D:\\Tencent Files\\123456789\\a.zip'],
  ].map(([field = '', value = '']) => ({ field, value, anchor: `${SHA}!whole=`, exhibitId: 'e1', path: exhibit.path }))
  for (const output of OUTPUTS) {
    const text = Buffer.from(await output.write(composeReport({ ...input, records: { ...records, traces: said } }))).toString('utf8')
    expect(text, output.name).not.toMatch(/producer|1234-?5678|k9f3m2p8|123456789|Kwang/)
  }
  // Whatever is asked about who made a file names somebody, but for machines, devices and companies.
  const who = Object.entries(TRACE_FIELDS).flatMap(([name, { group }]) => (group === 'who' ? [name] : []))
  expect(who.filter((name) => !PERSON_FIELDS.has(name)).sort()).toEqual(['company', 'device', 'machine', 'printer', 'tenantId'])
})

it('traces that tell stand before those of which every file has one, so that a full table drops the least', async () => {
  const trace = (field: string, value: string) => ({ field, value, anchor: `${SHA}!whole=`, exhibitId: 'e1', path: exhibit.path })
  const traces = [
    ...Array.from({ length: 300 }, (_, n) => trace('pictureHash', n.toString(16).padStart(16, '0'))),
    ...Array.from({ length: 300 }, (_, n) => trace('metadataModified', `2024-01-16T08:${n}`)),
    ...Array.from({ length: 190 }, (_, n) => trace('title', `title ${n}`)),
    trace('programLocale', '2052-11.1.0.10700'),
    trace('history', '10 1 24 | PC-4'),
    ...Array.from({ length: 20 }, (_, n) => trace('font', `Font ${n}`)),
  ]
  const md = OUTPUTS.find(({ name }) => name === 'md')
  const text = Buffer.from((await md?.write(composeReport({ ...input, records: { ...records, traces } }))) ?? '').toString('utf8')
  expect(text).toContain('2052-11.1.0.10700')
  expect(text).toContain('10 1 24')
  expect(text).toContain('Font 19')
  expect(text).not.toContain('000000000000000a')
})

it('a path of ownership is shown with its interval, its sources and its day, and not determined where shares are unknown; none is not mentioned', async () => {
  const textOf = async (ownership: CaseRecords['ownership']) => {
    const md = OUTPUTS.find(({ name }) => name === 'md')
    return Buffer.from((await md?.write(composeReport({ ...input, records: { ...records, ownership } }))) ?? '').toString('utf8')
  }
  expect(await textOf([])).not.toMatch(/ownership|owners|shares/i)
  const entry = { id: 'ofac-1', name: 'BRANDAL LANTERN TRADING', list: 'ofac', listVersion: '7', score: 0.91, listedOn: '2021-12-10' }
  const path = {
    id: 'p', party: `Tern Pictures ${HOSTILE}${ESCAPE}`, asOf: '2024-01-17', isListed: false, atLeastHalf: 'may be', moreThanHalf: 'may be', percent: [20, 55],
    steps: [
      { owner: 'Brandal Lantern Trading', asset: 'Tern Pictures', percent: [20, 55], isStated: true, source: '', statements: [
        { basis: 'stated', source: 'owners table 0123456789ab, line 2, stated by A Studio on 2024-01-05', percent: [55, 55] }, { basis: 'list', source: 'ofac 7, ofac-1 “asset”', percent: [20, 20] },
      ] },
    ],
    taken: [{ name: 'Brandal Lantern Trading', entry, why: 'name matches with 0.91' }],
  } as const // biome-ignore format: a record read as lines
  const shown = (await textOf([path])).replaceAll('\\', '')
  for (const words of [
    'asked for 2024-01-17',
    '20 to 55 %',
    'not determined: what is stated allows both',
    'stated by A Studio on 2024-01-05 (55 %); ofac 7, ofac-1 “asset” (20 %)',
    'BRANDAL LANTERN TRADING (ofac-1, version 7, listed 2021-12-10): name matches with 0.91',
    'no legal conclusion',
  ])
    expect(shown).toContain(words)
  const open = {
    ...path,
    percent: [0, 100] as const,
    steps: path.steps.map((step) => ({ ...step, isStated: false, percent: [0, 100] as const })),
  }
  expect(await textOf([open])).toContain('not determined: shares are not known')
  const sure = await textOf([{ ...path, atLeastHalf: 'blocked', moreThanHalf: 'not by these shares', percent: [50, 50] }])
  expect(sure).toContain('yes, by these shares | not by these shares')
  for (const output of OUTPUTS) {
    const raw = Buffer.from(await output.write(composeReport({ ...input, records: { ...records, ownership: [path] } }))).toString('utf8')
    if (output.name !== 'json') expect(raw).not.toContain(HOSTILE)
    for (const acting of ['\u001b', '\u202e', '\\u001b', '\\u202e']) expect(raw).not.toContain(acting)
  }
})

it('names of listed persons that are no match are counted in words', async () => {
  const message = '1 name of a listed person stands in texts of 1 exhibit without a fact that tells whose it is: no finding'
  const counted = { ...records, warnings: [{ code: 'listed-person-names', message, path: 'lists' }] }
  for (const output of OUTPUTS)
    expect(Buffer.from(await output.write(composeReport({ ...input, records: counted }))).toString('utf8')).toContain(message)
})

it('each dismissed match keeps its row and its reason, also where two lists hold one entry', async () => {
  const of = (list: string, reason: string): DismissedMatch => ({
    id: `${list}-17`, query: 'Brandal', score: 0.9, reasons: [], listVersion: '7', anchors: [],
    entity: { id: `${list}-17`, name: 'BRANDAL', schema: 'Company', list, programs: [], aliases: [], addresses: [], identifiers: [], remarks: '' },
    decision: { id: list, key: list, query: 'Brandal', list, entity: `${list}-17`, entityName: 'BRANDAL', verdict: 'dismissed', reason, by: 'I. Maresh', at: '2024-02-01T00:00:00Z', record: { names: '', identifiers: '', dates: '', programs: '', addresses: '', remarks: '' }, seen: [] },
  }) // biome-ignore format: a record read as lines
  const dismissed = [of('ofac', 'another seat'), of('ofac-made-up', 'another register')]
  for (const output of OUTPUTS) {
    const written = Buffer.from(await output.write(composeReport({ ...input, records: { ...records, dismissed } }))).toString('utf8')
    for (const { decision } of dismissed) expect(written).toContain(decision.reason)
  }
})
