import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseConfigSchema, type Declaration, type Exhibit, type Mention, type Passage, type Trace } from '../model/index.ts'
import { codeFinder, identify, shotAfter } from './index.ts'

// Everything here is invented: productions, companies and people.
const CONFIG = caseConfigSchema.parse({
  productions: [
    { title: 'Lantern Tide', aliases: ['灯潮', '등불밀물'], codes: ['LNT', 'E'], companies: ['Halvorsen Lantern Pictures LLC'] },
    { title: 'Saltbarrow Keep', aliases: ['盐冢堡'], codes: ['SBK'] },
    { title: 'Undaunted', codes: ['UND'] },
    { title: 'Cat' },
  ],
  parties: [
    { name: 'Corvane Street Animation Inc.', role: 'producer', country: 'CA' },
    { name: 'Marwick Ostrava', schema: 'Person' },
    { name: 'Zephyrine Ltd' },
  ],
  context: { companies: ['Everlasting Empire Limited'] },
})
const SHA = 'ab'.repeat(32)

function passage(text: string, exhibitId = 'x1', line = 1): Passage {
  const anchor = `${SHA}!line=${line}`
  return { text, at: { kind: 'line', line }, anchor, exhibitId, path: `${exhibitId}.txt`, language: 'en', script: 'Latn', confidence: 1 }
}

function exhibit(path: string, id = 'x1'): Exhibit {
  const base = { id, sourceId: 's', path, sha256: SHA, blob: SHA, inside: [], bytes: 1, format: 'txt', status: 'read' as const }
  return { ...base, firstSeen: '2024-01-02', lastSeen: '2024-01-02' }
}

function inText(...texts: string[]): Mention[] {
  const passages = texts.map((text, i) => passage(text, `x${i}`))
  return identify({ config: CONFIG, declarations: [], exhibits: [], passages, traces: [] }).mentions
}

function inPath(path: string): Mention[] {
  return identify({ config: CONFIG, declarations: [], exhibits: [exhibit(path)], passages: [], traces: [] }).mentions
}

const brief = (mentions: readonly Mention[]) => mentions.map(({ targetName, text }) => `${targetName}: ${text}`)

describe('shot codes', () => {
  it.each([
    [
      'LNT/s03e07/结果/LNT_s03e07_112_v02/LNT_s03e07_112_v02_0001.png',
      'LNT_s03e07_112_v02',
      { season: 3, episode: 7, scene: '112', version: '02' },
    ],
    ['납품/SBK-ep02-009.mov', 'SBK-ep02-009', { episode: 2, scene: '009' }],
    ['SBK/ep02/指示/SBK_ep02_0115_作业指示.docx', 'SBK_ep02', { episode: 2 }],
    ['out/E307_112.tga', 'E307_112', { season: 3, episode: 7, scene: '112' }],
    ['LNT_307_0450A_LO_v12.psd', 'LNT_307_0450A_LO_v12', { season: 3, episode: 7, scene: '0450A', version: '12' }],
    ['LNT_S03E07_SQ010_SH0120_ANIM_v003.ma', 'LNT_S03E07_SQ010_SH0120_ANIM_v003', { season: 3, episode: 7, scene: '0120', version: '003' }],
    ['LNT_S03E07_SH0120.ma', 'LNT_S03E07_SH0120', { season: 3, episode: 7, scene: '0120' }],
    ['lnt_s03e07_note.txt', 'lnt_s03e07', { season: 3, episode: 7 }],
    ['LNT第07集/原画.psd', 'LNT第07集', { episode: 7 }],
  ])('%s holds %s', (path, text, shot) => {
    const found = inPath(path)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ text, shot, kind: 'production' })
  })

  it.each([
    'misc/horses/horse_mare.jpg',
    'E/notes.txt',
    'elephant_12.png',
    'PLANT_03.psd',
    'LNT.txt',
    'talent s03e07.txt',
    'XSBK_012.png',
    'e 12.txt',
    '2024.01.15/E12.doc',
  ])('%s holds none', (path) => expect(inPath(path)).toEqual([]))

  it('a code in one letter needs season, episode and scene', () =>
    expect(brief(inText('see E307_112, not E12 or E_12'))).toEqual(['Lantern Tide: E307_112']))

  it('never takes a code out of the middle of a word, whatever stands around it', () => {
    const find = codeFinder(['ABC'])
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,5}$/), fc.nat({ max: 99 }), (word, number) => {
        expect(find(`${word}ABC_s01e${String(number).padStart(2, '0')}`)).toEqual([])
        expect(find(`${word} ABC_s01e${String(number).padStart(2, '0')}`)[0]?.shot).toEqual({ season: 1, episode: number })
      }),
    )
  })
})

