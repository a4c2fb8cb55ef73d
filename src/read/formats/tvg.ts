import { X509Certificate } from 'node:crypto'
import { LIMITS } from '../../base/limits.ts'
import { Draft } from '../draft.ts'
import type { FormatReader } from '../reader.ts'
import { metadataText } from '../text/metadata-text.ts'

const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]{100,20000}?-----END CERTIFICATE-----/

/** Harmony drawings: the certificate of the licence that they were saved under, the program. Strokes are not decoded. */
export const tvg: FormatReader = {
  name: 'tvg',
  summary: 'Toon Boom Harmony drawing (TVG): licence certificate, program',
  extensions: ['.tvg'],
  source: 'Chunks as people who read them describe them; Toon Boom publishes no description',
  sniff: (head) => Buffer.from(head.subarray(0, 4)).toString('latin1') === 'OTVG',
  read(bytes) {
    const draft = new Draft()
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let at = 8
    for (let count = 0; at + 8 <= file.length && count < LIMITS.mediaParts; count++) {
      const kind = file.toString('latin1', at, at + 4)
      const end = at + 8 + file.readUInt32LE(at + 4)
      if (!/^[A-Z0-9 ]{4}$/.test(kind) || end > file.length) break
      chunk(kind, file.subarray(at + 8, end), { kind: 'bytes', from: at, to: end }, draft)
      at = end
    }
    if (at < file.length || at === 8) draft.cut('truncated', `the drawing is cut short or damaged at byte ${at}`)
    return draft.done('tvg')
  },
}

function chunk(kind: string, data: Buffer, at: { kind: 'bytes'; from: number; to: number }, draft: Draft): void {
  if (kind === 'CREA')
    draft.traceOnce('application', metadataText(data).replace(/\0.*$/s, ''), 'Program that made the drawing, as it states.', at)
  const pem = kind === 'CERT' ? PEM.exec(data.toString('latin1'))?.[0] : undefined
  if (pem === undefined) return
  try {
    const { subject, serialNumber, issuer } = new X509Certificate(pem)
    const meaning = 'Certificate of the licence that the drawing was saved under; licences are shared, sold and cracked.'
    draft.traceOnce('licence', subject.replaceAll('\n', ', '), meaning, at)
    draft.traceOnce('licence', `serial ${serialNumber}, issued by ${issuer.replaceAll('\n', ', ')}`, meaning, at)
  } catch {
    draft.warn('certificate-damaged', 'the certificate of the licence cannot be read')
  }
}
