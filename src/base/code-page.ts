import { lazily } from './lazily.ts'
import { type Decoded, decodeAs, KPS_PAGE, rankCodePages } from './text.ts'

const jschardet = lazily<typeof import('jschardet')>('jschardet')
/** Bytes of names that are enough to tell a code page from. */
const SAMPLE_BYTES = 4096
/** Plausibility from which an East Asian page is believed; below it the names are Cyrillic, Greek or Latin. */
const BELIEVED = 0.8
/** Difference of plausibility below which two pages fit alike and the second detector decides. */
const TIE = 0.05

/** jschardet's names for the pages that are taken from it, as iconv names. */
const DETECTED: Readonly<Record<string, string>> = {
  CP932: 'shift_jis',
  GB18030: 'gb18030',
  CP949: 'cp949',
  'EUC-KR': 'cp949',
  Big5: 'big5',
  IBM866: 'cp866',
  'KOI8-R': 'koi8-r',
  'windows-1251': 'windows-1251',
}

/** A code page for a run of bytes without a label, and the others that fit about as well. */
export interface ToldPage {
  readonly codePage: string
  readonly rivals: readonly Decoded[]
  /** How much more plausible it is than the best other page that fits without a fault; about 0 … 1.2. */
  readonly lead: number
}

/** The code page that names without a label most likely have; UTF-8 when they fit it. */
export function tellPage(sample: Uint8Array): ToldPage {
  if (decodeAs(sample, 'utf-8').faults === 0) return { codePage: 'utf-8', rivals: [], lead: 1 }
  const ranked = rankCodePages(sample)
  const best = ranked[0]
  if (!best) return { codePage: 'utf-8', rivals: [], lead: 1 }
  const second = best.codePage === KPS_PAGE ? undefined : DETECTED[jschardet().detect(Buffer.from(sample)).encoding ?? '']
  const alike = ranked.filter(({ score, faults }) => faults === 0 && score >= best.score - TIE)
  let codePage = alike.some((page) => page.codePage === second) && second !== undefined ? second : best.codePage
  if (best.score < BELIEVED && second !== undefined) codePage = second
  else if (best.score < BELIEVED && best.codePage === 'windows-1252' && best.score < 0) codePage = 'cp437'
  const rivals = ranked.filter((page) => page.codePage !== codePage && page.faults === 0 && page.score >= Math.max(0.1, best.score - 0.8))
  const other = ranked.find((page) => page.codePage !== codePage && page.faults === 0)
  const own = ranked.find((page) => page.codePage === codePage)
  return { codePage, rivals, lead: (own?.score ?? 0) - Math.max(0, other?.score ?? 0) }
}

/** Names joined to a run of bytes that is long enough to tell a code page from. */
export function sampleOf(names: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = []
  let bytes = 0
  for (const name of names) {
    if (bytes > SAMPLE_BYTES) break
    parts.push(name, Buffer.from('\n'))
    bytes += name.length + 1
  }
  return Buffer.concat(parts)
}
