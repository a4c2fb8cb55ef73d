// node scripts/write-japanese-readings.mjs Unihan_Readings.txt Unihan_OtherMappings.txt: writes src/names/tables/japanese-readings.ts.
// Both are files of the Unihan database as Unicode publishes it. Characters: those of the tables of family and given names beside it, and those that Japanese law
// allows in names besides the common ones (kJinmeiyoKanji). Readings: kJapaneseOn and kJapaneseKun in the order of the file, those too long for a part of a name left out.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [readingsPath, mappingsPath] = process.argv.slice(2)
const table = (name) => fileURLToPath(new URL(`../src/names/tables/${name}.ts`, import.meta.url))
const ON = 3
const KUN = 4
/** Letters of a reading by sound (the longest is `kyaku` or `chuu`), and of one by meaning that names have (`tsukasa`, `hisashi`). */
const ON_LETTERS = 6
const KUN_LETTERS = 9

const wanted = new Set()
for (const name of ['japanese-families', 'japanese-given'])
  for (const c of readFileSync(table(name), 'utf8').match(/\p{Script=Han}/gu) ?? []) if (c !== '々') wanted.add(c)
for (const line of readFileSync(mappingsPath, 'utf8').split('\n')) {
  const [code, field] = line.split('\t')
  if (code.startsWith('U+') && field === 'kJinmeiyoKanji') wanted.add(String.fromCodePoint(Number.parseInt(code.slice(2), 16)))
}

const read = new Map()
for (const line of readFileSync(readingsPath, 'utf8').split('\n')) {
  const [code, field, value] = line.split('\t')
  if (!code.startsWith('U+') || (field !== 'kJapaneseOn' && field !== 'kJapaneseKun')) continue
  const c = String.fromCodePoint(Number.parseInt(code.slice(2), 16))
  if (!wanted.has(c)) continue
  const isOn = field === 'kJapaneseOn'
  const all = value.trim().toLowerCase().split(/\s+/)
  const fit = all.filter(
    (one) => /^[a-z]+$/.test(one) && one.length <= (isOn ? ON_LETTERS : KUN_LETTERS) && (isOn || !/(?:shii|yaka|asu|eru)$/.test(one)),
  )
  read.set(c, { ...read.get(c), [isOn ? 'on' : 'kun']: [...new Set(fit)].slice(0, isOn ? ON : KUN) })
}
const entries = [...read]
  .sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0))
  .map(([c, { on = [], kun = [] }]) => `${c}${on.join(',')}/${kun.join(',')}`)
if (entries.length < 1500) throw new Error(`only ${entries.length} characters: are these the files of Unihan?`)
const rows = []
for (let from = 0; from < entries.length; from += 16) rows.push(entries.slice(from, from + 16).join(' '))
writeFileSync(
  table('japanese-readings'),
  `// Written by scripts/write-japanese-readings.mjs, which says of which characters: the fields kJapaneseOn and kJapaneseKun of the Unihan database of the Unicode Consortium
// (Unicode licence, docs/dependencies.md).

/** Dictionary readings of characters in Japanese, \`character on,on/kun,kun\` without the blank: by sound, then by meaning. Long vowels spelt out (\`kou\`). */
export const JAPANESE_READINGS = \`
${rows.join('\n')}
\`
`,
)
