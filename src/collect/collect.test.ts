import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256Hex } from '../base/hash.ts'
import type { ListingEntry, NotTaken } from '../model/index.ts'
import { batchesOf, compareListings, type Filters, Journal, planVisits, type Sink, StopListed, takeVisit, tellNames } from './index.ts'
import type { Connection, Listed, SourceContext } from './source.ts'
import { folder } from './sources/folder.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'inbetween-collect-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const context: SourceContext = {
  effects: { now: () => 1_704_067_200_000, random: () => new Uint8Array(8), log: () => {} },
  keep: sha256Hex,
  keepFile: sha256Hex,
  record: () => {},
  turn: () => Promise.resolve(),
}
const local: Sink = {
  takeFile: (location) => ({ sha256: sha256Hex(location.toString().split('/').at(-1)?.split('@')[0] ?? ''), bytes: 1 }),
  receive: () => Promise.reject(new Error('not over a network')) as never,
}
const put = (path: string) => {
  mkdirSync(join(root, 'place', path, '..'), { recursive: true })
  writeFileSync(join(root, 'place', path), 'x')
  utimesSync(join(root, 'place', path), 1_704_067_200, 1_704_067_200)
}

interface Options {
  previous?: readonly ListingEntry[]
  filters?: Filters
  verifyBytes?: boolean
  sink?: Sink
  names?: string
}

async function look(connection: Connection, { previous = [], sink = local, names, ...rest }: Options = {}) {
  const journal = new Journal(join(root, 'visit.sqlite'))
  const entries: ListingEntry[] = []
  const absent: NotTaken[] = []
  try {
    const result = await takeVisit({
      connection,
      journal,
      context,
      sink,
      previous,
      write: (entry) => entries.push(entry),
      writeNotTaken: (row) => absent.push(row),
      retryMs: 1,
      confirm: async () => {
        tellNames(journal, names)
        return true
      },
      ...rest,
    })
    return { ...result, entries, absent, problems: journal.problems(100).map(({ path, message }) => ({ path, message })) }
  } finally {
    journal.discard()
  }
}

const lookAt = async (path: string, options: Options = {}) =>
  look(await folder.open({ url: path, rate: 0, userAgent: '' }, context), options)

/** A source that lists and gives what a test says, each file's bytes being its path. */
const invented = (rows: Readonly<Record<string, readonly Listed[]>>): Connection => ({
  facts: {},
  list: (at) => rows[at.path] ?? [],
  fetch: () => Promise.reject(new Error('not asked for')),
  close: () => Promise.resolve(),
  localPath: (file) => file.path,
})
const file = (path: string, more: object = {}): Listed => ({ kind: 'file', path, location: path, bytes: 1, modifiedMs: 0, ...more })
const sub = (path: string): Listed => ({ kind: 'folder', path, location: path })

describe('a look at a folder', () => {
  it('lists every file with its time, and names links without following them', async () => {
    put('b/c.txt')
    put('a.txt')
    symlinkSync('/etc', join(root, 'place', 'link'))
    const { entries, problems } = await lookAt(join(root, 'place'))
    expect(entries.map(({ path, modifiedMs }) => [path, modifiedMs])).toEqual([
      ['a.txt', 1_704_067_200_000],
      ['b/c.txt', 1_704_067_200_000],
    ])
    expect(problems).toEqual([{ path: 'link', message: 'a symbolic link: named, not followed' }])
  })

  it('reads nothing again that has the same path, size and time, unless it is told to', async () => {
    put('a.txt')
    const first = await lookAt(join(root, 'place'))
    expect(first.read).toBe(1)
    expect(await lookAt(join(root, 'place'), { previous: first.entries })).toMatchObject({ read: 0, entries: first.entries })
    expect((await lookAt(join(root, 'place'), { previous: first.entries, verifyBytes: true })).read).toBe(1)
  })

  it('takes what was taken from the journal after a crash', async () => {
    put('a.txt')
    put('b.txt')
    const journal = new Journal(join(root, 'visit.sqlite'))
    const at = await folder.open({ url: join(root, 'place'), rate: 0, userAgent: '' }, context)
    const input = { connection: at, journal, context, sink: local, previous: [], writeNotTaken: () => {} }
    const dying = () => {
      throw new Error('killed')
    }
    await expect(takeVisit({ ...input, write: dying })).rejects.toThrow('killed')
    journal.flush()
    journal.forgetListing()
    const { read } = (await takeVisit({ ...input, write: () => {} })) ?? {}
    journal.discard()
    expect(read).toBe(1)
  })
})

