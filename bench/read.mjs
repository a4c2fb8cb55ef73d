// npm run bench:read: files a second through the reader processes, against exiftool and pdftotext in the same run where they are installed. 2,000 files made from the
// fixtures; with INBETWEEN_DATA also the files in its folder `read`. Figures depend on the machine; compare ratios. Exit 1 when a file takes longer than the bound.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesBelow, makeCorpus } from './read-corpus.mjs'
import { table } from './table.mjs'

const { LIMITS } = await import('../dist/src/base/limits.js')
const { realEffects } = await import('../dist/src/base/effects.js')
const { createReaderPool, readBytes } = await import('../dist/src/read/index.js')
const { initCase } = await import('../dist/src/pipeline/index.js')
const { cachedReading, readAll } = await import('../dist/src/pipeline/readings.js')
const { fixturesIn } = await import('../dist/test/fuzz/fuzz.js')

const FILES = 2000
const SAMPLE_MS = 50
/** Formats of which exiftool tells more than the file's size and type; texts of PDFs stand against pdftotext. */
const METADATA =
  'png jpg psd tiff webp gif heif jp2 exr dpx xcf indd eps bmp mp4 mkv avi wav mxf mp3 flac ogg flv swf docx xlsx pptx odf doc xls ppt rtf html lnk plist ics'.split(
    ' ',
  )
const root = mkdtempSync(join(tmpdir(), 'inbetween-bench-'))
process.env.XDG_DATA_HOME = join(root, 'keys')
let isOver = false

/** Highest resident megabytes of one child process so far, by what the kernel keeps of each; 0 where the system has no /proc. */
function watchChildren() {
  let peak = 0
  const timer = setInterval(() => {
    try {
      for (const pid of readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ')) {
        if (pid) peak = Math.max(peak, Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
      }
    } catch {
      // A process ended in between, or there is no /proc.
    }
  }, SAMPLE_MS)
  return () => {
    clearInterval(timer)
    return peak
  }
}

/** Reads all files in a fresh pool: seconds with the start of its processes, peak megabytes of one, and what was read of each file. */
async function cold(files, size) {
  const stop = watchChildren()
  const pool = createReaderPool({ size })
  const results = []
  const queue = [...files]
  const started = performance.now()
  const lane = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      const from = performance.now()
      const { format, status, warnings } = await pool.read(file.path, file.name)
      results.push({
        file,
        format,
        status,
        ms: performance.now() - from,
        isStopped: warnings.some(({ code }) => code === 'reading-aborted'),
      })
    }
  }
  await Promise.all(Array.from({ length: size }, lane))
  const seconds = (performance.now() - started) / 1000
  await pool.close()
  return { seconds, megabytes: stop(), results }
}

/** Reads into a case, where readings are cached by content, and a second time from there. */
async function throughCase(files, name) {
  const opened = initCase(join(root, name), realEffects())
  const sealed = files.map((file) => ({ ...opened.blobs.takeFile(file.path), name: file.name }))
  const stop = watchChildren()
  const run = async () => {
    const started = performance.now()
    await readAll(opened, sealed, () => {}, { jobs: 2 })
    for (const file of sealed) cachedReading(opened, file)
    return (performance.now() - started) / 1000
  }
  const first = { seconds: await run(), megabytes: stop() }
  return { first, again: { seconds: await run(), megabytes: 0 } }
}

function timed(work) {
  const started = performance.now()
  work()
  return (performance.now() - started) / 1000
}

const isInstalled = (program, flag) => spawnSync(program, [flag]).error === undefined
const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0) / 1e6
const rates = (what, files, { seconds, megabytes }) => [
  what,
  (files.length / seconds).toFixed(0),
  (sum(files) / seconds).toFixed(1),
  seconds.toFixed(2),
  megabytes > 0 ? megabytes.toFixed(0) : '',
]

/** Ours, with one process and with two, against a peer on the same files, all with their start. */
async function against(name, flag, files, work) {
  if (!isInstalled(name, flag)) return [name, 'not installed: left out', '', '', '']
  if (files.length === 0) return [name, 'no files for it', '', '', '']
  const [one, two] = [(await cold(files, 1)).seconds, (await cold(files, 2)).seconds]
  const peer = timed(() => work(files))
  const ratios = [one, two].map((own) => (own / peer).toFixed(2)).join(' and ')
  return [name, files.length, `${one.toFixed(2)} and ${two.toFixed(2)}`, peer.toFixed(2), `${ratios} × the time of ${name}`]
}

