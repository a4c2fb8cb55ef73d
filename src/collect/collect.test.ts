import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256Hex } from '../base/hash.ts'
import { batchesOf, compareListings, SOURCES, takeVisit } from './index.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-collect-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const folder = SOURCES[0]
if (!folder) throw new Error('no folder source')
const taken: string[] = []
const sink = {
  takeFile: (location: string | Buffer) => {
    taken.push(location.toString())
    return { sha256: sha256Hex(location.toString().split('/').at(-1)?.split('@')[0] ?? ''), bytes: 1 }
  },
}
const fresh = () => ({ byPath: new Map(), byIdentity: new Map() })
const put = (path: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), 'x')
  utimesSync(join(root, path), 1_704_067_200, 1_704_067_200)
}

describe('a visit to a folder', () => {
  it('lists every file with its time, and names links without following them', () => {
    put('b/c.txt')
    put('a.txt')
    symlinkSync('/etc', join(root, 'link'))
    const { entries, problems } = takeVisit(folder, root, sink, fresh())
    expect(entries.map(({ path, modifiedMs }) => [path, modifiedMs]).sort()).toEqual([
      ['a.txt', 1_704_067_200_000],
      ['b/c.txt', 1_704_067_200_000],
    ])
    expect(problems).toEqual([{ path: 'link', message: 'a symbolic link: named, not followed' }])
  })

  it('keeps a name that is not UTF-8 apart from the text that shows it', () => {
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xb0, 0xa1])]), 'x')
    expect(takeVisit(folder, root, sink, fresh()).entries.map(({ path }) => path)).toEqual(['%B0%A1'])
  })

  it('reads nothing again that has the same path, size and time', () => {
    put('a.txt')
    const first = takeVisit(folder, root, sink, fresh())
    const byPath = new Map(first.entries.map((entry) => [entry.path, entry]))
    expect(takeVisit(folder, root, sink, { byPath, byIdentity: new Map() })).toMatchObject({ read: 0, entries: first.entries })
    expect(takeVisit(folder, root, sink, { byPath, byIdentity: new Map() }, { verifyBytes: true }).read).toBe(1)
  })
})

describe('batches', () => {
  it('tell new, changed, renamed by hash and gone', () => {
    const entry = (path: string, of = path) => ({ path, sha256: sha256Hex(of), bytes: 1, modifiedMs: 0 })
    const before = [entry('same'), entry('edited'), entry('old name', 'moved'), entry('gone')]
    const after = [entry('same'), entry('edited', 'edited 2'), entry('new name', 'moved'), entry('fresh')]
    expect(compareListings(before, after)).toEqual({
      new: ['fresh'],
      changed: ['edited'],
      renamed: [{ from: 'old name', to: 'new name' }],
      gone: ['gone'],
    })
  })

  it('tell a path that comes back from a new one, and a name that takes up the bytes of another from both', () => {
    const entry = (path: string, of = path) => ({ path, sha256: sha256Hex(of), bytes: 1, modifiedMs: 0 })
    const listings = [
      [entry('stays'), entry('comes and goes'), entry('old', 'moved')],
      [entry('stays'), entry('new', 'moved')],
      [entry('stays'), entry('comes and goes', 'other bytes'), entry('old', 'moved'), entry('first')],
      [entry('stays')],
      [entry('stays'), entry('first')],
    ]
    const visits = listings.map((entries, n) => {
      const day = `2024-01-0${n + 1}`
      const visit = { id: day, sourceId: 's', at: '', day, basis: 'visit' as const, listing: '', entries: 1, problems: [] }
      return { visit, entries }
    })
    const told = batchesOf(visits, 'plain').map(({ new: fresh, renamed, gone, reappeared }) => [fresh, renamed, gone, reappeared])
    expect(told).toEqual([
      [['comes and goes', 'old', 'stays'], [], [], undefined],
      [[], [{ from: 'old', to: 'new' }], ['comes and goes'], undefined],
      [['first'], [{ from: 'new', to: 'old' }], [], ['comes and goes']],
      [[], [], ['comes and goes', 'first', 'old'], undefined],
      [[], [], [], ['first']],
    ])
  })

  it('of snapshots are dated by their folder names, and a day where nothing came is empty', () => {
    put('2024-01-02/a@1')
    put('2024-01-01/a@1')
    put('2024-01-03/b@1')
    const plans = folder.plan(root, 'snapshots', '2024-02-01')
    const visits = plans.map((plan) => {
      const { entries } = takeVisit(folder, plan.root, sink, fresh())
      return {
        visit: { id: plan.day, sourceId: 's', at: '', day: plan.day, basis: plan.basis, listing: '', entries: 1, problems: [] },
        entries,
      }
    })
    expect(batchesOf(visits, 'snapshots').map(({ day, new: fresh, gone }) => [day, fresh, gone])).toEqual([
      ['2024-01-01', ['a@1'], []],
      ['2024-01-02', [], []],
      ['2024-01-03', ['b@1'], ['a@1']],
    ])
    renameSync(join(root, '2024-01-01'), join(root, 'not a day'))
    expect(folder.plan(root, 'snapshots', '2024-02-01')).toHaveLength(2)
  })
})
