import { type Orthography, type Passage, readableText } from '../model/index.ts'
import { isHangulSyllable } from './chinese.ts'
import { ENDINGS } from './tables/korean-endings.ts'
import { LONGER_MARKERS } from './tables/spelling-initial.ts'
import { MARKER_GROUPS, NOT_NORTHERN_YEO, QUOTED_NAMES, SOUTHERN_EO, YANBIAN_WORDS } from './tables/spelling-markers.ts'

/** What a verdict needs: enough Hangul, enough different marked words, and this share of them on one side. Below, it is `undetermined`. */
export const VERDICT_NEEDS = { syllables: 200, words: 4, share: 0.8, mixedWords: 3 } as const
/** Places kept per marked form. */
const ANCHORS_PER_FORM = 3
/** Different marked forms listed; all are counted. */
const FORMS_LISTED = 500

type Side = 'north' | 'south' | 'yanbian'
interface Marker {
  readonly side: Side
  readonly rule: string
  readonly form: string
  readonly other: string
  readonly isWeak?: boolean
}

/** Markers by their first two syllables, longest form first. */
let table: ReadonlyMap<string, readonly (Marker & { readonly wholeWord: boolean })[]> | undefined

function markers(): ReadonlyMap<string, readonly (Marker & { readonly wholeWord: boolean })[]> {
  if (table) return table
  const all: (Marker & { readonly wholeWord: boolean })[] = []
  for (const { rule, pairs, wholeWord, isWeak } of [...MARKER_GROUPS, ...LONGER_MARKERS]) {
    const words = pairs.trim().split(/\s+/)
    for (let i = 0; i + 1 < words.length; i += 2) {
      const [north = '', south = ''] = [words[i], words[i + 1]]
      const both = { rule, wholeWord: wholeWord === true, isWeak: isWeak === true }
      if (!north.startsWith('~')) all.push({ ...both, side: 'north', form: north, other: south.replace('~', '') })
      if (!south.startsWith('~')) all.push({ ...both, side: 'south', form: south, other: north.replace('~', '') })
    }
  }
  for (const form of SOUTHERN_EO.split(' '))
    all.push({
      side: 'south',
      rule: '어 after ㅣ ㅐ ㅔ ㅚ ㅟ ㅢ',
      form,
      other: form.replace('어', '여').replace('었', '였').replace('졌', '여졌'),
      wholeWord: false,
    })
  const yanbian = YANBIAN_WORDS.split(' ')
  for (let i = 0; i + 1 < yanbian.length; i += 2)
    all.push({ side: 'yanbian', rule: 'vocabulary', form: yanbian[i] ?? '', other: yanbian[i + 1] ?? '', wholeWord: true })
  const made = new Map<string, (Marker & { readonly wholeWord: boolean })[]>()
  for (const marker of all.sort((a, b) => b.form.length - a.form.length)) {
    const key = marker.form.slice(0, 2)
    made.set(key, [...(made.get(key) ?? []), marker])
  }
  table = made
  return made
}

/**
 * Counts spelling markers over Korean text: at the start of written words only, so that 경력사항 or 의료요금 are not taken for 력사 or 료요. Words with no marker are
 * neutral. The verdict names a spelling norm; the Korean of China shares the Northern one, and neither says who wrote or where.
 */
export function orthographyOf(passages: readonly (Pick<Passage, 'text' | 'repaired'> & { readonly anchor?: string })[]): Orthography {
  const counts = { north: 0, south: 0, yanbian: 0, neutral: 0 }
  const seen = new Map<string, { marker: Marker; anchors: string[] }>()
  let syllables = 0
  for (const passage of passages) {
    const { anchor } = passage
    const text = readableText(passage)
    // Hangul right behind a digit or a Latin letter is a counter or a particle (10년간, BG로), not the start of a word.
    for (const [, behind, word = ''] of text.normalize('NFC').matchAll(/([A-Za-z0-9]?)([가-힣]+)/g)) {
      syllables += word.length
      const marker = behind === '' ? markerOf(word) : undefined
      if (marker === undefined) {
        counts.neutral++
        continue
      }
      counts[marker.side]++
      const key = `${marker.side} ${marker.form}`
      const entry = seen.get(key) ?? { marker, anchors: [] }
      if (anchor !== undefined && entry.anchors.length < ANCHORS_PER_FORM && !entry.anchors.includes(anchor)) entry.anchors.push(anchor)
      seen.set(key, entry)
    }
    if (/주체\s?\d{2,3}\s?[(（]\s?(?:19|20)\d{2}\s?[)）]/.test(text)) {
      counts.north++
      if (!seen.has('north 주체')) seen.set('north 주체', { marker: JUCHE, anchors: anchor === undefined ? [] : [anchor] })
    }
  }
  // Words that begin alike (로동자, 로동조합) are one sign.
  const words = (side: Side) =>
    new Set([...seen.values()].flatMap(({ marker }) => (marker.side === side && !marker.isWeak ? [marker.form.slice(0, 2)] : []))).size
  return {
    ...counts,
    verdict: verdictOf(syllables, { north: words('north'), south: words('south'), yanbian: words('yanbian') }),
    markers: [...seen.values()].slice(0, FORMS_LISTED).flatMap(({ marker, anchors }) => {
      const row = { form: marker.form, kind: `${marker.side}: ${marker.rule}`, other: marker.other }
      return anchors.length === 0 ? [row] : anchors.map((anchor) => ({ ...row, anchor }))
    }),
  }
}

