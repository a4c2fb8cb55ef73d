import { randomBytes } from 'node:crypto'
import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { encodeKps9566 } from '../../base/kps9566.ts'
import { readBytes } from '../index.ts'

const NUL = Buffer.alloc(4)
const bin = (...parts: readonly (string | Buffer)[]) =>
  new Uint8Array(Buffer.concat([NUL, ...parts.flatMap((part) => [typeof part === 'string' ? Buffer.from(part) : part, NUL])]))
const found = async (bytes: Uint8Array, name = 'thing.bin') => {
  const { traces } = await readBytes(bytes, name)
  return traces.filter(({ field }) => field !== 'entropy' && field !== 'codePage').map(({ field, value }) => `${field}=${value}`)
}

it('finds paths, accounts and servers of machines in any bytes, 8-bit, GBK and UTF-16', async () => {
  const bytes = bin(
    'C:\\Users\\dongwha03\\Desktop\\keys.psd',
    iconv.encode('D:\\工作\\第3集\\镜头012.clip', 'gbk'),
    Buffer.from('E:\\작업\\012\\bg.png', 'utf16le'),
    '\\\\RENDER-02\\delivery\\ep03',
    '"/Users/rin/Movies/cut.mov"',
    'C:\\Users\\wang\\Documents\\WeChat Files\\wxid_a1b2c3d4e5f6\\FileStorage\\a.jpg',
    'E:\\Tencent Files\\123456789\\FileRecv\\a.zip',
  )
  expect((await found(bytes)).sort()).toEqual(
    [
      'path=C:\\Users\\dongwha03\\Desktop\\keys.psd',
      'user=dongwha03',
      'path=D:\\工作\\第3集\\镜头012.clip',
      'path=E:\\작업\\012\\bg.png',
      'path=\\\\RENDER-02\\delivery\\ep03',
      'server=RENDER-02',
      'path=/Users/rin/Movies/cut.mov',
      'user=rin',
      'path=C:\\Users\\wang\\Documents\\WeChat Files\\wxid_a1b2c3d4e5f6\\FileStorage\\a.jpg',
      'user=wang',
      'accountId=wxid_a1b2c3d4e5f6',
      'path=E:\\Tencent Files\\123456789\\FileRecv\\a.zip',
      'accountId=123456789',
    ].sort(),
  )
})

it('accuses nobody with folders of systems, of programs, and of those who built the programs', async () => {
  const bytes = bin(
    '/Users/ton/Desktop/scene.blend',
    '/usr/home/intrr/blender/blend/x',
    '/home/intrr/blender/blend/x',
    'C:\\Windows\\Fonts\\simsun.ttc',
    'C:\\Program Files\\Adobe\\Plug-ins\\x.8bf',
    'C:\\Users\\Public\\Documents\\x.txt',
    // What stands in run-length packed pictures.
    'X:\\]ZQ^Z\\[]S',
    'q\\\\YYX\\[YZY[Y[VX]YW^Z]V_Y',
    'https://example.org/home/page/one',
  )
  expect(await found(bytes)).toEqual(['path=C:\\Users\\Public\\Documents\\x.txt'])
})

it('random and packed bytes give no paths, no accounts and hardly a string', async () => {
  const reading = await readBytes(new Uint8Array(Buffer.concat([NUL, randomBytes(4_000_000)])), 'noise.bin')
  expect(reading.traces.map(({ field }) => field)).toEqual(['entropy'])
  expect(reading.passages.length).toBeLessThan(5)
})

it('a file without a reader gives its text in every page, as names, and stays not read', async () => {
  const reading = await readBytes(
    bin(
      'Layer palette one',
      iconv.encode('原画修正头发线条要闭合', 'gbk'),
      iconv.encode('머리선을 닫을 것 배경 수정', 'cp949'),
      Buffer.from('第二次修正', 'utf16le'),
      Buffer.from('배경을 다시 그린다', 'utf16le').swap16(),
      '中间画要重画',
      '\u0001\u0002#$%&!?',
    ),
    'thing.bin',
  )
  expect(reading.status).toBe('not-read')
  expect(reading.reason).toContain('only strings were looked for')
  expect(reading.passages.map(({ text }) => text)).toEqual([
    'Layer palette one',
    '原画修正头发线条要闭合',
    '머리선을 닫을 것 배경 수정',
    '第二次修正',
    '배경을 다시 그린다',
    '中间画要重画',
  ])
  expect(new Set(reading.passages.map(({ role }) => role))).toEqual(new Set(['name']))
})

it('text is read line by line whatever it is called', async () => {
  const reading = await readBytes(new Uint8Array(Buffer.from('第一镜\n둘째 줄\n')), 'render.cfg')
  expect([reading.format, reading.status, reading.passages.map(({ text }) => text)]).toEqual(['txt', 'read', ['第一镜', '둘째 줄']])
})

it('strings, text and names in KPS 9566 are told, each with what the bytes would say in other pages and the ordinary explanations', async () => {
  const note = '머리선을 닫을것. 배경을 다시 그릴것. 눈동자는 두번째 그림을 따를것.'
  const bytes = encodeKps9566(note) ?? new Uint8Array()
  const gibberish = iconv.decode(Buffer.from(bytes), 'gb18030').slice(0, 6)
  const reading = await readBytes(bin('Layer palette one', Buffer.from(bytes)), 'thing.bin')
  expect(reading.passages.map(({ text }) => text)).toEqual(['Layer palette one', note])
  const text = await readBytes(bytes, 'note.txt')
  expect(text.passages.map((passage) => passage.text)).toEqual([note])
  for (const { traces } of [reading, text]) {
    const page = traces.find(({ field }) => field === 'codePage')
    expect(page?.value).toBe('kps9566')
    expect(page?.meaning).toContain(`gb18030 ("${gibberish}`)
    expect(page?.meaning).toContain('It says nothing of who worked.')
  }
  const html = await readBytes(
    new Uint8Array(Buffer.concat([Buffer.from('<meta charset="KPS9566"><p>'), encodeKps9566('원화') ?? NUL])),
    'a.html',
  )
  expect(html.passages.map((passage) => passage.text)).toEqual(['원화'])
})
