import { remembered } from './memo.ts'
import { HAN_OWN_NAMES } from './tables/han-own-names.ts'
import { kindOf, type NameToken, token } from './tokens.ts'

/** Latin names by Chinese ones: made when the first personal name in Chinese characters is read. */
let names: ReadonlyMap<string, string> | undefined

function latinNamesOf(name: string): readonly string[] {
  names ??= new Map(
    HAN_OWN_NAMES.trim()
      .split(/;\s*/)
      .filter((row) => row !== '')
      .map((row) => {
        const [text = '', latin = ''] = row.split('=')
        return [text, latin]
      }),
  )
  return names.get(name)?.split('|') ?? []
}

/** Readings of a personal name in Chinese characters (simplified forms) as that of somebody whose Latin name is another one (`彭定康`, Chris Patten), a list of words for each; none for most names. */
export const ownNameReadings: (name: string) => readonly (readonly NameToken[])[] = remembered((name) =>
  latinNamesOf(name).map((latin) => latin.split(' ').map((word) => ownNameWord(name, word))),
)

/** No word of the name stands for this one alone, so that each is shown with it. */
function ownNameWord(name: string, word: string): NameToken {
  const kind = kindOf(word)
  const isSmall = kind === 'particle' || kind === 'initial'
  return token(`${name} (${word})`, [{ text: word, via: 'Chinese name' }], isSmall ? kind : word.length === 2 ? 'short' : 'word')
}
