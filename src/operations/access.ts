import { existsSync, readFileSync, statSync } from 'node:fs'
import { type LogScan, scanLog, sniffLog, summarise } from '../access/index.ts'
import { InbetweenError } from '../base/errors.ts'
import { sha256Hex } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import { maskPerson } from '../base/persons.ts'
import { readRegistrations } from '../intake/index.ts'
import type { AccessSummary } from '../model/index.ts'
import { storeOf } from '../pipeline/index.ts'
import { caseOf } from './of-case.ts'
import { flag, type Operation, text } from './operation.ts'
import { count, table } from './terminal.ts'

/** `inbetween access`. */
export const access: Operation = {
  name: 'access',
  summary: 'Events, sessions, registrations and hours of access logs; without a file, of the case. Registration is not location.',
  usage: '[log…]',
  options: {
    registrations: {
      type: 'string',
      value: 'CSV',
      summary: 'A table of who registered which addresses: cidr,country,region,network,holder,kind,asof.',
    },
    persons: { type: 'boolean', summary: 'Show user names as they stand (masked by default).' },
  },
  examples: ['inbetween access access.log access.log.1.gz', 'inbetween access -C january.case --json'],
  async run(input, context) {
    const show = (data: AccessSummary) => (flag(input, 'persons') ? data : masked(data))
    if (input.paths.length === 0) {
      const opened = caseOf(context)
      const store = storeOf(opened)
      const found = store.one<AccessSummary>('single', 'access')
      store.close()
      if (!found)
        throw new InbetweenError('IBT-INPUT', 'the case was not analysed yet', {
          place: opened.root,
          hint: `inbetween analyze -C ${opened.root}`,
        })
      return { case: opened.id, data: show(found), text: textOf(show(found)) }
    }
    const scans = input.paths.map((path, index) => {
      context.progress('scan', index + 1, input.paths.length, path)
      return scanOf(path)
    })
    const place = text(input, 'registrations')
    const tables = place === undefined ? { registrations: [], warnings: [] } : readRegistrations(bytesOf(place), { by: place })
    const { summary, warnings } = summarise(scans, tables.registrations)
    const said = [...warnings, ...tables.warnings].map(({ code, message }) => ({ code, message }))
    return { data: show(summary), warnings: said, text: textOf(show(summary)) }
  },
}

function scanOf(path: string): LogScan {
  const bytes = bytesOf(path)
  if (sniffLog(bytes.subarray(0, 64 * 1024), path) === undefined) {
    throw new InbetweenError('IBT-INPUT', 'not an access log of a known format', {
      place: path,
      hint: 'Known: Apache and nginx common and combined, plain or gzip. Other formats: see docs/limits.md.',
    })
  }
  return scanLog(bytes, { path, sha256: sha256Hex(bytes) })
}

function bytesOf(path: string): Buffer {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new InbetweenError('IBT-NOT-FOUND', 'no such file', { place: path, hint: 'Check the path.' })
  if (statSync(path).size > LIMITS.logFileBytes)
    throw new InbetweenError('IBT-INPUT', `larger than ${LIMITS.logFileBytes} bytes`, { place: path, hint: 'Split the log.' })
  return readFileSync(path)
}

function masked(data: AccessSummary): AccessSummary {
  return { ...data, clients: data.clients.map((client) => ({ ...client, users: client.users.map(maskPerson) })) }
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const SHADES = ['·', '░', '▒', '▓', '█']

function textOf(data: AccessSummary): string {
  const files = data.files.map((file) => [
    file.path,
    file.format,
    count(file.lines),
    count(file.events),
    count(file.skipped),
    file.firstAt,
    file.lastAt,
    file.gaps.length,
  ])
  const clients = data.clients.slice(0, 40).map((client) => {
    const [known] = client.registrations
    const registered = known
      ? [known.country, known.region, known.kind, known.holder].filter((part) => part !== '').join(' ')
      : 'no table knows it'
    return [
      client.address,
      count(client.events),
      count(client.sessions),
      client.users.join(' '),
      registered,
      known ? `${known.source} ${known.asOf}` : '',
    ]
  })
  const highest = Math.max(1, ...data.hourOfWeekUtc)
  const rows = DAYS.map((day, d) => {
    const cells = data.hourOfWeekUtc
      .slice(d * 24, d * 24 + 24)
      .map((n) => (n === 0 ? ' ' : (SHADES[Math.ceil(Math.sqrt(n / highest) * 4)] ?? '█')))
    return `${day}  ${cells.join(' ')}`
  })
  return [
    table(['log', 'format', 'lines', 'events', 'skipped', 'first', 'last', 'gaps > 6 h'], files),
    '',
    `${count(data.events)} events, ${count(data.sessions)} sessions, ${count(data.clients.length)} clients`,
    table(['address', 'events', 'sessions', 'users', 'registered to (not where it is)', 'table, as of'], clients, 50),
    ...(data.clients.length > 40 ? [`… ${count(data.clients.length - 40)} more clients (--json has all)`] : []),
    '',
    `hour of week, UTC  ${Array.from({ length: 24 }, (_, h) => (h % 6 === 0 ? String(h).padStart(2, '0') : '')).join(' ')}`,
    ...rows,
    `working days that fit: ${data.rhythm.fits.map(({ offset, workday }) => `${offset} (${workday})`).join(', ') || 'cannot tell'}; offsets that do not: ${data.rhythm.excludedOffsets.join(', ') || 'none excluded'}`,
    'Hours tell when, not where; neighbouring offsets are never told apart.',
  ].join('\n')
}
