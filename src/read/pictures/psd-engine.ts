import { cosStrings } from '../animation/text-engine.ts'

/** Bytes looked at after the beginning of one list, and lists looked at. */
const LIST_BYTES = 32 * 1024
const LISTS = 400
const STRINGS = 400

/** Names in the text engine's data of a Photoshop document. */
export interface EngineNames {
  readonly fonts: readonly string[]
  readonly styles: readonly string[]
}

/**
 * The fonts and styles that the text engine of every text layer lists. Its sets for line breaking are not read: Photoshop writes the Japanese ones into every text
 * layer, wherever and by whomever it is made.
 */
export function engineNames(layers: Buffer): EngineNames {
  return { fonts: namesAfter(layers, '/FontSet'), styles: namesAfter(layers, '/StyleSheetSet') }
}

function namesAfter(layers: Buffer, key: string): string[] {
  const names = new Set<string>()
  let at = layers.indexOf(key)
  for (let count = 0; at >= 0 && count < LISTS; count++) {
    const list = layers.subarray(at + key.length, at + key.length + LIST_BYTES)
    // Lists end with a bracket; one inside a name stands behind a zero or another byte of UTF-16.
    const next = /[\n\t ]\][\n\t ]/.exec(list.toString('latin1'))?.index ?? list.length
    for (const { value, before } of cosStrings(list.subarray(0, next), STRINGS))
      if (/\/Name\s*$/.test(before) && value !== '') names.add(value)
    at = layers.indexOf(key, at + key.length)
  }
  return [...names]
}
