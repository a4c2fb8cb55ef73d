import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createReaderPool } from './pool.ts'
import { readerCommand, sandbox } from './sandbox.ts'

/** What an evil reader would try, each as a name and whether it worked. */
const PROBE = `
const tried = {}
const attempt = (name, run) => { try { run(); tried[name] = true } catch { tried[name] = false } }
const fs = require('node:fs')
attempt('reads an account file', () => fs.readFileSync('/etc/passwd'))
attempt('lists the home folder', () => fs.readdirSync(require('node:os').homedir()))
attempt('writes', () => fs.writeFileSync(process.env.TARGET, 'x'))
attempt('starts a program', () => { if (require('node:child_process').spawnSync('true').error) throw new Error('no') })
attempt('starts a thread', () => new (require('node:worker_threads').Worker)('0', { eval: true }))
const done = (reached) => { tried['reaches this machine'] = reached; console.log(JSON.stringify(tried)); process.exit(0) }
require('node:net').connect(Number(process.env.PORT), '127.0.0.1').on('connect', () => done(true)).on('error', () => done(false))
`

async function probe(command: readonly string[], target: string, port: number): Promise<Record<string, boolean>> {
  const [program = '', ...rest] = command
  const child = spawn(program, [...rest, '-e', PROBE], { env: { PATH: process.env.PATH, TARGET: target, PORT: String(port) } })
  let out = ''
  child.stdout.on('data', (chunk) => {
    out += String(chunk)
  })
  await new Promise((done) => child.on('close', done))
  return JSON.parse(out) as Record<string, boolean>
}

it('a reader process can read, write, start and reach nothing; without the sandbox the same attempts succeed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'inbetween-sandbox-'))
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as { port: number }
  try {
    const held = await probe(readerCommand(join(process.cwd(), 'dist/src/read/worker.js')), join(folder, 'held'), port)
    const native = await probe(readerCommand(join(process.cwd(), 'dist/src/read/picture-worker.js'), true), join(folder, 'native'), port)
    const free = await probe([process.execPath], join(folder, 'free'), port)
    // What is JavaScript beside native code is held as well.
    expect(native).toEqual(held)
    expect(free).toEqual(Object.fromEntries(Object.keys(free).map((name) => [name, true])))
    const { 'reaches this machine': reached, ...rest } = held
    expect(rest).toEqual(Object.fromEntries(Object.keys(rest).map((name) => [name, false])))
    // Where the system has no network namespaces for everybody, doctor says so.
    expect(reached).toBe(!sandbox().cutsNetwork)
    expect([existsSync(join(folder, 'held')), existsSync(join(folder, 'free'))]).toEqual([false, true])
  } finally {
    server.close()
  }
})

it('a reader starts where its packages lie in a folder and where they are a link: no folder is named twice', () => {
  for (const link of [false, true]) {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'inbetween-place-')))
    mkdirSync(join(root, 'packages'))
    if (link) symlinkSync('packages', join(root, 'node_modules'))
    else mkdirSync(join(root, 'node_modules'))
    const [program, ...rest] = readerCommand(join(root, 'dist/src/read/worker.js'))
    const started = spawnSync(program, [...rest, '-e', 'console.log("started")'])
    expect([link, started.status, String(started.stdout).trim()]).toEqual([link, 0, 'started'])
  }
})

it('the pool reads files that the reader itself could not open, empty ones too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'inbetween-pool-'))
  writeFileSync(join(folder, 'note.txt'), '第一镜\n')
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'large.txt'), 'x'.repeat(3_000_000))
  const pool = createReaderPool({ size: 1 })
  try {
    const read = async (name: string) => pool.read(join(folder, name), name)
    expect((await read('note.txt')).passages.map(({ text }) => text)).toEqual(['第一镜'])
    expect((await read('empty.txt')).format).toBe('empty')
    expect((await read('large.txt')).status).toBe('partly')
    await expect(read('missing.txt')).rejects.toThrow('no such file')
    expect((await read('note.txt')).status).toBe('read')
  } finally {
    await pool.close()
  }
})

it('what a reader leaves behind that fails later costs no other file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'inbetween-late-'))
  const whole = readFileSync('fixtures/read/pdf/named-fonts.pdf')
  // Two blocks changed places: a library that answered such a file rejected a promise, that nobody waited for, a moment afterwards.
  const late = Buffer.concat([
    whole.subarray(0, 201),
    whole.subarray(1997, 2002),
    whole.subarray(440, 1997),
    whole.subarray(201, 440),
    whole.subarray(2002),
  ])
  writeFileSync(join(folder, 'late.pdf'), late)
  writeFileSync(join(folder, 'innocent.txt'), '第一镜\n')
  const pool = createReaderPool({ size: 1 })
  try {
    expect((await pool.read(join(folder, 'late.pdf'), 'late.pdf')).format).toBe('pdf')
    for (let round = 0; round < 20; round++) {
      expect((await pool.read(join(folder, 'innocent.txt'), 'innocent.txt')).status).toBe('read')
      await new Promise((done) => setTimeout(done, 10))
    }
  } finally {
    await pool.close()
  }
})
