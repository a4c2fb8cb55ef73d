import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256Hex } from '../base/hash.ts'
import type { Exhibit, Trace } from '../model/index.ts'
import { hammingDistance } from '../read/index.ts'
import { copies, LIKE_BITS, lookAlikes } from './look-alikes.ts'

const A = '0123456789abcdef'

function exhibit(path: string, over: Partial<Exhibit> = {}): Exhibit {
  const sha256 = over.sha256 ?? sha256Hex(path)
  const rest = {
    blob: sha256,
    inside: [],
    bytes: 1,
    format: 'png',
    status: 'read',
    firstSeen: '2024-01-01',
    lastSeen: '2024-01-01',
  } as const
  return { id: sha256Hex(`${path}${sha256}`), sourceId: 's', path, sha256, ...rest, ...over }
}

function hashOf(of: Exhibit, value: string): Trace {
  return { field: 'pictureHash', value, anchor: `${of.blob}!whole=`, exhibitId: of.id, path: of.path }
}

function paths(exhibits: readonly Exhibit[], hashes: readonly string[]): string[][] {
  const traces = exhibits.flatMap((one, at) => (hashes[at] === undefined ? [] : [hashOf(one, hashes[at])]))
  return lookAlikes({ exhibits, traces }).groups.map((group) => group.flatMap((picture) => picture.exhibits.map(({ path }) => path)))
}

it('pictures within six bits of another are one group; a copy byte for byte is no link by itself', () => {
  const [a, b, c, d] = ['a.png', 'b.png', 'c.png', 'd.png'].map((path) => exhibit(path)) as [Exhibit, Exhibit, Exhibit, Exhibit]
  const copy = exhibit('z/a.png', { sha256: a.sha256 })
  // b differs from a in 6 bits, c from b in 6 others and so from a in 12, d from all in more.
  expect(paths([a, b, c, d], [A, '0123456789abcdd0', '0123456789ab3ed0', 'fedcba9876543210'])).toEqual([['a.png', 'b.png', 'c.png']])
  expect(paths([a, copy], [A])).toEqual([])
  expect(paths([a, copy, b], [A, A, A])).toEqual([['a.png', 'z/a.png', 'b.png']])
  const { groups } = lookAlikes({ exhibits: [a, b], traces: [hashOf(a, A), hashOf(b, '0123456789abcdee')] })
  expect(groups[0]?.map(({ bits }) => bits)).toEqual([1, 1])
})

it('known software and stock, and the parts of one document, stay out; members of one archive do not', () => {
  const stock = exhibit('stock.png', { known: { set: 'textures', kind: 'stock' } })
  const own = exhibit('own.png', { known: { set: 'ours', kind: 'own' } })
  const a = exhibit('a.png')
  expect(paths([a, stock], [A, A])).toEqual([])
  expect(paths([a, own], [A, A])).toEqual([['a.png', 'own.png']])
  const within = (format: string) => {
    const blob = sha256Hex(format)
    const outer = exhibit(`pack.${format}`, { sha256: blob, format })
    const members = ['preview.png', 'merged.png'].map((step) => exhibit(`pack.${format}!${step}`, { blob, inside: [step] }))
    const traces = members.map((member) => hashOf(member, A))
    return lookAlikes({ exhibits: [outer, ...members], traces }).groups.length
  }
  expect([within('kra'), within('zip')]).toEqual([0, 1])
})

