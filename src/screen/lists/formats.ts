import type { ListReader } from '../list.ts'
import { au } from './au.ts'
import { dprkAnimation } from './builtin.ts'
import { ca } from './ca.ts'
import { ch } from './ch.ts'
import { euCsv, euJournal, euXml } from './eu.ts'
import { ofac } from './ofac.ts'
import { ofacAdvanced } from './ofac-advanced.ts'
import { ofacXml } from './ofac-xml.ts'
import { ftm, simple } from './opensanctions.ts'
import { own } from './own.ts'
import { ukCsv, ukXml } from './uk.ts'
import { un } from './un.ts'
import { usCsl, usDpl, usMilitary } from './us-other.ts'

/** Every format of a list that this version reads; of two formats of one list the one that says more comes first, tables that a person makes last. */
export const LISTS: readonly ListReader[] = [
  dprkAnimation, ofacAdvanced, ofacXml, un, euXml, euCsv, euJournal, ukXml, ukCsv, ch, ca, au, usCsl, usDpl, usMilitary, ftm, simple, ofac, own,
] // biome-ignore format: a list read as a line
