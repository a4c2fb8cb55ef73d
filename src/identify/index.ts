export { type Identified, type IdentifyInput, identify } from './identify.ts'
export { type CodeHit, codeFinder, type Shot, shotAfter, shotInWords } from './shot-codes.ts'
export { type Targets, targetsOf } from './targets.ts'
