import { expect, it } from 'vitest'
import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import { copies, lookAlikes } from '../../identify/index.ts'
import { caseConfigSchema, type Exhibit, type Trace } from '../../model/index.ts'
import type { Thumbnail } from '../../read/index.ts'
import { ALIKE_CAUTION, composeGallery } from './compose-gallery.ts'
import type { Gallery, GalleryInput } from './gallery.ts'
import { GALLERY_MARK, galleryPage } from './gallery-page.tsx'

const A = '0123456789abcdef'
const WEBP: Thumbnail = { webp: Buffer.from('RIFF    WEBP').toString('base64'), width: 160, height: 90, warnings: [] }

function exhibit(path: string, over: Partial<Exhibit> = {}): Exhibit {
  const sha256 = over.sha256 ?? sha256Hex(path)
  return {
    id: sha256Hex(`${path}${sha256}`), sourceId: 's', path, sha256, blob: sha256, inside: [], bytes: 1, format: 'png', status: 'read',
    firstSeen: '2024-01-02', lastSeen: '2024-01-05', ...over,
  } // biome-ignore format: a record read as lines
}

function trace(of: Exhibit, field: string, value: string, at = 'whole='): Trace {
  return { field, value, anchor: `${of.blob}!${at}`, exhibitId: of.id, path: of.path }
}

function gallery(exhibits: readonly Exhibit[], traces: readonly Trace[] = [], over: Partial<GalleryInput> = {}): Gallery {
  const { groups, isCut } = lookAlikes({ exhibits, traces })
  return composeGallery({
    caseId: 'made-up', config: caseConfigSchema.parse({ privacy: { persons: 'shown' } }), profile: 'public', tool: '0.0.0', head: { count: 3, hash: 'f'.repeat(64) },
    exhibits, traces, warnings: [], alike: groups, isCut, copies: copies(exhibits, new Set(['png'])), part: 1, ...over,
  }) // biome-ignore format: a record read as lines
}

const pathsOf = (groups: Gallery['groups']) => groups.map(({ cards }) => cards.map(({ shown }) => shown.paths))

it('every picture stands once: linked ones in their group, the rest by folder, frames with their times', () => {
  const [a, like, other] = ['b/a.png', 'b/like.png', 'c/other.png'].map((path) => exhibit(path)) as [Exhibit, Exhibit, Exhibit]
  const copy = exhibit('z/other.png', { sha256: other.sha256 })
  const film = exhibit('c/cut.mp4', { format: 'mp4', filmFrames: 'examined' })
  const alone = exhibit('top.png')
  const stock = exhibit('stock.png', { known: { set: 'textures', kind: 'stock' } })
  const text = exhibit('notes.docx', { format: 'docx' })
  const traces = [
    trace(a, 'pictureHash', A),
    trace(like, 'pictureHash', '0123456789abcdee'),
    trace(film, 'pictureHash', A, 'time=1500,1500'),
    trace(film, 'pictureHash', 'fedcba9876543210', 'time=61000,61000'),
  ]
  const page = gallery([a, like, other, copy, film, alone, stock, text], traces)
  expect(pathsOf(page.groups)).toEqual([[['b/a.png'], ['b/like.png'], ['c/cut.mp4 @ 00:00:01.500']], [['c/other.png', 'z/other.png']]])
  expect(page.groups[0]?.cards.map(({ shown }) => shown.distance)).toEqual([
    'same picture hash, other bytes',
    '1 of 64 bits from the nearest',
    'same picture hash, other bytes',
  ])
  expect(page.folders.map(({ title }) => title)).toEqual(['At the top', 'c'])
  expect(pathsOf(page.folders)).toEqual([[['top.png']], [['c/cut.mp4 @ 00:01:01.000']]])
  expect([page.from, page.to, page.of]).toEqual([1, 6, 6])
  expect(page.cover).toContainEqual(['Left out', '1 pictures in sets of known software and stock'])
  expect(pathsOf(gallery([a, like, alone], traces.slice(0, 2), { word: 'top' }).folders)).toEqual([[['top.png']]])
})

