import type { FormatReader } from '../reader.ts'
import { docx } from './docx.ts'
import { txt } from './txt.ts'

/** Every reader; the first whose sniff says yes reads. */
export const READERS: readonly FormatReader[] = [docx, txt]
