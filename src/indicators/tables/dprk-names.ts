/**
 * Names of animation organisations of the DPRK as public sources write them: Latin names from the SDN list of OFAC (entry 34022, designated on 2021-12-10),
 * 38 North (2024-04-22) and the encyclopaedia of nks.ac.kr (entry 1681); Korean names from the same encyclopaedia and South Korean press; one Chinese
 * name from a news page. Short forms that name other things as well (SEK alone, 4.26 alone) are left out.
 */
export const DPRK_NAMES: readonly string[] = [
  'SEK Studio',
  'SEK Studios',
  'SEK Animation Studio',
  "April 26 Children's Animation Film Studio",
  "April 26 Children's Film Studio",
  'April 26 Animation Studio',
  "Korean April 26 Children's Studio",
  'Scientific Education Korea Studio',
  'Scientific and Educational Film Studio of Korea',
  '4.26만화영화촬영소',
  '4.26아동영화촬영소',
  '조선과학교육영화촬영소',
  '조선아동영화촬영소',
  '조선국립영화촬영소',
  '426儿童电影制片厂',
]

/** Strings of the intranet of the DPRK and of its programs: the address of the portal that its browser opens (de.wikipedia, "Naenara"), and the browser. */
export const DPRK_INTRANET = /(?<![\d.])10\.76\.1\.11(?![\d.])|naenara ?browser/i

/** The families of typefaces that the DPRK made official in May 2000, and Okryu (Tongil News 17431; ko.wikipedia, "옥류체"). */
export const DPRK_FONTS = /천리마|청봉|광명체|새날체|붓글체|률동체|동심체|립체체|옥류체|chollima|chongbong|kwangmyong/i
