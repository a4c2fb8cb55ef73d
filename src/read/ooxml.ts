import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { LIMITS } from '../base/limits.ts'
import type { Draft } from './draft.ts'

/** The parts of an Office package that a reader wants, by name; bounded in bytes before inflating. */
export function partsOf(bytes: Uint8Array, wants: (name: string) => boolean, draft: Draft): Map<string, Uint8Array> {
  let budget: number = LIMITS.archiveBytes
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wants(name)) return false
        if (originalSize > LIMITS.memberBytes || originalSize > budget) {
          draft.cut('part-limit', `${name} is ${originalSize} bytes when inflated and was not read`)
          return false
        }
        budget -= originalSize
        return true
      },
    })
    return new Map(Object.entries(parts))
  } catch (error) {
    draft.cut('damaged', `the package cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`)
    return new Map()
  }
}

/** What is called while an XML part is walked; names keep their prefixes. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Walks an XML part. Entities are never expanded beyond XML's five; a fault or too much depth ends the walk with a warning. */
export function walkXml(part: Uint8Array, name: string, handler: XmlHandler, draft: Draft): void {
  const parser = new SaxesParser()
  let depth = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (++depth > LIMITS.xmlDepth) throw new Error(`deeper than ${LIMITS.xmlDepth} elements`)
    handler.open?.(tag, attributes)
  })
  parser.on('closetag', ({ name: tag }) => {
    depth--
    handler.close?.(tag)
  })
  parser.on('text', (text) => handler.text?.(text))
  try {
    parser.write(new TextDecoder().decode(part)).close()
  } catch (error) {
    draft.cut('damaged', `${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
