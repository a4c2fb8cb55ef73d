import { maskPerson } from '../base/persons.ts'
import { type CaseConfig, TRACE_FIELDS, type Trace } from '../model/index.ts'
import type { Profile } from './document.ts'

/** Traces of the group `who` that tell of a machine, a device or a company. */
const NO_PERSON: ReadonlySet<string> = new Set(['machine', 'device', 'printer', 'company', 'tenantId'])
/** Trace fields whose value names a person, or how to reach one. */
export const PERSON_FIELDS: ReadonlySet<string> = new Set(
  Object.entries(TRACE_FIELDS).flatMap(([name, { group }]) => (group === 'who' && !NO_PERSON.has(name) ? [name] : [])),
)
/** Of these, those whose digits tell as much as letters: numbers of telephones, accounts and licences. */
const NUMBERED: ReadonlySet<string> = new Set(['contact', 'accountId', 'licence'])

/** What a profile does to words before they reach a report. */
export interface Redactor {
  /** A person's name, masked unless it may be shown. */
  readonly person: (name: string) => string
  /** The value of an authoring trace: person fields masked whole; in others, known account names, and the folder of a home directory. */
  readonly trace: (field: string, value: string) => string
  /** Network addresses and links written so that nobody follows them by accident: `203.0.113[.]77`, `hxxps://`. */
  readonly defang: (text: string) => string
  readonly showsPersons: boolean
}

/** Whether a profile shows the names of persons: only `internal` does, and only when the case says so. */
export function showsPersons(profile: Profile, config: CaseConfig): boolean {
  return profile === 'internal' && config.privacy.persons === 'shown'
}

/** The redactor of a profile. `traces` give the account names that other traces may hold. */
export function redactorOf(profile: Profile, config: CaseConfig, traces: readonly Pick<Trace, 'field' | 'value'>[]): Redactor {
  if (showsPersons(profile, config)) return { person: (name) => name, trace: (_, value) => value, defang, showsPersons: true }
  const masks = new Map(
    traces
      .filter(({ field, value }) => PERSON_FIELDS.has(field) && value.length >= 3)
      .map(({ field, value }) => [value, mask(field, value)]),
  )
  const names = [...masks].sort(([a], [b]) => b.length - a.length).slice(0, MOST_NAMES)
  const trace = (field: string, value: string) => {
    if (PERSON_FIELDS.has(field)) return mask(field, value)
    const masked = names.reduce((text, [name, shown]) => (text.includes(name) ? text.replaceAll(name, shown) : text), value)
    return masked.replace(HOME, (_, folder: string, name: string) => folder + maskPerson(name))
  }
  return { person: maskPerson, trace, defang, showsPersons: false }
}

function mask(field: string, value: string): string {
  const masked = maskPerson(value)
  return NUMBERED.has(field) ? masked.replace(/\d/g, '○') : masked
}

/** The folder of an account: `C:\\Users\\name`, `/home/name`, `/Users/name`. */
const HOME = /((?:[\\/]Users|[\\/]home|Documents and Settings)[\\/])([^\\/|;,]+)/g
/** Account names looked for in other traces. */
const MOST_NAMES = 2_000

function defang(text: string): string {
  return text
    .replace(/\bhttps?:\/\//gi, (scheme) => scheme.replace(/tt/i, 'xx'))
    .replace(/\bftps?:\/\//gi, (scheme) => scheme.replace(/t/i, 'x'))
    .replace(/\b(\d{1,3}\.\d{1,3}\.\d{1,3})\.(\d{1,3})\b/g, '$1[.]$2')
    .replace(/\b(?:[0-9a-f]{1,4}:){5,7}[0-9a-f]{1,4}\b|\b(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f:]*)/gi, (address) =>
      address.replace(':', '[:]'),
    )
}
