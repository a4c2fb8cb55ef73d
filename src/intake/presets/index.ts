import type { Preset } from '../preset.ts'
import { owners } from './owners.ts'
import { attestation, invoice, statement } from './papers.ts'
import { productions } from './productions.ts'
import { kitsuPersons, roster } from './roster.ts'
import { kitsuShots, kitsuTasks, shotgridShots, shotgridVersions, shots } from './shots.ts'
import { sites } from './sites.ts'
import { subcontractors } from './subcontractors.ts'

/** Every preset; of two of one kind that know as many columns of a table the earlier is taken. */
export const PRESETS: readonly Preset[] = [
  kitsuPersons,
  roster,
  sites,
  subcontractors,
  owners,
  productions,
  kitsuShots,
  kitsuTasks,
  shotgridVersions,
  shotgridShots,
  shots,
  invoice,
  attestation,
  statement,
]
