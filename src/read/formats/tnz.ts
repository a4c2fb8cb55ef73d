import { LIMITS } from '../../base/limits.ts'
import { decodeText } from '../../base/text.ts'
import { readToonzHistory } from '../animation/toonz-history.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'

/** Elements whose text is a path on the machine that saved the scene. */
const PATHS = new Set(['path', 'maskPath', 'soundPath', 'refImgPath', 'scenePath', 'projectPath'])
/** Names that the program gives to every column and stage object. */
const DEFAULT_NAME = /^(LevelColumn|ZeraryColumn|SoundColumn|PaletteColumn|Column|Col|Table|Camera|Pegbar|Peg|Xsheet|Output)\s?-?\d*$/i
/** Elements that hold what somebody wrote. */
const NOTES = new Set(['text', 'note', 'notes', 'comment', 'comments', 'description'])

/**
 * OpenToonz scenes. The files look like XML and are not (`<level id='1'/>"-"0` inside text, bare `&`), so tags are scanned tolerantly. Levels,
 * paths, cameras, notes, and the history with machine and account of each save.
 */
export const tnz: FormatReader = {
  name: 'tnz',
  summary: 'OpenToonz scene: levels, paths, notes, machine and account of each save',
  extensions: ['.tnz'],
  source: 'OpenToonz source, toonz/sources/common/tstream and toonzlib/scene',
  sniff: (head) => /^(?:\ufeff)?\s*<tnz\b/.test(Buffer.from(head.subarray(0, 256)).toString('utf8')),
  read(bytes) {
    const draft = new Draft()
    const { text, codePage, faults } = decodeText(bytes)
    if (codePage !== 'utf-8') draft.trace('codePage', codePage, 'Told from the bytes; the page of the machine that saved it.')
    if (faults > 0) draft.warn('undecodable', `${faults} characters do not fit ${codePage}`)
    const isWhole = scan(text, draft)
    if (!isWhole) draft.cut('truncated', 'the scene ends before its last element')
    return draft.done('tnz')
  },
}

/** Walks the tags; true when the root was closed. */
function scan(text: string, draft: Draft): boolean {
  const open: string[] = []
  const lineOf = lineCounter(text)
  let isWhole = false
  let order = 0
  let last = 0
  for (const tag of text.matchAll(/<(\/?)([A-Za-z_][\w.-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*?)(\/?)>/g)) {
    const [whole, closing = '', name = '', attributes = '', single = ''] = tag
    const said = text.slice(last, tag.index)
    if (said.trim() !== '') content(said, last, open, { draft, lineOf, order: order++ })
    last = tag.index + whole.length
    if (closing !== '') {
      const at = open.lastIndexOf(name)
      if (at >= 0) open.length = at
      if (name === 'tnz') isWhole = true
    } else {
      if (name === 'tnz') rootTraces(attributes, draft)
      if (single === '') {
        if (open.length >= LIMITS.xmlDepth) {
          draft.cut('xml-depth', `deeper than ${LIMITS.xmlDepth} elements`)
          return true
        }
        open.push(name)
      }
    }
  }
  return isWhole
}

interface Here {
  readonly draft: Draft
  readonly lineOf: (index: number) => number
  readonly order: number
}

/** Text of an element. Strings stand in double quotes with doubled backslashes. */
function content(raw: string, index: number, open: readonly string[], { draft, lineOf, order }: Here): void {
  const element = open.at(-1) ?? ''
  const parent = open.at(-2) ?? ''
  const from = index + raw.length - raw.trimStart().length
  const value = unquoted(raw.trim())
  const at = { kind: 'line', line: lineOf(from) } as const
  if (element === 'generator') draft.trace('application', value, 'Program and version that saved the scene.', at)
  else if (element === 'history') readToonzHistory(raw, '\n', (offset) => ({ kind: 'line', line: lineOf(index + offset) }), draft)
  else if (PATHS.has(element))
    draft.trace('path', value, 'Path as the machine that saved the scene has it; `+` and `$` stand for folders of the project.', at)
  else if (element === 'cameraRes') draft.trace('dimensions', value.split(/\s+/).join('x'), 'Width and height of a camera in pixels.', at)
  else if (element === 'level' && parent === 'levels') draft.passage(value, at, { role: 'name', block: 'levels', row: order })
  else if (element === 'name' && isGiven(value, open))
    draft.passage(value, at, { role: 'name', block: `names ${open.at(-3) ?? ''}`, row: order })
  else if (NOTES.has(element)) {
    for (const [offset, line] of value.split(/\r\n|\r|\n/).entries())
      draft.passage(line, { kind: 'line', line: at.line + offset }, { role: 'note', block: 'notes', row: order + offset })
  }
}

/** Whether somebody gave the name: effects and palette pages name themselves. */
function isGiven(name: string, open: readonly string[]): boolean {
  return !DEFAULT_NAME.test(name) && !open.some((element) => /fx/i.test(element) || element === 'stylepages')
}

function rootTraces(attributes: string, draft: Draft): void {
  const frames = /framecount=["'](\d+)["']/.exec(attributes)?.[1]
  if (frames !== undefined) draft.trace('duration', `${frames} frames`, 'Length of the scene.')
  draft.trace('formatVersion', /version=["']([\d.]+)["']/.exec(attributes)?.[1], 'Version of the scene format.')
}

function unquoted(value: string): string {
  const inner = /^"([\s\S]*)"$/.exec(value)?.[1]
  return (inner === undefined ? value : inner.replace(/\\(["\\])/g, '$1'))
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
}

/** Line numbers from 1 of rising indexes, in one pass over the text. */
function lineCounter(text: string): (index: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return (index) => {
    while (next >= 0 && next < index) {
      line++
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}
