import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { join } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { readHead, readLines, timestamping, writeDurably } from '../evidence/index.ts'
import type { CaseFolder } from '../pipeline/index.ts'
import { caseOf } from './of-case.ts'
import { type Operation, type OperationContext, text } from './operation.ts'
import { count } from './terminal.ts'

/** `inbetween timestamp`. */
export const timestamp: Operation = {
  name: 'timestamp',
  summary: 'Have an authority stamp the ledger’s head (RFC 3161); offline, the request waits and is sent later.',
  usage: '',
  options: {
    tsa: { type: 'string', value: 'URL', summary: 'The authority; else timestamps: in inbetween.yaml. Only a hash is sent.' },
    response: { type: 'string', value: 'FILE', summary: 'Attach an answer that was fetched elsewhere for a waiting request.' },
  },
  examples: ['inbetween timestamp --tsa https://tsa.example/ -C acme.case', 'inbetween timestamp --offline -C acme.case'],
  async run(input, context) {
    const opened = caseOf(context)
    const queue = join(opened.root, 'evidence', 'timestamps')
    mkdirSync(queue, { recursive: true })
    const answer = text(input, 'response')
    if (answer !== undefined) return attachFile(opened, queue, answer)
    await enqueue(opened, queue)
    const url = text(input, 'tsa') ?? opened.config.timestamps.tsa
    if (context.isOffline || url === undefined) {
      const why = context.isOffline ? '--offline was given' : 'no authority is named (--tsa URL, or timestamps: in inbetween.yaml)'
      return waiting(opened, queue, why)
    }
    return send(opened, queue, url, context)
  },
}

/** Requests that wait for an answer, by the head they stamp. */
export function waitingRequests(root: string): string[] {
  const queue = join(root, 'evidence', 'timestamps')
  return existsSync(queue)
    ? readdirSync(queue)
        .filter((name) => /^[0-9a-f]{64}\.tsq$/.test(name))
        .sort()
    : []
}

/** Writes a request for the head as it stands, unless one waits for it already or it is stamped. */
async function enqueue(opened: CaseFolder, queue: string): Promise<void> {
  const lines = readLines(opened.paths)
  // A time stamp's own entry needs no time stamp.
  if (lines.at(-1)?.entry?.kind === 'timestamp') return
  const head = readHead(opened.paths)
  if (!head)
    throw new InbetweenError('IBT-INTEGRITY', 'ledger.head is missing', { place: opened.paths.head, hint: 'Run inbetween verify.' })
  const path = join(queue, `${head.hash}.tsq`)
  if (!existsSync(path)) writeDurably(path, (await timestamping()).timestampRequest(head.hash, opened.effects.random(8)))
}

function waiting(opened: CaseFolder, queue: string, why: string) {
  const requests = waitingRequests(opened.root)
  const lines = [
    `${count(requests.length)} requests wait in ${queue}: ${why}`,
    'Send them later with: inbetween timestamp --tsa URL',
    'Or take a .tsq file to a machine with a network (openssl ts, or curl with Content-Type: application/timestamp-query) and attach the answer with --response FILE.',
  ]
  return { case: opened.id, data: { waiting: requests.length, attached: [] }, text: lines.join('\n') }
}

async function send(opened: CaseFolder, queue: string, url: string, context: OperationContext) {
  const host = hostOf(url)
  const attached: object[] = []
  const lines: string[] = []
  for (const name of waitingRequests(opened.root)) {
    context.effects.log(`${host}: one hash is sent`)
    const der = await post(url, readFileSync(join(queue, name)))
    const stamped = await attach(opened, queue, name.slice(0, 64), (await timestamping()).tokenOfResponse(der, url))
    attached.push(stamped)
    lines.push(`stamped at ${stamped.genTime} by ${stamped.tsa}: the first ${count(stamped.count)} entries`)
  }
  return { case: opened.id, data: { waiting: 0, attached }, text: lines.join('\n') || 'the head is stamped already' }
}

