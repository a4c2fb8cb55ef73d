import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { type PeerCertificate, TLSSocket } from 'node:tls'
import { gunzipSync } from 'node:zlib'
import { InbetweenError } from '../../base/errors.ts'
import { LIMITS } from '../../base/limits.ts'
import { isoInstant } from '../../base/time.ts'
import type { Exchange, Place, SourceContext } from '../source.ts'
import { type Guarded, guardAddress } from './address-guard.ts'
import { watched } from './watched.ts'

/** Verbs that only read. */
export type ReadVerb = 'GET' | 'HEAD' | 'PROPFIND' | 'OPTIONS'

/** One guarded HTTP origin: same origin only, the address pinned, bounded in time and size, read-only verbs, no credentials unless given. */
export interface HttpClient {
  /** `http://host:port`. */
  readonly origin: string
  readonly guarded: Guarded
  /** Sends one request in its turn; same-origin redirects are followed and recorded. @throws InbetweenError `IBT-UNREACHABLE`, `IBT-REFUSED`. */
  readonly request: (method: ReadVerb, url: URL, headers?: Readonly<Record<string, string>>, body?: string) => Promise<HttpAnswer>
  readonly close: () => Promise<void>
}

/** An answer whose body is still to come; it must be read or destroyed. */
export interface HttpAnswer {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly body: Readable
  /** What was asked and answered, still without the body's hash. */
  readonly exchange: Exchange
  /** The URL that answered, after redirects. */
  readonly url: URL
}

/** Adds headers that prove who asks (S3); never recorded. */
export type SignRequest = (method: string, url: URL, headers: Readonly<Record<string, string>>) => Promise<Record<string, string>>

/** Headers that carry a secret: recorded as left out. */
const SECRET = /^(?:authorization|cookie|x-amz-security-token|proxy-authorization)$/i
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** How a client differs from the usual one. */
export interface HttpClientOptions {
  readonly sign?: SignRequest
  /** Redirects are answers that the caller judges; nothing is followed. */
  readonly givesRedirects?: boolean
}

/** Opens an origin. @throws InbetweenError `IBT-REFUSED`, `IBT-UNREACHABLE` from the address guard. */
export async function httpClient(place: Place, context: SourceContext, options: HttpClientOptions = {}): Promise<HttpClient> {
  const base = new URL(place.endpoint ?? place.url)
  const guarded = await guardAddress(base.hostname, place)
  const isTls = base.protocol === 'https:'
  const agent = isTls
    ? new HttpsAgent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: place.acceptCertificate !== true })
    : new HttpAgent({ keepAlive: true, maxSockets: 1 })
  const chains = new Map<string, string>()

  async function send(method: ReadVerb, url: URL, extra: Readonly<Record<string, string>>, body: string | undefined): Promise<HttpAnswer> {
    await context.turn()
    const plain = { 'User-Agent': place.userAgent, Accept: '*/*', 'Accept-Encoding': 'identity', ...extra }
    const secret = options.sign ? await options.sign(method, url, plain) : basicOf(place)
    const sent = { ...plain, ...secret }
    const answer = await exchangeOnce({ method, url, headers: sent, body, guarded, agent })
    const at = context.effects.now()
    const dated = Date.parse(answer.headers.date ?? '')
    const peer = peerOf(answer, chains, context)
    const exchange: Exchange = {
      at: isoInstant(at),
      request: `${method} ${url.pathname}${url.search}`,
      ...(answer.socket?.remoteAddress === undefined ? {} : { address: answer.socket.remoteAddress }),
      status: `HTTP/${answer.httpVersion} ${answer.statusCode ?? 0} ${answer.statusMessage ?? ''}`.trim(),
      headers: pairsOf(answer.rawHeaders),
      sent: [['Host', url.host], ...Object.entries(sent).map(([name, value]) => [name, SECRET.test(name) ? '(left out)' : value] as const)],
      ...(Number.isNaN(dated) ? {} : { skewMs: dated - Math.floor(at / 1000) * 1000 }),
      ...(peer === undefined ? {} : { peer }),
    }
    return {
      status: answer.statusCode ?? 0,
      header: (name) => {
        const value = answer.headers[name.toLowerCase()]
        return Array.isArray(value) ? value.join(', ') : value
      },
      body: watched(answer),
      exchange,
      url,
    }
  }

  async function request(method: ReadVerb, url: URL, headers: Readonly<Record<string, string>> = {}, body?: string): Promise<HttpAnswer> {
    const been = new Set<string>()
    for (let next = url; ; ) {
      if (next.origin !== base.origin)
        throw new InbetweenError('IBT-REFUSED', `leads to another origin (${next.origin}), which nobody named`, {
          place: url.href,
          hint: 'Collect it as a source of its own when it belongs to the case.',
        })
      const answer = await send(method, next, headers, body)
      const location = answer.header('location')
      if (options.givesRedirects === true || !REDIRECTS.has(answer.status) || location === undefined) return answer
      answer.body.destroy()
      context.record(answer.exchange)
      been.add(next.href)
      const target = URL.canParse(location, next.href) ? new URL(location, next.href) : undefined
      if (target === undefined || been.has(target.href) || been.size > LIMITS.redirects)
        throw new InbetweenError('IBT-UNREACHABLE', `redirects in a circle or more than ${LIMITS.redirects} times`, { place: url.href })
      target.hash = ''
      next = target
    }
  }

  return { origin: base.origin, guarded, request, close: async () => agent.destroy() }
}

