import { SaxesParser, type SaxesTagNS } from 'saxes'
import { LIMITS } from '../base/limits.ts'

/** What a walk over XML tells, names without their prefixes. */
export interface XmlEvents {
  readonly open?: (name: string) => void
  /** The text directly inside an element, when it closes. */
  readonly close?: (name: string, text: string) => void
}

/**
 * Walks an answer in XML piece by piece. Entities other than the five of XML are errors, documents are bounded in depth; nothing is fetched.
 * @throws Error with line and column where it is not XML.
 */
export function walkXml(bytes: Buffer, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: true })
  const texts: string[] = []
  let failure: Error | undefined
  parser.on('error', (error) => {
    failure ??= error
  })
  parser.on('doctype', () => {
    failure ??= new Error('a document type: refused')
  })
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (texts.length >= LIMITS.xmlDepth) failure ??= new Error(`deeper than ${LIMITS.xmlDepth} elements`)
    texts.push('')
    events.open?.(tag.local)
  })
  parser.on('text', (text) => {
    const last = texts.length - 1
    if (last >= 0 && (texts[last]?.length ?? 0) < LIMITS.passageChars) texts[last] += text
  })
  parser.on('closetag', (tag: SaxesTagNS) => events.close?.(tag.local, texts.pop() ?? ''))
  const text = bytes.toString('utf8')
  for (let at = 0; at < text.length && !failure; at += 65_536) parser.write(text.slice(at, at + 65_536))
  if (!failure) parser.close()
  if (failure) throw failure
}
