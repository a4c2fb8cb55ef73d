import { compareText } from '../../base/hash.ts'
import type { ListEntity } from '../../model/index.ts'
import type { ListReader, SanctionsList } from '../list.ts'
import { DPRK_ANIMATION, DPRK_ANIMATION_AS_OF, DPRK_ANIMATION_NAME } from '../tables/dprk-animation.ts'
import { withEnds } from './edges.ts'
import { numberOf } from './entry-draft.ts'
import { readRemarks } from './ofac-remarks.ts'

const NAME = DPRK_ANIMATION_NAME

/** The OFAC designations of December 2021 and December 2022 that concern animation work for the DPRK, with dates, so that the question can be asked offline. */
export const dprkAnimation: ListReader = {
  name: NAME,
  summary: 'OFAC designations around SEK Studio (2021-12-10, 2022-12-09), with dates; comes with the program',
  source: 'OFAC SDN list entries; dates from the Treasury announcements and the press on them, see tables/dprk-animation.ts',
  isBuiltIn: true,
  recognises: () => false,
  read() {
    const rows = DPRK_ANIMATION.map(({ number, ...row }): ListEntity => {
      const { birthDates, countries, edges } = readRemarks(row.remarks)
      const numbers = readRemarks(row.identifiers.join('; ')).numbers.map(numberOf)
      return {
        ...row,
        id: `${NAME}-${number}`,
        list: NAME,
        ...(birthDates.length > 0 ? { birthDates } : {}),
        ...(countries.length > 0 ? { countries } : {}),
        ...(numbers.length > 0 ? { numbers } : {}),
        ...(edges.length > 0 ? { edges } : {}),
      }
    })
    rows.sort((a, b) => compareText(a.id, b.id))
    const entries = withEnds(rows)
    const list: SanctionsList = {
      name: NAME,
      kind: 'sanctions',
      version: DPRK_ANIMATION_AS_OF,
      entities: entries.length,
      date: DPRK_ANIMATION_AS_OF,
      entries,
    }
    return { name: NAME, lists: [list], warnings: [], isWhole: true }
  },
}
