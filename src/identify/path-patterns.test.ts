import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Exhibit, Passage } from '../model/index.ts'
import { mayBeShortFor } from './abbreviations.ts'
import { namePartsOf } from './name-parts.ts'
import { pathPatterns } from './path-patterns.ts'

// Everything here is invented.
const SHA = 'ab'.repeat(32)
function exhibit(path: string, day = '2024-01-02'): Exhibit {
  const base = { id: path, sourceId: 's', path, sha256: SHA, blob: SHA, inside: [], bytes: 1, format: 'png', status: 'read' as const }
  return { ...base, firstSeen: day, lastSeen: day }
}
const LANTERN = { id: 'p1', title: 'Lantern Tide', aliases: ['灯潮'], codes: ['LNT'], companies: [], source: 'config' }
const shape = (name: string, codes: readonly string[] = []) =>
  namePartsOf(name, new Set(codes))
    ?.parts.map(({ text }) => text)
    .join('')

describe('names in paths', () => {
  it.each([
    ['LNT_s03e07_112_v02', '{PROD}_s{SS}e{EE}_{SHOT}_v{VV}'],
    ['IYN_S01E05_SQ010_SH0120_ANIM_v003', '{PROD}_S{SS}E{EE}_SQ{SEQ}_SH{SHOT}_ANIM_v{VV}'],
    ['INV_307_0450A_LO_v02', '{PROD}_{SEE}_{SHOT}_LO_v{VV}'],
    ['oct_ep12_sc045', '{PROD}_ep{EE}_sc{SHOT}'],
    ['KST_c001', '{PROD}_c{SHOT}'],
    ['灯光師_03集_C128_LO', '{PROD}_{EE}集_C{SHOT}_LO'],
    ['第03集_128镜_返修', '第{EE}集_{SHOT}镜_返修'],
    ['3부_128장면_수정', '{EE}부_{SHOT}장면_수정'],
    ['SBK/ep02/0145', '{PROD}/ep{EE}/{SHOT}'],
    ['LNT/s03e07/指示/修改意见_0103', '{PROD}/s{SS}e{EE}/指示/修改意见_{DATE}'],
    ['LNT_s03e07_0115_v02', '{PROD}_s{SS}e{EE}_{SHOT}_v{VV}'],
    ['MHP_ep01_20240115_004', '{PROD}_ep{EE}_{DATE}_{SHOT}'],
  ])('%s is built as %s', (name, pattern) => expect(shape(name)).toBe(pattern))

  it.each([
    'page12',
    'IMG_0012',
    'horse_001_002',
    'house_e12',
    'step12',
    'Invoice 2024-01-15',
    'readme',
    'scan0001',
    'notes_v2',
    'LNT_0012',
  ])('%s is no code of an episode or shot', (name) => expect(shape(name)).toBeUndefined())

  it('of a stated code a number alone is a shot', () => expect(shape('LNT_0012', ['LNT'])).toBe('{PROD}_{SHOT}'))

  it('never throws, and its parts are bounded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        expect(namePartsOf(name, new Set())?.parts.length ?? 0).toBeLessThanOrEqual(30)
      }),
    )
  })
})

