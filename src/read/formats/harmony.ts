import { LIMITS } from '../../base/limits.ts'
import { readProjectXml, type XmlRule } from '../animation/xml-project.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { headText, linesOf, readPlain } from '../text/plain.ts'

const DEFAULT_NAME = /^(Drawing|Top|Display|Composite|Write|Camera|Peg|Group|Colour-Card)(_\d+)?$/
const RULES: readonly XmlRule[] = [
  { element: /^\/(project|elements)$/, attribute: 'source', trace: ['application', 'Program, build and its date that saved the scene.'] },
  { element: 'project', attribute: 'creator', trace: ['application', 'Program that made the scene, as it states.'] },
  { element: 'project', attribute: 'version', trace: ['formatVersion', 'Version of the scene format.'] },
  { element: 'framerate', attribute: 'val', trace: ['frameRate', 'Pictures a second.'] },
  { element: 'element', attribute: 'elementName', passage: 'name', unless: DEFAULT_NAME },
  { element: 'Element', attribute: 'Name', passage: 'name', unless: DEFAULT_NAME },
  { element: 'scene', attribute: 'name', passage: 'name', unless: DEFAULT_NAME },
  { element: 'module', attribute: 'name', passage: 'name', unless: DEFAULT_NAME },
  { element: 'SceneVersion', attribute: 'VersionName', passage: 'name', unless: /^(template|newfile)$/ },
  { element: 'text', attribute: 'val', passage: 'note' },
  { element: 'note', attribute: 'val', passage: 'note' },
  { element: 'timelineMarker', attribute: 'name', passage: 'note' },
  { element: 'timelineMarker', attribute: 'notes', passage: 'note' },
  { element: /./, attribute: 'Modified', trace: ['modified', 'Local clock of the machine that changed a drawing.'] },
  {
    element: /./,
    attribute: 'UserName',
    trace: ['user', 'Account that changed a drawing; images carry the same account on many machines.'],
  },
]
const XML =
  /^(?:\ufeff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE (?:SceneVersion|Scene)>|<(?:project|elements)\s[^>]*\bsource="(?:Harmony|Toon ?Boom|Storyboard|Animate))/
const LISTS = /^ToonBoomAnimationInc Palette(List|File) /

/** Toon Boom Harmony: scenes and their companions (versions, auxiliary tables, lists of palettes and palettes). */
export const harmony: FormatReader = {
  name: 'harmony',
  summary: 'Toon Boom Harmony scene, version table, palette list or palette: program, names, notes, paths',
  extensions: ['.xstage', '.aux', '.plt'],
  source: 'Files as Harmony writes them; Toon Boom publishes no description',
  sniff(head) {
    const start = headText(head, 1024)
    return XML.test(start) || LISTS.test(start)
  },
  read(bytes) {
    const draft = new Draft()
    const kind = LISTS.exec(headText(bytes, 64))?.[1]
    if (kind === undefined) readProjectXml(bytes, 'scene', RULES, draft)
    else
      for (const [index, line] of linesOf(readPlain(bytes, draft), draft).slice(1, LIMITS.textLines).entries())
        listRow(kind, line, index + 2, draft)
    return draft.done('harmony')
  },
}

/** A row of a list of palettes (`name LINK "path"`) or of a palette (`Solid "name" 0xid r g b a`). */
function listRow(kind: string, line: string, number: number, draft: Draft): void {
  const at = { kind: 'line', line: number } as const
  if (kind === 'List') {
    const path = /\sLINK\s+"([^"]+)"/.exec(line)?.[1]
    // A relative path says nothing of a machine.
    if (path !== undefined && !path.startsWith('.'))
      draft.traceOnce('path', path, 'Where a palette lay on the machine that saved the list.', at)
    return
  }
  const row = /^\w+\s+(?:"([^"]*)"|(\S+))\s+0x([0-9a-fA-F]{16})\b/.exec(line)
  const name = row?.[1] ?? row?.[2]
  if (row && name !== undefined && !/^(Black|White|Red|Green|Blue|Vectorized Line|Default)$/.test(name))
    draft.passage(name, at, { role: 'name', block: 'colours', row: number })
}
