// Times of one name against a list; lists grow with names made of the words of real ones.
import { loadavg } from 'node:os'

const { readPackedLists, screenNames, writePackedLists } = await import('../../dist/src/screen/index.js')

/** The list with made-up entries until it has `names` names: words of its names put together anew, the same on every run. */
export function grown(list, names) {
  const words = [...new Set(list.entries.flatMap(({ name }) => name.split(/[\s,]+/)).filter((word) => word.length > 2))]
  let seed = 11
  const next = (below) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return (seed >>> 8) % below
  }
  const entries = [...list.entries]
  let count = entries.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0)
  for (; count < names; count++) {
    const name = Array.from({ length: 2 + next(3) }, () => words[next(words.length)]).join(' ')
    entries.push({ id: `made-${count}`, name, schema: count % 2 === 0 ? 'Person' : 'Company', list: 'made', programs: [], aliases: [], addresses: [], identifiers: [], remarks: '' }) // biome-ignore format: one record
  }
  return { ...list, entities: entries.length, entries }
}

const at = (times, share) => times[Math.floor(times.length * share)]

/** The list as its packed file has it, the file's bytes, milliseconds to make and to read it (reading: the least of five), and megabytes more resident with it. */
export function packedOf(list) {
  const started = performance.now()
  const file = writePackedLists({ lists: [list], warnings: [] })
  const buildMs = performance.now() - started
  globalThis.gc?.()
  const before = process.memoryUsage()
  let [loadMs, packed] = [Infinity]
  for (let run = 0; run < 5; run++) {
    const from = performance.now()
    packed = readPackedLists(file).lists[0]
    loadMs = Math.min(loadMs, performance.now() - from)
  }
  globalThis.gc?.()
  // The list that was packed stays, so that what it held is not taken for room that the packed one gave back.
  return { source: list, list: packed, before, file, fileMegabytes: file.length / 1e6, buildMs, loadMs }
}

/** Megabytes that a packed list and the questions to it hold: its file, and what came since it was read. */
export function heldBy({ file, before }) {
  globalThis.gc?.()
  const after = process.memoryUsage()
  return (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers + file.length) / 1e6
}

/** Milliseconds for one name (the least of five runs for each measure; p50 and p99 of each name's least beside them, also by letters), and names a second by the clock and by the processor. */
export function timesOf(list, queries) {
  screenNames([{ name: 'warm up' }], [list], { asOf: '2026-01-01' })
  const best = { p50: Infinity, p99: Infinity, perSecond: 0, cpuPerSecond: 0 }
  const least = new Float64Array(queries.length).fill(Infinity)
  for (let run = 0; run < 5; run++) {
    const times = []
    const [from, cpu] = [performance.now(), process.cpuUsage()]
    for (const [k, name] of queries.entries()) {
      const asked = performance.now()
      screenNames([{ name, schema: 'Person' }], [list], { asOf: '2026-01-01' })
      const took = performance.now() - asked
      times.push(took)
      least[k] = Math.min(least[k], took)
    }
    const { user, system } = process.cpuUsage(cpu)
    times.sort((a, b) => a - b)
    best.p50 = Math.min(best.p50, at(times, 0.5))
    best.p99 = Math.min(best.p99, at(times, 0.99))
    best.perSecond = Math.max(best.perSecond, queries.length / ((performance.now() - from) / 1000))
    best.cpuPerSecond = Math.max(best.cpuPerSecond, queries.length / ((user + system) / 1e6))
  }
  const isLatin = (name) => !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(name)
  const groups = [
    ['in Latin letters', isLatin],
    ['in other letters', (name) => !isLatin(name)],
  ].map(([what, isOf]) => {
    const own = least.filter((_, k) => isOf(queries[k])).sort()
    return {
      what,
      count: own.length,
      p50: at(own, 0.5),
      p99: at(own, 0.99),
      perSecond: (own.length / own.reduce((sum, ms) => sum + ms, 0)) * 1000,
    }
  })
  least.sort()
  return { ...best, groups, least50: at(least, 0.5), least99: at(least, 0.99), load: loadavg()[0] }
}
