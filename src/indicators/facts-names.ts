import { compareText } from '../base/hash.ts'
import { type CaseRecords, isOfWork, type Mention } from '../model/index.ts'
import {
  anchorOfExhibit,
  count,
  type Fact,
  type FactCase,
  known,
  notTestable,
  ordered,
  push,
  type SomeFacts,
  writtenPassages,
} from './fact.ts'
import { isOfDprk, listFacts, ofSanctions } from './facts-lists.ts'
import { shotCodesIn } from './shots.ts'
import { DPRK_NAMES } from './tables/dprk-names.ts'

/** Work files of one production that make it one in progress. */
const WORK_FILES = 3
/** Roles of parties above the work. */
const ABOVE = /client|rights|producer|production|broadcaster|distributor|network/i

/** Facts of names: lists, organisations of the DPRK, productions, misspelt parties. */
export function nameFacts(records: CaseRecords): SomeFacts {
  const dprk = dprkPlaces(records)
  return {
    ...listFacts(records),
    'names.dprk': dprkFact(records, dprk),
    'works.in-progress': worksInProgress(records),
    'parties.misspelt': misspelt(records),
    'knowledge.together': together(records, dprk),
  }
}

/** Anchors of places where an organisation of the DPRK is named, by name. What a person stated in inbetween.yaml is no place. */
function dprkPlaces(records: CaseRecords): Map<string, string[]> {
  const places = new Map<string, string[]>()
  for (const { entity, anchors } of ofSanctions(records.lists, records.matches))
    if (isOfDprk(entity)) for (const anchor of anchors) push(places, entity.name, anchor)
  const names = DPRK_NAMES.map((name) => [name, squeeze(name), isLatin(name)] as const)
  const look = (text: string, anchor: () => string) => {
    const squeezed = squeeze(text)
    for (const [name, key, latin] of names)
      if (latin ? ` ${squeezed} `.includes(` ${key} `) : squeezed.replaceAll(' ', '').includes(key)) push(places, name, anchor())
  }
  for (const { text, anchor } of writtenPassages(records)) look(text, () => anchor)
  for (const { value, anchor } of records.traces) look(value, () => anchor)
  for (const exhibit of records.exhibits) look(exhibit.path, () => anchorOfExhibit(exhibit))
  return places
}

