import { compareText } from '../../base/hash.ts'
import type { ListEntity } from '../../model/index.ts'
import type { ListReader } from '../list.ts'
import { DPRK_ANIMATION, DPRK_ANIMATION_AS_OF } from '../tables/dprk-animation.ts'

const NAME = 'ofac-dprk-animation'

/** The OFAC designations of December 2021 and December 2022 that concern animation work for the DPRK, with dates, so that the question can be asked offline. */
export const dprkAnimation: ListReader = {
  name: NAME,
  kind: 'sanctions',
  summary: 'OFAC designations around SEK Studio (2021-12-10, 2022-12-09), with dates; comes with the program',
  source: 'OFAC SDN list entries; dates from the Treasury announcements and the press on them, see tables/dprk-animation.ts',
  isBuiltIn: true,
  read() {
    const entries = DPRK_ANIMATION.map(({ number, ...row }): ListEntity => ({ ...row, id: `${NAME}-${number}`, list: NAME }))
    entries.sort((a, b) => compareText(a.id, b.id))
    return { list: { name: NAME, kind: 'sanctions', version: DPRK_ANIMATION_AS_OF, entities: entries.length, entries }, warnings: [] }
  },
}
