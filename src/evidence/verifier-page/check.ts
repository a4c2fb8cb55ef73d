/** A file of a bundle, read when it is asked for. */
export type Files = ReadonlyMap<string, () => Promise<Uint8Array>>

/** What was found, as lines for a person. */
export interface PageCheck {
  readonly ok: boolean
  readonly lines: readonly string[]
}

/** Bytes of one member that a page will hold. */
const MEMBER_BYTES = 2_000_000_000

/** The members of a zip by random access: stored and deflated ones, zip64 too. Nothing is unpacked before it is asked for. */
export async function readZip(zip: Blob): Promise<Files> {
  const slice = async (from: number, to: number) => new DataView(await zip.slice(from, to).arrayBuffer())
  const tailAt = Math.max(0, zip.size - 65_557 - 20)
  const tail = await slice(tailAt, zip.size)
  let end = -1
  for (let at = tail.byteLength - 22; at >= 0 && end < 0; at--) if (tail.getUint32(at, true) === 0x06054b50) end = at
  if (end < 0) throw new Error('not a zip file')
  let size = tail.getUint32(end + 12, true)
  let start = tail.getUint32(end + 16, true)
  if (end >= 20 && tail.getUint32(end - 20, true) === 0x07064b50) {
    const record = await slice(Number(tail.getBigUint64(end - 12, true)), Number(tail.getBigUint64(end - 12, true)) + 56)
    size = Number(record.getBigUint64(40, true))
    start = Number(record.getBigUint64(48, true))
  }
  const directory = await slice(start, start + size)
  const files = new Map<string, () => Promise<Uint8Array>>()
  for (let at = 0; at + 46 <= directory.byteLength && directory.getUint32(at, true) === 0x02014b50; ) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => directory.getUint16(at + offset, true))
    const name = new TextDecoder().decode(new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength))
    const member = sizesOf(directory, at, nameLength ?? 0, extraLength ?? 0)
    if (!name.endsWith('/')) {
      if (files.has(name)) throw new Error(`${name} is in the zip twice`)
      files.set(name, () => readMember(zip, member))
    }
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return files
}

interface Member {
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

function sizesOf(directory: DataView, at: number, nameLength: number, extraLength: number): Member {
  let packed = directory.getUint32(at + 20, true)
  let size = directory.getUint32(at + 24, true)
  let offset = directory.getUint32(at + 42, true)
  const extraEnd = at + 46 + nameLength + extraLength
  for (let extra = at + 46 + nameLength; extra + 4 <= extraEnd; extra += 4 + directory.getUint16(extra + 2, true)) {
    if (directory.getUint16(extra, true) !== 1) continue
    let field = extra + 4
    const next = () => {
      field += 8
      return Number(directory.getBigUint64(field - 8, true))
    }
    if (size === 0xffffffff) size = next()
    if (packed === 0xffffffff) packed = next()
    if (offset === 0xffffffff) offset = next()
  }
  return { method: directory.getUint16(at + 10, true), packed, size, at: offset }
}

async function readMember(zip: Blob, { method, packed, size, at }: Member): Promise<Uint8Array> {
  if (size > MEMBER_BYTES) throw new Error('a member is larger than a page can hold: use the program')
  const head = new DataView(await zip.slice(at, at + 30).arrayBuffer())
  const from = at + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  const raw = zip.slice(from, from + packed)
  if (method === 0) return new Uint8Array(await raw.arrayBuffer())
  if (method !== 8) throw new Error(`a member is packed by a method that is not known here (${method})`)
  const reader = raw.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const parts: Uint8Array[] = []
  let held = 0
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    held += step.value.length
    if (held > size) throw new Error('a member unpacks to more than it says')
    parts.push(step.value)
  }
  const whole = new Uint8Array(held)
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}

/** Checks a bundle: manifests, blobs by their names, the chain of the ledger, commitments, signatures and head. */
export async function checkBundle(given: Files, onStep: (words: string) => void = () => {}): Promise<PageCheck> {
  const prefix = [...given.keys()].find((name) => name.endsWith('bagit.txt'))?.slice(0, -'bagit.txt'.length)
  if (prefix === undefined) return { ok: false, lines: ['There is no bagit.txt: this is no bundle.'] }
  const files = new Map([...given].filter(([name]) => name.startsWith(prefix)).map(([name, read]) => [name.slice(prefix.length), read]))
  const problems: string[] = []
  const lines = [await checkManifests(files, problems, onStep), ...(await checkLedger(files, problems, onStep))]
  const ok = problems.length === 0
  return {
    ok,
    lines: [
      ...lines,
      ...problems.slice(0, 50).map((problem) => `! ${problem}`),
      'not checked: time stamps, translations, identity of people, truth of claims',
      ok ? 'VERIFIED (integrity only)' : 'NOT VERIFIED',
    ],
  }
}

