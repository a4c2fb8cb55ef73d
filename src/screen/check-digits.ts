/** Whether a number agrees with its own check digit. `unknown`: its kind has none, or is not told. */
export type CheckAnswer = 'yes' | 'no' | 'unknown'

/** A kind of number that carries a check digit. */
interface CheckedKind {
  /** Words of a list that name the kind. */
  readonly says: RegExp
  /** The number without blanks and dashes, in capitals. */
  readonly shape: RegExp
  readonly holds: (number: string) => boolean
  /** Whether a number named so that has another shape is wrong, and not only of another kind. */
  readonly isStrict?: boolean
}

const USCC_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Weighted sum of the digits of a number from its left. */
function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i] ?? 0), 0)
}

/** Unified Social Credit Code: GB 32100-2015, weights 3^i mod 31 over 31 letters. */
export function isUscc(number: string): boolean {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += USCC_LETTERS.indexOf(number[i] ?? '') * (3 ** i % 31)
  return USCC_LETTERS[(31 - (sum % 31)) % 31] === number[17]
}

/** Organisation code of China: GB 11714-1997; the USCC holds it from its ninth letter on. */
export function isOrganisationCode(number: string): boolean {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, i) => total + weight * letters.indexOf(number[i] ?? ''), 0)
  return '0123456789X0'[11 - (sum % 11)] === number[8]
}

