import type { Warning } from '../model/index.ts'
import { isTold, readShare, type ShareRange, sharesMayBeParts } from './shares.ts'

/** Why a stated share is not taken at its word: it may be a part of one instead of per cent, or its words are no share. */
export interface ShareDoubt {
  /** The table that states it, in words. */
  readonly table: string
  /** `row 3`, `line 4`. */
  readonly place: string
  readonly why: 'part-of-one' | 'unread'
}

/** A share as a table states it, and what is doubtful about it; `percent` is absent where none can be read. */
export interface ReadShare {
  readonly percent?: ShareRange
  readonly doubt?: ShareDoubt
}

/** Places that one warning names. */
const PLACES = 10
/** Per cent in one. */
const WHOLE = 100

/**
 * Reads the shares of one table together. Where none of them is above 1, one has decimals and neither a sign nor the heading says per cent, `0.51` may be 0.51 or 51 per cent: each share then reaches from the one to the other.
 * Cells come in the order of the table; `placeOf` says where the nth stands.
 */
export function readSharesOf(table: string, heading: string, cells: readonly string[], placeOf: (n: number) => string): ReadShare[] {
  const isDoubtful = !isTold(heading) && sharesMayBeParts(cells)
  return cells.map((cell, n) => {
    const percent = readShare(cell)
    const about = { table, place: placeOf(n) }
    if (percent === undefined) return cell.trim() === '' ? {} : { doubt: { ...about, why: 'unread' } }
    if (!isDoubtful) return { percent }
    const [low, high] = percent
    return { percent: [low, high <= 1 ? high * WHOLE : high], doubt: { ...about, why: 'part-of-one' } }
  })
}

/** Warnings of doubtful shares, one per table and reason, with the first places. The words of a cell are not repeated: they may name somebody. */
export function doubtWarnings(doubts: readonly ShareDoubt[]): Warning[] {
  const groups = new Map<string, ShareDoubt[]>()
  for (const doubt of doubts) {
    const key = `${doubt.why}\0${doubt.table}`
    const known = groups.get(key)
    if (known) known.push(doubt)
    else groups.set(key, [doubt])
  }
  return [...groups.values()].flatMap((all): Warning[] => {
    const [first] = all
    if (!first) return []
    const more = all.length > PLACES ? ` and ${all.length - PLACES} more` : ''
    const places = `${all
      .slice(0, PLACES)
      .map(({ place }) => place)
      .join(', ')}${more}`
    return [
      first.why === 'unread'
        ? { code: 'share-unread', message: `${first.table}: what stands as share in ${places} is no share in per cent (1,200 may be a number of shares): it may be anything from 0 to 100; write 51 or 51 %` }
        : { code: 'share-unclear', message: `${first.table}: no share is above 1, so that 0.51 may mean 0.51 or 51 per cent (${places}): both are counted as possible; write 51 % or 0.51 %` },
    ] // biome-ignore format: messages read as lines
  })
}
