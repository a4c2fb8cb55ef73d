import { printable } from '../base/printable.ts'

/** Progress on a stream: a line that replaces itself on a terminal, else one line per stage and per ten seconds. */
export function progressPrinter(stream: NodeJS.WriteStream, quiet: boolean) {
  const animated = stream.isTTY === true && process.env.TERM !== 'dumb'
  let lastAt = 0
  let lastStage = ''
  let open = false

  function end(): void {
    if (open) stream.write('\n')
    open = false
  }

  function progress(stage: string, done: number, total: number | undefined, detail: string): void {
    if (quiet) return
    const now = performance.now()
    const due = stage !== lastStage || now - lastAt > (animated ? 80 : 10_000) || done === total
    if (!due) return
    const line = `${stage.padEnd(10)} ${total === undefined ? done : `${done}/${total}`}  ${printable(detail, animated ? Math.max(10, (stream.columns ?? 80) - 26) : 200)}`
    if (animated) {
      if (stage !== lastStage && open) stream.write('\n')
      stream.write(`\r\u001b[K${line}`)
      open = true
    } else stream.write(`${line}\n`)
    lastAt = now
    lastStage = stage
  }

  return {
    progress,
    end,
    line(text: string): void {
      if (quiet) return
      end()
      stream.write(`${printable(text)}\n`)
    },
  }
}
