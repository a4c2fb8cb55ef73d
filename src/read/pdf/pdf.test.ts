import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Reading } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { readBytes } from '../read-bytes.ts'
import { objectFinder, partsOf, stringAt } from './pdf-objects.ts'
import { statesOf, traceIds, traceStates } from './pdf-states.ts'

/** A file as a program writes it: a body of objects, and more that is appended at each save. */
function written(saves: readonly { readonly objects: Readonly<Record<number, string>>; readonly trailer: string }[]): Buffer {
  let file = '%PDF-1.4\n'
  let previous = ''
  for (const { objects, trailer } of saves) {
    let table = ''
    for (const [number, body] of Object.entries(objects)) {
      table += `${number} 1\n${String(file.length).padStart(10, '0')} 00000 n \n`
      file += `${number} 0 obj\n${body}\nendobj\n`
    }
    const at = file.length
    file += `xref\n${table}trailer\n<< /Size 20 ${trailer} ${previous}>>\nstartxref\n${at}\n%%EOF\n`
    previous = `/Prev ${at} `
  }
  return Buffer.from(file, 'latin1')
}

const packet = (tool: string) => {
  const xml = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="${tool}"/></rdf:RDF></x:xmpmeta>`
  return `<< /Type /Metadata /Subtype /XML /Length ${xml.length} >>\nstream\n${xml}\nendstream`
}
const PAGES = { 2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', 3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>' }
const values = ({ traces }: Pick<Reading, 'traces'>, name: string) => traces.filter(({ field }) => field === name).map(({ value }) => value)

const SAVED_TWICE = written([
  {
    objects: {
      1: '<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>',
      ...PAGES,
      4: "<< /Producer (Printer \\(first\\)) /Author 6 0 R /ModDate (D:20240110090000+09'00') >>",
      5: packet('Writer 1'),
      6: '(somebody)',
    },
    trailer: '/Root 1 0 R /Info 4 0 R /ID [<0011> <0011>]',
  },
  {
    objects: {
      4: "<< /Producer (Printer second) /Author 6 0 R /ModDate (D:20240111090000+08'00') >>",
      5: packet('Writer 2'),
    },
    trailer: '/Root 1 0 R /Info 4 0 R /ID [<0011> <2233>]',
  },
])

it('an earlier state of a document that is still in the file says its own producer, clock and program, each with its place', async () => {
  const reading = await readBytes(SAVED_TWICE, 'a.pdf')
  expect(reading.status).toBe('read')
  expect(values(reading, 'revision')).toEqual(['1'])
  expect(values(reading, 'application')).toEqual(['Printer second', 'Writer 2', 'Printer (first)', 'Writer 1'])
  expect(values(reading, 'modified')).toEqual(["D:20240111090000+08'00'", "D:20240110090000+09'00'"])
  expect(values(reading, 'zoneOffset')).toEqual(['+08:00', '+09:00'])
  expect(values(reading, 'author')).toEqual(['somebody'])
  const earlier = reading.traces.find(({ value }) => value === 'Printer (first)')
  expect(earlier?.meaning).toContain('earlier state')
  for (const value of ['Printer (first)', 'Writer 1', 'Writer 2']) {
    const at = reading.traces.find((trace) => trace.value === value)?.at
    const text = at?.kind === 'bytes' ? SAVED_TWICE.toString('latin1', at.from, at.to) : ''
    expect(text).toContain(value.replace(/[()]/g, '\\$&'))
  }
})

it('the two ids of a document are traces; a second one that differs tells of a later save', async () => {
  const reading = await readBytes(SAVED_TWICE, 'a.pdf')
  expect(values(reading, 'documentId')).toEqual(['0011'])
  expect(values(reading, 'instanceId')).toEqual(['2233'])
})

it('a file laid out for the web is one state, though it has two ends', () => {
  const file = Buffer.concat([
    Buffer.from('%PDF-1.4\n1 0 obj << /Linearized 1 >> endobj\ntrailer << /Info 4 0 R >>\nstartxref\n0\n%%EOF\n'),
    Buffer.from('4 0 obj << /Producer (one) >> endobj\ntrailer << /Size 9 >>\nstartxref\n9\n%%EOF\n'),
  ])
  const states = statesOf(file, partsOf(file))
  expect(states.states).toHaveLength(1)
  const draft = new Draft()
  traceStates(states, draft, { withLast: true })
  expect(values(draft, 'application')).toEqual(['one'])
})

it('objects in streams are found, and the last one written before a place is meant', () => {
  const held = deflateSync(Buffer.from('7 0 8 9 (seven) \n(eight)'))
  const file = Buffer.concat([
    Buffer.from('%PDF-1.5\n17 0 obj (seventeen) endobj 7 0 obj (old) endobj\n9 0 obj << /Type /ObjStm /N 2 /First 8 >>\nstream\n'),
    held,
    Buffer.from('\nendstream endobj\n'),
  ])
  const find = objectFinder(partsOf(file))
  expect(find(7, 60)?.text.trim()).toMatch(/^\(old\)/)
  expect(find(7, file.length)?.text).toMatch(/^\(seven\)/)
  expect(find(8, file.length)?.text).toBe('(eight)')
  expect(find(6, file.length)).toBeUndefined()
})

it('actions that reach out of a document are told with where they lead, and none is run', async () => {
  const file = written([
    {
      objects: {
        1: '<< /Type /Catalog /Pages 2 0 R /OpenAction 7 0 R >>',
        ...PAGES,
        7: '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
        8: '<< /S /Launch /F (C:\\\\Users\\\\painter\\\\run.exe) >>',
        9: '<< /S /GoToR /F << /Type /Filespec /F (../board.pdf) >> /D [0 /Fit] >>',
        10: '<< /JavaScript << /Names [(a) 7 0 R] >> >>',
      },
      trailer: '/Root 1 0 R',
    },
  ])
  const reading = await readBytes(file, 'a.pdf')
  expect(reading.warnings.filter(({ code }) => code === 'active-content').map(({ message }) => message)).toEqual([
    '1 of its actions run JavaScript; none was run',
    '1 of its actions start a program or open a file (C:\\Users\\painter\\run.exe); none was run',
    '1 of its actions lead to another document (../board.pdf); none was run',
  ])
  expect(values(reading, 'path')).toEqual(['C:\\Users\\painter\\run.exe', '../board.pdf'])
})

it('a string of a document gives back the bytes that were written, in either form', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const octal = [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')
      expect(stringAt(`(${octal})`, 0)).toEqual(Buffer.from(bytes))
      expect(stringAt(`<${Buffer.from(bytes).toString('hex')}>`, 0)).toEqual(Buffer.from(bytes))
    }),
  )
  expect(stringAt('(a (b) \\( \\\n\\n)', 0)?.toString()).toBe('a (b) ( \n')
  expect(stringAt('(open', 0)).toBeUndefined()
})

it('no bytes make the states of a document throw', () => {
  const spliced = fc.tuple(fc.nat(SAVED_TWICE.length), fc.nat(80), fc.uint8Array({ maxLength: 40 }))
  fc.assert(
    fc.property(spliced, ([at, gone, added]) => {
      const file = Buffer.concat([SAVED_TWICE.subarray(0, at), added, SAVED_TWICE.subarray(at + gone)])
      const draft = new Draft()
      const states = statesOf(file, partsOf(file))
      traceIds(states, draft)
      traceStates(states, draft, { withLast: true })
    }),
    { numRuns: 200 },
  )
})
