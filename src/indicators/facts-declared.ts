import { contentId } from '../base/hash.ts'
import { maskPerson } from '../base/persons.ts'
import type { CaseRecords, Declaration, Trace } from '../model/index.ts'
import { compareNames, foldName } from '../names/index.ts'
import { count, type Fact, type FactCase, known, notTestable, ordered, push, type SomeFacts } from './fact.ts'
import { isMasked } from './facts-network.ts'

/** Trace fields that hold an account or a person's name. */
const ACCOUNT_FIELDS = new Set(['author', 'lastModifiedBy', 'commentAuthor', 'artist', 'user'])
/** Account names that systems give by themselves. */
const GENERIC =
  /^(?:admin(?:istrator)?|user\d*|root|owner|guest|default|pc|windows user|microsoft office user|apache poi|openpyxl|python-docx|un-?named|unknown|用户|微软用户|사용자)$/i
/** Score from which two names of companies count as the same. */
const SAME_COMPANY = 0.85
const COMPANIES_COMPARED = 200

/** Facts of what was declared against what is observed. Nothing is declared by evidence itself. */
export function declaredFacts(records: CaseRecords): SomeFacts {
  const of = (kind: Declaration['kind']) => records.declarations.filter((declaration) => declaration.kind === kind)
  const [roster, subcontractors, sites] = [of('roster'), of('subcontractors'), of('sites')]
  const { chain } = records.config
  const tiers = longest(chain)
  const isDeclared = chain.length > 0 || subcontractors.length > 0
  return {
    ...authorFacts(records.traces, roster),
    'sites.undeclared-countries': undeclaredCountries(records, sites),
    'chain.declared': known(
      isDeclared,
      isDeclared
        ? `${count(chain.length, 'link')} in inbetween.yaml, ${count(subcontractors.length, 'subcontractor line')}`
        : 'nobody declared a link of the chain or a subcontractor',
      subcontractors.map(({ anchor }) => anchor),
    ),
    'chain.tiers': isDeclared
      ? known(tiers, `${count(tiers, 'declared link')} in a row`)
      : notTestable('no link of the chain was declared'),
    'chain.tiers-without-roster': isDeclared
      ? known(
          tiers + Math.min(1, subcontractors.length) >= 2 && roster.length === 0,
          `${count(tiers, 'declared link')} in a row, ${count(subcontractors.length, 'subcontractor line')}, ${count(roster.length, 'line')} of a staff list`,
        )
      : notTestable('no link of the chain was declared'),
    ...translatorFacts(roster, subcontractors),
    ...companyFacts(records, subcontractors, isDeclared),
    ...paymentFacts(records, of('invoice'), isDeclared),
  }
}

function authorFacts(traces: readonly Trace[], roster: readonly Declaration[]): SomeFacts {
  const accounts = new Map<string, Trace[]>()
  for (const trace of traces)
    if (ACCOUNT_FIELDS.has(trace.field) && !GENERIC.test(trace.value.trim())) push(accounts, trace.value.trim(), trace)
  const distinct = known(accounts.size, `${count(accounts.size, 'account name')} in authoring traces, generic ones left out`)
  if (roster.length === 0) return { 'authors.distinct': distinct, 'authors.undeclared': notTestable('no staff list was declared') }
  const declared = new Set(roster.map(({ fields }) => initialsOf(fields.name ?? '')))
  const scripts = new Set([...declared].map(isEastAsian))
  const personal = ordered(accounts).filter(([name]) => initialsOf(name).length > 1 && scripts.has(isEastAsian(initialsOf(name))))
  const missing = personal.filter(([name]) => !declared.has(initialsOf(name)))
  return {
    'authors.distinct': distinct,
    'authors.undeclared': known(
      missing.length,
      `${missing.length} of ${count(personal.length, 'account name')} that look like a person's have initials that no line of the staff list has (${count(roster.length, 'line')}, kept as initials); ${accounts.size - personal.length} others cannot be compared`,
      missing.flatMap(([, of]) => of.slice(0, 3).map(({ anchor }) => anchor)),
    ),
  }
}

