import { it } from 'vitest'
import { writeFileSync } from 'node:fs'
import type { Passage } from '../model/index.ts'
import { findPairs } from './index.ts'
import { BLIND_OTHER, BLIND_SAME } from './tables/blind.cases.ts'
import { HELD_OTHER, HELD_SAME, OTHER, SAME } from './tables/pairs.cases.ts'
import { tellLanguage } from './tell.ts'
type Lines = readonly (readonly [string, string])[]
let made = 0
const p = (text: string, extra: Partial<Passage>): Passage => ({ text, at: { kind: 'line', line: ++made }, anchor: `x!line=${made}`, exhibitId: 'e', path: 'n', ...tellLanguage(text), ...extra })
const L: Record<string, (rows: Lines) => Passage[]> = {
  table: (rows) => rows.flatMap(([zh, ko], row) => [p(zh, { block: 't', row, column: 0 }), p(ko, { block: 't', row, column: 1 })]),
  lines: (rows) => rows.flatMap(([zh, ko], i) => [p(zh, { block: 'l', row: 2 * i }), p(ko, { block: 'l', row: 2 * i + 1 })]),
  boxes: (rows) => rows.flatMap(([zh, ko], i) => [p(zh, { block: `z${i}` }), p(ko, { block: `k${i}` })]),
  runs: (rows) => { const all: Passage[] = []; for (let i = 0; i < rows.length; i += 4) { const f = rows.slice(i, i + 4); all.push(...f.map(([zh], n) => p(zh, { block: 'r', row: 2 * i + n }))); all.push(...f.map(([, ko], n) => p(ko, { block: 'r', row: 2 * i + f.length + n }))) } return all },
}
const mixed = (s: Lines, o: Lines): Lines => s.flatMap((l, i) => [l, o[(i + 29) % o.length] ?? l])
it('probe', () => {
  const out: string[] = []
  for (const [set, same, other] of [['tune', SAME, OTHER], ['held', HELD_SAME, HELD_OTHER], ['blind', BLIND_SAME, BLIND_OTHER]] as const) {
    const truth = new Set(same.map(([z, k]) => `${z} | ${k}`))
    let [w, h, x] = [0, 0, 0]
    const hitsBy = new Map<string, number>()
    for (const [name, layout] of Object.entries(L)) for (const [kind, rows] of [['same', same], ['mixed', mixed(same, other)], ['other', other]] as const) {
      const got = findPairs(layout(rows)).map((e) => ({ k: e.from.language === 'ko' ? `${e.to.text} | ${e.from.text}` : `${e.from.text} | ${e.to.text}`, e }))
      const right = got.filter(({ k }) => truth.has(k))
      for (const { k } of right) hitsBy.set(k, (hitsBy.get(k) ?? 0) + 1)
      const asked = kind === 'other' ? right.length : same.length
      w += asked; h += right.length; x += got.length - right.length
      out.push(`${set} ${name} ${kind}: ${right.length}/${asked} extra ${got.length - right.length}`)
      if (set !== 'blind' || process.env.SHOW) for (const { k, e } of got) if (!truth.has(k)) out.push(`   X ${name} ${kind} ${k} ${e.score} ${e.reasons.slice(0, 3).join(' ; ')}`)
    }
    out.push(`${set}: recall ${(h / w).toFixed(3)} precision ${(h / (h + x)).toFixed(3)}`)
    if (set === 'blind') { const third = [0, 0, 0]; same.forEach(([z, k], i) => { third[Math.floor(i / 20)]! += hitsBy.get(`${z} | ${k}`) ?? 0 }); out.push(`N S Y: ${third.map((t) => (t / 160).toFixed(3)).join(' ')}`) }
    if (set !== 'blind' || process.env.SHOW) for (const [z, k] of same) if ((hitsBy.get(`${z} | ${k}`) ?? 0) < 8) out.push(`   - ${hitsBy.get(`${z} | ${k}`) ?? 0} ${z} | ${k}`)
  }
  writeFileSync('/tmp/wl/probe.txt', out.join('\n'))
})
