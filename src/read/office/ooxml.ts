import { childStep } from '../../base/child-step.ts'
import { lazily } from '../../base/lazily.ts'
import { LIMITS } from '../../base/limits.ts'
import { printable } from '../../base/printable.ts'
import { readMember, refuse } from '../containers/container.ts'
import { inflate } from '../containers/inflate.ts'
import { memberData } from '../containers/zip-data.ts'
import { readDirectory, type ZipEntry } from '../containers/zip-directory.ts'
import { packerOffset } from '../containers/zip-traces.ts'
import type { Draft } from '../draft.ts'
import type { ReadContext } from '../reader.ts'
import { offsetText, traceZone } from '../zone.ts'

const saxes = lazily<typeof import('saxes')>('saxes')

/** A link from one part of a package to another, or out of it. */
export interface Relation {
  readonly id: string
  /** Last step of the relation's type: `comments`, `header`, `attachedTemplate`. */
  readonly type: string
  /** The part's name; for an external one the target as written. */
  readonly target: string
  readonly isExternal: boolean
}

/** The parts of an Office package, inflated when asked for and bounded together. */
export interface OfficePackage {
  /** Names of all parts in the order of the directory. */
  readonly names: readonly string[]
  /** A part's bytes, or undefined when it is not there or cannot be had (which is a warning). */
  readonly part: (name: string) => Uint8Array | undefined
  readonly relations: (name: string) => readonly Relation[]
  /** Parts that `from` is related to by `type`; without any such relation, the parts whose name fits `usual`. */
  readonly related: (from: string, type: string, usual: RegExp) => readonly string[]
}

/** Opens an Office package (ECMA-376 Part 2). A cut one gives the parts that are there. Never throws. */
export function openPackage(bytes: Uint8Array, draft: Draft): OfficePackage {
  const directory = readDirectory(bytes)
  for (const { code, message } of directory.warnings) draft.cut(code, message)
  const entries = new Map<string, ZipEntry>()
  for (const entry of directory.entries) {
    const name = nameOf(entry)
    if (entries.has(name.toLowerCase())) draft.cut('repeated-part', `${printable(name)} is there more than once: the first was read`)
    else entries.set(name.toLowerCase(), entry)
  }
  for (const minutes of new Set(directory.entries.map(packerOffset)))
    if (minutes !== undefined)
      traceZone(draft, offsetText(minutes), 'Local and UTC times of parts of the package differ by this, so it was packed again by hand')
  let budget: number = LIMITS.officeXmlBytes
  const cache = new Map<string, readonly Relation[]>()
  const part = (name: string) => {
    const entry = entries.get(name.toLowerCase())
    if (!entry) return undefined
    const data = inflatePart(bytes, entry, Math.min(budget, LIMITS.memberBytes), draft)
    budget -= data?.length ?? 0
    return data
  }
  const relations = (name: string) => {
    const known = cache.get(name) ?? readRelations(name, part, draft)
    cache.set(name, known)
    return known
  }
  const names = [...entries.values()].map(nameOf)
  return {
    names,
    part,
    relations,
    related(from, type, usual) {
      const found = relations(from).filter((relation) => relation.type === type && !relation.isExternal)
      return found.length > 0 ? found.map(({ target }) => target) : names.filter((name) => usual.test(name))
    },
  }
}

/** Reads pictures and files that are embedded in a package as its children. */
export async function readEmbedded(bytes: Uint8Array, context: ReadContext, draft: Draft): Promise<void> {
  const { budget } = context
  for (const entry of readDirectory(bytes).entries) {
    const path = nameOf(entry)
    if (!/^((word|xl|ppt)\/(media|embeddings)\/|docProps\/thumbnail)[^/]*\.\w+$/i.test(path)) continue
    const child = { step: childStep(entry.rawName), path }
    const packed = memberData(bytes, entry, path, draft)
    const data = inflatePart(bytes, entry, Math.min(budget.bytes, LIMITS.memberBytes), draft)
    draft.children.push(
      data === undefined
        ? refuse(child, packed, 'damaged: it cannot be inflated', path, draft)
        : await readMember(child, data, { context, draft }),
    )
  }
}

