import type { TraceName } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { decodeEntities } from './html-tokens.ts'

/** Names of meta elements that become traces. */
const META: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  generator: ['application', 'Program that made the page, as it states.'],
  progid: ['application', 'Office program that saved the page.'],
  originator: ['application', 'Office program that made the page.'],
  author: ['author', 'Name as entered; anybody can set it.'],
  'dc.creator': ['author', 'Name as entered; anybody can set it.'],
  copyright: ['company', 'Owner of rights as entered.'],
  description: ['comment', 'Description as entered.'],
  keywords: ['keywords', 'Keywords as entered.'],
  'dcterms.created': ['created', 'Date as stated.'],
  'dcterms.modified': ['modified', 'Date as stated.'],
  created: ['created', 'Date as stated.'],
  changed: ['modified', 'Date as stated.'],
  changedby: ['lastModifiedBy', 'Name as entered; anybody can set it.'],
}
/** Properties that Office hides in a comment of pages that it saves. */
const OFFICE: Readonly<Record<string, readonly [field: TraceName, meaning: string]>> = {
  Author: ['author', 'Account name that Office put into the page; anybody can set it.'],
  LastAuthor: ['lastModifiedBy', 'Account name that Office put into the page; anybody can set it.'],
  Created: ['created', 'Clock of the machine that made it, stated in UTC.'],
  LastSaved: ['modified', 'Clock of the machine that saved it last, stated in UTC.'],
  Company: ['company', 'Company name entered when the program was installed; images of others are reused.'],
  Version: ['applicationVersion', 'Version of Office that saved the page.'],
}

/** Adds what an element says of the page's maker and language. */
export function traceMeta(name: string, attributes: ReadonlyMap<string, string>, draft: Draft): void {
  if (name === 'html')
    draft.traceOnce(
      'locale',
      attributes.get('lang') ?? attributes.get('xml:lang'),
      'Language that the page states for itself; often a default of the program.',
    )
  if (name !== 'meta') return
  const key = (attributes.get('name') ?? attributes.get('property') ?? '').toLowerCase()
  const known = Object.hasOwn(META, key) ? META[key] : undefined
  if (known) draft.traceOnce(known[0], attributes.get('content'), known[1])
}

/** Adds what a comment says: where a browser saved the page from, and the properties of Office. */
export function traceComment(comment: string, draft: Draft): void {
  const saved = /^\s*saved from url=\(\d+\)(\S{1,2000})/.exec(comment.slice(0, 2100))?.[1]
  draft.traceOnce('savedFrom', saved, 'Address that a browser saved the page from.')
  const head = comment.slice(0, 65_536)
  if (!head.includes('<o:')) return
  for (const [tag, [field, meaning]] of Object.entries(OFFICE)) {
    const value = new RegExp(`<o:${tag}>([^<]{1,500})</o:${tag}>`).exec(head)?.[1]
    if (value !== undefined) draft.traceOnce(field, decodeEntities(value), meaning)
  }
}