function isLatin(name: string): boolean {
  return /^[\p{Script=Latin}\d\s.'-]+$/u.test(name)
}

/** Lower case; apostrophes dropped, other marks as blanks; inside Korean and Chinese names marks and blanks vanish. */
function squeeze(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return isLatin(text)
    ? words
    : words.replace(/(?<=[\p{N}\p{Script=Hangul}\p{Script=Han}]) (?=[\p{N}\p{Script=Hangul}\p{Script=Han}])/gu, '')
}

function drawnCover({ exhibits }: CaseRecords): string {
  const examined = exhibits.filter(({ drawnText, filmFrames }) => drawnText === 'examined' && filmFrames === undefined).length
  const films = exhibits.filter(({ drawnText, filmFrames }) => drawnText === 'examined' && filmFrames !== undefined).length
  const where = [...(examined > 0 ? [count(examined, 'picture')] : []), ...(films > 0 ? [count(films, 'film')] : [])]
  return where.length === 0
    ? 'text drawn in pictures is not read'
    : `what was recognised in ${where.join(' and ')} is left to a person (inbetween search)`
}

function dprkFact(records: CaseRecords, places: ReadonlyMap<string, readonly string[]>): Fact {
  if (records.passages.length + records.traces.length === 0) return notTestable('neither text nor traces could be read')
  const read = records.exhibits.filter(({ status }) => status !== 'not-read').length
  const cover = `looked for ${DPRK_NAMES.length} names and ${count(records.lists.length, 'list')} in ${count(writtenPassages(records).length, 'passage')} of ${read} of ${records.exhibits.length} exhibits; ${drawnCover(records)}`
  const each = ordered(places).map(
    ([subject, anchors]): FactCase => ({ subject, value: anchors.length, anchors, why: `${subject}: ${count(anchors.length, 'place')}` }),
  )
  const said =
    places.size === 0
      ? 'no name of an organisation of the DPRK'
      : `named: ${ordered(places)
          .map(([name]) => name)
          .join('; ')}`
  return known(
    places.size,
    `${said}; ${cover}`,
    ordered(places).flatMap(([, anchors]) => anchors),
    each,
  )
}

function worksInProgress(records: CaseRecords): Fact {
  if (records.productions.length === 0) return notTestable('no production was stated to look for')
  const shots = records.mentions.filter(({ kind, shot }) => kind === 'production' && shot !== undefined)
  const each: FactCase[] = []
  for (const { id, title, codes } of records.productions) {
    const own = new Set(codes.map((code) => code.toUpperCase()))
    const paths = new Set(shots.filter(({ target }) => target === id).map(({ path }) => path))
    const files = records.exhibits.filter(
      ({ path, purpose, modifiedMs, firstSeen }) =>
        (isOfWork(purpose) || paths.has(path)) &&
        (modifiedMs !== undefined || firstSeen !== '') &&
        (paths.has(path) || shotCodesIn(path).some(({ show }) => own.has(show))),
    )
    if (files.length < WORK_FILES) continue
    each.push({
      subject: id,
      value: files.length,
      anchors: files.map(anchorOfExhibit),
      why: `${title}: ${count(files.length, 'work file')} with shot codes`,
    })
  }
  each.sort((a, b) => compareText(a.subject, b.subject))
  const said = each.length === 0 ? 'no stated production has work files with shot codes' : each.map(({ why }) => why).join('; ')
  return known(
    each.length,
    said,
    each.flatMap(({ anchors }) => anchors),
    each,
  )
}

function misspelt(records: CaseRecords): Fact {
  if (records.parties.length === 0 && records.productions.every(({ companies }) => companies.length === 0))
    return notTestable('no company was stated to look for')
  const parties = new Map<string, Mention[]>()
  const otherwise = records.mentions.filter(({ kind, score }) => kind === 'party' && score < 1)
  // A form is made once and copied; who uses it did not write the name.
  const onTemplates = otherwise.filter(({ basis }) => basis === 'template').length
  for (const mention of otherwise) if (mention.basis !== 'template') push(parties, mention.target, mention)
  const each = ordered(parties).map(
    ([subject, mentions]): FactCase => ({
      subject,
      value: mentions.length,
      anchors: mentions.map(({ anchor }) => anchor),
      why: `“${mentions[0]?.text}” [sic] for ${mentions[0]?.targetName}`,
    }),
  )
  return known(
    parties.size,
    `${each.length === 0 ? 'no stated company is written otherwise' : each.map(({ why }) => why).join('; ')}${onTemplates === 0 ? '' : `; ${count(onTemplates, 'mention')} on templates not counted`}`,
    each.flatMap(({ anchors }) => anchors),
    each,
  )
}

function together(records: CaseRecords, places: ReadonlyMap<string, readonly string[]>): Fact {
  const above = new Set(records.parties.filter(({ role }) => role !== undefined && ABOVE.test(role)).map(({ id }) => id))
  if (above.size === 0) return notTestable('no client or rights holder was stated')
  const fileOf = (anchor: string) => anchor.slice(0, anchor.lastIndexOf('!'))
  const listed = new Set(
    [...ofSanctions(records.lists, records.matches).flatMap(({ anchors }) => anchors), ...[...places.values()].flat()].map(fileOf),
  )
  const found = records.mentions.filter(
    // A client that only the form names is no sign that anybody dealt with it.
    ({ target, anchor, basis }) => basis !== 'template' && above.has(target) && listed.has(fileOf(anchor)),
  )
  const files = new Set(found.map(({ anchor }) => fileOf(anchor)))
  return known(
    files.size,
    `${count(files.size, 'file')} in which a stated client or rights holder stands beside a listed or DPRK name`,
    found.map(({ anchor }) => anchor),
  )
}
