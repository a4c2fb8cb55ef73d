import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { printable } from '../base/printable.ts'
import { folderBlobs, ledgerPaths, verifyEvidence } from '../evidence/index.ts'
import type { Finding, Pair } from '../model/index.ts'
import { openCase, rederive, storeOf } from '../pipeline/index.ts'
import { flag, type Operation, type OperationContext, type OperationInput, text } from './operation.ts'
import { count } from './terminal.ts'
import { bundleText, isBundle, withBundle } from './verify-bundle.ts'

/** `inbetween verify`. */
export const verify: Operation = {
  name: 'verify',
  summary: 'Check every byte, entry and signature of a case or a bundle, offline and without its key.',
  usage: '[CASE|BUNDLE]',
  options: {
    head: { type: 'string', value: 'HASH', summary: 'Head hash from another channel: detects a ledger whose end was cut.' },
    'tsa-roots': { type: 'string', value: 'FILE', summary: 'Certificates (PEM) that time stamps must lead to.' },
    fingerprint: { type: 'string', value: 'KEY', summary: 'The key’s fingerprint as you were told it by another channel.' },
    identity: { type: 'string', value: 'FILE', summary: 'Your age identity, for an encrypted bundle.' },
    rebuild: { type: 'boolean', summary: 'Also derive every row anew, apart from the case, and compare with what was sealed.' },
  },
  examples: ['inbetween verify january.case', 'inbetween verify january.case --head 4f1c… --rebuild'],
  async run(input, context) {
    const dir = input.paths[0] ?? context.caseDir ?? '.'
    if (isBundle(dir)) return verifyBundle(dir, input)
    if (!existsSync(join(dir, 'ledger.jsonl')) && !existsSync(join(dir, 'ledger.head'))) {
      throw new InbetweenError('IBT-NO-CASE', 'not a case', { place: dir, hint: 'Name the case folder: inbetween verify january.case' })
    }
    const head = text(input, 'head')
    const roots = rootsOf(input)
    const found = await verifyEvidence(ledgerPaths(dir), folderBlobs(join(dir, 'evidence', 'blobs')), {
      ...(head === undefined ? {} : { head }),
      ...(roots === undefined ? {} : { tsaRoots: roots }),
    })
    const anchors = anchorsOf(dir, context)
    const rebuilt =
      flag(input, 'rebuild') && found.ok ? await rederive(openCase(dir, context.effects), context.progress, { jobs: 2 }) : undefined
    const problems = [...found.problems]
    if (anchors.resolved < anchors.cited)
      problems.push({
        code: 'anchor-lost',
        path: 'case.sqlite',
        message: `${anchors.cited - anchors.resolved} anchors name bytes that the case does not hold`,
      })
    if (rebuilt?.comparable && !rebuilt.same) problems.push({ code: 'rows-differ', path: 'case.sqlite', message: rebuilt.why })
    const ok = problems.length === 0
    const { ledger, blobs, signatures } = found
    const lines = [
      `ledger      ${count(ledger.entries)} entries, chain ${ledger.intact ? 'intact' : 'BROKEN'}, withheld: ${ledger.withheld}, tail ${ledger.tail}`,
      `files       ${count(blobs.listed)} listed / ${count(blobs.present)} present / ${count(blobs.matching)} match${blobs.removed > 0 ? `, ${count(blobs.removed)} removed on record` : ''}`,
      `signatures  ${count(signatures.valid)} valid, ${count(signatures.invalid)} invalid`,
      ...found.timestamps.map(
        ({ genTime, tsa, count: entries, isValid, root }) =>
          `time stamp  ${isValid ? 'valid' : 'INVALID'}: entries 1 to ${count(entries)} existed at ${genTime}, says ${printable(tsa)} (root ${root}${root === 'not checked' ? ': give --tsa-roots FILE' : ''})`,
      ),
      `anchors     ${count(anchors.cited)} cited by pairs and findings, ${count(anchors.resolved)} name sealed bytes`,
      ...(rebuilt ? [`rows        ${count(rebuilt.rows)} derived anew: ${rebuilt.why}`] : []),
      `head        ${found.head}`,
      ...problems.slice(0, 50).map(({ code, path, message }) => `  ! ${code}  ${printable(path)}: ${printable(message)}`),
      ...found.notes.slice(0, 50).map(({ code, path, message }) => `  note ${code}  ${printable(path)}: ${printable(message)}`),
      'not checked translations, identity of people, truth of claims; times are asserted by the machine that collected',
      ...(ledger.tail === 'confirmed'
        ? []
        : ['            that entries were cut from the end together with ledger.head cannot be excluded without --head']),
      ok ? 'VERIFIED (integrity only)' : 'NOT VERIFIED',
    ]
    const data = { ...found, ok, problems, anchors, ...(rebuilt ? { rebuild: rebuilt } : {}) }
    return { data, text: lines.join('\n'), ...(ok ? {} : { exit: 4 }) }
  },
}

/** The certificates of `--tsa-roots`, PEM. @throws InbetweenError `IBT-NOT-FOUND`, `IBT-INPUT`. */
function rootsOf(input: OperationInput): string | undefined {
  const path = text(input, 'tsa-roots')
  if (path === undefined) return undefined
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new InbetweenError('IBT-NOT-FOUND', 'no such file of certificates', { place: path })
  if (stat.size > LIMITS.tableBytes) throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.tableBytes} bytes`, { place: path })
  return readFileSync(path, 'utf8')
}

async function verifyBundle(path: string, input: OperationInput) {
  if (flag(input, 'rebuild'))
    throw new InbetweenError('IBT-USAGE', '--rebuild derives a case anew; a bundle is checked as it is', {
      hint: 'Unpack it: its data folder is a case.',
    })
  const [head, fingerprint, identity] = ['head', 'fingerprint', 'identity'].map((name) => text(input, name))
  const roots = rootsOf(input)
  const options = {
    ...(head === undefined ? {} : { head }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(identity === undefined ? {} : { identity }),
    ...(roots === undefined ? {} : { tsaRoots: roots }),
  }
  return withBundle(path, options, (checked) => {
    const { evidence, ...bundle } = checked
    const data = { ...evidence, ...bundle }
    return { data, text: bundleText(path, checked, options), ...(checked.ok ? {} : { exit: 4 }) }
  })
}

/** Anchors of pairs and findings, and how many of them name a blob that is held. */
function anchorsOf(dir: string, context: OperationContext): { cited: number; resolved: number } {
  if (!existsSync(join(dir, 'case.sqlite')) || !existsSync(join(dir, 'ledger.jsonl'))) return { cited: 0, resolved: 0 }
  const opened = openCase(dir, context.effects)
  const store = storeOf(opened)
  try {
    const anchors = new Set([
      ...store.all<Pair>('pair').flatMap(({ from, to }) => [from.anchor, to.anchor]),
      ...store.all<Finding>('finding').flatMap((finding) => finding.anchors),
    ])
    const held = [...anchors].filter((anchor) => opened.blobs.has(anchor.slice(0, 64)))
    return { cited: anchors.size, resolved: held.length }
  } finally {
    store.close()
  }
}
