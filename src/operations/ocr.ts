import { InbetweenError } from '../base/errors.ts'
import type { Exhibit } from '../model/index.ts'
import { flag, type OperationInput, type OptionSpec } from './operation.ts'
import { count } from './terminal.ts'

/** The options of every command that analyses. */
export const OCR_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ocr: {
    type: 'boolean',
    summary: 'Also recognise Korean and Chinese characters drawn in PNG and JPEG pictures: about a second each. Later analyses go on so.',
  },
  'no-ocr': { type: 'boolean', summary: 'Leave out what was recognised in pictures, from this analysis on.' },
}

/** Whether characters are to be recognised; undefined when it was not said. @throws InbetweenError `IBT-USAGE` when both were said. */
export function ocrOf(input: OperationInput): { readonly ocr?: boolean } {
  const [isOn, isOff] = [flag(input, 'ocr'), flag(input, 'no-ocr')]
  if (isOn && isOff) throw new InbetweenError('IBT-USAGE', '--ocr and --no-ocr say the opposite', { hint: 'Name one of them.' })
  return isOn ? { ocr: true } : isOff ? { ocr: false } : {}
}

/** How many pictures were examined for drawn text, and how many were not. */
export function drawnTextCounts(exhibits: readonly Pick<Exhibit, 'drawnText'>[]): {
  readonly examined: number
  readonly notExamined: number
} {
  const examined = exhibits.filter(({ drawnText }) => drawnText === 'examined').length
  const notExamined = exhibits.filter(({ drawnText }) => drawnText === 'not-examined').length
  return { examined, notExamined }
}

/** Those counts as a line for a terminal. */
export function drawnTextLine({ examined, notExamined }: ReturnType<typeof drawnTextCounts>): string {
  const rest = notExamined === 0 ? '' : `${count(notExamined)} not examined${examined === 0 ? ' (inbetween analyze --ocr)' : ''}`
  return `text drawn in pictures: ${[...(examined > 0 ? [`${count(examined)} examined`] : []), ...(rest === '' ? [] : [rest])].join(', ')}`
}
