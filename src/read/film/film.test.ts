import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Reading } from '../../model/index.ts'
import { Draft } from '../draft.ts'
import { readBytes } from '../index.ts'
import { elementAt } from './ebml.ts'
import { riffChunks } from './riff-chunks.ts'

const read = (path: string, bytes = readFileSync(`fixtures/read/${path}`)) => readBytes(new Uint8Array(bytes), path)
const facts = ({ traces }: Reading) => traces.map(({ field, value }) => `${field}=${value}`)
const said = ({ passages }: Reading) => passages.map(({ text, role }) => `${role}: ${text}`)
const has = async (path: string, expected: readonly string[]) => {
  const reading = await read(path)
  expect(facts(reading)).toEqual(expect.arrayContaining([...expected]))
  expect([reading.status, reading.warnings]).toEqual(['read', []])
  return reading
}

it('a Matroska film gives program, date, tracks, chapters, subtitles, tags and the fonts it carries', async () => {
  const reading = await has('mkv/retake.mkv', [
    'encoder=Lavf59.27.100',
    'encoder=Lavc59.37.100 mpeg4',
    'created=2024-01-15T07:30:00Z',
    'duration=0.25 s',
    'dimensions=32x18',
    'frameRate=12',
    'locale=kor',
    'locale=chi',
    'handler=비디오',
    'author=测试组',
    'custom=RETAKE: 012컷 다시',
    'attachment=KPCheonRiMaPMedium.ttf',
  ])
  expect(said(reading)).toEqual([
    'title: 第七集 012镜',
    'name: 비디오',
    'title: 第一场 马厩',
    'title: 2장 들판',
    'note: 012컷 다시',
    'cue: 眼睛再大一点',
    'cue: 눈을 좀 더 크게',
  ])
  expect(reading.children.map(({ path, reading: inner }) => [path, inner.format])).toEqual([['KPCheonRiMaPMedium.ttf', 'ttf']])
})

it('a film sent live has no sizes and is read all the same', async () => {
  await has('mkv/live.webm', ['brand=webm', 'title=수정 021', 'encoder=Lavc59.37.100 libvpx', 'dimensions=32x18'])
  expect(elementAt(Buffer.from('1853806701ffffffffffffff00', 'hex'), 0, 13)).toMatchObject({ isUnknown: true, isCut: false, to: 13 })
  expect(elementAt(Buffer.from('ae8500', 'hex'), 0, 3)).toMatchObject({ id: 0xae, isCut: true, to: 3 })
  expect(elementAt(Buffer.from('0000', 'hex'), 0, 2)).toBeUndefined()
})

it('an AVI film gives the code pages of two machines, the date of a camera and the name in its padding', async () => {
  const reading = await has('avi/retake-code-pages.avi', [
    'application=Example Cutter 2.1',
    'application=VirtualDub build 32842/release',
    'created=Mon Jan 15 16:30:00 2024',
    'created=2024-01-15',
    'originalDocumentId=xmp.did:0012',
    'duration=0.25 s',
    'codec=MJPG',
  ])
  expect(said(reading)).toEqual(['title: 제7화 컷012 수정', 'comment: 第十二镜的眼睛再大一点'])
  await has('avi/retake-ffmpeg.avi', [
    'application=Lavf59.27.100',
    'encoder=Lavc59.37.100',
    'title=第七集 012镜 修改',
    'handler=비디오 트랙',
  ])
})

it('a WAVE sound gives the recorder, its clock and reference, tracks and cues, and a place only as present', async () => {
  const reading = await has('wav/dialogue-recorder.wav', [
    'application=Example Recorder 3',
    'documentId=KREXA0012345678901234',
    'created=2024-01-15T16:30:00',
    'history=A=PCM,F=8000,W=16,M=mono,T=Example Recorder 3',
    'instanceId=EXA0012',
    'handler=여자 아이',
    'gps=present',
    'encoder=Example Tagger',
    'duration=0.2 s',
  ])
  expect(said(reading)).toEqual(
    expect.arrayContaining(['cue: 컷 012 시작', 'note: 这里要慢一点', 'comment: 012컷 다시 녹음', 'title: 대사 012']),
  )
  expect(JSON.stringify(reading)).not.toContain('nowhere')
})

it('chunks of RIFF are given with the lists around them, and never beyond the file', () => {
  const draft = new Draft()
  const file = Buffer.from('RIFF\x30\0\0\0WEBPLIST\x10\0\0\0INFOISFT\x04\0\0\0abcdVP8 \xff\0\0\0', 'latin1')
  expect([...riffChunks(file, draft)]).toEqual([
    { id: 'LIST', lists: ['WEBP', 'INFO'], from: 24, to: 36 },
    { id: 'ISFT', lists: ['WEBP', 'INFO'], from: 32, to: 36 },
    { id: 'VP8 ', lists: ['WEBP'], from: 44, to: 44 },
  ])
  expect(draft.warnings.map(({ code }) => code)).toEqual(['truncated'])
})