it('every two hashes within six bits meet, and no others are joined, as comparing all with all says', () => {
  const near = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.array(fc.nat(63), { maxLength: 9 }))
  const seeds = [0x0123456789abcdefn, 0xfedcba9876543210n, 0x00ff00ff00ff00ffn, 0x0123456789ab0000n]
  fc.assert(
    fc.property(fc.array(near, { minLength: 1, maxLength: 30 }), (drawn) => {
      const hashes = drawn.map(([seed, flips]) =>
        flips
          .reduce((hash, bit) => hash ^ (1n << BigInt(bit)), seeds[seed] ?? 0n)
          .toString(16)
          .padStart(16, '0'),
      )
      const exhibits = hashes.map((_, at) => exhibit(`${at}.png`))
      const root = hashes.map((_, at) => at)
      for (const [i, a] of hashes.entries())
        for (const [j, b] of hashes.entries())
          if (hammingDistance(a, b) <= LIKE_BITS) for (const [k, r] of root.entries()) if (r === root[i]) root[k] = root[j] ?? 0
      const wanted = new Map<number, string[]>()
      for (const [at, of] of root.entries()) wanted.set(of, [...(wanted.get(of) ?? []), `${at}.png`])
      const sorted = (groups: readonly string[][]) => groups.map((group) => group.toSorted().join(' ')).toSorted()
      expect(sorted(paths(exhibits, hashes))).toEqual(sorted([...wanted.values()].filter((group) => group.length > 1)))
    }),
  )
})

it('frames of films are compared with pictures and with frames of other films, and not with those of their own film', () => {
  const at = (of: Exhibit, ms: number, value: string): Trace => ({ ...hashOf(of, value), anchor: `${of.blob}!time=${ms},${ms}` })
  const [one, two] = ['one.mov', 'two.mkv'].map((path) => exhibit(path, { format: 'mp4' })) as [Exhibit, Exhibit]
  const again = exhibit('z/one.mov', { sha256: one.sha256, format: 'mp4' })
  const still = exhibit('still.png')
  const shown = (exhibits: readonly Exhibit[], traces: readonly Trace[]) =>
    lookAlikes({ exhibits, traces }).groups.map((group) =>
      group.map(({ exhibits: of, frameMs, bits }) => `${of.map(({ path }) => path)} ${frameMs ?? '-'} ${bits}`),
    )
  expect(shown([one, again], [at(one, 0, A), at(one, 1000, A)])).toEqual([])
  expect(shown([one, still], [at(one, 0, 'fedcba9876543210'), at(one, 1500, A), hashOf(still, '0123456789abcdee')])).toEqual([
    ['one.mov 1500 1', 'still.png - 1'],
  ])
  expect(shown([one, two], [at(one, 0, A), at(one, 1000, A), at(two, 40, A)])).toEqual([['one.mov 0 0', 'one.mov 1000 0', 'two.mkv 40 0']])
})

it('copies are equal bytes in more than one document: at other paths, in copies of one archive, not twice in one document', () => {
  const png = new Set(['png'])
  const shown = (exhibits: readonly Exhibit[]) => copies(exhibits, png).map((same) => same.map(({ path }) => path))
  const [a, b] = ['a.png', 'b.png'].map((path) => exhibit(path)) as [Exhibit, Exhibit]
  expect(shown([a, b, exhibit('z/a.png', { sha256: a.sha256 })])).toEqual([['a.png', 'z/a.png']])
  expect(shown([a, exhibit('stock.png', { sha256: a.sha256, known: { set: 's', kind: 'stock' } })])).toEqual([])
  const pack = (path: string, format: string) => {
    const blob = sha256Hex(format)
    const outer = exhibit(path, { sha256: blob, format })
    return [outer, ...['1', '2'].map((step) => exhibit(`${path}!${step}.png`, { blob, inside: [step], sha256: a.sha256 }))]
  }
  expect(shown(pack('deck!1.pptx', 'pptx'))).toEqual([])
  expect(shown(pack('x.zip', 'zip'))).toEqual([['x.zip!1.png', 'x.zip!2.png']])
  expect(shown([...pack('deck.pptx', 'pptx'), ...pack('copy/deck.pptx', 'pptx')])).toHaveLength(1)
})

it('a search that a bound ends says so', () => {
  const exhibits = Array.from({ length: 20 }, (_, at) => exhibit(`${at}.png`))
  const traces = exhibits.map((one, at) => hashOf(one, `0123456789abc${at.toString(16).padStart(3, '0')}`))
  expect(lookAlikes({ exhibits, traces }).isCut).toBe(false)
  expect(lookAlikes({ exhibits, traces }, 5).isCut).toBe(true)
})
