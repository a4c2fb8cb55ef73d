import { expect, it } from 'vitest'
import { declarationsOf, readDeclaration } from '../intake/index.ts'
import { caseConfigSchema, type Declaration, type ListEntity, type MatchDecision, type Party } from '../model/index.ts'
import { decideMatch, ownershipPaths, type SanctionsList, screenNames, statedHoldings } from './index.ts'

const entry = (id: string, name: string, more: Partial<ListEntity> = {}): ListEntity => ({
  id, name, schema: 'Company', list: 'l', programs: [], aliases: [], addresses: [], identifiers: [], remarks: '', listedOn: '2021-01-01', ...more,
}) // biome-ignore format: a record read as lines
const LIST: SanctionsList = {
  name: 'l', kind: 'sanctions', version: '7', entities: 3,
  entries: [
    entry('c1', 'BRANDAL LANTERN TRADING CO., LTD.', { edges: [{ kind: 'asset', to: 'Grey Heron Art', percent: [20, 20] }, { kind: 'Linked To', to: 'Tern Pictures' }] }),
    entry('p1', 'OSTRAVA, Marwick', { schema: 'Person', birthDates: ['1974-04-06'] }),
    entry('c2', 'Quarry Meridian Works', { delistedOn: '2022-01-01' }),
  ],
} // biome-ignore format: a list read as lines
const declared = (kind: Declaration['kind'], csv: string, sha = 'a'): Declaration[] =>
  declarationsOf(readDeclaration(kind, Buffer.from(csv), 'x.csv', {}).minimised, kind, sha.repeat(64), { by: 'A Studio', on: '2024-01-05' })
const party = (name: string, more: Partial<Party> = {}): Party => ({
  id: name,
  name,
  schema: 'Company',
  aliases: [],
  source: 'config',
  ...more,
})
const ask = (declarations: readonly Declaration[], parties: readonly Party[], config: object = {}, more: object = {}) =>
  ownershipPaths({
    parties,
    stated: statedHoldings(caseConfigSchema.parse(config), declarations),
    lists: [LIST],
    asOf: '2024-01-17',
    decisions: [],
    threshold: 0.85,
    ...more,
  })
const heron = [party('Grey Heron Art')]

it('shares of a table that may be parts of one are counted as both, with a warning; what is no share is named by its line', () => {
  const rows =
    'owner,company,share\nBrandal Lantern Trading,Tern Pictures,0.51\nHalden Group Ltd,Tern Pictures,0.49\nOstra Group Ltd,Tern Pictures,some\n'
  const { paths, warnings } = ask(declared('owners', rows), [party('Tern Pictures')])
  expect(paths.map(({ atLeastHalf, percent }) => [atLeastHalf, percent])).toEqual([['may be', [0.51, 51]]])
  expect(warnings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    expect.stringMatching(/^share-unclear: owners table a{12}: no share is above 1.*line 2, line 3/),
    expect.stringMatching(/^share-unread: owners table a{12}: .*line 4 is no share/),
  ])
})

it('a company that no row names as owned is on no path', () => {
  expect(ask([], [party('Quarrylan Pictures')]).paths).toEqual([])
})

it('what a vendor list and a table of owners state become steps with the sealed row as source, beside those of lists', () => {
  const vendors = declared('subcontractors', 'name,owner,share\nTern Pictures,Grey Heron Art,60 %\n', 'b')
  const owners = declared(
    'owners',
    'owner,company,share,as of\nBrandal Lantern Trading,Grey Heron Art,55,2023-12-31\nMina Alder,Grey Heron Art,40,\n',
  )
  const { paths, warnings } = ask([...vendors, ...owners], [...heron, party('Tern Pictures')])
  // 20 and 55 contradict each other: both are possible, so that nothing is determined.
  expect(paths.map(({ party: name, atLeastHalf, percent }) => [name, atLeastHalf, percent])).toEqual([
    ['Grey Heron Art', 'may be', [20, 55]],
    ['Tern Pictures', 'may be', [0, 60]],
  ])
  const [first] = paths
  expect(first?.steps[0]?.statements).toEqual([
    { basis: 'list', source: 'l 7, c1 “asset”', percent: [20, 20] },
    { basis: 'stated', source: 'owners table aaaaaaaaaaaa, line 2, stated by A Studio as of 2023-12-31', anchor: `${'a'.repeat(64)}!line=2`, percent: [55, 55] },
  ]) // biome-ignore format: records read as lines
  expect(warnings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    expect.stringMatching(/^shares-differ: .*Grey Heron Art: l 7, c1 “asset” \(20 %\) and owners table a{12}, line 2.*\(55 %\)/),
  ])
  expect(first?.taken).toMatchObject([{ entry: { id: 'c1', listVersion: '7', listedOn: '2021-01-01' } }])
})