it('an MP3 sound gives tags of every version and encoding, its picture, and the old tag in its code page', async () => {
  const reading = await has('mp3/dialogue-2.4.mp3', [
    'formatVersion=ID3v2.4',
    'title=7화',
    'title=012컷',
    'author=测试组',
    'author=测试动画工作室',
    'encoder=Example Encoder 1.0',
    'custom=Retake: 012컷 다시',
    'attachment=session-012.ses',
    'zoneOffset=+09:00',
  ])
  expect(said(reading)).toEqual(expect.arrayContaining(['comment: (메모) 입 모양이 안 맞아요', 'name: 표지', 'title: 컷 012 대사']))
  expect(reading.children.map(({ path, reading: inner }) => [path, inner.format, inner.status])).toEqual([['picture-1.png', 'png', 'read']])
  const old = await has('mp3/dialogue-2.2.mp3', ['formatVersion=ID3v2.2', 'title=第七集 对白', 'encoder=Example Tagger'])
  expect(old.children.map(({ reading: inner }) => inner.format)).toEqual(['png'])
  await has('mp3/dialogue-2.3-unsynchronised.mp3', ['title=수정 012', 'comment=线条要细', 'locale=chi'])
  await has('mp3/song-ffmpeg.mp3', ['title=第七集 主题歌', 'author=测试组', 'title=말 이야기', 'encoder=Lavc59.37'])
})

it('an MXF film gives program, clocks, ids and names of clips once, though every partition repeats them', async () => {
  const reading = await has('mxf/retake.mxf', [
    'company=Example Post',
    'application=Example Editor',
    'applicationVersion=8.9.4',
    'platform=Lavf (linux)',
    'created=2024-01-15T07:30:00Z',
    'dimensions=32x18',
    'frameRate=25',
  ])
  expect(said(reading)).toEqual(['note: 눈을 좀 더 크게', 'title: 第七集 012镜', 'title: 012컷'])
  expect(facts(reading).filter((fact) => fact.startsWith('documentId='))).toHaveLength(3)
})

it('FLAC and Ogg give the library that wrote them, tags and pictures', async () => {
  const flac = await has('flac/song.flac', ['encoder=Lavf59.27.100', 'title=第七集 主题歌', 'comment=012컷 노래', 'duration=0.2 s'])
  expect(flac.children.map(({ path, reading }) => [path, reading.format])).toEqual([['picture-1.png', 'png']])
  await has('ogg/dialogue.opus', ['codec=Opus', 'encoder=Lavc59.37.100 libopus', 'title=第七集 对白', 'author=测试组', 'locale=kor'])
  await has('ogg/retake.ogv', ['codec=Theora', 'dimensions=32x18', 'frameRate=12', 'title=제7화 012컷', 'custom=RETAKE: 线条要细'])
})

it('a Flash video gives what Adobe’s programs note, with the offset of their clock', async () => {
  const reading = await has('flv/retake.flv', [
    'application=Adobe Media Server 5',
    'created=Mon Jan 15 16:30:00 2024',
    'metadataModified=2024-01-15T07:30:00Z',
    'zoneOffset=+09:00',
    'encoder=Lavf59.27.100',
    'originalDocumentId=xmp.did:0012',
  ])
  expect(said(reading)).toEqual(['title: 第七集 012镜', 'comment: 012컷 다시', 'cue: 이 장면 다시'])
})

it('a Flash film gives compiler, fonts, names of symbols and frames, and texts in the code page of its version', async () => {
  const reading = await has('swf/retake-packed.swf', [
    'application=Adobe Flex',
    'applicationVersion=4.6.23201',
    'created=2024-01-15T07:30:00Z',
    'font=굴림',
    'locale=ko',
    'dimensions=32x18',
  ])
  expect(said(reading)).toEqual([
    'name: 第一场',
    'name: 012컷',
    'text: 눈을 좀 더 크게\n<012>',
    'text: 线条要细',
    'name: 再来一次',
    'name: 말_뛰기',
    'name: Main',
  ])
  expect(said(await has('swf/retake-5.swf', ['formatVersion=5', 'protection=import']))).toEqual([
    'name: 컷 012 다시',
    'text: 第十二镜的眼睛再大一点',
  ])
  const packed = Buffer.from('ZWS\x0d\x40\0\0\0\0\0\0\0', 'latin1')
  expect((await read('film.swf', packed)).warnings.map(({ code }) => code)).toEqual(['not-unpacked'])
})
