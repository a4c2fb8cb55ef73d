// npm run bench:expected: reads the files of a folder with an expected.tsv (file, fact, expected, source) and counts how many facts the readers find; INBETWEEN_DATA names the folder.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import '../scripts/build.mjs'

const { readBytes } = await import('../dist/src/read/index.js')
const folder = process.env.INBETWEEN_DATA && join(process.env.INBETWEEN_DATA, 'read')
if (!folder) {
  console.error('INBETWEEN_DATA must name a folder with read/expected.tsv')
  process.exit(2)
}

const readings = new Map()
async function readingOf(file) {
  if (!readings.has(file)) readings.set(file, await readBytes(new Uint8Array(readFileSync(join(folder, file))), file.split('/').pop()))
  return readings.get(file)
}
function* every(reading) {
  yield reading
  for (const child of reading.children) yield* every(child.reading)
}
const values = (reading, fields) =>
  [...every(reading)].flatMap(({ traces }) =>
    traces.filter(({ field }) => fields === undefined || fields.includes(field)).map(({ value }) => value),
  )
function said(reading) {
  const parts = []
  const walk = (one) => {
    for (const { value } of one.traces) parts.push(value)
    for (const { text } of one.passages) parts.push(text)
    for (const child of one.children) {
      parts.push(child.path)
      walk(child.reading)
    }
  }
  walk(reading)
  return parts.join('\n')
}
/** An offset as people write it (`+8.5 h`), as readings do (`+08:30`). */
const offset = (text) => {
  const hours = Number(/[-+][\d.]+/.exec(text)[0])
  const minutes = Math.round(Math.abs(hours) * 60)
  return `${hours < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
const noneOf = (reading, fields, pattern) => !values(reading, fields).some((value) => pattern.test(value))
const noYear = (reading) => noneOf(reading, ['created', 'modified', 'history'], /^(?:2106|19[78]\d|0)/)
const LANGUAGE = ['locale', 'programLocale', 'defaultName', 'font', 'codePage']

/** Facts that are not found by looking for their words. */
const FACTS = [
  [/packer UTC offset/, (reading, expected) => values({ traces: reading.traces, children: [] }, ['zoneOffset']).includes(offset(expected))],
  [/History event count/, (reading, expected) => values(reading, ['history']).length === Number(expected)],
  [/^NOT evidence/, (reading) => noneOf(reading, ['path', 'user'], /Users\/ton\/|intrr/)],
  [/DOS date is/, noYear],
  [
    /raw name bytes/,
    (reading, expected) =>
      reading.children.concat(reading.listed ?? []).some(({ step, path }) => JSON.stringify({ step, path }).includes(expected)) ||
      said(reading).includes('审计压缩'),
  ],
  [/trap: Apple ICC/, (reading) => noneOf(reading, undefined, /컬러|ko-KR/)],
  [/trap: LibreOffice/, (reading) => noneOf(reading, LANGUAGE, /^zh-CN|CJK SC/)],
  [/trap: resaved copy/, (reading) => said(reading).includes('CS3 Windows') && values(reading, ['zoneOffset']).includes('+04:00')],
  [/must throw/, (reading) => [...every(reading)].some(({ reason }) => reason?.includes('contains-itself'))],
  [/decompresses to itself/, (reading) => [...every(reading)].some(({ reason }) => reason?.includes('contains-itself'))],
  [
    /width x height x bits/,
    (reading, expected) => {
      const [w, h, bits] = expected.split(' x ')
      return values(reading, ['dimensions']).some((value) => value.startsWith(`${w}x${h}`) && value.includes(`${bits} bits`))
    },
  ],
  [/editing-cycles/, (reading) => ['4', '2020-03-20T11:55:25', '2022-03-19T15:18:45'].every((one) => said(reading).includes(one))],
  [/GPS \/ device/, (reading) => values(reading, ['gps']).length > 0 && values(reading, ['device']).includes('iPhone 8')],
  [
    /layer legacy bytes vs luni/,
    (reading, expected) =>
      values(reading, ['codePage']).some((value) => value.includes(expected.startsWith('UTF') ? 'utf-8' : 'windows-1251')),
  ],
  [/default layer names/, (reading) => values(reading, ['defaultName', 'programLocale']).some((value) => /^fr:/.test(value))],
  [
    /default text style name/,
    (reading) => values(reading, ['defaultName', 'programLocale']).some((value) => /標準 RGB|Japanese/.test(value)),
  ],
  [/XMP create date offset/, (reading, expected) => values(reading, ['zoneOffset']).includes(expected)],
  [/^XMP$/, (reading) => said(reading).includes('Affinity Photo 1.8.5') && values(reading, ['zoneOffset']).includes('+08:00')],
  [/incremental update count/, (reading) => values(reading, ['revision']).some((value) => /\b2\b/.test(value))],
  [
    /text fonts|fonts in text engine/,
    (reading, expected) =>
      expected
        .split(', ')
        .filter((font) => font !== 'AdobeInvisFont')
        .every((font) => said(reading).includes(font)),
  ],
  [/GLOB build hash/, (reading, expected) => expected.split(' ; ').every((one) => said(reading).includes(one))],
  [/project@source/, (reading) => /version 1[56]\.0\.\d build \d+/.test(said(reading))],
  [/^solid$/, (reading, expected) => said(reading).includes(expected.replace(/ \d+$/, ''))],
  [
    /^comp "/,
    (reading, expected) =>
      expected
        .replace(/ fps| s\b|RGB.*|, id.*/g, '')
        .split(/, /)
        .filter(Boolean)
        .every((one) => said(reading).includes(one)),
  ],
  [/^footage "/, (reading) => said(reading).includes('Missing Footage')],
  [/refImgPath/, (reading, expected) => said(reading).includes(expected.replaceAll('\\\\', '\\'))],
  [
    /history: date time/,
    (reading, expected) =>
      expected
        .split(' ')
        .slice(-3)
        .some((one) => said(reading).includes(one)) && said(reading).includes('SHUN-IWASAWA'),
  ],
  [/generator \/ framecount|GLOB filename|user path|documentinfo/, (reading, expected) => said(reading).includes(expected.split(' / ')[0])],
  [/KSOProductBuildVer/, (reading) => said(reading).includes('2052-11.1.0.10700')],
  [/entry names/, (reading) => said(reading).includes('文章1.txt') || /shift_jis/.test(values(reading, ['codePage']).join())],
]

let found = 0
let rows = 0
const slow = []
for (const line of readFileSync(join(folder, 'expected.tsv'), 'utf8').trim().split('\n').slice(1)) {
  const [file, fact, expected] = line.split('\t')
  rows++
  if (!existsSync(join(folder, file))) {
    console.log(`no such file\t${file}\t${fact}`)
    continue
  }
  const started = performance.now()
  const reading = await readingOf(file)
  if (performance.now() - started > 10_000) slow.push(file)
  const rule = FACTS.find(([pattern]) => pattern.test(fact))
  const text = said(reading)
  const isFound = rule
    ? rule[1](reading, expected)
    : expected
        .replace(/ \(LCID.*| - .*/, '')
        .split(/ \/ | ; /)
        .every((one) => text.includes(one))
  if (isFound) found++
  else console.log(`not found\t${file}\t${fact}\t${expected}`)
}
console.log(`${found} of ${rows} facts found${slow.length > 0 ? `; slower than 10 s: ${slow.join(', ')}` : ''}`)
process.exit(found >= rows - 3 && slow.length === 0 ? 0 : 1)
