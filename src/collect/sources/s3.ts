import { LIMITS } from '../../base/limits.ts'
import { Declined } from '../declined.ts'
import { type HttpClient, httpClient, readBounded, type SignRequest } from '../http/client.ts'
import { pathOfBytes } from '../paths.ts'
import type { Connection, Listed, Place, Source, SourceContext, SourceFile, SourceFolder } from '../source.ts'
import { walkXml } from '../xml.ts'
import { declined, fetchHttp } from './http.ts'

/** S3 and stores that speak it: unsigned where a bucket is public, signed with the keys of an auth file otherwise. */
export const s3: Source = {
  name: 's3',
  summary: 'S3 and compatible stores (s3://bucket/prefix, --endpoint URL): paged listing, tags, versions with --versions.',
  isNetwork: true,
  claims: (url) => /^s3:\/\//i.test(url),
  async open(given, context): Promise<Connection> {
    const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]+)\/?(.*)$/i.exec(given.url) ?? []
    const root = given.endpoint === undefined ? `https://${bucket}.s3.amazonaws.com/` : `${given.endpoint.replace(/\/+$/, '')}/${bucket}/`
    const client = await httpClient({ ...given, url: root, endpoint: root }, context, signerOf(given))
    const store: Store = { client, context, root: new URL(root), prefix, isVersioned: given.versions === true }
    return {
      facts: {
        origin: client.origin,
        addresses: client.guarded.all,
        address: client.guarded.address,
        login: given.auth?.accessKeyId === undefined ? 'none' : 'credentials of a file',
      },
      list: (page) => list(store, page),
      fetch: (file, from, known) => fetchHttp(client, () => true, file, from, known),
      close: client.close,
    }
  },
}

interface Store {
  readonly client: HttpClient
  readonly context: SourceContext
  /** Ends with `/`. */
  readonly root: URL
  readonly prefix: string
  readonly isVersioned: boolean
}

function signerOf({ auth, endpoint }: Place): { sign?: SignRequest } {
  const { accessKeyId, secretAccessKey } = auth ?? {}
  if (accessKeyId === undefined || secretAccessKey === undefined) return {}
  const region = /s3[.-]([a-z]{2}-[a-z]+-\d)\./.exec(endpoint ?? '')?.[1] ?? 'us-east-1'
  return {
    async sign(method, url, headers) {
      const { AwsV4Signer } = await import('aws4fetch')
      const signer = new AwsV4Signer({
        method,
        url: url.href,
        headers: { ...headers },
        accessKeyId,
        secretAccessKey,
        service: 's3',
        region,
      })
      const { headers: signed } = await signer.sign()
      return Object.fromEntries([...signed].filter(([name]) => /^(?:authorization|x-amz-)/i.test(name)))
    },
  }
}

/** One page of keys; the next page is a folder row with the same path, whose location says where it begins. */
async function* list(store: Store, page: SourceFolder): AsyncGenerator<Listed> {
  const url = new URL(store.root)
  url.search = new URLSearchParams([
    ...(store.isVersioned ? [['versions', '']] : [['list-type', '2']]),
    ['encoding-type', 'url'],
    ['max-keys', '1000'],
    ['prefix', store.prefix],
    ...new URLSearchParams(page.location),
  ] as [string, string][]).toString()
  const answer = await store.client.request('GET', url)
  const { bytes, cut } = await readBounded(answer, LIMITS.listingPageBytes)
  store.context.record({ ...answer.exchange, sha256: store.context.keep(bytes, 'listing'), bytes: bytes.length })
  if (answer.status !== 200) throw declined(answer, url)
  let found: Page
  try {
    if (cut) throw new Error(`longer than ${LIMITS.listingPageBytes} bytes`)
    found = readPage(bytes)
  } catch (cause) {
    throw new Declined(`the answer is no listing: ${cause instanceof Error ? cause.message : ''}`, {
      place: url.href,
      isFinal: true,
      cause,
    })
  }
  for (const object of found.objects) {
    const row = rowOf(store, object, found.fields.get('EncodingType') === 'url')
    if (row) yield row
  }
  const next = nextPage(store, found)
  if (next !== undefined && next !== page.location) yield { kind: 'folder', path: page.path, location: next }
}

interface StoredObject {
  key: string
  size?: string
  modified?: string
  etag?: string
  version?: string
  isLatest: boolean
  isDeleted: boolean
}

