import { existsSync, readFileSync, statSync } from 'node:fs'
import { sha256Hex } from '../base/hash.ts'
import { printable } from '../base/printable.ts'
import { findPairs, orthographyOf, settleDirections, settleOpenHan, spellingInWords, tellPassage } from '../language/index.ts'
import { formatAnchor, type Orthography, type Passage, type Reading, readableText } from '../model/index.ts'
import { createReaderPool, readBytes } from '../read/index.ts'
import type { Operation } from './operation.ts'
import { table } from './terminal.ts'

/** `inbetween language`. */
export const language: Operation = {
  name: 'language',
  summary: 'Languages, spelling markers and pairs of a text or of files. Needs no case. Says what is written, never who wrote it.',
  usage: '<text or file>… (or - for standard input)',
  options: {},
  examples: ['inbetween language "머리부분 선을 좀 더 가늘게"', 'inbetween language retake.docx --json'],
  async run({ paths }, context) {
    const passages: Passage[] = []
    const pool = createReaderPool({ size: 1 })
    try {
      for (const given of paths.length === 0 ? ['-'] : paths) {
        const isFile = given !== '-' && existsSync(given) && statSync(given).isFile()
        const bytes = given === '-' ? await context.stdin() : isFile ? readFileSync(given) : Buffer.from(given)
        const reading = isFile ? await pool.read(given, given) : await readBytes(bytes, 'text.txt')
        passages.push(...told(reading, sha256Hex(bytes), isFile ? given : 'text'))
      }
    } finally {
      await pool.close()
    }
    const korean = passages.filter(({ language: tag }) => tag === 'ko')
    const data = {
      passages: passages.map((passage) => ({
        text: passage.text,
        script: passage.script,
        language: passage.language,
        confidence: passage.confidence,
        ...(passage.candidates ? { candidates: passage.candidates } : {}),
        ...(passage.toldBy ? { toldBy: passage.toldBy } : {}),
        ...(passage.runs ? { runs: passage.runs } : {}),
        ...(passage.repaired ? { repaired: passage.repaired } : {}),
        anchor: passage.anchor,
        ...(passage.language === 'ko' ? { orthography: orthographyOf([passage]) } : {}),
      })),
      pairs: settleDirections(byExhibit(passages).flatMap((group) => findPairs(group))),
      orthography: orthographyOf(korean),
    }
    return { data, text: textOf(data) }
  },
}

function told(reading: Reading, sha256: string, path: string, inside: readonly string[] = []): Passage[] {
  const place = inside.length > 0 ? { sha256, inside } : { sha256 }
  const own = settleOpenHan(
    reading.passages.map((passage) => ({
      ...passage,
      anchor: formatAnchor({ ...place, at: passage.at }),
      exhibitId: [path, ...inside].join('!'),
      path: [path, ...inside].join('!'),
      ...tellPassage(passage.text),
    })),
  )
  return [...own, ...reading.children.flatMap((child) => told(child.reading, sha256, path, [...inside, child.step]))]
}

function byExhibit(passages: readonly Passage[]): Passage[][] {
  const found = new Map<string, Passage[]>()
  for (const passage of passages) found.set(passage.exhibitId, [...(found.get(passage.exhibitId) ?? []), passage])
  return [...found.values()]
}

type ShownPassage = Pick<Passage, 'text' | 'language' | 'confidence' | 'candidates' | 'runs' | 'repaired' | 'toldBy'>

function textOf(data: {
  readonly passages: readonly ShownPassage[]
  readonly pairs: readonly { score: number; direction: string; from: { text: string }; to: { text: string }; reasons: readonly string[] }[]
  readonly orthography: Orthography
}): string {
  const { orthography } = data
  const rows = data.passages
    .slice(0, 200)
    .flatMap((passage) => [
      [languageOf(passage), passage.confidence.toFixed(2), passage.text],
      ...(passage.repaired ? [['', '', `repaired (${passage.repaired.how}): ${passage.repaired.text}`]] : []),
      ...(passage.runs ?? []).map((run) => [
        `  ${languageOf(run)}`,
        run.confidence.toFixed(2),
        readableText(passage).slice(run.from, run.to).trim(),
      ]),
    ])
  const lines = [table(['language', 'confidence', 'text'], rows, 100)]
  if (data.passages.length > 200) lines.push(`… ${data.passages.length - 200} more (--json has all)`)
  for (const { score, direction, from, to, reasons } of data.pairs.slice(0, 100))
    lines.push(printable(`pair ${score.toFixed(2)} ${direction}: ${from.text} | ${to.text}  (${reasons.join('; ')})`, 400))
  lines.push(
    `spelling: ${spellingInWords(orthography)} (markers north ${orthography.north}, south ${orthography.south}, yanbian ${orthography.yanbian}; neutral words ${orthography.neutral})`,
    ...orthography.markers.slice(0, 20).map(({ form, kind, other }) => `  ${form}  ${kind}; elsewhere ${other}`),
    'Spelling is a habit that is taught, copied and borrowed: it says nothing of a person.',
  )
  return lines.join('\n')
}

function languageOf({ language: tag, candidates, toldBy }: Pick<Passage, 'language' | 'candidates' | 'toldBy'>): string {
  return candidates ? candidates.join(' or ') : toldBy ? `${tag} (by the other passages)` : tag
}
