import { expect, it } from 'vitest'
import type { Reading } from '../model/index.ts'
import { readPage } from './read-page.ts'

const EMPTY = { passages: [], traces: [], children: [], warnings: [] }
const FILE = { sha256: 'a'.repeat(64), bytes: 1200 }

it('a page answers who, with what, when, what it says, what is inside and what could not be read, in this order, each value once', () => {
  const reading: Reading = {
    format: 'zip',
    status: 'partly',
    passages: [{ text: '手再高一点', at: { kind: 'line', line: 3 } }],
    traces: [
      { field: 'modified', value: '2024-01-16T08:20:00Z' },
      { field: 'zoneOffset', value: '+08:30' },
      { field: 'author', value: 'artist03' },
      { field: 'author', value: 'artist03' },
    ],
    children: [
      {
        step: 'a',
        path: 'locked.txt',
        sha256: FILE.sha256,
        bytes: 1,
        reading: { ...EMPTY, format: 'unknown', status: 'not-read', reason: 'encrypted' },
      },
    ],
    warnings: [{ code: 'encrypted', message: 'locked.txt: encrypted' }],
  }
  const page = readPage('delivery.zip', FILE, reading)
  const order = [
    'read in part',
    'Who made it',
    'When, by which clock',
    'What it says: 1 passage',
    'What is inside: 1 member, 1 of them not read',
    'What could not be read',
  ]
  expect(order.map((heading) => page.indexOf(heading)).every((at, index, all) => at > (all[index - 1] ?? 0))).toBe(true)
  expect(page.match(/artist03/g)).toHaveLength(1)
  // No trace without its ordinary explanation beside it.
  expect(page.replace(/\s+/g, ' ')).toContain('+08:30 medium: offset that a machine’s clock was set to. But: a setting, not a place')
  expect(page).not.toContain('Language of programs')
})

it('nothing of a file acts on the terminal, and long lists say how much is left out', () => {
  const hostile = '\u001b]0;owned\u0007\u202eevil\r'
  const traces = Array.from({ length: 30 }, (_, n) => ({ field: 'path', value: `${hostile}${n}` }))
  const passages = Array.from({ length: 60 }, (_, n) => ({ text: `${hostile}${n}`, at: { kind: 'line', line: n + 1 } as const }))
  const page = readPage(hostile, FILE, {
    ...EMPTY,
    format: 'txt',
    status: 'read',
    traces,
    passages,
    warnings: [{ code: 'x', message: hostile }],
  })
  expect([...page].filter((c) => (c < ' ' && c !== '\n') || c === '\u202e')).toEqual([])
  expect(page).toContain('… 22 more (--json has all)')
  expect(page).toContain('… 20 more (--json has all)')
})
