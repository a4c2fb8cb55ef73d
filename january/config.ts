import { stringify } from 'yaml'
import { utf8 } from './files/bytes.ts'
import type { MadeCase } from './story/made-case.ts'

/** Where the month lies, seen from a case folder that is a sibling of the output folder. */
function beside(output: string, name: string): string {
  return `../${output}/${name}`
}

/** `inbetween.yaml` of a case: what the person states. `output` is the base name of the output folder. */
export function configOf(name: string, made: MadeCase, output: string): Uint8Array {
  const { stated } = made
  const registrations = {
    kind: 'registrations',
    path: beside(output, 'registrations.csv'),
    ...stated.registrationsBy,
  }
  const declarations = (stated.declarations ?? []).map(({ file, ...rest }) => ({ ...rest, path: beside(output, file) }))
  const config = {
    case: { id: name, title: made.title, basis: stated.basis, authors: ['I. Maresh-Tollund'] },
    sources: [
      {
        id: 'server',
        kind: 'folder',
        path: beside(output, 'server'),
        layout: 'snapshots',
        ...(stated.origin === undefined ? {} : { origin: stated.origin }),
      },
    ],
    productions: made.shows.map(({ title, aliases, codes, companies }) => ({ title, aliases, codes, companies })),
    parties: stated.parties,
    ...(stated.chain === undefined ? {} : { chain: stated.chain }),
    declarations: [registrations, ...declarations],
    privacy: { persons: 'masked' },
    ...(stated.contextCompanies === undefined ? {} : { context: { companies: stated.contextCompanies } }),
  }
  const note = '# Everything here is invented: productions, companies, people and what addresses are registered to.\n'
  return utf8(note + stringify(config, { lineWidth: 140, aliasDuplicateObjects: false }))
}
