// npm run bench:screen: what the issue of this room measures, with aim and whether it is met. Real lists and benchmarks are read from the folder `screen` of INBETWEEN_DATA.
// `--fit` fits the weights anew and writes src/names/tables/evidence-weights.ts and calibration.ts, `--calibrate` the second alone; `--fast` leaves out times and memory, `--times` everything else. Times are the least of five runs; the load of the machine is printed beside them.
import { spawnSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { heldOutScores, likestOf, rangesOf, reliability, writeCalibration } from './screen/calibrate.mjs'
import { crossScriptPairs, recallAtFive } from './screen/cross-script.mjs'
import { benchPairs, benchRows, crossValidated, otherRows, writeWeights } from './screen/fit.mjs'
import { madeInnocents } from './screen/innocents.mjs'
import { innocentPeople, innocents, mergedList, mistyped, namesOf, ROOT, rowsOf } from './screen/lists.mjs'
import { grown, heldBy, packedOf, timesOf } from './screen/times.mjs'
import { table } from './table.mjs'

const { comparePairs, ofacScore, rankNames, screenNames } = await import('../dist/src/screen/index.js')

const here = fileURLToPath(import.meta.url)
const build = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url))
const AS_OF = { asOf: '2026-01-01' }
const ALERT = 0.85
const rows = []

function row(what, value, aim, isMet) {
  rows.push([what, value, aim, isMet ? 'met' : 'NOT MET'])
}

const percent = (share) => `${(share * 100).toFixed(1)} %`

function f1(threshold, scores, truths) {
  const count = (says, is) => scores.filter((score, i) => score >= threshold === says && truths[i] === is).length
  return (2 * count(true, true)) / (2 * count(true, true) + count(true, false) + count(false, true))
}

function quality(list) {
  const cases = rowsOf('bench', 'nk_name_bench_cases.csv')
  const { threshold, pairs } = comparePairs(cases)
  const shipped = f1(threshold, pairs.map(({ score }) => score), cases.map((one) => one.is_match === 'true')) // biome-ignore format: one line
  row(`name_bench, ${cases.length} rows, F1 at ${threshold}, fitted weights`, shipped.toFixed(3), '', true)
  const cv = crossValidated(benchPairs(), otherRows(list))
  row('name_bench, F1 at one threshold, five-fold', cv.toFixed(3), '>= 0.88', cv >= 0.88)
  const byName = new Map()
  const plain = (name) => name.toUpperCase().normalize('NFKD').replace(/[^A-Z0-9]+/g, ' ').trim() // biome-ignore format: one line
  for (const entry of list.entries)
    for (const name of namesOf(entry)) byName.set(plain(name), (byName.get(plain(name)) ?? new Set()).add(entry.id))
  const known = mistyped().filter(({ listed }) => byName.has(plain(listed)))
  const found = known.filter(({ asked, listed }) =>
    rankNames(asked, list).some(({ entity, score }) => score >= ALERT && byName.get(plain(listed)).has(entity.id)),
  ).length
  row(
    `UN mistyped names, right entity at ${ALERT} before policy`,
    `${found}/${known.length} ${percent(found / known.length)}`,
    '>= 99.5 %',
    found / known.length >= 0.995,
  )
  const asked = innocents(5000, false)
  const alerts = (asked.filter((name) => (rankNames(name, list, 'Person')[0]?.score ?? 0) >= ALERT).length / asked.length) * 1000
  row('alerts per 1,000 innocent names, before policy', alerts.toFixed(1), '<= 5', alerts <= 5)
  const policy = asked.filter((name) => screenNames([{ name, schema: 'Person' }], [list], AS_OF).matches.length > 0).length
  row('findings per 1,000 innocent persons by name alone', ((policy / asked.length) * 1000).toFixed(1), '0', policy === 0)
  withFacts(list)
  for (const [kind, schema, names] of madeInnocents()) {
    const before = (names.filter((name) => (rankNames(name, list, schema)[0]?.score ?? 0) >= ALERT).length / names.length) * 1000
    const after = (names.filter((name) => screenNames([{ name, schema }], [list], AS_OF).matches.length > 0).length / names.length) * 1000
    row(
      `alerts per 1,000 made ${kind}, before policy / as screened`,
      `${before.toFixed(0)} / ${after.toFixed(0)}`,
      'as screened <= 5',
      after <= 5,
    )
  }
  const parity = rowsOf('bench', 'nk_ofac_parity_fixtures.csv').filter((one) => Number(one.ofac_score) > 0)
  const near = parity.filter((one) => Math.abs(ofacScore(one.query_name, one.result_name) - Number(one.ofac_score)) <= 5).length
  row(`OFAC page within 5 points, ${parity.length} scores`, percent(near / parity.length), '>= 95 %', near / parity.length >= 0.95)
}

const POLICY = new Set(['one-identifier', 'common-word', 'common-words', 'weak-alias', 'kind'])