interface Page {
  readonly objects: StoredObject[]
  readonly fields: Map<string, string>
}

function readPage(bytes: Buffer): Page {
  const objects: StoredObject[] = []
  const fields = new Map<string, string>()
  let current: StoredObject | undefined
  let root = ''
  walkXml(bytes, {
    open(name) {
      root ||= name
      if (name === 'Contents' || name === 'Version' || name === 'DeleteMarker')
        current = { key: '', isLatest: name === 'Contents', isDeleted: name === 'DeleteMarker' }
    },
    close(name, text) {
      if (!current) fields.set(name, text)
      else if (name === 'Key') current.key = text
      else if (name === 'Size') current.size = text
      else if (name === 'LastModified') current.modified = text
      else if (name === 'ETag') current.etag = text
      else if (name === 'VersionId') current.version = text
      else if (name === 'IsLatest') current.isLatest = text === 'true'
      else if (name === 'Contents' || name === 'Version' || name === 'DeleteMarker') {
        objects.push(current)
        current = undefined
      }
    },
  })
  if (!/^List(?:Bucket|Versions)?Result$|^ListVersionsResult$/.test(root)) throw new Error(`its root is ${root.slice(0, 60) || 'missing'}`)
  return { objects, fields }
}

function nextPage(store: Store, { fields, objects }: Page): string | undefined {
  if (fields.get('IsTruncated') !== 'true') return undefined
  if (store.isVersioned) {
    const key = fields.get('NextKeyMarker')
    const version = fields.get('NextVersionIdMarker')
    if (key === undefined) return undefined
    return new URLSearchParams([['key-marker', plain(fields, key)], ...(version ? [['version-id-marker', version]] : [])] as [
      string,
      string,
    ][]).toString()
  }
  const token = fields.get('NextContinuationToken')
  if (token !== undefined) return new URLSearchParams([['continuation-token', token]]).toString()
  const last = objects.at(-1)?.key
  return last === undefined ? undefined : new URLSearchParams([['start-after', plain(fields, last)]]).toString()
}

function plain(fields: Map<string, string>, key: string): string {
  return fields.get('EncodingType') === 'url' ? decodeURIComponent(key.replaceAll('+', '%20')) : key
}

function rowOf(store: Store, object: StoredObject, isEncoded: boolean): Listed | undefined {
  const { key, size = '', modified = '', etag, version, isLatest, isDeleted } = object
  const bytes = isEncoded ? bytesOfEncoded(key) : Buffer.from(key, 'utf8')
  // A key that ends in a slash and holds nothing is how tools draw a folder.
  if (bytes.at(-1) === 0x2f && size === '0') return undefined
  const path = pathOfKey(bytes) + (isLatest || version === undefined ? '' : `@${version}`)
  if (isDeleted) return { kind: 'problem', path, message: `deleted here (${modified}): the store keeps a marker` }
  if (/(?:^|\/)\.{1,2}(?:\/|$)/.test(bytes.toString('latin1')))
    return { kind: 'problem', path, message: 'a step . or .. in its key: HTTP cannot ask for it' }
  const url = new URL(store.root)
  url.pathname += stepsOf(bytes)
  if (!isLatest && version !== undefined) url.search = new URLSearchParams([['versionId', version]]).toString()
  const ms = Date.parse(modified)
  const file: SourceFile = {
    kind: 'file',
    path,
    location: url.href,
    ...(/^\d{1,15}$/.test(size) ? { bytes: Number(size) } : {}),
    ...(Number.isNaN(ms) ? {} : { modifiedMs: ms }),
    listed: `${modified} ${size}`,
    ...(etag === undefined ? {} : { version: etag }),
  }
  return file
}

/** A key as a path: its bytes between slashes; an empty step, which two slashes make, is written as an encoded slash so that no two keys share a path. */
function pathOfKey(key: Buffer): string {
  return key
    .toString('latin1')
    .split('/')
    .map((step) => (step === '' ? '%2F' : pathOfBytes(Buffer.from(step, 'latin1'))))
    .join('/')
}

function bytesOfEncoded(key: string): Buffer {
  return Buffer.from(
    key.replaceAll('+', ' ').replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )
}

function stepsOf(key: Buffer): string {
  return key.toString('latin1').replace(/[^A-Za-z0-9\-._~/]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}
