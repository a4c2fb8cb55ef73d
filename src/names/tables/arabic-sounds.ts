/**
 * Latin letters that transliterations write Arabic, Persian, Urdu, Pashto, Kurdish, Uyghur, Sindhi and Malay letters with, usual ones before the stroke, rarer ones after it. Own selection from general knowledge of how official lists, French, English and German spell such names.
 */
export const ARABIC_SOUNDS: Readonly<Record<string, string>> = {
  ا: 'a aa e i/o u', ء: "a/e", ئ: 'i e y a', ؤ: 'u o w', ب: 'b bb/p v', پ: 'p pp/b', ت: 't tt th/d', ٹ: 't tt', ټ: 't tt', ة: 'a ah h at et t e eh', ث: 'th t s ss', ج: 'j g dj jj gg/y c k z zh', چ: 'ch tch c/j sh tsch', ح: 'h hh/kh ch', خ: 'kh k/h q ch', ځ: 'z dz/j zh', څ: 'ts s/c', د: 'd dd/t dh', ډ: 'd dd', ڈ: 'd dd', ذ: 'dh d z th', ر: 'r rr', ړ: 'r rr', ڑ: 'r d rr', ز: 'z zz/s', ژ: 'zh j z', ږ: 'zh g z', س: 's ss c/z', ش: 'sh ch sch/s', ښ: 'sh kh kh', ص: 's ss', ض: 'd dh z dd', ط: 't tt/d', ظ: 'z dh th d', ع: 'a e i o u aa', غ: 'gh g/r q k', ف: 'f ff ph/v', ڤ: 'v w/p f', ق: 'q k c kk qq/g kh gh', ك: 'k c kk/q', گ: 'g gh', ګ: 'g gh', ل: 'l ll', م: 'm mm', ن: 'n nn', ه: 'h hh/a e', ھ: 'h', و: 'w v o u ou oo/au ow aw b ue', ي: 'y i ee e j/a ai ay ie ei ey', ە: 'a e ah eh/h i', ڠ: 'ng/n g', ڭ: 'ng/n g', ڱ: 'ng/n g', ڽ: 'ny n', ڃ: 'ny j', ڨ: 'g q', ٻ: 'b bb', ڀ: 'bh b', ٽ: 't tt', ٺ: 'th t', ٿ: 'th t', ڄ: 'j', ڇ: 'ch chh', ڌ: 'dh d', ڊ: 'd', ڏ: 'd', ڙ: 'r', ڦ: 'ph f',
} // biome-ignore format: a table

/** Consonants by the letter of a class under which words are looked up; a second way after `|`. Letters without one are vowels or are mostly not written. */
export const ARABIC_CLASSES: Readonly<Record<string, string>> = {
  ب: 'b', پ: 'b', ت: 't', ط: 't', ٹ: 't', ټ: 't', ث: 't|s', ج: 'j|g', چ: 'j', ژ: 'j|s', ح: 'h', ه: 'h', ة: 'h|', ھ: '|h', خ: 'k', ځ: 's|j|ds', څ: 's|t|ts', د: 'd', ڈ: 'd', ډ: 'd', ذ: 'd|s', ض: 'd|s', ر: 'r', ڑ: 'r', ړ: 'r', ڙ: 'r', ز: 's', ږ: 'j|g', ظ: 's|d|t', س: 's', ش: 's', ښ: 's|k', ص: 's', غ: 'g', ف: 'f', ق: 'k|g', ك: 'k', گ: 'g', ګ: 'g', ل: 'l', م: 'm', ن: 'n', ڠ: 'ng', ڭ: 'ng', ڱ: 'ng', ڽ: 'n', ڃ: 'n|j', ڨ: 'g|k', ڤ: 'f', ٻ: 'b', ڀ: 'b', ٽ: 't', ٺ: 't', ٿ: 't', ڄ: 'j', ڇ: 'j', ڌ: 'd', ڊ: 'd', ڏ: 'd', ڦ: 'f',
} // biome-ignore format: a table
