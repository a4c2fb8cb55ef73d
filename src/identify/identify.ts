import { compareText, contentId } from '../base/hash.ts'
import { LIMITS } from '../base/limits.ts'
import {
  type CaseConfig,
  type Declaration,
  type Exhibit,
  formatAnchor,
  type Mention,
  type MentionBasis,
  type Party,
  type Passage,
  type Production,
  type Reason,
  type Trace,
  type Warning,
} from '../model/index.ts'
import { cjkFinder } from './cjk-names.ts'
import { latinFinder, type NameHit, type TextKind } from './latin-names.ts'
import { type CodeHit, codeFinder, type Shot, shotAfter, shotInWords } from './shot-codes.ts'
import { soughtOf } from './sought.ts'
import { targetsOf } from './targets.ts'
import { templateFinder } from './templates.ts'

/** What names are looked for, and where. */
export interface IdentifyInput {
  readonly config: CaseConfig
  readonly declarations: readonly Declaration[]
  readonly exhibits: readonly Exhibit[]
  readonly passages: readonly Passage[]
  readonly traces: readonly Trace[]
}

/** Productions and parties that were stated, and where evidence names them. */
export interface Identified {
  readonly productions: Production[]
  readonly parties: Party[]
  /** One per exhibit, target and text form, with the first place of the basis that tells most; by path, anchor and text. */
  readonly mentions: Mention[]
  /** Bounds that were met. */
  readonly warnings: Warning[]
}

/** Trace fields whose values are words that somebody wrote; fonts and programs are not searched. */
const WRITTEN_TRACES: ReadonlySet<string> = new Set([
  'title',
  'company',
  'subject',
  'description',
  'keywords',
  'category',
  'manager',
  'path',
  'comment',
  'shot',
  'project',
])

/**
 * Finds titles, companies and shot codes in paths, passages and written traces. Only what a person stated is looked for: nothing found in evidence becomes a production or party.
 * A word that might be any word (a one-word title) counts only with support (quotes, a capital inside a sentence, a code or season beside it), which the mention's reasons name.
 */
export function identify(input: IdentifyInput): Identified {
  const targets = targetsOf(input.config, input.declarations)
  const { sought, cut } = soughtOf(targets)
  const collector = new MentionCollector()
  if (cut) collector.warn('names-limit', `more than ${LIMITS.namesSought} names and aliases are stated; the rest is not looked for`)
  const find = textFinder(sought, targets.productions)
  for (const { id, path, blob, inside } of input.exhibits) {
    const at = { kind: 'whole' } as const
    const anchor = formatAnchor(inside.length > 0 ? { sha256: blob, inside, at } : { sha256: blob, at })
    for (const found of lastOfEach(find(path.normalize('NFC'), 'path'))) collector.add(found, id, path, anchor, 'path')
  }
  const inTexts = input.passages.flatMap((passage) => withFinds(passage, find(passage.text, 'prose')))
  const inTraces = input.traces.flatMap((trace) =>
    WRITTEN_TRACES.has(trace.field) ? withFinds(trace, find(trace.value, trace.field === 'path' ? 'path' : 'prose')) : [],
  )
  const named = <T>(finds: readonly Finds<T>[]) => finds.filter(({ found }) => !found.every(isFilledIn))
  const templates = templateFinder(
    input.passages,
    input.traces,
    named(inTexts).map(({ at }) => at),
    named(inTraces).map(({ at }) => at),
  )
  if (templates.isCut)
    collector.warn('template-limit', `more than ${LIMITS.templatePassages} passages: the rest is not looked through for templates`)
  for (const { at, found } of inTexts)
    for (const one of found)
      collector.add(one, at.exhibitId, at.path, at.anchor, !isFilledIn(one) && templates.ofPassage(at) ? 'template' : basisOf(at))
  for (const { at, found } of inTraces)
    for (const one of found)
      collector.add(one, at.exhibitId, at.path, at.anchor, !isFilledIn(one) && templates.ofTrace(at) ? 'template' : 'properties')
  return {
    productions: [...targets.productions],
    parties: [...targets.parties],
    mentions: collector.mentions(),
    warnings: collector.warnings,
  }
}

/** A name or code that a text holds. */
interface Found {
  readonly kind: Mention['kind']
  readonly target: string
  readonly targetName: string
  readonly text: string
  readonly from: number
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly shot?: Shot
}

/** A passage or trace with what was found in it. */
interface Finds<T> {
  readonly at: T
  readonly found: readonly Found[]
}

function withFinds<T>(at: T, found: readonly Found[]): Finds<T>[] {
  return found.length === 0 ? [] : [{ at, found }]
}

