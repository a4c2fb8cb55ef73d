import { DELIVERY_LINES, PRODUCTION_LINES, type ProductionText, RIGHTS_LINES, STUDIO_LINES } from '../texts/index.ts'
import type { Desk, Voice } from './layouts.ts'
import { letter, printedText } from './papers.ts'

/** How English is set. */
export const ENGLISH: Voice = { language: 'en-US', font: 'Arial', postScript: 'Arial', cmap: 'UniGB-UTF16-H' }

/** Title of a show's guide, as the guide and its properties carry it. */
export function guideTitle(production: ProductionText): string {
  return `${production.title}: animation guide`
}

/** The guide of a show as a Word document: rights notice, then rules. `company` is written as given, misspelt or not. */
export function guide(production: ProductionText, company: string, desk: Desk, at: number): Uint8Array {
  const lines = [...RIGHTS_LINES, production.about, ...PRODUCTION_LINES].map((line) => filled(line, production, company))
  return letter(guideTitle(production), lines, ENGLISH, desk, at - 3_600_000, at)
}

/** The same rules as a PDF, with the week's notes. */
export function specification(production: ProductionText, desk: Desk, at: number): Uint8Array {
  const lines = [...PRODUCTION_LINES, ...STUDIO_LINES].map((line) => filled(line, production, production.company))
  return printedText(`${production.title}: delivery specification`, lines, desk, at)
}

/** Lines of a delivery note for a shot and a number of drawings. */
export function deliveryNote(shot: string, drawings: number): string[] {
  return DELIVERY_LINES.map((line) => line.replaceAll('{shot}', shot).replaceAll('{n}', String(drawings)))
}

function filled(line: string, production: ProductionText, company: string): string {
  return line.replaceAll('{title}', production.title).replaceAll('{code}', production.code).replaceAll('{company}', company)
}
