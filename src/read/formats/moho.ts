import { childStep } from '../../base/child-step.ts'
import { type JsonRule, readProjectJson } from '../animation/json-project.ts'
import { isZipWith, readZipProject } from '../animation/zip-project.ts'
import { readMember } from '../containers/container.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { headText } from '../text/plain.ts'

const PATH = 'Where a picture or sound lay on the machine that saved the project.'
const RULES: readonly JsonRule[] = [
  { key: /^\/comment$/, trace: ['application', 'Program and version that saved it, as it states.'] },
  { key: /^\/doc_uuid$/, trace: ['documentId', 'Id of the document; copies keep it.'] },
  { key: /^\/created_date$/, trace: ['created', 'Local clock of the machine that made it, without a zone.'] },
  { key: /^\/modified_date$/, trace: ['modified', 'Local clock of the machine that saved it, without a zone.'] },
  { key: /^\/project_data\/fps$/, trace: ['frameRate', 'Pictures a second.'] },
  { key: /^\/project_data\/end_frame$/, trace: ['duration', 'Last frame.'], label: 'last frame ' },
  { key: /\/(soundtrack|image_path|audio_path|movie_path|psd_path|source_path)$/, trace: ['path', PATH], unless: /^(?!.*[\\/:])/ },
  { key: /\/layers(\/layers)*\/name$/, passage: 'name', unless: /^(Layer|Group|Bone|Vector|Image|Switch)( \d+)?$/ },
  { key: /\/timeline_markers\/val$/, passage: 'note' },
  { key: /\/(text|layer_comment|comments?)$/, passage: 'note', unless: /^Created in / },
]

/** Moho (Anime Studio) projects, bare or in a ZIP: program, times, names of layers, paths, markers, preview. */
export const moho: FormatReader = {
  name: 'moho',
  summary: 'Moho project: program, times, layers, markers, paths of pictures and sound, preview',
  extensions: ['.moho', '.mohoproj', '.anime', '.animeproj'],
  source: 'Files as Moho writes them (JSON); its maker publishes no description',
  sniff: (head, _, bytes) =>
    isZipWith(bytes, ['Project.mohoproj']) || /^\s*\{[\s\S]{0,400}application\/x-vnd\.lm_moho/.test(headText(head, 1024)),
  async read(bytes, context) {
    const draft = new Draft()
    const read = async (part: Uint8Array) => {
      for (const { part: path, bytes: picture } of readProjectJson(part, RULES, draft, /\/thumbnail$/))
        draft.children.push(await readMember({ step: childStep(Buffer.from(path)), path: `${path}.jpg` }, picture, { context, draft }))
    }
    if (bytes[0] !== 0x50) await read(bytes)
    else {
      const projects: Uint8Array[] = []
      const parts = {
        read: [[/\.(moho|anime)proj$/, (part: Uint8Array) => projects.push(part)] as const],
        members: /\.(png|jpe?g|gif|wav|mp3|psd)$/i,
      }
      await readZipProject(bytes, parts, context, draft)
      for (const project of projects) await read(project)
    }
    return draft.done('moho')
  },
}
