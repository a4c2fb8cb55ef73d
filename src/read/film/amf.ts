import { LIMITS } from '../../base/limits.ts'

/** One plain value of an AMF0 message: the name of its field, and what it is. Dates are epoch milliseconds with the offset that the program states, mostly 0. */
export interface AmfValue {
  readonly name: string
  readonly value: string | number | { readonly ms: number; readonly offsetMinutes: number }
  readonly from: number
  readonly to: number
}

const TYPE = {
  number: 0,
  boolean: 1,
  string: 2,
  object: 3,
  reference: 7,
  array: 8,
  strictArray: 10,
  date: 11,
  longString: 12,
  xml: 15,
  typedObject: 16,
} as const

/** The plain values between two places in their order (Adobe, Action Message Format AMF0). `isWhole` is false when one is cut short, of an unknown kind, or a bound is met. */
export function amfValues(file: Buffer, from: number, to: number): { readonly values: readonly AmfValue[]; readonly isWhole: boolean } {
  const walk: Walk = { file, to, at: from, values: [], isWhole: true }
  while (walk.at < to && walk.isWhole) value(walk, '', 0)
  return walk
}

interface Walk {
  readonly file: Buffer
  readonly to: number
  at: number
  readonly values: AmfValue[]
  isWhole: boolean
}

function value(walk: Walk, name: string, depth: number): void {
  const { file, values } = walk
  if (depth > LIMITS.mediaDepth || values.length >= LIMITS.mediaParts) walk.isWhole = false
  const from = walk.at
  if (!has(walk, 1)) return
  const type = file[walk.at++]
  const keep = (plain: AmfValue['value']) => {
    if (walk.isWhole) values.push({ name, value: plain, from, to: walk.at })
  }
  if (type === TYPE.number) keep(take(walk, 8, (at) => file.readDoubleBE(at)) ?? 0)
  else if (type === TYPE.boolean) take(walk, 1, () => undefined)
  else if (type === TYPE.string) keep(text(walk, take(walk, 2, (at) => file.readUInt16BE(at)) ?? 0))
  else if (type === TYPE.longString || type === TYPE.xml) keep(text(walk, take(walk, 4, (at) => file.readUInt32BE(at)) ?? 0))
  else if (type === TYPE.date) {
    const date = take(walk, 10, (at) => ({ ms: file.readDoubleBE(at), offsetMinutes: file.readInt16BE(at + 8) }))
    if (date) keep(date)
  } else if (type === TYPE.reference) take(walk, 2, () => undefined)
  else if (type === TYPE.strictArray) {
    const count = take(walk, 4, (at) => file.readUInt32BE(at)) ?? 0
    for (let i = 0; i < count && walk.isWhole; i++) value(walk, name, depth + 1)
  } else if (type === TYPE.object || type === TYPE.array || type === TYPE.typedObject) {
    if (type === TYPE.array) take(walk, 4, () => undefined)
    if (type === TYPE.typedObject) text(walk, take(walk, 2, (at) => file.readUInt16BE(at)) ?? 0)
    fields(walk, depth)
  } else if (type !== 5 && type !== 6 && type !== 13) walk.isWhole = false
}

/** Names and values, until an empty name and an end mark. */
function fields(walk: Walk, depth: number): void {
  while (walk.isWhole) {
    const name = text(walk, take(walk, 2, (at) => walk.file.readUInt16BE(at)) ?? 0)
    if (name === '') {
      take(walk, 1, () => undefined)
      return
    }
    value(walk, name, depth + 1)
  }
}

function has(walk: Walk, bytes: number): boolean {
  if (walk.at + bytes > walk.to) walk.isWhole = false
  return walk.isWhole
}

function take<T>(walk: Walk, bytes: number, read: (at: number) => T): T | undefined {
  if (!has(walk, bytes)) return undefined
  const at = walk.at
  walk.at += bytes
  return read(at)
}

function text(walk: Walk, bytes: number): string {
  return take(walk, bytes, (at) => walk.file.toString('utf8', at, Math.min(at + bytes, at + LIMITS.mediaTextBytes))) ?? ''
}
