/**
 * Letters of Latin writing that pinyin initials stand for when Chinese characters write foreign names, usual ones before the stroke, rarer ones after it; and vowel letters that finals stand for, likewise.
 * Own selection from general knowledge of transcriptions from English, German, French, Spanish and Russian.
 */
export const ONSETS: Readonly<Record<string, string>> = {
  b: 'b bb/p v', p: 'p pp/b', m: 'm mm', f: 'ph f ff v/w pf', d: 'd dd/t dt dh th tt', t: 't tt th/d dt', n: 'n nn kn/gn', l: 'l ll r rr rh wr', g: 'g gg gh gu/c k q ck', k: 'k kk c cc ck kh q qu x/ch g', h: 'h/ch kh gh g j wh x', j: 'j g gg/dg k c gy ky zh dj z', q: 'ch tch cz tsch/c j g q k ts', x: 's sh h sch/c ch x sc ss z', zh: 'j g dg dj zh/z', ch: 'ch tch tsch/c cz', sh: 's sh sch ss/sc c ch sz x', r: 'j r zh/g ge', z: 'z zz s ts tz/c dz', c: 'ts tz z zz/c cz s', s: 's ss c th/z sc x', w: 'w v wh/hu u o', y: 'y i j e u', '': 'h',
} // biome-ignore format: a table

/** Vowel letters by the vowel part of a pinyin final. */
export const VOWELS: Readonly<Record<string, string>> = {
  a: 'au/oe', o: 'o/aue', e: 'eou/ai', i: 'iey/a', u: 'uow/e', ai: 'aiey', ei: 'eaiy', ao: 'aouw', ou: 'oew/u', ia: 'iae/y', ie: 'iey/a', iao: 'iao/e', iu: 'iuew', io: 'io', ua: 'uaow/i', uo: 'uo/a', uai: 'uaiy', ui: 'uiewy', iue: 'iueo', iua: 'iuae', er: 'er', '': 'aeiou',
} // biome-ignore format: a table
