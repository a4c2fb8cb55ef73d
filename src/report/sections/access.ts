import type { ReportContext } from '../context.ts'
import type { Block, Section } from '../document.ts'

const CLIENTS_SHOWN = 40

/** Access logs: coverage, hours, clients by registration. Registration is not location. */
export function accessSection({ records, redact }: ReportContext): Section {
  const { access } = records
  const title = 'Access'
  if (access.files.length === 0) {
    const text = 'No access log of a known format is among the material, so nothing can be said of who connected, from where, or when.'
    return { id: 'access', title, blocks: [{ kind: 'text', text }] }
  }
  const blocks: Block[] = [
    {
      kind: 'text',
      text: `${access.events} events in ${access.files.length} logs, ${access.sessions} sessions of ${access.clients.length} clients. An address tells to whom a network is registered, never where a person sits; a log can be written by anybody who holds the file.`,
    },
    { kind: 'hours', counts: access.hourOfWeekUtc },
    {
      kind: 'table',
      caption: 'Events by hour of day, UTC',
      header: Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
      rows: [
        Array.from({ length: 24 }, (_, hour) =>
          Array.from({ length: 7 }, (__, day) => access.hourOfWeekUtc[day * 24 + hour] ?? 0).reduce((a, b) => a + b, 0),
        ),
      ],
    },
    { kind: 'text', text: rhythmWords(access.rhythm) },
    clientTable({ records, redact }),
    byCountry(records),
    coverage(records),
  ]
  return { id: 'access', title, blocks }
}

function rhythmWords({ fits, excludedOffsets, anchors }: ReportContext['records']['access']['rhythm']): string {
  if (fits.length === 0) return `Working hours: cannot be told. ${anchors.join(' ')}`
  return `Working days that fit: ${fits.map(({ offset, workday }) => `${offset} (${workday})`).join(', ')}. Offsets that do not: ${excludedOffsets.join(', ') || 'none'}. Hours tell when, not where; neighbouring offsets are never told apart. ${anchors.join(' ')}`
}

function clientTable({ records, redact }: Pick<ReportContext, 'records' | 'redact'>): Block {
  const { clients } = records.access
  const rows = clients.slice(0, CLIENTS_SHOWN).map((client) => {
    const [known] = client.registrations
    const registered = known ? [known.country, known.region, known.holder].filter((part) => part !== '').join(', ') : 'no table knows it'
    const table = known ? `${known.source}, ${known.asOf}${known.rating ? `, rated ${known.rating}` : ''}` : ''
    return [
      { text: client.address, code: true },
      client.events,
      client.sessions,
      client.users.map(redact.person).join(', '),
      registered,
      known?.kind ?? '',
      table,
      `${client.firstAt} – ${client.lastAt}`,
    ]
  })
  return {
    kind: 'table',
    caption: `Clients${clients.length > CLIENTS_SHOWN ? `, the ${CLIENTS_SHOWN} with most events of ${clients.length}` : ''}`,
    header: ['Address', 'Events', 'Sessions', 'Users', 'Registered to', 'Kind', 'According to', 'First and last seen'],
    rows,
  }
}

function byCountry({ access }: ReportContext['records']): Block {
  const groups = new Map<string, { clients: number; sessions: number; events: number }>()
  for (const { registrations, sessions, events } of access.clients) {
    const [known] = registrations
    const isMasked = known?.kind === 'vpn' || known?.kind === 'hosting'
    const key = !known ? 'not known' : isMasked ? `${known.kind}: location unknown` : known.country || 'country not stated'
    const group = groups.get(key) ?? { clients: 0, sessions: 0, events: 0 }
    groups.set(key, { clients: group.clients + 1, sessions: group.sessions + sessions, events: group.events + events })
  }
  return {
    kind: 'table',
    caption: 'By registration; networks of VPN and hosting companies hide where a client is and are counted apart',
    header: ['Registered in', 'Clients', 'Sessions', 'Events'],
    rows: [...groups]
      .sort((a, b) => b[1].events - a[1].events || (a[0] < b[0] ? -1 : 1))
      .map(([name, { clients, sessions, events }]) => [name, clients, sessions, events]),
  }
}

function coverage({ access }: ReportContext['records']): Block {
  const files = [...access.files].sort((a, b) => (a.firstAt < b.firstAt ? -1 : 1))
  return {
    kind: 'table',
    caption: 'Log coverage',
    header: ['Log', 'Format', 'Lines', 'Events', 'Skipped', 'First', 'Last', 'Gaps over six hours'],
    rows: files
      .slice(0, 80)
      .map((file) => [
        { text: file.path, code: true },
        file.format,
        file.lines,
        file.events,
        file.skipped,
        file.firstAt,
        file.lastAt,
        file.gaps.length,
      ]),
  }
}
