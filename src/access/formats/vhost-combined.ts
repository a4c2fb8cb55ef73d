import { looksNumeric, wordEnd } from '../clf.ts'
import type { LogFormat } from '../log-format.ts'
import { parseCombined } from './combined.ts'

/** Combined with the virtual host and its port before the client, as Apache's `vhost_combined` writes it. */
export const vhostCombined: LogFormat = {
  name: 'vhost-combined',
  summary: 'Apache vhost_combined: virtual host and port, then combined',
  source: 'Apache HTTP Server documentation, "Log Files", Virtual Hosts',
  samples: [
    {
      line: 'files.example.org:443 198.51.100.7 - mina [26/Jul/2023:00:01:26 -0700] "GET /r/12?view=3 HTTP/2.0" 200 17163 "-" "Mozilla/5.0" 116075',
      address: '198.51.100.7',
      user: 'mina',
      at: '2023-07-26T07:01:26Z',
      method: 'GET',
      status: 200,
      sent: 17163,
    },
  ],
  parse(bytes, from, to, line) {
    const host = wordEnd(bytes, from, to)
    if (host === from || host >= to) return false
    const client = wordEnd(bytes, host + 1, to)
    return looksNumeric(bytes, host + 1, client) && parseCombined(bytes, host + 1, to, line)
  },
}
