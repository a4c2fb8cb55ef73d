import { printable } from '../../base/printable.ts'
import { utf16be } from '../../base/text.ts'
import type { Draft } from '../draft.ts'
import { metadataText } from '../text/metadata-text.ts'
import { type PdfPart, stringAt } from './pdf-objects.ts'

/** Actions that do something beyond the document (ISO 32000-1, 12.6.4), and what they do. */
const ACTIONS: Readonly<Record<string, string>> = {
  JavaScript: 'run JavaScript',
  Launch: 'start a program or open a file',
  GoToR: 'lead to another document',
  GoToE: 'lead into an attached document',
  SubmitForm: 'send what is entered to an address',
  ImportData: 'read a file into its form',
}
/** Actions of one kind that are counted, targets that are named, characters around an action that its target is looked for in. */
const COUNTED = 1000
const NAMED = 5
const AROUND = 300

/** Warns of actions that reach out of the document. None is ever run; where one leads to a file, its path is a trace. */
export function warnOfActions(parts: readonly PdfPart[], draft: Draft, { isEncrypted }: { readonly isEncrypted: boolean }): void {
  for (const [kind, what] of Object.entries(ACTIONS)) {
    let count = 0
    const targets = new Set<string>()
    for (const { data } of parts)
      for (let at = data.indexOf(`/${kind}`); at >= 0 && count < COUNTED; at = data.indexOf(`/${kind}`, at + kind.length)) {
        const before = data.toString('latin1', Math.max(0, at - AROUND), at)
        const after = data.toString('latin1', at + kind.length + 1, at + AROUND)
        // `/S` says that it is the kind of an action; a tree of names has the same word.
        if (!/\/S\s*$/.test(before) || /^[A-Za-z]/.test(after)) continue
        count++
        const target = isEncrypted
          ? undefined
          : (targetIn(after.split('endobj')[0] ?? '') ?? targetIn(before.split(/endobj|\bobj\b/).at(-1) ?? ''))
        if (target !== undefined && targets.size < NAMED) targets.add(target)
      }
    if (count === 0) continue
    const named = targets.size === 0 ? '' : ` (${[...targets].map((target) => printable(target, 120)).join(', ')})`
    draft.warn('active-content', `${count === COUNTED ? 'at least ' : ''}${count} of its actions ${what}${named}; none was run`)
    for (const target of targets)
      draft.traceOnce(
        /^[a-z]{2,}:/i.test(target) ? 'link' : 'path',
        target,
        'Where an action of the document leads, as written; it was not followed.',
      )
  }
}

/** The file specification of an action: a string, or a dictionary with one. */
function targetIn(text: string): string | undefined {
  const found = /\/F\s*(?:<<[^>]{0,200}?\/U?F\s*)?(?=\(|<[0-9A-Fa-f])/.exec(text)
  const bytes = found ? stringAt(text, found.index + found[0].length) : undefined
  if (bytes === undefined || bytes.length === 0) return undefined
  return bytes[0] === 0xfe && bytes[1] === 0xff ? utf16be(bytes.subarray(2)) : metadataText(bytes)
}
