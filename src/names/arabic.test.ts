import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, findNames, type NameSchema, packNames, prepareName, roomFor, wordsOf } from './index.ts'
import { ARABIC_BODIES, ARABIC_COMMON, ARABIC_PLACES, ARABIC_TRADES } from './tables/arabic-words.ts'

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

const level = (score: number) => (score >= 0.85 ? 'same' : score >= 0.6 ? 'near' : 'other')
const HOUSES = [
  ['شركة كواريلان للنقل البحري', 'Quarrilan Maritime Transport Company', 'same'],
  ['شركة كواريلان للنقل البحري', 'Quarrilan Shipping Company', 'near'],
  ['مؤسسة كواريلان الخيرية', 'Quarrilan Charitable Foundation', 'same'],
  ['مؤسسة كواريلان الخيرية', 'Fondation Quarrilan', 'near'],
  ['شرکت صنایع هوایی کواریلان', 'Quarrilan Aviation Industries', 'same'],
  ['بنك كواريلان الإسلامي', 'Banque Islamique Quarrilan', 'same'],
  ['مكتب كواريلان للخدمات الهندسية', 'Quarrilan Engineering Services Bureau', 'same'],
  ['استوديو مدهون للرسوم المتحركة', 'Madhoun Animation Studio', 'near'],
  ['شركة النور للتجارة', 'Al-Noor Trading Co.', 'same'],
  // The same trade words, and another house.
  ['شركة كواريلان للنقل البحري', 'Marwick Shipping Company', 'other'],
  ['مؤسسة مدهون الخيرية الإسلامية', 'Quarrilan Islamic Charitable Foundation', 'other'],
  ['شركة ناصيف للتجارة العامة والمقاولات', 'Quarrilan General Trading and Contracting Company', 'other'],
  ['صرافة ناصيف', 'Quarrilan Exchange', 'other'],
  // Nothing but words that many share.
  ['جمعية الإغاثة الإسلامية', 'Quarrilan Islamic Relief Society', 'near'],
  ['شركة التجارة الدولية', 'Brandal International Trading Company', 'other'],
  ['الجماعة الإسلامية المقاتلة', 'Islamic Fighting Brigade of Quarrilan', 'other'],
  ['شركة النفط السورية', 'Libyan Gas Company', 'other'],
] as const

describe('organisations', () => {
  it.each(HOUSES)('%s and %s are %s', (arabic, latin, verdict) => {
    const [a, b] = [
      { name: arabic, schema: 'Organization' },
      { name: latin, schema: 'Organization' },
    ] as const
    const there = compareNames(a, b)
    expect(level(there.score), JSON.stringify(there)).toBe(verdict)
    expect(compareNames(b, a).score).toBeCloseTo(there.score, 3)
    expect(there.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(there.score, 3)
  })

  it('are found in a list by their meaning, in both directions and in another order of words', () => {
    const pairs = [...HOUSES.filter(([, , verdict]) => verdict === 'same'), ['الحركة الإسلامية المسلحة', 'Armed Islamic Movement']] as const
    for (const [from, to] of [[0, 1], [1, 0]] as const) {
      const list = packNames([['Marwick Ostrava'], ...pairs.map((pair) => [pair[to] ?? '']), ['Zephyrine Works']])
      for (const [place, pair] of pairs.entries()) expect(findNames(list, roomFor(list), prepareName(pair[from] ?? '', 'Organization'), 5).map(({ entry }) => entry), pair[from]).toContain(place + 1)
    }
  }) // biome-ignore format: short rows

  it('that are called by shared words alone are no alert in another order, however well these agree', () => {
    const there = compareNames({ name: 'الحركة الإسلامية المسلحة', schema: 'Organization' }, { name: 'Armed Islamic Movement' })
    expect(level(there.score), JSON.stringify(there)).toBe('near')
  })

  it.each([['Person', 'سلام بحر'], ['Vessel', 'نجم البحر'], [undefined, 'جهاد إسلام شهيد']] as const)('no %s is read by meaning: %s', (schema: NameSchema | undefined, name) => {
    expect(prepareName(name, schema).latin.flatMap(({ spellings }) => spellings.map(({ via }) => via))).not.toContain('translation')
  }) // biome-ignore format: one title
})

it('the tables say Arabic words in folded Latin words', () => {
  for (const table of [ARABIC_BODIES, ARABIC_TRADES, ARABIC_COMMON, ARABIC_PLACES])
    for (const line of table.trim().split(/\s+/)) expect(line).toMatch(/^\p{Script=Arabic}+(?:,\p{Script=Arabic}+)*=[a-z]+(?:\|[a-z]+)*$/u)
})

it('reasons show words without the marks that tell their writing', () => {
  for (const [a, b] of [['شمس الدين', 'Shamsuddin'], ['جمال بوعزة', 'Djamel Bouazza'], ['伊万诺夫', 'Sergei Ivanov'], ['洛克希德·马丁公司', 'Lockheed Martin'], ['شمس', '史密斯']] as const)
    expect(JSON.stringify(compareNames({ name: a }, { name: b }).reasons)).not.toMatch(/[ʿˣ]/)
}) // biome-ignore format: short rows
