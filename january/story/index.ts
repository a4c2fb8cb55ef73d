import { january } from './january.ts'
import { koreanChineseStaff } from './korean-chinese-staff.ts'
import { koreanStudio } from './korean-studio.ts'
import { leakMirror } from './leak-mirror.ts'
import type { MadeCase } from './made-case.ts'
import { planted } from './planted.ts'
import { vpnStudio } from './vpn-studio.ts'

/** The cases by name; the first is the default, the others are its innocent twins. */
export const CASES: ReadonlyMap<string, () => Promise<MadeCase>> = new Map([
  ['january', january],
  ['korean-studio', koreanStudio],
  ['korean-chinese-staff', koreanChineseStaff],
  ['vpn-studio', vpnStudio],
  ['leak-mirror', leakMirror],
  ['planted', planted],
])
