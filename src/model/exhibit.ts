/** A set of digests that a person brought, and its kind: `software` and `stock` are no production material, `own` and `other` are only named. */
export interface KnownFile {
  readonly set: string
  readonly kind: 'software' | 'stock' | 'own' | 'other'
}

/**
 * What a file or text is for: material to act on, a request to change work that exists, what was made, material to look at, or anything else. It is told from words and
 * formats, so it says how a thing reads, not how it was used.
 */
export type Purpose = 'instruction' | 'correction' | 'result' | 'reference' | 'other'

/** Whether something asks for work: a correction is an instruction about work that exists. */
export function isToActOn(purpose: Purpose | undefined): boolean {
  return purpose === 'instruction' || purpose === 'correction'
}

/** Whether something is part of the work: it asks for it, or it was made. */
export function isOfWork(purpose: Purpose | undefined): boolean {
  return isToActOn(purpose) || purpose === 'result'
}

/** A blob at a path in a source, or a member inside one. */
export interface Exhibit {
  /** Content id of source, path and member steps. */
  readonly id: string
  readonly sourceId: string
  /** Path in the source, `/` separated; for a member: the container's path, then `!`, then the member's name. */
  readonly path: string
  /** SHA-256 of the exhibit's own bytes. */
  readonly sha256: string
  /** SHA-256 of the sealed blob that holds it (its own for a plain file). */
  readonly blob: string
  /** Steps through containers, empty for a plain file. */
  readonly inside: readonly string[]
  readonly bytes: number
  readonly format: string
  readonly status: 'read' | 'partly' | 'not-read'
  readonly reason?: string
  /** Pictures that character recognition can take: whether it looked at what is drawn. Films: `examined` where it looked at key frames. */
  readonly drawnText?: 'examined' | 'not-examined'
  /** Films: whether key frames of it were looked at. */
  readonly filmFrames?: 'examined' | 'not-examined'
  /** Epoch milliseconds as the file system or archive states them; a claim, not a proof. */
  readonly modifiedMs?: number
  /** Days (UTC) of the first and last visit that saw it. */
  readonly firstSeen: string
  readonly lastSeen: string
  /** What the file is for, told from format, text and path. Absent for known software and stock. */
  readonly purpose?: Purpose
  /** Set when the bytes, or the container that holds them, are in a set of known files; the first set in ledger order. */
  readonly known?: KnownFile
}

/** One row of a listing: a file at a source at one visit. */
export interface ListingEntry {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  /** Epoch milliseconds as the source states them; absent when it states none. */
  readonly modifiedMs?: number
  /** Size and time as a network listing writes them: while they stay the same, the file is not fetched again. */
  readonly listed?: string
  /** ETag or version that came with the bytes. */
  readonly version?: string
  /** The name's bytes, percent-encoded, where `path` was read with a code page that was told from all names together. */
  readonly raw?: string
}

/** A file or folder that a visit saw and took no bytes of. It counts neither as new nor as gone. */
export interface NotTaken {
  readonly path: string
  readonly why: string
  /** Set when nothing under `path` is known at this visit. */
  readonly hidesFolder?: boolean
  readonly bytes?: number
  readonly modifiedMs?: number
  readonly listed?: string
  /** Set when the bytes came and were not kept: their hash is on the stop-list. */
  readonly sha256?: string
}

/** One look at a source. */
export interface Visit {
  readonly id: string
  readonly sourceId: string
  /** ISO instant when we looked. */
  readonly at: string
  /** The day the visit stands for: stated by a folder name, or the day we looked. */
  readonly day: string
  readonly basis: 'visit' | 'stated'
  /** SHA-256 of the listing blob. */
  readonly listing: string
  readonly entries: number
  /** Files that could not be taken, with the reason. */
  readonly problems: readonly { readonly path: string; readonly message: string }[]
  /** Files and folders that were seen and not taken. */
  readonly notTaken?: number
  /** Why nobody could look: the source did not answer. A missed visit has an empty listing and is no empty day. */
  readonly missed?: string
}

/** What a day brought against the visit before. Paths are `/` separated. */
export interface Batch {
  readonly sourceId: string
  readonly day: string
  readonly basis: 'visit' | 'stated' | 'file-time'
  readonly new: readonly string[]
  readonly changed: readonly string[]
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
  readonly gone: readonly string[]
  /** Paths that an earlier visit had, a later one had not, and this one has again, whatever their bytes. They are not in `new`. */
  readonly reappeared?: readonly string[]
  /** Why the visit that was due on this day gave nothing; then nothing is known of the day and the lists are empty. Absent when it was visited. */
  readonly missed?: string
}
