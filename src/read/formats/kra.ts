import { readProjectXml, type XmlRule } from '../animation/xml-project.ts'
import { firstMimetype, readZipProject } from '../animation/zip-project.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'

const NAMES: readonly XmlRule[] = [
  { element: 'DOC', attribute: 'kritaVersion', trace: ['application', 'Version of Krita that saved it.'], label: 'Krita ' },
  { element: 'IMAGE', attribute: 'name', passage: 'title', unless: /^(Unnamed|未命名|이름 없음)$/ },
  { element: 'IMAGE', attribute: 'description', passage: 'note' },
  { element: 'IMAGE', attribute: 'width', trace: ['dimensions', 'Width of the picture in pixels.'], label: 'width ' },
  { element: 'IMAGE', attribute: 'height', trace: ['dimensions', 'Height of the picture in pixels.'], label: 'height ' },
  {
    element: 'IMAGE',
    attribute: 'profile',
    trace: ['colorProfile', 'Name of the colour profile; profiles come with screens and programs.'],
  },
  { element: 'layer', attribute: 'name', passage: 'name' },
  { element: 'image', attribute: 'version', trace: ['formatVersion', 'Version of the OpenRaster format.'] },
  { element: 'storyboarditem', attribute: 'item-name', passage: 'name' },
  { element: 'comment', attribute: 'name', passage: 'note' },
]
const LOCAL = 'Clock of the machine, without a zone.'
const INFORMATION: readonly XmlRule[] = [
  { element: /\/about\/title$/, trace: ['title', 'Title as entered.'] },
  { element: /\/about\/(description|abstract|subject)$/, trace: ['comment', 'Description as entered.'] },
  { element: /\/about\/initial-creator$/, trace: ['author', 'Account that made it first, as Krita was told.'], unless: /^Unknown$/ },
  { element: /\/about\/editing-cycles$/, trace: ['revision', 'How often it was saved.'] },
  { element: /\/about\/editing-time$/, trace: ['editingMinutes', 'Seconds that it was open for editing.'], label: 'seconds ' },
  { element: /\/about\/creation-date$/, trace: ['created', LOCAL] },
  { element: /\/about\/date$/, trace: ['modified', LOCAL] },
  { element: /\/about\/language$/, trace: ['locale', 'Language stated for the document.'] },
  { element: /\/author\/full-name$/, trace: ['author', 'Name in the profile of the program; anybody can set it.'] },
  { element: /\/author\/company$/, trace: ['company', 'Company in the profile of the program; anybody can set it.'] },
  {
    element: /\/author\/(email|telephone|telephone-work|city|country)$/,
    trace: ['contact', 'From the profile of the program; anybody can set it.'],
  },
]

/** Krita pictures and animations, and OpenRaster, which they are made after: layers, who, when, how long. */
export const kra: FormatReader = {
  name: 'kra',
  summary: 'Krita or OpenRaster picture: layers, profile of the author, times, seconds of work, preview',
  extensions: ['.kra', '.krz', '.ora'],
  source: 'Krita source, libs/kritafileformats; OpenRaster specification',
  sniff: (head) => /^(application\/x-krita|image\/openraster)/.test(firstMimetype(head)),
  async read(bytes, context) {
    const draft = new Draft()
    await readZipProject(
      bytes,
      {
        read: [
          [/^(maindoc|stack|storyboard\/index)\.xml$/, (part, name) => readProjectXml(part, name, NAMES, draft)],
          [/^documentinfo\.xml$/, (part, name) => readProjectXml(part, name, INFORMATION, draft)],
        ],
        members: /^(preview\.png|mergedimage\.png|Thumbnails\/thumbnail\.png)$/,
      },
      context,
      draft,
    )
    return draft.done('kra')
  },
}
