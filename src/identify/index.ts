export { type Identified, type IdentifyInput, identify } from './identify.ts'
export { isNoise, markKnown, withoutNoise } from './known-files.ts'
export { type CodeHit, codeFinder, type Shot, shotAfter, shotInWords } from './shot-codes.ts'
export { type Targets, targetsOf } from './targets.ts'
