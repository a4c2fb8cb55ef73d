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
  /** Company and what it is in the production. */
  readonly roles: Map<string, { readonly company: string; readonly role: string }>
  readonly source: string
}

interface PartyDraft {
  readonly name: string
  readonly schema: Party['schema']
  readonly aliases: Set<string>
  role: string | undefined
  country: string | undefined
  parent: string | undefined
  readonly source: string
}

/** Parties by folded name, and the folded name of the party that bears an alias. */
interface Parties {
  readonly drafts: Map<string, PartyDraft>
  readonly ofAlias: Map<string, string>
}

/**
 * Productions and parties that a person stated: in inbetween.yaml, and in declarations of productions, shots, subcontractors and sites. Rosters name people and give no parties.
 * Names that are equal after folding are one; the first statement gives its spelling. Ids come from kind and folded name, so that they stay when a source is added.
 */
export function targetsOf(config: CaseConfig, declarations: readonly Declaration[]): Targets {
  const productions = new Map<string, ProductionDraft>()
  const parties: Parties = { drafts: new Map(), ofAlias: new Map() }
  for (const { title, aliases, codes, companies, rightsHolder, client } of config.productions) {
    const roles = [...named('rights holder', rightsHolder), ...named('client', client)]
    addProduction(productions, { title, aliases, codes, companies, roles, source: 'config' })
  }
  for (const { name, schema, aliases, role, country, parent } of config.parties)
    addParty(parties, { name, schema, aliases, role, country, parent, source: 'config' })
  for (const { from, to } of config.chain) for (const name of [from, to]) addParty(parties, { name, source: 'config' })
  for (const declaration of declarations) addDeclared(productions, parties, declaration)
  for (const { companies, roles, source } of [...productions.values()]) {
    for (const { company: name, role } of roles.values()) addParty(parties, { name, role, source })
    for (const name of companies) addParty(parties, { name, source })
  }
  for (const { parent, source } of [...parties.drafts.values()]) if (parent !== undefined) addParty(parties, { name: parent, source })
  const known = [...parties.drafts].map(([key, draft]) => partyOf(key, draft))
  const contextOnly = config.context.companies.flatMap((name) => {
    const key = foldName(name)
    return key === '' || parties.drafts.has(key) ? [] : [{ id: contentId('party', key), name }]
  })
  return { productions: [...productions].map(([key, draft]) => productionOf(key, draft)), parties: known, contextOnly }
}

function named(role: string, company: string | undefined): { company: string; role: string }[] {
  return company === undefined || company.trim() === '' ? [] : [{ company: company.trim(), role }]
}

function addDeclared(productions: Map<string, ProductionDraft>, parties: Parties, declaration: Declaration): void {
  const { kind, fields, anchor: source } = declaration
  const field = (...names: string[]) => names.map((name) => (fields[name] ?? '').trim()).find((value) => value !== '')
  const many = (...names: string[]) =>
    (field(...names) ?? '')
      .split(/[;|、]/)
      .map((text) => text.trim())
      .filter((text) => text !== '')
  if (kind === 'productions') addDeclaredProduction(productions, parties, field, many, source)
  else if (kind === 'shots') {
    const title = field('production', 'title')
    const code = codeOfShot(field('shot', 'code', 'name') ?? '')
    if (title !== undefined && !isKnownCode(productions, title))
      addProduction(productions, { title, aliases: [], codes: code === undefined ? [] : [code], companies: [], roles: [], source })
  } else if (kind === 'subcontractors' || kind === 'sites') {
    const name = field('company', 'vendor', ...(kind === 'subcontractors' ? ['name'] : []))
    const role = kind === 'subcontractors' ? (field('role') ?? 'subcontractor') : undefined
    if (name !== undefined) addParty(parties, { name, aliases: many('aliases', 'alias'), role, country: field('country'), source })
    const client = field('client')
    if (client !== undefined) addParty(parties, { name: client, source })
  }
}

