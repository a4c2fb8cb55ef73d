import type { CaseRecords, Client, Registration, Session } from '../model/index.ts'
import { count, type Fact, type FactCase, known, notTestable, ordered, percent, push, type SomeFacts } from './fact.ts'

const DAY_MS = 86_400_000
/** Accounts on one address that make it a shared one. */
const SHARED_BY = 3
/** Hours after which a session counts as long. */
const LONG_HOURS = 20

/** Whether an address is registered to a network of the DPRK. A VPN exit that is labelled so is not: such labels are mostly wrong. */
export function isDprkRegistered({ kind, country }: Registration): boolean {
  return kind === 'dprk' || (country === 'KP' && kind !== 'vpn')
}

/** Facts of the source's origin and of access logs. Registration is not location. */
export function networkFacts(records: CaseRecords): SomeFacts {
  return { ...originFacts(records), ...accessFacts(records) }
}

function originFacts({ sources, originRegistrations }: CaseRecords): SomeFacts {
  const origin = sources.find((source) => source.origin)?.origin
  if (!origin)
    return {
      'origin.stated': known(false, 'nobody states at which address a source answers'),
      'origin.known': known(false, 'no address of origin is stated'),
      'origin.dprk': notTestable('no address of origin is stated'),
    }
  const stated = origin.own
    ? `${origin.address}, which answered our own visit on ${origin.on} (a proxy or content network in front would hide where the files lie)`
    : `${origin.address} as stated by ${origin.by} on ${origin.on}${origin.rating ? `, rated ${origin.rating}` : ', not rated'}`
  const [first] = originRegistrations.filter(({ country, kind }) => country !== '' || kind === 'dprk')
  if (!first)
    return {
      'origin.stated': known(true, stated),
      'origin.known': known(false, `${stated}; no table at hand says to whom it is registered`),
      'origin.dprk': notTestable(`${stated}; no table at hand says to whom it is registered`),
    }
  const registered = `${stated}; registered to ${first.holder || first.network} (${first.country}, ${first.kind}), ${first.source}, as of ${first.asOf}${first.rating ? `, rated ${first.rating}` : ''}`
  return {
    'origin.stated': known(true, stated),
    'origin.known': known(true, registered),
    'origin.dprk': known(isDprkRegistered(first), registered),
  }
}

const NAMES = [
  'access.vpn-share',
  'access.masked-share',
  'access.countries',
  'access.liaoning-clients',
  'access.dprk-clients',
  'access.shared-addresses',
  'access.accounts-in-several-countries',
  'access.long-sessions',
] as const

function accessFacts({ access, sessions }: CaseRecords): SomeFacts {
  const facts: SomeFacts = {
    'access.events': known(access.events, `${count(access.events, 'log record')}`),
    'access.sessions': known(sessions.length, `${count(sessions.length, 'session')} in logs`),
    'access.clients': known(access.clients.length, `${count(access.clients.length, 'address', 'addresses')} in logs`),
  }
  if (access.events === 0) {
    for (const name of NAMES) facts[name] = notTestable('no access log was brought or found')
    return facts
  }
  const byAddress = new Map<string, Session[]>()
  for (const session of sessions) push(byAddress, session.address, session)
  const anchorsOf = (clients: readonly Client[]) =>
    clients.flatMap(({ address }) => (byAddress.get(address) ?? []).slice(0, 5).map(anchorOfSession))
  const isKnown = access.clients.some(({ registrations }) => registrations.length > 0)
  const open = access.clients.filter(({ registrations: [first] }) => first && !isMasked(first))
  const countries = new Set(open.flatMap(({ registrations: [first] }) => (first?.country ? [first.country] : [])))
  const liaoning = open.filter(({ registrations: [first] }) => first && /liaoning|辽宁|遼寧/i.test(first.region))
  const unknown = notTestable('no table at hand knows any address of the logs')
  return {
    ...facts,
    ...(isKnown ? shares(access.clients, anchorsOf) : { 'access.vpn-share': unknown, 'access.masked-share': unknown }),
    'access.countries': isKnown
      ? known(
          countries.size,
          `registered in ${[...countries].sort().join(', ') || 'no known country'}, VPN and hosting left out`,
          anchorsOf(open),
        )
      : unknown,
    'access.liaoning-clients': isKnown
      ? known(
          liaoning.length,
          `${count(liaoning.length, 'address', 'addresses')} registered in Liaoning of ${access.clients.length}`,
          anchorsOf(liaoning),
        )
      : unknown,
    'access.dprk-clients': isKnown ? dprkClients(access.clients, anchorsOf) : unknown,
    'access.shared-addresses': sharedAddresses(access.clients, anchorsOf),
    'access.accounts-in-several-countries': isKnown ? roaming(sessions, access.clients) : unknown,
    'access.long-sessions': longSessions(sessions),
  }
}