/** Alerts on innocent people of whom more than the name is known: before policy, by what the reasons add up to without it, and after. */
function withFacts(list) {
  const people = innocentPeople(5000, false)
  const rate = (facts, says) => (people.filter((one) => says(screenNames([{ name: one.name, schema: 'Person', ...facts(one) }], [list], AS_OF))).length / people.length) * 1000 // biome-ignore format: one line
  const rawOf = ({ reasons }) => reasons.reduce((sum, { feature, weight }) => sum + (POLICY.has(feature) ? 0 : weight), 0)
  const isRaw = ({ matches, near }) => [...matches, ...near].some((one) => rawOf(one) >= ALERT - 1e-6)
  const born = ({ birthDate }) => ({ birthDate })
  const from = ({ countries }) => ({ countries })
  for (const [what, facts] of [
    ['birth date', born],
    ['country', from],
    ['both', (one) => ({ ...born(one), ...from(one) })],
  ]) {
    const [before, after] = [rate(facts, isRaw), rate(facts, ({ matches }) => matches.length > 0)]
    row(`alerts per 1,000 innocents with ${what}, before policy`, before.toFixed(1), '', true)
    row(`findings per 1,000 innocents with ${what}`, after.toFixed(1), '<= 1', after <= 1)
  }
}

function calibration(list) {
  const { rows: ranges, error } = reliability(heldOutScores(otherRows(list)))
  console.log(table(['score from', 'pairs', 'expected of 100', 'observed', '95 %'], ranges.map(({ from, pairs, expected, observed, low, high }) => [from, pairs, expected.toFixed(1), observed.toFixed(1), `${low}–${high}`].map(String)))) // biome-ignore format: one line
  row('calibration, mean |expected − observed|, hundredths', error.toFixed(1), '<= 5', error <= 5)
}

function crossScript(list) {
  const pairs = crossScriptPairs(list)
  for (const { script, half, pairs: count, hits, recall } of recallOf(pairs, list))
    row(`${script} to Latin, recall@5, ${half} half`, `${hits}/${count} ${percent(recall)}`, '>= 95 %', recall >= 0.95)
}

function recallOf(pairs, list) {
  // Entries of the pairs that no list here has are a list of their own, so that each pair has its entry.
  const own = pairs.map(({ names, schema }, i) => ({
    id: `pair-${i}`, name: names[0], schema, list: 'pairs', programs: [], aliases: names.slice(1).map((name) => ({ name, weak: false })), addresses: [], identifiers: [], remarks: '',
  })) // biome-ignore format: one record
  const all = { ...list, entries: [...list.entries, ...own] }
  return recallAtFive(pairs, ({ query, schema }) => {
    const best = []
    for (const { entity } of rankNames(query, all, schema)) if (!best.some((names) => names[0] === entity.name)) best.push(namesOf(entity))
    return best.slice(0, 5)
  })
}

function speed(list) {
  for (const [names, aims] of [
    [60_000, { p50: 0.15, p99: 1, perSecond: 6000, load: 60, megabytes: 80 }],
    [1_000_000, { p99: 4 }],
  ]) {
    if (names > 100_000 && !process.argv.includes('--million')) continue
    const packed = packedOf(grown(list, names))
    const { p50, p99, least50, least99, groups, cpuPerSecond, perSecond, load } = timesOf(packed.list, innocents(3000, false))
    const held = heldBy(packed)
    const size = `${names / 1000}k names`
    const aim = (what, value, digits, bound) =>
      row(`${size}, ${what}`, value.toFixed(digits), bound === undefined ? '' : `<= ${bound}`, bound === undefined || value <= bound)
    aim(`packed file of ${packed.fileMegabytes.toFixed(0)} MB read and used, ms`, packed.loadMs, 0, aims.load)
    aim('MB held, the file and its entries included, after the questions', held, 0, aims.megabytes)
    aim(`one name, p50 ms (load ${load.toFixed(1)})`, p50, 3, aims.p50)
    aim('one name, p99 ms', p99, 3, aims.p99)
    aim('one name, p50 ms of the least of five for each name', least50, 3, aims.p50)
    aim('one name, p99 ms of the least of five for each name', least99, 3, aims.p99)
    row(
      `${size}, names a second / a second of processor`,
      `${perSecond.toFixed(0)} / ${cpuPerSecond.toFixed(0)}`,
      aims.perSecond ? `>= ${aims.perSecond}` : '',
      aims.perSecond === undefined || cpuPerSecond >= aims.perSecond,
    )
    for (const { what, count, p50: middle, p99: high, perSecond: rate } of groups)
      row(
        `${size}, ${count} ${what}, p50 ms / p99 ms / a second, least of five`,
        `${middle.toFixed(3)} / ${high.toFixed(3)} / ${rate.toFixed(0)}`,
        '',
        true,
      )
    aim('packed file made in ms', packed.buildMs, 0)
  }
}

if (ROOT === undefined) {
  console.error('bench:screen needs INBETWEEN_DATA: the folder that holds `screen`')
  process.exit(2)
}
const list = mergedList()
if (process.argv.includes('--fit')) {
  // The innocent names of the calibration are scored by the weights that were just written, so that step is a process of its own.
  writeWeights([...benchRows(), ...otherRows(list)])
  for (const args of [[build], [here, '--calibrate'], [build]]) spawnSync(process.execPath, args, { stdio: 'inherit' })
  console.log('weights and calibration written; run again for the figures')
} else if (process.argv.includes('--calibrate')) {
  writeCalibration(rangesOf(heldOutScores(otherRows(list)), likestOf(list)))
} else {
  console.log(
    `${list.entries.length} entries, ${list.entries.reduce((sum, entry) => sum + 1 + entry.aliases.length, 0)} names; load ${loadavg()[0].toFixed(1)}`,
  )
  if (!process.argv.includes('--times')) {
    quality(list)
    calibration(list)
    crossScript(list)
  }
  if (!process.argv.includes('--fast')) speed(list)
  console.log(table(['measure', 'here', 'aim', ''], rows))
}