/**
 * The initials of a name in letter order, however it is written: `luo.an`, `An Luo` and `L. A.` give `al`; a Chinese or Korean name gives its first
 * letter and how long it is. Staff lists are kept as initials, so that more cannot be compared; one word in Latin letters gives a single initial.
 */
function initialsOf(name: string): string {
  const masked = name.includes('○') ? name : maskPerson(name.split('@')[0] ?? '')
  if (isEastAsian(masked)) return masked
  return (foldName(masked).match(/\p{L}/gu) ?? []).sort().join('')
}

function isEastAsian(name: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)
}

function undeclaredCountries({ access }: CaseRecords, sites: readonly Declaration[]): Fact {
  const declared = new Set(sites.flatMap(({ fields }) => (fields.country ? [fields.country.trim().toUpperCase()] : [])))
  if (declared.size === 0) return notTestable('no site with its country was declared')
  const seen = access.clients.flatMap(({ registrations: [first] }) =>
    first && first.country !== '' && !isMasked(first) ? [first.country] : [],
  )
  if (seen.length === 0) return notTestable('the logs name no address of a known country outside VPN and hosting networks')
  const undeclared = [...new Set(seen)].filter((country) => !declared.has(country)).sort()
  return known(
    undeclared.length,
    `declared sites in ${[...declared].sort().join(', ')}; addresses registered in ${[...new Set(seen)].sort().join(', ')}`,
    sites.map(({ anchor }) => anchor),
  )
}

/** Links of the longest run through the declared chain; a circle ends it. */
function longest(chain: CaseRecords['config']['chain']): number {
  const next = new Map<string, string[]>()
  for (const { from, to } of chain) push(next, foldName(from), foldName(to))
  const depth = (at: string, seen: ReadonlySet<string>): number => {
    if (seen.size > 20) return 0
    return Math.max(0, ...(next.get(at) ?? []).filter((to) => !seen.has(to)).map((to) => 1 + depth(to, new Set([...seen, to]))))
  }
  return Math.max(0, ...[...next.keys()].slice(0, 100).map((from) => depth(from, new Set([from]))))
}

const TRANSLATOR = /translat|interpret|번역|통역|翻译|翻訳|口译/i

function translatorFacts(roster: readonly Declaration[], subcontractors: readonly Declaration[]): SomeFacts {
  const lines = [...roster, ...subcontractors]
  if (lines.length === 0) {
    const none = notTestable('neither a staff list nor subcontractors were declared')
    return { 'translator.declared': none, 'bilingual.declared': none }
  }
  // What an owner is called says nothing of the work.
  const translators = lines.filter(({ fields: { owner: _, ...fields } }) => TRANSLATOR.test(Object.values(fields).join(' ')))
  const bilingual = roster.filter(({ fields }) => isBilingual(fields.languages ?? fields.language ?? ''))
  return {
    'translator.declared': known(
      translators.length > 0,
      `${count(translators.length, 'declared line')} names a translator, of ${lines.length}`,
      translators.map(({ anchor }) => anchor),
    ),
    'bilingual.declared': known(
      bilingual.length > 0,
      `${count(bilingual.length, 'line')} of the staff list states Chinese and Korean`,
      bilingual.map(({ anchor }) => anchor),
    ),
  }
}

function isBilingual(languages: string): boolean {
  return /\bzh\b|chinese|mandarin|中文|중국어/i.test(languages) && /\bko\b|korean|朝鲜语|韩语|한국어|조선어/i.test(languages)
}

