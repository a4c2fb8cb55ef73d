import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { type BagFile, readEntries, readHead, verifierPage, verifyEvidence, writeBag } from '../evidence/index.ts'
import type { Finding, Pair } from '../model/index.ts'
import { type CaseFolder, payloadsOf, storeOf, TOOL_VERSION, tagsOfCase } from '../pipeline/index.ts'
import { PROFILES, type Profile } from '../report/index.ts'
import { encrypted, recipientOf } from './age.ts'
import { howToCheck } from './how-to-check.ts'
import { caseOf } from './of-case.ts'
import { type Operation, text } from './operation.ts'
import { writeReport } from './report.ts'
import { count } from './terminal.ts'

/** Kinds of payloads that a public bundle leaves out: what persons stated, decided and looked for. The chain verifies without them. */
const PRIVATE_KINDS = new Set(['declaration', 'decision', 'match-decision', 'config', 'tag', 'saved-search', 'package'])

/** `inbetween bundle`. */
export const bundle: Operation = {
  name: 'bundle',
  summary: 'Write what a stranger needs to check the case: a BagIt bag with ledger, evidence, report, key and a page that verifies.',
  usage: '',
  options: {
    profile: {
      type: 'string',
      value: 'PROFILE',
      choices: PROFILES,
      summary: 'For whom (default public: no evidence bytes but hashes, persons masked).',
    },
    to: { type: 'string', value: 'NAME', summary: 'Who receives it; sealed.' },
    blobs: {
      type: 'string',
      value: 'WHICH',
      choices: ['all', 'cited', 'none'],
      summary: 'Evidence bytes to include (default all; public: none).',
    },
    'encrypt-to': { type: 'string', value: 'KEY', summary: 'An age recipient (age1…) or a file that holds one.' },
    out: { type: 'string', short: 'o', value: 'FILE', summary: 'Where to write it (default exports/bundle-PROFILE.zip).' },
  },
  examples: [
    'inbetween bundle --profile agency --to "Example Authority" --encrypt-to recipient.txt -C acme.case',
    'inbetween bundle --blobs cited -C acme.case',
  ],
  async run(input, context) {
    const opened = caseOf(context)
    const profile = PROFILES.find((name) => name === text(input, 'profile')) ?? 'public'
    const which = text(input, 'blobs') ?? (profile === 'public' ? 'none' : 'all')
    const to = text(input, 'to')
    const key = text(input, 'encrypt-to')
    const recipient = key === undefined ? undefined : recipientOf(key)
    const name = `bundle-${profile}`
    const out = resolve(text(input, 'out') ?? join(opened.exportsPath, `${name}.zip${recipient === undefined ? '' : '.age'}`))
    const reports = await writeReport(opened, ['html', 'json', 'md'], profile, 'bundle')
    const made = await writeBundle(
      opened,
      { profile, which, name, ...(to === undefined ? {} : { to }), reports: reports.map(({ path }) => path) },
      out,
      recipient,
    )
    return {
      case: opened.id,
      data: { ...made, path: out, profile },
      text: [
        `${out}  ${count(made.bytes)} bytes  sha256 ${made.sha256}`,
        `  ${count(made.files)} files; ${count(made.withheldBlobs)} blobs and ${count(made.withheldPayloads)} payloads withheld (their hashes stay)${recipient === undefined ? '' : '; encrypted'}`,
        `  head ${made.head}`,
        `  key  ${made.fingerprint}`,
        'Tell the receiver head and key by another channel than the bundle.',
        `Check: inbetween verify ${out}${recipient === undefined ? '' : ' --identity FILE'}`,
      ].join('\n'),
    }
  },
}

/** What goes into a bundle. */
export interface BundlePlan {
  readonly profile: Profile
  readonly which: string
  readonly name: string
  readonly to?: string
  /** Files of the report. */
  readonly reports: readonly string[]
}

/** What a bundle came to. */
export interface WrittenBundle {
  readonly sha256: string
  readonly bytes: number
  readonly files: number
  readonly head: string
  readonly fingerprint: string
  readonly withheldBlobs: number
  readonly withheldPayloads: number
}

