import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytesOfPath, pathOfBytes } from './paths.ts'

/** Bytes rich in what could confuse: percent signs, hex digits, dots, slashes, bytes of East Asian pages. */
const names = fc.oneof(
  fc.uint8Array({ maxLength: 24 }),
  fc.array(fc.constantFrom('%', '2', '5', '25', 'B', '0', 'b0', '2F', '2e', '.', '/', '가', 'é', 'e\u0301'), { maxLength: 12 }).map((parts) => Buffer.from(parts.join(''))),
)

it('a path gives back the bytes of its name', () => {
  fc.assert(fc.property(names, (name) => bytesOfPath(pathOfBytes(name)).equals(Buffer.from(name))), { numRuns: 3000 })
})

it('two names never share a path, and a step never climbs or splits', () => {
  fc.assert(
    fc.property(names, names, (a, b) => {
      const [left, right] = [pathOfBytes(a), pathOfBytes(b)]
      expect(left).not.toMatch(/^\.\.?$|\//)
      if (!Buffer.from(a).equals(Buffer.from(b))) expect(left).not.toBe(right)
    }),
    { numRuns: 3000 },
  )
})

it('text stays as it is written', () => {
  for (const name of ['원화 01.psd', '修改意见%20.txt', '100%.png', 'a%25b']) expect(pathOfBytes(Buffer.from(name))).toBe(name)
  expect(pathOfBytes(Buffer.from([0xb0, 0xa1, 0x31]))).toBe('%B0%A11')
  expect(pathOfBytes(Buffer.from('%B0'))).toBe('%25B0')
})
