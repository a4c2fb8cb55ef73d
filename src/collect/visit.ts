import { setTimeout as pause } from 'node:timers/promises'
import { InbetweenError } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { isoInstant } from '../base/time.ts'
import type { ListingEntry, NotTaken } from '../model/index.ts'
import { mayAskAgain } from './declined.ts'
import { type Filters, leftOut } from './filters.ts'
import type { Journal } from './journal.ts'
import type { JournalFile, Taken } from './journal-rows.ts'
import { listAll } from './list-all.ts'
import type { Connection, SourceContext } from './source.ts'
import { type Sink, StopListed, takeBytes } from './take.ts'

/** One look at a place, already connected. */
export interface VisitInput {
  readonly connection: Connection
  readonly journal: Journal
  readonly context: SourceContext
  readonly sink: Sink
  /** What the visit before held, by path. */
  readonly previous: Iterable<ListingEntry>
  /** Gets every file that is held after this visit, by path. */
  readonly write: (entry: ListingEntry) => void
  /** Gets what was seen and not taken. */
  readonly writeNotTaken: (row: NotTaken) => void
  readonly filters?: Filters
  /** Fetch files although the listing says that they did not change. */
  readonly verifyBytes?: boolean
  /** Milliseconds before a second try; the third waits four times as long. */
  readonly retryMs?: number
  /** Takes the listing's totals; false ends the visit before anything is fetched. */
  readonly confirm?: () => Promise<boolean>
  /** No more is asked for: what is not taken yet stays so, because this visit was left unfinished too long ago. */
  readonly isClosing?: boolean
  /** `confirm` needs totals: then also a local source is listed before anything is taken. */
  readonly isCounted?: boolean
  readonly onFile?: (done: number, total: number, path: string) => void
}

/** What one look came to. `undefined` from {@link takeVisit} means that a person said no. */
export interface VisitResult {
  readonly entries: number
  readonly notTaken: number
  /** Files whose bytes were read or fetched at this look. */
  readonly read: number
  readonly bytesRead: number
  /** Against the visit before: what came, changed, and is there no more. A renamed file is one that came and one that went. */
  readonly came: number
  readonly changed: number
  readonly went: number
}

const DAY_MS = 86_400_000
/** 1990-01-01: no file of a networked studio is older. */
const EARLIEST_MS = 631_152_000_000

/** Failures in a row after which the source is taken to be gone. */
const GIVE_UP_AFTER = 5

/**
 * Takes one look: lists everything, then takes the bytes of what is new or changed, in path order. What the journal holds already is not asked for again.
 * A file rewritten with the same size, time and tag is not seen as changed; `verifyBytes` reads all the same.
 * @throws InbetweenError `IBT-UNREACHABLE` when the source stops answering: the journal stays, and the same call goes on.
 */
export async function takeVisit(input: VisitInput): Promise<VisitResult | undefined> {
  const { journal, connection } = input
  const sorted = input.isCounted
    ? undefined
    : connection.sorted?.((row) => {
        if (journal.count('problem') < LIMITS.visitProblems) journal.addProblem(row)
      })
  if (!input.isClosing && !sorted) await listAll(connection, journal, input.retryMs ?? 2000, input.onFile)
  if (input.confirm && !(await input.confirm())) return undefined
  const total = journal.count('file')
  const result = { entries: 0, notTaken: 0, read: 0, bytesRead: 0, came: 0, changed: 0, went: 0 }
  const previous = cursorOf(input.previous)
  const seenIdentity = new Map<string, string>()
  const absent = (row: NotTaken) => {
    result.notTaken++
    input.writeNotTaken(row)
  }
  let failures = 0
  let done = 0
  let hasHidden = input.isClosing === true
  for (const file of sorted ?? journal.files()) {
    if (++done > LIMITS.listingEntries) {
      journal.addProblem({ path: '', message: `more than ${LIMITS.listingEntries} files: the rest is unknown`, hidesFolder: true })
      break
    }
    input.onFile?.(done, total, file.path)
    const before = previous.at(file.path)
    const identity = identityOf(file)
    const outcome = await oneFile(input, file, before, identity === undefined ? undefined : seenIdentity.get(identity), result)
    if ('why' in outcome) {
      absent(outcome)
      failures = outcome.isFailure === true ? failures + 1 : 0
      if (failures >= GIVE_UP_AFTER) {
        journal.flush()
        throw new InbetweenError('IBT-UNREACHABLE', `the source stopped answering: ${done} of ${total} files looked at`, {
          hint: 'What was taken is kept. Run the same command again: it goes on there.',
        })
      }
      continue
    }
    failures = 0
    if (identity !== undefined) seenIdentity.set(identity, outcome.sha256)
    if (before === undefined) result.came++
    else if (before.sha256 !== outcome.sha256) result.changed++
    result.entries++
    input.write(outcome)
  }
  for (const { path, message, hidesFolder } of journal.problems(LIMITS.visitProblems)) {
    if (!hidesFolder) continue
    absent({ path, why: message, hidesFolder: true })
    hasHidden = true
  }
  for (const path of journal.unlisted()) absent({ path, why: 'the visit was not finished', hidesFolder: true })
  journal.flush()
  result.went = hasHidden ? 0 : previous.skipped()
  return result
}

type Outcome = ListingEntry | (NotTaken & { readonly isFailure?: boolean })

