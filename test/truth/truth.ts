import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a perfect, fair analyst would find in a made case; the generator writes it beside the case. */
export interface Truth {
  readonly case: string
  readonly title: string
  readonly differs: readonly string[]
  readonly batches: readonly {
    readonly day: string
    readonly new: number
    readonly changed: number
    readonly renamed: readonly { readonly from: string; readonly to: string }[]
    readonly gone: readonly string[]
    readonly instructions: number
    readonly results: number
  }[]
  readonly pairs: readonly { readonly path: string; readonly zh: string; readonly ko: string; readonly via: 'text' | 'picture' }[]
  readonly nonPairs: readonly { readonly path: string; readonly zh: string; readonly ko: string }[]
  readonly productions: readonly { readonly title: string; readonly paths: readonly string[] }[]
  readonly rightsCompany?: { readonly name: string; readonly written: string; readonly path: string }
  readonly clients: readonly {
    readonly address: string
    readonly events: number
    readonly kind: string
    readonly country: string
    readonly region: string
  }[]
  readonly events: number
  readonly orthography: string
  readonly noise: readonly string[]
  readonly traces: readonly { readonly path: string; readonly field: string; readonly value: string }[]
  readonly assessment: { readonly whoWorked: { readonly capped: boolean; readonly fragile?: boolean } }
  readonly maxLevel: 'note' | 'ask' | 'escalate'
  readonly observed: readonly string[]
}

/** Reads truth.json of generated material. */
export function readTruth(material: string): Truth {
  return JSON.parse(readFileSync(join(material, 'truth.json'), 'utf8')) as Truth
}
