import { createHash } from 'node:crypto'
import { closeSync, createReadStream, existsSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { printable } from '../base/printable.ts'
import {
  type BagCheck,
  bagRoot,
  checkBag,
  fingerprintOfPem,
  folderBlobs,
  ledgerPaths,
  type Problem,
  readEntries,
  unzipInto,
  type Verification,
  type VerifyOptions,
  verifyEvidence,
} from '../evidence/index.ts'
import { decrypted } from './age.ts'
import { count } from './terminal.ts'

/** What a check of a bundle is given from outside. */
export interface BundleOptions extends VerifyOptions {
  readonly fingerprint?: string
  /** An age identity file, for an encrypted bundle. */
  readonly identity?: string
}

/** A bundle that is unpacked and was checked. */
export interface CheckedBundle {
  readonly ok: boolean
  readonly bag: BagCheck
  /** SHA-256 of the file that was given; absent for a folder. */
  readonly sha256?: string
  /** Absent for a plain bag without a ledger. */
  readonly evidence?: Verification
  readonly fingerprint?: string
  readonly anchors: { readonly cited: number; readonly resolved: number; readonly withheld: number }
  readonly problems: readonly Problem[]
}

/** Whether a path is a bundle: an encrypted or plain zip, or an unpacked bag. */
export function isBundle(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat?.isFile() === true || (stat?.isDirectory() === true && existsSync(join(path, 'bagit.txt')))
}

/**
 * Unpacks a bundle into a private folder, checks it, hands the folder that has the shape of a case to `use`, and removes it again.
 * @throws InbetweenError `IBT-INPUT` when it cannot be unpacked.
 */
export async function withBundle<T>(
  path: string,
  options: BundleOptions,
  use: (checked: CheckedBundle, data: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'inbetween-bundle-'))
  try {
    const root = await unpack(path, folder, options)
    const checked = await check(root, folder, options)
    const sha256 = statSync(path).isFile() ? await fileHash(path) : undefined
    return await use(sha256 === undefined ? checked : { ...checked, sha256 }, join(root, 'data'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lines that an auditor reads. */
export function bundleText(path: string, checked: CheckedBundle, options: BundleOptions): string {
  const { bag, evidence, fingerprint, anchors, problems, sha256, ok } = checked
  const told =
    options.fingerprint === undefined
      ? 'compare it with what you were told'
      : options.fingerprint === fingerprint
        ? 'as you were told'
        : 'NOT as you were told'
  const lines = [
    `${basename(path)}${sha256 === undefined ? '' : `  sha256 ${sha256}`}`,
    `bag         BagIt ${bag.version || '?'}, ${count(bag.files)} files listed / ${count(bag.matching)} match (${bag.algorithms.join(', ')})`,
  ]
  if (evidence) {
    const { ledger, blobs, signatures } = evidence
    lines.push(
      `key         ${fingerprint ?? '?'}  ${told}`,
      `ledger      ${count(ledger.entries)} entries, chain ${ledger.intact ? 'intact' : 'BROKEN'}, withheld: ${ledger.withheld}, tail ${ledger.tail}`,
      `evidence    ${count(blobs.listed)} listed / ${count(blobs.present)} present / ${count(blobs.matching)} match, withheld: ${count(blobs.withheld)}, removed on record: ${count(blobs.removed)}`,
      `signatures  ${count(signatures.valid)} valid, ${count(signatures.invalid)} invalid`,
      ...evidence.timestamps.map(
        ({ genTime, tsa, count: entries, isValid, root }) =>
          `time stamp  ${isValid ? 'valid' : 'INVALID'}: entries 1 to ${count(entries)} existed at ${genTime}, says ${printable(tsa)} (root ${root})`,
      ),
      `report      ${count(anchors.cited)} exhibits cited, ${count(anchors.resolved)} are in the bundle, ${count(anchors.withheld)} withheld`,
      `head        ${evidence.head}`,
    )
  } else lines.push('ledger      none: a plain bag; its files are as its manifest says, and nothing more is shown')
  lines.push(
    ...problems.slice(0, 50).map(({ code, path: where, message }) => `  ! ${code}  ${printable(where)}: ${printable(message)}`),
    'not checked translations, identity of people, truth of claims; times without a time stamp are asserted by the machine that collected',
    ok ? 'VERIFIED (integrity only)' : 'NOT VERIFIED',
  )
  return lines.join('\n')
}

async function unpack(path: string, folder: string, options: BundleOptions): Promise<string> {
  if (statSync(path).isDirectory()) return path
  let zip = path
  if (startOf(path, 21) === 'age-encryption.org/v1') {
    if (options.identity === undefined)
      throw new InbetweenError('IBT-INPUT', 'the bundle is encrypted', {
        place: path,
        hint: 'Name the file that holds your age identity: --identity FILE.',
      })
    zip = join(folder, 'plain.zip')
    await decrypted(path, options.identity, zip)
  }
  if (startOf(zip, 2) !== 'PK')
    throw new InbetweenError('IBT-INPUT', 'neither a zip nor an age file', { place: path, hint: 'Name a bundle, a bag or a case.' })
  await unzipInto(zip, join(folder, 'bag'))
  const root = bagRoot(join(folder, 'bag'))
  if (root === undefined) throw new InbetweenError('IBT-INPUT', 'the zip holds no bag (there is no bagit.txt)', { place: path })
  return root
}

async function check(root: string, scratch: string, options: BundleOptions): Promise<CheckedBundle> {
  const problems: Problem[] = []
  const bag = await checkBag(root, problems)
  const data = join(root, 'data')
  const none = { cited: 0, resolved: 0, withheld: 0 }
  if (!existsSync(join(data, 'ledger.jsonl'))) return { ok: problems.length === 0, bag, anchors: none, problems }
  const held = join(data, 'evidence', 'blobs')
  const blobs = folderBlobs(existsSync(held) ? held : join(scratch, 'no-blobs'))
  const withheld = withheldOf(data)
  const evidence = await verifyEvidence(ledgerPaths(data), blobs, { ...options, withheld })
  problems.push(...evidence.problems)
  const key = readEntries(ledgerPaths(data))[0]?.payload?.publicKey
  const fingerprint = typeof key === 'string' ? fingerprintOf(key) : undefined
  if (options.fingerprint !== undefined && options.fingerprint !== fingerprint)
    problems.push({
      code: 'key-other',
      path: 'entry 0',
      message: `the key is ${fingerprint ?? 'not readable'}, not ${printable(options.fingerprint, 80)}`,
    })
  const anchors = anchorsOf(data, (sha256) => (blobs.has(sha256) ? 'held' : withheld.has(sha256) ? 'withheld' : 'lost'))
  if (anchors.lost > 0)
    problems.push({
      code: 'anchor-lost',
      path: 'data/report/report.json',
      message: `${anchors.lost} exhibits are cited and neither here nor withheld`,
    })
  const { lost: _, ...counted } = anchors
  return { ok: problems.length === 0, bag, evidence, ...(fingerprint === undefined ? {} : { fingerprint }), anchors: counted, problems }
}

/** Blobs that the maker says to have left out. */
function withheldOf(data: string): ReadonlySet<string> {
  const path = join(data, 'withheld.txt')
  if (!existsSync(path)) return new Set()
  return new Set(
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line) => /^([0-9a-f]{64}) {2}/.exec(line)?.[1] ?? []),
  )
}

/** Exhibits that the report cites by their anchors (`hash!…`), each once. */
function anchorsOf(data: string, whereIs: (sha256: string) => 'held' | 'withheld' | 'lost') {
  const path = join(data, 'report', 'report.json')
  const found = { cited: 0, resolved: 0, withheld: 0, lost: 0 }
  if (!existsSync(path)) return found
  const cited = new Set([...readFileSync(path, 'utf8').matchAll(/"([0-9a-f]{64})!/g)].map(([, sha256 = '']) => sha256))
  found.cited = cited.size
  for (const sha256 of cited) {
    const where = whereIs(sha256)
    found[where === 'held' ? 'resolved' : where]++
  }
  return found
}

function fingerprintOf(pem: string): string | undefined {
  try {
    return fingerprintOfPem(pem)
  } catch {
    return undefined
  }
}

function startOf(path: string, bytes: number): string {
  const buffer = Buffer.alloc(bytes)
  const file = openSync(path, 'r')
  try {
    return buffer.toString('latin1', 0, readSync(file, buffer, 0, bytes, 0))
  } finally {
    closeSync(file)
  }
}

async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
