import { compareText } from '../base/hash.ts'
import { isoDay } from '../base/time.ts'
import { withoutNoise } from '../identify/index.ts'
import { anchorOfExhibit } from '../indicators/index.ts'
import { readableText } from '../model/index.ts'
import type { DocumentText, ScreenQuery } from '../screen/index.ts'
import type { Work } from './work.ts'

/** Companies that are declared, companies that files name as author or company, and holders of the networks that clients came from. Persons are not screened from traces. */
export function namesToScreen(work: Work): ScreenQuery[] {
  const queries = new Map<string, { name: string; schema?: 'Company' | 'Organization' | 'Person'; anchors: string[] }>()
  const add = (name: string, schema: 'Company' | 'Organization' | 'Person', anchor?: string) => {
    const clean = name.trim()
    if (clean.length < 2) return
    const query = queries.get(clean) ?? { name: clean, schema, anchors: [] }
    if (anchor !== undefined && query.anchors.length < 20) query.anchors.push(anchor)
    queries.set(clean, query)
  }
  for (const { name, schema, source } of work.parties) add(name, schema, source === 'config' ? undefined : source)
  for (const { kind, text, anchor } of work.mentions) if (kind === 'party') add(text, 'Company', anchor)
  for (const { field, value, anchor } of withoutNoise(work.material).traces) if (field === 'company') add(value, 'Company', anchor)
  for (const client of work.access.clients) for (const { holder } of client.registrations) if (holder !== '') add(holder, 'Company')
  return [...queries.values()].sort((a, b) => compareText(a.name, b.name))
}

/** What a person wrote or a program left: passages but those that a recogniser read, values of traces, paths, and holders of the networks that clients came from. */
export function textsToScreen(work: Work): DocumentText[] {
  const { exhibits, passages, traces } = withoutNoise(work.material)
  const holders = new Set(work.access.clients.flatMap(({ registrations }) => registrations.map(({ holder }) => holder)))
  return [
    ...passages.flatMap(({ role, exhibitId, path, anchor, ...passage }) =>
      role === 'ocr' ? [] : [{ text: readableText(passage), anchor, exhibitId, path }],
    ),
    ...traces.map(({ value, anchor, exhibitId, path }) => ({ text: value, anchor, exhibitId, path })),
    ...exhibits.map((exhibit) => ({ text: exhibit.path, anchor: anchorOfExhibit(exhibit), exhibitId: exhibit.id, path: exhibit.path })),
    ...[...holders].sort(compareText).map((text) => ({ text, exhibitId: 'access logs', path: 'access logs' })),
  ]
}

/** The last day of which a visit tells, which is the day that listing is asked for; the first of all days where there is none. */
export function lastDay(work: Work): string {
  return work.batches.at(-1)?.day ?? isoDay(0)
}
