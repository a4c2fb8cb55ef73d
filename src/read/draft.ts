import { LIMITS } from '../base/limits.ts'
import type { Place, ReadChild, Reading, ReadPassage, ReadTrace, TraceName, Warning } from '../model/index.ts'

/** A reading under construction that keeps the bounds of passages, traces and warnings; a bound that is met is one warning. */
export class Draft {
  readonly passages: ReadPassage[]
  readonly traces: ReadTrace[]
  readonly children: ReadChild[]
  readonly warnings: Warning[]
  #isCut = false
  #chars = 0
  #isFull = false
  readonly #known = new Set<string>()
  #indexed = 0

  /** A new reading, or one that goes on from what was read. */
  constructor(begun?: Pick<Reading, 'passages' | 'traces' | 'children' | 'warnings'>) {
    this.passages = [...(begun?.passages ?? [])]
    this.traces = [...(begun?.traces ?? [])]
    this.children = [...(begun?.children ?? [])]
    this.warnings = [...(begun?.warnings ?? [])]
  }

  /** Adds a passage; white space around it is dropped and an empty one is left out. Once a bound is met, no more are taken. */
  passage(text: string, at: Place, more: Omit<ReadPassage, 'text' | 'at'> = {}): void {
    if (this.isFull) return
    const clean = text.normalize('NFC').trim()
    if (clean === '') return
    const chars = Math.min(clean.length, LIMITS.passageChars)
    if (this.passages.length >= LIMITS.passages || this.#chars + chars > LIMITS.readingChars) {
      this.#isFull = true
      this.cut('passage-limit', `more than ${LIMITS.passages} passages or ${LIMITS.readingChars} characters: the rest was not read`)
      return
    }
    if (clean.length > chars) this.cut('passage-length', `a passage is longer than ${LIMITS.passageChars} characters and was cut`)
    this.#chars += chars
    this.passages.push({ text: clean.slice(0, LIMITS.passageChars), at, ...more })
  }

  /** Whether no more passages are taken. */
  get isFull(): boolean {
    return this.#isFull
  }

  /** Adds a trace; empty values are left out. */
  trace(field: TraceName, value: string | undefined, meaning?: string, at?: Place): void {
    const clean = (value ?? '').normalize('NFC').trim().slice(0, LIMITS.traceChars)
    if (clean === '') return
    if (this.traces.length >= LIMITS.traces) {
      this.cut('trace-limit', `more than ${LIMITS.traces} traces: the rest was not kept`)
      return
    }
    this.traces.push({ field, value: clean, ...(meaning === undefined ? {} : { meaning }), ...(at === undefined ? {} : { at }) })
  }

  /** Adds a trace unless the field already has the value. */
  traceOnce(field: TraceName, value: string | undefined, meaning?: string, at?: Place): void {
    const clean = (value ?? '').normalize('NFC').trim().slice(0, LIMITS.traceChars)
    // Files with thousands of traces are searched by a set; it takes in what was added since it was last asked.
    for (; this.#indexed < this.traces.length; this.#indexed++) {
      const known = this.traces[this.#indexed]
      if (known) this.#known.add(`${known.field}\n${known.value}`)
    }
    if (!this.#known.has(`${field}\n${clean}`)) this.trace(field, clean, meaning, at)
  }

  /** Adds a warning, up to the bound. */
  warn(code: string, message: string): void {
    if (this.warnings.length < LIMITS.warnings) this.warnings.push({ code, message })
  }

  /** Adds a warning once per code and marks the reading as partial. */
  cut(code: string, message: string): void {
    this.#isCut = true
    if (!this.warnings.some((warning) => warning.code === code)) this.warn(code, message)
  }

  /** The reading: `partly` when something was cut, `not-read` when a reason is given. */
  done(format: string, notReadReason?: string): Reading {
    const { passages, traces, children, warnings } = this
    const status = notReadReason !== undefined ? 'not-read' : this.#isCut ? 'partly' : 'read'
    return { format, status, ...(notReadReason === undefined ? {} : { reason: notReadReason }), passages, traces, children, warnings }
  }
}