function nameOf(entry: ZipEntry): string {
  return Buffer.from(entry.rawName).toString('utf8').replace(/^\//, '').replaceAll('\\', '/')
}

function inflatePart(bytes: Uint8Array, entry: ZipEntry, most: number, draft: Draft): Uint8Array | undefined {
  const name = printable(nameOf(entry))
  const packed = memberData(bytes, entry, name, draft)
  if ((entry.flags & 1) !== 0 || (entry.method !== 0 && entry.method !== 8)) {
    draft.cut('encrypted', `${name} is encrypted or packed in a way that is not read`)
    return undefined
  }
  if (entry.size > most || (entry.method === 0 && packed.length > most)) {
    draft.cut('part-limit', `${name} is ${entry.size} bytes when inflated and was not read`)
    return undefined
  }
  if (entry.method === 0) {
    if (packed.length < entry.size) draft.cut('truncated', `${name}: only ${packed.length} of ${entry.size} bytes are there`)
    return packed
  }
  const inflated = inflate('raw', packed, most)
  if (inflated.outcome === 'truncated') draft.cut('truncated', `${name}: only its first ${inflated.data.length} bytes are there`)
  if (inflated.data === undefined) draft.cut(inflated.outcome === 'too-large' ? 'part-limit' : 'damaged', `${name} cannot be inflated`)
  return inflated.data
}

function readRelations(name: string, partOf: OfficePackage['part'], draft: Draft): readonly Relation[] {
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const data = partOf(`${folder}_rels/${name.slice(folder.length)}.rels`)
  const relations: Relation[] = []
  if (!data) return relations
  const open = (tag: string, attribute: AttributeOf) => {
    if (tag !== 'Relationship' || relations.length >= LIMITS.archiveEntries) return
    const target = attribute('Target') ?? ''
    const isExternal = attribute('TargetMode') === 'External'
    const type = (attribute('Type') ?? '').split('/').at(-1) ?? ''
    relations.push({ id: attribute('Id') ?? '', type, target: isExternal ? target : resolveTarget(folder, target), isExternal })
  }
  walkLocal(data, `${name}.rels`, { open }, draft)
  return relations
}

/** A relation's target as a part name: absolute from the root, or from the folder of the part. */
function resolveTarget(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** What is called while an XML part is walked; names keep their prefixes. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** An attribute by its local name, whatever its prefix; one without a prefix comes first. `:id` asks for one with a prefix. */
export type AttributeOf = (local: string) => string | undefined

/** As {@link XmlHandler}, with local names: programs choose their own prefixes (`w:p`, `ns0:p`, `x:row`). */
export interface LocalHandler {
  readonly open?: (name: string, attribute: AttributeOf) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Walks an XML part by local names; bounds and faults as {@link walkXml}. */
export function walkLocal(part: Uint8Array, name: string, handler: LocalHandler, draft: Draft): void {
  const { open, close, text } = handler
  const local = (tag: string) => tag.slice(tag.indexOf(':') + 1)
  walkXml(
    part,
    name,
    {
      ...(open && { open: (tag, attributes) => open(local(tag), (wanted) => attributeOf(attributes, wanted)) }),
      ...(close && { close: (tag) => close(local(tag)) }),
      ...(text && { text }),
    },
    draft,
  )
}

function attributeOf(attributes: Readonly<Record<string, string>>, wanted: string): string | undefined {
  if (Object.hasOwn(attributes, wanted)) return attributes[wanted]
  const suffix = wanted.startsWith(':') ? wanted : `:${wanted}`
  return Object.entries(attributes).find(([key]) => key.endsWith(suffix))?.[1]
}

/** Walks an XML part. Entities are never expanded beyond XML's five; a fault or too much depth ends the walk with a warning. */
export function walkXml(part: Uint8Array, name: string, handler: XmlHandler, draft: Draft): void {
  const parser = new (saxes().SaxesParser)()
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
  parser.on('cdata', (text) => handler.text?.(text))
  try {
    parser.write(decodeXml(part)).close()
  } catch (error) {
    draft.cut('damaged', `${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function decodeXml(part: Uint8Array): string {
  if (part[0] === 0xff && part[1] === 0xfe) return new TextDecoder('utf-16le').decode(part)
  if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder('utf-16be').decode(part)
  return new TextDecoder().decode(part)
}
