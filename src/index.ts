export { InbetweenError } from './base/errors.ts'
export * from './model/index.ts'
export { OPERATIONS } from './operations/index.ts'
