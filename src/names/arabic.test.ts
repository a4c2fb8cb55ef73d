import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, findNames, packNames, prepareName, roomFor, wordsOf } from './index.ts'

// Invented names, but for names that official lists publish in both writings.
const SAME = [
  ['طارق عزيز', 'TARIQ AZIZ'], ['عبدالرحمان نیازی', 'Abdul Rahman Nyazi'], ['حمد الله سناني', 'HAMDULLAH SUNANI'], ['سيف الدين فليح حسن', 'Saif al-Din Fulayyih Hassan'], ['محمد الجولاني', 'Mohammed Al-Jawlani'],
  // Urdu, Pashto, Kurdish and Uyghur letters, and letters that one side leaves out.
  ['شہباز چوہدری', 'Shahbaz Chaudhry'], ['اکرم چوہدری', 'Akram Choudary'], ['ظفر کھوکھر', 'Zafar Khokhar'], ['بسم‌اللہ بھٹی', 'Bismillah Bhatti'], ['ګلبدین څرخي', 'Gulbuddin Tsarkhi'], ['ئەحمەد ڕۆژبەیانی', 'Ahmed Rojbayani'], ['تۇرسۇن مۇھەممەت', 'Tursun Muhemmet'],
  ['فتحي اسحاق', 'Fathi Ishaq'], ['عائشة ادهم', 'Aicha Adham'], ['محمد ضیاء الحق', 'Muhammad Zia ul-Haq'], ['احمد ضیا آغا', 'Ahmad Zia Agha'], ['عبد الحي قانع', 'Abdul Hai Qane'],
  // Compound names, written together or apart on either side.
  ['نورالدين ابوغيث', 'Nur al-Din Abu Ghaith'], ['نور الدين أبو غيث', 'Nureddin Abughaith'], ['نصرالله قاسم‌زاده', 'Nasrallah Ghasem Zadeh'], ['قا سم سلطا ني', 'Qasim Sultani'],
] as const // biome-ignore format: short rows
const OTHER = [
  ['حمد الله سناني', 'HAMAD, Abdelbasit Alhaj Alhassan Haj'], ['طارق عزيز', 'Tariq Mansour'], ['محمد حسن', 'Mahmoud Hussein Karim'], ['آغا', 'Uga'],
  ['شہباز چوہدری', 'Shahbaz Qadri'], ['نورالدين ابوغيث', 'Nur al-Din Abu Zayd'],
] as const // biome-ignore format: short rows

it.each(SAME)('%s is %s by its consonants, and is found by them', (arabic, latin) => {
  const there = compareNames({ name: arabic, schema: 'Person' }, { name: latin, schema: 'Person' })
  expect(there.score, JSON.stringify(there)).toBeGreaterThanOrEqual(0.85)
  const list = packNames([['Marwick Ostrava'], [latin], ['Zephyrine Works']])
  expect(findNames(list, roomFor(list), prepareName(arabic, 'Person'), 3)[0]?.entry).toBe(1)
})

it.each(OTHER)('%s is not %s', (arabic, latin) =>
  expect(compareNames({ name: arabic, schema: 'Person' }, { name: latin, schema: 'Person' }).score).toBeLessThan(0.85),
)

describe('letters', () => {
  const FORMS = {
    ا: 'اأإآٱ',
    ي: 'يىیېے',
    ك: 'كکڪ',
    ه: 'هہۀ',
    ة: 'ةۃ',
    و: 'وۇۆۈ',
    ر: 'رڕ',
    ب: 'ب',
    س: 'س',
    ن: 'نں',
    ل: 'لڵ',
    گ: 'گګ',
    ق: 'قڧ',
  } as const
  const UNWRITTEN = ['', '', '', '\u064e', '\u0651', '\u0670', '\u0640', '\u200c', '\u200d', '\u202b', '\ufeff']
  const plain = fc.constantFrom(...(Object.keys(FORMS) as (keyof typeof FORMS)[]))
  const letter = fc.tuple(plain, fc.nat(4), fc.nat(3), fc.constantFrom(...UNWRITTEN))
  /** Arabic presentation forms by the letter that each is. */
  const shaped = new Map<string, string[]>()
  for (let code = 0xfb50; code < 0xff00; code++) {
    const one = String.fromCharCode(code)
    const base = one.normalize('NFKC')
    if (base.length === 1 && base !== one) shaped.set(base, [...(shaped.get(base) ?? []), one])
  }

  it('are one word in whatever form, shape and dress they are written, and folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(letter, { minLength: 1, maxLength: 12 }), (letters) => {
        const word = letters.map(([one]) => one).join('')
        const written = letters.map(([one, form, shape, more]) => {
          const chosen = [...FORMS[one]][form % [...FORMS[one]].length] ?? one
          return (shaped.get(chosen)?.[shape] ?? chosen) + more
        })
        expect(wordsOf(written.join(''))).toEqual([word])
        expect(wordsOf(wordsOf(written.join('')).join(' '))).toEqual([word])
      }),
      { numRuns: 500 },
    )
  })

  it('that are others stay others, and other writings are left alone', () => {
    expect(wordsOf('سعيد صعيد ثعيد')).toEqual(['سعيد', 'صعيد', 'ثعيد'])
    expect(wordsOf('کھوکھر ھەلەبجە')).toEqual(['كھوكھر', 'هەلەبجە'])
    expect(wordsOf('Zoë O’Neill 墨星')).toEqual(['zoe', 'oneill', '墨星'])
  })
})
