export { composeReport } from './compose.ts'
export type { ReportInput } from './context.ts'
export { type Block, PROFILES, type Profile, type ReportDocument, type ReportOutput, type Section } from './document.ts'
export { OUTPUTS } from './outputs/index.ts'
