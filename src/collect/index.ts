export { batchesOf, compareListings } from './batches.ts'
export { type DayCounts, type DayOfSource, dayCounter, daysOfSources, isEmptyBatch } from './days.ts'
export { mayAskAgain } from './declined.ts'
export { type Filters, parseRate, parseSize, parseSpan } from './filters.ts'
export { type HttpAnswer, httpClient, readBounded } from './http/client.ts'
export { Journal, type Totals } from './journal.ts'
export { type Layout, type PlannedVisit, planVisits } from './layout.ts'
export { tellNames } from './names.ts'
export {
  compareObservers,
  type FileTimeDifference,
  fileTimeDifference,
  type ObservedFile,
  type SeenByOne,
  seenDays,
} from './observers.ts'
export type { Connection, Credentials, Exchange, Place, Source, SourceContext } from './source.ts'
export { isFileOrFolder } from './sources/folder.ts'
export { SOURCES, sourceFor } from './sources/index.ts'
export { compareStates, type SourceStateAt, stateAt, type VisitsOfSource } from './state.ts'
export { type Receiver, type Sink, StopListed, type Tags } from './take.ts'
export { takeVisit, type VisitInput, type VisitResult } from './visit.ts'
