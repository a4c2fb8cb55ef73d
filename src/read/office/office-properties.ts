import type { TraceName } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { offsetOf, traceZone } from '../zone.ts'
import { type OfficePackage, walkLocal } from './ooxml.ts'

/** Elements of core.xml and app.xml that become traces: local name, field, meaning. */
const PROPERTIES: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  creator: ['author', 'Account name of who made the file; anybody can set it.'],
  lastModifiedBy: [
    'lastModifiedBy',
    'Account name of who saved it last; another name than the author is a hand-over or a shared template.',
  ],
  title: ['title', 'Title as stated in the file.'],
  subject: ['title', 'Subject as stated in the file.'],
  description: ['comment', 'Description as entered.'],
  keywords: ['keywords', 'Keywords as entered.'],
  category: ['category', 'Category as entered.'],
  revision: ['revision', 'How often it was saved, as the program counted.'],
  language: ['locale', 'Language stated for the document; often a default of the program.'],
  created: ['created', 'Clock of the machine that made it, stated in UTC; templates hand theirs on.'],
  modified: ['modified', 'Clock of the machine that saved it last, stated in UTC.'],
  lastPrinted: ['printed', 'Clock of the machine that printed it last, stated in UTC; templates hand theirs on.'],
  Application: ['application', 'Program that saved it, as it states.'],
  AppVersion: ['applicationVersion', 'Version of the file format or program, as it states.'],
  Company: ['company', 'Company name entered when the program was installed; images of others are reused.'],
  Manager: ['company', 'Manager as entered.'],
  Template: ['template', 'Template it was made from.'],
  HyperlinkBase: ['path', 'Folder that links start from, as entered.'],
  TotalTime: ['editingMinutes', 'Minutes that it was open for editing, as the program counted.'],
}

/** Language numbers that WPS Office puts before its build number; from Microsoft's list of language code identifiers. */
const LCIDS: Readonly<Record<string, string>> = {
  '1028': 'zh-TW',
  '1031': 'de-DE',
  '1033': 'en-US',
  '1036': 'fr-FR',
  '1041': 'ja-JP',
  '1042': 'ko-KR',
  '1049': 'ru-RU',
  '1066': 'vi-VN',
  '2052': 'zh-CN',
  '3076': 'zh-HK',
}

/** Core, application and custom properties of an Office package as traces. */
export function readOfficeProperties(office: OfficePackage, draft: Draft): void {
  for (const [type, usual] of [
    ['core-properties', /^docProps\/core\d*\.xml$/i],
    ['extended-properties', /^docProps\/app\d*\.xml$/i],
    ['custom-properties', /^docProps\/custom\d*\.xml$/i],
  ] as const) {
    const name = office.related('', type, usual)[0]
    const part = name === undefined ? undefined : office.part(name)
    if (name !== undefined && part) properties(part, name, draft)
  }
}

function properties(part: Uint8Array, name: string, draft: Draft): void {
  let text = ''
  let property = ''
  const open = (tag: string, attribute: (local: string) => string | undefined) => {
    text = ''
    if (tag === 'property') property = attribute('name') ?? ''
  }
  const close = (tag: string) => {
    const known = PROPERTIES[tag]
    if (property !== '') {
      if (text.trim() !== '') traceCustom(property, text.trim(), draft)
      if (tag === 'property') property = ''
    } else if (known && Object.hasOwn(PROPERTIES, tag) && !isEmptyCount(tag, text)) {
      draft.trace(known[0], text, known[1])
      if (/^(created|modified|lastPrinted)$/.test(tag))
        traceZone(draft, offsetOf(text), `Stated with "${tag}" in the document's properties`)
    }
    text = ''
  }
  walkLocal(part, name, { open, close, text: (piece) => (text += piece) }, draft)
}

/** Libraries that count nothing write 0. */
function isEmptyCount(tag: string, text: string): boolean {
  return tag === 'TotalTime' && Number(text) === 0
}

/** A property that a program or person added: WPS Office's build with the language of its user interface, or a custom one. */
export function traceCustom(property: string, value: string, draft: Draft): void {
  if (property === 'KSOProductBuildVer') {
    const language = LCIDS[value.split('-')[0] ?? '']
    draft.trace(
      'programLocale',
      value,
      `WPS Office${language ? ` with its ${language} user interface` : ''}; a language of the program, not of a person or place.`,
    )
  } else
    draft.trace('custom', `${property}: ${value}`, 'A property that a program or a person added; what it means is that program’s matter.')
}
