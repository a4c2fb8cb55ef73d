import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Reading } from '../../model/index.ts'
import { readBytes } from '../index.ts'

const read = (path: string) => readBytes(new Uint8Array(readFileSync(`fixtures/read/${path}`)), path)
const traces = (reading: Reading, ...fields: string[]) =>
  reading.traces.filter(({ field }) => fields.includes(field)).map(({ field, value }) => `${field}=${value}`)
const said = ({ passages }: Reading) => passages.map(({ role, text }) => `${role}: ${text}`)

it('an After Effects project says on which computer footage lay, in what language its program speaks, and what texts say', async () => {
  const reading = await read('aep/shot012.aep')
  expect(
    traces(reading, 'path', 'machine', 'volume', 'platform', 'defaultName', 'font', 'defaultFont', 'zoneOffset', 'originalDocumentId'),
  ).toEqual([
    'defaultName=纯色',
    'font=SimHei',
    'defaultFont=AdobeInvisFont',
    'path=D:\\项目\\第八集\\012\\线稿.psd',
    'platform=Win',
    'machine=HUAXI-PC07',
    'volume=素材',
    'zoneOffset=+08:00',
    'originalDocumentId=xmp.did:00000000-0000-4000-8000-0000000000ae',
  ])
  expect(traces(reading, 'dimensions', 'frameRate', 'duration')).toEqual(['dimensions=1920x1080', 'frameRate=24', 'duration=3 s'])
  // The names of views (Front) are the program's own.
  expect(said(reading)).toEqual([
    'name: 镜头',
    'name: 镜头012_合成',
    'name: 손 레이어',
    'note: 다시 확인',
    'layer: 第八集 镜头012',
    'name: 线稿',
    'name: 红色 纯色 1',
  ])
})

it('a Blender file says where it was saved, and nothing of the folders in everybody’s default file', async () => {
  const reading = await read('blend/cut012.blend')
  expect(traces(reading, 'path', 'user', 'applicationVersion')).toEqual([
    'applicationVersion=build 5bd8ac9',
    'path=D:\\项目\\第八集\\012\\场景.blend',
    'path=E:\\작업\\012\\bg.png',
  ])
})

it('OpenToonz levels and palettes give computer, account and the path of the reference picture', async () => {
  expect(traces(await read('pli/hand.pli'), 'machine', 'user', 'history')).toEqual([
    'history=16 1 24 17:20 | DONGHWA-PC03 | artist03',
    'machine=DONGHWA-PC03',
    'user=artist03',
  ])
  expect(traces(await read('pli/hand.tlv'), 'dimensions', 'duration')).toEqual(['dimensions=1920x1080', 'duration=3 frames'])
  expect(traces(await read('tpl/people.tpl'), 'path')).toEqual(['path=D:\\작업\\第八集\\人物_색지정.tga'])
})

it('a Krita picture gives its author’s profile and its seconds of work; "Unknown" is no author', async () => {
  const reading = await read('kra/cut012.kra')
  expect(traces(reading, 'author', 'company', 'editingMinutes', 'created')).toEqual([
    'editingMinutes=seconds 2996',
    'created=2024-01-15T09:05:00',
    'author=동화3조',
    'company=Huaxi',
  ])
  expect(said(reading)).toEqual(['title: 012컷', 'name: 线条修正', 'name: 손 레이어'])
  expect(reading.children.map(({ path, reading: { format } }) => [path, format])).toEqual([['preview.png', 'png']])
})

it('an Animate document tells default names from given ones, and when pictures were imported', async () => {
  const reading = await read('fla/cut012.fla')
  expect(traces(reading, 'defaultName', 'modified', 'path', 'platform')).toEqual([
    'platform=Windows',
    'path=..\\..\\项目\\线稿\\012.png',
    'modified=2024-01-15T06:26:40Z',
    'defaultName=zh-CN: 场景 1',
  ])
  expect(said(reading)).toEqual(['name: 位图/线稿012', 'name: 손', 'note: 修正', 'layer: 手再高一点'])
})

it('a Moho project is read alike in a ZIP and bare, with its preview as a member', async () => {
  const [bare, packed] = [await read('moho/cut012.mohoproj'), await read('moho/cut012.moho')]
  expect(said(packed)).toEqual(said(bare))
  expect(said(bare)).toEqual(['name: 角色_A', 'name: 배경', 'note: 수정 2차'])
  expect(traces(bare, 'path', 'documentId')).toEqual([
    'documentId=00000000-0000-4000-8000-000000000012',
    'path=D:/项目/012/声音.wav',
    'path=E:\\작업\\012\\bg.png',
  ])
  expect(bare.children.map(({ reading: { format } }) => format)).toEqual(['png'])
})

it('Harmony scenes and their companions give program, names, notes and the paths of palettes', async () => {
  const scene = await read('harmony/cut012.xstage')
  expect(traces(scene, 'application')[0]).toContain('build 14155')
  expect(said(scene)).toEqual(['name: 손_A', 'note: 修正', 'note: 手再高一点', 'name: 머리카락'])
  expect(traces(await read('harmony/PALETTE_LIST'), 'path')).toEqual(['path=D:/项目/第八集/色板/人物.plt'])
  expect(said(await read('harmony/people.plt'))).toEqual(['name: 피부 밝은', 'name: 头发'])
  expect(traces(await read('harmony/cut012.aux'), 'modified')).toEqual(['modified=2024-01-16 17:48:13'])
})

it('boards, edits, lists of cuts and Synfig scenes give what was said and where media lay', async () => {
  expect(said(await read('storyboarder/episode08.storyboarder'))).toEqual([
    'text: 去吧',
    'text: 문을 연다',
    'note: 镜头推近',
    'note: 손을 더 높이',
  ])
  expect(said(await read('otio/episode08.otio'))).toEqual(['name: 第八集', 'name: 012_수정', 'name: 手', 'note: 手再高一点'])
  expect(traces(await read('otio/episode08.otio'), 'path')).toEqual(['path=file:///D:/项目/012.mov'])
  expect(said(await read('edl/episode08.edl'))).toEqual([
    'title: 第八集 一校',
    'name: A012',
    'name: 012_수정.mov',
    'note: 손을 더 높이',
    'name: A013',
  ])
  expect(said(await read('sif/title.sif'))).toEqual(['title: 片头', 'note: 제목 수정', 'name: 字幕', 'layer: 第八集'])
})
