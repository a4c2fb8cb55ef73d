import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { guardAddress, isInsideAddress } from './address-guard.ts'
import { listedTime, readIndexPage } from './index-page.ts'
import { parseRobots } from './robots.ts'
import { watched } from './watched.ts'

describe('the address guard', () => {
  it('knows private, loopback, metadata and embedded addresses in every way of writing them', () => {
    for (const address of [
      '10.1.2.3',
      '127.9.9.9',
      '169.254.169.254',
      '172.31.0.1',
      '192.168.0.1',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
    ])
      expect(isInsideAddress(address), address).toBe(true)
    for (const address of [
      '::1',
      '::',
      'fd00:ec2::254',
      'fe80::1',
      '::ffff:10.0.0.1',
      '::ffff:a9fe:a9fe',
      '64:ff9b::7f00:1',
      'not an address',
    ])
      expect(isInsideAddress(address), address).toBe(true)
    for (const address of ['198.51.100.7', '175.45.176.1', '172.32.0.1', '2001:db8::1', '::ffff:8.8.8.8'])
      expect(isInsideAddress(address), address).toBe(false)
  })

  it('refuses a name that resolves inside, also when one of several addresses does, unless the address was named', async () => {
    const resolve =
      (...all: string[]) =>
      async () =>
        all.map((address) => ({ address, family: 4 }))
    await expect(guardAddress('files.example', {}, resolve('192.168.1.5'))).rejects.toMatchObject({ code: 'IBT-REFUSED' })
    await expect(guardAddress('files.example', {}, resolve('198.51.100.7', '127.0.0.1'))).rejects.toMatchObject({ code: 'IBT-REFUSED' })
    expect(await guardAddress('files.example', {}, resolve('198.51.100.7'))).toMatchObject({ address: '198.51.100.7', isNamed: false })
    expect(await guardAddress('files.example', { address: '192.168.1.5' })).toMatchObject({ address: '192.168.1.5', isNamed: true })
    expect(await guardAddress('127.0.0.1', {})).toMatchObject({ isNamed: true })
    expect(await guardAddress('[::1]', {})).toMatchObject({ address: '::1', family: 6 })
  })
})

describe('a body that comes too slowly', () => {
  it('is given up when nothing comes, and when it only drips', async () => {
    const silent = new Readable({ read() {} })
    const read = async (body: Readable) => {
      for await (const _ of body) _
    }
    await expect(read(watched(silent, { idleMs: 40, slowMs: 10_000, slowBytesPerSecond: 1 }))).rejects.toThrow('nothing came for')
    const drip = Readable.from(
      (async function* () {
        for (;;) {
          await new Promise((done) => setTimeout(done, 10))
          yield Buffer.from('x')
        }
      })(),
    )
    await expect(read(watched(drip, { idleMs: 400, slowMs: 100, slowBytesPerSecond: 100_000 }))).rejects.toThrow('slower than')
  })
})

describe('robots.txt', () => {
  const robots = parseRobots(
    '# comment\nUser-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Inbetween\nDisallow: /private/\nAllow: /private/open\nDisallow: /*.psd$\nDisallow:\n',
    'inbetween',
  )
  it.each([
    ['/', true],
    ['/private/a', false],
    ['/private/open/x', true],
    ['/a/b.psd', false],
    ['/a/b.psd.txt', true],
  ])('%s: %s', (path, isAllowed) => expect(robots.allows(path)).toBe(isAllowed))

  it('for all applies where there is no own group, and takes no time on a pattern made to take for ever', () => {
    expect(parseRobots('User-agent: *\nDisallow: /x', 'inbetween').allows('/x/y')).toBe(false)
    const nasty = parseRobots(`User-agent: *\nDisallow: /${'*a'.repeat(2000)}$`, 'inbetween')
    expect(nasty.allows(`/${'a'.repeat(4000)}b`)).toBe(true)
  })
})

describe('a listing page', () => {
  const page = new URL('http://198.51.100.7/up/')
  const read = (body: string) => readIndexPage(Buffer.from(`<title>Index of /up</title>${body}`), page, 'up', '')

  it('gives direct children only; what leads elsewhere is counted', () => {
    const { rows, elsewhere } = read(
      '<a href="../">up</a><a href="http://203.0.113.9/x">x</a><a href="javascript:alert(1)">j</a><a href="a/b">deep</a><a href="..%2fetc">e</a>' +
        '<a href="/up/f.txt">f</a><a href="//198.51.100.7/up/g.txt">g</a><a href="?C=N;O=D">Name</a><a href="h.txt?x=1">h</a><a href="#top">t</a>',
    )
    expect(rows.map(({ path }) => path)).toEqual(['up/..%2Fetc', 'up/f.txt', 'up/g.txt'])
    expect(elsewhere).toBe(4)
  })

  it('in the style of IIS has time and size before the name', () => {
    const { rows } = read(
      '<pre><A HREF="/">[To Parent Directory]</A><br> 1/17/2024  9:12 AM         1024 <A HREF="/up/a.bin">a.bin</A><br></pre>',
    )
    expect(rows).toEqual([{ kind: 'file', path: 'up/a.bin', location: 'http://198.51.100.7/up/a.bin', bytes: 1024 }])
  })

  it('in the HTML of Caddy, when it does not answer in JSON, has zoned times', () => {
    // A row as Caddy 2.6 writes it.
    const { rows, isListing } = readIndexPage(
      Buffer.from(
        '<h1><a href="">/</a></h1><a href="?sort=name&order=asc">Name</a><table><tr class="file"><td></td><td><a href="./a%20%231.bin"><svg></svg><span class="name">a #1.bin</span></a></td>' +
          '<td data-order="1300000">1.2 MiB</td><td class="hideable"><time datetime="2026-11-25T10:21:02Z">11/25/2026 10:21:02 AM +00:00</time></td></tr></table>',
      ),
      new URL('http://198.51.100.7/'),
      '',
      'Caddy',
    )
    expect(isListing).toBe(true)
    expect(rows).toEqual([
      {
        kind: 'file',
        path: 'a #1.bin',
        location: 'http://198.51.100.7/a%20%231.bin',
        modifiedMs: Date.UTC(2026, 10, 25, 10, 21, 2),
        listed: '2026-11-25T10:21:02Z 1.2 MiB',
      },
    ])
  })

  it('is told from a page of a site', () => {
    expect(readIndexPage(Buffer.from('<title>Welcome</title><a href="about.html">About</a>'), page, '', '').isListing).toBe(false)
  })

  it('states times that are good to a day', () => {
    for (const text of ['17-Jan-2024 09:12 3', '2024-01-17 09:12 1.2M', '2024-Jan-17 09:12:08 0.1K', '2024-01-17T09:12:08Z 4'])
      expect(listedTime(text), text).toBe(Date.UTC(2024, 0, 17, 9, 12))
    expect(listedTime('nothing')).toBeUndefined()
  })
})
