import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { InbetweenError } from '../base/errors.ts'
import type { Exchange } from '../collect/index.ts'
import { rowsOf } from '../evidence/index.ts'
import { TOOL_VERSION, type VisitRecord, visitRecords } from '../pipeline/index.ts'
import { caseOf } from './of-case.ts'
import { type Operation, text } from './operation.ts'
import { count } from './terminal.ts'

/** `inbetween warc`. */
export const warc: Operation = {
  name: 'warc',
  summary: 'Write visits over HTTP as a WARC file, which web archives and their tools read.',
  usage: '',
  options: {
    source: { type: 'string', value: 'ID', summary: 'Only this source.' },
    out: { type: 'string', short: 'o', value: 'FILE', summary: 'Where to write it (default exports/visits.warc.gz).' },
  },
  examples: ['inbetween warc -C acme.case'],
  async run(input, context) {
    const opened = caseOf(context)
    const only = text(input, 'source')
    const visits = visitRecords(opened, only).filter(
      ({ payload }) => typeof payload.responses === 'string' && /^(?:http|webdav|s3)$/.test(String(payload.kind)),
    )
    if (visits.length === 0)
      throw new InbetweenError('IBT-INPUT', 'there is no visit over HTTP', {
        place: only ?? opened.root,
        hint: 'FTP and SFTP have no WARC form; their visits are in the bundle.',
      })
    const path = resolve(text(input, 'out') ?? join(opened.exportsPath, 'visits.warc.gz'))
    mkdirSync(join(path, '..'), { recursive: true })
    const out = createWriteStream(path, { mode: 0o600 })
    const { WARCRecord, WARCSerializer } = await import('warcio')
    const put = async (record: InstanceType<typeof WARCRecord>) => {
      if (!out.write(await WARCSerializer.serialize(record, { gzip: true }))) await once(out, 'drain')
    }
    await put(
      await WARCRecord.createWARCInfo(
        { filename: 'visits.warc.gz', warcVersion: 'WARC/1.1' },
        { software: `inbetween ${TOOL_VERSION}`, format: 'WARC File Format 1.1' },
      ),
    )
    let records = 0
    let left = 0
    for (const visit of visits) {
      for (const exchange of rowsOf<Exchange>(opened.blobs, String(visit.payload.responses))) {
        const body = exchange.sha256 === undefined || !opened.blobs.has(exchange.sha256) ? undefined : opened.blobs.read(exchange.sha256)
        // Part of a file, and a body that was removed, would be a false record.
        if (body === undefined && exchange.bytes !== undefined && exchange.bytes > 0) left++
        const { url, date } = placeOf(visit, exchange)
        const common = { url, date, warcVersion: 'WARC/1.1' as const }
        const warcHeaders = exchange.address === undefined ? {} : { 'WARC-IP-Address': exchange.address }
        const status = exchange.status
        await put(
          await WARCRecord.create(
            { ...common, type: 'response', warcHeaders, httpHeaders: headersOf(exchange.headers), statusline: status },
            chunks(body ?? new Uint8Array()),
          ),
        )
        await put(
          await WARCRecord.create(
            {
              ...common,
              type: 'request',
              warcHeaders: {},
              httpHeaders: headersOf(exchange.sent ?? []),
              statusline: `${exchange.request} HTTP/1.1`,
            },
            chunks(new Uint8Array()),
          ),
        )
        records += 2
      }
    }
    out.end()
    await once(out, 'finish')
    return {
      case: opened.id,
      data: { path, records, withoutBody: left },
      text: `${path}  ${count(records)} records of ${count(visits.length)} visits${left > 0 ? `; ${count(left)} answers without their body` : ''}`,
    }
  },
}

function placeOf({ payload }: VisitRecord, { request, at }: Exchange): { readonly url: string; readonly date: string } {
  const { origin } = payload.facts as { origin?: unknown }
  const [, path = '/'] = request.split(' ')
  return { url: `${String(origin)}${path}`, date: at }
}

/** Headers as pairs; a name that comes twice keeps both values. */
function headersOf(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of pairs) headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`
  return headers
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes
}
