import type { ReportOutput } from '../document.ts'

/** The report as data: sections as they are printed, and findings, outcomes, weighing and chain as records. */
export const json: ReportOutput = {
  name: 'json',
  summary: 'The report as one JSON object.',
  extension: '.json',
  async write(document) {
    return Buffer.from(`${JSON.stringify({ schema: 'inbetween/report@1', ...document }, null, 1)}\n`)
  },
}
