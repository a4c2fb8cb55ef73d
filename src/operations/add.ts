import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import {
  type CaseFolder,
  collectSource,
  type DeclarationFile,
  sealDeclaration,
  sealHashSet,
  sealLists,
  sealStatement,
} from '../pipeline/index.ts'
import { listFiles, listOptions, shadowWarnings } from './list-files.ts'
import { caseOf } from './of-case.ts'
import { type Operation, type OperationContext, type OperationInput, text } from './operation.ts'
import { openPackage } from './seal.ts'
import { slug } from './sources.ts'
import { count } from './terminal.ts'

const TABLES = ['roster', 'shots', 'sites', 'productions', 'subcontractors', 'owners', 'invoice', 'attestation', 'registrations'] as const
const KINDS = [...TABLES, 'statement', 'list', 'hashes', 'logs', 'files', 'package'] as const
const HASH_SET_KINDS = ['software', 'stock', 'own', 'other'] as const
const LIST_KINDS = ['sanctions', 'export', 'other'] as const

/** `inbetween add`. */
export const add: Operation = {
  name: 'add',
  summary: 'Seal what a person brings: tables (minimised first), a statement, a sanctions list, hashes of known files, logs, more files.',
  usage: `<${KINDS.join('|')}> <path or text>`,
  options: {
    by: { type: 'string', value: 'WHO', summary: 'Who states it.' },
    on: { type: 'string', value: 'DATE', summary: 'When it was stated, YYYY-MM-DD.' },
    rating: { type: 'string', value: 'A1…F6', summary: 'Reliability of source and item (Admiralty scale); unrated counts as C3.' },
    about: { type: 'string', value: 'WHAT', choices: ['origin', 'chain', 'site', 'other'], summary: 'What a statement is about.' },
    identity: { type: 'string', value: 'FILE', summary: 'Your age identity, which opens a package.' },
    fingerprint: { type: 'string', value: 'KEY', summary: 'The key of a package as its sender told it; another one is refused.' },
    name: {
      type: 'string',
      value: 'NAME',
      summary:
        'Name of a set of known files or of a list of your own (default: the name of its file); a newer file of a name takes the place of the older.',
    },
    kind: {
      type: 'string',
      value: 'KIND',
      choices: [...new Set([...HASH_SET_KINDS, ...LIST_KINDS])],
      summary:
        'What a set of known files holds: software and stock count as no material of a production, own and other are only marked (default: software for NSRL, else other). What a list of your own is: sanctions, export or other (default).',
    },
    map: {
      type: 'string',
      value: 'FIELD=COLUMN,…',
      summary: 'Which columns of a list of your own hold what: name=Firma,country=Land. Fields: docs/screening.md.',
    },
  },
  examples: [
    'inbetween add roster roster.csv --by "Acme Animation" --on 2024-01-05 -C acme.case',
    'inbetween add statement "All work is done in Seoul." --by "Acme Animation" --on 2024-01-05 --about site -C acme.case',
    'inbetween add list ./ofac -C acme.case',
    'inbetween add list blocked.csv --name blocked --kind other --map name=Firma,country=Land -C acme.case',
    'inbetween add hashes stock-library.sha256 --kind stock -C acme.case',
    'inbetween add hashes RDS_2024.03.1_modern_minimal.db --name nsrl -C acme.case',
  ],
  async run(input, context) {
    const [kind = '', ...rest] = input.paths
    const given = rest.join(' ')
    if (!KINDS.some((known) => known === kind) || given === '')
      throw new InbetweenError('IBT-USAGE', `add needs a kind and a path: ${KINDS.join(', ')}`, { hint: 'inbetween add roster roster.csv' })
    const rating = text(input, 'rating')
    if (rating !== undefined && !/^[A-F][1-6]$/.test(rating))
      throw new InbetweenError('IBT-USAGE', `--rating ${rating}: not a letter A to F and a digit 1 to 6`)
    const opened = caseOf(context)
    if (kind === 'list') return addList(opened, given, input)
    if (kind === 'package') return addPackage(opened, given, input)
    if (kind === 'hashes') return addHashes(opened, given, input, context)
    if (kind === 'logs' || kind === 'files') return addSource(opened, kind, rest, context)
    return addDeclaration(opened, kind as DeclarationFile['kind'], given, input)
  },
}

