export { type Analyzed, analyze, type Rederived, rebuild, rederive, storeOf } from './analyze.ts'
export { type CaseFolder, initCase, isCase, openCase, TOOL_VERSION } from './case-folder.ts'
export { type Collected, type CollectOptions, collectSource, guardPlaces, kindOf, type Progress } from './collect.ts'
export { recogniserOf } from './drawn-texts.ts'
export type { Executor, RunningExecutor } from './executor.ts'
export { EXECUTORS } from './executors/index.ts'
export { type HashSetMeta, type SealedHashSets, sealHashSet } from './hash-sets.ts'
export { hashSetsOf } from './known.ts'
export { currentVersion, filesOfVersion, listHome, type StoredVersion, storedNames, storedVersions } from './list-store.ts'
export { isUrl, type ListUpdate, updateList } from './list-update.ts'
export { savedSearchesOfCase, tagsOfCase } from './marks.ts'
export { packedLists, packLists } from './packed-store.ts'
export { placeOf } from './place.ts'
export { type Derived, derivedOf, headOfReport } from './records.ts'
export {
  type DeclarationFile,
  payloadsOf,
  type SealedDeclaration,
  type SealedInputs,
  sealDeclaration,
  sealedInputs,
  sealStatement,
} from './sealed-inputs.ts'
export { listsOfPayload, sealLists } from './sealed-lists.ts'
export { STAGES, type Stage } from './stages.ts'
export { stopListOf } from './stop-list.ts'
export { type ThumbnailFinder, thumbnailsOf } from './thumbnails.ts'
export { batchesOfCase, type SealedVisit, type SourceConfig, sealedVisits, type VisitRecord, visitOf, visitRecords } from './visits.ts'
export { type AnalyzeOptions, recordsOf } from './work.ts'
