export { type DecisionInput, decide, REVIEW_STATES } from './decide.ts'
export { checkMarkName, savedSearchesOf, tagsOf } from './marks.ts'
export { queueOf, type Reviewed, statesOf } from './states.ts'
