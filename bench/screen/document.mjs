// Looks for every name of a list of 60,000 in 40 MB of text, four kinds of it, and times that in seconds of a processor and of the wall. With INBETWEEN_DATA set, also for the names of OFAC and UN from its folder `screen`.
// node scripts/build.mjs && node bench/screen/document.mjs
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const { nameFinder, readLists } = await import('../../dist/src/screen/index.js')
const AIM_MB_PER_SECOND = 20
const MB = 10

/** The same numbers every time (mulberry32). */
function randomFrom(seed) {
  let a = seed
  return (below) => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
const random = randomFrom(6)
const syllables = 'ka lo mi ran tes vor dun shi pel gor bra nal quen ost zer fim hul jar wex yun'.split(' ')
const word = () => Array.from({ length: 2 + random(3) }, () => syllables[random(syllables.length)]).join('')
const trades = ['Trading', 'Studio', 'Animation', 'Bank', 'Shipping', 'Corporation of Korea', 'General Bureau', 'Import Export']
const hangul = () => String.fromCharCode(0xac00 + random(11_172))
const han = () => String.fromCharCode(0x4e00 + random(6_000))
const runOf = (letter, n) => Array.from({ length: n }, letter).join('')

const entity = (id, name, schema, aliases = []) => ({
  id,
  name,
  schema,
  list: 'made',
  programs: [],
  aliases,
  addresses: [],
  identifiers: [],
  remarks: '',
})
const entries = Array.from({ length: 30_000 }, (_, n) =>
  n % 3 === 0
    ? entity(`p${n}`, `${word().toUpperCase()}, ${word()}`, 'Person')
    : entity(`c${n}`, `${word()} ${word()} ${trades[n % trades.length]} Co., Ltd.`, 'Company', [
        { name: n % 2 ? `${runOf(hangul, 5)}무역회사` : `${runOf(han, 5)}有限公司`, weak: false },
      ]),
)

const parts = {
  'Latin prose': () => `${word()}${random(9) ? '' : `, ${trades[random(trades.length)]} of ${word()}.`} `,
  Korean: () => `${runOf(hangul, 2 + random(4))}${random(8) ? ' ' : '.\n'}`,
  Chinese: () => `${runOf(han, 6 + random(20))}${random(4) ? '，' : '。\n'}`,
  'paths and numbers': () => `EP${random(40)}_SC${random(300)}_${word()}_v${random(20)}.psd/`,
}
/** UTF-8 bytes of passages of some 2,000 characters. */
function passagesOf(part) {
  const passages = []
  let bytes = 0
  for (let n = 0; bytes < MB * 1e6; n++) {
    let text = ''
    while (text.length < 2_000) text += part()
    if (n % 50 === 0) text += ` ${entries[random(entries.length)].name}`
    // A flat copy, as readers give it.
    const flat = Buffer.from(text)
    bytes += flat.length
    passages.push(flat.toString('utf8'))
  }
  return { passages, bytes }
}

function time(work) {
  const [wall, cpu] = [performance.now(), process.cpuUsage()]
  const result = work()
  const used = process.cpuUsage(cpu)
  return { result, wall: (performance.now() - wall) / 1000, cpu: (used.user + used.system) / 1e6 }
}

const texts = Object.entries(parts).map(([name, part]) => ({ name, ...passagesOf(part) }))
let failed = false
function run(label, lists) {
  const made = time(() => nameFinder(lists))
  console.log(`${label}: ${made.result.names} names, made in ${made.cpu.toFixed(2)} s of a processor (${made.wall.toFixed(2)} s)`)
  let [bytes, cpu, wall] = [0, 0, 0]
  for (const { name, passages, bytes: size } of texts) {
    const done = time(() => passages.reduce((sum, text) => sum + made.result.find(text).length, 0))
    bytes += size
    cpu += done.cpu
    wall += done.wall
    console.log(
      `  ${name}: ${(size / 1e6 / done.cpu).toFixed(0)} MB/s of a processor (${(size / 1e6 / done.wall).toFixed(0)} of the wall), ${done.result} places`,
    )
  }
  const speed = bytes / 1e6 / cpu
  console.log(`  all: ${speed.toFixed(0)} MB/s of a processor, ${(bytes / 1e6 / wall).toFixed(0)} of the wall (aim ${AIM_MB_PER_SECOND})`)
  failed ||= speed < AIM_MB_PER_SECOND
}

run('made list', [{ entries }])
const data = process.env.INBETWEEN_DATA
if (data !== undefined && existsSync(join(data, 'screen'))) {
  const lists = ['ofac', 'un', 'eu'].flatMap((name) => {
    const folder = join(data, 'screen', name)
    if (!existsSync(folder)) return []
    const files = new Map(
      readdirSync(folder)
        .filter((file) => /\.(csv|xml)$/i.test(file))
        .map((file) => [file, readFileSync(join(folder, file))]),
    )
    return readLists(files).readings.flatMap((reading) => reading.lists)
  })
  run('lists of publishers', lists)
}
process.exit(failed ? 1 : 0)
