import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { visible } from '../base/printable.ts'
import { readCsv, tableOf } from '../intake/index.ts'
import { comparePairs, type NamePair, type NameSchema } from '../screen/index.ts'
import { isDamaged, linesIn } from './name-tables.ts'
import type { OperationResult } from './operation.ts'
import { tableText } from './table-text.ts'

const SCHEMAS: ReadonlySet<string> = new Set(['Company', 'Organization', 'Person', 'Vessel', 'Airplane'])

/**
 * `inbetween screen --pairs`: the score of each row's two names in the order of the rows. A schema that is not known (`LegalEntity`) counts as none; such rows, and rows without one of the names, are counted in warnings.
 * @throws InbetweenError `IBT-USAGE` for what is no such table; `IBT-INPUT` for one that cannot be read or is larger than `LIMITS.tableBytes`.
 */
export async function screenPairs(place: string, encoding?: string): Promise<OperationResult> {
  if (!existsSync(place) || !statSync(place).isFile()) throw new InbetweenError('IBT-USAGE', `--pairs: ${place} is no file`)
  if (statSync(place).size > LIMITS.tableBytes) throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.tableBytes} bytes`, { place })
  const bytes = readFileSync(place)
  const table = await tableOf(bytes, basename(place))
  const { text: cells, warnings: encoded } = tableText(table.bytes, place, table.bytes === bytes ? encoding : 'utf-8')
  const csv = readCsv(Buffer.from(cells))
  const [header = [], ...rows] = csv.rows
  const column = (name: string) => header.findIndex((cell) => cell.trim().toLowerCase() === name)
  const [schema, name1, name2] = [column('schema'), column('name1'), column('name2')]
  if (name1 < 0 || name2 < 0) throw new InbetweenError('IBT-USAGE', '--pairs: the file has no columns name1 and name2')
  const kept = rows.slice(0, LIMITS.screenPairs).map((row, at) => ({
    line: csv.lines[at + 1] ?? 0,
    ...pairOf((row[schema] ?? '').trim(), row[name1] ?? '', row[name2] ?? ''),
    isUnknown: (row[schema] ?? '').trim() !== '' && !SCHEMAS.has((row[schema] ?? '').trim()),
  }))
  const data = comparePairs(kept)
  const text = data.pairs.map(({ score }, k) => `${score.toFixed(2)}  ${kept[k]?.name1 ?? ''} ~ ${kept[k]?.name2 ?? ''}`)
  const counted = (code: string, isOne: (pair: (typeof kept)[number]) => boolean, words: string) => {
    const lines = kept.filter(isOne).map(({ line }) => line)
    return lines.length === 0 ? [] : [{ code, message: `${place}: ${lines.length} rows ${words} (${linesIn(lines)})` }]
  }
  const left = rows.length - kept.length
  return {
    data,
    warnings: [
      ...table.warnings.map(({ code, message }) => ({ code, message: `${place}: ${message}` })),
      ...encoded,
      ...csv.warnings.map(({ code, message }) => ({ code, message: `${place}: ${message}` })),
      ...counted(
        'screen-schema',
        ({ isUnknown }) => isUnknown,
        `have a schema that is none of ${[...SCHEMAS].join(', ')}, which counted as none`,
      ),
      ...counted('screen-nameless', (pair) => [pair.name1, pair.name2].some((name) => name.trim() === ''), 'lack one of the names'),
      ...counted('screen-damaged', (pair) => isDamaged(pair.name1) || isDamaged(pair.name2), 'have a name with NUL or U+FFFD'),
      ...(left > 0 ? [{ code: 'screen-pairs', message: `${left} rows after the first ${LIMITS.screenPairs} were not compared` }] : []),
    ],
    text: [...text.map(visible), `at or above ${data.threshold} two names are taken for one; a similar name is not identity`].join('\n'),
  }
}

function pairOf(schema: string, name1: string, name2: string): NamePair {
  return SCHEMAS.has(schema) ? { schema: schema as NameSchema, name1, name2 } : { name1, name2 }
}
