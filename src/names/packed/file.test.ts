import { expect, it } from 'vitest'
import { findNames, packNames, prepareName, readPackedNames, roomFor, writePackedNames } from '../index.ts'

const NAMES = [['SEK STUDIO', '조선 4·26 만화영화촬영소'], ['Мarwick Ostrava'], ['طارق عزيز'], ['Zephyrine Works']]

it('an index read from its file answers as the one that was written, wherever the bytes lie', () => {
  const packed = packNames(NAMES)
  const file = writePackedNames(packed)
  const moved = new Uint8Array(file.length + 3)
  moved.set(file, 3)
  for (const bytes of [file, moved.subarray(3)]) {
    const read = readPackedNames(bytes)
    if (!read) throw new Error('not read')
    for (const query of ['Sek Studio', 'Zephyrnie', 'Tariq Aziz', '조선4.26만화영화촬영소'])
      expect(findNames(read, roomFor(read), prepareName(query), 5)).toEqual(findNames(packed, roomFor(packed), prepareName(query), 5))
  }
})

it('a file that is cut, changed, of another version or no file at all is not read', () => {
  const file = writePackedNames(packNames(NAMES))
  const changed = Uint8Array.from(file)
  changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 1
  const older = new TextEncoder().encode(new TextDecoder('latin1').decode(file.subarray(0, 200)).replace('"version":1', '"version":0'))
  for (const bytes of [file.subarray(0, file.length - 8), changed, older, new Uint8Array(), new Uint8Array(9000)])
    expect(readPackedNames(bytes)).toBeUndefined()
})
