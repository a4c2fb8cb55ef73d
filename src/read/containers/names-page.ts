import { sampleOf, type ToldPage, tellPage } from '../../base/code-page.ts'
import { printable } from '../../base/printable.ts'
import type { Draft } from '../draft.ts'

/** Where machines write a code page by default; each is also what a person anywhere can choose. */
const PAGES: Readonly<Record<string, string>> = {
  cp949: 'Windows set to Korean as used in South Korea',
  gb18030: 'Windows set to Simplified Chinese',
  big5: 'Windows set to Traditional Chinese',
  shift_jis: 'Windows set to Japanese',
  kps9566: 'systems and programs made in the DPRK, and of converters and libraries that anybody can have',
  cp866: 'DOS and Windows set to Russian',
  'koi8-r': 'older Unix set to Russian',
  'windows-1251': 'Windows set to Russian',
}
/** Plausibility by which a page must lead before all others: Korean and Chinese pages read each other's bytes at about 0.5 less. */
const CLEAR_LEAD = 0.4
/** Bytes above ASCII, repeated names counted once, below which several pages fit by chance. */
const CLEAR_BYTES = 8
const KEPT_RIVALS = 3

/**
 * Tells one code page for all names of a container together, since a single short name can fit several, and leaves a `codePage` trace. When it cannot be
 * known, the trace names every page that fits, and the one returned is only what names are shown in. Names that are plain ASCII need none, nor
 * does UTF-8 where a format has no mark for it.
 */
export function namesPage(names: readonly Uint8Array[], draft: Draft, { isUtf8Usual = false } = {}): string {
  const unlabelled = names.filter((name) => name.some((byte) => byte > 0x7f))
  const told = tellPage(sampleOf(unlabelled))
  if (unlabelled.length === 0 || (isUtf8Usual && told.codePage === 'utf-8')) return told.codePage
  const pages = isClear(told, unlabelled) ? [told.codePage] : [told, ...told.rivals.slice(0, KEPT_RIVALS)].map(({ codePage }) => codePage)
  draft.trace('codePage', pages.join(' or '), meaningOf(told, pages.length === 1))
  return told.codePage
}

function isClear({ rivals, lead }: ToldPage, names: readonly Uint8Array[]): boolean {
  if (rivals.length === 0) return true
  const distinct = new Map(
    names.map((name) => [
      Buffer.from(name)
        .toString('latin1')
        .replace(/[\0-\x7f]/g, ''),
      true,
    ]),
  )
  const bytes = [...distinct.keys()].reduce((sum, letters) => sum + letters.length, 0)
  return lead >= CLEAR_LEAD && bytes >= CLEAR_BYTES
}

function meaningOf({ codePage, rivals }: ToldPage, isClearly: boolean): string {
  if (codePage === 'utf-8') return 'Names are UTF-8 without the mark that says so; many packers on macOS and Linux write this.'
  const usual = PAGES[codePage]
  const others = rivals.slice(0, KEPT_RIVALS).map(({ codePage: page, text }) => `${page} ("${printable(text.split('\n')[0] ?? '', 40)}")`)
  if (!isClearly)
    return `Which page the names are in cannot be known: too few bytes, and they fit all of these. They are shown in ${codePage}; the bytes also fit ${others.join(', ')}. A setting of the packing machine, not a person or place.`
  const doubt = others.length > 0 ? ` The bytes also fit ${others.join(', ')}.` : ''
  return `Told from the bytes of all names together${usual === undefined ? '' : `; the page of ${usual}`}. A setting of the packing machine, not a person or place.${doubt}`
}