async function checkManifests(files: Files, problems: string[], onStep: (words: string) => void): Promise<string> {
  let named = 0
  let matching = 0
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const listed = new Set<string>()
    for (const line of (await textOf(files, manifest)).split('\n')) {
      if (line === '') continue
      const path = line.slice(66)
      listed.add(path)
      named++
      if (named % 20 === 0) onStep(`${named} files`)
      const bytes = await files.get(path)?.()
      if (!bytes) problems.push(`${path}: named in ${manifest} and not there`)
      else if ((await sha256(bytes)) !== line.slice(0, 64)) problems.push(`${path}: not what ${manifest} says`)
      else matching++
      if (bytes && /^data\/evidence\/blobs\//.test(path) && !path.endsWith(line.slice(0, 64)))
        problems.push(`${path}: not what its name says`)
    }
    if (manifest.startsWith('manifest')) {
      for (const path of files.keys())
        if (path.startsWith('data/') && !listed.has(path)) problems.push(`${path}: in the payload and in no manifest`)
    }
  }
  return `files       ${named} listed / ${matching} match`
}

async function checkLedger(files: Files, problems: string[], onStep: (words: string) => void): Promise<string[]> {
  const lines = (await textOf(files, 'data/ledger.jsonl')).split('\n').slice(0, -1)
  const key = await importKey(await textOf(files, 'case-key.pem'))
  const count = { withheld: 0, valid: 0 }
  let prev = '0'.repeat(64)
  for (const [index, line] of lines.entries()) {
    if (index % 20 === 0) onStep(`entry ${index}`)
    const entry = parse(line)
    if (!entry || entry.seq !== index || entry.prev !== prev) problems.push(`entry ${index}: does not follow the one before it`)
    if (entry) await checkEntry(files, entry, line, index, key, count, problems)
    prev = await sha256(new TextEncoder().encode(line))
  }
  if ((await textOf(files, 'data/ledger.head')) !== `${lines.length} ${prev}\n`) problems.push('ledger.head: does not name the last entry')
  const signatures = key === undefined ? 'not checked: this browser has no Ed25519' : `${count.valid} valid of ${lines.length}`
  const fingerprint = (await sha256(derOf(await textOf(files, 'case-key.pem')))).slice(0, 16)
  return [
    `ledger      ${lines.length} entries, payloads withheld: ${count.withheld}`,
    `signatures  ${signatures}`,
    `head        ${prev}`,
    `key         ${fingerprint}   (compare head and key with what you were told by another channel)`,
  ]
}

interface Entry {
  readonly at: string
  readonly commit: string
  readonly kind: string
  readonly prev: string
  readonly seq: number
  readonly signature: string
}

async function checkEntry(
  files: Files,
  entry: Entry,
  line: string,
  index: number,
  key: unknown,
  count: { withheld: number; valid: number },
  problems: string[],
): Promise<void> {
  const { at, commit, kind, prev, seq, signature } = entry
  if (JSON.stringify({ at, commit, kind, prev, seq, signature }) !== line) problems.push(`entry ${index}: not written as entries are`)
  const payload = await files.get(`data/evidence/payloads/${commit.slice(0, 2)}/${commit}.json`)?.()
  if (!payload) count.withheld++
  else {
    const cut = payload.indexOf(10)
    const salt = Uint8Array.from(new TextDecoder().decode(payload.subarray(0, cut)).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    const committed = new Uint8Array(salt.length + payload.length - cut - 2)
    committed.set(salt)
    committed.set(payload.subarray(cut + 1, -1), salt.length)
    if ((await sha256(committed)) !== commit) problems.push(`entry ${index}: its payload was changed`)
  }
  if (key === undefined) return
  const text = new TextEncoder().encode(JSON.stringify({ at, commit, kind, prev, seq }))
  const bytes = Uint8Array.from(atob(signature), (c) => c.charCodeAt(0))
  if (await crypto.subtle.verify('Ed25519', key as never, bytes, text)) count.valid++
  else problems.push(`entry ${index}: its signature is wrong`)
}

function parse(line: string): Entry | undefined {
  try {
    const value = JSON.parse(line) as Entry
    return typeof value.commit === 'string' && /^[0-9a-f]{64}$/.test(value.commit) && typeof value.signature === 'string'
      ? value
      : undefined
  } catch {
    return undefined
  }
}

async function importKey(pem: string): Promise<unknown> {
  try {
    return await crypto.subtle.importKey('spki', derOf(pem), 'Ed25519', false, ['verify'])
  } catch {
    return undefined
  }
}

function derOf(pem: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(pem.replace(/-----[A-Z ]+-----|\s/g, '')), (c) => c.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}

async function textOf(files: Files, path: string): Promise<string> {
  const bytes = await files.get(path)?.()
  return bytes ? new TextDecoder().decode(bytes) : ''
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
