import type { Source } from '../local-source.ts'
import { folder } from './folder.ts'

/** Every kind of source, in the order of the documentation. */
export const SOURCES: readonly Source[] = [folder]
