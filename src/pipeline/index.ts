export { type AnalyzeOptions, analyze, rebuild, storeOf } from './analyze.ts'
export { type CaseFolder, initCase, isCase, openCase, TOOL_VERSION } from './case-folder.ts'
export { batchesOfCase, collectSource, guardPlaces, type Progress, type SealedVisit, type SourceConfig, sealedVisits } from './collect.ts'
