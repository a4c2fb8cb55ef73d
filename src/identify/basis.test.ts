import { describe, expect, it } from 'vitest'
import { caseConfigSchema, type Declaration, type Exhibit, type Passage, type Place, type Trace } from '../model/index.ts'
import { identify, tiesOf } from './index.ts'

// Everything here is invented: productions, companies and people.
const CONFIG = caseConfigSchema.parse({
  productions: [{ title: 'Lantern Tide', codes: ['LNT'], rightsHolder: 'Halvorsen Lantern Pictures LLC' }],
  parties: [
    { name: 'Halvorsen Lantern Pictures LLC', parent: 'Halvorsen Group' },
    { name: 'Corvane Street Animation Inc.', country: 'CA' },
  ],
})
const sha = (n: number) => n.toString(16).padStart(64, '0')
const CELL: Place = { kind: 'cell', sheet: 'S', cell: 'B2' }

function passage(text: string, n: number, path: string, at: Place = CELL, place = 'cell=S,B2'): Passage {
  const base = { text, at, anchor: `${sha(n)}!${place}`, exhibitId: `x${n}`, path }
  return { ...base, language: 'en', script: 'Latn', confidence: 1 }
}

function basisIn(passages: readonly Passage[], traces: readonly Trace[] = [], exhibits: readonly Exhibit[] = []) {
  const found = identify({ config: CONFIG, declarations: [], exhibits, passages, traces })
  return found.mentions.map(({ targetName, path, basis }) => `${path}: ${targetName}, ${basis}`)
}

describe('named on a template is kept apart from named in a text', () => {
  const FORM = 'Corvane Street Animation Inc. layout paper'
  it('the same words at the same place of three documents are a template', () => {
    expect(basisIn([1, 2, 3].map((n) => passage(FORM, n, `c00${n}_layout.xlsx`)))).toEqual(
      [1, 2, 3].map((n) => `c00${n}_layout.xlsx: Corvane Street Animation Inc., template`),
    )
    expect(basisIn([1, 2].map((n) => passage(FORM, n, `c00${n}_layout.xlsx`))).join()).not.toContain('template')
  })

  it('three versions of a contract, copies of one file, and words at other places are none', () => {
    const versions = ['contract_v1.docx', 'contract_v2.docx', 'contract final (1).docx']
    expect(basisIn(versions.map((path, n) => passage(FORM, n, path))).join()).not.toContain('template')
    expect(basisIn([1, 2, 3].map((n) => passage(FORM, 7, `c00${n}.xlsx`))).join()).not.toContain('template')
    const elsewhere = [1, 2, 3].map((n) => passage(FORM, n, `c00${n}.txt`, { kind: 'line', line: n }, `line=${n}`))
    expect(basisIn(elsewhere).join()).not.toContain('template')
  })

  it('drawn words count within a small shift of their box, headers and footers at once', () => {
    const box = (n: number, x: number) => passage(FORM, n, `c00${n}.png`, { kind: 'box', x, y: 40, w: 200, h: 20 }, `box=${x},40,200,20`)
    expect(basisIn([box(1, 100), box(2, 108), box(3, 96)]).join()).toMatch(/template.*template.*template/)
    expect(basisIn([box(1, 100), box(2, 300), box(3, 500)]).join()).not.toContain('template')
    const header = passage(FORM, 1, 'letter.docx', { kind: 'paragraph', part: 'header1', index: 1 }, 'paragraph=header1,1')
    expect(basisIn([header])).toEqual(['letter.docx: Corvane Street Animation Inc., template'])
  })

  it('an episode or scene on a form was filled in', () => {
    const sheets = [1, 2, 3].map((n) => passage('LNT_s03e07_112 Lantern Tide', n, `sheet${n}a.xlsx`))
    const found = basisIn(sheets)
    expect(found.filter((line) => line.endsWith('text'))).toHaveLength(3)
  })

  it('what is written in a file counts more than its form, its properties or its path', () => {
    const form = [1, 2, 3].map((n) => passage('Lantern Tide', n, `c00${n}.xlsx`))
    const order = passage('Lantern Tide: please redraw', 1, 'c001.xlsx', { kind: 'cell', sheet: 'S', cell: 'D9' }, 'cell=S,D9')
    expect(basisIn([...form, order])).toEqual([
      'c001.xlsx: Lantern Tide, text',
      'c002.xlsx: Lantern Tide, template',
      'c003.xlsx: Lantern Tide, template',
    ])
    const trace = (n: number): Trace => ({
      field: 'title',
      value: 'Lantern Tide',
      anchor: `${sha(n)}!whole=`,
      exhibitId: `x${n}`,
      path: `c00${n}.psd`,
    })
    expect(basisIn([], [trace(1)])).toEqual(['c001.psd: Lantern Tide, properties'])
    const layer = { ...passage('Lantern Tide', 4, 'c004.psd', { kind: 'layer', path: 'a' }, 'layer=a'), role: 'name' as const }
    const film = { ...passage('LNT_s03e07_112', 5, 'c005.mp4', { kind: 'bytes', from: 1, to: 9 }, 'bytes=1,9'), block: 'properties' }
    expect(basisIn([layer, film])).toEqual(['c004.psd: Lantern Tide, properties', 'c005.mp4: Lantern Tide, properties'])
    const registered = [1, 2, 3].map((n) => ({ ...trace(n), field: 'company', value: 'Corvane Street Animation Inc.' }))
    expect(basisIn([], registered).join()).not.toContain('template')
    expect(basisIn([], [1, 2, 3].map(trace))).toEqual([1, 2, 3].map((n) => `c00${n}.psd: Lantern Tide, template`))
  })
})

