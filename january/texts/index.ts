import type { InstructionText } from './model.ts'
import { ACTING } from './tables/acting.ts'
import { BODY } from './tables/body.ts'
import { CAMERA } from './tables/camera.ts'
import { CLEANUP } from './tables/cleanup.ts'
import { EFFECTS } from './tables/effects.ts'
import { LIGHT } from './tables/light.ts'
import { LINE } from './tables/line.ts'
import { LONG } from './tables/long.ts'
import { OFFICE } from './tables/office.ts'
import { SHORT } from './tables/short.ts'
import { STAGE } from './tables/stage.ts'
import { TIMING } from './tables/timing.ts'

export type { InstructionText, KoreanText } from './model.ts'
export { HORSE_BOOK } from './tables/horse-book.ts'
export { HORSE_CAPTIONS } from './tables/horse-captions.ts'
export { PICTURE_NOTES } from './tables/picture-notes.ts'
export { PLANTED } from './tables/planted.ts'
export { RETAKES } from './tables/retakes.ts'
export { STRAY_KO } from './tables/stray-ko.ts'
export { STRAY_ZH } from './tables/stray-zh.ts'
export {
  DELIVERY_LINES,
  PRODUCTION_LINES,
  PRODUCTIONS,
  type ProductionText,
  RIGHTS_LINES,
  STUDIO_LINES,
  USER_AGENTS,
} from './tables/studio.ts'
export { DOCUMENT_TITLES, FILE_WORDS, GREETINGS, SHEET_HEADERS } from './tables/words.ts'
export { YANBIAN } from './tables/yanbian.ts'
export { ZH_ONLY } from './tables/zh-only.ts'

/** Instructions for a day's work. All texts of this folder are written for the generator; no line comes from a real production. */
export const INSTRUCTIONS: readonly InstructionText[] = [
  ...LINE,
  ...LIGHT,
  ...CAMERA,
  ...TIMING,
  ...ACTING,
  ...BODY,
  ...STAGE,
  ...EFFECTS,
  ...CLEANUP,
  ...OFFICE,
  ...SHORT,
  ...LONG,
]
