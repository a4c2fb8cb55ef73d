import { existsSync, readFileSync, statSync } from 'node:fs'
import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { visible } from '../base/printable.ts'
import { readCsv } from '../intake/index.ts'
import { comparePairs, type NamePair, type NameSchema } from '../screen/index.ts'
import type { OperationResult } from './operation.ts'

const SCHEMAS: ReadonlySet<string> = new Set(['Company', 'Organization', 'Person', 'Vessel', 'Airplane'])

/** `inbetween screen --pairs`: the score of each row's two names in the order of the rows. A schema that is not known (`LegalEntity`) counts as none. */
export function screenPairs(place: string): OperationResult {
  if (!existsSync(place) || !statSync(place).isFile()) throw new InbetweenError('IBT-USAGE', `--pairs: ${place} is no file`)
  const [header = [], ...rows] = readCsv(readFileSync(place)).rows
  const column = (name: string) => header.findIndex((cell) => cell.trim().toLowerCase() === name)
  const [schema, name1, name2] = [column('schema'), column('name1'), column('name2')]
  if (name1 < 0 || name2 < 0) throw new InbetweenError('IBT-USAGE', '--pairs: the file has no columns name1 and name2')
  const kept = rows.slice(0, LIMITS.screenPairs)
  const data = comparePairs(kept.map((row) => pairOf(row[schema] ?? '', row[name1] ?? '', row[name2] ?? '')))
  const warnings =
    kept.length < rows.length
      ? [{ code: 'screen-pairs', message: `${rows.length - kept.length} rows after the first ${LIMITS.screenPairs} were not compared` }]
      : []
  const text = data.pairs.map(({ score }, k) => `${score.toFixed(2)}  ${kept[k]?.[name1] ?? ''} ~ ${kept[k]?.[name2] ?? ''}`)
  return {
    data,
    warnings,
    text: [...text.map(visible), `at or above ${data.threshold} two names are taken for one; a similar name is not identity`].join('\n'),
  }
}

function pairOf(schema: string, name1: string, name2: string): NamePair {
  return SCHEMAS.has(schema) ? { schema: schema as NameSchema, name1, name2 } : { name1, name2 }
}
