import japanese from 'opencc-js/dict/JPShinjitaiCharacters'
import { simplifiedOf } from './chinese.ts'
import { HAN_FORMS } from './tables/han-forms.ts'

/** Japanese forms and the first traditional form that OpenCC gives each. */
let fromJapanese: ReadonlyMap<string, string> | undefined

/**
 * The one form under which search keeps a Han character: simplified where traditional, Japanese or Korean print has another form of it (OpenCC, then forms of names).
 * Folding may join characters that Chinese keeps apart (`欠` and `缺`): search finds too much rather than too little, and shows what stands there.
 */
export function commonFormOf(c: string): string {
  fromJapanese ??= new Map(
    japanese.split('|').map((line) => {
      const [form = '', traditional = ''] = line.split(' ')
      return [form, traditional] as const
    }),
  )
  const full = HAN_FORMS.get(c) ?? fromJapanese.get(c) ?? c
  const folded = simplifiedOf(full)
  return HAN_FORMS.get(folded) ?? folded
}