describe('names', () => {
  it('that are not UTF-8 are read with one code page that all of them tell, and keep their bytes', async () => {
    const names = ['원화수정지시서', '배경미술설정', '동화검사보고'].map((name) => `${encoded(name)}.txt`)
    const { entries, problems } = await look(invented({ '': names.map((name) => file(name)) }))
    expect(entries.map(({ path }) => path)).toEqual(['동화검사보고.txt', '배경미술설정.txt', '원화수정지시서.txt'])
    expect(entries[2]?.raw).toBe(names[0])
    expect(problems[0]?.message).toBe('3 names are not UTF-8; read as cp949, told from all of them together: their bytes are kept')
  })

  it('too short to tell stay bytes until a person says which page it is', async () => {
    const rows = { '': [file('%B0%A1.txt')] }
    expect((await look(invented(rows))).entries.map(({ path }) => path)).toEqual(['%B0%A1.txt'])
    expect((await look(invented(rows), { names: 'gb18030' })).entries.map(({ path }) => path)).toEqual(['啊.txt'])
  })

  it('that differ only in composition are kept apart and told', async () => {
    const { entries, problems } = await look(invented({ '': [file('가.txt'.normalize('NFC')), file('가.txt'.normalize('NFD'))] }))
    expect(entries).toHaveLength(2)
    expect(problems.map(({ message }) => message)).toEqual([
      'another file has this name with its letters composed (NFC): both are kept apart',
    ])
  })
})