/** A row of productions: a production with its companies, or a company alone. Country, parent and other names belong to a row's company only where it names one. */
function addDeclaredProduction(
  productions: Map<string, ProductionDraft>,
  parties: Parties,
  field: (...names: string[]) => string | undefined,
  many: (...names: string[]) => string[],
  source: string,
): void {
  const title = field('title', 'production', 'name')
  const companies = many('companies', 'company')
  const role = field('role')
  const roles = [
    ...many('rightsHolder').flatMap((company) => named('rights holder', company)),
    ...many('client').flatMap((company) => named('client', company)),
    ...many('vendor').flatMap((company) => named('vendor', company)),
    ...(role === undefined ? [] : companies.flatMap((company) => named(role, company))),
  ]
  if (title !== undefined)
    addProduction(productions, { title, aliases: many('aliases', 'alias'), codes: many('codes', 'code'), companies, roles, source })
  else {
    for (const { company: name, role: as } of roles) addParty(parties, { name, role: as, source })
    for (const name of companies) addParty(parties, { name, source })
  }
  const [alone, ...others] = companies.length > 0 ? companies : many('rightsHolder')
  const only = others.length === 0 ? alone : undefined
  if (only !== undefined)
    addParty(parties, { name: only, aliases: many('companyAliases'), country: field('country'), parent: field('parent'), source })
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
  given: {
    title: string
    aliases: readonly string[]
    codes: readonly string[]
    companies: readonly string[]
    roles: readonly { readonly company: string; readonly role: string }[]
    source: string
  },
): void {
  const key = foldName(given.title)
  if (key === '') return
  const draft: ProductionDraft = productions.get(key) ?? {
    title: given.title,
    aliases: new Set(),
    codes: new Set(),
    companies: new Set(),
    roles: new Map(),
    source: given.source,
  }
  for (const alias of given.aliases) draft.aliases.add(alias)
  for (const code of given.codes) draft.codes.add(code)
  for (const company of given.companies) draft.companies.add(company)
  for (const tie of given.roles) {
    draft.companies.add(tie.company)
    draft.roles.set(`${foldName(tie.company)}\0${tie.role}`, tie)
  }
  productions.set(key, draft)
}

function addParty(
  parties: Parties,
  given: {
    name: string
    schema?: Party['schema']
    aliases?: readonly string[]
    role?: string | undefined
    country?: string | undefined
    parent?: string | undefined
    source: string
  },
): void {
  const key = foldName(given.name)
  if (key === '') return
  const at = parties.drafts.has(key) ? key : (parties.ofAlias.get(key) ?? key)
  const known = parties.drafts.get(at)
  const draft: PartyDraft = known ?? {
    name: given.name,
    schema: given.schema ?? 'Company',
    aliases: new Set(),
    role: undefined,
    country: undefined,
    parent: undefined,
    source: given.source,
  }
  if (!known) parties.drafts.set(key, draft)
  for (const alias of given.aliases ?? []) {
    draft.aliases.add(alias)
    const folded = foldName(alias)
    if (!parties.ofAlias.has(folded)) parties.ofAlias.set(folded, at)
  }
  draft.role ??= given.role
  draft.country ??= given.country
  draft.parent ??= given.parent
}

function productionOf(key: string, { title, aliases, codes, companies, roles, source }: ProductionDraft): Production {
  const ties = [...roles].sort(([a], [b]) => compareText(a, b)).map(([, tie]) => tie)
  return {
    id: contentId('production', key),
    title,
    aliases: sorted(aliases),
    codes: sorted(codes),
    companies: sorted(companies),
    ...(ties.length > 0 ? { roles: ties } : {}),
    source,
  }
}

function partyOf(key: string, { name, schema, aliases, role, country, parent, source }: PartyDraft): Party {
  return {
    id: contentId('party', key),
    name,
    schema,
    aliases: sorted(aliases),
    ...(role === undefined ? {} : { role }),
    ...(country === undefined ? {} : { country }),
    ...(parent === undefined ? {} : { parent }),
    source,
  }
}

function sorted(texts: ReadonlySet<string>): string[] {
  return [...texts].filter((text) => text.trim() !== '').sort(compareText)
}
