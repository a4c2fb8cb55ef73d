/** What reads and checks time-stamp tokens, loaded when there are any: its libraries take longer to load than most commands run. */
export const timestamping = () => import('./timestamps.ts')
