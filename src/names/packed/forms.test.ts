import { expect, it } from 'vitest'
import { CHINESE_CASES } from '../chinese.cases.ts'
import { formReader, formsOfParts, packForms, partsOfForms, prepareName, readPackedFile, writePackedFile } from '../index.ts'
import { NAME_CASES } from '../names.cases.ts'

it('names that were packed come back as they were made ready, with their words shared', () => {
  const names = [...NAME_CASES, ...CHINESE_CASES].flatMap(([a, b]) =>
    [a, b].flatMap((name) => ([undefined, 'Company', 'Person', 'Vessel'] as const).map((schema) => ({ name, schema }))),
  )
  const file = readPackedFile(writePackedFile(new Map(partsOfForms(packForms(names), 'x.'))))
  if (!file) throw new Error('not read')
  const read = formReader(formsOfParts(file, 'x.'))
  for (const [k, { name, schema }] of names.entries()) expect(read(k), `${name} ${schema}`).toEqual(prepareName(name, schema))
  expect(read(0).latin[0]).toBe(read(0).latin[0])
})
