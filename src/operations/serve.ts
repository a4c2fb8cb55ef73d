import { InbetweenError } from '../base/errors.ts'
import { visible } from '../base/printable.ts'
import { type Operation, text, texts } from './operation.ts'
import { screeningLists } from './screening-lists.ts'
import { screeningService } from './screening-service.ts'

const TOKEN_BYTES = 24

/** `inbetween serve`. */
export const serve: Operation = {
  name: 'serve',
  summary: 'Answer screening questions over HTTP on 127.0.0.1, with a token, in the shapes of yente and of OpenRefine. Ctrl-C ends it.',
  usage: '',
  options: {
    list: { type: 'string', value: 'DIR', multiple: true, summary: 'A list to load besides the built-in one, as in screen.' },
    port: { type: 'string', value: 'N', summary: 'Port (default: any that is free).' },
  },
  examples: ['inbetween serve --list ofac --list un', 'inbetween serve --port 8000 --list ./ofac'],
  async run(input, context) {
    const port = Number(text(input, 'port') ?? 0)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InbetweenError('IBT-USAGE', '--port: not a number from 0 to 65535')
    if (!context.serve) throw new InbetweenError('IBT-USAGE', 'serve works from the command line only')
    const { lists, warnings } = await screeningLists(texts(input, 'list') ?? [], context)
    const token = Buffer.from(context.effects.random(TOKEN_BYTES)).toString('base64url')
    const serving = await context.serve(screeningService(lists), { port, token, now: context.effects.now })
    context.effects.log(`listening on ${serving.url}`)
    context.effects.log(`token ${token}  (Authorization: Bearer TOKEN, or ?token=TOKEN)`)
    for (const { name, kind, version, entities } of lists)
      context.effects.log(`  ${name} (${kind}, version ${version}, ${entities} entries)`)
    // Said when it begins: who asks a list that is cut must not learn of it at the end.
    for (const { code, message } of warnings) context.effects.log(`warning ${code}: ${visible(message)}`)
    const requests = await serving.closed
    return {
      data: { url: serving.url, requests },
      warnings,
      text: `stopped after ${requests} requests`,
    }
  },
}
