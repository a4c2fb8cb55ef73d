// Reads lists as their publishers make them: with INBETWEEN_DATA set, every file in its folder `screen`; always, an advanced XML of 100 MB made of invented parties, with the most memory it took.
// npm run bench:lists
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const { readLists } = await import('../dist/src/screen/index.js')
const mb = (bytes) => `${Math.round(bytes / 1e6)} MB`

function read(label, files) {
  const start = performance.now()
  const { readings, warnings } = readLists(files)
  const ms = Math.round(performance.now() - start)
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0)
  for (const { format, lists, isWhole } of readings)
    for (const { name, kind, version, entries } of lists) {
      const numbers = entries.flatMap((entry) => entry.numbers ?? [])
      const count = (answer) => numbers.filter(({ isValid }) => isValid === answer).length
      const ends = entries.flatMap((entry) => entry.edges ?? [])
      console.log(
        `${label}: ${format} → ${name} (${kind}, ${version}): ${entries.length} entries, ${entries.reduce((sum, { aliases }) => sum + aliases.length, 0)} aliases (${entries.reduce((sum, { aliases }) => sum + aliases.filter(({ script }) => script).length, 0)} in other scripts, ${entries.reduce((sum, { aliases }) => sum + aliases.filter(({ weak }) => weak).length, 0)} weak), ${entries.filter(({ listedOn }) => listedOn).length} dated, ${entries.filter(({ birthDates }) => birthDates).length} with birth dates, numbers ${numbers.length} (check digit holds ${count('yes')}, fails ${count('no')}), edges ${ends.length} (${ends.filter(({ toId }) => toId).length} found)${isWhole ? '' : ', NOT WHOLE'}`,
      )
      if (process.env.SHOW)
        for (const number of numbers.filter(({ isValid }) => isValid === 'no').slice(0, 15))
          console.log('   fails:', JSON.stringify(number))
    }
  console.log(
    `${label}: ${mb(bytes)} in ${ms} ms; warnings ${JSON.stringify(Object.fromEntries(warnings.map(({ code, message }) => [code, message.slice(0, 90)])))}`,
  )
}

function filesIn(folder) {
  return new Map(
    readdirSync(folder, { recursive: true })
      .filter((name) => /\.(csv|xml|txt|json)$/.test(name) && statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name))]),
  )
}

const data = process.env.INBETWEEN_DATA
if (data !== undefined && existsSync(join(data, 'screen')))
  for (const name of readdirSync(join(data, 'screen')).sort()) {
    const folder = join(data, 'screen', name)
    if (statSync(folder).isDirectory() && !['bench', 'cn', 'names'].includes(name)) read(name, filesIn(folder))
  }

const party = (id) =>
  `<DistinctParty FixedRef="${id}"><Comment/><Profile ID="${id}" PartySubTypeID="3"><Identity ID="${id}1" FixedRef="${id}" Primary="true" False="false"><Alias FixedRef="${id}" AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="${id}" FixedRef="${id}" DocNameStatusID="1"><DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="215" ScriptStatusID="1" Acronym="false">BRANDAL LANTERN ${id} CO., LTD.</NamePartValue></DocumentedNamePart></DocumentedName></Alias><NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1525"/></MasterNamePartGroup></NamePartGroups></Identity>${'<Feature ID="1" FeatureTypeID="25"><FeatureVersion ID="1" ReliabilityID="1"><Comment/><VersionLocation LocationID="25"/></FeatureVersion><IdentityReference IdentityID="1" IdentityFeatureLinkTypeID="1"/></Feature>'.repeat(25)}</Profile></DistinctParty>\n`
const parts = [
  '<?xml version="1.0"?><Sanctions xmlns="x"><DateOfIssue><Year>2024</Year><Month>1</Month><Day>17</Day></DateOfIssue><DistinctParties>',
]
for (let id = 1, held = 0; held < 100e6; id++) {
  const text = party(id)
  held += text.length
  parts.push(text)
}
const big = Buffer.from(`${parts.join('')}</DistinctParties></Sanctions>`)
parts.length = 0
globalThis.gc?.()
const before = process.memoryUsage().rss
read('advanced XML, made', new Map([['SDN_ADVANCED.XML', big]]))
console.log(`memory: ${mb(before)} with the file held, ${mb(process.resourceUsage().maxRSS * 1024)} at most`)