describe('names', () => {
  it('finds a company whose name is misspelt and cites the words as they stand', () => {
    const [found] = inText('Property of Halvorsen Lantren Pictures LLC. Do not copy.')
    expect(found).toMatchObject({ text: 'Halvorsen Lantren Pictures LLC', targetName: 'Halvorsen Lantern Pictures LLC', kind: 'party' })
    expect(found?.score).toBeGreaterThan(0.9)
    expect(found?.score).toBeLessThan(1)
    expect(found?.reasons.find(({ detail }) => detail.includes('[sic]'))).toMatchObject({ query: 'Lantren', candidate: 'lantern' })
  })

  it('finds a company whose every own word is misspelt where something makes it a name, and nowhere else', () => {
    const [found] = inText('Property of Halvorson Lantren Pictures LLC.')
    expect(found).toMatchObject({ text: 'Halvorson Lantren Pictures LLC', targetName: 'Halvorsen Lantern Pictures LLC' })
    expect(found?.reasons.filter(({ detail }) => detail.includes('[sic]'))).toHaveLength(2)
    expect(found?.reasons.at(-1)).toMatchObject({ feature: 'support', detail: 'a legal form follows' })
    expect(inText('halvorson lantren pictures are nice', 'Halverston Lantana Pictures LLC')).toEqual([])
  })

  it('reads a name with a letter too many and another comma, and says why', () => {
    const config = caseConfigSchema.parse({ parties: [{ name: 'Verdumite Boots, LLC', parent: 'Skyward Holding' }] })
    const [found] = identify({ config, declarations: [], exhibits: [], passages: [passage('© Verduminte Boots LLC')], traces: [] }).mentions
    expect(found).toMatchObject({ text: 'Verduminte Boots LLC', basis: 'text' })
    expect(found?.reasons.map(({ feature, query, candidate }) => [feature, query, candidate])).toEqual([
      ['same', 'Boots', 'Verdumite Boots, LLC'],
      ['spelling', 'Verduminte', 'verdumite'],
    ])
  })

  it('finds names in capitals, underscores and other legal forms', () => {
    expect(brief(inText('HALVORSEN LANTERN PICTURES'))).toEqual(['Halvorsen Lantern Pictures LLC: HALVORSEN LANTERN PICTURES'])
    expect(brief(inPath('in/lantern_tide_final.pdf'))).toEqual(['Lantern Tide: lantern_tide'])
    expect(brief(inText('Corvane Street Animation, Incorporated'))).toEqual([
      'Corvane Street Animation Inc.: Corvane Street Animation, Incorporated',
    ])
    expect(brief(inPath('in/LanternTide.mp4'))).toEqual(['Lantern Tide: LanternTide'])
  })

  it('reads season and episode after a title', () => {
    expect(inText('Lantern Tide, season 3, episode 7: edit notes')[0]?.shot).toEqual({ season: 3, episode: 7 })
    expect(inText('《灯潮》第3季第7集')[0]).toMatchObject({ text: '灯潮', shot: { season: 3, episode: 7 } })
    expect(shotAfter(': a film')).toBeUndefined()
  })

  it('finds Chinese and Korean titles, in traditional characters too, but not inside other words', () => {
    expect(brief(inText('請修改《燈潮》的線條'))).toEqual(['Lantern Tide: 燈潮'])
    expect(brief(inText('등불밀물을 수정하시오'))).toEqual(['Lantern Tide: 등불밀물'])
    expect(brief(inText('盐冢堡第二集'))).toEqual(['Saltbarrow Keep: 盐冢堡'])
    for (const text of ['路灯潮湿反光', '등불을 켠다', '밀물', '큰등불밀물']) expect(inText(text)).toEqual([])
  })

  it('takes an everyday word for a title only with support, and says which', () => {
    for (const text of ['Undaunted she goes on', 'she is undaunted', 'UNDAUNTED AND FREE', 'The cat sits. Cat looks up.', 'a cat'])
      expect(inText(text).filter(({ targetName }) => targetName === 'Cat' || text.toUpperCase() === text || !text.startsWith('U'))).toEqual(
        [],
      )
    expect(inText('layout for “Cat”, page 3')[0]?.reasons.at(-1)).toMatchObject({
      feature: 'support',
      detail: 'it stands in quotes or brackets',
    })
    expect(inText('for Undaunted season 2')[0]?.reasons.at(-1)?.feature).toBe('support')
    expect(brief(inText('undaunted UND_s01e02_010'))).toContain('Undaunted: undaunted')
    expect(inPath('pets/cat.jpg')).toEqual([])
  })

  it('a one-word company needs its legal form, quotes or a capital inside a sentence', () => {
    expect(brief(inText('from Zephyrine Ltd.'))).toEqual(['Zephyrine Ltd: Zephyrine Ltd'])
    expect(brief(inText('paid by Zephyrine, as agreed'))).toEqual(['Zephyrine Ltd: Zephyrine'])
    expect(inText('a zephyrine breeze')).toEqual([])
  })

  it('people are found only as they are written', () => {
    expect(brief(inText('by Marwick Ostrava'))).toEqual(['Marwick Ostrava: Marwick Ostrava'])
    expect(inText('by Marvick Ostrava')).toEqual([])
  })

  it('looks for context companies without making them parties', () => {
    const found = identify({ config: CONFIG, declarations: [], exhibits: [], passages: [passage('Everlasting Empire Ltd')], traces: [] })
    expect(brief(found.mentions)).toEqual(['Everlasting Empire Limited: Everlasting Empire Ltd'])
    expect(found.parties.map(({ name }) => name)).not.toContain('Everlasting Empire Limited')
  })

  it('other text mentions nothing', () =>
    expect(
      inText(
        'A lantern at low tide.',
        'Salt, barrow and keep.',
        'Street animation',
        'Halvorsen said so.',
        'Pictures of lanterns',
        '线条要细',
        '선을 가늘게',
      ),
    ).toEqual([]))

  it('reads titles and companies in traces, not fonts', () => {
    const trace = (field: string, value: string): Trace => ({ field, value, anchor: `${SHA}!whole=`, exhibitId: 'x', path: 'a.docx' })
    const traces = [trace('title', 'Lantern Tide'), trace('font', 'Saltbarrow Keep')]
    expect(brief(identify({ config: CONFIG, declarations: [], exhibits: [], passages: [], traces }).mentions)).toEqual([
      'Lantern Tide: Lantern Tide',
    ])
  })
})

