import type { Aligned } from './align.ts'
import { HANJA_SURNAMES, SURNAME_SPELLINGS } from './tables/korean-surnames.ts'
import type { NameToken } from './tokens.ts'

type System = 'chinese' | 'korean'

/** What agreeing by sound says of the system, where no spelling is the same. */
const BY_FEATURE: Readonly<Record<string, System>> = { 'korean-spelling': 'korean', pinyin: 'chinese' }

/** Whether a personal name read character by character agrees with the other in part only as Chinese and in part only as Korean: then it is a spelling of nobody's (`杨瑞`, Ri So Yong: Korean `so`, Cantonese `yong`). */
export function isMixedReading(pairs: readonly Aligned[], x: readonly NameToken[], y: readonly NameToken[]): boolean {
  const only = new Set<System>()
  for (const pair of pairs) {
    const [p, q] = [x[pair.a[0]], y[pair.b[0]]]
    if (!p || !q || pair.a[1] - pair.a[0] + pair.b[1] - pair.b[0] !== 2) continue
    const system = isCharacter(p) ? onlySystem(p, q, pair.feature) : isCharacter(q) ? onlySystem(q, p, pair.feature) : undefined
    if (system !== undefined) only.add(system)
  }
  return only.size === 2
}

function isCharacter({ shown, spellings }: NameToken): boolean {
  return shown.length <= 2 && spellings[0]?.via === 'pinyin' && spellings.some(({ via }) => via === 'Korean reading')
}

/** The one system in which a character is spelt as the other word; undefined when both do, and when that cannot be told. */
function onlySystem(character: NameToken, { spellings }: NameToken, feature: string): System | undefined {
  const word = spellings[0]?.text ?? ''
  const found = new Set<System>()
  for (const { text, via } of character.spellings) if (text === word) found.add(via === 'Korean reading' ? 'korean' : 'chinese')
  if (found.size === 0) return BY_FEATURE[feature]
  const family = HANJA_SURNAMES[character.shown]
  if (family !== undefined && (SURNAME_SPELLINGS[family] ?? '').toLowerCase().split(' ').includes(word)) return undefined
  return found.size === 1 ? [...found][0] : undefined
}
