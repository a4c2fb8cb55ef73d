import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'

const BIN = resolve('dist/src/cli/main.js')
let root = ''
const env = () => ({ ...process.env, XDG_DATA_HOME: join(root, 'keys'), INBETWEEN_NOW: '2024-02-01T00:00:00Z' })
function tried(...words: string[]) {
  return spawnSync(process.execPath, [BIN, ...words], { cwd: root, env: env(), encoding: 'utf8' })
}
function run(...words: string[]): string {
  const { status, stdout, stderr } = tried(...words)
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

it('a page shows them only where it is asked for: private, sealed, the same twice, over nothing but itself, and the evidence is as it was', () => {
  const evidence = () => readdirSync(join(root, 'delivery.case/evidence/blobs'), { recursive: true, encoding: 'utf8' }).toSorted()
  const before = evidence()
  const write = (...words: string[]) =>
    JSON.parse(run('pictures', '--page', 'out/pictures.html', ...words, '--json', '-C', 'delivery.case')).data
  const first = write()
  expect(first).toMatchObject({ profile: 'public', from: 1, part: 1, parts: 1 })
  const path = join(root, 'out/pictures.html')
  const html = readFileSync(path, 'utf8')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(html.match(/<img src="data:image\/webp;base64,/g)).toHaveLength(first.of)
  for (const shown of ['notes-small.jpg', 'sky.png', 'white.png', 'a question, not a finding']) expect(html).toContain(shown)
  expect(html).not.toMatch(/<script|https?:/)
  expect(write().sha256).toBe(first.sha256)
  expect(evidence()).toEqual(before)
  const entries = readFileSync(join(root, 'delivery.case/ledger.jsonl'), 'utf8').split('\n')
  expect(entries.filter((line) => line.includes('"report"'))).toHaveLength(1)
  expect(JSON.parse(run('verify', 'delivery.case', '--json')).data.ok).toBe(true)

  writeFileSync(join(root, 'mine.html'), 'my own page')
  const refused = tried('pictures', '--page', 'mine.html', '-C', 'delivery.case')
  expect([refused.status === 0, refused.stderr.includes('IBT-REFUSED')]).toEqual([false, true])
  expect(readFileSync(join(root, 'mine.html'), 'utf8')).toBe('my own page')
  expect(tried('pictures', '--page', 'out', '-C', 'delivery.case').stderr).toContain('IBT-REFUSED')
  expect(tried('pictures', '--page', 'new.html', '--part', '2', '-C', 'delivery.case').stderr).toContain('IBT-USAGE')
  expect(existsSync(join(root, 'new.html'))).toBe(false)
})
