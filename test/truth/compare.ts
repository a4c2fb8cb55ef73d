import type { Derived } from '../../src/pipeline/index.ts'
import type { Truth } from './truth.ts'

/** One line of the table: what a room was to find, what it found, and whether that is enough. */
export interface Line {
  readonly room: string
  readonly what: string
  readonly expected: string
  readonly found: string
  readonly extra: string
  readonly ok: boolean
}

const LEVELS = ['note', 'ask', 'escalate']
const SHARE = 0.95
const TWIN_SHARE = 0.75

/** Compares what was derived of a case with its truth, room by room. */
export function compare(truth: Truth, derived: Derived): Line[] {
  return [
    ...batchLines(truth, derived),
    ...traceLines(truth, derived),
    ...pairLines(truth, derived),
    ...nameLines(truth, derived),
    ...accessLines(truth, derived),
    ...ruleLines(truth, derived),
    ...assessLines(truth, derived),
  ]
}

const line = (
  room: string,
  what: string,
  expected: string | number,
  found: string | number,
  ok: boolean,
  extra: string | number = '',
): Line => ({
  room,
  what,
  expected: String(expected),
  found: String(found),
  extra: String(extra),
  ok,
})

function batchLines(truth: Truth, { records }: Derived): Line[] {
  const purposes = new Map(records.exhibits.map(({ path, purpose }) => [path, purpose]))
  const found = new Map(records.batches.map((batch) => [batch.day, batch]))
  let same = 0
  let purposeErrors = 0
  let purposed = 0
  const wrong: string[] = []
  for (const expected of truth.batches) {
    const batch = found.get(expected.day)
    const isSame =
      batch !== undefined &&
      batch.new.length === expected.new &&
      batch.changed.length === expected.changed &&
      key(batch.renamed.map(({ from, to }) => `${from}>${to}`)) === key(expected.renamed.map(({ from, to }) => `${from}>${to}`)) &&
      key(batch.gone) === key(expected.gone)
    if (isSame) same++
    else wrong.push(expected.day)
    const fresh = [...(batch?.new ?? []), ...(batch?.changed ?? [])].map((path) => purposes.get(path))
    for (const purpose of ['instruction', 'result'] as const) {
      const wanted = purpose === 'instruction' ? expected.instructions : expected.results
      purposed += wanted
      purposeErrors += Math.abs(wanted - fresh.filter((one) => (one === 'correction' ? 'instruction' : one) === purpose).length)
    }
  }
  const extra = records.batches.length - truth.batches.length
  return [
    line(
      'collect',
      'batches',
      truth.batches.length,
      same,
      same === truth.batches.length && extra === 0,
      extra === 0 ? wrong.join(' ') : `${extra} more`,
    ),
    line(
      'language',
      'instructions and results told apart',
      purposed,
      purposed - purposeErrors,
      purposeErrors <= (1 - SHARE) * purposed,
      `${purposeErrors} off`,
    ),
  ]
}

function key(values: readonly string[]): string {
  return [...values].sort().join('\n')
}

function traceLines(truth: Truth, { records }: Derived): Line[] {
  const has = new Set(records.traces.map(({ path, field, value }) => `${path}\0${field}\0${value}`))
  const missing = truth.traces.filter(({ path, field, value }) => !has.has(`${path}\0${field}\0${value}`))
  const unread = records.exhibits.filter(({ status, reason }) => status === 'not-read' && reason === undefined)
  return [
    line(
      'read',
      'authoring traces',
      truth.traces.length,
      truth.traces.length - missing.length,
      missing.length === 0,
      missing
        .slice(0, 3)
        .map(({ path, field, value }) => `${path} ${field}=${value}`)
        .join(' | '),
    ),
    line('read', 'files without a status or a reason', 0, unread.length, unread.length === 0),
  ]
}

const folded = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
const pairKey = (zh: string, ko: string) => `${folded(zh)}\0${folded(ko)}`

function pairLines(truth: Truth, { records }: Derived): Line[] {
  const found = new Set(
    records.pairs.map(({ from, to }) => (from.language.startsWith('ko') ? pairKey(to.text, from.text) : pairKey(from.text, to.text))),
  )
  const text = new Set(truth.pairs.filter(({ via }) => via === 'text').map(({ zh, ko }) => pairKey(zh, ko)))
  const picture = new Set(truth.pairs.filter(({ via }) => via === 'picture').map(({ zh, ko }) => pairKey(zh, ko)))
  const non = new Set(truth.nonPairs.map(({ zh, ko }) => pairKey(zh, ko)))
  const right = [...found].filter((pair) => text.has(pair)).length
  const wrong = [...found].filter((pair) => !text.has(pair) && !picture.has(pair))
  const recall = text.size === 0 ? 1 : right / text.size
  // Of the twins it is asked that what is truly there is still reported; January is the measure of the recogniser.
  const least = truth.case === 'january' ? SHARE : TWIN_SHARE
  const precision = found.size === 0 ? 1 : 1 - wrong.length / found.size
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  const isSmall = text.size < 20
  return [
    line('language', 'pairs found (recall)', `≥ ${least * 100} % of ${text.size}`, `${right} (${percent(recall)})`, recall >= least),
    line(
      'language',
      'pairs right (precision)',
      '≥ 95 %',
      percent(precision),
      precision >= SHARE || (isSmall && wrong.length <= 1),
      `${wrong.length} wrong, ${[...found].filter((pair) => non.has(pair)).length} of ${non.size} non-pairs taken`,
    ),
    line(
      'language',
      'pairs drawn in pictures',
      `${picture.size} not read`,
      `${[...found].filter((pair) => picture.has(pair)).length} read`,
      true,
    ),
    line(
      'language',
      'spelling',
      truth.orthography,
      records.orthography.verdict,
      truth.orthography === records.orthography.verdict,
      `north ${records.orthography.north}, south ${records.orthography.south}`,
    ),
  ]
}