it('a stated parent without a share leaves the answer open, and one with a share decides it', () => {
  const config = { parties: [{ name: 'Tern Pictures', parent: 'Brandal Lantern Trading' }] }
  expect(ask([], [party('Tern Pictures')], config).paths).toMatchObject([
    { atLeastHalf: 'may be', percent: [0, 100], steps: [{ isStated: false, source: 'inbetween.yaml' }] },
  ])
  const csv = 'Company,Parent company,Parent share\nTern Pictures,Brandal Lantern Trading,51\n'
  expect(ask(declared('productions', csv), [party('Tern Pictures')]).paths).toMatchObject([{ atLeastHalf: 'blocked', percent: [51, 51] }])
  // Another name that the party bears is the party.
  expect(ask(declared('productions', csv), [party('海鸥影业', { aliases: ['Tern Pictures'] })]).paths).toMatchObject([
    { party: '海鸥影业' },
  ])
})

it.each([
  ['nobody states an owner', [], [party('Tern Pictures')]],
  ['who hired a vendor is no owner', declared('subcontractors', 'name,hired by\nTern Pictures,Brandal Lantern Trading\n'), [party('Tern Pictures')]],
  ['the share stays below half', declared('owners', 'owner,company,share\nBrandal Lantern Trading,Tern Pictures,49\n'), [party('Tern Pictures')]],
  ['the owner is a person whose name alone is alike', declared('owners', 'owner,company,share\nMarwick Ostrava,Tern Pictures,90\n'), [party('Tern Pictures')]],
  ['the owner was taken off the list', declared('owners', 'owner,company,share\nQuarry Meridian Works,Tern Pictures,90\n'), [party('Tern Pictures')]],
  ['the company is no party', declared('owners', 'owner,company,share\nBrandal Lantern Trading,Tern Pictures,90\n'), [party('Somebody Ltd')]],
  ['a person is owned by nobody', declared('owners', 'owner,company,share\nBrandal Lantern Trading,Tern Pictures,90\n'), [party('Tern Pictures', { schema: 'Person' })]],
] as const)('nothing is said where %s', (_, declarations, parties) => {
  expect(ask(declarations, parties)).toEqual({ paths: [], warnings: [] })
}) // biome-ignore format: a table

it('an owner whose match a person dismissed begins no path, and two persons with the same initials are two', () => {
  const stated = declared('owners', 'owner,company,share\nBrandal Lantern Trading,Tern Pictures,90\n')
  const paths = (...decisions: readonly MatchDecision[]) => ask(stated, [party('Tern Pictures')], {}, { decisions }).paths
  expect(paths()).toHaveLength(1)
  const [match] = screenNames([{ name: 'Brandal Lantern Trading' }], [LIST], { asOf: '2024-01-17' }).matches
  if (!match) throw new Error('no match')
  const decision = { match, verdict: 'dismissed', reason: 'registered in Busan', by: 'R.', at: '2024-01-18T00:00:00Z' } as const
  expect(paths(decideMatch(decision))).toEqual([])
  const two = declared('owners', 'owner,company,share\nMina Alder,Tern Pictures,30\nMoritz Amsel,Tern Pictures,60\n')
  expect(statedHoldings(caseConfigSchema.parse({}), two).map(({ owner }) => owner)).toEqual(['M. A. (line 2)', 'M. A. (line 3)'])
  expect(ask(two, [party('Tern Pictures')]).warnings).toEqual([])
})
