import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parse as parseYaml } from 'yaml'
import type { Effects } from '../base/effects.ts'
import { InbetweenError } from '../base/errors.ts'
import {
  type AppendContext,
  appendEntries,
  type BlobStore,
  folderBlobs,
  type Head,
  keyFolder,
  type LedgerPaths,
  ledgerPaths,
  makeKey,
  openKey,
  type Payload,
  readEntries,
} from '../evidence/index.ts'
import { type CaseConfig, caseConfigSchema } from '../model/index.ts'

/** The tool's version, sealed with every analysis. */
export const TOOL_VERSION = '0.1.0'

/** A case that is open: its paths, evidence and what is stated in inbetween.yaml. */
export interface CaseFolder {
  readonly root: string
  readonly id: string
  readonly paths: LedgerPaths
  readonly blobs: BlobStore
  readonly databasePath: string
  readonly readingsPath: string
  readonly exportsPath: string
  readonly config: CaseConfig
  readonly configText: string
  readonly effects: Effects
  /** Appends signed entries; needs the case key. */
  readonly append: (entries: readonly { kind: string; payload: Payload }[]) => Head
}

const CONFIG = 'inbetween.yaml'
const CONFIG_START = `# What the person states: sources, basis, productions, parties, declarations, privacy. See docs/configuration.md.
case: {}
`

/** Whether a folder is a case. */
export function isCase(root: string): boolean {
  return existsSync(join(root, 'ledger.jsonl')) || existsSync(join(root, 'ledger.head'))
}

/** Makes a case in an absent or empty folder. `configText` becomes its inbetween.yaml. @throws InbetweenError `IBT-REFUSED` when the folder holds something else. */
export function initCase(root: string, effects: Effects, configText = CONFIG_START): CaseFolder {
  if (existsSync(root) && readdirSync(root).some((name) => name !== CONFIG)) {
    throw new InbetweenError('IBT-REFUSED', 'the folder is not empty and is no case', {
      place: root,
      hint: 'Name another folder with -C DIR, or an empty one.',
    })
  }
  parseConfig(configText, join(root, CONFIG))
  mkdirSync(join(root, 'exports'), { recursive: true })
  mkdirSync(join(root, 'cache', 'readings'), { recursive: true })
  if (!existsSync(join(root, CONFIG))) writeFileSync(join(root, CONFIG), configText)
  const signer = makeKey(keyFolder(dataHome()), effects.passphrase)
  const context = { paths: ledgerPaths(root), signer, now: effects.now, random: effects.random }
  appendEntries(context, [
    { kind: 'case', payload: { publicKey: signer.publicPem, tool: TOOL_VERSION, keyFingerprint: signer.fingerprint } },
  ])
  return openCase(root, effects)
}

/** Opens a case. @throws InbetweenError `IBT-NO-CASE`, `IBT-CONFIG`. */
export function openCase(root: string, effects: Effects): CaseFolder {
  if (!isCase(root)) {
    throw new InbetweenError('IBT-NO-CASE', 'not a case', {
      place: resolve(root),
      hint: 'Name a case with -C DIR, or make one: inbetween scan ./folder',
    })
  }
  const configPath = join(root, CONFIG)
  const configText = existsSync(configPath) ? readFileSync(configPath, 'utf8') : CONFIG_START
  const config = parseConfig(configText, configPath)
  const paths = ledgerPaths(root)
  let context: AppendContext | undefined
  return {
    root,
    id: config.case.id ?? basename(resolve(root)).replace(/\.case$/, ''),
    paths,
    blobs: folderBlobs(join(root, 'evidence', 'blobs')),
    databasePath: join(root, 'case.sqlite'),
    readingsPath: join(root, 'cache', 'readings'),
    exportsPath: join(root, 'exports'),
    config,
    configText,
    effects,
    append(entries) {
      context ??= {
        paths,
        signer: openKey(keyFolder(dataHome()), fingerprintOfCase(paths), effects.passphrase),
        now: effects.now,
        random: effects.random,
      }
      return appendEntries(context, entries)
    },
  }
}

function fingerprintOfCase(paths: LedgerPaths): string {
  const first = readEntries(paths)[0]?.payload?.keyFingerprint
  if (typeof first !== 'string')
    throw new InbetweenError('IBT-INTEGRITY', 'entry 0 does not name the case key', { place: paths.ledger, hint: 'Run inbetween verify.' })
  return first
}

function parseConfig(text: string, place: string): CaseConfig {
  let value: unknown
  try {
    value = parseYaml(text, { maxAliasCount: 50 }) ?? {}
  } catch (cause) {
    throw new InbetweenError('IBT-CONFIG', cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'not YAML', {
      place,
      hint: 'Correct the line named above.',
      cause,
    })
  }
  const parsed = caseConfigSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new InbetweenError('IBT-CONFIG', `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not as documented'}`, {
    place,
    hint: 'See docs/configuration.md for every member.',
  })
}

function dataHome(): string {
  return process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share')
}
