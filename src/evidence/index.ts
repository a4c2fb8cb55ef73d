export { type BagFile, type WrittenBag, writeBag } from './bag.ts'
export { type BlobStore, folderBlobs, writeDurably } from './blobs.ts'
export { fingerprintOfPem, keyFolder, makeKey, openKey, type Signer } from './keys.ts'
export {
  type AppendContext,
  appendEntries,
  type Head,
  headBefore,
  type LedgerEntry,
  type LedgerPaths,
  ledgerPaths,
  type Payload,
  readEntries,
  readHead,
  readLines,
  ZERO_HASH,
} from './ledger.ts'
export { listingWriter, orderedRowWriter, pathRowWriter, type RowWriter, readListing, rowsOf, sealListing } from './listing.ts'
export { holdLock, withLock } from './lock.ts'
export { receiverIn } from './receive.ts'
export { timestamping } from './timestamping.ts'
export type { TimestampCheck } from './timestamps.ts'
export { type BagCheck, bagRoot, checkBag, unzipInto } from './unbag.ts'
export { checkScript, verifierPage } from './verifier-page.ts'
export { type Problem, type Verification, type VerifyOptions, verifyEvidence } from './verify.ts'
