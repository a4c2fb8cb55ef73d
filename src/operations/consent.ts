import { InbetweenError } from '../base/errors.ts'
import { isoInstant } from '../base/time.ts'
import { parseRate, type Totals } from '../collect/index.ts'
import { type CaseFolder, kindOf, type SourceConfig } from '../pipeline/index.ts'
import type { OperationContext } from './operation.ts'
import { count } from './terminal.ts'

/** What a person said before a source on a network was asked. */
export interface Consent {
  /** Said with `--yes`, or on the terminal. */
  readonly saidYes: boolean
}

/**
 * Says what is about to be asked of a source on a network, on what grounds and how fast, and makes sure that a person stands behind it: by `--basis`, by a basis in
 * inbetween.yaml, by `--yes` or by answering. Credentials always need a basis.
 * @throws InbetweenError `IBT-REFUSED`.
 */
export async function askBefore(
  opened: CaseFolder,
  source: SourceConfig,
  context: OperationContext,
  saidYes: boolean,
): Promise<SourceConfig> {
  if (!kindOf(opened, source).source.isNetwork) return source
  const place = source.url ?? ''
  if (context.isOffline)
    throw new InbetweenError('IBT-REFUSED', 'the source is on a network and --offline was given', { place, hint: 'Leave --offline out.' })
  const basis = source.basis ?? opened.config.case.basis
  const rate = source.rate ?? '1/s'
  context.effects.log(`${place}: read-only, ${rate}, nothing is written there; basis: ${basis ?? 'none stated'}`)
  if (source.authFile !== undefined && basis === undefined)
    throw new InbetweenError('IBT-REFUSED', 'credentials are used only on a stated basis', {
      place,
      hint: 'State who gave them and why with --basis, or basis: in inbetween.yaml.',
    })
  if (basis !== undefined || saidYes) return basis === undefined ? { ...source, basis: 'none stated; --yes was given' } : source
  const answer = await context.ask('On what basis is it collected? (a sentence, yes, or nothing to stop)')
  if (answer === undefined || answer === '' || /^n(o)?$/i.test(answer))
    throw new InbetweenError('IBT-REFUSED', 'nobody said on what basis the source is collected', {
      place,
      hint: 'State it: --basis "publicly reachable, no access control". docs/collecting.md says when to ask counsel.',
    })
  return { ...source, basis: /^y(es)?$/i.test(answer) ? 'none stated; a person said yes' : answer }
}

/** What a listing came to, in lines: sizes are what the listing states. */
export function totalsText(totals: Totals, source: SourceConfig, isNetwork: boolean): string {
  const { folders, files, bytes, unsized, newestMs, largest } = totals
  const newest = newestMs === undefined || Math.abs(newestMs) > 8.64e15 ? '' : `, newest ${isoInstant(newestMs)}`
  const lines = [
    `  ${count(Math.max(0, folders - 1))} folders, ${count(files)} files, ${sizeText(bytes)} stated${unsized > 0 ? ` (${count(unsized)} without an exact size)` : ''}${newest}`,
  ]
  if (largest) lines.push(`  largest: ${largest.path} ${sizeText(largest.bytes)}`)
  if (isNetwork) lines.push(`  at ${source.rate ?? '1/s'}, what is new takes at most ${spanText(files / parseRate(source.rate ?? '1/s'))}`)
  return lines.join('\n')
}

/** `18.6 GiB`. */
export function sizeText(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB']
  let size = bytes
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit++
  }
  return `${unit === 0 ? count(size) : size.toFixed(1)} ${units[unit]}`
}

function spanText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} seconds`
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} minutes` : `${(seconds / 3600).toFixed(1)} hours`
}