describe('patterns and clusters', () => {
  const files = [
    ...[1, 2, 3, 4].map((n) => exhibit(`LNT/out/LNT_s03e07_11${n}_v02.mov`)),
    ...[1, 2, 3].map((n) => exhibit(`LNT/in/LNT_s03e07_11${n}_指示.docx`)),
    ...[1, 2, 3, 4, 5].map((n) => exhibit(`in/${n % 2 ? 'a' : 'b'}/SBK_ep0${n}_010_返修.psd`, `2024-01-0${n}`)),
    ...[1, 2, 3, 4].map((n) => exhibit(`cam/IMG_20${n}_0012.jpg`)),
    ...[1, 2, 3, 4].map((n) => exhibit(`misc/horse_00${n}.jpg`)),
    exhibit('one/XYZ_ep01_010.psd'),
  ]
  const text: Passage = {
    text: '请看《盐冢堡》的修改', at: { kind: 'line', line: 1 }, anchor: `${SHA}!line=1`, exhibitId: 'in/a/SBK_ep01_010_返修.psd',
    path: 'x', language: 'zh-Hans', script: 'Hans', confidence: 1,
  } // biome-ignore format: one row of members

  it('counts files by pattern and keeps words that come back', () => {
    const { patterns, files: named } = pathPatterns(files, [], [LANTERN])
    expect(patterns.map(({ pattern, files: n, codes }) => [pattern, n, codes])).toEqual([
      ['{PROD}_ep{EE}_{SHOT}_返修', 5, ['SBK']],
      ['{PROD}_s{SS}e{EE}_{SHOT}_v{VV}', 4, ['LNT']],
      ['{PROD}_s{SS}e{EE}_{SHOT}_指示', 3, ['LNT']],
    ])
    expect(patterns[0]?.examples[0]).toBe('in/a/SBK_ep01_010_返修.psd')
    expect(named).toBe(13)
  })

  it('a code of no stated production is a cluster with its folders, days and words; cameras and stated codes are none', () => {
    const { clusters } = pathPatterns(files, [text], [LANTERN])
    expect(clusters).toHaveLength(1)
    expect(clusters[0]).toMatchObject({
      code: 'SBK',
      files: 5,
      episodes: 5,
      shots: 5,
      folders: [
        { path: 'in/a', files: 3 },
        { path: 'in/b', files: 2 },
      ],
      firstSeen: '2024-01-01',
      lastSeen: '2024-01-05',
      words: ['返修', '盐冢堡'],
    })
    const stated = { ...LANTERN, id: 'p2', title: 'Saltbarrow Keep', aliases: ['sbk'], codes: [] }
    expect(pathPatterns(files, [], [LANTERN, stated]).clusters).toEqual([])
  })

  it('asks whether a code is short for a stated title, and says how', () => {
    const keep = { ...LANTERN, title: 'Saltbarrow Keep', aliases: ['盐冢堡', 'The Keep of Salt'], codes: [] }
    const how = (code: string) => mayBeShortFor(code, [LANTERN, keep]).map(({ title, how: words }) => `${title}: ${words}`)
    expect(how('SK')).toEqual(['Saltbarrow Keep: the initials of “Saltbarrow Keep”'])
    expect(how('LAN')).toEqual(['Lantern Tide: the first letters of “Lantern Tide”'])
    expect(how('SBW')).toEqual(['Saltbarrow Keep: letters of “Saltbarrow Keep” in their order'])
    expect(how('TKOS')).toEqual(['Saltbarrow Keep: the initials of “The Keep of Salt”'])
    for (const code of ['XYZ', 'ANT', 'WBS', 'S', 'LA', '灯潮']) expect(how(code)).toEqual([])
    expect(pathPatterns(files, [], [LANTERN, { ...keep, title: 'Silver Brook Kids' }]).clusters[0]?.mayBe).toHaveLength(1)
  })

  it('known software and stock teaches nothing, and the order of exhibits changes nothing', () => {
    const stock = files.map((one) => ({ ...one, known: { set: 'x', kind: 'stock' as const } }))
    expect(pathPatterns(stock, [], [LANTERN])).toMatchObject({ patterns: [], clusters: [], files: 0 })
    expect(pathPatterns([...files].reverse(), [text], [LANTERN])).toEqual(pathPatterns(files, [text], [LANTERN]))
  })

  it('says when a bound cut it', () => {
    expect(pathPatterns(files, [], [LANTERN], { patterns: 1, clusters: 1 })).toMatchObject({ isCut: true, patterns: [{ files: 5 }] })
    expect(pathPatterns(files, [], [LANTERN]).isCut).toBe(false)
  })
})
