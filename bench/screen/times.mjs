// Times of one name against a list; lists grow with names made of the words of real ones.
import { loadavg } from 'node:os'

const { packedNamesOf, readPackedNames, screenNames, usePackedNames, writePackedNames } = await import('../../dist/src/screen/index.js')

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

/** Megabytes of the packed file, milliseconds to read it and make it a list's index (the least of five), and megabytes more resident with it. */
export function loadOf(list) {
  const file = writePackedNames(packedNamesOf(list))
  const copy = { ...list, entries: [...list.entries] }
  globalThis.gc?.()
  const before = process.memoryUsage()
  let loadMs = Infinity
  for (let run = 0; run < 5; run++) {
    const started = performance.now()
    usePackedNames(copy, readPackedNames(file))
    loadMs = Math.min(loadMs, performance.now() - started)
  }
  globalThis.gc?.()
  const after = process.memoryUsage()
  const grownBy = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
  return { fileMegabytes: file.length / 1e6, loadMs, megabytes: (grownBy + file.length) / 1e6 }
}

/** Milliseconds for one name (the least of five runs for each measure), names a second by the clock and by the processor, and what the index takes. */
export function timesOf(list, queries) {
  const started = performance.now()
  screenNames([{ name: 'warm up' }], [list], { asOf: '2026-01-01' })
  const buildMs = performance.now() - started
  const best = { p50: Infinity, p99: Infinity, perSecond: 0, cpuPerSecond: 0 }
  for (let run = 0; run < 5; run++) {
    const times = []
    const [from, cpu] = [performance.now(), process.cpuUsage()]
    for (const name of queries) {
      const asked = performance.now()
      screenNames([{ name, schema: 'Person' }], [list], { asOf: '2026-01-01' })
      times.push(performance.now() - asked)
    }
    const { user, system } = process.cpuUsage(cpu)
    times.sort((a, b) => a - b)
    best.p50 = Math.min(best.p50, at(times, 0.5))
    best.p99 = Math.min(best.p99, at(times, 0.99))
    best.perSecond = Math.max(best.perSecond, queries.length / ((performance.now() - from) / 1000))
    best.cpuPerSecond = Math.max(best.cpuPerSecond, queries.length / ((user + system) / 1e6))
  }
  return { ...best, buildMs, load: loadavg()[0] }
}
