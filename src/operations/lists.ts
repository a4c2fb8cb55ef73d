import { InbetweenError } from '../base/errors.ts'
import { visible } from '../base/printable.ts'
import {
  currentVersion,
  isCase,
  isUrl,
  type ListUpdate,
  listHome,
  openCase,
  sealedInputs,
  storedNames,
  storedVersions,
  updateList,
} from '../pipeline/index.ts'
import { builtInLists, compareLists, LIST_ADDRESSES, LISTS, type ListChanges } from '../screen/index.ts'
import { broughtLists } from './list-files.ts'
import { flag, type Operation, type OperationContext, type OperationInput, text } from './operation.ts'
import { packFetched } from './screening-lists.ts'
import { count, table } from './terminal.ts'

const DAY_MS = 86_400_000
/** Age in days from which a list counts as stale when no case says otherwise. */
const MAX_AGE_DAYS = 7
/** Entries of a kind of change that are named on a terminal. */
const SHOWN = 20

/** `inbetween lists`. */
export const lists: Operation = {
  name: 'lists',
  summary: 'The lists that names are compared with: versions, dates, entries; fetching them; what changed between two states.',
  usage: 'status | formats | update [NAME…] | diff A B',
  options: {
    from: { type: 'string', value: 'URL|DIR', summary: 'update: take the files from a mirror or folder instead of their publisher.' },
    'accept-shrunken': { type: 'boolean', summary: 'update: take a list that lost more than a twentieth of its entries.' },
    strict: { type: 'boolean', summary: 'status: exit with 6 when a list is stale (not the one that comes with the program).' },
  },
  examples: [
    'inbetween lists status',
    'inbetween lists status -C acme.case',
    'inbetween lists update un eu',
    'inbetween lists update ofac --from ./downloaded',
    'inbetween lists diff un@0f1e2d3c4b5a un',
  ],
  async run(input, context) {
    const [verb = 'status', ...rest] = input.paths
    if (verb === 'status') return status(input, context)
    if (verb === 'formats') return formats()
    if (verb === 'update') return update(rest, input, context)
    if (verb === 'diff' && rest.length === 2) return diff(rest[0] ?? '', rest[1] ?? '')
    throw new InbetweenError('IBT-USAGE', `lists ${[verb, ...rest].join(' ')}: not known`, {
      hint: 'inbetween lists status | formats | update [NAME…] | diff A B',
    })
  },
}

function formats() {
  const data = LISTS.map(({ name, summary, source, isBuiltIn }) => ({ name, summary, source, isBuiltIn }))
  return { data, text: data.map(({ name, summary }) => `${name}\n    ${summary}`).join('\n') }
}

function status(input: OperationInput, context: OperationContext) {
  const dir = context.caseDir ?? '.'
  const opened = isCase(dir) ? openCase(dir, context.effects) : undefined
  const home = listHome()
  const now = context.effects.now()
  const ageOf = (day: string | undefined) => (day === undefined ? null : Math.max(0, Math.floor((now - Date.parse(day)) / DAY_MS)))
  const used = (opened ? sealedInputs(opened).lists : builtInLists()).map(({ name, kind, version, entities, date }) => {
    return {
      name,
      kind,
      version,
      entities,
      date: date ?? null,
      ageDays: ageOf(date),
      where: opened ? 'case' : 'built in',
      checked: null as string | null,
      states: 1,
    }
  })
  const fetched = storedNames(home).flatMap((name) => {
    const current = currentVersion(home, name)
    const states = storedVersions(home, name).length
    return (current?.version.lists ?? []).map(({ name: list, kind, version, entities, date }) => {
      const checked = current?.checkedAt ?? null
      return {
        name: list,
        kind,
        version,
        entities,
        date: date ?? null,
        ageDays: ageOf(checked ?? undefined),
        where: `fetched (${current?.version.id})`,
        checked,
        states,
      }
    })
  })
  const limit = opened?.config.lists.maxAgeDays ?? MAX_AGE_DAYS
  const builtIn = new Set(builtInLists().map(({ name }) => name))
  const stale = [...used.filter(({ name }) => !builtIn.has(name)), ...fetched].filter(({ ageDays }) => ageDays !== null && ageDays > limit)
  const warnings = stale.map(({ name, ageDays, checked }) => ({
    code: 'list-stale',
    message: `${name}: ${checked === null ? 'the list is' : 'its publisher was last asked'} ${ageDays} days ${checked === null ? 'old' : 'ago'}, more than ${limit}; what was listed or taken off since is not seen`,
  }))
  const data = [...used, ...fetched]
  return {
    data,
    warnings,
    text: table(
      ['list', 'kind', 'version', 'entries', 'dated', 'age', 'where'],
      data.map((row) => [
        row.name,
        row.kind,
        row.version,
        count(row.entities),
        row.date ?? 'no date',
        row.ageDays === null ? '' : `${row.ageDays} d`,
        row.where,
      ]),
    ),
    ...(stale.length > 0 && flag(input, 'strict') ? { exit: 6 } : {}),
  }
}

