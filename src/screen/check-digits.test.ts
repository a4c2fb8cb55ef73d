import { expect, it } from 'vitest'
import { checkNumber, tellNumber } from './check-digits.ts'

// Numbers that authorities published: OFAC entries, GLEIF, the Russian registers, standards' own examples.
it.each([
  ['Unified Social Credit Code (USCC)', '913101040936933514', 'China'],
  ['Unified Social Credit Code (USCC)', '91500118582829838H', 'China'],
  ['Unified Social Credit Code (USCC)', '91310104093794515H', 'China'],
  ['Registration number', '91350583259861969M', 'China'],
  ['Organization Code', '259861969', 'China'],
  ['National ID No.', '31010619740406283X', 'China'],
  ['Legal Entity Number', '253400WSS48YWMBUA688', ''],
  ['Tax ID No.', '7743531082', 'Russia'],
  ['INN', '7707083893', ''],
  ['INN', '500100732259', ''],
  ['Registration Number', '1027700132195', 'Russia'],
  ['Business Registration Number', '1047796451658', 'Russia'],
  ['OGRN', '304500116000157', ''],
  ['Vessel Registration Identification', 'IMO 9074729', ''],
  ['IMO number', '5878589', ''],
  ['IMO number', '5511841', ''],
  ['IBAN', 'GB82 WEST 1234 5698 7654 32', ''],
])('%s %s agrees with its check digit, and with no other last sign', (kind, number, country) => {
  expect(checkNumber(kind, number, country)).toBe('yes')
  const signs = [...'0123456789ABCDEFGHX'].filter((sign) => sign !== number.at(-1) && /\d/.test(sign))
  const held = signs.filter((sign) => checkNumber(kind, number.slice(0, -1) + sign, country) === 'yes')
  // Numbers of ships and of their companies share a form and have two schemes: one other digit can hold.
  expect(held.length).toBeLessThanOrEqual(/IMO|Vessel/.test(kind) ? 1 : 0)
})

it.each([
  ['Passport', 'Q1234567', 'Nowhere'],
  ['Registration Number', '310104000572013', 'China'],
  ['Tax ID No.', '9988776655', 'Nowhere'],
  ['Organization Code', 'not one', 'China'],
  ['', '', ''],
])('%s %s is of no kind that is checked', (kind, number, country) => expect(checkNumber(kind, number, country)).toBe('unknown'))

it.each([
  ['INN 7707083893', 'INN', 'yes'],
  ['INN 7707083894', 'INN', 'no'],
  ['IMO 9074729', 'IMO', 'yes'],
  ['IMO9074728', 'IMO', 'no'],
  ['LEI: 253400WSS48YWMBUA688', 'LEI', 'yes'],
  ['253400WSS48YWMBUA688', 'LEI', 'yes'],
  ['253400WSS48YWMBUA689', 'identifier', 'unknown'],
  ['913101040936933514', 'USCC', 'yes'],
  ['GB82 WEST 1234 5698 7654 32', 'IBAN', 'yes'],
  ['Q1234567', 'identifier', 'unknown'],
  ['INNER HOUSE 7', 'identifier', 'unknown'],
])('%s under a word that names no kind is told as %s, and its check digit says %s', (text, kind, answer) => {
  const told = tellNumber('identifier', text)
  expect([told.kind, checkNumber(told.kind, told.number)]).toEqual([kind, answer])
})

it('a code that its list names, and that cannot be one, is wrong', () => {
  expect(checkNumber('OGRN', '123')).toBe('no')
  expect(checkNumber('USCC', '91310104093693351')).toBe('no')
})
