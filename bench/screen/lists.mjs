// Real lists as one: OFAC's files, the UN's XML, and the EU's annexes as CSV, from the folder `screen` of INBETWEEN_DATA. The UN and the EU are read here by hand, apart from the product's
// readers, so that a fault of a reader cannot flatter a figure.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const { readCsv } = await import('../../dist/src/intake/index.js')
const { isoDate, readOfac } = await import('../../dist/src/screen/index.js')

/** The data folder; undefined without INBETWEEN_DATA. */
export const ROOT = process.env.INBETWEEN_DATA === undefined ? undefined : join(process.env.INBETWEEN_DATA, 'screen')

/** Rows of a CSV as records by heading. */
export function rowsOf(...path) {
  const [head, ...rows] = readCsv(readFileSync(join(ROOT, ...path))).rows
  return rows.filter((row) => row.length > 1).map((row) => Object.fromEntries(head.map((key, i) => [key, row[i] ?? ''])))
}

const bare = { programs: [], addresses: [], identifiers: [], remarks: '' }

function ofac() {
  const sdn = readFileSync(join(ROOT, 'ofac', 'sancbook_sdn_2022-2023.csv'))
  const alt = readFileSync(join(ROOT, 'ofac', 'alt_2025-12.csv'))
  return readOfac(new Map([['sdn.csv', sdn.subarray(sdn.indexOf(10) + 1)], ['alt.csv', alt]])).list.entries // biome-ignore format: one line
}

function un() {
  const text = readFileSync(join(ROOT, 'un', 'UN_consolidated.xml'), 'utf8')
  const plain = (value) =>
    value
      .trim()
      .replace(/&amp;/g, '&')
      .replace(/&apos;/g, "'")
  const tags = (part, name) => [...part.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map((m) => plain(m[1])).filter(Boolean)
  return [...text.matchAll(/<(INDIVIDUAL|ENTITY)>([\s\S]*?)<\/\1>/g)].map(([, kind, part]) => {
    const name = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].flatMap((one) => tags(part, one)).join(' ')
    const aliases = [...part.matchAll(/<(INDIVIDUAL|ENTITY)_ALIAS>([\s\S]*?)<\/\1_ALIAS>/g)].flatMap(([, , alias]) =>
      tags(alias, 'ALIAS_NAME')
        .flatMap((one) => one.split(/;\s*/))
        .map((one) => ({ name: one, weak: /Low/i.test(tags(alias, 'QUALITY')[0] ?? '') })),
    )
    const schema = kind === 'INDIVIDUAL' ? 'Person' : 'Organization'
    const part1 = (name) => tags((new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(part) ?? ['', ''])[1], 'VALUE')
    const birthDates = [...part.matchAll(/<INDIVIDUAL_DATE_OF_BIRTH>([\s\S]*?)<\/INDIVIDUAL_DATE_OF_BIRTH>/g)].flatMap(([, born]) => [
      ...tags(born, 'DATE').map((date) => date.slice(0, 10)),
      ...tags(born, 'YEAR'),
    ])
    const facts = { birthDates, countries: [...part1('NATIONALITY'), ...tags(part, 'COUNTRY')] }
    return {
      ...bare,
      ...facts,
      id: `un-${tags(part, 'DATAID')[0]}`,
      name,
      schema,
      list: 'un',
      aliases,
      original: tags(part, 'NAME_ORIGINAL_SCRIPT'),
    }
  })
}

function eu() {
  const byId = new Map()
  for (const file of readdirSync(join(ROOT, 'eu', 'journal_sanctions_consolidated'))) {
    for (const row of rowsOf('eu', 'journal_sanctions_consolidated', file)) {
      if (row.name === '') continue
      const id = `eu-${row.celex}-${row.recordId}`
      const schema = row.schema === 'Person' || row.schema === 'Vessel' ? row.schema : 'Organization'
      const entry = byId.get(id) ?? { ...bare, id, name: row.name, schema, list: 'eu', aliases: [], birthDates: [], countries: [] }
      entry.birthDates.push(...row.birthDate.split(/[;,]/).flatMap((date) => isoDate(date) ?? []))
      entry.countries.push(
        ...[row.country, row.nationality, row.jurisdiction]
          .join(';')
          .split(';')
          .filter((one) => one !== ''),
      )
      for (const name of [row.name, row.alias, row.previousName]) if (name && name !== entry.name) entry.aliases.push({ name, weak: false })
      if (row.weakAlias) entry.aliases.push({ name: row.weakAlias, weak: true })
      byId.set(id, entry)
    }
  }
  return [...byId.values()]
}

/** All entries as one list. */
export function mergedList() {
  const entries = [...ofac(), ...un(), ...eu()]
  return { name: 'merged', kind: 'sanctions', version: 'bench', entities: entries.length, entries }
}

/** All names of an entry. */
export function namesOf({ name, aliases }) {
  return [name, ...aliases.map((alias) => alias.name)]
}

/** People who are on no list, to fit on (even rows) and to measure on (odd rows): `count` of them, evenly over the files, with the birth date and nationality that the files' makers drew for them. */
export function innocentPeople(count, isForFitting) {
  const all = ['us', 'global'].flatMap((part) => rowsOf('bench', `yente_candgen_negatives_${part}.csv`))
  const rows = all
    .map(({ full_name: name, date_of_birth: birthDate, nationality }) => ({ name, birthDate, countries: [nationality] }))
    .filter(({ name }, i) => name !== '' && (i % 2 === 0) === isForFitting)
  return Array.from({ length: count }, (_, i) => rows[Math.floor((i * rows.length) / count)])
}

/** Their names. */
export function innocents(count, isForFitting) {
  return innocentPeople(count, isForFitting).map(({ name }) => name)
}

/** Names of the UN's list with slips in them, and the names that they stand for, row by row. */
export function mistyped() {
  const right = rowsOf('bench', 'yente_candgen_positives_un_untreated.csv')
  return rowsOf('bench', 'yente_candgen_positives_un_treated.csv').map((row, i) => ({ asked: row.full_name, listed: right[i].full_name }))
}