function nameLines(truth: Truth, { records }: Derived): Line[] {
  const named = truth.productions.filter(({ title, paths }) => {
    const id = records.productions.find((production) => production.title === title)?.id
    return records.mentions.some(
      (mention) =>
        mention.target === id && (paths.length === 0 || paths.some((path) => mention.path === path || mention.path.startsWith(`${path}!`))),
    )
  })
  const noisy = records.mentions.filter(({ path }) => truth.noise.includes(path))
  const lines = [
    line('identify', 'productions', truth.productions.length, named.length, named.length === truth.productions.length),
    line(
      'identify',
      'mentions in noise',
      0,
      noisy.length,
      noisy.length === 0,
      noisy
        .slice(0, 2)
        .map(({ path, text }) => `${path}: ${text}`)
        .join(' | '),
    ),
    line(
      'screen',
      'list matches',
      0,
      records.matches.length,
      records.matches.length === 0,
      records.matches
        .slice(0, 2)
        .map(({ query, entity }) => `${query} ~ ${entity.name}`)
        .join(' | '),
    ),
  ]
  if (truth.rightsCompany) {
    const { name, written } = truth.rightsCompany
    const found = records.mentions.filter(
      ({ kind, targetName, text }) => kind === 'party' && targetName === name && folded(text).includes(folded(written)),
    )
    lines.push(
      line(
        'identify',
        `rights company as “${written}” [sic]`,
        1,
        found.length > 0 ? 1 : 0,
        found.length > 0,
        found[0]?.score.toFixed(2) ?? '',
      ),
    )
  }
  return lines
}

function accessLines(truth: Truth, { records }: Derived): Line[] {
  const { access } = records
  const clients = new Map(access.clients.map((client) => [client.address, client]))
  const right = truth.clients.filter(({ address, events, kind, country, region }) => {
    const client = clients.get(address)
    const known = client?.registrations[0]
    return (
      client?.events === events &&
      (known?.country ?? '') === country &&
      (known?.region ?? '') === region &&
      (kind === '' || (known?.kind ?? '') === kind)
    )
  })
  return [
    line('access', 'events', truth.events, access.events, truth.events === access.events),
    line(
      'access',
      'clients with what is stated of them',
      truth.clients.length,
      right.length,
      right.length === truth.clients.length,
      access.clients.length - truth.clients.length,
    ),
  ]
}

function ruleLines(truth: Truth, { records, findings }: Derived): Line[] {
  const highest = Math.max(0, ...findings.map(({ level }) => LEVELS.indexOf(level)))
  const seen: Readonly<Record<string, boolean>> = {
    pairs: records.pairs.length > 0,
    korean: records.passages.some(({ language }) => language === 'ko'),
    vpn: records.access.clients.some(({ registrations }) => registrations[0]?.kind === 'vpn'),
  }
  const missing = truth.observed.filter((word) => seen[word] === false)
  const above = findings.filter(({ level }) => LEVELS.indexOf(level) > LEVELS.indexOf(truth.maxLevel))
  return [
    line(
      'indicators',
      'highest finding',
      `≤ ${truth.maxLevel}`,
      LEVELS[highest] ?? 'none',
      above.length === 0,
      above.map(({ rule }) => rule).join(' '),
    ),
    line(
      'indicators',
      'observed all the same',
      truth.observed.join(' '),
      truth.observed.filter((word) => !missing.includes(word)).join(' '),
      missing.length === 0,
    ),
  ]
}

function assessLines(truth: Truth, { assessment }: Derived): Line[] {
  const who = assessment.questions.find(({ id }) => id === 'who-worked')
  const grave = who?.hypotheses.find(({ kind }) => kind === 'grave')
  const relay = assessment.questions.find(({ id }) => id === 'relay')
  const shown = `${grave?.likelihood.word ?? 'none'} (${((grave?.posterior.sceptical ?? 0) * 100).toFixed(0)} %)${who?.capped ? ', capped' : ''}${who?.fragile ? ', fragile' : ''}`
  const isCapped = who?.capped !== undefined
  const lines: Line[] = []
  if (truth.assessment.whoWorked.capped) {
    const isLow = (grave?.posterior.sceptical ?? 1) < 0.45
    lines.push(line('assess', 'who-worked', 'held back, or unlikely at most', shown, isCapped || isLow))
  } else {
    const ok =
      !isCapped && (grave?.posterior.sceptical ?? 0) >= 0.55 && who?.fragile === (truth.assessment.whoWorked.fragile ?? who?.fragile)
    lines.push(line('assess', 'who-worked', 'likely or more, not held back, fragile', shown, ok))
  }
  lines.push(line('assess', 'relay answered apart', 'a sentence', relay?.headline.slice(0, 60) ?? '', (relay?.headline.length ?? 0) > 10))
  lines.push(line('assess', 'what could not be determined', '≥ 1', assessment.undetermined.length, assessment.undetermined.length > 0))
  return lines
}
