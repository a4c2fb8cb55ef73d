import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How a server of lists misbehaves: it cuts the body after its Content-Length was sent, ends it early without one, leads elsewhere, answers that it is broken, or stops in the middle. */
export type ListServerFault = 'none' | 'cut' | 'early' | 'elsewhere' | 'broken' | 'hang'

/** A server of lists that answers conditional requests; it runs in the test's process, and tells what it was asked. */
export interface ListServer {
  readonly url: string
  readonly asked: { readonly path: string; readonly status: number; readonly conditional: boolean }[]
  fault: ListServerFault
  readonly put: (file: string, text: string) => void
  readonly stop: () => Promise<void>
}

/** Starts one on 127.0.0.1. */
export async function listServer(): Promise<ListServer> {
  const files = new Map<string, Buffer>()
  const asked: ListServer['asked'][number][] = []
  const state: { fault: ListServerFault } = { fault: 'none' }
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1)
    const body = files.get(path)
    const etag = body && `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
    const conditional = request.headers['if-none-match'] !== undefined
    const answer = (status: number, headers: Record<string, string | number> = {}) => {
      asked.push({ path, status, conditional })
      response.writeHead(status, headers)
    }
    if (state.fault === 'broken' || !body || !etag) {
      answer(body ? 503 : 404)
      response.end('no')
    } else if (state.fault === 'elsewhere') {
      answer(302, { Location: 'http://169.254.169.254/latest/' })
      response.end()
    } else if (request.headers['if-none-match'] === etag) {
      answer(304, { ETag: etag })
      response.end()
    } else if (state.fault === 'cut') {
      answer(200, { ETag: etag, 'Content-Length': body.length })
      response.write(body.subarray(0, body.length >> 1), () => response.destroy())
    } else if (state.fault === 'hang') {
      answer(200, { ETag: etag, 'Content-Length': body.length })
      response.write(body.subarray(0, body.length >> 1))
    } else if (state.fault === 'early') {
      answer(200, { ETag: etag })
      response.end(body.subarray(0, Math.floor(body.length * 0.7)))
    } else {
      answer(200, { ETag: etag, 'Last-Modified': 'Wed, 17 Jan 2024 00:00:00 GMT', 'Content-Length': body.length })
      response.end(body)
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    get fault() {
      return state.fault
    },
    set fault(fault: ListServerFault) {
      state.fault = fault
    },
    put: (file, text) => {
      files.set(file, Buffer.from(text))
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