/** Writes a bundle; the export is sealed first, so that the bundle's own ledger has it. @throws InbetweenError `IBT-INTEGRITY` when the case does not verify. */
export async function writeBundle(
  opened: CaseFolder,
  plan: BundlePlan,
  out: string,
  recipient: string | undefined,
): Promise<WrittenBundle> {
  const found = await verifyEvidence(opened.paths, opened.blobs)
  const [problem] = found.problems
  if (problem)
    throw new InbetweenError('IBT-INTEGRITY', `the case does not verify: ${problem.message}`, {
      place: problem.path,
      hint: 'Run inbetween verify.',
    })
  const wanted = wantedBlobs(opened, plan)
  const isPublic = plan.profile === 'public'
  const held = opened.blobs.list()
  const left = new Map(held.filter((sha256) => !wanted.has(sha256)).map((sha256) => [sha256, reasonFor(plan)]))
  const exported = { profile: plan.profile, ...(plan.to === undefined ? {} : { to: plan.to }), blobs: plan.which, withheldBlobs: left.size }
  opened.append([{ kind: 'export', payload: exported }])
  const files: BagFile[] = []
  let withheldPayloads = 0
  for (const { entry, payload } of readEntries(opened.paths)) {
    if (!payload) continue
    if (isPublic && PRIVATE_KINDS.has(entry.kind)) withheldPayloads++
    else files.push(at(opened, `evidence/payloads/${entry.commit.slice(0, 2)}/${entry.commit}.json`))
  }
  for (const sha256 of held)
    if (!left.has(sha256)) files.push({ path: `data/evidence/blobs/${sha256.slice(0, 2)}/${sha256}`, file: opened.blobs.pathOf(sha256) })
  files.push(at(opened, 'ledger.jsonl'), at(opened, 'ledger.head'))
  if (!isPublic && existsSync(join(opened.root, 'inbetween.yaml'))) files.push(at(opened, 'inbetween.yaml'))
  for (const path of plan.reports) files.push({ path: `data/report/report${path.slice(path.lastIndexOf('.'))}`, file: path })
  files.push({ path: 'data/withheld.txt', bytes: Buffer.from([...left].map(([sha256, why]) => `${sha256}  ${why}\n`).join('')) })
  const publicKey = String(readEntries(opened.paths)[0]?.payload?.publicKey ?? '')
  const head = readHead(opened.paths)?.hash ?? ''
  files.push({ path: 'case-key.pem', bytes: Buffer.from(publicKey) })
  files.push({ path: 'index.html', bytes: Buffer.from(verifierPage()) })
  files.push({ path: 'HOW-TO-CHECK.txt', bytes: Buffer.from(howToCheck()) })
  const info = [
    ['External-Identifier', opened.id],
    ['Bag-Software-Agent', `inbetween ${TOOL_VERSION}`],
    ['Ledger-Head', head],
  ] as const
  mkdirSync(join(out, '..'), { recursive: true })
  const part = `${out}.part`
  try {
    const bag = await writeBag(part, plan.name, files, info, opened.effects.now())
    const written = recipient === undefined ? bag : { ...bag, ...(await encrypted(part, recipient)) }
    renameSync(part, out)
    const fingerprint = String(readEntries(opened.paths)[0]?.payload?.keyFingerprint ?? '')
    return { ...written, head, fingerprint, withheldBlobs: left.size, withheldPayloads }
  } finally {
    rmSync(part, { force: true })
  }
}

/** Blobs that go along: all but those of privileged exhibits, those that pairs and findings cite, or none. */
function wantedBlobs(opened: CaseFolder, plan: BundlePlan): ReadonlySet<string> {
  const privileged = new Set([...tagsOfCase(opened)].filter(([, tags]) => tags.includes('privileged')).map(([sha256]) => sha256))
  // A time-stamp token says nothing of anybody, and nothing else shows when.
  const tokens = payloadsOf(opened, 'timestamp').map(({ blob }) => String(blob))
  if (plan.which === 'none') return new Set(tokens)
  const keep = (hashes: readonly string[]) =>
    new Set([...tokens, ...hashes.filter((sha256) => plan.profile === 'internal' || !privileged.has(sha256))])
  if (plan.which === 'all') return keep(opened.blobs.list())
  const store = storeOf(opened)
  try {
    const anchors = [
      ...store.all<Pair>('pair').flatMap(({ from, to }) => [from.anchor, to.anchor]),
      ...store.all<Finding>('finding').flatMap((finding) => finding.anchors),
    ]
    return keep([...new Set(anchors.map((anchor) => anchor.slice(0, 64)))])
  } finally {
    store.close()
  }
}

function reasonFor({ which, profile }: BundlePlan): string {
  if (which === 'none') return `left out of a ${profile} bundle`
  return which === 'cited' ? 'cited by no pair or finding' : 'privileged'
}

function at(opened: CaseFolder, path: string): BagFile {
  return { path: `data/${path}`, file: join(opened.root, path) }
}