/** Resident identity number of China: GB 11643-1999 (ISO 7064 MOD 11-2). */
export function isChineseIdentity(number: string): boolean {
  return '10X98765432'[weighted(number, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === number[17]
}

/** Letters as two digits (A = 10), mod 97: ISO 7064 MOD 97-10. */
function mod97(text: string): number {
  let rest = 0
  for (const c of text) {
    const value = Number.parseInt(c, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/** Legal Entity Identifier: ISO 17442. */
export function isLei(number: string): boolean {
  return mod97(number) === 1
}

/** Bank account number: ISO 13616. */
export function isIban(number: string): boolean {
  return mod97(number.slice(4) + number.slice(0, 4)) === 1
}

/** Russian taxpayer number: ten digits for an organisation, twelve for a person (Federal Tax Service, order MMV-7-6/435). */
export function isInn(number: string): boolean {
  const digit = (weights: readonly number[]) => (weighted(number, weights) % 11) % 10
  if (number.length === 10) return digit([2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(number[9])
  const [eleventh, twelfth] = [digit([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]), digit([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])]
  return eleventh === Number(number[10]) && twelfth === Number(number[11])
}

/** Russian register number: OGRN (13 digits, mod 11) and OGRNIP (15 digits, mod 13). */
export function isOgrn(number: string): boolean {
  const body = BigInt(number.slice(0, -1))
  return Number((body % (number.length === 13 ? 11n : 13n)) % 10n) === Number(number.at(-1))
}

/** Ship number of the International Maritime Organization. */
export function isImo(number: string): boolean {
  return weighted(number, [7, 6, 5, 4, 3, 2]) % 10 === Number(number[6])
}

/** Number of a company or registered owner in the IMO scheme, which lists write like a ship's: IMO Resolution MSC.160(78), weights 8 6 4 2 9 7, mod 11. */
export function isImoCompany(number: string): boolean {
  return (11 - (weighted(number, [8, 6, 4, 2, 9, 7]) % 11)) % 10 === Number(number[6])
}

/** The kinds, the most exact first. */
const KINDS: readonly CheckedKind[] = [
  { says: /social credit|USCC|统一社会信用/i, shape: /^[0-9A-HJ-NP-RTUWXY]{18}$/, holds: isUscc, isStrict: true },
  { says: /organi[sz]ation code|组织机构代码/i, shape: /^[0-9A-Z]{8}[0-9X]$/, holds: isOrganisationCode },
  { says: /legal entity (?:number|identifier)|\bLEI\b|leiCode/i, shape: /^[0-9A-Z]{18}\d{2}$/, holds: isLei, isStrict: false },
  { says: /\bIBAN\b/i, shape: /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/, holds: isIban, isStrict: true },
  { says: /\bIMO\b|imoNumber|vessel registration/i, shape: /^\d{7}$/, holds: (number) => isImo(number) || isImoCompany(number) },
  { says: /\bOGRN|ogrnCode|ОГРН/i, shape: /^(?:\d{13}|\d{15})$/, holds: isOgrn, isStrict: true },
  { says: /\bINN\b|innCode|ИНН/i, shape: /^(?:\d{10}|\d{12})$/, holds: isInn, isStrict: true },
]

/** A kind that a number itself names before its signs: `INN 7707083893`, `IMO 9074729`. */
const PREFIX = /^(USCC|LEI|IBAN|IMO|OGRNIP|OGRN|INN|ОГРН|ИНН)(?:[\s:.#№-]+|(?=\d))(?:no\.?\s*)?/i

/** Forms that are told by a check digit that holds; one that fails may be any other number. A LEI of digits alone is not told. */
const FORMS: readonly (readonly [kind: string, shape: RegExp, holds: (number: string) => boolean])[] = [
  ['USCC', /^9[1-3][0-9A-HJ-NP-RTUWXY]{16}$/, isUscc],
  ['LEI', /^(?=.*[A-Z])[0-9A-Z]{18}\d{2}$/, isLei],
  ['IBAN', /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/, isIban],
]

/**
 * The kind of a number that stands under words such as `identifier`, which name none: by what stands before its signs, or by a form whose check digit holds. Words that name a checked kind, and numbers of no known kind, are given back as they are.
 */
export function tellNumber(kind: string, number: string): { readonly kind: string; readonly number: string } {
  if (KINDS.some(({ says }) => says.test(kind))) return { kind, number }
  const text = number.trim()
  const prefix = PREFIX.exec(text)
  if (prefix?.[1] !== undefined) return { kind: prefix[1].toUpperCase(), number: text.slice(prefix[0].length) }
  const bare = text.toUpperCase().replace(/[\s.\-/]/g, '')
  const form = FORMS.find(([, shape, holds]) => shape.test(bare) && holds(bare))?.[0]
  return form === undefined ? { kind, number } : { kind: form, number }
}

/**
 * Checks a number against the check digit of its kind. `kind` and `country` are the list's words; where they name no checked kind, the shape of a Chinese identity number, a USCC, or a Russian tax or register
 * number decides. A number that fails may be mistyped on the list: it says nothing about whose it is.
 */
export function checkNumber(kind: string, number: string, country = ''): CheckAnswer {
  const bare = number
    .toUpperCase()
    .replace(/^IMO(?=[\s\d])/, '')
    .replace(/[\s.\-/]/g, '')
  for (const { says, shape, holds, isStrict } of KINDS) {
    if (!says.test(kind)) continue
    if (shape.test(bare)) return holds(bare) ? 'yes' : 'no'
    return isStrict ? 'no' : 'unknown'
  }
  if (/china|^cn$|^prc$/i.test(country)) {
    if (/national|identi|\bid\b/i.test(kind) && /^\d{17}[\dX]$/.test(bare)) return isChineseIdentity(bare) ? 'yes' : 'no'
    if (/^9[1-3][0-9A-HJ-NP-RTUWXY]{16}$/.test(bare)) return isUscc(bare) ? 'yes' : 'no'
  }
  if (/russia|^ru$/i.test(country)) {
    if (/tax/i.test(kind) && /^(?:\d{10}|\d{12})$/.test(bare)) return isInn(bare) ? 'yes' : 'no'
    if (/regist/i.test(kind) && /^(?:\d{13}|\d{15})$/.test(bare)) return isOgrn(bare) ? 'yes' : 'no'
  }
  return 'unknown'
}
