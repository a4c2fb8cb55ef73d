import { initializeCanvas, type Layer, writePsdUint8Array } from 'ag-psd'
import { pixels } from './png.ts'

/** One text layer: its name, what it says, and the PostScript name of the font. */
export interface TextLayer {
  readonly name: string
  readonly text: string
  readonly font: string
}

/** A layered picture: the drawing as background layer, and groups of text layers. */
export interface Psd {
  readonly svg: string
  readonly groups: readonly { readonly name: string; readonly layers: readonly TextLayer[] }[]
  readonly backgroundName: string
  readonly xmp: string
}

/** The library asks for a canvas factory even where only pixel data is written; drawing on one is never asked for. */
initializeCanvas(
  () => {
    throw new Error('a canvas is not used here')
  },
  (width, height) => ({ width, height, data: new Uint8ClampedArray(width * height * 4) }) as never,
)

/** Writes a Photoshop document with the drawing, text layers in groups, and the XMP packet. */
export async function psd(picture: Psd): Promise<Uint8Array> {
  const image = await pixels(picture.svg)
  const background: Layer = { name: picture.backgroundName, imageData: image, top: 0, left: 0 }
  const count = picture.groups.reduce((sum, { layers }) => sum + layers.length, 0)
  const step = Math.min(22, Math.floor((image.height - 50) / Math.max(count, 1)))
  let top = 30
  const groups: Layer[] = picture.groups.map(({ name, layers }) => ({
    name,
    opened: true,
    children: layers.map((layer) => {
      top += step
      return textLayer(layer, top, Math.max(9, step - 2))
    }),
  }))
  const written = writePsdUint8Array(
    {
      width: image.width,
      height: image.height,
      imageData: image,
      children: [background, ...groups],
      imageResources: { xmpMetadata: picture.xmp },
    },
    { generateThumbnail: false, noBackground: false },
  )
  return new Uint8Array(written)
}

function textLayer(layer: TextLayer, top: number, size: number): Layer {
  return {
    name: layer.name,
    top: 0,
    left: 0,
    bottom: 0,
    right: 0,
    text: {
      text: layer.text,
      transform: [1, 0, 0, 1, 24, top],
      antiAlias: 'smooth',
      style: { font: { name: layer.font }, fontSize: size, fillColor: { r: 200, g: 20, b: 20 } },
    },
  }
}
