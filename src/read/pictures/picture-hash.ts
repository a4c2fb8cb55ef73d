/** Side of the square grey picture that a hash is made of. */
export const HASH_SIDE = 32

/** Variance (in squared grey levels of 255) below which a picture is plain: 16 is a spread of four levels, as paper grain or one short line on a white page gives. */
export const PLAIN_VARIANCE = 16

/**
 * How near to the median, in grey levels over all pixels, a frequency is faint: rounding by a quarter of a level in each pixel turns its bit. A drawing has up to four
 * such frequencies; a smooth gradient, and what is its own mirror image, has thirty and more, so that chance would make its hash.
 */
const FAINT = 4
/** Faint frequencies that a hash may have: chance turns half of them, and six bits are what pictures that are called alike may differ in. */
const FAINT_FREQUENCIES = 12

const BITS = 64
/** Fixed-point scale of the cosines: all sums are whole numbers below 2^53, so that every machine gives the same bits. */
const SCALE = 4096

/** The 64 lowest frequencies (across, down) without the mean, from coarse to fine; 64 are reached on the eleventh diagonal. */
const FREQUENCIES: readonly (readonly [number, number])[] = Array.from({ length: 11 }, (_, sum) =>
  Array.from({ length: sum + 1 }, (__, across) => [across, sum - across] as const),
)
  .flat()
  .slice(1, BITS + 1)

/** cos((2x + 1) u π / 64) for the frequencies used, times the scale. */
const COSINES: readonly (readonly number[])[] = Array.from({ length: 11 }, (_, u) =>
  Array.from({ length: HASH_SIDE }, (__, x) => Math.round(Math.cos(((2 * x + 1) * u * Math.PI) / (2 * HASH_SIDE)) * SCALE)),
)

/**
 * The perceptual hash of a picture as 16 hexadecimal digits: the signs, against their median, of its 64 lowest frequencies (discrete cosine transform, as in Zauner,
 * Implementation and Benchmarking of Perceptual Image Hash Functions, 2010). `grey` holds 32 × 32 whole numbers, row by row, `levels` of them to one of 255 grey
 * levels. Undefined for a plain or smooth picture: what is left of it is noise, and all of them would look alike.
 */
export function pictureHash(grey: ArrayLike<number>, levels = 1): string | undefined {
  if (variance(grey) < PLAIN_VARIANCE * levels * levels) return undefined
  // Across first: for each row the sums of its frequencies.
  const rows = Array.from({ length: HASH_SIDE }, (_, y) =>
    COSINES.map((cosines) => cosines.reduce((sum, cosine, x) => sum + cosine * (grey[y * HASH_SIDE + x] ?? 0), 0)),
  )
  const strengths = FREQUENCIES.map(([across, down]) =>
    (COSINES[down] ?? []).reduce((sum, cosine, y) => sum + cosine * (rows[y]?.[across] ?? 0), 0),
  )
  const sorted = [...strengths].sort((a, b) => a - b)
  const median = ((sorted[BITS / 2 - 1] ?? 0) + (sorted[BITS / 2] ?? 0)) / 2
  const faint = FAINT * SCALE * SCALE * levels
  if (strengths.filter((strength) => Math.abs(strength - median) < faint).length > FAINT_FREQUENCIES) return undefined
  let hash = ''
  for (let at = 0; at < BITS; at += 4) {
    const four = strengths.slice(at, at + 4).reduce((bits, strength) => bits * 2 + (strength > median ? 1 : 0), 0)
    hash += four.toString(16)
  }
  return hash
}

/** In how many of 64 bits two hashes differ: 0 for the same, around 32 for pictures that have nothing in common. */
export function hammingDistance(a: string, b: string): number {
  return differing(half(a, 0), half(b, 0)) + differing(half(a, 8), half(b, 8))
}

function half(hash: string, from: number): number {
  return Number.parseInt(hash.slice(from, from + 8), 16)
}

/** In how many bits two numbers of 32 bits differ. */
export function differing(a: number, b: number): number {
  let bits = a ^ b
  bits -= (bits >>> 1) & 0x55555555
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function variance(grey: ArrayLike<number>): number {
  const pixels = HASH_SIDE * HASH_SIDE
  let sum = 0
  let squares = 0
  for (let at = 0; at < pixels; at++) {
    const level = grey[at] ?? 0
    sum += level
    squares += level * level
  }
  return squares / pixels - (sum / pixels) ** 2
}
