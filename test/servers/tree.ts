import { createHash } from 'node:crypto'
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'

/** A folder with every kind of name that servers trip over. Names are bytes; times are whole seconds, as listings state them. */
export const TREE: readonly { readonly name: Buffer; readonly bytes: Buffer }[] = [
  { name: Buffer.from('plain.txt'), bytes: Buffer.from('plain') },
  { name: Buffer.from('empty'), bytes: Buffer.alloc(0) },
  { name: Buffer.from('원화 01/수정 #1.txt'), bytes: Buffer.from('수정') },
  { name: Buffer.from('修改意见/第三集.txt'), bytes: Buffer.from('头部的线条再细一点') },
  { name: Buffer.from('각본.txt'.normalize('NFC')), bytes: Buffer.from('composed') },
  { name: Buffer.from('각본.txt'.normalize('NFD')), bytes: Buffer.from('decomposed') },
  { name: Buffer.from('100% done?.txt'), bytes: Buffer.from('percent') },
  { name: Buffer.from('100%25 done.txt'), bytes: Buffer.from('percent percent') },
  { name: Buffer.from('a&b <c> "d" \'e\' +f;g=h.txt'), bytes: Buffer.from('marks') },
  { name: Buffer.from('deep/er/and/deeper/file'), bytes: Buffer.from('deep') },
  { name: Buffer.from('film/shot_E307_112.mp4'), bytes: film(3_000_000) },
  // GBK 背景设定修改.txt and CP949 배경설정수정.txt: bytes that are not UTF-8.
  {
    name: Buffer.concat([Buffer.from('gbk/'), Buffer.from('b1b3beb0c9e8b6a8d0deb8c4', 'hex'), Buffer.from('.txt')]),
    bytes: Buffer.from('gbk'),
  },
  { name: Buffer.concat([Buffer.from('gbk/'), Buffer.from('cdb7b2bfcfdfccf5', 'hex'), Buffer.from('.txt')]), bytes: Buffer.from('gbk 2') },
]

/** Writes the tree below `root`. */
export function writeTree(root: string): void {
  for (const { name, bytes } of TREE) putFile(root, name, bytes)
}

/** Writes one file below `root`, its folders too, with the time of the tree. */
export function putFile(root: string, name: Uint8Array | string, bytes: Uint8Array | string): void {
  const path = Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name)])
  mkdirSync(path.subarray(0, path.lastIndexOf(0x2f)), { recursive: true })
  writeFileSync(path, bytes)
  utimesSync(path, 1_704_067_200, 1_704_067_200)
}

/** Bytes without repetition, the same every time. */
function film(length: number): Buffer {
  const parts: Buffer[] = []
  for (let n = 0, held = 0; held < length; n++, held += 32) parts.push(createHash('sha256').update(`frame ${n}`).digest())
  return Buffer.concat(parts).subarray(0, length)
}
