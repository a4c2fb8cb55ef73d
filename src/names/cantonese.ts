import { lazily } from '../base/lazily.ts'
import { simplifiedOf } from './han.ts'
import { remembered } from './memo.ts'
import { CANTONESE_FAMILIES, CANTONESE_ONSETS, CANTONESE_RHYMES, CANTONESE_SYLLABLES } from './tables/cantonese.ts'

const jyutping = lazily<typeof import('to-jyutping')>('to-jyutping')

let families: ReadonlyMap<string, readonly string[]> | undefined

/** How a family name (simplified forms) is spelt in Hong Kong, then in Macao; none for those that the table does not have. */
export function cantoneseFamily(family: string): readonly string[] {
  families ??= new Map(
    CANTONESE_FAMILIES.trim().split(/\s+/).map((row) => {
      const [text = '', spellings = ''] = row.split('=')
      return [[...text].map(simplifiedOf).join(''), spellings.split(',')] as const
    }), // biome-ignore format: one step
  )
  return families.get(family) ?? []
}

/** The characters of a given name, each as Hong Kong spells its Cantonese reading (most usual first), then as Macao does where that differs; undefined when a character has no reading. */
export const cantoneseGiven: (given: string) => readonly (readonly string[])[] | undefined = remembered((given) => {
  const syllables = jyutping().getJyutpingList(given).map(([, syllable]) => syllable) // biome-ignore format: one line
  const spelt = syllables.map((syllable) => (syllable === null ? [] : cantoneseSpellings(syllable.replace(/[0-9]/g, ''))))
  return spelt.length > 0 && spelt.every((one) => one.length > 0) ? spelt : undefined
})

/** A Jyutping syllable without tone (`gwok`) as Hong Kong and Macao spell it in names (`kwok`, `kuok`); none for what is no syllable. Source: usage of the Hong Kong government, which publishes no table, and of Macao's registries. */
export function cantoneseSpellings(syllable: string): readonly string[] {
  const [onset, first] =
    CANTONESE_ONSETS.find(([one]) => syllable.startsWith(one) && CANTONESE_RHYMES[syllable.slice(one.length)] !== undefined) ?? []
  if (onset === undefined || first === undefined) return []
  const [hongKong = '', macao = ''] = (CANTONESE_RHYMES[syllable.slice(onset.length)] ?? '').split('|')
  const [own = '', theirs = own] = first.split('|')
  const rhymes = (all: string, onsetLetters: string) => all.split(',').map((rhyme) => onsetLetters + rhyme)
  const custom = CANTONESE_SYLLABLES[syllable]?.split(' ') ?? rhymes(hongKong, own)
  return [...new Set([...custom, ...rhymes(macao, theirs)])]
}
