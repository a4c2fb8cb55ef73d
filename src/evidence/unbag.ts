import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Entry, ZipFile } from 'yauzl'
import { InbetweenError } from '../base/errors.ts'
import { compareText } from '../base/hash.ts'
import { lazily } from '../base/lazily.ts'
import { LIMITS } from '../base/limits.ts'
import { own } from '../base/own.ts'
import type { Problem } from './verify.ts'

const yauzl = lazily<typeof import('yauzl')>('yauzl')

/** What a check of a bag found (RFC 8493 3). */
export interface BagCheck {
  readonly version: string
  /** Payload files that manifests name, and how many are as named. */
  readonly files: number
  readonly matching: number
  /** Digest algorithms of the manifests. */
  readonly algorithms: readonly string[]
  readonly info: Readonly<Record<string, string>>
}

/** Digests that manifests may use, as BagIt and Node name them. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha224: 'sha224',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
}

/**
 * Unpacks a zip into an empty folder that is ours. Names are refused, not repaired, when they are absolute, climb, hold a backslash or come twice; sizes and ratio
 * are bounded. @throws InbetweenError `IBT-INPUT` that names the member.
 */
export async function unzipInto(zipPath: string, folder: string): Promise<void> {
  const zip = await new Promise<ZipFile>((done, fail) =>
    yauzl().open(zipPath, { autoClose: false, lazyEntries: true, decodeStrings: true, strictFileNames: true }, (error, opened) =>
      error ? fail(bad(zipPath, error.message)) : done(opened),
    ),
  )
  const seen = new Set<string>()
  let entries = 0
  let bytes = 0
  try {
    for (;;) {
      const entry = await nextEntry(zip, zipPath)
      if (!entry) return
      const { fileName, uncompressedSize, compressedSize } = entry
      if (++entries > LIMITS.listingEntries) throw bad(zipPath, `more than ${LIMITS.listingEntries} members`)
      bytes += uncompressedSize
      const isBomb = uncompressedSize > LIMITS.ratioFloorBytes && uncompressedSize / Math.max(1, compressedSize) > LIMITS.archiveRatio
      if (isBomb || bytes > LIMITS.fetchBytes) throw bad(zipPath, `${fileName} unpacks to too much`)
      if (fileName.endsWith('/')) continue
      const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000
      if (!isPlainPath(fileName) || isLink || seen.has(fileName)) throw bad(zipPath, `a member that no bag has: ${fileName.slice(0, 200)}`)
      seen.add(fileName)
      const target = join(folder, ...fileName.split('/'))
      mkdirSync(dirname(target), { recursive: true })
      const body = await new Promise<NodeJS.ReadableStream>((done, fail) =>
        zip.openReadStream(entry, (error, stream) => (error ? fail(bad(zipPath, error.message)) : done(stream))),
      )
      await pipeline(body, createWriteStream(target, { flags: 'wx', mode: 0o600 }))
    }
  } finally {
    zip.close()
  }
}

function nextEntry(zip: ZipFile, zipPath: string): Promise<Entry | undefined> {
  return new Promise<Entry | undefined>((done, fail) => {
    zip.removeAllListeners()
    zip.once('entry', done)
    zip.once('end', () => done(undefined))
    zip.once('error', (error: Error) => fail(bad(zipPath, error.message)))
    zip.readEntry()
  })
}

/** The folder that holds bagit.txt: the given one, or the only one inside it. */
export function bagRoot(folder: string): string | undefined {
  if (existsSync(join(folder, 'bagit.txt'))) return folder
  const [only, ...more] = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const inside = only && more.length === 0 ? join(folder, only.name) : undefined
  return inside !== undefined && existsSync(join(inside, 'bagit.txt')) ? inside : undefined
}

/** Checks an unpacked bag: its declaration, every manifest, that the payload holds nothing else, and its sums. */
export async function checkBag(root: string, problems: Problem[]): Promise<BagCheck> {
  const declared = readFileSync(join(root, 'bagit.txt'), 'utf8')
  const version = /^BagIt-Version: (\d+\.\d+)\r?$/m.exec(declared)?.[1] ?? ''
  if (version === '' || !/^Tag-File-Character-Encoding: UTF-8\r?$/im.test(declared))
    problems.push({ code: 'bag-declaration', path: 'bagit.txt', message: 'declares no BagIt version in UTF-8' })
  const names = readdirSync(root).sort(compareText)
  const algorithms = names.flatMap((name) => /^manifest-([a-z0-9]+)\.txt$/.exec(name)?.[1] ?? [])
  if (algorithms.length === 0) problems.push({ code: 'bag-manifest', path: 'manifest', message: 'there is no payload manifest' })
  const present = new Set(filesUnder(join(root, 'data'), 'data', problems))
  let matching = 0
  let files = 0
  for (const algorithm of algorithms) {
    const listed = readManifest(root, `manifest-${algorithm}.txt`, problems)
    const good = await checkListed(root, listed, algorithm, problems)
    if (algorithm === algorithms[0]) {
      files = listed.size
      matching = good
    }
    for (const path of present)
      if (!listed.has(path)) problems.push({ code: 'bag-extra', path, message: `is in the payload and not in manifest-${algorithm}.txt` })
  }
  for (const name of names) {
    const algorithm = /^tagmanifest-([a-z0-9]+)\.txt$/.exec(name)?.[1]
    if (algorithm !== undefined) await checkListed(root, readManifest(root, name, problems), algorithm, problems)
  }
  const info = readInfo(root)
  checkOxum(root, info['payload-oxum'], present, problems)
  if (existsSync(join(root, 'fetch.txt')))
    problems.push({
      code: 'bag-fetch',
      path: 'fetch.txt',
      message: 'names payload that lies elsewhere: it is never fetched, so the bag is not whole',
    })
  return { version, files, matching, algorithms, info }
}