function runExiftool(files) {
  const list = join(root, 'list')
  writeFileSync(list, files.map(({ path }) => path).join('\n'))
  spawnSync('exiftool', ['-json', '-q', '-charset', 'filename=utf8', '-@', list], { maxBuffer: 1 << 30 })
}

function runPdftotext(files) {
  for (const { path } of files) spawnSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { maxBuffer: 1 << 28 })
}

function byFormat(results) {
  const rows = new Map()
  for (const { format, status, ms, file } of results) {
    const row = rows.get(format) ?? { format, files: 0, read: 0, partly: 0, 'not-read': 0, bytes: 0, ms: 0, slowest: 0 }
    row.files++
    row[status]++
    row.bytes += file.bytes
    row.ms += ms
    row.slowest = Math.max(row.slowest, ms)
    rows.set(format, row)
  }
  const cells = [...rows.values()]
    .sort((a, b) => (a.format < b.format ? -1 : 1))
    .map((row) => [
      row.format,
      row.files,
      row.read,
      row.partly,
      row['not-read'],
      (row.bytes / 1e6).toFixed(2),
      row.ms / row.files,
      row.slowest,
    ])
  const of = (status) => results.filter((result) => result.status === status).length
  cells.push(['all', results.length, of('read'), of('partly'), of('not-read'), sum(results.map(({ file }) => file)).toFixed(2), '', ''])
  const heads = ['format', 'files', 'read', 'partly', 'not read', 'MB', 'ms a file', 'slowest ms']
  return table(
    heads,
    cells.map((row) => row.map((cell, n) => (n > 5 && cell !== '' ? cell.toFixed(1) : cell))),
  )
}

async function measure(title, files, name) {
  console.log(`\n${title}: ${files.length} files, ${sum(files).toFixed(1)} MB`)
  const one = await cold(files, 1)
  const two = await cold(files, 2)
  const { first, again } = await throughCase(files, name)
  const rows = [
    rates('1 process, cold', files, one),
    rates('2 processes, cold', files, two),
    rates('2 processes, into a case', files, first),
    rates('again, from the cache', files, again),
  ]
  console.log(table(['', 'files/s', 'MB/s', 'seconds', 'peak MB of one process'], rows))
  console.log(`\n${byFormat(one.results)}`)
  const slowest = one.results.reduce((a, b) => (a.ms >= b.ms ? a : b))
  console.log(`\nslowest: ${slowest.file.label}, ${slowest.ms.toFixed(0)} ms`)
  for (const { file, ms, isStopped } of [...one.results, ...two.results]) {
    if (ms < LIMITS.readMs && !isStopped) continue
    isOver = true
    console.log(`OVER  ${file.label}: ${ms.toFixed(0)} ms${isStopped ? ', stopped by a bound' : ''} (at most ${LIMITS.readMs} ms)`)
  }
  const of = (formats) => one.results.filter(({ format }) => formats.includes(format)).map(({ file }) => file)
  const peers = [await against('exiftool', '-ver', of(METADATA), runExiftool), await against('pdftotext', '-v', of(['pdf']), runPdftotext)]
  console.log(`\n${table(['peer', 'files', 'seconds with 1 and 2 processes', 'its seconds', ''], peers)}`)
}

async function isSame(fixture, copy, name) {
  const [one, two] = [await readBytes(fixture, name), await readBytes(copy, name)]
  return one.format === two.format && one.status === two.status && one.passages.length === two.passages.length
}

try {
  const fixtures = fixturesIn(fileURLToPath(new URL('../fixtures/read', import.meta.url)))
  mkdirSync(join(root, 'mixed'))
  const { files, odd } = await makeCorpus(join(root, 'mixed'), fixtures, FILES, isSame)
  await measure('Mixed corpus of fixtures', files, 'mixed.case')
  console.log(`copies that are read otherwise than their fixture: ${odd.join(', ') || 'none'}`)
  const data = process.env.INBETWEEN_DATA
  if (data) await measure('INBETWEEN_DATA/read', filesBelow(join(data, 'read')), 'data.case')
} finally {
  rmSync(root, { recursive: true, force: true })
}
process.exit(isOver ? 1 : 0)
