import type { CaseRecords, Trace } from '../model/index.ts'
import { anchorOfExhibit, count, type Fact, known, notTestable, ordered, percent, push, type SomeFacts, writtenPassages } from './fact.ts'
import { DPRK_FONTS, DPRK_INTRANET } from './tables/dprk-names.ts'

/** Formats whose programs leave authoring traces by themselves. */
const TRACED_FORMATS = new Set(['docx', 'xlsx', 'pptx', 'pdf', 'psd'])
const AUTHORING = new Set(['author', 'lastModifiedBy', 'application', 'created', 'modified', 'company', 'documentId'])
/** Files that a share is told from. */
const FILES_TO_TELL = 10
/** Accounts on one machine that make it a shared one. */
const SHARED_BY = 3

const REMOTE_DESKTOP = /\b(?:anydesk|teamviewer|rustdesk|ultraviewer|todesk|向日葵远程|sunlogin)\b/i
const PERSONAL_CLOUD =
  /\b(?:pan\.baidu\.com|mega\.(?:nz|co\.nz)|drive\.google\.com|dropbox\.com|1drv\.ms|wetransfer\.com|mediafire\.com|yadi\.sk|disk\.yandex)\b/i
const CRYPTO_WORD = /\b(?:usdt|trc-?20|erc-?20|bitcoin|btc|eth|ethereum|tron|wallet)\b|泰达币|钱包地址|지갑/i
const CRYPTO_ADDRESS = /(?<![A-Za-z0-9])(?:0x[0-9a-fA-F]{40}|T[1-9A-HJ-NP-Za-km-z]{33}|bc1[02-9ac-hj-np-z]{25,59})(?![A-Za-z0-9])/

/** Facts of what programs left in files, and of strings in texts and links. Anybody can set or strip any of them. */
export function traceFacts(records: CaseRecords): SomeFacts {
  const { traces } = records
  const none = notTestable('no file carries an authoring trace that this version reads')
  const of = (test: (trace: Trace) => boolean, said: string): Fact => {
    if (traces.length === 0) return none
    const found = traces.filter(test)
    return known(
      found.length,
      `${count(found.length, 'trace')} ${said}`,
      found.map(({ anchor }) => anchor),
    )
  }
  return {
    'metadata.absent-share': absentShare(records),
    'traces.dprk-locale-or-font': of(
      ({ field, value }) => (field === 'locale' && /^ko-KP\b/i.test(value)) || (field === 'font' && DPRK_FONTS.test(value)),
      'of the locale ko-KP or of a typeface of the DPRK',
    ),
    'traces.two-clocks': traces.length === 0 ? none : twoClocks(traces),
    'traces.clock-0830': of(({ field, value }) => field === 'zoneOffset' && value === '+08:30', 'of a clock of +08:30'),
    'machines.shared': sharedMachines(traces),
    'traces.intranet': inTexts(records, (text) => DPRK_INTRANET.test(text), 'that name the intranet portal or its browser'),
    'traces.remote-desktop': inTexts(records, (text) => REMOTE_DESKTOP.test(text), 'that name a remote-desktop program'),
    'links.personal-cloud': inTexts(records, (text) => PERSONAL_CLOUD.test(text), 'with a link to a personal file-sharing service'),
    'payments.crypto': inTexts(
      records,
      (text) => CRYPTO_ADDRESS.test(text) && CRYPTO_WORD.test(text),
      'with an address of a virtual currency',
    ),
  }
}

function inTexts(records: CaseRecords, test: (text: string) => boolean, said: string): Fact {
  const { traces } = records
  const passages = writtenPassages(records)
  if (passages.length + traces.length === 0) return notTestable('neither text nor traces could be read')
  const anchors = [
    ...passages.filter(({ text }) => test(text)).map(({ anchor }) => anchor),
    ...traces.filter(({ value }) => test(value)).map(({ anchor }) => anchor),
  ]
  return known(anchors.length, `${count(anchors.length, 'place')} ${said}`, anchors)
}

function absentShare({ exhibits, traces }: CaseRecords): Fact {
  const files = exhibits.filter(({ format, status }) => TRACED_FORMATS.has(format) && status !== 'not-read')
  if (files.length < FILES_TO_TELL) return notTestable(`fewer than ${FILES_TO_TELL} files of formats that carry authoring traces`)
  // Equal bytes under a second path carry their traces at the first path only.
  const marked = new Set(exhibits.flatMap(({ id, sha256 }) => (traced(traces).has(id) ? [sha256] : [])))
  const bare = files.filter(({ sha256 }) => !marked.has(sha256))
  return known(
    bare.length / files.length,
    `${bare.length} of ${count(files.length, 'office, PDF and layered file')} (${percent(bare.length / files.length)}) carry no authoring trace`,
    bare.map(anchorOfExhibit),
  )
}

const tracedBy = new WeakMap<readonly Trace[], ReadonlySet<string>>()

function traced(traces: readonly Trace[]): ReadonlySet<string> {
  const made = tracedBy.get(traces) ?? new Set(traces.filter(({ field }) => AUTHORING.has(field)).map(({ exhibitId }) => exhibitId))
  tracedBy.set(traces, made)
  return made
}

function twoClocks(traces: readonly Trace[]): Fact {
  const clocks = new Map<string, Trace[]>()
  for (const trace of traces) if (trace.field === 'zoneOffset') push(clocks, trace.value, trace)
  if (clocks.size === 0) return notTestable('no file states the offset of its clock')
  const said = ordered(clocks).map(([offset, of]) => `${offset} in ${count(of.length, 'file')}`)
  const [china, korea] = [clocks.get('+08:00') ?? [], clocks.get('+09:00') ?? []]
  return known(china.length > 0 && korea.length > 0, `clocks: ${said.join(', ')}; an offset is a setting, not a place`, [
    ...china.slice(0, 20).map(({ anchor }) => anchor),
    ...korea.slice(0, 20).map(({ anchor }) => anchor),
  ])
}

function sharedMachines(traces: readonly Trace[]): Fact {
  const byFile = new Map<string, { machines: Set<string>; users: Set<string>; anchor: string }>()
  for (const { field, value, exhibitId, anchor } of traces) {
    if (field !== 'machine' && field !== 'user') continue
    const file = byFile.get(exhibitId) ?? { machines: new Set(), users: new Set(), anchor }
    if (field === 'machine') file.machines.add(value)
    else file.users.add(value)
    byFile.set(exhibitId, file)
  }
  // A file that names several machines does not say which account sat at which.
  const machines = new Map<string, { users: Set<string>; anchors: string[] }>()
  for (const { machines: names, users, anchor } of byFile.values()) {
    const [name] = names
    if (name === undefined || names.size !== 1) continue
    const machine = machines.get(name) ?? { users: new Set<string>(), anchors: [] }
    for (const user of users) machine.users.add(user)
    machine.anchors.push(anchor)
    machines.set(name, machine)
  }
  if (machines.size === 0) return notTestable('no file names the machine that saved it')
  const shared = ordered(machines).filter(([, { users }]) => users.size >= SHARED_BY)
  return known(
    shared.length,
    `${shared.length} of ${count(machines.size, 'machine')} with ${SHARED_BY} or more accounts`,
    shared.flatMap(([, { anchors }]) => anchors),
  )
}
