import type { ListEntity } from '../../model/index.ts'

/**
 * Designations of parties that OFAC links to SEK Studio, an animation studio owned by the DPRK state. Programme DPRK3 (E.O. 13722).
 *
 * Names, numbers, addresses and identifiers: OFAC SDN.CSV as of 2023-01-21, ALT.CSV and ADD.CSV as of 2025-12-24 (US Government works, public domain).
 * Dates: the list files carry none; U.S. Treasury announced the two actions on 2021-12-10 and 2022-12-09 (also NK News, Kharon 2021-12-30, Stripes 2022-12-13).
 * Funsaga's removal: Export Compliance Daily, late July 2025 ("last week"; the day is not known here).
 * Names of SEK Studio that OFAC does not list: 38 North and Reuters 2024-04-22; NK News 2021-12; Encyclopedia of North Korean studies (nks.ac.kr); Chosun Ilbo 2024-04-23; news.520etj.com for the Chinese one.
 * OFAC lists no names in Chinese or Korean script for the others, and none are made up here.
 */
export const DPRK_ANIMATION_AS_OF = '2025-12-24'

/** The name of the list that this table is. */
export const DPRK_ANIMATION_NAME = 'ofac-dprk-animation'

/** What says the days of this table, as a source of a day. */
export const DPRK_ANIMATION_SOURCE = 'announcement of the U.S. Treasury'

/** A row of the table: an entry without list and id, and its OFAC number. */
export type DesignationRow = Omit<ListEntity, 'id' | 'list'> & { readonly number: number }

const RISK = 'Secondary sanctions risk: North Korea Sanctions Regulations, sections 510.201 and 510.210.'
const FIRST = '2021-12-10'
const SECOND = '2022-12-09'
const full = (...names: string[]) => names.map((name) => ({ name, weak: false }))

