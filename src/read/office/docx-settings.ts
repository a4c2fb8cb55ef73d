import type { Draft } from '../draft.ts'
import { type OfficePackage, walkLocal } from './ooxml.ts'

const DEFAULT = 'A default of the program or template when the document was made; it says nothing of its text.'

/** Defaults, ids and accounts from settings, styles and people parts. */
export function traceSettings(office: OfficePackage, main: string, draft: Draft): void {
  for (const [type, walk] of [
    ['settings', settings],
    ['styles', styles],
    ['people', people],
  ] as const) {
    const name = office.related(main, type, new RegExp(`^word/${type}\\.xml$`))[0]
    const part = name === undefined ? undefined : office.part(name)
    if (name !== undefined && part) walk(part, name, draft)
  }
}

function settings(part: Uint8Array, name: string, draft: Draft): void {
  const open = (tag: string, attribute: (local: string) => string | undefined) => {
    if (tag === 'themeFontLang') for (const key of ['val', 'eastAsia']) draft.traceOnce('defaultLocale', attribute(key), DEFAULT)
    else if (tag === 'rsidRoot' && !/^0*$/.test(attribute('val') ?? ''))
      draft.trace(
        'originalDocumentId',
        attribute('val'),
        'Number of the first editing session (rsidRoot): documents that share it have a common ancestor, perhaps a template.',
      )
    else if (tag === 'docId') draft.trace('documentId', attribute('val'), 'Id that the program gave the document; copies keep it.')
    else if (tag === 'documentProtection' && /^(1|true|on)$/.test(attribute('enforcement') ?? ''))
      draft.trace('protection', attribute('edit') ?? 'on', 'Editing is restricted as stated.')
  }
  walkLocal(part, name, { open }, draft)
}

/** The defaults of the document (`w:docDefaults`). Styles are not resolved: a font or language that only a style sets is not counted as used. */
function styles(part: Uint8Array, name: string, draft: Draft): void {
  let isDefault = false
  const open = (tag: string, attribute: (local: string) => string | undefined) => {
    if (tag === 'rPrDefault') isDefault = true
    else if (isDefault && tag === 'rFonts') for (const key of ['ascii', 'eastAsia']) draft.traceOnce('defaultFont', attribute(key), DEFAULT)
    else if (isDefault && tag === 'lang') for (const key of ['val', 'eastAsia']) draft.traceOnce('defaultLocale', attribute(key), DEFAULT)
  }
  const close = (tag: string) => {
    if (tag === 'rPrDefault') isDefault = false
  }
  walkLocal(part, name, { open, close }, draft)
}

function people(part: Uint8Array, name: string, draft: Draft): void {
  const open = (tag: string, attribute: (local: string) => string | undefined) => {
    const user = attribute('userId')
    if (tag === 'presenceInfo' && user !== undefined)
      draft.trace(
        'user',
        user,
        `Account (${attribute('providerId') ?? 'no provider'}) of somebody who commented or changed it while signed in.`,
      )
  }
  walkLocal(part, name, { open }, draft)
}
