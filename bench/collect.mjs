// npm run bench:collect: sealing against sha256sum of the same bytes, an unchanged folder of 100,000 files visited again, and memory over 300,000 files.
// Every figure is of this run on this machine; the limits are checked and the exit code says whether they hold.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'inbetween-bench-'))
const env = { ...process.env, XDG_DATA_HOME: join(root, 'keys') }
const failures = []

/** Runs a command, on one core when it is compared with a peer; wall seconds and peak resident megabytes, by /usr/bin/time where it is there. */
function timed(command, args, isPinned = false) {
  const log = join(root, 'time')
  const words = ['/usr/bin/time', '-o', log, '-f', '%e %M', command, ...args]
  const [program, ...rest] = isPinned ? ['taskset', '-c', '0', ...words] : words
  const run = spawnSync(program, rest, {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (run.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${run.error?.message ?? run.stderr}`)
  const [seconds, kilobytes] = readFileSync(log, 'utf8').trim().split('\n').at(-1).split(' ').map(Number)
  return { seconds, megabytes: kilobytes / 1024 }
}
const inbetween = (...words) => timed(process.execPath, [BIN, ...words, '--quiet'])
const pinned = (...words) => timed(process.execPath, [BIN, ...words, '--quiet'], true)
const say = (name, words, isGood) => {
  console.log(`${isGood ? 'ok  ' : 'OVER'}  ${name.padEnd(34)} ${words}`)
  if (!isGood) failures.push(name)
}
const best = (runs) => runs.reduce((a, b) => (a.seconds <= b.seconds ? a : b))

/** 1 GB in 16 files of bytes that do not repeat. */
function bigFiles() {
  const folder = join(root, 'big')
  mkdirSync(folder)
  const block = Buffer.alloc(1 << 20)
  for (let n = 0, at = 0; at < block.length; n++, at += 32) createHash('sha256').update(String(n)).digest().copy(block, at)
  for (let file = 0; file < 16; file++) {
    const to = openSync(join(folder, `${file}.bin`), 'w')
    for (let part = 0; part < 64; part++) {
      block.writeUInt32LE(file * 64 + part, 0)
      writeSync(to, block)
    }
    closeSync(to)
  }
  return folder
}

function manyFiles(name, count) {
  const folder = join(root, name)
  for (let n = 0; n < count; n++) {
    if (n % 1000 === 0) mkdirSync(join(folder, `d${n / 1000}`), { recursive: true })
    writeFileSync(join(folder, `d${Math.floor(n / 1000)}`, `file ${n}.txt`), `file ${n}`)
  }
  return folder
}

try {
  const big = bigFiles()
  const paths = readdirSync(big).map((name) => join(big, name))
  timed('sha256sum', paths)
  const sums = []
  const seals = []
  for (let n = 0; n < 3; n++) {
    sums.push(timed('sha256sum', paths, true))
    const made = join(root, `big${n}.case`)
    inbetween('init', made)
    seals.push(pinned('collect', big, '-C', made))
    rmSync(made, { recursive: true, force: true })
  }
  rmSync(big, { recursive: true, force: true })
  const [sum, seal] = [best(sums), best(seals)]
  const ratio = sum.seconds / seal.seconds
  say(
    'sealing against sha256sum',
    `${(1024 / seal.seconds).toFixed(0)} MB/s against ${(1024 / sum.seconds).toFixed(0)} MB/s: ${ratio.toFixed(2)} (at least 0.80), start of the program included`,
    ratio >= 0.8,
  )

  const many = manyFiles('many', 100_000)
  const made = join(root, 'many.case')
  inbetween('init', made)
  const first = inbetween('collect', many, '-C', made)
  const again = best([0, 1, 2].map(() => inbetween('collect', many, '-C', made)))
  console.log(`      100,000 files, first visit          ${first.seconds} s, ${first.megabytes.toFixed(0)} MB`)
  say(
    '100,000 files, unchanged',
    `${again.seconds} s (at most 3), ${again.megabytes.toFixed(0)} MB (at most 300)`,
    again.seconds <= 3 && again.megabytes <= 300,
  )
  rmSync(made, { recursive: true, force: true })

  for (let n = 100_000; n < 300_000; n++) {
    if (n % 1000 === 0) mkdirSync(join(many, `d${n / 1000}`))
    writeFileSync(join(many, `d${Math.floor(n / 1000)}`, `file ${n}.txt`), `file ${n}`)
  }
  const large = join(root, 'large.case')
  inbetween('init', large)
  const all = inbetween('collect', many, '-C', large)
  say(
    '300,000 files, first visit',
    `${all.seconds} s, ${all.megabytes.toFixed(0)} MB (at most 1.3 times that of 100,000)`,
    all.megabytes <= first.megabytes * 1.3,
  )
} finally {
  rmSync(root, { recursive: true, force: true })
}
process.exit(failures.length === 0 ? 0 : 1)
