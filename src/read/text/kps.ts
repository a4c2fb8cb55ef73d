import { decodeKps9566 } from '../../base/kps9566.ts'
import { printable } from '../../base/printable.ts'
import { rankCodePages } from '../../base/text.ts'

const KEPT_RIVALS = 3

/** What it means that `bytes` read as Korean in KPS 9566, for a trace: the other pages that they fit, with what they would say there, and the ordinary explanations. */
export function kpsMeaning(bytes: Uint8Array): string {
  const { names } = decodeKps9566(bytes)
  const rivals = rankCodePages(bytes)
    .filter(({ codePage, faults }) => codePage !== 'kps9566' && faults === 0)
    .slice(0, KEPT_RIVALS)
    .map(({ codePage, text }) => `${codePage} ("${printable(text.trim().split('\n')[0] ?? '', 40)}")`)
  const also = rivals.length > 0 ? ` The bytes also fit ${rivals.join(', ')}, as less ordinary text.` : ''
  const own = names > 0 ? ' It uses characters for names of leaders that no other page has.' : ''
  return `Told from the bytes: Korean in KPS 9566, the character set of the DPRK.${own} Programs made there write it, and so do converters and libraries that anybody can have; such files are received, collected and passed on. It says nothing of who worked.${also}`
}
