const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A day, month or year as lists write them, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: ISO, `16.7.2009`, `31/12/1958` (`order` says which comes first), `06 Apr 1974`, `20090716`, with a time after it or not.
 * A day or month of zeros or letters (`dd/mm/1958`) is left out of the answer. Undefined for approximate dates, ranges and what is no date.
 */
export function isoDate(text: string | undefined, order: 'day first' | 'month first' = 'day first'): string | undefined {
  const bare = (text ?? '').trim()
  if (bare === '' || bare.length > 40 || /circa|approx|about|between|\bto\b|\bor\b|[–~]/i.test(bare)) return undefined
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*|Z|[+-]\d{2}:\d{2})?$/.exec(bare)
  if (iso) return joined(iso[1], iso[2], iso[3])
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(bare)
  if (packed) return joined(packed[1], packed[2], packed[3])
  const split = /^(\d{1,2}|dd|mm)[./-](\d{1,2}|dd|mm)[./-](\d{4})(?: .*)?$/i.exec(bare)
  if (split) return order === 'day first' ? joined(split[3], split[2], split[1]) : joined(split[3], split[1], split[2])
  const named = /^(?:(\d{1,2})[ -])?([A-Za-z]{3})[A-Za-z]*\.?[ -](\d{4})$/.exec(bare)
  if (named) return joined(named[3], String(MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1), named[1])
  return undefined
}

function joined(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (!(y >= 1000 && y <= 2999)) return undefined
  if (!(m >= 1 && m <= 12)) return String(y)
  const start = `${y}-${String(m).padStart(2, '0')}`
  return d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate() ? `${start}-${String(d).padStart(2, '0')}` : start
}
