import type { ReportOutput } from '../document.ts'
import { html } from './html.tsx'
import { json } from './json.ts'
import { md } from './md.ts'

/** Every way to write a report, in the order of the documentation. */
export const OUTPUTS: readonly ReportOutput[] = [html, json, md]