/** Names of layers, tracks, clips and sheets, and a film's own properties, are kept with a file and tell nobody what to do. */
function basisOf({ role, block }: Passage): MentionBasis {
  return role === 'name' || block === 'properties' || block === 'clips' ? 'properties' : 'text'
}

/** An episode or scene is filled in by somebody who means that work: a form does not know it. */
function isFilledIn({ shot }: Found): boolean {
  return shot?.episode !== undefined || shot?.scene !== undefined
}

function textFinder(
  sought: ReturnType<typeof soughtOf>['sought'],
  productions: readonly Production[],
): (text: string, kind: TextKind) => Found[] {
  const ofCode = new Map<string, Production>()
  for (const production of productions) for (const code of production.codes) if (!ofCode.has(code)) ofCode.set(code, production)
  const codes = codeFinder([...ofCode.keys()])
  const latin = latinFinder(sought)
  const cjk = cjkFinder(sought)
  return (text, kind) => {
    const hits = codes(text).flatMap((hit) => {
      const production = ofCode.get(hit.code)
      return production ? [{ hit, production }] : []
    })
    const near = (target: string, from: number, to: number) =>
      hits.some(
        ({ hit, production }) => production.id === target && Math.min(Math.abs(hit.from - to), Math.abs(from - hit.to)) <= NEAR_CODE,
      )
    const names = [...latin(text, kind, near), ...cjk(text)]
    return [...hits.map(({ hit, production }) => foundCode(text, hit, production)), ...names.map((hit) => foundName(text, hit))]
  }
}

/** Characters between a title and a code that support each other. */
const NEAR_CODE = 40

function foundCode(text: string, { code, from, to, shot }: CodeHit, { id, title }: Production): Found {
  const written = text.slice(from, to)
  const isFull = shot.episode !== undefined
  const detail = `code ${code} of the production: ${shotInWords(shot)}${isFull ? '' : ' (no season or episode stated)'}`
  const reason = { feature: 'code', detail, query: written, candidate: code, weight: isFull ? 1 : 0.9 }
  return { kind: 'production', target: id, targetName: title, text: written, from, score: isFull ? 1 : 0.9, reasons: [reason], shot }
}

function foundName(text: string, { sought, from, to, score, reasons }: NameHit): Found {
  const { kind, target, targetName } = sought
  const shot = kind === 'production' ? shotAfter(text.slice(to)) : undefined
  return { kind, target, targetName, text: text.slice(from, to), from, score, reasons, ...(shot ? { shot } : {}) }
}

/** Of a path the last hit on each target: the file's own name says more than its folders'. */
function lastOfEach(found: readonly Found[]): Found[] {
  const last = new Map<string, Found>()
  for (const one of [...found].sort((a, b) => a.from - b.from)) last.set(one.target, one)
  return [...last.values()]
}

/** Which basis is kept where one text form stands in several ways: what was written tells most, a path least. */
const RANK: Readonly<Record<MentionBasis, number>> = { text: 3, template: 2, properties: 1, path: 0 }

/** Keeps of each text form per exhibit and target the first place of the basis that tells most, within bounds. */
class MentionCollector {
  readonly warnings: Warning[] = []
  readonly #kept = new Map<string, Mention>()
  readonly #perExhibit = new Map<string, number>()

  warn(code: string, message: string): void {
    if (!this.warnings.some((known) => known.code === code && known.message === message)) this.warnings.push({ code, message })
  }

  add(found: Found, exhibitId: string, path: string, anchor: string, basis: MentionBasis): void {
    const id = contentId('mention', exhibitId, found.target, found.text)
    const known = this.#kept.get(id)
    if (known) {
      if (RANK[basis] > RANK[known.basis]) this.#kept.set(id, { ...known, anchor, basis })
      return
    }
    const count = this.#perExhibit.get(exhibitId) ?? 0
    if (count >= LIMITS.mentionsPerExhibit) {
      this.warn('mention-limit', `${path}: more than ${LIMITS.mentionsPerExhibit} forms of names; the rest is not listed`)
      return
    }
    if (this.#kept.size >= LIMITS.mentions) {
      this.warn('mention-limit', `more than ${LIMITS.mentions} mentions; the rest is not listed`)
      return
    }
    this.#perExhibit.set(exhibitId, count + 1)
    const { kind, target, targetName, text, score, reasons, shot } = found
    this.#kept.set(id, { id, text, anchor, path, kind, target, targetName, score, reasons, basis, ...(shot ? { shot } : {}) })
  }

  mentions(): Mention[] {
    return [...this.#kept.values()].sort(
      (a, b) => compareText(a.path, b.path) || compareText(a.anchor, b.anchor) || compareText(a.text, b.text) || compareText(a.id, b.id),
    )
  }
}
