import type { Mention } from '../model/index.ts'

/** Season, episode, scene and version that a code or the words after a title state. */
export type Shot = NonNullable<Mention['shot']>

/** A code that was found: what it belongs to, where it stands in the text, and what it says. */
export interface CodeHit {
  readonly code: string
  readonly from: number
  readonly to: number
  readonly shot: Shot
}

type Draft = { -readonly [K in keyof Shot]: Shot[K] }

const SEASON_EPISODE = /[\s_\-./]{0,2}s(\d{1,2})[\s_\-./]?ep?(\d{1,3})(?!\d)/iy
const EPISODE = /[\s_\-./]{0,2}ep?[\s_]?(\d{1,3})(?!\d)/iy
const EPISODE_WORD = /[\s_-]?(?:第|제)?\s?(\d{1,3})\s?(?:集|话|話|화|부)/y
/** `INV_307_0450A`: season, two digits of the episode, and a scene must follow. */
const PACKED = /[_\-. ]?(\d{1,2})(\d{2})(?=[_-]\d{2,5}[A-Z]?(?![\d\p{L}]))/uy
const SCENE = /[_\-./\s]{0,2}(?:sq\d{1,4}[_-])?(shot|scene|cut|sh|sc|c)?[_-]?(\d{2,5}[A-Z]?)(?![\p{L}\d])/iuy
const SCENE_WORD = /[_\-\s]?()(\d{2,5})\s?(?:镜头|镜|鏡|장면|컷|화면)/y
const BARE_SCENE = /[_-]()(\d{2,5}[A-Z]?)(?![\p{L}\d])/uy
const VERSION = /(?:[_\-.][A-Za-z]{2,8})?[_\-. ]?v(\d{1,3})(?![\p{L}\d])/iuy

/** Finds shot codes of known prefixes in a text. A prefix of one letter needs episode and scene, one of two an episode. In paths a folder may stand between prefix and number (`LNT/s03e07`). */
export function codeFinder(codes: readonly string[]): (text: string) => CodeHit[] {
  const known = new Map(codes.filter((code) => code.trim() !== '').map((code) => [code.toLowerCase(), code]))
  if (known.size === 0) return () => []
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const prefix = new RegExp(`(?<![\\p{L}\\p{N}])(${longestFirst.map(escaped).join('|')})`, 'giu')
  return (text) => {
    const hits: CodeHit[] = []
    for (const found of text.matchAll(prefix)) {
      const written = found[1] ?? ''
      const code = known.get(written.toLowerCase())
      if (code === undefined) continue
      const start = found.index + written.length
      const read = readTail(text, start, written === code)
      const isEnough = code.length > 2 || (read?.shot.episode !== undefined && (code.length > 1 || read.shot.scene !== undefined))
      if (read && isEnough) hits.push({ code, from: found.index, to: read.to, shot: read.shot })
    }
    return hits
  }
}

/** What stands after a code. Without a season or an episode only the stated case of the code and a number joined to it count: `SBK_009`. */
function readTail(text: string, start: number, isStatedCase: boolean): { to: number; shot: Shot } | undefined {
  const shot: Draft = {}
  let at = start
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found
  }
  let found = take(SEASON_EPISODE)
  if (found) {
    shot.season = Number(found[1])
    shot.episode = Number(found[2])
  } else {
    found = take(EPISODE) ?? take(EPISODE_WORD)
    if (found) shot.episode = Number(found[1])
    else if (isStatedCase) {
      found = take(PACKED)
      if (found) {
        shot.season = Number(found[1])
        shot.episode = Number(found[2])
      }
    }
  }
  const before = at
  const scene = found ? (take(SCENE_WORD) ?? take(SCENE)) : isStatedCase ? take(BARE_SCENE) : null
  // `SH0120` says what it is; `0120` alone may be a day.
  if (scene && !scene[1] && isMonthDay(scene[2] ?? '', text.slice(at))) at = before
  else if (scene) shot.scene = scene[2] ?? ''
  if (!found && shot.scene === undefined) return undefined
  const version = take(VERSION)
  if (version) shot.version = version[1] ?? ''
  return { to: at, shot }
}

/** `SBK_ep02_0115_…`: four digits that are a month and a day, without a version after them, are a date. */
export function isMonthDay(digits: string, after: string): boolean {
  return /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits) && !/^(?:[_\-.][A-Za-z]{2,8})?[_\-.]?v\d/i.test(after)
}

const AFTER_TITLE = [
  /^[\s,:;_\-–(（]{0,3}(?:season|series|시즌)\s?0?(\d{1,2})(?:[\s,:;_\-–]{0,3}(?:episode|ep\.?|part)\s?0?(\d{1,3}))?/i,
  /^[\s,:;_\-–(（]{0,3}s(\d{1,2})[\s_-]?(?:ep?(\d{1,3}))?(?![\p{L}\d])/iu,
  /^[\s,:;_\-–(（]{0,3}(\d{1,2})x(\d{2})(?!\d)/i,
  /^[\s,:;_\-–(（》」”"]{0,3}第\s?(\d{1,2})\s?季(?:\s?第\s?(\d{1,3})\s?[集话話])?/,
]
const EPISODE_AFTER_TITLE = /^[\s,:;_\-–(（》」”"]{0,3}(?:episode|ep\.?|part|第|제)\s?0?(\d{1,3})(?!\d)/i

/** Season and episode that stand right after a title, in English, Chinese or Korean. */
export function shotAfter(text: string): Shot | undefined {
  const near = text.slice(0, 60)
  for (const pattern of AFTER_TITLE) {
    const found = pattern.exec(near)
    if (found) return { season: Number(found[1]), ...(found[2] === undefined ? {} : { episode: Number(found[2]) }) }
  }
  const episode = EPISODE_AFTER_TITLE.exec(near)
  return episode ? { episode: Number(episode[1]) } : undefined
}

/** A shot in words: `season 3, episode 7, scene 112, version 02`. */
export function shotInWords({ season, episode, scene, version }: Shot): string {
  const parts = [
    season === undefined ? '' : `season ${season}`,
    episode === undefined ? '' : `episode ${episode}`,
    scene === undefined ? '' : `scene ${scene}`,
    version === undefined ? '' : `version ${version}`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
