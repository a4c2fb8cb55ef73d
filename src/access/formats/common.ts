import { parseClf } from '../clf.ts'
import type { LogFormat } from '../log-format.ts'

/** The Common Log Format: nothing follows the size. */
export const common: LogFormat = {
  name: 'common',
  summary: 'Common Log Format: address, user, time, request, status, size',
  source: 'Apache HTTP Server documentation, "Log Files", Common Log Format',
  samples: [
    {
      line: '198.51.100.7 - mina [10/Oct/2023:13:55:36 +0900] "GET /batch/s01e02.zip HTTP/1.1" 200 2326',
      address: '198.51.100.7',
      user: 'mina',
      at: '2023-10-10T04:55:36Z',
      method: 'GET',
      status: 200,
      sent: 2326,
    },
    {
      line: '2001:db8::7 - - [29/Feb/2024:23:30:00 -0530] "PROPFIND /dav/ HTTP/1.1" 207 -',
      address: '2001:db8::7',
      user: '-',
      at: '2024-03-01T05:00:00Z',
      method: 'PROPFIND',
      status: 207,
      sent: 0,
    },
  ],
  parse(bytes, from, to, line) {
    line.restFrom = to
    line.restTo = to
    return parseClf(bytes, from, to, line) === to
  },
}