it('pages share a large case: none is lost, none stands twice, and each page says what it leaves to others', () => {
  const exhibits = Array.from({ length: 9000 }, (_, n) => exhibit(`f${n % 40}/${n}.png`))
  const traces = exhibits.slice(0, 3000).map((one, n) => trace(one, 'pictureHash', n < 100 ? A : n.toString(16).padStart(4, '0').repeat(4)))
  const { groups, isCut } = lookAlikes({ exhibits, traces })
  const seen = new Set<string>()
  let left = 0
  const { parts, of } = gallery(exhibits, traces, { alike: groups, isCut, copies: [] })
  for (let part = 1; part <= parts; part++) {
    const page = gallery(exhibits, traces, { alike: groups, isCut, copies: [], part })
    const cards = [...page.groups, ...page.folders].flatMap((group) => group.cards)
    expect(cards.length).toBeLessThan(LIMITS.galleryPictures + LIMITS.galleryGroup)
    expect(page.cover.find(([name]) => name === 'On this page')?.[1]).toContain(
      `of ${of} pictures and key frames; page ${part} of ${parts}`,
    )
    for (const { sha256 } of cards) {
      expect(seen.has(sha256)).toBe(false)
      seen.add(sha256)
    }
    left += page.groups.reduce((sum, { more }) => sum + more, 0)
  }
  expect(seen.size).toBe(of)
  expect(of + left).toBe(9000)
})

it('persons are masked in what files state and in paths; they are shown where profile and case say so', async () => {
  const one = exhibit('delivery/Hong Gildong/home/gildong7/a.png')
  const traces = [trace(one, 'author', 'Hong Gildong'), trace(one, 'contact', '010-1234-5678'), trace(one, 'application', 'A program 2.1')]
  const html = async (over: Partial<GalleryInput>) => (await galleryPage(gallery([one], traces, over), () => WEBP)).toString('utf8')
  for (const profile of ['public', 'agency'] as const) {
    const page = await html({ profile })
    expect(page).not.toMatch(/Gildong|gildong7|1234/)
    expect(page).toContain('saved with: A program 2.1')
  }
  expect(await html({ profile: 'internal' })).toContain('Hong Gildong')
  expect(await html({ profile: 'internal', config: caseConfigSchema.parse({}) })).not.toContain('Gildong')
})

it('nothing from evidence acts on the page; it loads nothing, names every picture in words and says that likeness is a question', async () => {
  const hostile = '<img src=x onerror=alert(1)>"\'--><script>alert(1)</script>\u001b[31m\u202e'
  const [one, two] = [`${hostile}/1.png`, `${hostile}/2.png`].map((path) => exhibit(path)) as [Exhibit, Exhibit]
  const warnings = [{ code: 'picture-unreadable', message: hostile, path: `${hostile}.png` }]
  const traces = [trace(one, 'pictureHash', A), trace(two, 'pictureHash', A), trace(one, 'application', hostile)]
  const page = gallery(
    [one, two, exhibit('layers.psd', { format: 'psd' }), exhibit('cut.mkv', { format: 'mkv', filmFrames: 'not-examined' })],
    traces,
    { warnings, word: undefined },
  )
  const html = (
    await galleryPage(page, (sha256) => (sha256 === one.sha256 ? WEBP : { warnings: [{ code: 'picture-unreadable', message: hostile }] }))
  ).toString('utf8')
  expect(html.startsWith(GALLERY_MARK)).toBe(true)
  expect(html).not.toMatch(/<script|<img src=x|\u202e|https?:\/\//)
  expect(html).not.toContain('\u001b')
  expect(html.match(/<img /g)).toHaveLength(1)
  expect(html).toMatch(/<img src="data:image\/webp;base64,[A-Za-z0-9+/=]+" width="160" height="90" alt="Picture [^"]+"/)
  expect(html).toContain('default-src &#39;none&#39;')
  expect(html).toContain(ALIKE_CAUTION)
  expect(html).toContain('1 psd files')
  expect(html).toContain('1 films')
  expect(page.unseen).toHaveLength(3)
})
