import { z } from 'zod'
import { contentId, sha256Hex } from '../base/hash.ts'
import {
  type CaseRecords,
  caseConfigSchema,
  type Exhibit,
  type Mention,
  type Pair,
  type Passage,
  type Session,
  type Trace,
} from '../model/index.ts'
import { EXAMPLE_LIST_VERSION, exampleMatchSchema, matchOf } from './example-matches.ts'

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const loose = z.record(z.string(), z.unknown())

/** A small case as examples write it: what is not given is empty; files are named by path, visits by day. */
const exampleSchema = z.strictObject({
  config: loose.optional(),
  visits: z.array(day).default([]),
  origin: z.strictObject({ address: z.string(), by: z.string(), on: z.string(), rating: z.string().optional() }).optional(),
  /** `day` is the first visit that saw it; `modified` its file time as an ISO instant. */
  files: z
    .array(
      z.strictObject({
        path: z.string(),
        day,
        purpose: z.enum(['instruction', 'correction', 'result', 'reference', 'other']).optional(),
        format: z.string().default('txt'),
        modified: z.string().optional(),
        text: z.array(z.string()).default([]),
        language: z.string().default('en'),
        traces: z.record(z.string(), z.string()).default({}),
      }),
    )
    .default([]),
  pairs: z.array(z.strictObject({ path: z.string(), zh: z.string(), ko: z.string(), koPath: z.string().optional() })).default([]),
  orthography: loose.optional(),
  originRegistrations: z.array(loose).default([]),
  clients: z
    .array(
      z.strictObject({
        address: z.string(),
        users: z.array(z.string()).default([]),
        events: z.number().default(1),
        registration: loose.optional(),
      }),
    )
    .default([]),
  sessions: z.array(z.strictObject({ address: z.string(), user: z.string().optional(), from: z.string(), to: z.string() })).default([]),
  productions: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        codes: z.array(z.string()).default([]),
        companies: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  parties: z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.string().optional() })).default([]),
  mentions: z
    .array(
      z.strictObject({
        path: z.string(),
        text: z.string(),
        target: z.string(),
        targetName: z.string(),
        score: z.number(),
        basis: z.enum(['path', 'text', 'properties', 'template']).default('text'),
      }),
    )
    .default([]),
  declarations: z
    .array(z.strictObject({ kind: z.enum(['roster', 'sites', 'invoice', 'subcontractors']), fields: z.record(z.string(), z.string()) }))
    .default([]),
  lists: z.number().default(0),
  matches: z.array(exampleMatchSchema).default([]),
})

/** What an example gives; see {@link exampleRecords}. */
export type ExampleCase = z.input<typeof exampleSchema>

/**
 * The records of a made-up case from the few members that an example states. Hashes and ids are made from paths, so that the same example gives the
 * same records. For rule examples and tests; nothing of it comes from evidence. @throws ZodError when a member is not known.
 */
export function exampleRecords(given: unknown): CaseRecords {
  const example = exampleSchema.parse(given)
  const exhibits = example.files.map((file) => exhibitOf(file, example.visits.at(-1) ?? file.day))
  const blobs = new Map(exhibits.map(({ path, blob }) => [path, blob]))
  const anchorIn: AnchorIn = (path, place = 'whole=') => `${blobs.get(path) ?? sha256Hex(path)}!${place}`
  return {
    id: 'example',
    config: caseConfigSchema.parse(example.config ?? {}),
    ...seenAt(example),
    exhibits,
    passages: example.files.flatMap((file) => passagesOf(file, anchorIn)),
    traces: example.files.flatMap((file) => tracesOf(file, anchorIn)),
    warnings: [],
    hashSets: [],
    links: [],
    pairs: example.pairs.map(({ path, zh, ko, koPath = path }, index) =>
      pairOf(zh, ko, anchorIn(path, `line=${index * 2 + 1}`), anchorIn(koPath, `line=${index * 2 + 2}`)),
    ),
    orthography: { north: 0, south: 0, yanbian: 0, neutral: 0, verdict: 'undetermined', markers: [], ...example.orthography },
    ...namedIn(example, anchorIn),
    matches: example.matches.map((match) => matchOf(match, match.path === undefined ? [] : [anchorIn(match.path)])),
    near: [],
    dismissed: [],
    ownership: [],
    lists: Array.from({ length: example.lists }, (_, index) => ({
      name: `list ${index + 1}`,
      kind: 'sanctions' as const,
      version: EXAMPLE_LIST_VERSION,
      entities: 1,
    })),
    registrations: [],
    originRegistrations: example.originRegistrations.map(registrationOf),
    ...accessOf(example),
    decisions: [],
  }
}

type Example = z.output<typeof exampleSchema>

function seenAt({ origin, visits, files }: Example): Pick<CaseRecords, 'sources' | 'batches'> {
  const stated = origin && { address: origin.address, by: origin.by, on: origin.on, ...(origin.rating ? { rating: origin.rating } : {}) }
  return {
    sources: [
      {
        id: 'server',
        layout: 'snapshots',
        ...(stated ? { origin: stated } : {}),
        visits: visits.map((date) => ({
          id: date,
          sourceId: 'server',
          at: `${date}T00:00:00Z`,
          day: date,
          basis: 'stated' as const,
          listing: sha256Hex(date),
          entries: 0,
          problems: [],
        })),
      },
    ],
    batches: visits.map((date) => ({
      sourceId: 'server',
      day: date,
      basis: 'stated' as const,
      new: files.filter((file) => file.day === date).map(({ path }) => path),
      changed: [],
      renamed: [],
      gone: [],
    })),
  }
}

