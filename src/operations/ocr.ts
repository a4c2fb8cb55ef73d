import { InbetweenError } from '../base/errors.ts'
import type { Exhibit } from '../model/index.ts'
import { flag, type OperationInput, type OptionSpec, text } from './operation.ts'
import { count } from './terminal.ts'

/** Which recogniser is used; said alone it asks for recognition. */
export const OCR_ENGINE_OPTION: OptionSpec = {
  type: 'string',
  value: 'NAME',
  choices: ['own', 'system'],
  summary:
    'What recognises: own, the one that is brought along, or system, the tesseract of this machine with kor and chi_sim. Implies --ocr.',
}

/** The options of every command that analyses. */
export const OCR_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ocr: {
    type: 'boolean',
    summary:
      'Also recognise Korean and Chinese characters drawn in PNG and JPEG pictures and on scanned pages of PDFs: about a second each. Later analyses go on so.',
  },
  'ocr-engine': OCR_ENGINE_OPTION,
  'no-ocr': { type: 'boolean', summary: 'Leave out what was recognised in pictures, from this analysis on.' },
  frames: {
    type: 'boolean',
    summary:
      'Also take key frames of films, through the ffmpeg of this machine; with --ocr also what is drawn in them. Later analyses go on so.',
  },
  'no-frames': { type: 'boolean', summary: 'Leave out frames of films, from this analysis on.' },
}

/** What is to be examined beside the readings; a member is absent when it was not said. @throws InbetweenError `IBT-USAGE` when both of a pair were said. */
export function ocrOf(input: OperationInput): { readonly ocr?: boolean | 'system'; readonly frames?: boolean } {
  const [isOn, frames] = [choiceOf(input, 'ocr'), choiceOf(input, 'frames')]
  const engine = text(input, 'ocr-engine')
  if (isOn === false && engine !== undefined)
    throw new InbetweenError('IBT-USAGE', '--ocr-engine and --no-ocr say the opposite', { hint: 'Name one of them.' })
  const ocr = engine === 'system' ? engine : engine === undefined ? isOn : true
  return { ...(ocr === undefined ? {} : { ocr }), ...(frames === undefined ? {} : { frames }) }
}

function choiceOf(input: OperationInput, name: string): boolean | undefined {
  const [isOn, isOff] = [flag(input, name), flag(input, `no-${name}`)]
  if (isOn && isOff) throw new InbetweenError('IBT-USAGE', `--${name} and --no-${name} say the opposite`, { hint: 'Name one of them.' })
  return isOn ? true : isOff ? false : undefined
}

/** How many pictures were examined for drawn text, and how many were not; films apart. */
export function drawnTextCounts(exhibits: readonly Pick<Exhibit, 'drawnText' | 'filmFrames'>[]): {
  readonly examined: number
  readonly notExamined: number
} {
  const examined = exhibits.filter(({ drawnText, filmFrames }) => drawnText === 'examined' && filmFrames === undefined).length
  const notExamined = exhibits.filter(({ drawnText }) => drawnText === 'not-examined').length
  return { examined, notExamined }
}

/** Those counts as a line for a terminal. */
export function drawnTextLine({ examined, notExamined }: ReturnType<typeof drawnTextCounts>): string {
  const rest = notExamined === 0 ? '' : `${count(notExamined)} not examined${examined === 0 ? ' (inbetween analyze --ocr)' : ''}`
  return `text drawn in pictures: ${[...(examined > 0 ? [`${count(examined)} examined`] : []), ...(rest === '' ? [] : [rest])].join(', ')}`
}

/** How many films had frames looked at, and how many had not. */
export function filmCounts(exhibits: readonly Pick<Exhibit, 'filmFrames'>[]): { readonly examined: number; readonly notExamined: number } {
  const examined = exhibits.filter(({ filmFrames }) => filmFrames === 'examined').length
  const notExamined = exhibits.filter(({ filmFrames }) => filmFrames === 'not-examined').length
  return { examined, notExamined }
}

/** Those counts as lines for a terminal; none without films. */
export function filmLines({ examined, notExamined }: ReturnType<typeof filmCounts>): string[] {
  if (examined + notExamined === 0) return []
  const rest = notExamined === 0 ? [] : [`${count(notExamined)} not examined${examined === 0 ? ' (inbetween analyze --frames)' : ''}`]
  return [`  frames of films: ${[...(examined > 0 ? [`${count(examined)} examined`] : []), ...rest].join(', ')}`]
}