function filesUnder(folder: string, prefix: string, problems: Problem[]): string[] {
  if (!existsSync(folder)) {
    problems.push({ code: 'bag-payload', path: prefix, message: 'there is no payload folder' })
    return []
  }
  const found: string[] = []
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${prefix}/${entry.name}`
    if (entry.isDirectory()) found.push(...filesUnder(join(folder, entry.name), path, problems))
    else if (entry.isFile()) found.push(path)
    else problems.push({ code: 'bag-extra', path, message: 'is neither a file nor a folder' })
  }
  return found
}

function readManifest(root: string, name: string, problems: Problem[]): Map<string, string> {
  const listed = new Map<string, string>()
  for (const [index, line] of readFileSync(join(root, name), 'utf8')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (line === '') continue
    const [, digest = '', written = ''] = /^([0-9A-Fa-f]+)[ \t]+\*?(.+)$/.exec(line) ?? []
    // RFC 8493 2.1.3: line ends and percent signs in names are percent-encoded.
    const path = written.replace(/%(0[AaDd]|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/^\.\//, '')
    if (digest === '' || !isPlainPath(path))
      problems.push({ code: 'bag-manifest', path: `${name}:${index + 1}`, message: 'the line names no file of a bag' })
    else if (listed.has(path)) problems.push({ code: 'bag-manifest', path: `${name}:${index + 1}`, message: `${path} is named twice` })
    else listed.set(path, digest.toLowerCase())
  }
  return listed
}

async function checkListed(root: string, listed: ReadonlyMap<string, string>, algorithm: string, problems: Problem[]): Promise<number> {
  const digestName = own(ALGORITHMS, algorithm)
  if (digestName === undefined) {
    problems.push({ code: 'bag-algorithm', path: `manifest-${algorithm}.txt`, message: 'uses a digest that is not known here' })
    return 0
  }
  let good = 0
  for (const [path, digest] of listed) {
    const file = join(root, ...path.split('/'))
    if (!existsSync(file) || !lstatSync(file).isFile()) {
      const other = [path.normalize('NFC'), path.normalize('NFD')].find(
        (form) => form !== path && existsSync(join(root, ...form.split('/'))),
      )
      const message =
        other === undefined
          ? 'is named and not there'
          : 'is there under a name that is composed otherwise (NFC or NFD), as a copy between systems makes it'
      problems.push({ code: other === undefined ? 'bag-missing' : 'bag-name', path, message })
      continue
    }
    const hash = createHash(digestName)
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
    if (hash.digest('hex') === digest) good++
    else problems.push({ code: 'bag-altered', path, message: `its ${algorithm} is not that of the manifest` })
  }
  return good
}

/** bag-info.txt, labels in lower case; a line that begins with a blank goes on with the one before. */
function readInfo(root: string): Record<string, string> {
  const path = join(root, 'bag-info.txt')
  if (!existsSync(path)) return {}
  const info: Record<string, string> = {}
  for (const line of readFileSync(path, 'utf8')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const [, label, value] = /^([^:]+):\s*(.*)$/.exec(line) ?? []
    if (label !== undefined && value !== undefined) info[label.toLowerCase()] = value
  }
  return info
}

function checkOxum(root: string, oxum: string | undefined, present: ReadonlySet<string>, problems: Problem[]): void {
  if (oxum === undefined) return
  let bytes = 0
  for (const path of present) bytes += lstatSync(join(root, ...path.split('/'))).size
  if (oxum !== `${bytes}.${present.size}`)
    problems.push({
      code: 'bag-oxum',
      path: 'bag-info.txt',
      message: `Payload-Oxum says ${oxum.slice(0, 60)}, there are ${bytes}.${present.size}`,
    })
}

function isPlainPath(path: string): boolean {
  return (
    path !== '' &&
    !/[\\\0]/.test(path) &&
    !/^[A-Za-z]:/.test(path) &&
    path.split('/').every((step) => step !== '' && step !== '.' && step !== '..')
  )
}

function bad(place: string, why: string): InbetweenError {
  return new InbetweenError('IBT-INPUT', `the bundle cannot be unpacked: ${why}`, {
    place,
    hint: 'Ask for it again, and compare its SHA-256.',
  })
}
