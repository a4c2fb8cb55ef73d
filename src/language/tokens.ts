import { normalised } from './letters.ts'

/** What a line holds in Latin letters and digits. */
export interface Tokens {
  /** Latin tokens with a digit (`E307_112`, `C045`), lower case. */
  readonly codes: readonly string[]
  /** Latin tokens without one. */
  readonly latin: readonly string[]
  readonly digits: readonly number[]
  /** The line in compatibility form (NFKC), with a blank for each code. */
  readonly rest: string
}

const CODE = /[A-Za-z]+[-_#]?\d[\w-]*|\d+[A-Za-z][\w-]*|\d+[-_]\d[\w-]*/g
const NO_WORDS: readonly string[] = []
const NO_NUMBERS: readonly number[] = []

/** The numbers, codes and Latin words of a line. */
export function tokensOf(text: string): Tokens {
  const rest = normalised(text, 'NFKC')
  let [hasDigit, hasLetter, hasJoint] = [false, false, false]
  for (let i = 0; i < rest.length; i++) {
    const unit = rest.charCodeAt(i)
    if (unit > 0x7a) continue
    if (isDigit(unit)) hasDigit = true
    else if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) hasLetter = true
    else if (unit === HYPHEN || unit === LOW_LINE) hasJoint = true
  }
  if (!hasDigit && !hasLetter) return { codes: NO_WORDS, latin: NO_WORDS, digits: NO_NUMBERS, rest }
  // A code is joined of digits and something else.
  if (!hasLetter && !hasJoint) return { codes: NO_WORDS, latin: NO_WORDS, digits: digitsIn(rest), rest }
  return allTokensOf(rest)
}

const [HYPHEN, LOW_LINE, FULL_STOP] = [0x2d, 0x5f, 0x2e]

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** Numbers in digits, with a fraction where a full stop and digits follow. */
function digitsIn(text: string): number[] {
  const digits: number[] = []
  for (let i = 0; i < text.length; i++) {
    if (!isDigit(text.charCodeAt(i))) continue
    const from = i
    while (isDigit(text.charCodeAt(i))) i++
    if (text.charCodeAt(i) === FULL_STOP && isDigit(text.charCodeAt(i + 1))) {
      i++
      while (isDigit(text.charCodeAt(i))) i++
    }
    digits.push(Number(text.slice(from, i)))
  }
  return digits
}

function allTokensOf(plain: string): Tokens {
  const codes: string[] = []
  const measures: number[] = []
  const rest = plain.replace(CODE, (token) => {
    const measure = /^(\d+)([A-Za-z]{1,3})$/.exec(token)
    if (/^[\d_-]+$/.test(token)) return token.replace(/\D/g, ' ')
    if (measure && !/^(?:d|cg)$/i.test(measure[2] ?? '')) measures.push(Number(measure[1]))
    else codes.push(token.toLowerCase())
    return ' '
  })
  const latin = [...rest.matchAll(/[A-Za-z]{2,}|\b[A-Za-z]\b/g)].map(([token]) => token.toLowerCase())
  return { codes, latin, digits: [...measures, ...digitsIn(rest)], rest }
}
