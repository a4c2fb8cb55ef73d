import { LIMITS } from '../base/limits.ts'
import { formatPlace, type Passage, type Trace } from '../model/index.ts'

/** Documents that bear the same words at the same place, from which on these are a template's. */
const TEMPLATE_FILES = 3
/** Pixels or points by which the corner of a drawn text may differ from one picture to the next. */
const BOX_SLACK = 24
/** Parts of a document that repeat on every page: whoever made the form wrote them. */
const FORM_PART = /^(?:header|footer)\d*$/

/** Properties that a program writes into every file from what it was registered to: not a form's words. */
const OF_PROGRAM = new Set(['company', 'manager'])

/** What tells words of a template from words that were written into one file. */
export interface TemplateFinder {
  readonly ofPassage: (passage: Passage) => boolean
  readonly ofTrace: (trace: Trace) => boolean
  /** Set when more passages were given than are looked through. */
  readonly isCut: boolean
}

interface Standing {
  readonly file: string
  readonly stem: string
  readonly x: number
  readonly y: number
}

/**
 * Finds words that stand at the same place (cell, line, paragraph, layer, box within 24 pixels) of three documents or more, and words in headers and footers. `near` and `named` are the
 * passages and traces that hold a name: only their words are counted. Copies of one file and its versions (`_v02`, `final`, `(1)`) are one document, so that a
 * contract that was written three times is no template.
 */
export function templateFinder(
  passages: readonly Passage[],
  traces: readonly Trace[],
  near: readonly Passage[],
  named: readonly Trace[],
): TemplateFinder {
  const standing = new Map<string, Standing[]>()
  const sought = new Set([...near.map(keyOfPassage), ...named.map(keyOfTrace)])
  const texts = new Set(near.map(({ text }) => text))
  const note = (key: string, one: { readonly anchor: string; readonly path: string }, x: number, y: number) => {
    if (!sought.has(key)) return
    const at = { file: one.anchor.slice(0, one.anchor.lastIndexOf('!')), stem: stemOf(one.path), x, y }
    const square = squareOf(key, x, y)
    const known = standing.get(square)
    if (known) known.push(at)
    else standing.set(square, [at])
  }
  if (texts.size > 0)
    for (const passage of passages.slice(0, LIMITS.templatePassages))
      if (texts.has(passage.text)) note(keyOfPassage(passage), passage, ...cornerOf(passage))
  for (const trace of traces) note(keyOfTrace(trace), trace, 0, 0)
  const isOften = (key: string, x: number, y: number) => {
    const [files, stems] = [new Set<string>(), new Set<string>()]
    for (const dx of [0, -BOX_SLACK, BOX_SLACK])
      for (const dy of [0, -BOX_SLACK, BOX_SLACK])
        for (const one of standing.get(squareOf(key, x + dx, y + dy)) ?? []) {
          if (Math.abs(one.x - x) > BOX_SLACK || Math.abs(one.y - y) > BOX_SLACK) continue
          files.add(one.file)
          stems.add(one.stem)
          if (files.size >= TEMPLATE_FILES && stems.size >= TEMPLATE_FILES) return true
        }
    return false
  }
  const told = new Map<string, boolean>()
  const once = (key: string, x: number, y: number) => {
    const whole = `${key}\0${x}\0${y}`
    const known = told.get(whole) ?? isOften(key, x, y)
    told.set(whole, known)
    return known
  }
  return {
    ofPassage: (passage) =>
      (passage.at.kind === 'paragraph' && FORM_PART.test(passage.at.part)) || once(keyOfPassage(passage), ...cornerOf(passage)),
    ofTrace: (trace) => !OF_PROGRAM.has(trace.field) && once(keyOfTrace(trace), 0, 0),
    isCut: passages.length > LIMITS.templatePassages,
  }
}

/** Words and place; the sheet's own name and the box's size do not count. */
function keyOfPassage({ text, at }: Passage): string {
  const place = at.kind === 'box' ? `box=${at.page ?? ''}` : at.kind === 'cell' ? `cell=${at.cell},${at.part ?? ''}` : formatPlace(at)
  return `${place}\0${text}`
}

/** A key with the square of 24 by 24 that a corner lies in: corners near each other lie in squares that touch. */
function squareOf(key: string, x: number, y: number): string {
  return `${key}\0${Math.floor(x / BOX_SLACK)},${Math.floor(y / BOX_SLACK)}`
}

function keyOfTrace({ field, value }: Trace): string {
  return `${field}\0${value}\0`
}

function cornerOf({ at }: Passage): [x: number, y: number] {
  return at.kind === 'box' ? [at.x, at.y] : [0, 0]
}

const VERSION_MARK = /[\s_\-.]*(?:(?:v|ver|rev|r)\.?\d{1,3}|\(\d{1,3}\)|final|copy|new|修改版?|最终版?|終版|副本|수정본?|최종본?|사본)$/iu

/** The name of a document without folders, extension and marks of its version. */
function stemOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1)
  let stem = name.replace(/\.[A-Za-z0-9]{1,8}$/, '').toLowerCase()
  for (let i = 0; i < 4 && VERSION_MARK.test(stem); i++) stem = stem.replace(VERSION_MARK, '')
  return stem
}
