/** A shot as one case names it. */
export interface ShotKey {
  /** Episode and shot, with the season when it is stated: `E307 112`, `S3 E7 45`. Numbers without leading zeros. */
  readonly key: string
  /** Letters before the episode, upper case; empty when the code states none. */
  readonly show: string
}

const KEYS_PER_TEXT = 200
/** `E307_112`, `ep03-sc045`, `LNT_s03e07_c112A`: an episode with its letter, and a shot. */
const WITH_EPISODE =
  /(?<![\p{L}\p{N}])(?:([a-z]{2,8})[-_ ])?(?:s(\d{1,2})[-_ ]?)?ep?[-_ ]?(\d{1,4})(?:[-_ ](?:(?:scene|shot|sc|sq|sh|cut|c)[-_ ]?)?|\/(?:scene|shot|sc|sq|sh|cut|c)[-_ ]?)(\d{1,4})([a-z])?(?![\p{L}\p{N}])/giu
/** `INV_307_0450`: letters, an episode and a shot of two digits or more. */
const WITH_SHOW = /(?<![\p{L}\p{N}])([a-z]{2,8})[-_](\d{2,4})[-_](?:(?:sc|sh|cut|c)[-_]?)?(\d{2,4})([a-z])?(?![\p{L}\p{N}])/giu
/** `第3集第12镜`, `3화 12컷`, `3부 12장면`. */
const IN_WORDS = /(\d{1,4}) ?(?:集|话|話|화|부)[-_ 의]?(?:第|제)? ?(\d{1,4}) ?(?:镜头|镜|鏡|场|場|장면|컷|カット|씬)/gu
/** Letters that stand before numbers without naming a show. */
const NO_SHOW: ReadonlySet<string> = new Set([
  'EP',
  'SC',
  'SCENE',
  'SH',
  'SHOT',
  'CUT',
  'TAKE',
  'DAY',
  'IMG',
  'DSC',
  'PAGE',
  'VER',
  'FRAME',
  'DATE',
])

/** The shots that a path or text names with episode and shot, at most 200. A shot without an episode names another one in every episode and is left out. */
export function shotKeysIn(text: string): ShotKey[] {
  const found = new Map<string, ShotKey>()
  const add = (show: string, season: string | undefined, episode: string, shot: string, letter: string) => {
    if (found.size >= KEYS_PER_TEXT) return
    const name = NO_SHOW.has(show.toUpperCase()) ? '' : show.toUpperCase()
    const key = `${season === undefined ? '' : `S${Number(season)} `}E${Number(episode)} ${Number(shot)}${letter.toUpperCase()}`
    found.set(`${name} ${key}`, { key, show: name })
  }
  const plain = text.normalize('NFKC')
  for (const [, show = '', season, episode = '', shot = '', letter = ''] of plain.matchAll(WITH_EPISODE))
    add(show, season, episode, shot, letter)
  for (const [, show = '', episode = '', shot = '', letter = ''] of plain.matchAll(WITH_SHOW))
    if (!NO_SHOW.has(show.toUpperCase()) && !isYearMonth(episode, shot)) add(show, undefined, episode, shot, letter)
  for (const [, episode = '', shot = ''] of plain.matchAll(IN_WORDS)) add('', undefined, episode, shot, '')
  return [...found.values()]
}

/** `notes-2024-01` is a month. */
function isYearMonth(year: string, month: string): boolean {
  return /^(?:19|20)\d\d$/.test(year) && Number(month) <= 12
}
