import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { screenPairs } from './screen-pairs.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-pairs-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('rows with an unknown schema and rows without one of the names are counted, with their lines', async () => {
  const place = join(root, 'pairs.csv')
  writeFileSync(place, 'schema,name1,name2\nBanana,A,A\nconstructor,A,B\nPerson,A,\n,Brandal,Brandal\nCompany ,A\ufffd,A\n')
  const { data, warnings = [] } = await screenPairs(place)
  expect(data).toMatchObject({ pairs: [{}, {}, {}, { score: expect.any(Number) }, {}] })
  expect(warnings.map(({ code, message }) => [code, /\(.*\)$/.exec(message)?.[0]])).toEqual([
    ['screen-schema', '(line 2, 3)'],
    ['screen-nameless', '(line 4)'],
    ['screen-damaged', '(line 6)'],
  ])
})

it('pairs in another encoding are read with a word, and as a person says', async () => {
  const place = join(root, 'latin.csv')
  writeFileSync(place, Buffer.from('name1,name2\nM\xfcller,M\xfcller\n', 'latin1'))
  expect((await screenPairs(place)).warnings?.map(({ code }) => code)).toEqual(['code-page'])
  expect(await screenPairs(place, 'windows-1252')).toMatchObject({ warnings: [], text: expect.stringContaining('Müller ~ Müller') })
})