async function attachFile(opened: CaseFolder, queue: string, path: string) {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new InbetweenError('IBT-NOT-FOUND', 'no such file', { place: path })
  if (statSync(path).size > LIMITS.answerBytes)
    throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.answerBytes} bytes, as no answer is`, { place: path })
  const token = (await timestamping()).tokenOfResponse(readFileSync(path), path)
  const reasons = new Set<string>()
  for (const name of waitingRequests(opened.root)) {
    try {
      const stamped = await attach(opened, queue, name.slice(0, 64), token)
      return {
        case: opened.id,
        data: { waiting: waitingRequests(opened.root).length, attached: [stamped] },
        text: `stamped at ${stamped.genTime} by ${stamped.tsa}`,
      }
    } catch (error) {
      if (!(error instanceof InbetweenError) || error.code !== 'IBT-INTEGRITY') throw error
      reasons.add(error.message)
    }
  }
  throw new InbetweenError('IBT-INPUT', `the answer fits no waiting request: ${[...reasons].join('; ') || 'none waits'}`, {
    place: path,
    hint: 'It must stamp the hash of one of the .tsq files in evidence/timestamps.',
  })
}

/** Checks a token against the ledger, seals it, and takes its request off the queue. */
async function attach(opened: CaseFolder, queue: string, head: string, token: Uint8Array) {
  const lines = readLines(opened.paths)
  for (const [index, { text: line }] of lines.entries()) {
    if (lines[index + 1]?.entry?.prev !== head && !(index === lines.length - 1 && readHead(opened.paths)?.hash === head)) continue
    const { genTime, policy, serial, tsa } = await (await timestamping()).checkToken(token, line)
    const { sha256 } = opened.blobs.take(token)
    const stamped = { head, count: index + 1, genTime, policy, serial, tsa }
    opened.append([{ kind: 'timestamp', payload: { timestamp: 'rfc3161', blob: sha256, name: 'time-stamp token', ...stamped } }])
    rmSync(join(queue, `${head}.tsq`), { force: true })
    return stamped
  }
  throw new InbetweenError('IBT-INTEGRITY', 'the ledger no longer has the head of a waiting request', {
    place: `${head}.tsq`,
    hint: 'Run inbetween verify.',
  })
}

/** The host of an authority's address. @throws InbetweenError `IBT-USAGE` when it is no address of the web. */
function hostOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol))
    throw new InbetweenError('IBT-USAGE', 'not an http or https address', { place: url, hint: '--tsa https://tsa.example/' })
  return parsed.host
}

/** Sends a request and takes the answer: one try, bounded, no redirects. */
function post(url: string, body: Buffer): Promise<Buffer> {
  const failed = (why: string, cause?: unknown) =>
    new InbetweenError('IBT-UNREACHABLE', `the authority gave no answer (${why})`, {
      place: url,
      hint: 'The request waits; run the same command again later.',
      cause,
    })
  return new Promise((done, fail) => {
    const start = new URL(url).protocol === 'https:' ? httpsRequest : httpRequest
    const headers = { 'Content-Type': 'application/timestamp-query', 'Content-Length': body.length }
    const sent = start(url, { method: 'POST', headers, timeout: LIMITS.answerMs }, (answer) => {
      const parts: Buffer[] = []
      let held = 0
      answer.on('data', (chunk: Buffer) => {
        held += chunk.length
        if (held > LIMITS.answerBytes) sent.destroy(new Error('too long'))
        else parts.push(chunk)
      })
      // An answer that is cut in its middle raises no error of the request.
      answer.on('error', (cause: Error) => fail(failed(cause.message, cause)))
      answer.on('end', () => (answer.statusCode === 200 ? done(Buffer.concat(parts)) : fail(failed(`HTTP ${answer.statusCode}`))))
    })
    const late = setTimeout(() => sent.destroy(new Error('too slow')), LIMITS.answerMs)
    sent.on('close', () => clearTimeout(late))
    sent.on('error', (cause) => fail(failed(cause.message, cause)))
    sent.end(body)
  })
}
