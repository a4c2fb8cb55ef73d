import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { Reading } from '../../model/index.ts'
import { readBytes } from '../read-bytes.ts'

/** Objects as a file has them, with a table that is right; `cipher` makes the strings and streams of an object unreadable. */
function fileOf(objects: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.4\n'
  const places = objects.map((object, n) => {
    const at = file.length
    file += `${n + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(
    `${file}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  )
}

const stream = (content: string, more = '') => `<< /Length ${content.length} ${more}>>\nstream\n${content}\nendstream`
const page = (contents: number) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents ${contents} 0 R /Resources << /Font << /F 4 0 R >> >> >>`

/** One page that draws `content` in a font with letters of even width; codes from 1 have names that mean nothing. */
function pageOf(content: string, { catalog = '', more = [] as readonly string[], trailer = '' } = {}): readonly [string[], string] {
  return [
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog}>>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      page(5),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /nothing] >> >>',
      content,
      ...more,
    ],
    trailer,
  ]
}
const read = (made: readonly [string[], string], name = 'a.pdf') => readBytes(fileOf(...made), name)
const texts = ({ passages }: Reading) => passages.map(({ text }) => text)
const codes = ({ warnings }: Reading) => warnings.map(({ code }) => code)
const values = ({ traces }: Reading, name: string) => traces.filter(({ field }) => field === name).map(({ value }) => value)

it('letters are words, lines and columns by where they are drawn, whatever the pieces they are drawn in', async () => {
  const reading = await read(
    pageOf(
      stream(
        [
          'BT /F 10 Tf 20 150 Td (Cut 12) Tj ( redo) Tj ET',
          'BT /F 10 Tf 150 150 Td [(E) 0 (P) -1000 (03)] TJ ET',
          'BT /F 10 Tf 20 130 Td (left          right) Tj ET',
          'BT /F 10 Tf 20 110 Td (soft\\255hyphen) Tj ET',
          'BT /F 10 Tf 20 90 Td (R) Tj /F 7 Tf (EDO) Tj ET',
          'BT /F 10 Tf 20 70 Td (to\\001d) Tj ET',
          '/Span << /ActualText (said) >> BDC BT /F 10 Tf 20 50 Td (drawn) Tj ET EMC',
          'BT 0 1 -1 0 280 20 Tm /F 10 Tf (turned note) Tj ET',
        ].join('\n'),
      ),
    ),
  )
  expect(reading.status).toBe('read')
  expect(reading.passages.map(({ text, row, column }) => [text, row, column])).toEqual([
    ['Cut 12 redo', 0, 0],
    ['EP 03', 0, 2],
    ['left', 1, 0],
    ['right', 1, 1],
    ['soft-hyphen', 2, undefined],
    ['REDO', 3, undefined],
    ['to\ufffdd', 4, undefined],
    ['drawn', 5, undefined],
    ['turned note', 6, undefined],
  ])
  expect(codes(reading)).toEqual(['letters-unknown'])
})

it('text beside a page is read, said to be unseen, and keeps no scan from the recogniser', async () => {
  const beside =
    'BT /F 10 Tf 20 900 Td (printed by nobody, for nobody to see, one hundred letters and more of it beside the page ) Tj (so that it seems full) Tj ET'
  const outlines = '10 10 20 20 re f '.repeat(12)
  const reading = await read(pageOf(stream(`${beside}\n${outlines}`)))
  expect(texts(reading).join()).toContain('for nobody to see')
  expect(reading.drawnPages).toEqual([1])
  expect(codes(reading)).toContain('text-beside-page')
  const seen = await read(pageOf(stream('BT /F 10 Tf 20 100 Td (on the page) Tj ET')))
  expect([texts(seen), codes(seen)]).toEqual([['on the page'], []])
})

it('a page whose packed text is broken is not called empty, and a table of objects that is broken is told', async () => {
  const packed = deflateSync(Buffer.from('BT /F 10 Tf 20 100 Td (the note) Tj ET')).toString('latin1')
  const whole = await read(pageOf(stream(packed, '/Filter /FlateDecode ')))
  expect([texts(whole), codes(whole), whole.status]).toEqual([['the note'], [], 'read'])
  const torn = await read(pageOf(stream(`${packed.slice(0, 2)}\xff\xff${packed.slice(4)}`, '/Filter /FlateDecode ')))
  expect([texts(torn), torn.status]).toEqual([[], 'partly'])
  expect(codes(torn)).toEqual(['no-text', 'damaged'])
  const [objects] = pageOf(stream('BT /F 10 Tf 20 100 Td (the note) Tj ET'))
  const moved = fileOf(objects).toString('latin1').replace('%PDF-1.4', '%PDF-1.4\n% moved')
  const rebuilt = await readBytes(Buffer.from(moved, 'latin1'), 'a.pdf')
  expect([texts(rebuilt), codes(rebuilt)]).toEqual([['the note'], ['rebuilt']])
})

it('attached files are read under their names, each at its own step', async () => {
  const file = (at: number) => `<< /Type /Filespec /F (note.txt) /UF (note.txt) /EF << /F ${at} 0 R >> >>`
  const catalog = '/Names << /EmbeddedFiles << /Names [(a) 6 0 R (b) 7 0 R] >> >> '
  const more = [file(8), file(9), stream('cut 12 again', '/Type /EmbeddedFile '), stream('cut 13 again', '/Type /EmbeddedFile ')]
  const { children } = await read(pageOf(stream(''), { catalog, more }))
  expect(children.map(({ path, reading }) => [path, texts(reading)])).toEqual([
    ['note.txt', ['cut 12 again']],
    ['note.txt', ['cut 13 again']],
  ])
  expect(new Set(children.map(({ step }) => step)).size).toBe(2)
})

/** RC4, which Node no longer has: the cipher of old documents. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, n) => n)
  const at = (n: number) => box[n & 255] ?? 0
  const swap = (a: number, b: number) => {
    ;[box[a & 255], box[b & 255]] = [at(b), at(a)]
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let [i, j] = [0, 0]
  return data.map((byte) => {
    i = (i + 1) & 255
    j = (j + at(i)) & 255
    swap(i, j)
    return byte ^ at(at(i) + at(j))
  }) as Buffer
}

const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const md5 = (...parts: readonly Uint8Array[]) => createHash('md5').update(Buffer.concat(parts)).digest()

/** A document locked for changes, that opens with `password` (ISO 32000-1, 7.6.3, revision 2): a page, a property of its own and a packet, all encrypted. */
function locked(password: string): Promise<Reading> {
  const padded = Buffer.concat([Buffer.from(password), PAD]).subarray(0, 32)
  const owner = rc4(md5(PAD).subarray(0, 5), padded)
  const key = md5(padded, owner, Buffer.from([0xfc, 0xff, 0xff, 0xff]), Buffer.from('id')).subarray(0, 5)
  const hide = (object: number, text: string) =>
    rc4(md5(key, Buffer.from([object, 0, 0, 0, 0])).subarray(0, 10), Buffer.from(text, 'latin1'))
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Layout 7"/></rdf:RDF></x:xmpmeta>'
  const more = [
    stream(hide(6, xmp).toString('latin1'), '/Type /Metadata /Subtype /XML '),
    `<< /Author ${hex(hide(7, 'painter'))} /Episode ${hex(hide(7, '12'))} >>`,
    `<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(rc4(key, PAD))} /P -4 >>`,
  ]
  const catalog = `/Metadata 6 0 R /Lang ${hex(hide(1, 'ko-KP'))} `
  const content = stream(hide(5, 'BT /F 10 Tf 20 100 Td (the note) Tj ET').toString('latin1'))
  return read(pageOf(content, { catalog, more, trailer: '/Info 7 0 R /Encrypt 8 0 R /ID [<6964> <6964>] ' }))
}

it('a document that is only locked for changes tells all that it holds; one with a password tells that it has one', async () => {
  const open = await locked('')
  expect([open.status, texts(open)]).toEqual(['read', ['the note']])
  expect(Object.fromEntries(['author', 'custom', 'application', 'locale', 'protection'].map((name) => [name, values(open, name)]))).toEqual(
    {
      author: ['painter'],
      custom: ['Episode: 12'],
      application: ['Layout 7'],
      locale: ['ko-KP'],
      protection: ['Standard'],
    },
  )
  const closed = await locked('secret')
  expect([closed.status, texts(closed), values(closed, 'protection'), values(closed, 'author')]).toEqual(['not-read', [], ['password'], []])
})

it('a document of very many strokes is read as far as its objects are bounded, not lost to the clock', async () => {
  const strokes = Array.from({ length: 30_000 }, (_, n) => `${n % 300} ${n % 200} m 5 5 l S`).join('\n')
  const packed = deflateSync(Buffer.from(`${strokes}\nBT /F 12 Tf 10 10 Td (Note 7) Tj ET`)).toString('latin1')
  const kids = Array.from({ length: 60 }, (_, n) => n + 6)
  const reading = await readBytes(
    fileOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`,
      'null',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
      stream(packed, '/Filter /FlateDecode '),
      ...kids.map(() => page(5)),
    ]),
    'strokes.pdf',
  )
  expect(reading.status).toBe('partly')
  expect(reading.passages.map(({ text }) => text)).toEqual(Array.from({ length: 34 }, () => 'Note 7'))
  expect(reading.warnings.map(({ code }) => code)).toContain('object-limit')
})