function namedIn(example: Example, anchorIn: AnchorIn): Pick<CaseRecords, 'productions' | 'parties' | 'mentions' | 'declarations'> {
  const productions = new Set(example.productions.map(({ id }) => id))
  return {
    productions: example.productions.map((production) => ({ ...production, aliases: [], source: 'config' })),
    parties: example.parties.map(({ id, name, role }) => ({
      id,
      name,
      schema: 'Company' as const,
      aliases: [],
      source: 'config',
      ...(role ? { role } : {}),
    })),
    mentions: example.mentions.map((mention) => mentionOf(mention, anchorIn(mention.path), productions.has(mention.target))),
    declarations: example.declarations.map(({ kind, fields }, index) => ({
      id: contentId(kind, String(index)),
      kind,
      fields,
      anchor: anchorIn(kind, `line=${index + 1}`),
    })),
  }
}

function accessOf(example: Example): Pick<CaseRecords, 'access' | 'sessions'> {
  const clients = example.clients.map((client) => ({
    address: client.address,
    users: client.users,
    events: client.events,
    sessions: Math.max(1, example.sessions.filter(({ address }) => address === client.address).length),
    firstAt: '2024-01-01T00:00:00Z',
    lastAt: '2024-01-31T00:00:00Z',
    registrations: client.registration ? [registrationOf(client.registration)] : [],
  }))
  return {
    access: {
      files: [],
      events: clients.reduce((sum, { events }) => sum + events, 0),
      sessions: example.sessions.length,
      clients,
      hourOfWeekUtc: new Array<number>(168).fill(0),
      rhythm: { fits: [], excludedOffsets: [], anchors: [] },
    },
    sessions: example.sessions.map((session, index) => sessionOf(session, index)),
  }
}

type ExampleFile = Example['files'][number]
type AnchorIn = (path: string, place?: string) => string

function exhibitOf(file: ExampleFile, lastSeen: string): Exhibit {
  const sha256 = sha256Hex(file.path)
  return {
    id: contentId('server', file.path),
    sourceId: 'server',
    path: file.path,
    sha256,
    blob: sha256,
    inside: [],
    bytes: 100,
    format: file.format,
    status: 'read',
    firstSeen: file.day,
    lastSeen,
    ...(file.modified === undefined ? {} : { modifiedMs: Date.parse(file.modified) }),
    ...(file.purpose === undefined ? {} : { purpose: file.purpose }),
  }
}

function passagesOf(file: ExampleFile, anchorIn: AnchorIn): Passage[] {
  return file.text.map((text, index) => ({
    text,
    at: { kind: 'line', line: index + 1 },
    anchor: anchorIn(file.path, `line=${index + 1}`),
    exhibitId: contentId('server', file.path),
    path: file.path,
    language: file.language,
    script: 'Zyyy',
    confidence: 1,
  }))
}

function tracesOf(file: ExampleFile, anchorIn: AnchorIn): Trace[] {
  return Object.entries(file.traces).map(([field, value]) => ({
    field,
    value,
    anchor: anchorIn(file.path),
    exhibitId: contentId('server', file.path),
    path: file.path,
  }))
}

function pairOf(zh: string, ko: string, from: string, to: string): Pair {
  return {
    id: contentId(from, to),
    from: { text: zh, language: 'zh-Hans', anchor: from },
    to: { text: ko, language: 'ko', anchor: to },
    direction: 'zh>ko',
    score: 0.9,
    reasons: ['example'],
  }
}

function mentionOf(mention: Example['mentions'][number], anchor: string, isProduction: boolean): Mention {
  return { ...mention, id: contentId(mention.path, mention.text), anchor, kind: isProduction ? 'production' : 'party', reasons: [] }
}

function sessionOf({ address, user, from, to }: Example['sessions'][number], index: number): Session {
  return {
    id: `session ${index}`,
    address,
    ...(user === undefined ? {} : { user }),
    firstAt: from,
    lastAt: to,
    events: 2,
    writes: 1,
    reads: 1,
    sha256: sha256Hex('log'),
    from: index * 100,
    to: index * 100 + 100,
  }
}

const registrationSchema = z.strictObject({
  cidr: z.string().default('192.0.2.0/24'),
  country: z.string().default(''),
  region: z.string().default(''),
  network: z.string().default(''),
  holder: z.string().default('A holder'),
  kind: z.enum(['isp', 'vpn', 'hosting', 'school', 'other', 'dprk', 'unknown']).default('isp'),
  source: z.string().default('stated by a person'),
  asOf: z.string().default('2024-01-31'),
  rating: z.string().optional(),
})

function registrationOf(given: unknown) {
  const { rating, ...rest } = registrationSchema.parse(given)
  return rating === undefined ? rest : { ...rest, rating }
}
