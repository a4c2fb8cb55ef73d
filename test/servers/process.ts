import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect, createServer } from 'node:net'

/** A server that a test started. */
export interface Started {
  /** Ends it, and waits until it has ended. */
  readonly stop: () => Promise<void>
  /** What it wrote so far. */
  readonly output: () => string
}

/** What vsftpd and OpenSSH's sftp-server log when they are asked to change anything. */
export const WRITES =
  /"(?:STOR|STOU|APPE|DELE|RMD|MKD|RNFR|RNTO|SITE)\b|flags [A-Z,]*(?:WRITE|APPEND|CREATE|TRUNCATE|EXCL)|(?:remove name|rename old|mkdir name|rmdir name|symlink old|hardlink old|(?<!f)set) "/

/** A TCP port on 127.0.0.1 that nobody used a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address !== null && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))))
    })
  })
}

/** Whether something answers on a port. */
export function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
}

/** Starts a program that stays, and waits until it is ready. A program that is not there names its Debian package. */
export async function startServer(
  command: string,
  args: readonly string[],
  options: { readonly ready: () => Promise<boolean>; readonly env?: NodeJS.ProcessEnv; readonly package?: string },
): Promise<Started> {
  if (command.startsWith('/') && !existsSync(command))
    throw new Error(`${command} is not there: apt-get install ${options.package ?? command}`)
  const child = spawn(command, [...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.env } })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      written = (written + chunk.toString('latin1')).slice(-200_000)
    })
  }
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  const stop = () => ended(child)
  for (let tries = 0; tries < 200; tries++) {
    if (failure || child.exitCode !== null) break
    if (await options.ready()) return { stop, output: () => written }
    await new Promise((done) => setTimeout(done, 50))
  }
  await stop()
  throw new Error(`${command} did not start: ${failure?.message ?? written.slice(-2000)}`)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGTERM')
  const hard = setTimeout(() => child.kill('SIGKILL'), 2000)
  await gone
  clearTimeout(hard)
}