function companyFacts(records: CaseRecords, subcontractors: readonly Declaration[], isDeclared: boolean): SomeFacts {
  const named = subcontractors.flatMap(({ fields, anchor }) => (fields.name ? [{ name: fields.name, anchor }] : []))
  const seen = named.filter(({ name }) =>
    records.mentions.some((mention) => mention.kind === 'party' && foldName(mention.targetName) === foldName(name)),
  )
  const facts: SomeFacts = {
    'subcontractors.declared':
      subcontractors.length > 0
        ? known(named.length, `${count(named.length, 'subcontractor')} declared`)
        : notTestable('no subcontractor list was declared'),
    'subcontractors.seen':
      subcontractors.length > 0
        ? known(
            seen.length,
            `${seen.length} of ${count(named.length, 'declared subcontractor')} named in the material`,
            seen.map(({ anchor }) => anchor),
          )
        : notTestable('no subcontractor list was declared'),
  }
  if (!isDeclared)
    return { ...facts, 'companies.undeclared': notTestable('no link of the chain was declared, so there is nothing to compare with') }
  const companies = new Map<string, Trace[]>()
  for (const trace of records.traces)
    if (trace.field === 'company' && trace.value.trim().length > 1) push(companies, trace.value.trim(), trace)
  const declared = declaredNames(records)
  const undeclared = ordered(companies)
    .slice(0, COMPANIES_COMPARED)
    .filter(([name]) => !isNamed(name, declared))
  const each = undeclared.map(
    ([name, traces]): FactCase => ({
      subject: `company ${contentId(foldName(name))}`,
      value: traces.length,
      anchors: traces.map(({ anchor }) => anchor),
      why: `“${name}” in ${count(traces.length, 'authoring trace')}`,
    }),
  )
  const anchors = undeclared.flatMap(([, traces]) => traces.map(({ anchor }) => anchor))
  return {
    ...facts,
    'companies.undeclared': known(
      undeclared.length,
      `${undeclared.length} of ${count(companies.size, 'company', 'companies')} in authoring traces declared by nobody`,
      anchors,
      each,
    ),
  }
}

function paymentFacts(records: CaseRecords, invoices: readonly Declaration[], isDeclared: boolean): SomeFacts {
  const issued = invoices.filter(({ fields }) => fields.from)
  const placed = invoices.filter(({ fields }) => fields.payCountry && (fields.country ?? countryOf(records, fields.from)))
  const elsewhere = placed.filter(({ fields }) => fields.payCountry !== (fields.country ?? countryOf(records, fields.from)))
  const names = declaredNames(records)
  const strange = issued.filter(({ fields }) => !isNamed(fields.from ?? '', names))
  const anchorsOf = (lines: readonly Declaration[]) => lines.map(({ anchor }) => anchor)
  return {
    'payments.undeclared-issuer':
      issued.length === 0 || !isDeclared
        ? notTestable(
            issued.length === 0
              ? 'no invoice line names who bills'
              : 'no link of the chain was declared, so there is nothing to compare with',
          )
        : known(
            strange.length,
            `${strange.length} of ${count(issued.length, 'invoice line')} bill for a company that nobody declared`,
            anchorsOf(strange),
          ),
    'payments.other-country':
      placed.length === 0
        ? notTestable('no invoice line states both the country of the company and of the payment')
        : known(
            elsewhere.length,
            `${elsewhere.length} of ${count(placed.length, 'invoice line')} are paid in another country than that of the company`,
            anchorsOf(elsewhere),
          ),
  }
}

function countryOf({ parties, declarations }: CaseRecords, name = ''): string | undefined {
  const own = foldName(name)
  return (
    parties.find((party) => foldName(party.name) === own)?.country ??
    declarations.find(({ kind, fields }) => kind === 'subcontractors' && foldName(fields.name ?? '') === own)?.fields.country
  )
}

/** Names of companies that somebody declared: parties, links, companies of productions, subcontractors and their clients. */
function declaredNames(records: CaseRecords): string[] {
  return [
    ...records.parties.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...records.config.chain.flatMap(({ from, to }) => [from, to]),
    ...records.productions.flatMap(({ companies }) => companies),
    ...records.declarations.flatMap(({ kind, fields }) => (kind === 'subcontractors' ? [fields.name ?? '', fields.parent ?? ''] : [])),
  ].filter((name) => name.trim() !== '')
}

function isNamed(name: string, declared: readonly string[]): boolean {
  return declared.some((other) => foldName(other) === foldName(name) || compareNames({ name }, { name: other }).score >= SAME_COMPANY)
}
