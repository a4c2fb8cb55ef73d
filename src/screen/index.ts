export {
  type Comparison,
  compareNames,
  type NameInput,
  type NameSchema,
  ofacScore,
  PACKED_VERSION,
} from '../names/index.ts'
export { countryCodeOf } from './countries.ts'
export { cutNameWarnings } from './cut-names.ts'
export { type NameFinder, type NamePlace, nameFinder } from './document.ts'
export { birthDatesOf, type KnownFacts } from './identifiers.ts'
export type { ListOptions, ListReader, ListReading, SanctionsList } from './list.ts'
export { compareLists, type ListChanges, SHRUNKEN_FROM, shrunken } from './list-changes.ts'
export { type DocumentText, joinMatches, type ListedInTexts, listedInTexts } from './listed-in-texts.ts'
export { type Listed, listedOn } from './listed-on.ts'
export { isoDate } from './lists/dates.ts'
export { builtInLists, type FormatReading, formatOf, LISTS, OWN_FIELD_NAMES, readLists } from './lists/index.ts'
export { readOfac } from './lists/ofac.ts'
export { refuseOwnName } from './lists/own-names.ts'
export { nameBandOf } from './name-score.ts'
export { type CaseOwnership, type OwnershipFound, type OwnershipQuestion, ownershipPaths, ownersOf } from './owners.ts'
export { statementInWords } from './ownership.ts'
export { holdingsOfTable, type NamedHolding } from './ownership-graph.ts'
export { type ReadLists, readPackedLists, writePackedLists } from './packed-lists.ts'
export { comparePairs, type NamePair, type PairScore } from './pairs.ts'
export { besideInWords } from './person-places.ts'
export { alsoInWords, type ShownMatch, shownMatches } from './same-entry.ts'
export { MATCH_FROM, NEAR_FROM, type RankedEntry, rankNames, type ScreenOptions, type ScreenQuery, screenNames } from './screen-names.ts'
export { readShare, type ShareRange, shareInWords } from './shares.ts'
export { statedHoldings } from './stated-holdings.ts'
export { applyDecisions, decideMatch, type MatchDecisionInput, readDecisions } from './suppress.ts'
export { LIST_ADDRESSES, type ListAddress } from './tables/list-addresses.ts'
