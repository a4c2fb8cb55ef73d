import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

/** A time-stamping authority: openssl's own, with a root and a certificate made for it. */
export interface Tsa {
  /** Root certificate, PEM. */
  readonly root: string
  /** Answers one request (DER) with openssl ts. */
  readonly reply: (request: Uint8Array) => Buffer
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Makes keys and certificates in `scratch` and answers requests over HTTP. `validity` is said of the authority's own certificate. */
export async function startTsa(scratch: string, validity: readonly string[] = ['-days', '30']): Promise<Tsa> {
  const at = (name: string) => join(scratch, name)
  const openssl = (...args: string[]) => {
    const run = spawnSync('openssl', args, { cwd: scratch })
    if (run.status !== 0) throw new Error(`openssl ${args.join(' ')}: ${run.stderr.toString()}`)
  }
  writeFileSync(
    at('tsa.ext'),
    'extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\nbasicConstraints=critical,CA:FALSE\n',
  )
  writeFileSync(at('root.ext'), 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n')
  openssl(
    'req',
    '-new',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'root.key',
    '-out',
    'root.csr',
    '-subj',
    '/O=Invented Authority/CN=Root',
  )
  openssl('x509', '-req', '-in', 'root.csr', '-signkey', 'root.key', '-out', 'root.pem', '-days', '30', '-extfile', 'root.ext')
  openssl(
    'req',
    '-new',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.csr',
    '-subj',
    '/O=Invented Authority/CN=Time stamps',
  )
  openssl(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-CAcreateserial',
    '-out',
    'tsa.pem',
    ...validity,
    '-extfile',
    'tsa.ext',
  )
  writeFileSync(at('serial'), '01\n')
  writeFileSync(
    at('tsa.conf'),
    `[tsa]\ndefault_tsa=t\n[t]\nserial=${at('serial')}\nsigner_cert=${at('tsa.pem')}\ncerts=${at('root.pem')}\nsigner_key=${at('tsa.key')}\nsigner_digest=sha256
default_policy=1.2.3.4.1\ndigests=sha256\naccuracy=secs:1\nordering=no\ntsa_name=yes\ness_cert_id_chain=no\ness_cert_id_alg=sha256\n`,
  )
  const reply = (request: Uint8Array): Buffer => {
    writeFileSync(at('query.tsq'), request)
    openssl('ts', '-reply', '-config', 'tsa.conf', '-queryfile', 'query.tsq', '-out', 'answer.tsr')
    return readFileSync(at('answer.tsr'))
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (chunk: Buffer) => parts.push(chunk))
    request.on('end', () => {
      if (request.headers['content-type'] !== 'application/timestamp-query') response.writeHead(415).end()
      else response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(reply(Buffer.concat(parts)))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    root: readFileSync(at('root.pem'), 'utf8'),
    reply,
    url: `http://127.0.0.1:${port}/`,
    stop: () => new Promise((done) => server.close(() => done())),
  }
}
