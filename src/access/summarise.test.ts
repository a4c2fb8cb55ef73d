import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { Registration } from '../model/index.ts'
import { registrationsOf, rhythmOf, scanLog, summarise } from './index.ts'
import { openMmdb } from './mmdb.ts'
import type { RegistryTable } from './registry.ts'

const START = Date.UTC(2024, 0, 1) / 1000

function line(seconds: number, address = '198.51.100.7', user = 'vpn02', method = 'GET'): string {
  const stamp = new Date((START + seconds) * 1000).toISOString()
  const day = `${stamp.slice(8, 10)}/Jan/2024:${stamp.slice(11, 19)}`
  return `${address} - ${user} [${day} +0000] "${method} /shots/${seconds} HTTP/1.1" 200 10 "-" "WinSCP"\n`
}

function scan(path: string, text: string | Buffer) {
  return scanLog(Buffer.from(text), { path, sha256: path.padEnd(64, '0') })
}

function row(cidr: string, more: Partial<Registration> = {}): Registration {
  return {
    cidr,
    country: 'CN',
    region: 'Liaoning',
    network: '',
    holder: 'Lakeside Net',
    kind: 'isp',
    source: 'stated by A',
    asOf: '2024-01-31',
    ...more,
  }
}

it('a log that grew between two visits, and its packed copy, are counted once', () => {
  const lines = Array.from({ length: 900 }, (_, i) => line(i * 11, `198.51.100.${i % 9}`))
  const whole = lines.join('')
  const early = lines.slice(0, 611).join('')
  const torn = whole.slice(0, early.length + 30)
  const scans = [
    scan('day1', early),
    scan('day2', torn),
    scan('day3', whole),
    scan('day3.gz', gzipSync(whole)),
    scan('other', line(5, '192.0.2.5')),
  ]
  const { summary, warnings } = summarise(scans, [])
  expect(summary.events).toBe(901)
  expect(summary.files.map(({ path }) => path)).toEqual(['day3', 'other'])
  expect(warnings.map(({ code }) => code)).toEqual(['log-repeated'])
  const changed = scan('changed', early.replace('/shots/11 ', '/shots/12 '))
  expect(summarise([...scans, changed], []).summary.events).toBe(901 + 611)
})

it('a session that goes on in the next log is one, and a pause of more than thirty minutes ends it', () => {
  const first = scan('a', line(0) + line(900, undefined, undefined, 'PUT'))
  const next = scan('b', line(2700) + line(2701) + line(2702) + line(2702 + 1801))
  const { summary, sessions } = summarise([next, first], [])
  expect(sessions.map(({ firstAt, events, writes, reads, sha256, user }) => [firstAt, events, writes, reads, sha256[0], user])).toEqual([
    ['2024-01-01T00:00:00Z', 5, 1, 4, 'b', 'vpn02'],
    ['2024-01-01T01:15:03Z', 1, 0, 1, 'b', 'vpn02'],
  ])
  expect(summary.clients.map(({ address, sessions: count, users }) => [address, count, users])).toEqual([['198.51.100.7', 2, ['vpn02']]])
  expect(summary.hourOfWeekUtc[0]).toBe(5)
})

it('stretches without any event of more than six hours are gaps', () => {
  const { summary } = summarise([scan('a', line(0) + line(6 * 3600) + line(12 * 3600 + 1))], [])
  expect(summary.files[0]?.gaps).toEqual([{ from: '2024-01-01T06:00:00Z', to: '2024-01-01T12:00:01Z' }])
})

it('registrations are most specific first, name what is no network, and know the one DPRK allocation', () => {
  const tables = [row('203.0.113.0/24', { holder: 'wide' }), row('203.0.113.64/26', { holder: 'narrow' }), row('2001:db8:7::/48')]
  expect(registrationsOf('203.0.113.77', tables).map(({ holder, network }) => holder || network)).toEqual([
    'narrow',
    'wide',
    'documentation (RFC 5737)',
  ])
  expect(registrationsOf('2001:db8:7::1', tables).map(({ cidr }) => cidr)).toEqual(['2001:db8:7::/48', '2001:db8::/32'])
  expect(registrationsOf('::ffff:10.1.2.3', []).map(({ network }) => network)).toEqual(['private network (RFC 1918)'])
  expect(registrationsOf('175.45.179.255', [])[0]).toMatchObject({ kind: 'dprk', country: 'KP', cidr: '175.45.176.0/22' })
  for (const near of ['175.45.175.255', '175.45.180.0', 'host.example', '1.2.3', '']) {
    expect(registrationsOf(near, []).filter(({ kind }) => kind === 'dprk')).toEqual([])
  }
})