describe('what was stated of companies', () => {
  it('names rights holders, parents and productions with the target', () => {
    const { productions, parties } = identify({ config: CONFIG, declarations: [], exhibits: [], passages: [], traces: [] })
    const ties = tiesOf(productions, parties)
    const of = (name: string) =>
      ties.get([...productions, ...parties].find((one) => ('title' in one ? one.title : one.name) === name)?.id ?? '')
    expect(of('Lantern Tide')).toEqual(['rights holder: Halvorsen Lantern Pictures LLC (belongs to Halvorsen Group)'])
    expect(of('Halvorsen Lantern Pictures LLC')).toEqual(['rights holder', 'belongs to Halvorsen Group', 'rights holder of Lantern Tide'])
    expect(of('Halvorsen Group')).toEqual(['parent of Halvorsen Lantern Pictures LLC'])
    expect(of('Corvane Street Animation Inc.')).toEqual(['in CA'])
  })

  it('takes roles, parents and countries of a table, and companies without a production', () => {
    const rows = [
      { title: 'Mint Harbour', codes: 'MHP', rightsHolder: 'Tallow Pictures Ltd', country: 'GB', parent: 'Tallow Group' },
      { title: 'Mint Harbour', companies: 'Grey Heron Art', role: 'layout' },
      { companies: 'Grey Heron Art', country: 'KR', companyAliases: '회색왜가리' },
      { companies: '회색왜가리', parent: 'Heron Holding' },
    ]
    const declarations = rows.map(
      (fields, n): Declaration => ({
        id: `${n}`,
        kind: 'productions',
        fields: fields as Record<string, string>,
        anchor: `${sha(1)}!line=${n + 2}`,
      }),
    )
    const found = identify({ config: caseConfigSchema.parse({}), declarations, exhibits: [], passages: [], traces: [] })
    expect(found.productions).toHaveLength(1)
    expect(found.productions[0]?.roles).toEqual([
      { company: 'Grey Heron Art', role: 'layout' },
      { company: 'Tallow Pictures Ltd', role: 'rights holder' },
    ])
    expect(found.parties.map(({ name, role, country, parent }) => [name, role, country, parent])).toEqual([
      ['Tallow Pictures Ltd', 'rights holder', 'GB', 'Tallow Group'],
      ['Grey Heron Art', 'layout', 'KR', 'Heron Holding'],
      ['Tallow Group', undefined, undefined, undefined],
      ['Heron Holding', undefined, undefined, undefined],
    ])
  })
})
