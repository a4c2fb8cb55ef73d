import { basename, resolve } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { parseRate, parseSize, parseSpan, sourceFor } from '../collect/index.ts'
import type { CaseFolder, SourceConfig } from '../pipeline/index.ts'
import { flag, type OperationInput, type OptionSpec, text, texts } from './operation.ts'

/** `--layout` of every command that takes a folder. */
export const LAYOUT_OPTION: OptionSpec = {
  type: 'string',
  value: 'LAYOUT',
  choices: ['plain', 'day-folders', 'snapshots'],
  summary: 'How the folder is laid out (default plain).',
}

/** Options of every command that visits sources: what to take, and how to ask for it. */
export const SOURCE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  layout: LAYOUT_OPTION,
  basis: {
    type: 'string',
    value: 'TEXT',
    summary: 'Why it may be collected; sealed with the visit. Asked for when a source is on a network.',
  },
  yes: { type: 'boolean', summary: 'Do not ask before fetching over a network; sealed as said.' },
  'paths-only': { type: 'boolean', summary: 'List, fetch no file.' },
  'max-size': { type: 'string', value: 'SIZE', summary: 'Leave out larger files (200M).' },
  newest: { type: 'string', value: 'SPAN', summary: 'Leave out files older than this (7d).' },
  budget: { type: 'string', value: 'SIZE', summary: 'Bytes that one visit may take (5G).' },
  include: { type: 'string', value: 'GLOB', multiple: true, summary: 'Only these files (*.psd, ep01/**); may be repeated.' },
  exclude: { type: 'string', value: 'GLOB', multiple: true, summary: 'Not these files; may be repeated.' },
  rate: { type: 'string', value: 'RATE', summary: 'Requests over a network (default 1/s).' },
  names: { type: 'string', value: 'PAGE', summary: 'Code page of names that are not UTF-8 (gb18030, cp949).' },
  robots: {
    type: 'string',
    value: 'HOW',
    choices: ['obey', 'record'],
    summary: 'What robots.txt disallows: left out (obey, default), or looked at and recorded as that (record).',
  },
  address: { type: 'string', value: 'IP', summary: 'Connect to this address instead of resolving the name; it may be a private one.' },
  endpoint: { type: 'string', value: 'URL', summary: 'Where an S3-compatible store answers.' },
  versions: { type: 'boolean', summary: 'S3: also older versions of each key.' },
  'user-agent': { type: 'string', value: 'NAME', summary: 'Another name than inbetween/VERSION; never that of a browser. Sealed.' },
  'accept-certificate': { type: 'boolean', summary: 'Go on when a TLS certificate does not verify; the chain is sealed either way.' },
  'auth-file': {
    type: 'string',
    value: 'FILE',
    summary: 'Credentials that you were given (user:, password: …, mode 0600); needs --basis.',
  },
}

/** The sources to visit: places named on the command line, else those of inbetween.yaml; options state more about each. @throws InbetweenError `IBT-USAGE`. */
export function sourcesOf(opened: CaseFolder, paths: readonly string[], input: OperationInput): SourceConfig[] {
  if (paths.length === 0 && opened.config.sources.length === 0) {
    throw new InbetweenError('IBT-USAGE', 'no source: none named and none in inbetween.yaml', {
      hint: 'inbetween collect ./folder, or inbetween collect http://198.51.100.7/',
    })
  }
  const stated = statedOf(input)
  return (paths.length === 0 ? opened.config.sources : paths.map((path) => sourceOf(opened, path))).map((source) => ({
    ...source,
    ...stated,
  }))
}

/** The source that a place on the command line means: a configured one with the same place, or one named after it. */
export function sourceOf(opened: Pick<CaseFolder, 'root' | 'config'>, given: string): SourceConfig {
  const isUrl = isNetworkPlace(given)
  const place = isUrl ? given : resolve(given.replace(/^archive:/i, ''))
  const configured = opened.config.sources.find(({ path, url }) =>
    isUrl ? url === given : path !== undefined && resolve(opened.root, path.replace(/^archive:/i, '')) === place,
  )
  if (configured) return configured
  const kind = sourceFor(given)?.name as SourceConfig['kind']
  if (isUrl) return { id: slug(given.replace(/^[a-z0-9+.-]+:\/\//i, '')), url: given, layout: 'plain', ...(kind ? { kind } : {}) }
  return { id: slug(basename(place)), path: place, layout: 'plain', ...(kind ? { kind } : {}) }
}

/** Whether a word of the command line is a place on a network. */
export function isNetworkPlace(given: string): boolean {
  return sourceFor(given)?.isNetwork ?? /^[a-z][a-z0-9+.-]*:\/\//i.test(given)
}

/** A source id from a file, folder or host name. */
export function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return plain.slice(0, 60) || 'source'
}

/** What options say of every source of this run; each is tried, so that a wrong one is told before anything is asked for. */
function statedOf(input: OperationInput): Partial<SourceConfig> {
  const rate = text(input, 'rate')
  const maxSize = text(input, 'max-size')
  const newest = text(input, 'newest')
  const budget = text(input, 'budget')
  if (rate !== undefined) parseRate(rate)
  for (const size of [maxSize, budget]) if (size !== undefined) parseSize(size)
  if (newest !== undefined) parseSpan(newest)
  const authFile = text(input, 'auth-file')
  const given = {
    layout: text(input, 'layout'),
    basis: text(input, 'basis'),
    rate,
    maxSize,
    newest,
    budget,
    include: texts(input, 'include'),
    exclude: texts(input, 'exclude'),
    names: text(input, 'names'),
    robots: text(input, 'robots'),
    address: text(input, 'address'),
    endpoint: text(input, 'endpoint'),
    userAgent: text(input, 'user-agent'),
    authFile: authFile === undefined ? undefined : resolve(authFile),
    ...(flag(input, 'versions') ? { versions: true } : {}),
    ...(flag(input, 'accept-certificate') ? { acceptCertificate: true } : {}),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<SourceConfig>
}
