import { describe, expect, it } from 'vitest'
import { LOG_FORMATS, type LogFormat, type LogSample, newLogLine, scanLog, sniffLog } from '../../src/access/index.ts'
import { isoInstant } from '../../src/base/time.ts'

const FILE = { path: 'access.log', sha256: '0'.repeat(64) }

/** A sample parsed from the middle of other bytes, as a scanner meets it. */
function parsed(format: LogFormat, { line: text }: LogSample): Omit<LogSample, 'line'> | undefined {
  const bytes = Buffer.from(`before\n${text}\nafter`)
  const line = newLogLine()
  const from = 'before\n'.length
  if (!format.parse(bytes, from, from + Buffer.byteLength(text), line)) return undefined
  const at = (start: number, end: number) => bytes.toString('utf8', start, end)
  return {
    address: at(line.addressFrom, line.addressTo),
    user: at(line.userFrom, line.userTo),
    at: isoInstant(line.time * 1000),
    method: at(line.methodFrom, line.methodTo),
    status: line.status,
    sent: line.sent,
  }
}

describe.each(LOG_FORMATS.map((format) => [format.name, format] as const))('log format %s', (name, format) => {
  it('says what it is and where it is described', () => {
    expect(format.summary).not.toBe('')
    expect(format.source).not.toBe('')
    expect(format.samples.length).toBeGreaterThan(0)
  })

  it('reads its samples as they say', () => {
    for (const sample of format.samples) {
      const { line: _, ...expected } = sample
      expect(parsed(format, sample)).toEqual(expected)
    }
  })

  it('is told from its first bytes, plain and with Windows line ends, whatever the file is called', () => {
    for (const { line } of format.samples) {
      expect(sniffLog(Buffer.from(`${line}\n${line}\n`), 'holiday.jpg')).toBe(name)
      expect(sniffLog(Buffer.from(`${line}\r\n`), 'access.log')).toBe(name)
    }
  })

  it('never reads past the end, wherever a line is cut, and never calls noise a record', () => {
    const line = newLogLine()
    for (const sample of format.samples) {
      const whole = Buffer.from(sample.line)
      for (let cut = 0; cut < whole.length; cut++) {
        const alone = format.parse(Uint8Array.from(whole.subarray(0, cut)), 0, cut, line)
        const within = format.parse(whole, 0, cut, line)
        expect(within, `${name} cut at ${cut}`).toBe(alone)
      }
      for (const noise of ['', '-', `${sample.line.replace('[', '(')}`, sample.line.replace(/\/(Oct|Jan|Feb|Jul)\//, '/Okt/')]) {
        expect(format.parse(Buffer.from(noise), 0, Buffer.byteLength(noise), line), noise).toBe(false)
      }
    }
  })
})

it('a file that several formats wrote is counted whole, each line by its own format', () => {
  const lines = LOG_FORMATS.flatMap(({ samples }) => samples)
  const scan = scanLog(Buffer.from(lines.map(({ line }) => `${line}\n`).join('')), FILE)
  expect([scan.lines, scan.events, scan.skipped]).toEqual([lines.length, lines.length, 0])
  expect(scan.visitors.map(([address]) => address).sort()).toEqual([...new Set(lines.map(({ address }) => address))].sort())
})
