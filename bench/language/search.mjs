// Search over a case of many passages: time to index, size on disk, and time per query of each class: the least of nine,
// because a machine that others share says more of them than of a query.
// `node bench/language/search.mjs [PASSAGES]` runs it alone.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import '../../scripts/build.mjs'
import { passageRows } from './passages.mjs'

const { openStore } = await import('../../dist/src/store/index.js')
const { foldForSearch, marksOf, readQuery } = await import('../../dist/src/language/index.js')

/** Milliseconds that 95 of 100 queries may take, each with its first 50 passages, their marks and the count. */
const AIM_MS = 50
const SHOWN = 50
const QUERIES = {
  'one character': ['画', '修', '머', '線', 'リ', '点', '一'],
  'two characters, frequent': ['修改', '原画', '的再', '수정', '머리', '動画', '動畫', '线条'],
  'two characters, rare': ['鲸鱼', '고래', '鯨魚'],
  'Korean words': ['할것', '그릴것', '고래수염', '가늘게'],
  'NFD Korean': ['수정', '머리', '그릴것'].map((word) => word.normalize('NFD')),
  'kana, also half width': ['リテイク', 'ﾘﾃｲｸ', 'カット', 'お願い'],
  'several words': ['수정 머리', '修改 颜色', 'line redraw', '原画 镜头 头部', 'リテイク 修正', 'кадр линия'],
  'words in a row': ['"the line"', '"수정 머리"', '第三场', '"修改 原画"', '"please redraw the"'],
  'without a word': ['修改 -颜色', '수정 -머리', 'the -line'],
  'Latin words and codes': ['E307_112', 'redraw', 'E301', 'e307*', 'the', 'кадр', 'red*'],
  'only in a language': [
    ['修改', { language: 'ja' }],
    ['画', { language: 'ko' }],
    ['动画', { language: 'zh' }],
  ],
  'only under a path': [
    ['修改', { path: 'day-017' }],
    ['수정', { path: 'E307_1' }],
    ['鲸鱼', { path: 'notes-12' }],
  ],
  nothing: ['鲎鲎', '"redraw 修改"', '없는낱말', 'qqq', '"수정 the"', '的鲎'],
}

/** Rows of {measure, value, aim, met}. */
export function run(passages = 1_000_000) {
  const folder = mkdtempSync(join(tmpdir(), 'inbetween-search-'))
  try {
    const path = join(folder, 'case.sqlite')
    const store = openStore(path, foldForSearch)
    const rows = [...passageRows(passages)]
    const before = process.cpuUsage()
    const started = performance.now()
    store.replace(new Map([['passage', rows]]), { inputs: 'bench' })
    const seconds = (performance.now() - started) / 1000
    const used = process.cpuUsage(before)
    store.close()
    const made = openStore(path, foldForSearch)
    const out = [
      ['passages', String(passages)],
      ['rows written and indexed', `${seconds.toFixed(1)} s (${((used.user + used.system) / 1e6).toFixed(1)} s of a processor)`],
      ['database', `${(statSync(path).size / 1e6).toFixed(0)} MB`],
    ].map(([measure, value]) => ({ measure, value, aim: '', met: true }))
    const least = []
    const first = []
    for (const [name, queries] of Object.entries(QUERIES)) {
      const times = queries.map((query) => timesOf(made, query))
      first.push(...times.map(([one]) => one))
      least.push(...times.map((of) => Math.min(...of)))
      out.push(rowOf(name, times.map((of) => Math.min(...of)))) // biome-ignore format: one call
    }
    made.close()
    return [...out, { ...rowOf('all, when first asked', first), aim: '', met: true }, rowOf('all', least)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function timesOf(store, asked) {
  const [text, within] = typeof asked === 'string' ? [asked, {}] : asked
  return Array.from({ length: 9 }, () => {
    const started = performance.now()
    const query = readQuery(text)
    const { orders } = store.search(query, { limit: SHOWN, ...within })
    for (const passage of store.at('passage', orders)) marksOf(passage.text, query)
    return performance.now() - started
  })
}

function rowOf(name, times) {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  const value = `p50 ${at(0.5).toFixed(1)}, p95 ${at(0.95).toFixed(1)}, at most ${at(1).toFixed(1)} ms`
  return { measure: `search: ${name}`, value, aim: `p95 ≤ ${AIM_MS} ms`, met: at(0.95) <= AIM_MS }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { measure, value, aim, met } of run(Number(process.argv[2] ?? 1_000_000)))
    console.log(`${met ? ' ' : '!'} ${measure.padEnd(34)} ${value.padEnd(46)} ${aim}`)
}