describe('what is looked for', () => {
  const declared = (kind: Declaration['kind'], fields: Record<string, string>): Declaration => ({
    id: kind,
    kind,
    fields,
    anchor: `${SHA}!line=2`,
  })

  it('comes from declarations, and from nothing in evidence', () => {
    const declarations = [
      declared('productions', { title: 'Mint Harbour', codes: 'MHP;MH2', aliases: '薄荷港' }),
      declared('shots', { production: 'Orchard', shot: 'ORC_s01e04_010' }),
      declared('shots', { production: 'MHP', shot: 'MHP_ep01_001' }),
      declared('subcontractors', { company: 'Qinghe Lane Animation Co., Ltd.', country: 'CN', client: 'Tallow Ltd' }),
      declared('sites', { site: 'main studio', company: 'Qinghe Lane Animation' }),
      declared('roster', { name: 'Somebody Private', company: 'Tallow Ltd' }),
    ]
    const found = identify({
      config: caseConfigSchema.parse({}),
      declarations,
      exhibits: [],
      passages: [passage('We are Brandnew Animation Ltd')],
      traces: [],
    })
    expect(found.productions.map(({ title, codes }) => [title, codes])).toEqual([
      ['Mint Harbour', ['MH2', 'MHP']],
      ['Orchard', ['ORC']],
    ])
    expect(found.parties.map(({ name, role, source }) => [name, role, source])).toEqual([
      ['Qinghe Lane Animation Co., Ltd.', 'subcontractor', `${SHA}!line=2`],
      ['Tallow Ltd', undefined, `${SHA}!line=2`],
    ])
    expect(found.mentions).toEqual([])
  })

  it('one mention per exhibit, target and text form, at its first place, whatever the order of exhibits', () => {
    const passages = [
      passage('Lantern Tide', 'x1', 1),
      passage('Lantern Tide', 'x1', 2),
      passage('LANTERN TIDE', 'x1', 3),
      passage('Lantern Tide', 'x2', 1),
    ]
    const found = identify({ config: CONFIG, declarations: [], exhibits: [], passages, traces: [] }).mentions
    expect(found.map(({ anchor, text, path }) => [path, anchor.slice(-6), text])).toEqual([
      ['x1.txt', 'line=1', 'Lantern Tide'],
      ['x1.txt', 'line=3', 'LANTERN TIDE'],
      ['x2.txt', 'line=1', 'Lantern Tide'],
    ])
    const turned = [...passages.slice(3), ...passages.slice(0, 3)]
    expect(identify({ config: CONFIG, declarations: [], exhibits: [], passages: turned, traces: [] }).mentions).toEqual(found)
  })

  it('stops at a bound for one exhibit and says so', () => {
    const passages = Array.from({ length: 700 }, (_, i) => passage(`LNT_s03e07_${String(i + 100)}`, 'x1', i + 1))
    const found = identify({ config: CONFIG, declarations: [], exhibits: [], passages, traces: [] })
    expect(found.mentions).toHaveLength(500)
    expect(found.warnings).toHaveLength(1)
  })

  it('never throws on text it did not expect', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const { text: words } of inText(`Lantern ${text} Tide ${text}`)) expect(words.length).toBeGreaterThan(0)
      }),
    )
  })
})
