import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { InbetweenError } from '../base/errors.ts'
import { type Credentials, type Filters, type Place, parseRate, parseSize, parseSpan } from '../collect/index.ts'
import { type CaseFolder, TOOL_VERSION } from './case-folder.ts'
import type { SourceConfig } from './visits.ts'

/** Requests per second when nobody states a rate. */
const RATE = 1

const credentials = z.strictObject({
  user: z.string().optional(),
  password: z.string().optional(),
  privateKey: z.string().optional(),
  privateKeyFile: z.string().optional(),
  accessKeyId: z.string().optional(),
  secretAccessKey: z.string().optional(),
})

/** The place of a source as a source room takes it. @throws InbetweenError `IBT-REFUSED`, `IBT-USAGE`, `IBT-NOT-FOUND`, `IBT-INPUT`. */
export function placeOf(opened: Pick<CaseFolder, 'root'>, config: SourceConfig, url: string): Place {
  if (/^[a-z][a-z0-9+.-]*:\/\/[^/]*@/i.test(url))
    throw new InbetweenError('IBT-REFUSED', 'credentials in an address would be sealed and shown', {
      place: config.id,
      hint: 'Put them into a file (user: and password:) and name it with --auth-file.',
    })
  if (config.userAgent !== undefined && /mozilla|chrome|safari|gecko|webkit|googlebot|bingbot/i.test(config.userAgent))
    throw new InbetweenError('IBT-REFUSED', 'a program that names itself a browser or another robot deceives the server', {
      place: config.userAgent,
      hint: 'Name it otherwise, or leave the name as it is.',
    })
  return {
    url,
    rate: config.rate === undefined ? RATE : parseRate(config.rate),
    userAgent: config.userAgent ?? `inbetween/${TOOL_VERSION}`,
    ...(config.authFile === undefined ? {} : { auth: readAuthFile(resolve(opened.root, config.authFile)) }),
    ...(config.address === undefined ? {} : { address: config.address }),
    ...(config.robots === 'record' ? { robots: 'record' as const } : {}),
    ...(config.acceptCertificate === true ? { acceptCertificate: true } : {}),
    ...(config.endpoint === undefined ? {} : { endpoint: config.endpoint }),
    ...(config.versions === true ? { versions: true } : {}),
  }
}

/** Reads credentials from a YAML or JSON file that only its owner may read. @throws InbetweenError `IBT-NOT-FOUND`, `IBT-REFUSED`, `IBT-INPUT`. */
export function readAuthFile(path: string): Credentials {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new InbetweenError('IBT-NOT-FOUND', 'no such file of credentials', { place: path, hint: 'Check --auth-file.' })
  if ((stat.mode & 0o077) !== 0)
    throw new InbetweenError('IBT-REFUSED', 'others on this machine can read the credentials', { place: path, hint: `chmod 600 ${path}` })
  let given: z.infer<typeof credentials>
  try {
    given = credentials.parse(parseYaml(readFileSync(path, 'utf8')))
  } catch {
    throw new InbetweenError('IBT-INPUT', 'not a file of credentials', {
      place: path,
      hint: 'It holds lines such as "user: name" and "password: …", or accessKeyId and secretAccessKey, or privateKeyFile.',
    })
  }
  const { user, password, privateKey, privateKeyFile, accessKeyId, secretAccessKey } = given
  const key = privateKey ?? (privateKeyFile === undefined ? undefined : readFileSync(resolve(path, '..', privateKeyFile), 'utf8'))
  return {
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
    ...(key === undefined ? {} : { privateKey: key }),
    ...(accessKeyId === undefined ? {} : { accessKeyId }),
    ...(secretAccessKey === undefined ? {} : { secretAccessKey }),
  }
}

/** What a source's configuration leaves out. */
export function filtersOf(config: SourceConfig, nowMs: number): Filters {
  return {
    ...(config.maxSize === undefined ? {} : { maxSize: parseSize(config.maxSize) }),
    ...(config.newest === undefined ? {} : { newerThanMs: nowMs - parseSpan(config.newest) }),
    ...(config.budget === undefined ? {} : { budgetBytes: parseSize(config.budget) }),
    ...(config.include === undefined ? {} : { include: config.include }),
    ...(config.exclude === undefined ? {} : { exclude: config.exclude }),
  }
}

/** Lets one request through at a time, each at least `1/rate` seconds after the one before it. */
export function turnsAt(rate: number): () => Promise<void> {
  let next = 0
  return async () => {
    const now = performance.now()
    const wait = next - now
    next = Math.max(now, next) + 1000 / rate
    if (wait > 0) await new Promise((done) => setTimeout(done, wait))
  }
}
