import { compareText, contentId } from '../base/hash.ts'
import type { CaseConfig, Declaration, Party, Production } from '../model/index.ts'
import { foldName } from '../names/index.ts'

/** What a case says it is about, and what else is only looked for. */
export interface Targets {
  readonly productions: readonly Production[]
  readonly parties: readonly Party[]
  /** Names of `context.companies`: looked for, but nobody said that they take part, so they are no parties. */
  readonly contextOnly: readonly { readonly id: string; readonly name: string }[]
}

interface ProductionDraft {
  readonly title: string
  readonly aliases: Set<string>
  readonly codes: Set<string>
  readonly companies: Set<string>
  readonly source: string
}

interface PartyDraft {
  readonly name: string
  readonly schema: Party['schema']
  readonly aliases: Set<string>
  role: string | undefined
  country: string | undefined
  readonly source: string
}

/**
 * Productions and parties that a person stated: in inbetween.yaml, and in declarations of productions, shots, subcontractors and sites. Rosters name people and give no parties.
 * Names that are equal after folding are one; the first statement gives its spelling. Ids come from kind and folded name, so that they stay when a source is added.
 */
export function targetsOf(config: CaseConfig, declarations: readonly Declaration[]): Targets {
  const productions = new Map<string, ProductionDraft>()
  const parties = new Map<string, PartyDraft>()
  for (const { title, aliases, codes, companies } of config.productions)
    addProduction(productions, { title, aliases, codes, companies, source: 'config' })
  for (const { name, schema, aliases, role, country } of config.parties)
    addParty(parties, { name, schema, aliases, role, country, source: 'config' })
  for (const { from, to } of config.chain) for (const name of [from, to]) addParty(parties, { name, source: 'config' })
  for (const declaration of declarations) addDeclared(productions, parties, declaration)
  for (const { companies, source } of [...productions.values()]) for (const name of companies) addParty(parties, { name, source })
  const known = [...parties].map(([key, draft]) => partyOf(key, draft))
  const contextOnly = config.context.companies.flatMap((name) => {
    const key = foldName(name)
    return key === '' || parties.has(key) ? [] : [{ id: contentId('party', key), name }]
  })
  return { productions: [...productions].map(([key, draft]) => productionOf(key, draft)), parties: known, contextOnly }
}

function addDeclared(productions: Map<string, ProductionDraft>, parties: Map<string, PartyDraft>, declaration: Declaration): void {
  const { kind, fields, anchor: source } = declaration
  const field = (...names: string[]) => names.map((name) => (fields[name] ?? '').trim()).find((value) => value !== '')
  const many = (...names: string[]) =>
    (field(...names) ?? '')
      .split(/[;|、]/)
      .map((text) => text.trim())
      .filter((text) => text !== '')
  if (kind === 'productions') {
    const title = field('title', 'production', 'name')
    if (title !== undefined)
      addProduction(productions, {
        title,
        aliases: many('aliases', 'alias'),
        codes: many('codes', 'code'),
        companies: many('companies', 'company'),
        source,
      })
  } else if (kind === 'shots') {
    const named = field('production', 'title')
    const code = codeOfShot(field('shot', 'code', 'name') ?? '')
    if (named !== undefined && !isKnownCode(productions, named))
      addProduction(productions, { title: named, aliases: [], codes: code === undefined ? [] : [code], companies: [], source })
  } else if (kind === 'subcontractors' || kind === 'sites') {
    const name = field('company', 'vendor', ...(kind === 'subcontractors' ? ['name'] : []))
    const role = kind === 'subcontractors' ? (field('role') ?? 'subcontractor') : undefined
    if (name !== undefined) addParty(parties, { name, aliases: many('aliases', 'alias'), role, country: field('country'), source })
    const client = field('client')
    if (client !== undefined) addParty(parties, { name: client, source })
  }
}

/** A shot list often names the production by its code. */
function isKnownCode(productions: ReadonlyMap<string, ProductionDraft>, named: string): boolean {
  return [...productions.values()].some(({ codes }) => codes.has(named))
}

/** The letters a shot code begins with: `LNT` of `LNT_s03e07_112`. */
function codeOfShot(shot: string): string | undefined {
  return /^([A-Za-z]{2,8})(?=[_\-. ]?(?:s\d|ep?\d|\d))/i.exec(shot)?.[1]
}

function addProduction(
  productions: Map<string, ProductionDraft>,
  given: { title: string; aliases: readonly string[]; codes: readonly string[]; companies: readonly string[]; source: string },
): void {
  const key = foldName(given.title)
  if (key === '') return
  const draft: ProductionDraft = productions.get(key) ?? {
    title: given.title,
    aliases: new Set(),
    codes: new Set(),
    companies: new Set(),
    source: given.source,
  }
  for (const alias of given.aliases) draft.aliases.add(alias)
  for (const code of given.codes) draft.codes.add(code)
  for (const company of given.companies) draft.companies.add(company)
  productions.set(key, draft)
}

function addParty(
  parties: Map<string, PartyDraft>,
  given: {
    name: string
    schema?: Party['schema']
    aliases?: readonly string[]
    role?: string | undefined
    country?: string | undefined
    source: string
  },
): void {
  const key = foldName(given.name)
  if (key === '') return
  const sameAlias = [...parties].find(([, { aliases }]) => [...aliases].some((alias) => foldName(alias) === key))?.[0]
  const known = parties.get(key) ?? (sameAlias === undefined ? undefined : parties.get(sameAlias))
  const draft: PartyDraft = known ?? {
    name: given.name,
    schema: given.schema ?? 'Company',
    aliases: new Set(),
    role: undefined,
    country: undefined,
    source: given.source,
  }
  for (const alias of given.aliases ?? []) draft.aliases.add(alias)
  draft.role ??= given.role
  draft.country ??= given.country
  if (!known) parties.set(key, draft)
}

function productionOf(key: string, { title, aliases, codes, companies, source }: ProductionDraft): Production {
  return { id: contentId('production', key), title, aliases: sorted(aliases), codes: sorted(codes), companies: sorted(companies), source }
}

function partyOf(key: string, { name, schema, aliases, role, country, source }: PartyDraft): Party {
  return {
    id: contentId('party', key),
    name,
    schema,
    aliases: sorted(aliases),
    ...(role === undefined ? {} : { role }),
    ...(country === undefined ? {} : { country }),
    source,
  }
}

function sorted(texts: ReadonlySet<string>): string[] {
  return [...texts].filter((text) => text.trim() !== '').sort(compareText)
}
