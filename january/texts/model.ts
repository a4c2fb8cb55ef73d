/** One note of the workplace: Chinese, its Korean in the orthography of the North, and the same meaning in that of the South. */
export interface InstructionText {
  /** May hold `{shot}` (a shot code), `{n}` and `{m}` (whole numbers); the Korean texts then hold the same ones. */
  readonly zh: string
  readonly ko: string
  readonly koSouth: string
  readonly topic: string
  /** Whether a term of the trade, as studio glossaries list them, stands in the Chinese or in one of the Korean texts. */
  readonly usesKnownTerms: boolean
}

/** A row of a table: Chinese, Korean of the North, Korean of the South. */
export type TextRow = readonly [zh: string, ko: string, koSouth: string]

/** A Korean sentence in both orthographies. */
export interface KoreanText {
  readonly north: string
  readonly south: string
}

/** Turns table rows into notes of one topic. */
export function textsOf(topic: string, usesKnownTerms: boolean, rows: readonly TextRow[]): InstructionText[] {
  return rows.map(([zh, ko, koSouth]) => ({ zh, ko, koSouth, topic, usesKnownTerms }))
}

/** Turns rows of [North, South] into Korean sentences. */
export function koreanOf(rows: readonly (readonly [north: string, south: string])[]): KoreanText[] {
  return rows.map(([north, south]) => ({ north, south }))
}
