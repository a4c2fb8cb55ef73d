import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { compareText, sha256Hex } from '../base/hash.ts'
import { isoDay } from '../base/time.ts'

/** A file of a bag: held bytes, or a file on this disk. Paths are ours: `data/…` for the payload, else a tag file. */
export type BagFile = { readonly path: string } & ({ readonly bytes: Uint8Array } | { readonly file: string })

/** What a written bag came to. */
export interface WrittenBag {
  /** SHA-256 and size of the zip. */
  readonly sha256: string
  readonly bytes: number
  readonly files: number
}

/**
 * Writes a BagIt 1.0 bag (RFC 8493) as a zip, file after file, with SHA-256 manifests of payload and tags. `info` are lines of bag-info.txt.
 * The same files and clock give the same zip.
 */
export async function writeBag(
  zipPath: string,
  name: string,
  files: readonly BagFile[],
  info: readonly (readonly [string, string])[],
  nowMs: number,
): Promise<WrittenBag> {
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path))
  const payload: { path: string; sha256: string; bytes: number }[] = []
  const tags: { path: string; sha256: string }[] = []
  for (const file of sorted) {
    const { sha256, bytes } = await hashOf(file)
    if (file.path.startsWith('data/')) payload.push({ path: file.path, sha256, bytes })
    else tags.push({ path: file.path, sha256 })
  }
  const total = payload.reduce((sum, { bytes }) => sum + bytes, 0)
  const made: BagFile[] = [
    text('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    text(
      'bag-info.txt',
      [...info, ['Bagging-Date', isoDay(nowMs)] as const, ['Payload-Oxum', `${total}.${payload.length}`] as const]
        .map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ')}\n`)
        .join(''),
    ),
    text('manifest-sha256.txt', payload.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')),
  ]
  for (const file of made) tags.push({ path: file.path, sha256: (await hashOf(file)).sha256 })
  tags.sort((a, b) => compareText(a.path, b.path))
  made.push(text('tagmanifest-sha256.txt', tags.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')))
  return zipped(zipPath, name, [...made, ...sorted], nowMs)
}

async function zipped(zipPath: string, name: string, files: readonly BagFile[], nowMs: number): Promise<WrittenBag> {
  const zip = new ZipFile()
  const hash = createHash('sha256')
  let bytes = 0
  zip.outputStream.on('data', (chunk: Buffer) => {
    hash.update(chunk)
    bytes += chunk.length
  })
  const written = pipeline(zip.outputStream, createWriteStream(zipPath, { flags: 'w', mode: 0o600 }))
  // Zip times begin in 1980 and have no zone; the date that counts is in bag-info.txt.
  const options = { mtime: new Date(Math.max(nowMs, 315_619_200_000)), mode: 0o100644, compress: true }
  for (const file of files) {
    if ('bytes' in file) zip.addBuffer(Buffer.from(file.bytes), `${name}/${file.path}`, options)
    else
      zip.addReadStreamLazy(`${name}/${file.path}`, { ...options, size: statSync(file.file).size }, (done) =>
        done(null, createReadStream(file.file)),
      )
  }
  zip.end()
  await written
  return { sha256: hash.digest('hex'), bytes, files: files.length }
}

async function hashOf(file: BagFile): Promise<{ readonly sha256: string; readonly bytes: number }> {
  if ('bytes' in file) return { sha256: sha256Hex(file.bytes), bytes: file.bytes.length }
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file.file, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return { sha256: hash.digest('hex'), bytes }
}

function text(path: string, words: string): BagFile {
  return { path, bytes: Buffer.from(words) }
}
