/** The systems for Cyrillic. */
export type CyrillicSystem = 'iso9' | 'bgn' | 'passport'

/** Russian letters, and the other letters of Ukrainian and Belarusian, that all three systems write alike. */
const SHARED = { а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', ы: 'y' }

/**
 * Sources: ISO 9:1995 (= GOST 7.79-2000, system A); BGN/PCGN 1947 for Russian (е as ye at the beginning, after vowels, й, ъ and ь: the program's rule, not the table's); ICAO Doc 9303 part 3, which passports of Russia follow
 * since 2013 (before: GOST R 52535.1-2006, with ts as tc). Ukrainian and Belarusian letters are read as Russian would: their own tables say г h, и y.
 */
export const CYRILLIC_SYSTEMS: { readonly [S in CyrillicSystem]: Readonly<Record<string, string>> } = {
  iso9: { ...SHARED, е: 'e', ё: 'ë', ж: 'ž', й: 'j', х: 'h', ц: 'c', ч: 'č', ш: 'š', щ: 'ŝ', ъ: 'ʺ', ь: 'ʹ', э: 'è', ю: 'û', я: 'â', і: 'ì', ї: 'ï', є: 'ê', ґ: 'g̀', ў: 'ŭ' },
  bgn: { ...SHARED, е: 'e', ё: 'ë', ж: 'zh', й: 'y', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '"', ь: "'", э: 'e', ю: 'yu', я: 'ya', і: 'i', ї: 'yi', є: 'ye', ґ: 'g', ў: 'w' },
  passport: { ...SHARED, е: 'e', ё: 'e', ж: 'zh', й: 'i', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: 'ie', ь: '', э: 'e', ю: 'iu', я: 'ia', і: 'i', ї: 'i', є: 'ie', ґ: 'g', ў: 'u' },
}
