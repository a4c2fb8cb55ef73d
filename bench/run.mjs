// npm run bench: the hot paths, each against a peer in the same run. Figures depend on the machine; compare ratios, not seconds.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import '../scripts/build.mjs'

const { folderBlobs } = await import('../dist/src/evidence/index.js')
const { scanLog } = await import('../dist/src/access/index.js')
const { builtInLists, readOfac, screenNames } = await import('../dist/src/screen/index.js')
const { findPairs } = await import('../dist/src/language/index.js')

const folder = mkdtempSync(join(tmpdir(), 'inbetween-bench-'))
const rows = []

function seconds(work) {
  const times = []
  for (let run = 0; run < 4; run++) {
    const started = performance.now()
    work()
    times.push((performance.now() - started) / 1000)
  }
  return times.slice(1).sort((a, b) => a - b)[1]
}

function row(what, unit, amount, own, peer, peerName) {
  rows.push([
    what,
    `${(amount / own).toFixed(0)} ${unit}/s`,
    peer === undefined ? '' : `${(own / peer).toFixed(2)} × the time of ${peerName}`,
  ])
}

try {
  const bytes = 256 * 1024 * 1024
  const big = join(folder, 'big.bin')
  writeFileSync(big, Buffer.alloc(bytes, 'inbetween'))
  let store = 0
  const own = seconds(() => folderBlobs(join(folder, `blobs-${store++}`)).takeFile(big))
  const peer = seconds(() => spawnSync('sh', ['-c', `sha256sum "${big}" && cp "${big}" "${big}.copy"`]))
  row('seal a file: hash and copy', 'MB', bytes / 1e6, own, peer, 'sha256sum and cp')

  const line = (n) =>
    `203.0.113.${n % 250} - user${n % 9} [${String(1 + (n % 28)).padStart(2, '0')}/Jan/2024:${String(n % 24).padStart(2, '0')}:00:00 +0800] "GET /shots/${n}.png HTTP/1.1" 200 ${n} "-" "Mozilla/5.0"\n`
  const log = join(folder, 'access.log')
  writeFileSync(log, Array.from({ length: 1_000_000 }, (_, n) => line(n)).join(''))
  const text = readFileSync(log)
  row(
    'scan an access log',
    'lines',
    1_000_000,
    seconds(() => scanLog(text, { path: 'access.log', sha256: 'x' })),
    seconds(() => spawnSync('sh', ['-c', `awk '{n[$1]++} END {print length(n)}' "${log}"`])),
    'awk counting addresses',
  )

  const passages = Array.from({ length: 20_000 }, (_, n) => ({
    text: n % 2 === 0 ? `第${n}镜头部的线条再细一点` : `${n - 1}컷 머리부분 선을 좀 더 가늘게 할것`,
    at: { kind: 'cell', sheet: 'A', cell: `${n % 2 === 0 ? 'A' : 'B'}${n >> 1}` },
    block: 'A',
    row: n >> 1,
    column: n % 2,
    anchor: `x!cell=A,${n}`,
    exhibitId: 'x',
    path: 'x.xlsx',
    script: '',
    confidence: 1,
    language: n % 2 === 0 ? 'zh-Hans' : 'ko',
  }))
  row(
    'find pairs',
    'passages',
    passages.length,
    seconds(() => findPairs(passages)),
  )

  const lists = builtInLists()
  if (process.env.INBETWEEN_DATA) {
    const ofac = join(process.env.INBETWEEN_DATA, 'screen/ofac')
    const files = new Map(
      ['sdn_bench.csv', 'alt_bench.csv', 'add_bench.csv'].map((name) => [name.replace('_bench', ''), readFileSync(join(ofac, name))]),
    )
    lists.push(readOfac(files).list)
  }
  const names = ['Moxing Cartoon', 'Scientific Education Korea', 'Acme Animation Ltd', '平壤动画', 'Lantern Pictures LLC']
  const queries = Array.from({ length: 200 }, (_, n) => ({ name: `${names[n % 5]} ${n}` }))
  row(
    `screen names against ${lists.reduce((sum, { entities }) => sum + entities, 0)} entries`,
    'names',
    queries.length,
    seconds(() => screenNames(queries, lists, { threshold: 0.85, asOf: '2024-01-31' })),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
for (const cells of rows) console.log(cells.join('  '))
