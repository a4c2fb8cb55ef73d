import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '../../base/hash.ts'
import { LIMITS } from '../../base/limits.ts'
import { canHold, collected, heldCommand, programIn } from '../held.ts'
import { PICTURE_ENGINE } from '../pictures/hashed-picture.ts'
import { OCR_ENGINE } from './drawn-text.ts'
import { LANGUAGES, SPARSE_TEXT } from './engine.ts'
import type { RawLine } from './lines.ts'

/** The Tesseract of this machine. */
export interface SystemTesseract {
  readonly path: string
  /** Its version and digests of its trained data, as they are sealed with an analysis that used it. */
  readonly engine: string
}

/** What recognises characters: its name as it is sealed, and for the one of the system the program, or why it is not there. Without `system` it is the one that is brought along. */
export interface Recogniser {
  readonly engine: string
  readonly system?: SystemTesseract | { readonly why: string }
}

/** The recogniser that is brought along. */
export const OWN_RECOGNISER: Recogniser = { engine: OCR_ENGINE }

/** What the name of a recogniser of the system begins with. */
export const SYSTEM_ENGINE = 'tesseract of the system'

const ASK_MS = 5000
const TABLE_BYTES = 16 * 1024 * 1024
/** One thread: four of them take several times as long for small pictures. */
const ENVIRONMENT = { OMP_THREAD_LIMIT: '1', LC_ALL: 'C.UTF-8' }
/** Gaps in heights of a line below which a single letter, or a Chinese one, stands in one word with its neighbour: trained data that is quick tears words apart. */
const GAP = { single: 0.25, chinese: 0.6 } as const

/** The Tesseract of a search path (`PATH`) with Korean and Chinese, or why it is not used: absent, without these languages, or the system has nothing to hold it with, and then it is not started. */
export function findTesseract(searchPath: string): SystemTesseract | { readonly why: string } {
  const path = programIn(searchPath, 'tesseract')
  if (path === undefined) return { why: 'tesseract is not installed' }
  if (!canHold()) return { why: 'tesseract cannot be held on this machine: unshare -rn and prlimit do not work' }
  const version = /^tesseract v?(\S{1,40})/.exec(asked(path, '--version'))?.[1]
  const listed = asked(path, '--list-langs')
  const folder = /^List of available languages in "([^"\n]+)"/.exec(listed)?.[1]
  if (version === undefined || folder === undefined)
    return { why: 'the tesseract in PATH does not start when it is held, or is older than 5' }
  const missing = LANGUAGES.filter((language) => !listed.split('\n').includes(language))
  if (missing.length > 0)
    return { why: `tesseract has no trained data for ${missing.join(' and ')} (Debian: tesseract-ocr-kor, tesseract-ocr-chi-sim)` }
  try {
    const data = LANGUAGES.map((language) => `${language} ${sha256Hex(readFileSync(join(folder, `${language}.traineddata`))).slice(0, 12)}`)
    return {
      path,
      engine: `${SYSTEM_ENGINE} ${version}, ${data.join(', ')}; pages and pictures by ${OCR_ENGINE.split('; pages by ')[1]} and ${PICTURE_ENGINE}`,
    }
  } catch {
    return { why: 'the trained data of tesseract cannot be read' }
  }
}

function held(path: string): readonly [string, ...string[]] {
  return heldCommand(path, { addressBytes: LIMITS.ocrAddressBytes, cpuSeconds: Math.ceil(LIMITS.ocrMs / 1000) })
}

/** What it prints about itself. */
function asked(path: string, word: string): string {
  const [program, ...rest] = held(path)
  const { stdout, stderr } = spawnSync(program, [...rest, word], { env: ENVIRONMENT, timeout: ASK_MS, encoding: 'utf8' })
  return stdout || stderr || ''
}

/**
 * Lines of a grey map ({@link greyMap}), or why there are none. Only such maps may be given: Tesseract takes what is no picture for a list of files that it then opens.
 * It reads a pipe in an empty environment and is killed after `ms`.
 */
export function recogniseWith(
  { path }: SystemTesseract,
  map: Uint8Array,
  ms: number = LIMITS.ocrMs,
): Promise<readonly RawLine[] | { readonly stopped: string }> {
  const [program, ...rest] = held(path)
  const words = [
    'stdin',
    'stdout',
    '-l',
    LANGUAGES.join('+'),
    '--oem',
    '1',
    '--psm',
    SPARSE_TEXT,
    '-c',
    'tessedit_enable_doc_dict=0',
    'tsv',
  ]
  const child = spawn(program, [...rest, ...words], { env: ENVIRONMENT, stdio: ['pipe', 'pipe', 'ignore'] })
  const kill = () => {
    child.kill('SIGKILL')
  }
  const out = collected(child.stdout, TABLE_BYTES, kill)
  // It may end before it has taken all: the exit says what happened.
  child.stdin.on('error', () => {})
  child.stdin.end(map)
  return new Promise((resolve) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      kill()
    }, ms)
    const finish = (stopped?: string) => {
      clearTimeout(timer)
      resolve(stopped === undefined ? linesOfTable(Buffer.concat(out.chunks).toString('utf8')) : { stopped })
    }
    child.on('error', (error) => finish(`tesseract did not start (${error.message})`))
    child.on('close', (code, signal) => {
      if (isLate) finish(`it took longer than ${ms} ms`)
      else if (code !== 0 && !out.isFull) finish(`tesseract ended (${signal ?? code})`)
      else finish()
    })
  })
}

type Word = RawLine['words'][number]

/** The lines of Tesseract's table (TSV): words of one line follow one another with the numbers of their block, paragraph and line. */
export function linesOfTable(table: string): readonly RawLine[] {
  const lines = new Map<string, Word[]>()
  for (const row of table.split('\n')) {
    const cells = row.split('\t')
    const [x0 = 0, y0 = 0, width = 0, height = 0, confidence = -1] = cells.slice(6, 11).map(Number)
    const text = (cells[11] ?? '').trim()
    if (cells[0] !== '5' || text === '' || ![x0, y0, width, height, confidence].every((value) => Number.isFinite(value) && value >= 0))
      continue
    const key = cells.slice(1, 5).join()
    const word = { text, confidence, x0, y0, x1: x0 + width, y1: y0 + height }
    const line = lines.get(key)
    if (line) line.push(word)
    else lines.set(key, [word])
  }
  return [...lines.values()].map((words) => ({
    text: textOf(words),
    words,
    x0: Math.min(...words.map(({ x0 }) => x0)),
    y0: Math.min(...words.map(({ y0 }) => y0)),
    x1: Math.max(...words.map(({ x1 }) => x1)),
    y1: Math.max(...words.map(({ y1 }) => y1)),
  }))
}

function textOf(words: readonly Word[]): string {
  const heights = words.map(({ y0, y1 }) => y1 - y0).sort((a, b) => a - b)
  const height = heights[heights.length >> 1] ?? 0
  return words.reduce((text, word, n) => {
    const last = words[n - 1]
    if (!last) return word.text
    const gap = word.x0 - last.x1
    const isChinese = /\p{Script=Han}$/u.test(last.text) && /^\p{Script=Han}/u.test(word.text)
    const isSingle = [...last.text].length === 1 || [...word.text].length === 1
    const isOne = gap < (isChinese ? GAP.chinese : isSingle ? GAP.single : Number.NEGATIVE_INFINITY) * height
    return `${text}${isOne ? '' : ' '}${word.text}`
  }, '')
}
