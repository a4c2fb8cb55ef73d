import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { ledgerPaths, readEntries } from '../evidence/index.ts'
import { type CaseFolder, collectSource, initCase, payloadsOf } from '../pipeline/index.ts'
import { recipientOf } from './age.ts'
import { writeBundle } from './bundle.ts'
import type { OperationContext } from './operation.ts'
import { slug } from './sources.ts'
import { count } from './terminal.ts'
import { withBundle } from './verify-bundle.ts'

/**
 * Collects a folder into a case of its own, and writes that as one encrypted package that only the recipient opens. The case is thrown away; its key stays on this
 * machine and its fingerprint is told by another channel. @throws InbetweenError `IBT-INPUT`, `IBT-NOT-FOUND`.
 */
export async function sealPackage(folder: string, recipient: string, out: string, context: OperationContext) {
  const to = recipientOf(recipient)
  const scratch = mkdtempSync(join(tmpdir(), 'inbetween-seal-'))
  try {
    const opened = initCase(join(scratch, 'delivery.case'), context.effects)
    const source = { id: slug(basename(resolve(folder))), path: resolve(folder), layout: 'plain' as const }
    const collected = await collectSource(opened, source, context.progress)
    const plan = { profile: 'internal' as const, which: 'all', name: 'delivery', reports: [] }
    const made = await writeBundle(opened, plan, resolve(out), to)
    return {
      data: { ...made, path: resolve(out), exhibits: collected.read, notTaken: collected.notTaken },
      text: [
        `${out}  ${count(made.bytes)} bytes  sha256 ${made.sha256}`,
        `  ${count(collected.read)} files sealed, encrypted to the recipient; only they can open it`,
        `  key ${made.fingerprint}: tell it to the recipient by another channel`,
      ].join('\n'),
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Opens a package in a case: checks it, takes its bytes, and seals its visits as those of a source named after it. @throws InbetweenError `IBT-INTEGRITY`, `IBT-INPUT`. */
export async function openPackage(
  opened: CaseFolder,
  path: string,
  options: { readonly identity?: string; readonly fingerprint?: string },
): Promise<{ readonly source: string; readonly visits: number; readonly files: number; readonly fingerprint: string }> {
  return withBundle(path, options, (checked, data) => {
    const [problem] = checked.problems
    if (problem || !checked.evidence)
      throw new InbetweenError(
        'IBT-INTEGRITY',
        `the package does not verify: ${problem ? `${problem.path}: ${problem.message}` : 'it has no ledger'}`,
        {
          place: path,
          hint: 'Ask for it again; nothing of it was taken.',
        },
      )
    const source = `package-${slug(basename(path).replace(/\.[a-z.]+$/i, ''))}`
    const fingerprint = checked.fingerprint ?? ''
    const visits = readEntries(ledgerPaths(data)).flatMap(({ entry, payload }) => (entry.kind === 'visit' && payload ? [payload] : []))
    const files = visits.reduce((sum, { entries }) => sum + Number(entries), 0)
    const told = { source, visits: visits.length, files, fingerprint }
    if (payloadsOf(opened, 'package').some(({ package: known }) => known === checked.sha256)) return told
    takeBlobs(opened, join(data, 'evidence', 'blobs'))
    const ledger = opened.blobs.take(readFileSync(join(data, 'ledger.jsonl')))
    const { head } = checked.evidence
    opened.append([
      {
        kind: 'package',
        payload: {
          package: checked.sha256,
          name: basename(path),
          fingerprint,
          head,
          blobs: [{ name: 'ledger of the package', sha256: ledger.sha256 }],
        },
      },
      ...visits.map((payload) => ({ kind: 'visit', payload: { ...payload, source, layout: 'plain', package: checked.sha256 } })),
    ])
    return told
  })
}

function takeBlobs(opened: CaseFolder, folder: string): void {
  for (const sub of readdirSync(folder)) {
    for (const name of readdirSync(join(folder, sub))) {
      opened.blobs.takeFile(join(folder, sub, name), (sha256) => {
        if (sha256 !== name) throw new InbetweenError('IBT-INTEGRITY', 'a blob of the package is not what its name says', { place: name })
      })
    }
  }
}
