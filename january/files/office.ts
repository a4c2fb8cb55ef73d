import { createHash } from 'node:crypto'
import { xml } from './bytes.ts'
import { isoSeconds } from './time.ts'

/** The program that saves a document: WPS Office with the number of its user-interface language, or Microsoft Office. */
export type OfficeProgram =
  | { readonly kind: 'wps'; readonly build: string; readonly lcid: 2052 | 1042 }
  | { readonly kind: 'microsoft'; readonly version: string }

/** Document properties as the three docProps parts hold them. Times are epoch milliseconds. */
export interface OfficeMeta {
  readonly author: string
  readonly lastModifiedBy: string
  readonly created: number
  readonly modified: number
  readonly program: OfficeProgram
  readonly title?: string
  readonly company?: string
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
/** Product code that WPS Office puts into app.xml; the same in every copy. */
const WPS_PRODUCT = 'F1E327BC-269C-435d-A152-05C5408002CA'

/** An XML part with its declaration. */
export function part(text: string): string {
  return HEAD + text
}

/** A relationships part: `[id, type, target]`; a type without a scheme is one of the Office namespace. */
export function relationships(rows: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = rows.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${type.includes('://') ? type : `${OFFICE}/relationships/${type}`}" Target="${target}"/>`,
  )
  return part(`<Relationships xmlns="${RELS}">${items.join('')}</Relationships>`)
}

/** `[Content_Types].xml` for parts of the given types, with the property parts. */
export function contentTypes(rows: readonly (readonly [name: string, type: string])[], hasVml = false): string {
  const all: readonly (readonly [string, string])[] = [
    ...rows,
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    ['/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
  ]
  const overrides = all.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
  const vml = hasVml ? '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' : ''
  return part(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${vml}${overrides.join('')}</Types>`,
  )
}

/** The package relationships and the three property parts. `main` is the target of the office document, `suite` the kind of WPS program. */
export function propertyParts(meta: OfficeMeta, main: string, suite: 'writer' | 'sheets'): (readonly [string, string])[] {
  const root = relationships([
    ['rId1', 'officeDocument', main],
    ['rId2', `${RELS}/metadata/core-properties`, 'docProps/core.xml'],
    ['rId3', 'extended-properties', 'docProps/app.xml'],
    ['rId4', 'custom-properties', 'docProps/custom.xml'],
  ])
  return [
    ['_rels/.rels', root],
    ['docProps/core.xml', core(meta)],
    ['docProps/app.xml', app(meta, suite)],
    ['docProps/custom.xml', custom(meta)],
  ]
}

function core(meta: OfficeMeta): string {
  const title = meta.title === undefined ? '' : `<dc:title>${xml(meta.title)}</dc:title>`
  return part(
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${title}<dc:creator>${xml(meta.author)}</dc:creator><cp:lastModifiedBy>${xml(meta.lastModifiedBy)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${isoSeconds(meta.created)}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${isoSeconds(meta.modified)}</dcterms:modified></cp:coreProperties>`,
  )
}

/** The name that app.xml states for a program. */
export function applicationName(program: OfficeProgram, suite: 'writer' | 'sheets'): string {
  if (program.kind === 'microsoft') return suite === 'writer' ? 'Microsoft Office Word' : 'Microsoft Excel'
  return suite === 'sheets' ? 'WPS 表格' : `WPS Office_${program.build}_${WPS_PRODUCT}`
}

function app(meta: OfficeMeta, suite: 'writer' | 'sheets'): string {
  const template = suite === 'writer' ? '<Template>Normal.dotm</Template>' : ''
  const company = meta.company === undefined ? '' : `<Company>${xml(meta.company)}</Company>`
  const version = meta.program.kind === 'microsoft' ? `<AppVersion>${meta.program.version}</AppVersion>` : ''
  return part(
    `<Properties xmlns="${OFFICE}/extended-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${template}<Application>${applicationName(meta.program, suite)}</Application><DocSecurity>0</DocSecurity>${company}${version}</Properties>`,
  )
}

/** WPS leaves its build with the language number, and a value that is the same for one installation. */
function custom(meta: OfficeMeta): string {
  const { program } = meta
  const rows: (readonly [string, string])[] =
    program.kind === 'microsoft'
      ? []
      : [
          ['KSOProductBuildVer', `${program.lcid}-${program.build}`],
          ['ICV', createHash('md5').update(`${meta.lastModifiedBy} ${program.build}`).digest('hex').toUpperCase()],
        ]
  const items = rows.map(
    ([name, value], index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`,
  )
  return part(`<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">${items.join('')}</Properties>`)
}
