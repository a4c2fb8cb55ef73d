export { batchesOf, compareListings } from './batches.ts'
export { type DayCounts, type DayOfSource, dayCounter, daysOfSources, isEmptyBatch } from './days.ts'
export type { PlannedVisit, Sink, Source, SourceFile } from './local-source.ts'
export {
  compareObservers,
  type FileTimeDifference,
  fileTimeDifference,
  type ObservedFile,
  type SeenByOne,
  seenDays,
} from './observers.ts'
export { isFileOrFolder } from './sources/folder.ts'
export { SOURCES } from './sources/index.ts'
export { compareStates, type SourceStateAt, stateAt, type VisitsOfSource } from './state.ts'
export { type Known, takeVisit, type VisitResult } from './visit.ts'
