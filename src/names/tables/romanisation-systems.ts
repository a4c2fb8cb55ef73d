/** What a romanisation follows. */
export type RomanisationSystem =
  | 'revised' | 'revised-hyphen' | 'mccune' | 'dprk' | 'dprk-plain' | 'surname' | 'pinyin-toned' | 'pinyin' | 'pinyin-passport' | 'pinyin-typed' | 'hong-kong'
  | 'hepburn' | 'hepburn-plain' | 'hepburn-passport' | 'iso9' | 'bgn' | 'passport'

/** Which system it is, and where it is used. No word on who a person is: everybody's name can be written in every system. */
export const ROMANISATION_NOTES: { readonly [S in RomanisationSystem]: string } = {
  revised: 'Revised Romanisation of Korean (2000): signs, maps and state publications of South Korea',
  'revised-hyphen': 'Revised Romanisation of Korean (2000) with the hyphen that it allows in given names',
  mccune: 'McCune–Reischauer (1939): libraries and mapping agencies outside Korea, and South Korea before 2000',
  dprk: 'romanisation rules of the DPRK (1992, with the letters of later submissions to the United Nations)',
  'dprk-plain': 'romanisation rules of the DPRK without breves: its press and passports, and lists that quote them',
  surname: 'spellings of the family name that people choose, whatever the system',
  'pinyin-toned': 'Hanyu Pinyin with tones: dictionaries and textbooks',
  pinyin: 'Hanyu Pinyin without tones: most writing about China and Singapore',
  'pinyin-passport': 'Hanyu Pinyin with yu for ü: names in Chinese passports since 2012',
  'pinyin-typed': 'Hanyu Pinyin with u or v for ü: older passports, databases and keyboards',
  'hong-kong': 'spelling of Cantonese names in Hong Kong, which no published table fixes',
  hepburn: 'modified Hepburn with macrons: libraries and dictionaries',
  'hepburn-plain': 'modified Hepburn without macrons: press and film credits',
  'hepburn-passport': 'Hepburn as Japanese passports write it: no macrons, m before b, m and p',
  iso9: 'ISO 9:1995: libraries; one letter for one letter',
  bgn: 'BGN/PCGN 1947 for Russian: maps and press in English',
  passport: 'ICAO Doc 9303: Russian passports since 2013',
}
