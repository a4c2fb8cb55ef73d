import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { visible } from '../base/printable.ts'
import { isoDay } from '../base/time.ts'
import { tableOf } from '../intake/index.ts'
import { NO_ROW, type OwnershipAnswer, type OwnershipStep, type TakenForListed } from '../model/index.ts'
import { isCase, openCase, sealedInputs } from '../pipeline/index.ts'
import {
  builtInLists,
  holdingsOfTable,
  ownersOf,
  type SanctionsList,
  shareInWords,
  statedHoldings,
  statementInWords,
} from '../screen/index.ts'
import { broughtLists } from './list-files.ts'
import { caseOf } from './of-case.ts'
import { type Operation, type OperationContext, text, texts } from './operation.ts'

/** `inbetween owners`. */
export const owners: Operation = {
  name: 'owners',
  summary:
    'The 50 per cent rule over stated shares: who is owned by listed parties, in the aggregate, with the path. In a case, what was declared of owners is read too. Arithmetic, no legal conclusion.',
  usage: '[company…]',
  options: {
    shares: {
      type: 'string',
      value: 'FILE',
      multiple: true,
      summary: 'A table of holdings: columns owner, company, share (CSV or spreadsheet).',
    },
    list: {
      type: 'string',
      value: 'DIR',
      multiple: true,
      summary: 'A list besides the built-in one: a file, a folder, or the name of a fetched list.',
    },
    blocked: {
      type: 'string',
      value: 'NAME',
      multiple: true,
      summary: 'An owner that you say is listed, such as a person told by more than a name.',
    },
    on: { type: 'string', value: 'DATE', summary: 'Day that is asked about, YYYY-MM-DD (default: today).' },
  },
  examples: [
    'inbetween owners --shares holdings.csv',
    'inbetween owners -C acme.case',
    'inbetween owners "Qinghe Lane Animation" --shares holdings.csv --list ofac --on 2024-01-17',
  ],
  async run(input, context) {
    const asOf = text(input, 'on') ?? isoDay(context.effects.now())
    const ofCase = statedInCase(context)
    const read = await Promise.all((texts(input, 'list') ?? []).map(broughtLists))
    const brought = read.flatMap(({ readings }) => readings.flatMap((reading) => reading.lists))
    const lists = [...(ofCase?.lists ?? builtInLists()), ...brought].filter(({ entities }) => entities > 0)
    const tables = await Promise.all((texts(input, 'shares') ?? []).map(holdingsIn))
    const stated = [...tables.flatMap(({ holdings }) => holdings), ...(ofCase?.holdings ?? [])]
    if (stated.length === 0 && input.paths.length === 0 && !ofCase)
      throw new InbetweenError('IBT-USAGE', 'owners needs a table of shares, a company or a case', {
        hint: 'inbetween owners --shares holdings.csv',
      })
    const asked = input.paths.length > 0 ? [...input.paths] : [...new Set(stated.map(({ asset }) => asset))]
    const blocked = texts(input, 'blocked') ?? []
    const decided = ofCase ? { decisions: ofCase.decisions, threshold: ofCase.threshold } : {}
    const { answers, taken, alike, warnings } = ownersOf({ asked, stated, lists, asOf, blocked, ...decided })
    return {
      ...(ofCase ? { case: ofCase.id } : {}),
      data: {
        asOf,
        answers,
        takenForListed: taken,
        alikeOnly: alike,
        lists: lists.map(({ name, kind, version, entities }) => ({ name, kind, version, entities })),
      },
      warnings: [...read.flatMap((one) => one.warnings), ...tables.flatMap((one) => one.warnings), ...warnings],
      text: [...answers.flatMap((row) => answerWords(row, asOf)), ...footWords(taken, alike, lists)].map(visible).join('\n'),
    }
  },
}

/** What the case of `-C`, or the one in the current folder, states of owners, with its lists and decisions; undefined where there is none. */
function statedInCase(context: OperationContext) {
  if (context.caseDir === undefined && !isCase('.')) return undefined
  const opened = context.caseDir === undefined ? openCase('.', context.effects) : caseOf(context)
  const { declarations, lists, matchDecisions: decisions } = sealedInputs(opened)
  return { id: opened.id, holdings: statedHoldings(opened.config, declarations), lists, decisions, threshold: opened.config.lists.minScore }
}

async function holdingsIn(place: string) {
  const stat = statSync(place, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new InbetweenError('IBT-NOT-FOUND', 'no such table of shares', { place, hint: 'Check the path.' })
  if (stat.size > LIMITS.tableBytes) throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.tableBytes} bytes`, { place })
  const { bytes, warnings } = await tableOf(readFileSync(place), basename(place))
  const read = holdingsOfTable(basename(place), bytes)
  return { ...read, warnings: [...warnings, ...read.warnings] }
}

/** A company that no row names as owned: how it is written in the rows is the first thing to look at. */
function unnamedWords(party: string, asOf: string): string[] {
  return [
    `${party}, on ${asOf}: ${NO_ROW} as owned`,
    '  what listed parties hold of it is not known: anything from 0 to 100 %; look how the rows write its name, or bring a table of its owners with --shares',
  ]
}

function answerWords({ party, isListed, atLeastHalf, moreThanHalf, percent, steps }: OwnershipAnswer, asOf: string): string[] {
  if (atLeastHalf === NO_ROW || moreThanHalf === NO_ROW) return unnamedWords(party, asOf)
  const verdict = {
    blocked: isListed
      ? 'taken for a listed party itself'
      : 'owned by 50 per cent or more in the aggregate by listed parties, by these shares',
    'may be': `may be owned by 50 per cent or more: ${steps.some(({ isStated }) => !isStated) ? 'shares that are not stated decide' : 'what is stated allows both'}`,
    'not by these shares': 'not by these shares',
  }[atLeastHalf]
  const eu = { owned: 'yes, by these shares', 'may be': 'may be', 'not by these shares': 'not by these shares' }[moreThanHalf]
  const step = ({ owner, asset, percent: share, isStated, source, statements }: OwnershipStep) =>
    `    ${owner} holds ${isStated ? shareInWords(share) : `an unstated share (${shareInWords(share)})`} of ${asset} (${statements.length > 1 ? statements.map(statementInWords).join('; ') : source})`
  return [
    `${party}, on ${asOf}: ${verdict}`,
    `  listed parties hold ${shareInWords(percent)} directly or through such entities; more than half (EU, UK): ${eu}; control is not looked at`,
    ...steps.map(step),
  ]
}

function footWords(taken: readonly TakenForListed[], alike: readonly TakenForListed[], lists: readonly SanctionsList[]): string[] {
  const words = ({ name, entry, why }: TakenForListed) =>
    `    ${name}${entry ? ` ~ ${entry.name} (${entry.id}, version ${entry.listVersion})` : ''}: ${why}`
  return [
    ...(taken.length > 0
      ? ['  taken for listed, as if these were the same:', ...taken.map(words)]
      : ['  no owner is taken for a listed party']),
    ...(alike.length > 0 ? ['  alike, and not counted:', ...alike.map(words)] : []),
    `  compared with: ${lists.map(({ name, kind, version, entities }) => `${name} (${kind}, version ${version}, ${entities} entries)`).join('; ')}`,
    '  arithmetic on stated shares of one day: no legal conclusion, and no share stated is not a share of zero',
  ]
}
