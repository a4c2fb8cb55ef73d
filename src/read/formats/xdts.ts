import { LIMITS } from '../../base/limits.ts'
import { decodeText } from '../../base/text.ts'

import { addMember } from '../containers/container.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'

/** First lines of the two kinds: the exchange form (XDTS, Celsys) and the studio form (TDTS, Toei) of the same program. */
const MARK = /^(?:\ufeff)?\s*(exchange|toei)DigitalTimeSheet Save Data/
/** Field numbers of a sheet, as Celsys' description of the format names them. */
const FIELDS: Readonly<Record<number, string>> = { 0: 'cell', 1: 'sound effect', 2: 'instruction', 3: 'dialog', 4: 'effect', 5: 'camera' }
/** Values that stand for a drawn mark, and cell numbers: no text. */
const NO_TEXT = /^(SYMBOL_[A-Z_0-9]+|[\d.]+)$/
/** Keys of the header and of a table that hold what somebody wrote, and keys that are no text at all. */
const NO_KEYS = new Set(['fields', 'timeTableHeaders', 'imageData', 'color', 'version', 'duration', 'whiteboard'])

/** Animation timesheets: header, names of tracks, dialog, instructions and camera work, each at its frame. Handwriting kept as a picture is a member. */
export const xdts: FormatReader = {
  name: 'xdts',
  summary: 'Animation timesheet (XDTS, TDTS): names, dialog, instructions by frame',
  extensions: ['.xdts', '.tdts', '.xtds'],
  source: 'CELSYS, XDTS File Format ver. 1.0 (2022-12-06)',
  sniff(head, name) {
    const start = Buffer.from(head.subarray(0, 128)).toString('utf8')
    // Some programs leave the first line out.
    return MARK.test(start) || (/\.(xdts|tdts|xtds)$/i.test(name) && /^(?:\ufeff)?\s*\{/.test(start))
  },
  async read(bytes, context) {
    const draft = new Draft()
    const pictures: Handwriting[] = []
    const { text } = decodeText(bytes)
    const sheet = parseSheet(text, draft)
    if (sheet === undefined) return draft.done('xdts')
    const version = sheet.version
    const isStudio = MARK.exec(text)?.[1] === 'toei'
    draft.trace(
      'application',
      `${isStudio ? 'TDTS' : 'XDTS'} version ${typeof version === 'number' ? version : '?'}`,
      'Form of the timesheet; several programs write it.',
    )
    const sheets = listOf(sheet.timeSheets)
    for (const [index, one] of (sheets.length > 0 ? sheets : [sheet]).entries()) {
      const prefix = sheets.length > 1 ? `sheet ${index + 1} ` : ''
      writtenValues(one.header, `${prefix}header`, { draft, pictures })
      for (const [number, table] of listOf(one.timeTables).entries()) readTable(table, `${prefix}table ${number + 1}`, { draft, pictures })
      if (one.whiteboard !== undefined) writtenValues(one.whiteboard, `${prefix}whiteboard`, { draft, pictures })
    }
    for (const { part, data } of pictures) {
      const path = `${part}.png`
      await addMember(path, data, { context, draft })
    }
    return draft.done('xdts')
  },
}

/** A note written by hand, kept as a picture, and the way of keys to it. */
interface Handwriting {
  readonly part: string
  readonly data: Uint8Array
}

interface Here {
  readonly draft: Draft
  readonly pictures: Handwriting[]
}

type Json = Readonly<Record<string, unknown>>

function parseSheet(text: string, draft: Draft): Json | undefined {
  try {
    const value: unknown = JSON.parse(text.slice(text.indexOf('{')))
    if (isRecord(value)) return value
    draft.cut('damaged', 'the timesheet is not an object')
  } catch {
    draft.cut('damaged', `the timesheet is not whole JSON (${text.length} characters)`)
  }
  return undefined
}

function readTable(table: Json, part: string, here: Here): void {
  const { draft } = here
  if (typeof table.duration === 'number') draft.trace('duration', `${table.duration} frames`, 'Length of the cut.')
  writtenValues(table, part, here)
  for (const header of listOf(table.timeTableHeaders)) {
    const field = fieldName(header.fieldId)
    for (const [track, name] of stringsOf(header.names).entries())
      draft.passage(
        name,
        { kind: 'cell', sheet: `${part}/${field} names`, cell: `${columnName(track)}1` },
        { role: 'name', block: `${part}/${field} names`, row: 0, column: track },
      )
  }
  for (const field of listOf(table.fields)) readField(field, part, here)
}

/** Cells of one field: the column is the track, the row is the frame counted from 1. */
function readField(field: Json, part: string, here: Here): void {
  const { draft } = here
  const name = fieldName(field.fieldId)
  for (const track of listOf(field.tracks)) {
    const column = numberOf(track.trackNo)
    for (const frame of listOf(track.frames)) {
      const row = numberOf(frame.frame)
      for (const [index, one] of listOf(frame.data).entries())
        if (one.memo !== undefined) writtenValues(one.memo, `${part}/${name} ${columnName(column)}${row + 1} memo ${index + 1}`, here)
      const values = listOf(frame.data).flatMap(({ values }) => stringsOf(values))
      const cell = `${columnName(column)}${row + 1}`
      for (const [index, value] of values.entries()) {
        if (NO_TEXT.test(value.trim())) continue
        // A dialog cell has the speaker first, then what is said.
        const isSpeaker = name === 'dialog' && values.length > 1 && index === 0
        const sheet = isSpeaker ? `${part}/${name} speaker` : index > 1 ? `${part}/${name} ${index}` : `${part}/${name}`
        draft.passage(value, { kind: 'cell', sheet, cell }, { role: isSpeaker ? 'name' : 'cue', block: sheet, row, column })
      }
    }
  }
}

/** Every string that somebody wrote into a header or beside a table, line by line; the part of the anchor is the way of keys to it. */
function writtenValues(value: unknown, part: string, here: Here, depth = 0): void {
  const { draft, pictures } = here
  if (depth > LIMITS.mediaDepth) {
    draft.cut('json-depth', `${part} is nested deeper than ${LIMITS.mediaDepth}`)
    return
  }
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) writtenValues(one, `${part}[${index}]`, here, depth + 1)
  } else if (isRecord(value)) {
    for (const [key, one] of Object.entries(value)) {
      if (key === 'imageData' && typeof one === 'string')
        pictures.push({ part, data: Buffer.from(one.replace(/^data:[^,]*,/, ''), 'base64') })
      if (NO_KEYS.has(key)) continue
      // `opratorName` is how some versions spell it.
      if (/^op(e?)ratorName$/.test(key) && typeof one === 'string')
        draft.trace('user', one, 'Operator as entered in the timesheet; anybody can set it.')
      writtenValues(one, `${part}/${key}`, here, depth + 1)
    }
  } else if (typeof value === 'string') {
    const isName = /\/(name|op(e?)ratorName|episode|scene|cut|title|subTitle)$/i.test(part)
    for (const [index, line] of value.split(/\r\n|\r|\n/).entries())
      draft.passage(line, { kind: 'paragraph', part, index: index + 1 }, { role: isName ? 'name' : 'note', block: part, row: index })
  }
}

function fieldName(id: unknown): string {
  return FIELDS[numberOf(id)] ?? `field ${numberOf(id)}`
}

/** Column letters as spreadsheets have them: 0 is A, 26 is AA. */
function columnName(index: number): string {
  let name = ''
  for (let left = index; left >= 0 && name.length < 5; left = Math.floor(left / 26) - 1) name = String.fromCharCode(65 + (left % 26)) + name
  return name
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : '')) : []
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0
}