async function update(names: readonly string[], input: OperationInput, context: OperationContext) {
  const unknown = names.find((name) => !LIST_ADDRESSES.some((address) => address.name === name))
  if (unknown !== undefined)
    throw new InbetweenError('IBT-USAGE', `lists update ${unknown}: no address is known`, {
      hint: `Known: ${LIST_ADDRESSES.map(({ name }) => name).join(', ')}. Bring other lists with inbetween add list FILE.`,
    })
  const from = text(input, 'from')
  const isNetwork = from === undefined || isUrl(from)
  if (isNetwork && context.isOffline)
    throw new InbetweenError('IBT-REFUSED', 'lists are fetched over a network, and --offline was given', {
      hint: 'Name a folder with --from DIR.',
    })
  const wanted = LIST_ADDRESSES.filter(({ name, isUsual }) => (names.length === 0 ? isUsual : names.includes(name)))
  const done: ListUpdate[] = []
  for (const address of wanted) {
    context.progress('lists', done.length, wanted.length, address.name)
    done.push(
      await updateList(address, {
        home: listHome(),
        effects: context.effects,
        ...(from === undefined ? {} : { from }),
        acceptsShrunken: flag(input, 'accept-shrunken'),
      }),
    )
  }
  for (const { name } of done) await packFetched(name, context)
  const refused = done.filter(({ outcome }) => outcome === 'refused')
  return {
    data: done.map(({ changes, ...row }) => ({ ...row, changes: changes.map(shortOf) })),
    warnings: [
      ...done.flatMap(({ warnings }) => warnings),
      ...refused.map(({ name, code, why }) => ({ code: code ?? 'IBT-LISTS', message: `${name}: ${why ?? ''}` })),
    ],
    text: done.flatMap(wordsOf).map(visible).join('\n'),
    ...(refused.length > 0 ? { exit: 6 } : {}),
  }
}

function wordsOf({ name, outcome, why, lists: held, changes }: ListUpdate): string[] {
  const counts = held.map(({ name: list, entities, version }) => `${list} ${count(entities)} entries, version ${version}`).join('; ')
  if (outcome === 'refused') return [`${name}: REFUSED: ${why ?? ''}`, `  still in use: ${counts === '' ? 'nothing' : counts}`]
  if (outcome === 'unchanged') return [`${name}: unchanged; ${counts}`]
  return [`${name}: ${outcome}; ${counts}`, ...(outcome === 'new' ? [] : changes.flatMap(changeWords))]
}

function shortOf({ added, removed, changed, ...rest }: ListChanges) {
  const few = (entries: readonly { readonly id: string; readonly name: string }[]) =>
    entries.slice(0, SHOWN * 5).map(({ id, name }) => ({ id, name }))
  return {
    ...rest,
    addedCount: added.length,
    removedCount: removed.length,
    changedCount: changed.length,
    added: few(added),
    removed: few(removed),
    changed: changed.slice(0, SHOWN * 5).map(({ entity: { id, name }, fields }) => ({ id, name, fields })),
  }
}

function changeWords({ list, before, after, added, removed, changed }: ListChanges): string[] {
  const named = (
    sign: string,
    entries: readonly { readonly id: string; readonly name: string }[],
    more: (at: number) => string = () => '',
  ) => [
    ...entries.slice(0, SHOWN).map(({ id, name }, at) => `    ${sign} ${name} (${id})${more(at)}`),
    ...(entries.length > SHOWN ? [`    ${sign} and ${count(entries.length - SHOWN)} more`] : []),
  ]
  return [
    `  ${list}: ${count(before)} → ${count(after)} entries; ${count(added.length)} added, ${count(removed.length)} removed, ${count(changed.length)} changed`,
    ...named('+', added),
    ...named('−', removed),
    ...named(
      '~',
      changed.map(({ entity }) => entity),
      (at) => `: ${changed[at]?.fields.join(', ')}`,
    ),
  ]
}

async function diff(a: string, b: string) {
  const [before, after] = await Promise.all([a, b].map(broughtLists))
  const of = (read: typeof before) => read?.readings.flatMap((reading) => reading.lists) ?? []
  const changes = compareLists(of(before), of(after))
  return {
    data: changes.map(shortOf),
    warnings: [...(before?.warnings ?? []), ...(after?.warnings ?? [])],
    text: changes.length === 0 ? 'no list in either' : changes.flatMap(changeWords).map(visible).join('\n'),
  }
}
