import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import type { ScreeningService, ServeOptions, Serving } from '../operations/index.ts'
import { screeningApp } from './app.ts'

const HOST = '127.0.0.1'

/**
 * Serves screening on the loopback address alone: no other machine reaches it.
 * @throws InbetweenError `IBT-REFUSED` when the port is taken or may not be used.
 */
export async function serve(service: ScreeningService, { port, token, now }: ServeOptions): Promise<Serving> {
  const hosts = new Set<string>()
  const app = screeningApp(service, { token, hosts, now })
  let requests = 0
  const server = createAdaptorServer({
    fetch: (request) => {
      requests++
      return app.fetch(request)
    },
    serverOptions: { requestTimeout: LIMITS.serveMs, headersTimeout: LIMITS.serveMs, keepAliveTimeout: 5_000 },
    overrideGlobalObjects: false,
  }) as import('node:http').Server
  server.maxConnections = LIMITS.serveConnections
  await new Promise<void>((done, fail) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      fail(
        new InbetweenError('IBT-REFUSED', `port ${port} cannot be used: ${cause.code ?? cause.message}`, {
          hint: 'Name another one with --port, or none.',
        }),
      ),
    )
    server.listen(port, HOST, done)
  })
  const bound = (server.address() as AddressInfo).port
  for (const host of [HOST, 'localhost']) hosts.add(`${host}:${bound}`)
  const closed = new Promise<number>((done) => server.once('close', () => done(requests)))
  return {
    url: `http://${HOST}:${bound}`,
    closed,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
