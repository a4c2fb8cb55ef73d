export {
  type Comparison,
  compareNames,
  type NameInput,
  type NameSchema,
  ofacScore,
  readPackedNames,
  writePackedNames,
} from '../names/index.ts'
export { type NameFinder, type NamePlace, nameFinder } from './document.ts'
export { birthDatesOf, type KnownFacts } from './identifiers.ts'
export type { ListOptions, ListReader, ListReading, SanctionsList } from './list.ts'
export { compareLists, type ListChanges, SHRUNKEN_FROM, shrunken } from './list-changes.ts'
export { packedNamesOf, usePackedNames } from './list-index.ts'
export { type DocumentText, joinMatches, type ListedInTexts, listedInTexts } from './listed-in-texts.ts'
export { type Listed, listedOn } from './listed-on.ts'
export { builtInLists, type FormatReading, LISTS, readLists } from './lists/index.ts'
export { readOfac } from './lists/ofac.ts'
export { refuseOwnName } from './lists/own-names.ts'
export { aggregateOwnership, type Holding, type OwnershipAnswer, type OwnershipStep } from './ownership.ts'
export { blocksOn, holdingsOfLists, holdingsOfTable, type NamedHolding, ownerKey, SHARE_HEADINGS } from './ownership-graph.ts'
export { comparePairs, type NamePair, type PairScore } from './pairs.ts'
export { MATCH_FROM, NEAR_FROM, type RankedEntry, rankNames, type ScreenOptions, type ScreenQuery, screenNames } from './screen-names.ts'
export { readShare, type ShareRange } from './shares.ts'
export { applyDecisions, decideMatch, type MatchDecisionInput, readDecisions } from './suppress.ts'
export { LIST_ADDRESSES, type ListAddress } from './tables/list-addresses.ts'