async function addPackage(opened: CaseFolder, path: string, input: OperationInput) {
  if (!existsSync(path)) throw new InbetweenError('IBT-NOT-FOUND', 'no such package', { place: path, hint: 'Check the path.' })
  const identity = text(input, 'identity')
  const fingerprint = text(input, 'fingerprint')
  const opts = { ...(identity === undefined ? {} : { identity }), ...(fingerprint === undefined ? {} : { fingerprint }) }
  const done = await openPackage(opened, path, opts)
  const told = fingerprint === undefined ? 'compare it with what the sender tells you by another channel' : 'as you were told'
  return {
    case: opened.id,
    data: { kind: 'package', ...done },
    text: `${count(done.visits)} visits, ${count(done.files)} files, as source ${done.source}\n  key ${done.fingerprint}: ${told}\nNext: inbetween analyze -C ${opened.root}`,
  }
}

async function addDeclaration(opened: CaseFolder, kind: DeclarationFile['kind'], given: string, input: OperationInput) {
  const meta: Record<string, string> = {}
  for (const name of ['by', 'on', 'rating', 'about']) {
    const value = text(input, name)
    if (value !== undefined) meta[name] = value
  }
  const isText = kind === 'statement' && !existsSync(given)
  const sealed = isText ? sealStatement(opened, given, meta) : await sealDeclaration(opened, { kind, path: given, ...meta }, resolve(given))
  const kept = sealed.mapping.filter(({ field }) => field !== null).map(({ column, field }) => `${column} → ${field}`)
  const dropped = sealed.mapping.filter(({ field }) => field === null).map(({ column }) => column)
  const lines = [
    `${count(sealed.rows)} ${kind} rows sealed (${sealed.sha256.slice(0, 12)})`,
    ...(kept.length > 0 ? [`  kept: ${kept.join(', ')}`] : []),
    ...(dropped.length > 0 ? [`  left out before sealing: ${dropped.join(', ')}`] : []),
    `Next: inbetween analyze -C ${opened.root}`,
  ]
  return { case: opened.id, data: { kind, ...sealed }, warnings: sealed.warnings, text: lines.join('\n') }
}

async function addList(opened: CaseFolder, place: string, input: OperationInput) {
  const { readings, warnings } = sealLists(opened, await listFiles(place), listOptions(input))
  const lists = readings.flatMap(({ format, lists: all, isWhole }) =>
    all.map(({ name, kind, version, entities }) => ({ name, kind, version, entities, format, isWhole })),
  )
  const lines = lists.map(
    ({ name, kind, version, entities, format, isWhole }) =>
      `list ${name} (${kind}), version ${version}: ${count(entities)} entries sealed, read as ${format}${isWhole ? '' : '; the files do not end as whole ones do'}`,
  )
  return {
    case: opened.id,
    data: { kind: 'list', lists },
    warnings: [...shadowWarnings(place), ...warnings],
    text: [...lines, `Next: inbetween analyze -C ${opened.root}`].join('\n'),
  }
}

function addHashes(opened: CaseFolder, given: string, input: OperationInput, context: OperationContext) {
  const name = text(input, 'name') ?? slug(basename(given).replace(/\.[a-z0-9]{1,8}$/i, '')).slice(0, 40)
  if (!/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$/.test(name))
    throw new InbetweenError('IBT-USAGE', `--name ${name}: letters, digits, blanks, dots, _ and -, at most 40`)
  const kind = HASH_SET_KINDS.find((known) => known === text(input, 'kind'))
  const version = text(input, 'on')
  const meta = { name, ...(kind === undefined ? {} : { kind }), ...(version === undefined ? {} : { version }) }
  const { format, sets, warnings } = sealHashSet(opened, given, meta, context.progress)
  const lines = sets.map(
    (set) =>
      `${set.name} (${set.kind}, version ${set.version}): ${count(set.entries)} different ${set.algorithm} sealed, read as ${format}`,
  )
  return {
    case: opened.id,
    data: { format, sets },
    warnings,
    text: [...lines, `Next: inbetween analyze -C ${opened.root}`].join('\n'),
  }
}

async function addSource(opened: CaseFolder, kind: string, paths: readonly string[], context: OperationContext) {
  let visits = 0
  for (const path of paths) {
    const source = {
      id: `${kind}-${slug(basename(resolve(path)))}`,
      kind: 'folder' as const,
      path: resolve(path),
      layout: 'plain' as const,
    }
    visits += (await collectSource(opened, source, context.progress)).visits
  }
  return { case: opened.id, data: { kind, visits }, text: `${count(visits)} visits sealed\nNext: inbetween analyze -C ${opened.root}` }
}
