import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import type { CaseFolder } from './case-folder.ts'
import { payloadsOf } from './sealed-inputs.ts'

/**
 * Hashes whose bytes are never kept: those of `privacy.stopList` in inbetween.yaml (a SHA-256 a line, `#` begins a comment), and those that were removed on record.
 * @throws InbetweenError `IBT-CONFIG` that names the line.
 */
export function stopListOf(opened: CaseFolder): ReadonlySet<string> {
  const hashes = new Set(payloadsOf(opened, 'removed').map(({ removed }) => String(removed)))
  const { stopList } = opened.config.privacy
  if (stopList === undefined) return hashes
  const path = resolve(opened.root, stopList)
  if (!existsSync(path))
    throw new InbetweenError('IBT-CONFIG', 'privacy.stopList names no file', { place: path, hint: 'Correct its path in inbetween.yaml.' })
  if (statSync(path).size > LIMITS.tableBytes)
    throw new InbetweenError('IBT-CONFIG', `larger than ${LIMITS.tableBytes} bytes`, { place: path })
  for (const [index, line] of readFileSync(path, 'utf8').split(/\r?\n/).entries()) {
    const word = line.replace(/#.*$/, '').trim().toLowerCase()
    if (word === '') continue
    const hash = /^([0-9a-f]{64})(?:\s|$)/.exec(word)?.[1]
    if (hash === undefined)
      throw new InbetweenError('IBT-CONFIG', 'not a SHA-256 hash', { place: `${path}:${index + 1}`, hint: 'One a line: 64 hex digits.' })
    hashes.add(hash)
  }
  return hashes
}