it('a registry table that tags a block as DPRK outside the allocation gives no country', () => {
  const table: RegistryTable = {
    name: 'test',
    asOf: '2026-06-17',
    lookup: (address) => ({ record: { country_code: address[0] === 8 ? 'US' : 'KP' }, prefix: 24 }),
  }
  const [tagged] = registrationsOf('57.73.224.9', [], table)
  expect(tagged).toMatchObject({ country: '', cidr: '57.73.224.0/24' })
  expect(tagged?.network).toMatch(/no country/)
  expect(registrationsOf('8.8.8.8', [], table)).toMatchObject([{ country: 'US', source: 'built-in: test', asOf: '2026-06-17' }])
  expect(registrationsOf('175.45.176.1', [], table).map(({ country }) => country)).toEqual(['KP', 'KP'])
  expect(registrationsOf('192.0.2.1', [], table).map(({ network }) => network)).toEqual(['documentation (RFC 5737)'])
})

it('reads a country table of MaxMind DB form, and nothing of damaged ones', () => {
  // One node, records of 24 bits: addresses that begin with bit 0 have a record at the start of the data, those with 1 have none.
  const data = Buffer.concat([Buffer.from([0xe1, 0x4c]), Buffer.from('country_code'), Buffer.from([0x42]), Buffer.from('CN')])
  const text = (value: string) => Buffer.concat([Buffer.from([0x40 | value.length]), Buffer.from(value)])
  const metadata = [
    text('node_count'),
    Buffer.from([0xc1, 1]),
    text('record_size'),
    Buffer.from([0xa1, 24]),
    text('ip_version'),
    Buffer.from([0xa1, 4]),
  ]
  const tree = Buffer.from([0, 0, 17, 0, 0, 1])
  const file = Buffer.concat([
    tree,
    Buffer.alloc(16),
    data,
    Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1'),
    Buffer.from([0xe3]),
    ...metadata,
  ])
  expect(openMmdb(file)?.lookup(Uint8Array.from([1, 2, 3, 4]))).toEqual({ record: { country_code: 'CN' }, prefix: 1 })
  expect(openMmdb(file)?.lookup(Uint8Array.from([200, 2, 3, 4]))).toBeUndefined()
  for (let cut = 0; cut < file.length; cut++) {
    expect(() => openMmdb(file.subarray(0, cut))?.lookup(Uint8Array.from([1, 2, 3, 4]))).not.toThrow()
    const flipped = Buffer.from(file)
    flipped[cut] = (flipped[cut] ?? 0) ^ 0xff
    expect(() => openMmdb(flipped)?.lookup(Uint8Array.from([1, 2, 3, 4]))).not.toThrow()
  }
})

const CONTEXT = { robots: 0, zones: new Map([['+0900', 1]]) }

/** Sessions of a month that begin between 9 and 18 local time with a pause at noon. */
function month(offsetHours: number, perDay = 6): number[] {
  return Array.from({ length: 30 }, (_, day) => day)
    .filter((day) => day % 7 !== 6)
    .flatMap((day) =>
      Array.from({ length: perDay }, (_, i) => {
        const hour = [9, 10, 11, 14, 15, 17][i % 6] ?? 9
        return START + day * 86_400 + (hour - offsetHours) * 3600 + ((day * 37 + i * 11) % 60) * 60
      }),
    )
}

it('a working day in UTC+9 fits +8 and +9 alike and excludes the Americas and Europe', () => {
  for (const offset of [8, 9]) {
    const { fits, excludedOffsets, anchors } = rhythmOf(month(offset), CONTEXT)
    const fitting = fits.map((fit) => fit.offset)
    expect(fitting).toEqual(expect.arrayContaining(['UTC+8', 'UTC+9']))
    expect(excludedOffsets).toEqual(expect.arrayContaining(['UTC-8', 'UTC-5', 'UTC+0', 'UTC+1']))
    expect(excludedOffsets.filter((excluded) => fitting.includes(excluded))).toEqual([])
    expect(anchors.join(' ')).toMatch(/quiet on Sundays/)
    expect(JSON.stringify({ fits, excludedOffsets, anchors })).not.toMatch(/China|Korea|Japan/)
  }
})

it('no offset is excluded while one an hour away fits, whatever the hours', () => {
  const minutes = (offset: string) => {
    const [, sign, hours, rest = '0'] = /^UTC([+-])(\d+)(?::(\d\d))?$/.exec(offset) ?? []
    return (Number(hours) * 60 + Number(rest)) * (sign === '-' ? -1 : 1)
  }
  for (let shift = -12; shift < 12; shift += 0.5) {
    const { fits, excludedOffsets } = rhythmOf(month(shift), CONTEXT)
    for (const excluded of excludedOffsets)
      for (const fit of fits) {
        const apart = Math.abs(minutes(excluded) - minutes(fit.offset))
        expect(Math.min(apart, 1440 - apart)).toBeGreaterThan(60)
      }
  }
})

it('few sessions, few days and hours spread over the day say that nothing can be told', () => {
  const spread = Array.from({ length: 400 }, (_, i) => START + i * 6500)
  for (const starts of [month(9).slice(0, 49), month(9, 40).slice(0, 100), spread]) {
    const { fits, excludedOffsets, anchors } = rhythmOf(starts, CONTEXT)
    expect([fits, excludedOffsets]).toEqual([[], []])
    expect(anchors.join(' ')).toMatch(/cannot tell/)
  }
  expect(rhythmOf([], CONTEXT)).toEqual({ fits: [], excludedOffsets: [], anchors: [] })
})
