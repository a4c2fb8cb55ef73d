import { ACCESS_VERSION, type LogScan, summarise } from '../access/index.ts'
import { assess, chainOf } from '../assess/index.ts'
import { LIMITS } from '../base/limits.ts'
import { identify, withoutNoise } from '../identify/index.ts'
import { evaluate, factsOf, loadPacks } from '../indicators/index.ts'
import { linksOf, orthographyOf } from '../language/index.ts'
import { FRAMES_VERSION, OCR_VERSION, PICTURES_VERSION, READ_VERSION } from '../read/index.ts'
import { statesOf } from '../review/index.ts'
import {
  applyDecisions,
  cutNameWarnings,
  joinMatches,
  listedInTexts,
  nameFinder,
  ownershipPaths,
  screenNames,
  statedHoldings,
} from '../screen/index.ts'
import { drawnTexts } from './drawn-texts.ts'
import { examineAll } from './examined-pictures.ts'
import { filesToRead, materialOf } from './exhibits.ts'
import { filmFrames } from './film-frames.ts'
import { knownFilesOf } from './known.ts'
import { logScanOf } from './logs.ts'
import { pairsOfCase } from './pairs-of-case.ts'
import { PICTURE_HASHES } from './picture-hashes.ts'
import type { ToRead } from './readings.ts'
import { readAll } from './readings.ts'
import { lastDay, namesToScreen, textsToScreen } from './screened.ts'
import { recordsOf, type Work } from './work.ts'

/** A step of the analysis. It fills its own members of the work and reads those of earlier stages only. */
export interface Stage {
  readonly name: string
  /** Raised with every change that can change a row: the rows of a case are stamped with all versions. */
  readonly version: number
  /** What is said while it runs. */
  readonly summary: string
  readonly run: (work: Work) => Promise<void> | void
}

const scans = new WeakMap<Work, readonly LogScan[]>()

const logs: Stage = {
  name: 'logs',
  version: ACCESS_VERSION,
  summary: 'access logs among the files',
  run(work) {
    const found: LogScan[] = []
    const names = new Set<string>()
    const files = filesToRead(work.visits, work.inputs.removed)
    for (const [index, file] of files.entries()) {
      const scan = logScanOf(work.opened, file)
      if (index % 200 === 0) work.progress('logs', index, files.length, file.name)
      if (!scan) continue
      found.push(scan)
      names.add(file.sha256)
    }
    work.logs = names
    scans.set(work, found)
  },
}

/** What readers, recognisers and decoders get: every file that was not removed and is no access log. */
function filesApartFromLogs({ visits, inputs, logs }: Work): readonly ToRead[] {
  return filesToRead(visits, inputs.removed).filter(({ sha256 }) => !logs.has(sha256))
}

const read: Stage = {
  name: 'read',
  version: READ_VERSION,
  summary: 'every file, in sandboxed processes',
  async run(work) {
    const files = filesApartFromLogs(work)
    await readAll(work.opened, files, work.progress, work.options, work.inputs.aborted)
  },
}

const ocr: Stage = {
  name: 'ocr',
  version: OCR_VERSION,
  summary: 'text drawn in pictures and on scanned pages, where it is asked for',
  async run(work) {
    if (!work.recogniser) return
    const files = filesApartFromLogs(work)
    work.drawnTexts = await examineAll(
      work.opened,
      drawnTexts(work.recogniser),
      files,
      work.progress,
      work.options.jobs,
      work.inputs.aborted,
    )
  },
}

const pictures: Stage = {
  name: 'pictures',
  version: PICTURES_VERSION,
  summary: 'what pictures look like, in processes of their own',
  async run(work) {
    const files = filesApartFromLogs(work)
    work.pictureHashes = await examineAll(work.opened, PICTURE_HASHES, files, work.progress, work.options.jobs, work.inputs.aborted)
  },
}

const frames: Stage = {
  name: 'frames',
  version: FRAMES_VERSION,
  summary: 'key frames of films, where they are asked for',
  async run(work) {
    if (!work.filmDecoding) return
    const step = filmFrames(work.filmDecoding, work.recogniser)
    const files = filesApartFromLogs(work)
    work.filmFrames = await examineAll(work.opened, step, files, work.progress, work.options.jobs, work.inputs.aborted)
  },
}

const material: Stage = {
  name: 'material',
  version: 4,
  summary: 'exhibits, passages with their languages, traces',
  run(work) {
    work.material = materialOf(work.opened, work.visits, work.logs, work.inputs.removed, {
      ...work,
      ...(work.filmDecoding ? { films: filmFrames(work.filmDecoding, work.recogniser) } : {}),
    })
  },
}

const known: Stage = {
  name: 'known',
  version: 1,
  summary: 'exhibits against sets of known files',
  run(work) {
    const { exhibits, warnings } = knownFilesOf(work.opened, work.material.exhibits, work.inputs.hashSets, work.progress)
    work.material = { ...work.material, exhibits, warnings: [...work.material.warnings, ...warnings] }
  },
}