/** Reads a body up to a bound; a page that came compressed although nobody asked is unpacked within the same bound. `cut` when there was more. */
export async function readBounded(answer: HttpAnswer, maxBytes: number): Promise<{ readonly bytes: Buffer; readonly cut: boolean }> {
  const parts: Buffer[] = []
  let held = 0
  for await (const chunk of answer.body as AsyncIterable<Buffer>) {
    parts.push(chunk.subarray(0, maxBytes - held))
    held += chunk.length
    if (held > maxBytes) {
      answer.body.destroy()
      return { bytes: Buffer.concat(parts), cut: true }
    }
  }
  return { bytes: Buffer.concat(parts), cut: false }
}

/** What a page says, unpacked when it came as gzip. @throws RangeError when that is more than `maxBytes`. */
export function unpacked(answer: HttpAnswer, bytes: Buffer, maxBytes: number): Buffer {
  return answer.header('content-encoding') === 'gzip' ? gunzipSync(bytes, { maxOutputLength: maxBytes }) : bytes
}

interface Outgoing {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  readonly guarded: Guarded
  readonly agent: HttpAgent | HttpsAgent
}

/** One request on the wire. A kept connection that the server had closed meanwhile is opened anew, once. */
function exchangeOnce(outgoing: Outgoing, isSecond = false): Promise<IncomingMessage> {
  const { method, url, headers, body, guarded, agent } = outgoing
  // The pinned address is dialled itself: a name would be resolved again, and an address in the URL would win over the one that was named.
  const place = {
    protocol: url.protocol,
    hostname: guarded.address,
    family: guarded.family,
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    path: `${url.pathname}${url.search}`,
    ...(isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0 ? { servername: url.hostname } : {}),
  }
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest
    const sent = start({
      ...place,
      method,
      headers: { Host: url.host, ...headers },
      agent,
      timeout: LIMITS.answerMs,
      insecureHTTPParser: false,
    })
    const late = setTimeout(() => sent.destroy(new Error(`no answer within ${LIMITS.answerMs / 1000} seconds`)), LIMITS.answerMs)
    sent.once('response', (answer) => {
      clearTimeout(late)
      resolve(answer)
    })
    sent.once('error', (cause: NodeJS.ErrnoException) => {
      clearTimeout(late)
      if (sent.reusedSocket && !isSecond && cause.code === 'ECONNRESET') resolve(exchangeOnce(outgoing, true))
      else reject(unreachable(url, cause))
    })
    sent.end(body)
  })
}

function unreachable(url: URL, cause: NodeJS.ErrnoException): InbetweenError {
  const isCertificate = /CERT|SELF_SIGNED|ALTNAME|VERIFY/.test(cause.code ?? '')
  return new InbetweenError('IBT-UNREACHABLE', isCertificate ? `its certificate does not verify (${cause.code})` : reasonOf(cause), {
    place: url.href,
    hint: isCertificate
      ? 'With --accept-certificate the chain is recorded and the visit goes on.'
      : 'The visit is sealed as missed; run the same command again later.',
    cause,
  })
}

function reasonOf(cause: NodeJS.ErrnoException): string {
  if (cause.code === 'ECONNREFUSED') return 'the connection was refused'
  if (cause.code === 'HPE_HEADER_OVERFLOW') return 'its headers are larger than 16 KiB'
  return `no usable answer (${cause.code ?? cause.message})`
}

function basicOf(place: Place): Record<string, string> {
  const { user, password } = place.auth ?? {}
  if (user === undefined) return {}
  return { Authorization: `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}` }
}

function pairsOf(raw: readonly string[]): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) pairs.push([raw[at] ?? '', raw[at + 1] ?? ''])
  return pairs
}

/** Keeps the TLS chain of the connection, leaf first, once per leaf. */
function peerOf(answer: IncomingMessage, chains: Map<string, string>, context: SourceContext): string | undefined {
  if (!(answer.socket instanceof TLSSocket)) return undefined
  const { fingerprint256 } = answer.socket.getPeerCertificate()
  const known = chains.get(fingerprint256)
  if (known !== undefined) return known
  const kept = context.keep(Buffer.from(chainOf(answer.socket)), 'certificate chain')
  chains.set(fingerprint256, kept)
  return kept
}

/** The certificates that a TLS server showed, leaf first, as PEM. */
export function chainOf(socket: TLSSocket): string {
  const pems: string[] = []
  const seen = new Set<string>()
  for (
    let at: PeerCertificate | undefined = socket.getPeerCertificate(true);
    at?.raw !== undefined && !seen.has(at.fingerprint256);
    at = issuerOf(at)
  ) {
    seen.add(at.fingerprint256)
    pems.push(`-----BEGIN CERTIFICATE-----\n${at.raw.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`)
  }
  return pems.join('')
}

function issuerOf(certificate: PeerCertificate): PeerCertificate | undefined {
  return 'issuerCertificate' in certificate ? (certificate.issuerCertificate as PeerCertificate | undefined) : undefined
}
