import type { Readable } from 'node:stream'
import type { Effects } from '../base/effects.ts'

/** A place as a person names it, with what they allow there. Nothing in it comes from evidence. */
export interface Place {
  /** A folder, an archive file, or a URL without credentials: `http(s)://`, `webdav(s)://`, `ftp(s)://`, `sftp://`, `s3://bucket/prefix`. */
  readonly url: string
  /** Credentials of `--auth-file`; absent means that nothing is sent. Anonymous FTP needs none and is recorded as a login. */
  readonly auth?: Credentials
  /** The address to connect to when the name must not be resolved; naming it also allows a private one. */
  readonly address?: string
  /** Requests per second; 0 is for local sources only. */
  readonly rate: number
  readonly userAgent: string
  /** `record`: what robots.txt disallows is looked at all the same, and that it was is sealed. Absent: it is left out. */
  readonly robots?: 'record'
  /** TLS certificates that do not verify are recorded and accepted; otherwise the visit fails. */
  readonly acceptCertificate?: boolean
  /** S3 only: where a compatible store answers, e.g. `http://127.0.0.1:4568`. */
  readonly endpoint?: string
  /** S3 only: list every version of each key, not only the newest. */
  readonly versions?: boolean
}

/** What an auth file holds; never printed, never sealed. */
export interface Credentials {
  readonly user?: string
  readonly password?: string
  /** SFTP: a private key in PEM or OpenSSH format. */
  readonly privateKey?: string
  readonly accessKeyId?: string
  readonly secretAccessKey?: string
}

/** A folder (or a page of a listing) still to be looked at. */
export interface SourceFolder {
  readonly kind: 'folder'
  /** Path in the source, empty for the root. */
  readonly path: string
  /** What `list` needs: a URL, a path on the server, a continuation token. Only the source reads it. */
  readonly location: string
}

/** A file that a source lists. Sizes and times are what the listing says: claims, as exact as it writes them. */
export interface SourceFile {
  readonly kind: 'file'
  /** Path in the source, `/` separated, from {@link pathOfBytes}: text where the bytes are UTF-8, else percent-encoded. */
  readonly path: string
  readonly location: string
  /** Exact size in bytes; absent when the listing rounds or leaves it out. */
  readonly bytes?: number
  /** Epoch milliseconds; absent when the listing gives none or one without a year or zone. */
  readonly modifiedMs?: number
  /** Size and time as the listing writes them (`2024-Jan-17 09:12 1.2M`); files with an equal text are not fetched again. Absent when it gives neither. */
  readonly listed?: string
  /** ETag, S3 version or inode: another sign of the same bytes. */
  readonly version?: string
  /** Device and inode of a local file: two names of one file are read once. */
  readonly identity?: string
}

/** Something that was named and left alone, with why: a link, a device, a folder that cannot be listed. */
export interface SourceProblem {
  readonly kind: 'problem'
  readonly path: string
  readonly message: string
  /** Set when everything under `path` is unknown at this visit, so that nothing there counts as gone. */
  readonly hidesFolder?: boolean
}

/** One row of a folder. */
export type Listed = SourceFolder | SourceFile | SourceProblem

/** What was asked and answered, kept so that a stranger can judge it; see docs/sources.md for what it proves. */
export interface Exchange {
  /** ISO instant by our clock when the answer began. */
  readonly at: string
  /** What was sent: `GET /a/b`, `RETR a/b`, `SFTP READ /a/b`. Never a credential. */
  readonly request: string
  /** The address that answered. */
  readonly address?: string
  /** Answer code or line: `200`, `226 Transfer complete.` */
  readonly status: string
  /** Header names and values in the order received; empty for protocols without headers. */
  readonly headers: readonly (readonly [string, string])[]
  /** The request's own headers as sent, credentials left out. */
  readonly sent?: readonly (readonly [string, string])[]
  /** SHA-256 of the body that was kept, and its bytes. */
  readonly sha256?: string
  readonly bytes?: number
  /** The server's clock against ours in milliseconds, when it states one (`Date`). Positive: it is ahead. */
  readonly skewMs?: number
  /** SHA-256 of the TLS certificate chain (PEM, leaf first) or of the SSH host key. */
  readonly peer?: string
}

/** Bytes of one file as they come, from `from` on. */
export interface Fetched {
  readonly body: Readable
  /** First byte that `body` holds: 0 when the source cannot go on in the middle or the file changed. */
  readonly from: number
  /** Bytes of the whole file as announced with the answer. */
  readonly bytes?: number
  readonly modifiedMs?: number
  readonly version?: string
  /** The exchange without its body's hash, which the taker adds. */
  readonly exchange?: Exchange
}

/** What a source may use from outside: no source opens a connection, writes or waits by itself otherwise. */
export interface SourceContext {
  readonly effects: Effects
  /** Keeps a listing page, certificate chain or answer as evidence; returns its SHA-256. */
  readonly keep: (bytes: Uint8Array, name: string) => string
  /** Keeps a local file, such as the archive whose members are looked at; returns its SHA-256. */
  readonly keepFile: (path: string, name: string) => string
  /** Records an exchange. */
  readonly record: (exchange: Exchange) => void
  /** Resolves when the next request may be sent, at {@link Place.rate}. */
  readonly turn: () => Promise<void>
}

/** An open source. Every method sends read-only verbs. */
export interface Connection {
  /** Where the source answered: resolved addresses, and what was said about the place (robots.txt, banner, host key). Sealed with the visit. */
  readonly facts: Readonly<Record<string, unknown>>
  /** Lists one folder; sub-folders come back as rows and are listed by the caller. */
  readonly list: (folder: SourceFolder) => AsyncIterable<Listed> | Iterable<Listed>
  /** Fetches a file from byte `from`; `known` is what an earlier visit had, for `If-None-Match`. Undefined: the server says that it did not change. */
  readonly fetch: (
    file: SourceFile,
    from: number,
    known?: { readonly version?: string; readonly modifiedMs?: number },
  ) => Promise<Fetched | undefined>
  readonly close: () => Promise<void>
  /**
   * Local sources: every file in the order of sealed listings, so that no journal of the listing is needed. Undefined when a name needs a second look (bytes that
   * are not UTF-8, letters composed in two ways), which only the whole listing can give.
   */
  readonly sorted?: (problem: (row: SourceProblem) => void) => Iterable<SourceFile> | undefined
  /** Local sources: where a file lies, so that it is copied by the system instead of streamed. */
  readonly localPath?: (file: SourceFile) => string | Buffer
}

/** A kind of place that material comes from. */
export interface Source {
  readonly name: string
  /** One sentence for documentation and help. */
  readonly summary: string
  /** Whether it reaches over a network: then basis, rate and address guard apply. */
  readonly isNetwork: boolean
  /** Whether a name given on the command line is of this kind. */
  readonly claims: (url: string) => boolean
  /** Opens it. @throws InbetweenError `IBT-UNREACHABLE`, `IBT-REFUSED`, `IBT-NOT-FOUND`. */
  readonly open: (place: Place, context: SourceContext) => Promise<Connection>
}
