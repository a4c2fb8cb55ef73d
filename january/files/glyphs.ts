import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What is used of a fontkit font; the package has no types. */
interface Font {
  readonly unitsPerEm: number
  glyphForCodePoint(codePoint: number): { readonly advanceWidth: number; readonly path: { toSVG(): string } }
}

interface Face {
  readonly sliceOf: (codePoint: number) => string | undefined
  readonly open: (slice: string) => Font
}

const require = createRequire(import.meta.url)
const fontkit = require('fontkit') as { create(bytes: Uint8Array): Font }
const faces = new Map<string, Face>()

/**
 * The outlines of a line of text as SVG path elements, so that a picture holds Chinese and Korean drawn as shapes on a machine without such fonts.
 * Shapes are those of Noto Sans SC and KR (OFL), taken from the slices that hold the characters.
 * @throws Error when a character is in no slice.
 */
export function outlines(
  text: string,
  place: { readonly x: number; readonly y: number; readonly size: number; readonly color?: string },
): string {
  const shapes: string[] = []
  let x = place.x
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 32
    if (codePoint === 32) {
      x += place.size * 0.3
      continue
    }
    const font = fontFor(codePoint)
    const scale = place.size / font.unitsPerEm
    const glyph = font.glyphForCodePoint(codePoint)
    shapes.push(
      `<path transform="translate(${x.toFixed(2)} ${place.y}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" d="${glyph.path.toSVG()}"/>`,
    )
    x += glyph.advanceWidth * scale
  }
  // The slices open at their thinnest weight; a stroke of the same color makes it a pen's.
  const color = place.color ?? '#111'
  return `<g fill="${color}" stroke="${color}" stroke-width="${(0.045 * 1000).toFixed(0)}">${shapes.join('')}</g>`
}

function fontFor(codePoint: number): Font {
  const isHangul = (codePoint >= 0xac00 && codePoint <= 0xd7a3) || (codePoint >= 0x1100 && codePoint <= 0x11ff)
  for (const name of isHangul ? ['noto-sans-kr'] : ['noto-sans-sc', 'noto-sans-kr']) {
    const face = faceOf(name)
    const slice = face.sliceOf(codePoint)
    if (slice !== undefined) return face.open(slice)
  }
  throw new Error(`no font slice holds U+${codePoint.toString(16)}`)
}

function faceOf(name: string): Face {
  const known = faces.get(name)
  if (known) return known
  const root = dirname(require.resolve(`@fontsource-variable/${name}/package.json`))
  const ranges = rangesOf(readFileSync(join(root, 'unicode.json'), 'utf8'))
  const opened = new Map<string, Font>()
  const face: Face = {
    sliceOf: (codePoint) => ranges.find(({ from, to }) => codePoint >= from && codePoint <= to)?.slice,
    open(slice) {
      const font = opened.get(slice) ?? fontkit.create(readFileSync(join(root, 'files', `${name}-${slice}-wght-normal.woff2`)))
      opened.set(slice, font)
      return font
    },
  }
  faces.set(name, face)
  return face
}

/** The slices of a face and what they hold: `"[12]": "U+4e00-4e02,U+4e10"`. */
function rangesOf(text: string): { readonly slice: string; readonly from: number; readonly to: number }[] {
  const table = JSON.parse(text) as Record<string, string>
  return Object.entries(table).flatMap(([key, list]) =>
    list.split(',').map((range) => {
      const [from = '', to = from] = range.replace('U+', '').split('-')
      return { slice: key.replace(/[[\]]/g, ''), from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }
    }),
  )
}
