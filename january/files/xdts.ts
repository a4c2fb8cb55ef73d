import { utf8 } from './bytes.ts'

/** A timesheet of one shot. */
export interface Timesheet {
  readonly shot: string
  readonly cut: string
  readonly scene: string
  readonly frames: number
  /** Drawing columns by name: which drawing is shown from which frame (0-based). */
  readonly columns: readonly { readonly name: string; readonly keys: readonly { readonly frame: number; readonly drawing: string }[] }[]
  /** Spoken lines by the speaker's name, with the frames they last. */
  readonly dialogue: readonly { readonly speaker: string; readonly line: string; readonly frame: number; readonly length: number }[]
}

const CELL = 0
const DIALOG = 3

/** An exchange digital timesheet (XDTS 1.0, Celsys and Toei): one line of identification, then JSON; only changes are written. */
export function xdts(sheet: Timesheet): Uint8Array {
  const fields = [
    { fieldId: CELL, tracks: sheet.columns.map(({ keys }, trackNo) => ({ frames: cellFrames(keys, sheet.frames), trackNo })) },
    ...(sheet.dialogue.length === 0 ? [] : [{ fieldId: DIALOG, tracks: [{ frames: dialogueFrames(sheet.dialogue), trackNo: 0 }] }]),
  ]
  const headers = [
    { fieldId: CELL, names: sheet.columns.map(({ name }) => name) },
    ...(sheet.dialogue.length === 0 ? [] : [{ fieldId: DIALOG, names: ['S'] }]),
  ]
  const table = { duration: sheet.frames, fields, name: sheet.shot, timeTableHeaders: headers }
  const content = { header: { cut: sheet.cut, scene: sheet.scene }, timeTables: [table], version: 5 }
  return utf8(`exchangeDigitalTimeSheet Save Data\n${JSON.stringify(content, null, 4)}\n`)
}

function cellFrames(keys: readonly { readonly frame: number; readonly drawing: string }[], frames: number): object[] {
  const shown = keys.map(({ frame, drawing }) => ({ data: [{ id: 0, values: [drawing] }], frame }))
  return [...shown, { data: [{ id: 0, values: ['SYMBOL_NULL_CELL'] }], frame: frames }]
}

function dialogueFrames(dialogue: Timesheet['dialogue']): object[] {
  return dialogue.flatMap(({ speaker, line, frame, length }) => [
    { data: [{ id: 0, values: [speaker, line] }], frame },
    ...Array.from({ length: length - 1 }, (_, step) => ({ data: [{ id: 0, values: ['SYMBOL_HYPHEN'] }], frame: frame + step + 1 })),
    { data: [{ id: 0, values: ['SYMBOL_NULL_CELL'] }], frame: frame + length },
  ])
}
