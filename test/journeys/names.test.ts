import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'

// Everything here is invented.
const BIN = resolve('dist/src/cli/main.js')
let root = ''
const run = (...words: string[]) =>
  spawnSync(process.execPath, [BIN, ...words], {
    cwd: root,
    env: { ...process.env, XDG_DATA_HOME: join(root, 'keys'), INBETWEEN_NOW: '2024-02-01T00:00:00Z' },
    encoding: 'utf8',
  })
const put = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}
const ENTITIES = [
  { id: 'p', schema: 'Project', properties: { name: ['Lantern Tide'] } },
  {
    id: 'c',
    schema: 'Company',
    properties: { name: ['Grey Heron Pictures Ltd'], jurisdiction: ['gb'], parent: ['g'], phone: ['+1 555 010 0000'] },
  },
  { id: 'g', schema: 'Company', properties: { name: ['Corvane Street Animation Inc.'] } },
  { id: 'x', schema: 'Person', properties: { name: ['Marwick Ostrava'] } },
  { id: 'r', schema: 'ProjectParticipant', properties: { project: ['p'], participant: ['c'], role: ['rights holder'] } },
]

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-names-'))
  for (const n of [1, 2, 3]) {
    put(`mirror/in/SBK_ep0${n}_01${n}_返修.txt`, `请看《盐冢堡》 ${n}\n`)
    put(`mirror/in/sheet_c00${n}.txt`, `Corvane Street Animation Inc.\nsheet ${n}\n`)
    put(`mirror/out/LNT_s03e07_11${n}_v02.txt`, `x${n}\n`)
  }
  put('mirror/in/letter.txt', 'For Grey Heron Picturse Ltd: redraw the head.\n')
  put('companies.json', ENTITIES.map((entity) => JSON.stringify(entity)).join('\n'))
  expect(run('scan', './mirror').status).toBe(0)
  expect(run('add', 'productions', 'companies.json', '-C', 'mirror.case').stdout).toMatch(/left out before sealing: phone/)
  expect(run('analyze', '-C', 'mirror.case').status).toBe(0)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('persons and telephone numbers of an export never reach the case', () => {
  const files = readdirSync(join(root, 'mirror.case'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) expect(readFileSync(join(file.parentPath, file.name)).toString('latin1')).not.toMatch(/Marwick|555 010/)
})

it('names say where they stand and what was stated; a form and a misspelling are told apart', () => {
  const { mentions } = JSON.parse(run('names', '--json', '-C', 'mirror.case').stdout).data
  expect(mentions.map(({ text, basis, stated }: Record<string, unknown>) => [text, basis, stated])).toEqual([
    [
      'Grey Heron Picturse Ltd',
      'text',
      ['rights holder', 'in GB', 'belongs to Corvane Street Animation Inc.', 'rights holder of Lantern Tide'],
    ],
    ...[1, 2, 3].map(() => ['Corvane Street Animation Inc', 'template', ['parent of Grey Heron Pictures Ltd']]),
  ])
})

it('patterns and codes of no stated production are listed, and none becomes a production', () => {
  const { patterns, clusters } = JSON.parse(run('names', '--patterns', '--json', '-C', 'mirror.case').stdout).data
  expect(patterns.map(({ pattern }: { pattern: string }) => pattern)).toEqual([
    '{PROD}_ep{EE}_{SHOT}_返修',
    '{PROD}_s{SS}e{EE}_{SHOT}_v{VV}',
  ])
  expect(clusters).toMatchObject([
    { code: 'LNT', files: 3, episodes: 1, shots: 3, mayBe: [{ title: 'Lantern Tide' }] },
    { code: 'SBK', files: 3, episodes: 3, words: ['返修', '盐冢堡'], mayBe: [] },
  ])
  expect(run('names', '--patterns', '-C', 'mirror.case').stdout).toMatch(/SBK: 3 files, 3 episodes, 3 shots, .* no stated production/)
  expect(run('names', '--json', '-C', 'mirror.case').stdout).not.toContain('SBK_ep')
})

it('a spreadsheet is sealed as the table of its largest sheet, and the other sheet is said to be left out', () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const sheet = (...rows: string[][]) =>
    `<worksheet xmlns="${main}"><sheetData>${rows.map((cells, n) => `<row r="${n + 1}">${cells.map((text, k) => `<c r="${'AB'[k]}${n + 1}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`
  const parts = {
    '_rels/.rels': `<Relationships xmlns="${packaged}"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Zephyr Tern" sheetId="1" r:id="a"/><sheet name="S" sheetId="2" r:id="b"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}">${['a', 'b'].map((id) => `<Relationship Id="${id}" Type="${office}/worksheet" Target="worksheets/${id}.xml"/>`).join('')}</Relationships>`,
    'xl/worksheets/a.xml': sheet(['note']),
    'xl/worksheets/b.xml': sheet(['title', 'salary'], ['Quarry Tern', '4711']),
  }
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])))
  writeFileSync(join(root, 'j.xlsx'), bytes)
  const { status, stdout, stderr } = run('add', 'productions', 'j.xlsx', '-C', 'mirror.case')
  expect(status, stderr).toBe(0)
  expect(stdout).toMatch(/1 productions rows sealed[\s\S]*kept: title → title[\s\S]*left out before sealing: salary/)
  expect(stderr).toMatch(/warning sheets-left-out: .*1 other sheet/)
  expect(stderr).not.toContain('Zephyr')
})