/** What becomes of one listed file: the entry of the visit before, bytes taken now, or a row that says why not. */
async function oneFile(
  input: VisitInput,
  file: JournalFile,
  before: ListingEntry | undefined,
  sameFile: string | undefined,
  result: { read: number; bytesRead: number },
): Promise<Outcome> {
  const filters = input.filters ?? {}
  const why = leftOut(file, filters)
  if (why !== undefined) return absence(file, why)
  const taken = input.journal.taken(file)
  if (taken) return entryOf(file, taken)
  if (sameFile !== undefined) return entryOf(file, { sha256: sameFile, bytes: file.bytes ?? 0 })
  const isSame = before !== undefined && input.verifyBytes !== true ? isUnchanged(before, file) : false
  if (before !== undefined && isSame === true) return before
  if (input.isClosing) return absence(file, 'the visit was not finished')
  if (filters.budgetBytes !== undefined && result.bytesRead + (file.bytes ?? 0) > filters.budgetBytes)
    return absence(file, `the budget of one visit (${filters.budgetBytes} bytes) was used up`)
  return fetchFile(input, file, isSame === undefined ? before : undefined, result)
}

async function fetchFile(
  input: VisitInput,
  file: JournalFile,
  known: ListingEntry | undefined,
  result: { read: number; bytesRead: number },
): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      const taken = await takeBytes(input, file, known)
      if (taken === undefined && known !== undefined) return known
      if (taken === undefined) return absence(file, 'the server says that it did not change, though nothing is held of it')
      result.read++
      result.bytesRead += taken.bytes
      if (file.bytes !== undefined && file.bytes !== taken.bytes)
        input.journal.addProblem({ path: file.path, message: `changed during the visit: ${file.bytes} bytes listed, ${taken.bytes} taken` })
      const { modifiedMs } = taken
      if (modifiedMs !== undefined && (modifiedMs > input.context.effects.now() + DAY_MS || modifiedMs < EARLIEST_MS))
        input.journal.addProblem({
          path: file.path,
          message: `states an impossible time (${timeText(modifiedMs)}): a claim, kept as it is`,
        })
      input.journal.setTaken(file, taken, taken.bytes > 1_000_000 || result.read % 64 === 0 || input.connection.localPath === undefined)
      return entryOf(file, taken)
    } catch (error) {
      if (error instanceof StopListed) return { ...absence(file, error.message), sha256: error.sha256 }
      if (attempt >= LIMITS.tries || !mayAskAgain(error))
        return { ...absence(file, reasonOf(error)), ...(mayAskAgain(error) ? { isFailure: true } : {}) }
      await pause((input.retryMs ?? 2000) * 4 ** (attempt - 1))
    }
  }
}

/** Whether the listing says that a file is as it was; undefined when it says nothing about it, so that the server must be asked. */
function isUnchanged(before: ListingEntry, file: JournalFile): boolean | undefined {
  if (file.version !== undefined && before.version !== undefined) return file.version === before.version && file.bytes === before.bytes
  if (file.listed !== undefined && before.listed !== undefined) return file.listed === before.listed
  if (file.bytes !== undefined && file.modifiedMs !== undefined) return file.bytes === before.bytes && file.modifiedMs === before.modifiedMs
  return undefined
}

function entryOf(file: JournalFile, taken: Taken): Outcome {
  if (taken.stopped) return { ...absence(file, 'its hash is on the stop-list: not kept'), sha256: taken.sha256 }
  const modifiedMs = taken.modifiedMs ?? file.modifiedMs
  const version = file.version ?? taken.version
  return {
    path: file.path,
    sha256: taken.sha256,
    bytes: taken.bytes,
    ...(modifiedMs === undefined ? {} : { modifiedMs }),
    ...(file.listed === undefined ? {} : { listed: file.listed }),
    ...(version === undefined ? {} : { version }),
    ...(file.raw === undefined ? {} : { raw: file.raw }),
  }
}

function absence({ path, bytes, modifiedMs, listed }: JournalFile, why: string): NotTaken {
  return {
    path,
    why,
    ...(bytes === undefined ? {} : { bytes }),
    ...(modifiedMs === undefined ? {} : { modifiedMs }),
    ...(listed === undefined ? {} : { listed }),
  }
}

function timeText(ms: number): string {
  return Math.abs(ms) < 8.64e15 ? isoInstant(ms) : String(ms)
}

function identityOf({ identity, bytes, modifiedMs }: JournalFile): string | undefined {
  return identity === undefined ? undefined : `${identity}:${bytes}:${modifiedMs}`
}

function reasonOf(error: unknown): string {
  if (error instanceof InbetweenError) return error.message
  return error instanceof Error ? ('code' in error ? `cannot be read: ${String(error.code)}` : error.message) : String(error)
}

/** Walks sorted entries beside a sorted list of paths: each is looked at once, none is held. */
function cursorOf(entries: Iterable<ListingEntry>) {
  const iterator = entries[Symbol.iterator]()
  let next = iterator.next()
  let passed = 0
  return {
    at(path: string): ListingEntry | undefined {
      for (; next.done !== true && next.value.path < path; next = iterator.next()) passed++
      if (next.done === true || next.value.path !== path) return undefined
      const found = next.value
      next = iterator.next()
      return found
    },
    /** Entries that no path was asked for, to the end. */
    skipped(): number {
      for (; next.done !== true; next = iterator.next()) passed++
      return passed
    },
  }
}
