import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const BIN = resolve('dist/src/cli/main.js')
let root = ''
const env = () => ({ ...process.env, XDG_DATA_HOME: join(root, 'keys'), INBETWEEN_NOW: '2024-02-01T00:00:00Z' })
const run = (...words: string[]) => spawnSync(process.execPath, [BIN, ...words], { cwd: root, env: env(), encoding: 'utf8' })

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-journey-'))
  mkdirSync(join(root, 'mirror/2024-01-02'), { recursive: true })
  mkdirSync(join(root, 'mirror/2024-01-03'), { recursive: true })
  writeFileSync(join(root, 'mirror/2024-01-02/a.txt'), '头部的线条再细一点\n머리부분 선을 좀 더 가늘게\n')
  writeFileSync(join(root, 'mirror/2024-01-03/b.txt'), '第二天\n')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('scan makes a case beside the folder, reads every file, and verify finds it whole', () => {
  const scan = run('scan', './mirror', '--layout', 'snapshots', '--json')
  expect(scan.status, scan.stderr).toBe(0)
  expect(JSON.parse(scan.stdout)).toMatchObject({
    schema: 'inbetween/scan@1',
    case: 'mirror',
    data: { exhibits: 2, unreadable: 0, batches: 2, passages: 3 },
  })
  const verify = run('verify', 'mirror.case', '--json')
  expect(verify.status).toBe(0)
  expect(JSON.parse(verify.stdout)).toMatchObject({ data: { ok: true, blobs: { listed: 7, matching: 7 } } })
  expect(readdirSync(root).sort()).toEqual(['keys', 'mirror', 'mirror.case'])
})

it('a second scan of unchanged days adds nothing', () => {
  const before = JSON.parse(run('verify', 'mirror.case', '--json').stdout)
  expect(run('scan', './mirror', '--layout', 'snapshots').status).toBe(0)
  expect(JSON.parse(run('verify', 'mirror.case', '--json').stdout).data.head).toBe(before.data.head)
})

it('refuses a case inside its source, a case as source, and a folder that is something else', () => {
  for (const words of [
    ['scan', './mirror', '-C', 'mirror/inside.case'],
    ['scan', './mirror.case'],
    ['scan', './mirror', '-C', 'keys'],
  ]) {
    const refused = run(...words)
    expect([words.join(' '), refused.status]).toEqual([words.join(' '), 7])
    expect(refused.stderr).toMatch(/^error IBT-REFUSED/m)
    expect(refused.stderr).not.toMatch(/\n\s+at /)
  }
})

it('says what is wrong with a command line, and with which remedy', () => {
  expect(run('scann')).toMatchObject({ status: 2, stderr: expect.stringContaining('no such command') })
  expect(run('read', 'nothing.txt')).toMatchObject({ status: 1, stderr: expect.stringContaining('nothing.txt') })
  expect(run('verify', '.')).toMatchObject({ status: 1, stderr: expect.stringContaining('IBT-NO-CASE') })
})