const language: Stage = {
  name: 'language',
  version: 4,
  summary: 'pairs and spelling',
  run(work) {
    const { exhibits, passages, traces } = withoutNoise(work.material)
    const { pairs, warnings } = pairsOfCase(exhibits, passages, traces)
    work.pairs = pairs
    work.material = { ...work.material, warnings: [...work.material.warnings, ...warnings] }
    // A marker of spelling is one letter, and a recogniser takes one letter for another: what it read says nothing of spelling.
    work.orthography = orthographyOf(passages.filter(({ language: tag, role }) => tag === 'ko' && role !== 'ocr'))
  },
}

const turnaround: Stage = {
  name: 'turnaround',
  version: 4,
  summary: 'instructions and the results that followed them',
  run(work) {
    const { exhibits, passages } = withoutNoise(work.material)
    const { links, isCut } = linksOf({ exhibits, passages, sources: recordsOf(work).sources })
    work.links = links
    if (!isCut) return
    const warning = {
      code: 'link-limit',
      message: `links of instructions and results are cut: ${LIMITS.links} of a case, ${LIMITS.linkedInstructions} instructions of one shot`,
      path: 'links',
    }
    work.material = { ...work.material, warnings: [...work.material.warnings, warning] }
  },
}

const names: Stage = {
  name: 'identify',
  version: 9,
  summary: 'productions, parties and where they are named',
  run(work) {
    const { exhibits, passages, traces } = withoutNoise(work.material)
    const found = identify({ config: work.opened.config, declarations: work.inputs.declarations, exhibits, passages, traces })
    work.productions = found.productions
    work.parties = found.parties
    work.mentions = found.mentions
    const warnings = found.warnings.map((warning) => ({ ...warning, path: 'names' }))
    work.material = { ...work.material, warnings: [...work.material.warnings, ...warnings] }
  },
}

const access: Stage = {
  name: 'access',
  version: ACCESS_VERSION,
  summary: 'sessions, registrations, hours',
  run(work) {
    const { summary, sessions, warnings } = summarise(scans.get(work) ?? [], work.inputs.registrations)
    work.access = summary
    work.sessions = sessions
    work.material = {
      ...work.material,
      warnings: [...work.material.warnings, ...warnings.map((warning) => ({ ...warning, path: 'access logs' }))],
    }
  },
}

const screen: Stage = {
  name: 'screen',
  version: 11,
  summary: 'names against lists',
  run(work) {
    const { lists } = work.inputs
    const options = { threshold: work.opened.config.lists.minScore, asOf: lastDay(work) }
    const asked = namesToScreen(work)
    const { matches, near } = screenNames(asked, lists, options)
    const cut = cutNameWarnings(asked.map(({ name }) => name)).map((one) => ({ ...one, path: 'names' }))
    const inTexts = listedInTexts(textsToScreen(work), nameFinder(lists), lists, options)
    const { open, dismissed } = applyDecisions(joinMatches(matches, inTexts.matches), work.inputs.matchDecisions)
    work.matches = open
    work.dismissed = dismissed
    work.near = joinMatches(near, inTexts.near)
    work.material = { ...work.material, warnings: [...work.material.warnings, ...cut, ...inTexts.warnings] }
  },
}

const owners: Stage = {
  name: 'owners',
  version: 2,
  summary: 'who owns the parties, by what was stated',
  run(work) {
    const { opened, parties } = work
    const { declarations, lists, matchDecisions: decisions } = work.inputs
    const threshold = opened.config.lists.minScore
    const stated = statedHoldings(opened.config, declarations)
    const { paths, warnings } = ownershipPaths({ parties, stated, lists, asOf: lastDay(work), decisions, threshold })
    work.ownership = paths
    work.material = { ...work.material, warnings: [...work.material.warnings, ...warnings.map((one) => ({ ...one, path: 'owners' }))] }
  },
}

const rules: Stage = {
  name: 'rules',
  version: 8,
  summary: 'red flags',
  run(work) {
    const records = withoutNoise(recordsOf(work))
    work.facts = factsOf(records)
    const disabled = new Set(work.opened.config.rules.disable)
    const packs = loadPacks().map((pack) => ({ ...pack, rules: pack.rules.filter(({ id }) => !disabled.has(id)) }))
    const { findings, outcomes } = evaluate(records, work.facts, packs)
    work.findings = statesOf(findings, work.inputs.decisions).findings
    work.outcomes = outcomes
    const inTexts = work.facts['names.listed-in-texts']?.value
    if (typeof inTexts !== 'number' || inTexts <= LIMITS.listedInTexts) return
    const message = `${inTexts} listed companies are named by texts alone; the first ${LIMITS.listedInTexts} are shown one by one`
    work.material = { ...work.material, warnings: [...work.material.warnings, { code: 'listed-in-texts-limit', message, path: 'lists' }] }
  },
}

const weigh: Stage = {
  name: 'assess',
  version: 4,
  summary: 'rival explanations and the chain',
  run(work) {
    const records = withoutNoise(recordsOf(work))
    work.assessment = assess(records, work.facts)
    work.chain = chainOf(records, work.facts)
  },
}

/** Every stage, in the order it runs. */
export const STAGES: readonly Stage[] = [
  logs,
  read,
  ocr,
  pictures,
  frames,
  material,
  known,
  language,
  turnaround,
  names,
  access,
  screen,
  owners,
  rules,
  weigh,
]
