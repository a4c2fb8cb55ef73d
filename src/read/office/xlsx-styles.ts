import type { Draft } from '../draft.ts'
import { walkLocal } from './ooxml.ts'

/** What the cell formats of a workbook say: per format number its font and whether it shows a number as a date or in per cent. */
export interface CellStyles {
  readonly fonts: readonly (string | undefined)[]
  readonly isDate: readonly boolean[]
  readonly isPercent: readonly boolean[]
  /** Days to add to a serial number to count from 1900: 1,462 in workbooks that count from 1904, else 0. */
  readonly dayShift: number
}

/** A workbook without styles. */
export const NO_STYLES: CellStyles = { fonts: [], isDate: [], isPercent: [], dayShift: 0 }

/** Formats that a reader can be asked for by one workbook; Excel itself allows 65,490. */
const FORMATS = 70_000
/** Built-in number formats that are dates or times (ECMA-376 Part 1, 18.8.30, with the East Asian ones). */
const isBuiltInDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** The two built-in formats in per cent (ECMA-376 Part 1, 18.8.30): `0%` and `0.00%`. */
const isBuiltInPercent = (id: number) => id === 9 || id === 10

/** Reads fonts and number formats of the cell formats. */
export function readStyles(part: Uint8Array, draft: Draft): CellStyles {
  const path: string[] = []
  const fontNames: (string | undefined)[] = []
  const dateFormats = new Set<number>()
  const percentFormats = new Set<number>()
  const formats: { readonly font: number; readonly format: number }[] = []
  const open = (tag: string, attribute: (local: string) => string | undefined) => {
    const parent = path.at(-1)
    path.push(tag)
    if (tag === 'numFmt') {
      const [code, id] = [attribute('formatCode') ?? '', Number(attribute('numFmtId'))]
      if (isDateCode(code)) dateFormats.add(id)
      else if (bareCode(code).includes('%')) percentFormats.add(id)
    } else if (tag === 'font' && parent === 'fonts' && fontNames.length < FORMATS) fontNames.push(undefined)
    else if (tag === 'name' && parent === 'font' && path.at(-3) === 'fonts') fontNames[fontNames.length - 1] = attribute('val')
    else if (tag === 'xf' && parent === 'cellXfs' && formats.length < FORMATS)
      formats.push({ font: Number(attribute('fontId')), format: Number(attribute('numFmtId')) })
  }
  walkLocal(part, 'styles', { open, close: () => void path.pop() }, draft)
  return {
    fonts: formats.map(({ font }) => fontNames[font]),
    isDate: formats.map(({ format }) => isBuiltInDate(format) || dateFormats.has(format)),
    isPercent: formats.map(({ format }) => isBuiltInPercent(format) || percentFormats.has(format)),
    dayShift: 0,
  }
}

/** A format code with day, month, year, hour or second outside quotes, brackets and escapes. */
function isDateCode(code: string): boolean {
  return /[dmyhs年月日년월일]/i.test(bareCode(code).replace(/general/gi, ''))
}

/** A format code without what stands in quotes, in brackets and behind escapes. */
function bareCode(code: string): string {
  return code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '')
}

/** A number that is shown in per cent, as it is shown, to six decimals: 0.51 as `51%`. Undefined when it is no number. */
export function percentOf(value: string): string | undefined {
  const number = Number(value)
  return value.trim() === '' || !Number.isFinite(number) || Math.abs(number) > 1e9 ? undefined : `${Math.round(number * 1e8) / 1e6}%`
}

/** A serial day of the 1900 date system as a date, or date and time; undefined when it is not one. Day 60 is the 1900-02-29 that never was. */
export function dateOfSerial(serial: number): string | undefined {
  if (!(serial >= 61 && serial < 2_958_466)) return undefined
  const iso = new Date(Math.round((serial - 25_569) * 86_400) * 1000).toISOString()
  return Number.isInteger(serial) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
}