describe('hostile listings', () => {
  it('that lead back into themselves end, and what lies behind is unknown, not gone', async () => {
    const { entries, absent } = await look({
      ...invented({}),
      list: ({ path }) => [file(`${path}/x`.replace(/^\//, '')), sub(`${path}/again`.replace(/^\//, ''))],
    })
    expect(entries.map(({ path }) => path)).toEqual(['again/x', 'x'])
    expect(absent).toEqual([
      { path: 'again', why: 'lists what a folder above it lists, as a link that leads back does: not followed further', hidesFolder: true },
    ])
  })

  it('that go deeper and deeper end at the bound', async () => {
    const { absent } = await look({
      ...invented({}),
      list: ({ path }) => [file(`${path}/${path.length}`.replace(/^\//, '')), sub(`${path}/d`.replace(/^\//, ''))],
    })
    expect(absent).toEqual([{ path: Array(64).fill('d').join('/'), why: 'folders deeper than 64: not followed', hidesFolder: true }])
  })

  it('that name one path twice keep the first and say so', async () => {
    const { entries, problems } = await look(invented({ '': [file('a'), file('a', { location: 'elsewhere' })] }))
    expect(entries).toHaveLength(1)
    expect(problems).toEqual([{ path: 'a', message: 'listed twice with different places: the second was left out' }])
  })
})

describe('what is left out', () => {
  it('is listed with why, and counts as neither new nor gone', async () => {
    const rows = { '': [file('a.psd'), file('b.mp4', { bytes: 500 }), sub('ep')], ep: [file('ep/old.psd', { modifiedMs: -1 })] }
    const { entries, absent } = await look(invented(rows), { filters: { maxSize: 100, newerThanMs: 0, exclude: ['*.txt'] } })
    expect(entries.map(({ path }) => path)).toEqual(['a.psd'])
    expect(absent.map(({ path, why }) => [path, why])).toEqual([
      ['b.mp4', 'larger than --max-size 100'],
      ['ep/old.psd', 'older than --newest'],
    ])
    expect((await look(invented(rows), { filters: { include: ['ep/**'] } })).entries.map(({ path }) => path)).toEqual(['ep/old.psd'])
    expect((await look(invented(rows), { filters: { pathsOnly: true } })).absent).toHaveLength(3)
  })

  it('includes bytes whose hash is on the stop-list: hash and reason stay', async () => {
    const stopped = sha256Hex('a')
    const sink: Sink = {
      ...local,
      takeFile() {
        throw new StopListed(stopped)
      },
    }
    const { entries, absent } = await look(invented({ '': [file('a')] }), { sink })
    expect(entries).toEqual([])
    expect(absent).toMatchObject([{ path: 'a', sha256: stopped, why: 'its hash is on the stop-list: not kept' }])
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
      return { visit, entries, carried: [] }
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

  it('of snapshots are dated by their folder names, and a day where nothing came is empty', async () => {
    put('2024-01-02/a@1')
    put('2024-01-01/a@1')
    put('2024-01-03/b@1')
    const visits = []
    for (const { url, day, basis } of planVisits(join(root, 'place'), 'snapshots', '2024-02-01')) {
      const { entries } = await lookAt(url)
      const visit = { id: day, sourceId: 's', at: '', day, basis, listing: '', entries: 1, problems: [] }
      visits.push({ visit, entries, carried: [] })
    }
    expect(batchesOf(visits, 'snapshots').map(({ day, new: fresh, gone }) => [day, fresh, gone])).toEqual([
      ['2024-01-01', ['a@1'], []],
      ['2024-01-02', [], []],
      ['2024-01-03', ['b@1'], ['a@1']],
    ])
    renameSync(join(root, 'place', '2024-01-01'), join(root, 'place', 'not a day'))
    expect(planVisits(join(root, 'place'), 'snapshots', '2024-02-01')).toHaveLength(2)
  })

  it('of one look and a missed one are still told by file times', () => {
    const entry = { path: 'a', sha256: sha256Hex('a'), bytes: 1, modifiedMs: 1_704_067_200_000 }
    const visit = (day: string, more: object = {}) => ({
      id: day,
      sourceId: 's',
      at: '',
      day,
      basis: 'visit' as const,
      listing: '',
      entries: 1,
      problems: [],
      ...more,
    })
    const batches = batchesOf(
      [
        { visit: visit('2024-02-01'), entries: [entry], carried: [] },
        { visit: visit('2024-02-02', { missed: 'no answer' }), entries: [], carried: [entry] },
      ],
      'plain',
    )
    expect(batches.map(({ day, basis, missed }) => [day, basis, missed])).toEqual([
      ['2024-01-01', 'file-time', undefined],
      ['2024-02-02', 'visit', 'no answer'],
    ])
  })

  it('do not call gone what could not be looked at, nor a day empty when nobody could look', () => {
    const entry = (path: string) => ({ path, sha256: sha256Hex(path), bytes: 1, modifiedMs: 0 })
    const visit = (day: string, more: object = {}) => ({
      id: day,
      sourceId: 's',
      at: '',
      day,
      basis: 'visit' as const,
      listing: '',
      entries: 1,
      problems: [],
      ...more,
    })
    const batches = batchesOf(
      [
        { visit: visit('2024-01-01'), entries: [entry('a'), entry('b')], carried: [] },
        { visit: visit('2024-01-02', { missed: 'the connection was refused' }), entries: [], carried: [entry('a'), entry('b')] },
        { visit: visit('2024-01-03'), entries: [entry('a')], carried: [entry('b')] },
        { visit: visit('2024-01-04'), entries: [entry('a')], carried: [] },
      ],
      'plain',
    )
    expect(batches.map(({ new: fresh, gone, missed }) => [fresh, gone, missed])).toEqual([
      [['a', 'b'], [], undefined],
      [[], [], 'the connection was refused'],
      [[], [], undefined],
      [[], ['b'], undefined],
    ])
  })
})

function encoded(name: string): string {
  // CP949 bytes of the names above, from iconv -t CP949.
  const bytes: Record<string, string> = {
    원화수정지시서: 'bff8c8adbcf6c1a4c1f6bdc3bcad',
    배경미술설정: 'b9e8b0e6b9ccbcfabcb3c1a4',
    동화검사보고: 'b5bfc8adb0cbbbe7bab8b0ed',
  }
  return (bytes[name] ?? '').replace(/../g, (byte) => `%${byte.toUpperCase()}`)
}
