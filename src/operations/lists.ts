import { InbetweenError } from '../base/errors.ts'
import { visible } from '../base/printable.ts'
import { isUrl, type ListUpdate, listHome, updateList } from '../pipeline/index.ts'
import { compareLists, LIST_ADDRESSES, LISTS, type ListChanges } from '../screen/index.ts'
import { broughtLists } from './list-files.ts'
import { listStatus } from './list-status.ts'
import { flag, type Operation, type OperationContext, type OperationInput, text } from './operation.ts'
import { packFetched } from './screening-lists.ts'
import { count } from './terminal.ts'

/** Entries of a kind of change that are named on a terminal. */
const SHOWN = 20

/** `inbetween lists`. */
export const lists: Operation = {
  name: 'lists',
  summary: 'The lists that names are compared with: versions, dates, entries; fetching them; what changed between two states.',
  usage: 'status | formats | update [NAME…] | diff A B',
  options: {
    from: {
      type: 'string',
      value: 'URL|DIR',
      summary: 'update: take the files from a mirror or folder instead of their publisher.',
    },
    'accept-shrunken': { type: 'boolean', summary: 'update: take a list that lost more than a twentieth of its entries.' },
    strict: {
      type: 'boolean',
      summary: 'status: exit with 6 when a list is stale (not the one that comes with the program).',
    },
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
    if (verb === 'status') return listStatus(flag(input, 'strict'), context)
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
