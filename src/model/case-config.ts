import { z } from 'zod'

const origin = z.object({
  address: z.string(),
  by: z.string(),
  on: z.string(),
  rating: z
    .string()
    .regex(/^[A-F][1-6]$/)
    .optional(),
})

const source = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    kind: z.enum(['folder', 'archive', 'http', 'webdav', 'ftp', 'sftp', 's3']).optional(),
    /** A folder or file, relative to the case. */
    path: z.string().optional(),
    /** A place on a network, without credentials. */
    url: z.string().optional(),
    layout: z.enum(['plain', 'day-folders', 'snapshots']).default('plain'),
    origin: origin.optional(),
    /** Why it may be collected; sealed with every visit. Without one, that of the case counts. */
    basis: z.string().optional(),
    /** Requests over time: `1/s`. */
    rate: z.string().optional(),
    /** How often `watch` looks: `24h`. */
    every: z.string().optional(),
    maxSize: z.string().optional(),
    newest: z.string().optional(),
    /** Bytes that one visit may take: `5G`. */
    budget: z.string().optional(),
    include: z.array(z.string()).optional(),
    exclude: z.array(z.string()).optional(),
    /** Code page of names that are not UTF-8. */
    names: z.string().optional(),
    /** The address to connect to; naming it also allows a private one. */
    address: z.string().optional(),
    endpoint: z.string().optional(),
    versions: z.boolean().optional(),
    robots: z.enum(['obey', 'record']).optional(),
    userAgent: z.string().optional(),
    acceptCertificate: z.boolean().optional(),
    /** A file beside the case that holds credentials; it is read, never sealed. */
    authFile: z.string().optional(),
  })
  .refine(({ path, url }) => (path === undefined) !== (url === undefined), { message: 'a source has a path or a url' })

const party = z.object({
  name: z.string(),
  schema: z.enum(['Company', 'Organization', 'Person']).default('Company'),
  aliases: z.array(z.string()).default([]),
  role: z.string().optional(),
  country: z.string().optional(),
  /** Name of the company that it belongs to. */
  parent: z.string().optional(),
})

const production = z.object({
  title: z.string(),
  aliases: z.array(z.string()).default([]),
  codes: z.array(z.string()).default([]),
  companies: z.array(z.string()).default([]),
  rightsHolder: z.string().optional(),
  client: z.string().optional(),
})

/** inbetween.yaml: what the person states. Every member has a default, so an empty file is a valid one. */
export const caseConfigSchema = z.strictObject({
  case: z
    .strictObject({
      id: z.string().optional(),
      title: z.string().optional(),
      basis: z.string().optional(),
      authors: z.array(z.string()).default([]),
    })
    .prefault({}),
  sources: z.array(source).default([]),
  productions: z.array(production).default([]),
  parties: z.array(party).default([]),
  /** Declared links of the chain, client first. */
  chain: z.array(z.object({ from: z.string(), to: z.string(), kind: z.string().default('contract') })).default([]),
  /** Declaration files beside the case: sealed at the next analysis. */
  declarations: z
    .array(
      z.object({
        kind: z.enum([
          'roster',
          'sites',
          'shots',
          'productions',
          'invoice',
          'attestation',
          'statement',
          'subcontractors',
          'owners',
          'registrations',
        ]),
        path: z.string(),
        by: z.string().optional(),
        on: z.string().optional(),
        rating: z.string().optional(),
        about: z.string().optional(),
      }),
    )
    .default([]),
  lists: z.strictObject({ maxAgeDays: z.number().default(7), minScore: z.number().default(0.85) }).prefault({}),
  rules: z.strictObject({ disable: z.array(z.string()).default([]) }).prefault({}),
  privacy: z
    .strictObject({
      persons: z.enum(['masked', 'shown']).default('masked'),
      /** A text file of SHA-256 hashes whose bytes are never kept. */
      stopList: z.string().optional(),
    })
    .prefault({}),
  /** Who stamps the ledger's head. */
  timestamps: z.strictObject({ tsa: z.string().optional() }).prefault({}),
  /** Companies whose names were looked for as context only. */
  context: z.strictObject({ companies: z.array(z.string()).default([]) }).prefault({}),
})

/** The parsed configuration. */
export type CaseConfig = z.infer<typeof caseConfigSchema>

/** Where a source answers on the network, who says so, when, and how reliable that is taken to be (unrated: C3). */
export type Origin = z.infer<typeof origin> & {
  /** Set when a visit of this program was answered there; inbetween.yaml cannot say it. */
  readonly own?: true
}
