import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A family whose slices are chosen by unicode-range, and the code points that are set in it. */
interface Family {
  readonly name: string
  readonly packageName: string
  readonly file: string
  readonly takes: (codePoint: number) => boolean
}

const isHangul = (cp: number) => (cp >= 0x1100 && cp <= 0x11ff) || (cp >= 0x3130 && cp <= 0x318f) || (cp >= 0xac00 && cp <= 0xd7a3)
const isHan = (cp: number) =>
  (cp >= 0x2e80 && cp <= 0x9fff && !isHangul(cp)) || (cp >= 0xf900 && cp <= 0xfaff) || (cp >= 0xfe30 && cp <= 0xffef)

/** Hangul in the Korean family, Han, kana and full-width forms in the Chinese one. */
const FAMILIES: readonly Family[] = [
  { name: 'IB Hangul', packageName: '@fontsource-variable/noto-sans-kr', file: 'noto-sans-kr', takes: isHangul },
  { name: 'IB Han', packageName: '@fontsource-variable/noto-sans-sc', file: 'noto-sans-sc', takes: isHan },
]

/**
 * `@font-face` rules with only the glyphs that `text` needs, as data URLs, so that Chinese and Korean print on a machine without such fonts.
 * Latin is left to the reader's own fonts. Empty when the text has no such letters; a missing font package gives fewer rules, never an error.
 */
export async function fontFaces(text: string): Promise<string> {
  const codePoints = new Set<number>()
  for (const c of text) {
    const cp = c.codePointAt(0) ?? 0
    if (cp >= 0x1100) codePoints.add(cp)
  }
  const rules: string[] = []
  for (const family of FAMILIES) {
    const wanted = [...codePoints].filter(family.takes).sort((a, b) => a - b)
    if (wanted.length > 0) rules.push(...(await facesOf(family, wanted)))
  }
  return rules.join('\n')
}

async function facesOf(family: Family, wanted: readonly number[]): Promise<string[]> {
  const root = packageRoot(family.packageName)
  if (root === undefined) return []
  const { default: subset } = await import('subset-font')
  const slices = JSON.parse(readFileSync(join(root, 'unicode.json'), 'utf8')) as Readonly<Record<string, string>>
  const rules: string[] = []
  for (const [slice, ranges] of Object.entries(slices)) {
    const parsed = ranges.split(',').map(rangeOf)
    const inside = wanted.filter((cp) => parsed.some(([from, to]) => cp >= from && cp <= to))
    const path = join(root, 'files', `${family.file}-${slice.replace(/[[\]]/g, '')}-wght-normal.woff2`)
    if (inside.length === 0 || !existsSync(path)) continue
    const bytes = await subset(readFileSync(path), String.fromCodePoint(...inside), { targetFormat: 'woff2', variationAxes: { wght: 400 } })
    rules.push(
      `@font-face{font-family:"${family.name}";src:url(data:font/woff2;base64,${bytes.toString('base64')}) format("woff2");unicode-range:${inside.map((cp) => `U+${cp.toString(16)}`).join(',')}}`,
    )
  }
  return rules
}

function rangeOf(text: string): readonly [number, number] {
  const [from = '0', to = from] = text.replace(/^U\+/i, '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

function packageRoot(name: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  } catch {
    return undefined
  }
}
