import { maskPerson } from '../base/persons.ts'
import type { CaseConfig } from '../model/index.ts'
import type { Profile } from './document.ts'

/** Trace fields whose value names a person. */
export const PERSON_FIELDS: ReadonlySet<string> = new Set([
  'author', 'lastModifiedBy', 'commentAuthor', 'artist', 'user', 'owner', 'manager', 'creator', 'username',
]) // biome-ignore format: a list read as a line

/** What a profile does to words before they reach a report. */
export interface Redactor {
  /** A person's name, masked unless it may be shown. */
  readonly person: (name: string) => string
  /** Network addresses and links written so that nobody follows them by accident: `203.0.113[.]77`, `hxxps://`. */
  readonly defang: (text: string) => string
  readonly showsPersons: boolean
}

/** The redactor of a profile. Only `internal` shows persons, and only when the case says so. */
export function redactorOf(profile: Profile, config: CaseConfig): Redactor {
  const showsPersons = profile === 'internal' && config.privacy.persons === 'shown'
  return { person: (name) => (showsPersons ? name : maskPerson(name)), defang, showsPersons }
}

function defang(text: string): string {
  return text
    .replace(/\bhttps?:\/\//gi, (scheme) => scheme.replace(/tt/i, 'xx'))
    .replace(/\bftps?:\/\//gi, (scheme) => scheme.replace(/t/i, 'x'))
    .replace(/\b(\d{1,3}\.\d{1,3}\.\d{1,3})\.(\d{1,3})\b/g, '$1[.]$2')
    .replace(/\b(?:[0-9a-f]{1,4}:){5,7}[0-9a-f]{1,4}\b|\b(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f:]*)/gi, (address) =>
      address.replace(':', '[:]'),
    )
}
