import type { Verdict } from './names.cases.ts'
import type { NameSchema } from './prepare.ts'

/** Names in Hangul and in Latin letters, and what they are to each other, as in names.cases.ts: names that official lists publish, public companies and figures, and invented names. */
export const HANGUL_CASES: readonly (readonly [hangul: string, latin: string, verdict: Verdict, schema?: NameSchema])[] = [
  // What all words mean, and a name of its own by its sound, written together.
  ['조선광업개발무역회사', 'KOREA MINING DEVELOPMENT TRADING CORPORATION', 'same'],
  ['조선단군무역회사', 'KOREA TANGUN TRADING CORPORATION', 'same'],
  ['조선 단군 무역회사', 'KOREA TANGUN TRADING CORPORATION', 'same'],
  ['단천상업은행', 'TANCHON COMMERCIAL BANK', 'same'],
  ['고려항공', 'AIR KORYO', 'same'],
  ['남강건설회사', 'NAMGANG CONSTRUCTION', 'same'],
  ['조선련봉총회사', 'KOREA RYONBONG GENERAL CORPORATION', 'same'],
  ['조선연봉총회사', 'KOREA RYONBONG GENERAL CORPORATION', 'same'],
  ['룡악산총무역회사', 'LYONGAKSAN GENERAL TRADING CORPORATION', 'same'],
  ['조선대성은행', 'Choson Taesong Unhaeng', 'same'],
  ['청송련합', 'CHONGSONG YONHAP', 'same'],
  ['해금강무역회사', 'Haegumgang Trading Company', 'same'],
  ['조선로동당', "Workers' Party of Korea", 'same'],
  ['정찰총국', 'RECONNAISSANCE GENERAL BUREAU', 'same'],
  ['제2경제위원회', 'SECOND ECONOMIC COMMITTEE', 'same'],
  ['조선4.26만화영화촬영소', 'Korea 4.26 Animation Studio', 'same'],
  // Both spellings, and the South's companies.
  ['브란달쏘프트웨어회사', 'Brandal Software Company', 'near'],
  ['마르윅 소프트웨어', 'Mareuwik Software', 'same'],
  ['로동신문사', 'Rodong Newspaper', 'same'],
  ['삼성전자', 'Samsung Electronics', 'near'],
  ['현대건설', 'Hyundai Construction', 'same'],
  ['대한항공', 'Daehan Airlines', 'same'],
  ['하늘섬애니메이션', 'Haneulseom Animation', 'same'],
  // Other names, trades and places.
  ['조선단군무역회사', 'KOREA RYONBONG GENERAL CORPORATION', 'other'],
  ['남강건설회사', 'NAMHUNG CONSTRUCTION', 'near'],
  ['고려은행', 'AIR KORYO', 'near'],
  ['고려아연', 'KOREA ZINC INDUSTRIAL GROUP', 'other'],
  ['삼성무역', 'KOREA TANGUN TRADING CORPORATION', 'other'],
  ['국제무역회사', 'Brandal International Trading Company', 'other'],
  ['조선무역회사', 'KOREA TANGUN TRADING CORPORATION', 'other'],
  ['한솔건설', 'NAMGANG CONSTRUCTION', 'other'],
  ['constructor', '건설회사', 'other'],
  // What one ordinary word and a trade mean: a house in another country is called so too.
  ['푸른해운', 'Green Shipping Ltd.', 'near'],
  ['동방해운 주식회사', 'Orient Shipping Limited', 'near'],
  ['은하무역', 'Unha Trading', 'same'],
  // Persons, also where a name is a word that houses bear.
  ['김철수', 'KIM, Chol Su', 'same', 'Person'],
  ['김철수', 'Kim Cheol-su', 'same'],
  ['김 철수', 'KIM, Chol Su', 'same', 'Person'],
  ['김 철수', 'KIM, Chol Su', 'same'],
  ['김미래', 'KIM, Mi Rae', 'same', 'Person'],
  ['김미래', 'Kim Mirae', 'same'],
  ['이영화', 'RI, Yong Hwa', 'same', 'Person'],
  ['조선희', 'JO, Son Hui', 'same'],
  ['김수지', 'KIM, Su Ji', 'same'],
  ['이경영', 'RI, Kyong Yong', 'same'],
  ['이영화', 'RI, Yong Hwa', 'same'],
  ['강철', 'KANG, Chol', 'same'],
  ['김철수', 'KIM, Chol Ho', 'other', 'Person'],
]
