import { existsSync, readFileSync, statSync } from 'node:fs'
import { sha256Hex } from '../base/hash.ts'
import { findPairs, orthographyOf, settleDirections, tellLanguage } from '../language/index.ts'
import { formatAnchor, type Passage, type Reading } from '../model/index.ts'
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
  const own = reading.passages.map((passage) => ({
    ...passage,
    anchor: formatAnchor({ ...place, at: passage.at }),
    exhibitId: [path, ...inside].join('!'),
    path: [path, ...inside].join('!'),
    ...tellLanguage(passage.text),
  }))
  return [...own, ...reading.children.flatMap((child) => told(child.reading, sha256, path, [...inside, child.step]))]
}

function byExhibit(passages: readonly Passage[]): Passage[][] {
  const found = new Map<string, Passage[]>()
  for (const passage of passages) found.set(passage.exhibitId, [...(found.get(passage.exhibitId) ?? []), passage])
  return [...found.values()]
}

function textOf(data: {
  passages: readonly { language: string; confidence: number; text: string }[]
  pairs: readonly { score: number; direction: string; from: { text: string }; to: { text: string }; reasons: readonly string[] }[]
  orthography: {
    north: number
    south: number
    yanbian: number
    neutral: number
    verdict: string
    markers: readonly { form: string; kind: string; other: string }[]
  }
}): string {
  const { orthography } = data
  const rows = data.passages.slice(0, 200).map(({ language: tag, confidence, text }) => [tag, confidence.toFixed(2), text])
  const lines = [table(['language', 'confidence', 'text'], rows, 100)]
  if (data.passages.length > 200) lines.push(`… ${data.passages.length - 200} more (--json has all)`)
  for (const { score, direction, from, to, reasons } of data.pairs.slice(0, 100))
    lines.push(`pair ${score.toFixed(2)} ${direction}: ${from.text} | ${to.text}  (${reasons.join('; ')})`)
  lines.push(
    `spelling: ${orthography.verdict} (markers north ${orthography.north}, south ${orthography.south}, yanbian ${orthography.yanbian}; neutral words ${orthography.neutral})`,
    ...orthography.markers.slice(0, 20).map(({ form, kind, other }) => `  ${form}  ${kind}; elsewhere ${other}`),
    'Spelling is a habit that is taught, copied and borrowed: it says nothing of a person.',
  )
  return lines.join('\n')
}
