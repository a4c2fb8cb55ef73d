/** A shot as a code in a path or text names it: which shot, and which version when the code says so. */
export interface ShotCode {
  /** Show, season, episode and shot, upper case, numbers without leading zeros: `LNT S3 E7 112`. */
  readonly shot: string
  /** The letters before the numbers, upper case. */
  readonly show: string
  readonly version?: number
}

const CODES_PER_TEXT = 200
const CODE =
  /(?<![\p{L}\p{N}])([a-z]{2,8})[-_ ]?(?:s(\d{1,2})[-_ ]?)?ep?(\d{1,4})[-_ ](?:(?:sc|sq|sh|cut|c)[-_ ]?)?(\d{1,4})([a-z])?(?:[-_ ](?:v|ver|take|t|r)\.?(\d{1,3}))?(?!\p{N})/giu

/**
 * Shot codes in a path or text: letters, perhaps a season, an episode, a shot, perhaps a version (`LNT_s03e07_112_v02`, `SBK-ep02-009`). Codes without
 * a show are left out: the same number names another shot elsewhere. At most 200 of one text.
 */
export function shotCodesIn(text: string): ShotCode[] {
  const found: ShotCode[] = []
  for (const [, show = '', season, episode = '', shot = '', letter = '', version] of text.matchAll(CODE)) {
    if (found.length >= CODES_PER_TEXT) break
    const name = show.toUpperCase()
    const parts = [name, ...(season === undefined ? [] : [`S${Number(season)}`]), `E${Number(episode)}`, `${Number(shot)}${letter}`]
    const code = { shot: parts.join(' ').toUpperCase(), show: name }
    found.push(version === undefined ? code : { ...code, version: Number(version) })
  }
  return found
}
