/** Bytes of the rectangle of a Flash film at a place (SWF File Format Specification 19, "RECT"), and its width and height in twips. */
export function rectAt(file: Buffer, at: number): { readonly bytes: number; readonly width: number; readonly height: number } {
  const bits = (file[at] ?? 0) >> 3
  const read = (from: number) => {
    let value = 0
    for (let bit = from; bit < from + bits; bit++) value = value * 2 + (((file[at + (bit >> 3)] ?? 0) >> (7 - (bit & 7))) & 1)
    return bits > 0 && value >= 2 ** (bits - 1) ? value - 2 ** bits : value
  }
  const [left = 0, right = 0, top = 0, bottom = 0] = [0, 1, 2, 3].map((index) => read(5 + index * bits))
  return { bytes: Math.ceil((5 + 4 * bits) / 8), width: right - left, height: bottom - top }
}
