import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LIMITS } from '../base/limits.ts'
import { type LogScan, scanLog, scanLogChunks, sniffLog, summarise } from './index.ts'

const FILE = { path: 'access.log', sha256: 'a'.repeat(64) }
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const GAP = 1800

interface Hit {
  readonly time: number
  readonly zone: string
  readonly address: string
  readonly user: string
  readonly method: string
  readonly status: number
  readonly sent: number
}

function lineOf({ time, zone, address, user, method, status, sent }: Hit): string {
  const minutes = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3))) * (zone[0] === '-' ? -1 : 1)
  const local = new Date((time + minutes * 60) * 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${two(local.getUTCDate())}/${MONTHS[local.getUTCMonth()]}/${local.getUTCFullYear()}`
  return `${address} - ${user} [${day}:${local.toISOString().slice(11, 19)} ${zone}] "${method} /a%20b/镜 HTTP/1.1" ${status} ${sent || '-'} "-" "tool/1 (\\"x\\")"`
}

/** The same counts from regular expressions and `Date`, one string per line: slow, plain, and written apart from the scanner. */
function naive(text: string) {
  const pattern = /^(\S+) \S+ (.*?) \[(\d\d)\/(\w{3})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-])(\d\d)(\d\d)\] "([A-Z]+) [^"]*" (\d{3}) (\d+|-)/
  const lines = text.split('\n').slice(0, -1)
  const hours = new Array<number>(168).fill(0)
  const methods: Record<string, number> = {}
  const times = new Map<string, { time: number; index: number }[]>()
  let sent = 0
  let events = 0
  for (const [index, line] of lines.entries()) {
    const found = pattern.exec(line)
    if (!found) continue
    const [, address, user, day, month, year, clock, sign, zh, zm, method = '', , size] = found
    const time = Date.parse(`${year}-${String(MONTHS.indexOf(month ?? '') + 1).padStart(2, '0')}-${day}T${clock}${sign}${zh}:${zm}`) / 1000
    // Date.parse lets 31 February be 2 March.
    if (new Date(Date.UTC(Number(year), MONTHS.indexOf(month ?? ''), Number(day))).getUTCDate() !== Number(day)) continue
    const date = new Date(time * 1000)
    const hour = ((date.getUTCDay() + 6) % 7) * 24 + date.getUTCHours()
    hours[hour] = (hours[hour] ?? 0) + 1
    methods[method] = (methods[method] ?? 0) + 1
    sent += size === '-' ? 0 : Number(size)
    events++
    const key = `${address} ${user}`
    times.set(key, [...(times.get(key) ?? []), { time, index }])
  }
  let sessions = 0
  for (const list of times.values()) {
    const sorted = list.map(({ time }) => time).sort((a, b) => a - b)
    sessions += sorted.filter((time, i) => i === 0 || time - (sorted[i - 1] ?? 0) > GAP).length
  }
  return { lines: lines.length, events, sent, hours, methods, sessions, visitors: times.size }
}

const hit: fc.Arbitrary<Hit> = fc.record({
  time: fc.integer({ min: 1_704_000_000, max: 1_704_000_000 + 86_400 * 12 }),
  zone: fc.constantFrom('+0900', '+0000', '-0530', '+1345', '-1100'),
  address: fc.constantFrom('192.0.2.1', '192.0.2.10', '2001:db8::1', 'host.example'),
  user: fc.constantFrom('-', 'mina', 'Kim Art'),
  method: fc.constantFrom('GET', 'PUT', 'PROPFIND', 'MKCOL'),
  status: fc.constantFrom(200, 201, 404, 500),
  sent: fc.integer({ min: 0, max: 2 ** 40 }),
})
const noise = fc.constantFrom(
  '',
  'not a record',
  '[17/May/2015:10:05:03 +0000]',
  '\u001b[31m red',
  '192.0.2.1 - - [31/Feb/2024:00:00:00 +0000] "GET / HTTP/1.1" 200 1',
)
const log = fc
  .array(fc.oneof({ weight: 8, arbitrary: hit.map(lineOf) }, { weight: 1, arbitrary: noise }), { maxLength: 60 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''))

function chunked(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = []
  let from = 0
  for (let i = 0; from < bytes.length; i++) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1)
    chunks.push(Uint8Array.from(bytes.subarray(from, from + size)))
    from += size
  }
  return chunks
}

it('counts what a naive reader of the same lines counts, wherever the bytes are cut', () => {
  fc.assert(
    fc.property(log, fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }), (text, sizes) => {
      const bytes = Buffer.from(text)
      const scan = scanLogChunks(chunked(bytes, sizes), FILE)
      const expected = naive(text)
      expect({
        lines: scan.lines,
        events: scan.events,
        sent: scan.sent,
        hours: scan.hourOfWeekUtc,
        methods: scan.methods,
        sessions: scan.runs.length,
        visitors: scan.visitors.length,
      }).toEqual(expected)
      expect(scan).toEqual(scanLog(bytes, FILE))
      expect(JSON.parse(JSON.stringify(scan))).toEqual(scan)
    }),
  )
})

it('a cut at every single byte changes nothing', () => {
  const text = [lineOf(at(0)), 'noise', lineOf({ ...at(4000), user: 'Kim Art' }), lineOf(at(90_000))].join('\r\n')
  const bytes = Buffer.from(`\ufeff${text}`)
  const whole = scanLog(bytes, FILE)
  expect([whole.lines, whole.events]).toEqual([4, 3])
  for (let cut = 0; cut <= bytes.length; cut++) {
    expect(scanLogChunks([Uint8Array.from(bytes.subarray(0, cut)), bytes.subarray(cut)], FILE), `cut at ${cut}`).toEqual(whole)
  }
})

it('a session is cited by bytes that hold its lines, in the log as it unpacks', () => {
  const first = `${lineOf(at(0))}\n${lineOf(at(600))}\n`
  const other = `${lineOf({ ...at(700), address: '192.0.2.9' })}\n`
  const later = `${lineOf({ ...at(5000), method: 'PUT' })}\n`
  const bytes = Buffer.from(first + other + later)
  for (const given of [bytes, gzipSync(bytes), Buffer.concat([gzipSync(first), gzipSync(other + later)])]) {
    const scan = scanLog(given, FILE)
    expect(scan.warnings).toEqual([])
    expect(scan.isPacked).toBe(given !== bytes)
    const cited = scan.runs.map(([, , , events, writes, reads, from, to]) => [bytes.toString('utf8', from, to), events, writes, reads])
    expect(cited).toEqual([
      [first, 2, 0, 2],
      [later, 1, 1, 0],
      [other, 1, 0, 1],
    ])
  }
})

it('hostile lines are counted as skipped and never reach a terminal', () => {
  const escaped = lineOf({ ...at(0), user: '\u001b]0;x\u0007' })
  const fakes = [
    `192.0.2.1 - - [17/May/2015:10:05:03 +9900] "GET / HTTP/1.1" 200 1`,
    `192.0.2.1 - - [17/May/2015:25:05:03 +0000] "GET / HTTP/1.1" 200 1`,
    `\u001b[2J192.0.2.1 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 1`,
    `192.0.2.1 - ${'u'.repeat(70_000)} [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 1`,
    `192.0.2.1 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 ${'9'.repeat(40)}`,
  ]
  const scan = scanLog(Buffer.from([escaped, ...fakes, lineOf(at(1))].map((line) => `${line}\n`).join('')), FILE)
  expect([scan.lines, scan.events, scan.skipped]).toEqual([7, 2, 5])
  expect(JSON.stringify(scan.visitors)).toContain('<U+001B>')
  expect(scan.warnings.map(({ code }) => code)).toEqual(['long-line'])
  expect(scan.warnings[0]?.message).toContain(String(LIMITS.logLineBytes))
})

it('damaged and cut gzip keeps what came before and says so', () => {
  const bytes = Buffer.from(Array.from({ length: 4000 }, (_, i) => `${lineOf({ ...at(i * 7), sent: (i * 7919) % 100_003 })}\n`).join(''))
  const packed = gzipSync(bytes)
  const scan = scanLog(packed.subarray(0, packed.length >> 1), FILE)
  expect(scan.events).toBeGreaterThan(1000)
  expect(scan.events).toBeLessThan(4000)
  expect(scan.warnings.map(({ code }) => code)).toContain('log-damaged')
  expect(scanLog(Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), FILE).events).toBe(0)
  expect(sniffLog(packed.subarray(0, 2048), 'x.bin')).toBe('combined')
})

it('what is no access log is not called one', () => {
  const prose = `As the log says:\n${lineOf(at(0))}\nso they came in at night,\nand left before noon.\n`
  for (const text of ['', '\n\n', 'hello', prose, '{"a":1}\n', 'Jan 15 14:23:45 ls03 sshd[1]: Accepted password for x from 192.0.2.1\n'])
    expect(sniffLog(Buffer.from(text), 'access.log'), text).toBeUndefined()
  expect(sniffLog(gzipSync(prose), 'access.log.gz')).toBeUndefined()
})

it('summaries do not depend on the order of scans, and lines out of order make no extra sessions', () => {
  fc.assert(
    fc.property(fc.array(log, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 23 }), (texts, turn) => {
      const scans: LogScan[] = texts.map((text, i) => scanLog(Buffer.from(text), { path: `log.${i}`, sha256: String(i).repeat(64) }))
      const turned = scans.map((_, i) => scans[(i + turn) % scans.length]).filter((scan) => scan !== undefined)
      expect(summarise(turned.reverse(), [])).toEqual(summarise(scans, []))
    }),
    { numRuns: 40 },
  )
})

function at(seconds: number): Hit {
  return { time: 1_704_100_000 + seconds, zone: '+0900', address: '192.0.2.1', user: '-', method: 'GET', status: 200, sent: 5 }
}
