import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'

const BIN = resolve('dist/src/cli/main.js')
let root = ''
const env = () => ({ ...process.env, XDG_DATA_HOME: join(root, 'keys'), INBETWEEN_NOW: '2024-02-01T00:00:00Z' })
function run(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], { cwd: root, env: env(), encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  return stdout
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-pictures-'))
  const notes = readFileSync('fixtures/ocr/notes.png')
  const gradient = readFileSync('fixtures/ocr/gradient.png')
  const blots =
    '<circle cx="70" cy="60" r="50"/><rect x="150" y="30" width="40" height="150"/><path d="M20 190 L240 120 L200 195 Z" fill="#777"/>'
  const sky = await sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="260" height="200">${blots}</svg>`))
    .flatten({ background: '#fff' })
    .png()
    .toBuffer()
  mkdirSync(join(root, 'delivery/stock'), { recursive: true })
  const files = {
    'notes.png': notes,
    'notes-small.jpg': await sharp(notes).resize(450).jpeg().toBuffer(),
    'sky.png': sky,
    'gradient.png': gradient,
    'stock/sky.webp': await sharp(sky).webp({ lossless: true }).toBuffer(),
    'white.png': await sharp({ create: { width: 90, height: 90, channels: 3, background: '#fff' } })
      .png()
      .toBuffer(),
  }
  for (const [path, bytes] of Object.entries(files)) writeFileSync(join(root, 'delivery', path), bytes)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('pictures that look alike are groups, with the caution beside them; known stock is none, and nothing else of the case changes', () => {
  run('scan', './delivery')
  const shown = (...words: string[]) => JSON.parse(run('pictures', ...words, '--json', '-C', 'delivery.case')).data
  const { groups, withHash, withoutHash, caution } = shown()
  const paths = groups.map((group: { paths: string[] }[]) => group.map((picture) => picture.paths))
  expect(paths).toEqual([
    [['notes-small.jpg'], ['notes.png']],
    [['sky.png'], ['stock/sky.webp']],
  ])
  expect([withHash, withoutHash]).toEqual([4, 2])
  expect(caution).toContain('a question, not a finding')
  expect(shown('sky').groups).toHaveLength(1)
  expect(shown('white').groups).toEqual([])
  const text = run('pictures', '-C', 'delivery.case')
  expect(text).toContain('look alike too')
  expect(text).toContain('2 have none: plain, smooth, small, damaged or too large')
  expect(JSON.parse(run('findings', '--json', '-C', 'delivery.case')).data).toEqual([])

  const known = JSON.parse(run('files', 'sky.webp', '--json', '-C', 'delivery.case')).data[0].sha256
  writeFileSync(join(root, 'stock.txt'), `${known}\n`)
  run('add', 'hashes', 'stock.txt', '--kind', 'stock', '-C', 'delivery.case')
  run('analyze', '-C', 'delivery.case')
  expect(shown().groups).toHaveLength(1)
})
