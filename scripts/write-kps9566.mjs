// node scripts/write-kps9566.mjs KPS9566.TXT Unihan_OtherMappings.txt: writes src/base/tables/kps9566.ts.
// The first is a mapping in Unicode's Format A ("0xB0A1<tab>0xAC00"), as Unicode publishes for KPS 9566-2003; the second the file of that name of the Unihan
// database, whose field kKPS0 has the hanja. Everything that can be checked by rule is, and nothing is written when a check fails.
// The table that stands was written from a mapping composed of rows 1 to 14 as typed from Unicode's file in another program (erlyconv 2016-08-19), syllables of the package
// kps9566 0.7.0 (PyPI, MIT), and the hanja of Unihan; erlyconv has the same number of characters, and the same syllables wherever both were compared.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [mappingPath, unihanPath] = process.argv.slice(2)
const mapping = new Map()
for (const line of readFileSync(mappingPath, 'utf8').split(/\r?\n/)) {
  const found = /^0x([0-9a-f]{4})\s+0x([0-9a-f]{4,5})/i.exec(line)
  if (found) mapping.set(Number.parseInt(found[1], 16), Number.parseInt(found[2], 16))
}
const fail = (message) => {
  throw new Error(message)
}
/** Character of a cell of the 94 × 94 plane, row and cell from 1, or undefined. */
const cell = (row, column) => mapping.get(((0xa0 + row) << 8) | (0xa0 + column))

// Order of the syllables in the dictionaries of the DPRK: doubled consonants after the plain ones, ㅇ last, compound vowels and ㄲ ㅆ as finals last.
const UNICODE = {
  initials: 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ',
  vowels: 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ',
  finals: '-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ',
}
const DPRK = {
  initials: 'ㄱㄴㄷㄹㅁㅂㅅㅈㅊㅋㅌㅍㅎㄲㄸㅃㅆㅉㅇ',
  vowels: 'ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣㅐㅒㅔㅖㅚㅟㅢㅘㅝㅙㅞ',
  finals: '-ㄱㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅇㅈㅊㅋㅌㅍㅎㄲㅆ',
}
const inOrder = []
for (const initial of DPRK.initials)
  for (const vowel of DPRK.vowels)
    for (const final of DPRK.finals)
      inOrder.push(0xac00 + (UNICODE.initials.indexOf(initial) * 21 + UNICODE.vowels.indexOf(vowel)) * 28 + UNICODE.finals.indexOf(final))

const rows = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, at) => Array.from({ length: 94 }, (_, column) => cell(from + at, column + 1)))
const hangul = rows(16, 44).flat().slice(0, 2679)
const hanja = rows(45, 94).flat().slice(0, 4653)
const known = new Set(hangul)
if (known.size !== 2679 || inOrder.filter((syllable) => known.has(syllable)).join() !== hangul.join())
  fail('the 2,679 syllables are not in order')

// The other 8,493 syllables fill what is outside the plane, in the same order.
const rest = inOrder.filter((syllable) => !known.has(syllable))
let at = 0
for (let lead = 0x81; at < rest.length; lead++)
  for (let trail = 0x41; trail <= (lead < 0xa1 ? 0xfe : 0xa0) && at < rest.length; trail++) {
    if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue
    if (mapping.get((lead << 8) | trail) !== rest[at++]) fail(`0x${((lead << 8) | trail).toString(16)} is not the next syllable`)
  }

const unihan = new Map()
for (const line of readFileSync(unihanPath, 'utf8').split('\n')) {
  const [point = '', field, codes = ''] = line.startsWith('U+') ? line.split('\t') : []
  if (field === 'kKPS0')
    for (const code of codes.split(' ')) unihan.set(Number.parseInt(code, 16) | 0x8080, Number.parseInt(point.slice(2), 16))
}
if (unihan.size !== 4653) fail(`${unihan.size} hanja in Unihan`)
for (const [code, point] of unihan) if (mapping.get(code) !== point) fail(`hanja 0x${code.toString(16)} differs`)

// Names of leaders, drawn apart in print, are ordinary syllables to a reader.
const LEADERS = { 4: { from: 72, syllables: '김일성김정일김정은' } }
const symbols = rows(1, 14).map((columns, row) => {
  const leaders = LEADERS[row + 1]
  const points = columns.map((point, column) => leaders?.syllables.codePointAt(column + 1 - leaders.from) ?? point ?? 0xfffd)
  while (points.at(-1) === 0xfffd) points.pop()
  return points
})

const text = (points) =>
  points
    .map((point) =>
      point === 0xfffd || point < 0xa1 || point === 0xad || (point >= 0xe000 && point < 0xf900) || point === 0x3000 || point === 0x3164
        ? `\\u${point.toString(16).padStart(4, '0')}`
        : String.fromCodePoint(point),
    )
    .join('')
const inRows = (points) =>
  Array.from({ length: Math.ceil(points.length / 94) }, (_, row) => `  '${text(points.slice(row * 94, row * 94 + 94))}',`).join('\n')
const out = `// Written by scripts/write-kps9566.mjs, which says from what and how it is checked. KPS 9566-2003, the national character set of the DPRK, after the mapping and
// the Unihan database of the Unicode Consortium (Unicode licence, docs/dependencies.md). U+FFFD stands where a cell has no character; private characters
// (U+F104 …) are as in Unicode's mapping, for signs that Unicode lacks.

/** Rows 1 to 14 of the plane of 94 × 94 cells: signs, letters, kana; each row from its first cell to its last one in use. */
export const KPS_SIGNS: readonly string[] = [
${symbols.map((points) => `  '${text(points)}',`).join('\n')}
]

/** The cells of row 4 that names of leaders have to themselves, from 1; the table gives them as the ordinary syllables. The last three are of the edition of 2011. */
export const KPS_NAME_CELLS = { row: 4, from: ${LEADERS[4].from}, to: ${LEADERS[4].from + 8} } as const

/** The 2,679 syllables of rows 16 to 44, in the order of dictionaries of the DPRK, a row a line. */
export const KPS_HANGUL = [
${inRows(hangul)}
].join('')

/** The 4,653 hanja of rows 45 to 94, by reading, a row a line. */
export const KPS_HANJA = [
${inRows(hanja)}
].join('')
`
writeFileSync(fileURLToPath(new URL('../src/base/tables/kps9566.ts', import.meta.url)), out)