/** Juche years with the common year in brackets; the calendar is that of the DPRK (Red Star OS 3 shows year 103 for 2014: continue-play.com). */
const JUCHE: Marker = { side: 'north', rule: 'calendar', form: '주체', other: '' }

function verdictOf(syllables: number, words: Readonly<Record<Side, number>>): Orthography['verdict'] {
  const { north, south, yanbian } = words
  if (syllables < VERDICT_NEEDS.syllables) return 'undetermined'
  if (yanbian >= VERDICT_NEEDS.words && yanbian >= VERDICT_NEEDS.share * (yanbian + south)) return 'yanbian'
  const total = north + south
  if (total >= VERDICT_NEEDS.words && north >= VERDICT_NEEDS.share * total) return yanbian > 0 ? 'north-or-yanbian' : 'north'
  if (total >= VERDICT_NEEDS.words && south >= VERDICT_NEEDS.share * total) return 'south'
  return north >= VERDICT_NEEDS.mixedWords && south >= VERDICT_NEEDS.mixedWords ? 'mixed' : 'undetermined'
}

const VERDICTS: Readonly<Record<Orthography['verdict'], string>> = {
  north: 'northern norm, which the Korean of China follows nearly as well: spelling cannot tell the two apart',
  'north-or-yanbian': 'northern norm with words of the Korean of China: either, and spelling cannot tell which',
  yanbian: 'words of the Korean of China',
  south: 'southern norm',
  mixed: 'mixed: markers of both norms',
  undetermined: 'undetermined: too little text or too few markers, or they do not agree',
}

/** A verdict as a phrase that claims no more than the markers bear. */
export function spellingInWords({ verdict }: Pick<Orthography, 'verdict'>): string {
  return VERDICTS[verdict]
}

const QUOTED = QUOTED_NAMES.split(' ')
const NOT_YEO = NOT_NORTHERN_YEO.split(' ')
const YEO_VOWELS = new Set([1, 5, 11, 16, 19, 20])

/** The first marker of a written word. */
function markerOf(word: string): Marker | undefined {
  if (QUOTED.some((name) => word.startsWith(name))) return undefined
  for (const marker of markers().get(word.slice(0, 2)) ?? []) {
    if (!word.startsWith(marker.form)) continue
    const rest = word.slice(marker.form.length)
    if (marker.wholeWord && rest !== '' && !ENDINGS.has(rest)) continue
    return marker
  }
  return northernYeo(word) ?? questionGa(word)
}

/** 여 or 였 right after an open syllable in ㅣ ㅐ ㅔ ㅚ ㅟ ㅢ: 되여, 튀여나오다, 이였다. */
function northernYeo(word: string): Marker | undefined {
  const at = word.search(/(?<=.)[여였]/u)
  if (at < 1 || NOT_YEO.some((known) => word.startsWith(known))) return undefined
  const before = word.charCodeAt(at - 1) - 0xac00
  if (!isHangulSyllable(word[at - 1] ?? '') || before % 28 !== 0 || !YEO_VOWELS.has(Math.floor((before % 588) / 28))) return undefined
  const form = word.slice(0, at + 1)
  // 이여야, 이여서 and 이여 after a noun are also Southern (조국이여); only 이였 is marked.
  if (word[at - 1] === '이' && word[at] === '여') return undefined
  if (word[at - 1] === '시' && word[at] === '여' && !/^(?:하|되|가|오|주)시여/.test(word)) return undefined
  return { side: 'north', rule: '여 after ㅣ ㅐ ㅔ ㅚ ㅟ ㅢ', form, other: form.replace(/여$/, '어').replace(/였$/, '었') }
}

/** The ending -ㄹ가 of a question, which the South writes -ㄹ까 ("North-South differences in the Korean language", Wikipedia). */
function questionGa(word: string): Marker | undefined {
  const found = /^(.*[할갈될볼줄올울릴일])(가|까)(?:요|\?)?$/u.exec(word)
  if (!found || word.length < 2 || !/(?:할|될|볼|줄|올릴|그릴|고칠)(?:가|까)요?$/.test(word)) return undefined
  const isNorth = found[2] === '가'
  return {
    side: isNorth ? 'north' : 'south',
    rule: 'question ending',
    form: word,
    other: word.replace(isNorth ? '가' : '까', isNorth ? '까' : '가'),
  }
}
