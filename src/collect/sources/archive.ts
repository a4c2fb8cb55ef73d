import { closeSync, createReadStream, createWriteStream, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { InbetweenError } from '../../base/errors.ts'
import { lazily } from '../../base/lazily.ts'
import { LIMITS } from '../../base/limits.ts'
import { Declined } from '../declined.ts'
import { pathOfBytes } from '../paths.ts'
import type { Connection, Fetched, Listed, Source, SourceContext, SourceFile } from '../source.ts'

const yauzl = lazily<typeof import('yauzl')>('yauzl')
const tarStream = lazily<typeof import('tar-stream')>('tar-stream')

/** An archive whose members are looked at as files; the archive itself is sealed with the visit. */
export const archive: Source = {
  name: 'archive',
  summary:
    'The members of a zip, tar or tar.gz file as files (archive:./delivery.zip); the archive is sealed too. Without the prefix an archive is one exhibit with members.',
  isNetwork: false,
  claims: (url) => /^archive:/i.test(url),
  open(place, context): Promise<Connection> {
    const path = resolve(place.url.replace(/^archive:/i, ''))
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat?.isFile()) throw new InbetweenError('IBT-NOT-FOUND', 'no such archive file', { place: path, hint: 'Check the path.' })
    const start = startOf(path)
    if (start.subarray(0, 2).toString('latin1') === 'PK') return openZip(path, context)
    if (start[0] === 0x1f && start[1] === 0x8b) return openTar(path, context, true)
    if (start.subarray(257, 262).toString('latin1') === 'ustar') return openTar(path, context, false)
    throw new InbetweenError('IBT-INPUT', 'not a zip, tar or tar.gz archive', {
      place: path,
      hint: 'Collect it as a file, without archive:.',
    })
  },
}

function startOf(path: string): Buffer {
  const buffer = Buffer.alloc(512)
  const file = openSync(path, 'r')
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, 512, 0))
  } finally {
    closeSync(file)
  }
}

/** What a member's bytes are found by again. */
type ZipPlace = Pick<
  Entry,
  'relativeOffsetOfLocalHeader' | 'compressedSize' | 'uncompressedSize' | 'compressionMethod' | 'generalPurposeBitFlag' | 'crc32'
>

async function openZip(path: string, context: SourceContext): Promise<Connection> {
  const zip = await new Promise<ZipFile>((done, fail) =>
    yauzl().open(path, { autoClose: false, lazyEntries: true, decodeStrings: false }, (error, opened) =>
      error ? fail(unreadable(path, error)) : done(opened),
    ),
  )
  return {
    facts: { container: context.keepFile(path, 'archive') },
    list: () => zipMembers(zip, path),
    fetch: (file) => zipMember(zip, file),
    close: async () => zip.close(),
  }
}

async function* zipMembers(zip: ZipFile, path: string): AsyncGenerator<Listed> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((done, fail) => {
      zip.once('entry', done)
      zip.once('end', () => done(undefined))
      zip.once('error', (error: Error) => fail(unreadable(path, error)))
      zip.readEntry()
    })
    zip.removeAllListeners()
    if (!entry) return
    const name = entry.fileNameRaw
    if (name.at(-1) === 0x2f) continue
    const { relativeOffsetOfLocalHeader, compressedSize, uncompressedSize, compressionMethod, generalPurposeBitFlag, crc32 } = entry
    const place: ZipPlace = {
      relativeOffsetOfLocalHeader,
      compressedSize,
      uncompressedSize,
      compressionMethod,
      generalPurposeBitFlag,
      crc32,
    }
    yield {
      kind: 'file',
      path: pathOfMember(name),
      location: JSON.stringify(place),
      bytes: uncompressedSize,
      listed: `crc32 ${crc32} ${uncompressedSize}`,
    }
  }
}

function zipMember(zip: ZipFile, file: SourceFile): Promise<Fetched> {
  const place = JSON.parse(file.location) as ZipPlace
  const { uncompressedSize, compressedSize } = place
  if (uncompressedSize > LIMITS.ratioFloorBytes && uncompressedSize / Math.max(1, compressedSize) > LIMITS.archiveRatio)
    throw new Declined(`unpacks to more than ${LIMITS.archiveRatio} times its size: left packed`, { place: file.path, isFinal: true })
  const entry = Object.assign(Object.create(yauzl().Entry.prototype) as Entry, place)
  return new Promise((done, fail) => {
    zip.openReadStream(entry, (error, body) =>
      error
        ? fail(new Declined(`cannot be unpacked: ${error.message}`, { place: file.path, isFinal: true }))
        : done({ body, from: 0, bytes: uncompressedSize }),
    )
  })
}

/** A tar has no directory: it is unpacked once into a private folder under numbers, never under its names. */
async function openTar(path: string, context: SourceContext, isPacked: boolean): Promise<Connection> {
  const folder = mkdtempSync(join(tmpdir(), 'inbetween-tar-'))
  const rows: Listed[] = []
  try {
    await unpack(path, folder, rows, isPacked)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw unreadable(path, error instanceof Error ? error : new Error(String(error)))
  }
  return {
    facts: { container: context.keepFile(path, 'archive') },
    list: () => rows,
    fetch: () => Promise.reject(new Error('a member is copied, not fetched')),
    close: async () => rmSync(folder, { recursive: true, force: true }),
    localPath: (file) => join(folder, file.location),
  }
}

async function unpack(path: string, folder: string, rows: Listed[], isPacked: boolean): Promise<void> {
  const most = Math.max(LIMITS.ratioFloorBytes, statSync(path).size * (isPacked ? LIMITS.archiveRatio : 1))
  // The option is tar-stream's own (3.x); its types do not have it. Names come as bytes this way.
  const tar = tarStream().extract({ filenameEncoding: 'latin1' } as object)
  const reading = isPacked ? pipeline(createReadStream(path), createGunzip(), tar) : pipeline(createReadStream(path), tar)
  reading.catch(() => {})
  let bytes = 0
  for await (const member of tar) {
    const { name, type, size = 0, mtime } = member.header
    const memberPath = pathOfMember(Buffer.from(name, 'latin1'))
    bytes += size
    if (bytes > most || rows.length >= LIMITS.archiveEntries * 50) {
      rows.push({
        kind: 'problem',
        path: memberPath,
        message: 'the archive unpacks to too much: the rest was not listed',
        hidesFolder: true,
      })
      tar.destroy()
      return
    }
    if (type === 'file' || type === 'contiguous-file') {
      const location = String(rows.length)
      await pipeline(member as unknown as Readable, createWriteStream(join(folder, location), { flags: 'wx', mode: 0o600 }))
      rows.push({ kind: 'file', path: memberPath, location, bytes: size, ...(mtime ? { modifiedMs: mtime.getTime() } : {}) })
    } else {
      if (type !== 'directory')
        rows.push({ kind: 'problem', path: memberPath, message: `a ${type ?? 'member of unknown kind'}: named, not followed` })
      member.resume()
    }
  }
  await reading
}

/** A member's name as a path: steps as bytes, empty steps and a leading slash dropped; `..` stays visible and encoded. */
function pathOfMember(name: Buffer): string {
  return name
    .toString('latin1')
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '' && step !== '.')
    .map((step) => pathOfBytes(Buffer.from(step, 'latin1')))
    .join('/')
}

function unreadable(path: string, error: Error): InbetweenError {
  return new InbetweenError('IBT-INPUT', `the archive cannot be read: ${error.message}`, {
    place: path,
    hint: 'Collect it as a file, without archive:, so that its bytes are sealed all the same.',
    cause: error,
  })
}
