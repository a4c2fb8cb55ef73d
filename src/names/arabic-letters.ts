/** Marks that Arabic texts are written with or without: vowels and signs of recitation, the stroke that stretches a word, and characters without width, which keep letters of one word apart or tell its direction. */
const UNWRITTEN =
  /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** Letters that are written one for the other, each row after the one that all become: carriers of hamza, the yeh, kaf and heh of Persian, Urdu, Pashto, Kurdish and Uyghur, vowel letters of their own, gaf with a ring or bars. */
const FORMS = 'ا أإآٱٲٳ;ي ىیېۍێےۓۑ;ك کڪ;گ ګڬڳݢ;ه ہۀۂ;ة ۃ;و ۇۆۈۋۊۉۅ;ن ںڼڻ;ر ڕ;ل ڵ;ق ڧ;ف ڢ'

const LETTERS = new Map(
  FORMS.split(';').flatMap((row) => {
    const [one = '', forms = ''] = row.split(' ')
    return [...forms].map((form) => [form, one] as const)
  }),
)
const OTHER_FORM = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g')
const ARABIC = /[\u0600-\u06ff\u0750-\u077f]/

/** The heh that marks a breathed consonant in Urdu stays (`کھوکھر`, Khokhar); elsewhere it is a heh. */
const OTHER_HEH = /(?<![كگچجتدبپٹڈڑرلمن])ھ/g

/** A composed text with its Arabic letters in one form each and without what is written or left out at will; other texts as they are. */
export function withPlainArabic(text: string): string {
  return ARABIC.test(text) ? text.replace(UNWRITTEN, '').replace(OTHER_FORM, plainOf).replace(OTHER_HEH, 'ه') : text
}

function plainOf(letter: string): string {
  return LETTERS.get(letter) ?? letter
}
