export { type Told, tellLanguage } from './tell.ts'