/** The entries, by OFAC number. */
export const DPRK_ANIMATION: readonly DesignationRow[] = [
  {
    number: 31042, name: 'MOXING CARTOON', schema: 'Company', programs: ['DPRK3'], listedOn: FIRST,
    aliases: full('SHANGHAI MOXING CULTURAL MEDIA CO LTD'),
    addresses: ['901-7, No. 439 Yishan Road, Xuhui District, Shanghai, China'],
    identifiers: ['Registration Number 310104000572013 (China)', 'Unified Social Credit Code (USCC) 913101040936933514 (China)'],
    remarks: `Linked To: SEK STUDIO. ${RISK}`,
  },
  {
    number: 34022, name: 'SEK STUDIO', schema: 'Organization', programs: ['DPRK3'], listedOn: FIRST,
    aliases: full(
      "APRIL 26 CHILDREN'S ANIMATION FILM STUDIO", 'SCIENTIFIC EDUCATION KOREA STUDIO', 'April 26 Animation Studio', "Korean April 26 Children's Studio", 'Scientific and Educational Film Studio of Korea',
      'SEK Animation Studio', 'SEK Studios', '조선4.26만화영화촬영소', '4.26만화영화촬영소', '조선4.26아동영화촬영소', '4.26아동영화촬영소', '조선과학교육영화촬영소', '426儿童电影制片厂',
    ),
    addresses: ['Pyongyang, Korea, North', 'China'],
    identifiers: [],
    remarks: `Organization Type: Motion picture, video and television programme production activities; Target Type State-Owned Enterprise. ${RISK} The first two aliases are OFAC's; the others are names that press and reference works give the same studio.`,
  },
  {
    number: 34023, name: 'NINGS CARTOON STUDIO', schema: 'Company', programs: ['DPRK3'], listedOn: FIRST,
    aliases: full('CHONGQING CITY NINGSE ANIMATION DEVELOPMENT CO., LTD.', 'CHONGQING NINGSE CARTOON & ANIMATION DEVELOPMENT CO., LTD.', 'CHONGQING NINGSE CARTOON AND ANIMATION DEVELOPMENT CO., LTD.'),
    addresses: ['No. 19, E. First Road, Huilong Boulevard, Yongchuan District, Chongqing, China'],
    identifiers: ['Registration Number 500383000029284 (China)', 'Unified Social Credit Code (USCC) 91500118582829838H (China)'],
    remarks: `Linked To: SEK STUDIO. ${RISK}`,
  },
  {
    number: 34024, name: 'LU, Hezheng', schema: 'Person', programs: ['DPRK3'], listedOn: FIRST, aliases: [],
    addresses: ['Room 810, No. 760, Qinzhou Road, Xuhui District, Shanghai, China', 'Guangzhou, Guangdong, China'],
    identifiers: ['National ID No. 31010619740406283X (China)'],
    remarks: `DOB 06 Apr 1974; POB Shanghai, China; nationality China; Gender Male; Linked To: SEK STUDIO. ${RISK}`,
  },
  {
    number: 34025, name: 'SHANGHAI HONGMAN CARTOON AND ANIMATION DESIGN STUDIO', schema: 'Company', programs: ['DPRK3'], listedOn: FIRST,
    aliases: full('SHANGHAI HONGMAN ANIMATION DESIGN STUDIO'),
    addresses: ['Room 705, Floor 7, Building 1, No. 1919 Zhongshan West Road, Xuhui District, Shanghai, China'],
    identifiers: ['Registration Number 310104000570122 (China)', 'Unified Social Credit Code (USCC) 91310104093794515H (China)'],
    remarks: `Linked To: LU, Hezheng. ${RISK}`,
  },
  {
    number: 40201, name: 'JADHAV, Deepak', schema: 'Person', programs: ['DPRK3'], listedOn: SECOND, aliases: [], addresses: [],
    identifiers: ['Passport U8554908 (India) expires 12 Jan 2031'],
    remarks: `DOB 11 Dec 1976; POB Dombivli Maharashtra, India; nationality India; Gender Male; Linked To: SEK STUDIO. Whether this entry was still listed after July 2025 is not known here: OFAC's address and alias files of 2025-12-24 hold no row for it, which also holds for an entry that has none.`,
  },
  {
    number: 40202, name: 'FUNSAGA PTE LTD.', schema: 'Company', programs: ['DPRK3'], listedOn: SECOND, delistedOn: '2025-07', aliases: [], addresses: [],
    identifiers: ['Identification Number 201836948N (Singapore)'],
    remarks: 'Organization Established Date 30 Oct 2018; Linked To: SEK STUDIO. Removed from the SDN list in July 2025 (the day is not known here).',
  },
  {
    number: 40203, name: 'KINOATIS LLC', schema: 'Company', programs: ['DPRK3'], listedOn: SECOND,
    aliases: full('KINOATIS', 'LIMITED LIABILITY COMPANY KINOATIS', 'LLC KINOATIS'),
    addresses: ['Ul. Polkovaya D. 3, Str. 6, ET/POM/KOM 6/1/1, 3, Moscow 127018, Russia', 'Ul. Polkovaya, d. 3, Str. 6, r. 13, Moscow 127018, Russia', '36613 Polkovaya, Moscow, Russia'],
    identifiers: ['Tax ID No. 7743531082', 'Business Registration Number 1047796451658'],
    remarks: `Organization Established Date 23 Jun 2004; Linked To: SEK STUDIO. ${RISK}`,
  },
  {
    number: 40205, name: 'KIM, Myong Chol', schema: 'Person', programs: ['DPRK3'], listedOn: SECOND, aliases: full("KIM, Myo'ng-Ch'o'l"),
    addresses: ['Paris, France'],
    identifiers: ['Passport 836210080 (Korea, North) expires 14 May 2021'],
    remarks: `DOB 12 May 1972; Gender Male; Linked To: SEK STUDIO. ${RISK}`,
  },
  {
    number: 40207, name: 'EVERLASTING EMPIRE LIMITED', schema: 'Company', programs: ['DPRK3'], listedOn: SECOND, aliases: [],
    addresses: ['Room 2105, QD5399, Trend Centre, 29-31 Cheung Lee Street, Chai Wan, Hong Kong, China'],
    identifiers: ['Business Registration Number 2211652 (Hong Kong)'],
    remarks: `Organization Established Date 16 Mar 2015; Linked To: SEK STUDIO. ${RISK}`,
  },
  {
    number: 40209, name: 'TIAN FANG HONG KONG HOLDINGS LIMITED', schema: 'Company', programs: ['DPRK3'], listedOn: SECOND,
    aliases: full('TIAN FANG HONG KONG HOLDING LTD.', 'TIAN FANG HOLDINGS LIMITED'),
    addresses: ['Room 6, 10/F, CC Wu Building, 302-8 Hennessy Road, Hong Kong, China'],
    identifiers: ['Business Registration Number 1100762 (Hong Kong)'],
    remarks: `Organization Established Date 09 Jan 2007; Linked To: SEK STUDIO. ${RISK}`,
  },
  {
    number: 40210, name: 'YANCHENG THREE LINE ONE POINT ANIMATION CO., LTD.', schema: 'Company', programs: ['DPRK3'], listedOn: SECOND, aliases: [],
    addresses: ['1272 Jinan Road, Jinsha Lake, Funing County, Yancheng City, Jiangsu Province, China'], identifiers: [],
    remarks: `Linked To: SEK STUDIO. ${RISK}`,
  },
  {
    number: 40212, name: 'QUANZHOU YIYANGJIN IMPORT AND EXPORT TRADE CO., LTD.', schema: 'Company', programs: ['DPRK3'], listedOn: SECOND, aliases: [],
    addresses: ['China'], identifiers: [],
    remarks: `Linked To: SEK STUDIO. ${RISK}`,
  },
  {
    number: 40213, name: 'FUJIAN NANAN IMPORT AND EXPORT CORPORATION', schema: 'Company', programs: ['DPRK3'], listedOn: SECOND,
    aliases: full("FUJIAN NAN'AN IMPORT AND EXPORT COMPANY", 'FUJIAN NANAN IMPORT & EXPORT COMPANY'),
    addresses: ['No. 198 Xinhua Street, Ximei Nanan City, Fujian 362300, China'],
    identifiers: ['Organization Code 259861969 (China)', 'Business Registration Number 350583100010710 (China)', 'Unified Social Credit Code (USCC) 91350583259861969M (China)'],
    remarks: `Linked To: SEK STUDIO. ${RISK}`,
  },
]

/** Entries of which it is not known here whether they were still listed from this month on: OFAC number → `YYYY-MM`. */
export const STATUS_OPEN_FROM: Readonly<Record<number, string>> = { 40201: '2025-07' }
