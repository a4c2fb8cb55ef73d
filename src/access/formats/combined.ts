import { parseClf } from '../clf.ts'
import type { LogFormat, LogLine } from '../log-format.ts'

/**
 * The combined format: referrer and program follow the size; fields that a server adds behind them are passed over. A line that ends with the size, or
 * inside the program's name, is a record too, for nothing that is counted is missing from it.
 */
export const combined: LogFormat = {
  name: 'combined',
  summary: 'Apache and nginx combined format: common, then referrer and program',
  source: 'Apache HTTP Server documentation, "Log Files", Combined Log Format; nginx documentation, ngx_http_log_module',
  samples: [
    {
      line: '203.0.113.9 - vpn02 [17/Jan/2024:09:12:00 +0900] "PUT /in/shot_010.zip HTTP/1.1" 201 - "-" "WinSCP/6.1.2 neon/0.32.5"',
      address: '203.0.113.9',
      user: 'vpn02',
      at: '2024-01-17T00:12:00Z',
      method: 'PUT',
      status: 201,
      sent: 0,
    },
    {
      line: 'crawler.example.net - Kim Art [01/Jan/2024:00:00:59 +0000] "GET /a\\"b HTTP/1.0" 404 162 "https://example.org/\\"x" "tool \\"q\\"" 0.003',
      address: 'crawler.example.net',
      user: 'Kim Art',
      at: '2024-01-01T00:00:59Z',
      method: 'GET',
      status: 404,
      sent: 162,
    },
    {
      line: '192.0.2.1 - - [01/Jan/2024:00:00:00 +0000] "\\x16\\x03\\x01" 400 0 "-" "-"',
      address: '192.0.2.1',
      user: '-',
      at: '2024-01-01T00:00:00Z',
      method: '',
      status: 400,
      sent: 0,
    },
  ],
  parse: parseCombined,
}

/** Parses a combined line from any offset; also the part of a line behind a virtual host. */
export function parseCombined(bytes: Uint8Array, from: number, to: number, line: LogLine): boolean {
  const size = parseClf(bytes, from, to, line)
  line.restFrom = size
  line.restTo = to
  return size === to || (size > 0 && bytes[size] === 32 && (size + 1 === to || bytes[size + 1] === 34))
}
