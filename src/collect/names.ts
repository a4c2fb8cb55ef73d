import { sampleOf, tellPage } from '../base/code-page.ts'
import { decodeAs } from '../base/text.ts'
import type { Journal } from './journal.ts'
import type { JournalFile } from './journal-rows.ts'
import { bytesOfPath, hasRawBytes, pathOfBytes } from './paths.ts'

/** Names that are enough to tell a code page from; more add time, not certainty. */
const SAMPLE_NAMES = 400
/** Plausibility by which a page must lead before all others: Korean and Chinese pages read each other's bytes at about 0.5 less. */
const CLEAR_LEAD = 0.4
/** Bytes above ASCII that must be there: two or three syllables fit everywhere. */
const CLEAR_BYTES = 8

/**
 * Reads names that are not UTF-8 with the code page that all of them together have, and notes names that differ only in how their letters are composed.
 * `stated` is the page of an earlier visit or of a person; without one, a page is used only when no other fits about as well. Each name keeps its bytes in `raw`.
 * Returns the page used. Done once per visit.
 */
export function tellNames(journal: Journal, stated: string | undefined): string | undefined {
  const done = journal.meta('names')
  if (done !== undefined) return done || undefined
  const raw: JournalFile[] = []
  const decomposed: string[] = []
  for (const file of journal.hasOddNames() ? journal.files() : []) {
    if (hasRawBytes(file.path)) raw.push(file)
    else if (/[^\0-\x7f]/.test(file.path) && file.path.normalize('NFC') !== file.path) decomposed.push(file.path)
  }
  const page = raw.length === 0 ? undefined : (stated ?? pageOf(raw))
  if (page !== undefined) for (const file of raw) rename(journal, file, page)
  if (raw.length > 0) journal.addProblem({ path: '', message: wordsOn(raw.length, page, stated !== undefined) })
  for (const path of decomposed) {
    if (journal.hasFile(path.normalize('NFC')))
      journal.addProblem({ path, message: 'another file has this name with its letters composed (NFC): both are kept apart' })
  }
  journal.setMeta('names', page ?? '')
  return page
}

function pageOf(raw: readonly JournalFile[]): string | undefined {
  const names = raw.slice(0, SAMPLE_NAMES).map(({ path }) => bytesOfPath(path.slice(path.lastIndexOf('/') + 1)))
  const sample = sampleOf(names)
  const { codePage, lead } = tellPage(sample)
  return lead >= CLEAR_LEAD && sample.filter((byte) => byte >= 0x80).length >= CLEAR_BYTES ? codePage : undefined
}

function rename(journal: Journal, file: JournalFile, page: string): void {
  const steps = file.path.split('/').map((step) => {
    if (!hasRawBytes(step)) return step
    const { text, faults } = decodeAs(bytesOfPath(step), page)
    return faults > 0 ? step : pathOfBytes(Buffer.from(text, 'utf8'))
  })
  const path = steps.join('/')
  if (path !== file.path && !journal.renameFile(file, path))
    journal.addProblem({ path: file.path, message: `its name read as ${page} is that of another file: shown as bytes` })
}

function wordsOn(count: number, page: string | undefined, isStated: boolean): string {
  const names = count === 1 ? '1 name is not UTF-8' : `${count} names are not UTF-8`
  if (page === undefined) return `${names}, and more than one code page would fit: shown as bytes; state one with names: in inbetween.yaml`
  return `${names}; read as ${page}${isStated ? '' : ', told from all of them together'}: their bytes are kept`
}
