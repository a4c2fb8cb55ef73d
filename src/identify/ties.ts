import type { Party, Production } from '../model/index.ts'
import { foldName } from '../names/index.ts'

/** Ties of one target that are said; the rest is counted. */
const TIES_SAID = 6

/**
 * What was stated about each production and party, by id, for readers of a mention: who holds the rights, for whom and by whom it is made; of a company its role, country, parent,
 * subsidiaries, and the productions it was stated with. Stated by a person, never found in evidence.
 */
export function tiesOf(productions: readonly Production[], parties: readonly Party[]): ReadonlyMap<string, readonly string[]> {
  const ties = new Map<string, Set<string>>()
  const say = (id: string, words: string) => {
    const known = ties.get(id)
    if (known) known.add(words)
    else ties.set(id, new Set([words]))
  }
  const byKey = new Map(parties.flatMap((party) => [party.name, ...party.aliases].map((name) => [foldName(name), party] as const)))
  const partyOf = (name: string) => byKey.get(foldName(name))
  for (const { id, name, role, country, parent } of parties) {
    if (role !== undefined) say(id, role)
    if (country !== undefined) say(id, `in ${country}`)
    if (parent === undefined) continue
    say(id, `belongs to ${parent}`)
    const above = partyOf(parent)
    if (above) say(above.id, `parent of ${name}`)
  }
  for (const { id, title, companies, roles = [] } of productions) {
    for (const { company, role } of roles) {
      const party = partyOf(company)
      say(id, `${role}: ${company}${party?.parent === undefined ? '' : ` (belongs to ${party.parent})`}`)
      if (party) say(party.id, `${role} of ${title}`)
    }
    for (const company of companies) {
      if (roles.some((tie) => foldName(tie.company) === foldName(company))) continue
      const party = partyOf(company)
      say(id, `stated with ${company}${party?.parent === undefined ? '' : ` (belongs to ${party.parent})`}`)
      if (party) say(party.id, `stated with ${title}`)
    }
  }
  return new Map(
    [...ties].map(([id, words]) => {
      const all = [...words]
      return [id, all.length > TIES_SAID ? [...all.slice(0, TIES_SAID), `and ${all.length - TIES_SAID} more`] : all]
    }),
  )
}
