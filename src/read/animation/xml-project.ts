import type { ReadPassage, TraceName } from '../../model/index.ts'
import type { Draft } from '../draft.ts'
import { walkXml } from '../office/ooxml.ts'

/** What one attribute, or the text, of an element becomes. */
export interface XmlRule {
  /** The element's local name, or a pattern over the way of local names from the root: `/author/company`. */
  readonly element: string | RegExp
  /** The attribute; without it, the element's own text. */
  readonly attribute?: string
  readonly trace?: readonly [field: TraceName, meaning: string]
  /** Text before the value in a trace: what a number counts. */
  readonly label?: string
  readonly passage?: NonNullable<ReadPassage['role']>
  /** Values that programs give by themselves, and that say nothing. */
  readonly unless?: RegExp
}

/** Reads an XML part of a project by rules; every passage's place counts the passages of its part. Bounds and faults are those of the XML walk. */
export function readProjectXml(part: Uint8Array, name: string, rules: readonly XmlRule[], draft: Draft): void {
  const open: string[] = []
  let text = ''
  let index = 0
  const fits = (rule: XmlRule) =>
    typeof rule.element === 'string' ? rule.element === open.at(-1) : rule.element.test(`/${open.join('/')}`)
  const found = (rule: XmlRule, raw: string) => {
    const value = raw.trim()
    if (value === '' || rule.unless?.test(value)) return
    const at = { kind: 'paragraph', part: name, index: ++index } as const
    if (rule.trace) draft.traceOnce(rule.trace[0], `${rule.label ?? ''}${value}`, rule.trace[1])
    if (rule.passage) draft.passage(value, at, { role: rule.passage, block: `${name}:${open.at(-1) ?? ''}`, row: index })
  }
  walkXml(
    part,
    name,
    {
      open(tag, attributes) {
        open.push(tag.slice(tag.indexOf(':') + 1))
        text = ''
        for (const rule of rules) {
          const value = rule.attribute === undefined ? undefined : attributes[rule.attribute]
          if (value !== undefined && fits(rule)) found(rule, value)
        }
      },
      text: (piece) => {
        text += piece
      },
      close() {
        for (const rule of rules) if (rule.attribute === undefined && fits(rule)) found(rule, text)
        text = ''
        open.pop()
      },
    },
    draft,
  )
}