/** Whether a network hides where its users are. */
export function isMasked({ kind }: Registration): boolean {
  return kind === 'vpn' || kind === 'hosting'
}

/** The anchor of a session: the byte range of its log that holds it. */
export function anchorOfSession({ sha256, from, to }: Session): string {
  return `${sha256}!bytes=${from},${to}`
}

function shares(clients: readonly Client[], anchorsOf: (clients: readonly Client[]) => string[]): SomeFacts {
  const total = clients.reduce((sum, { sessions }) => sum + sessions, 0)
  if (total === 0) return { 'access.vpn-share': notTestable('no session'), 'access.masked-share': notTestable('no session') }
  const shareOf = (chosen: readonly Client[], said: string) => {
    const sessions = chosen.reduce((sum, client) => sum + client.sessions, 0)
    return known(
      sessions / total,
      `${sessions} of ${count(total, 'session')} (${percent(sessions / total)}) came ${said}`,
      anchorsOf(chosen),
    )
  }
  const of = (kinds: readonly string[]) => clients.filter(({ registrations: [first] }) => first && kinds.includes(first.kind))
  return {
    'access.vpn-share': shareOf(of(['vpn']), 'over networks of VPN companies'),
    'access.masked-share': shareOf(of(['vpn', 'hosting']), 'over networks of VPN or hosting companies'),
  }
}

function dprkClients(clients: readonly Client[], anchorsOf: (clients: readonly Client[]) => string[]): Fact {
  const found = clients.filter(({ registrations: [first] }) => first && isDprkRegistered(first))
  const each = found.map(
    (client): FactCase => ({
      subject: client.address,
      value: client.events,
      anchors: anchorsOf([client]),
      why: `${client.address}: ${count(client.events, 'record')}; ${client.registrations[0]?.holder ?? ''}, ${client.registrations[0]?.source ?? ''}`,
    }),
  )
  return known(found.length, `${count(found.length, 'address', 'addresses')} registered to a network of the DPRK`, anchorsOf(found), each)
}

function sharedAddresses(clients: readonly Client[], anchorsOf: (clients: readonly Client[]) => string[]): Fact {
  if (clients.every(({ users }) => users.length === 0)) return notTestable('the logs name no accounts')
  const shared = clients.filter(({ users }) => users.length >= SHARED_BY)
  const each = shared.map(
    (client): FactCase => ({
      subject: client.address,
      value: client.users.length,
      anchors: anchorsOf([client]),
      why: `${client.address} served ${client.users.length} accounts`,
    }),
  )
  return known(
    shared.length,
    `${count(shared.length, 'address', 'addresses')} served ${SHARED_BY} or more accounts`,
    anchorsOf(shared),
    each,
  )
}

/** Accounts are counted, not named: who stands behind one cannot be told. */
function roaming(sessions: readonly Session[], clients: readonly Client[]): Fact {
  const countries = new Map<string, string>()
  for (const { address, registrations } of clients) {
    const [first] = registrations
    if (first && first.country !== '' && !isMasked(first)) countries.set(address, first.country)
  }
  const accounts = new Map<string, Session[]>()
  for (const session of sessions)
    if (session.user !== undefined && session.user !== '' && session.user !== '-') push(accounts, session.user, session)
  if (accounts.size === 0) return notTestable('the logs name no accounts')
  const anchors: string[] = []
  let found = 0
  for (const [, own] of ordered(accounts)) {
    const placed = own
      .filter(({ address }) => countries.has(address))
      .sort((a, b) => Date.parse(a.firstAt) - Date.parse(b.firstAt) || (a.id < b.id ? -1 : 1))
    const jump = placed.findIndex((session, index) => {
      const before = placed[index - 1]
      return (
        before !== undefined &&
        countries.get(before.address) !== countries.get(session.address) &&
        Date.parse(session.firstAt) - Date.parse(before.lastAt) < DAY_MS
      )
    })
    if (jump < 0) continue
    found++
    anchors.push(...placed.slice(jump - 1, jump + 1).map(anchorOfSession))
  }
  return known(
    found,
    `${found} of ${count(accounts.size, 'account')} seen from two countries within a day, VPN and hosting left out`,
    anchors,
  )
}

function longSessions(sessions: readonly Session[]): Fact {
  const long = sessions.filter(({ firstAt, lastAt }) => Date.parse(lastAt) - Date.parse(firstAt) >= LONG_HOURS * 3_600_000)
  return known(long.length, `${count(long.length, 'session')} of ${LONG_HOURS} hours or more`, long.map(anchorOfSession))
}
