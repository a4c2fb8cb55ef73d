// Spelling: no Southern text may be given a Northern verdict or a Northern marker; what Northern headlines show, where a machine has them.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { declaration, fixture, random } from './corpus.mjs'

const { orthographyOf } = await import('../../dist/src/language/index.js')

export function run() {
  const southern = [
    ['Universal Declaration in Korean', declaration('kor')],
    ['own Southern notes', fixture('southern-korean.txt').map(([text]) => text)],
    ...dictionary(),
  ]
  const rows = southern.flatMap(([name, texts]) => {
    const found = orthographyOf(texts.map((text) => ({ text })))
    const isNorth = found.verdict === 'north' || found.verdict === 'north-or-yanbian'
    return [
      {
        measure: `${name}: verdict`,
        value: `${found.verdict} (north ${found.north}, south ${found.south}, yanbian ${found.yanbian}, neutral ${found.neutral})`,
        aim: 'not north',
        met: !isNorth,
      },
      { measure: `${name}: Northern markers`, value: found.north, aim: '0', met: found.north === 0 },
    ]
  })
  return [...rows, yanbian(), ...headlines()]
}

/** Words of the Southern hunspell dictionary (npm dictionary-ko, GPL: measured where it is installed, no dependency), each once. */
function dictionary() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('dictionary-ko'))
    const lines = readFileSync(join(folder, 'index.dic'), 'utf8').normalize('NFC').split('\n')
    return [['Southern hunspell dictionary', lines.map((line) => line.split('/')[0]).filter((word) => /^[가-힣]+$/.test(word))]]
  } catch {
    return []
  }
}

/** Northern spelling with words of the Korean of China, put together by chance from clauses of our own; 200 texts. */
function yanbian() {
  const clauses = [
    '래일까지 다시 그려야 한다',
    '녀자애의 머리를 고치시오',
    '력사적인 장면이다',
    '색이 변하게 되였다',
    '리유를 적으시오',
    '련결 동작이 끊긴다',
    '화면의 비률을 지킬것',
    '로인의 주름을 줄이시오',
    '프로그람이 서면 알리시오',
  ]
  const words = ['땐노로 보낼것', '연장작업을 하였다', '츄주를 타고 온다']
  const next = random(3)
  const pick = (list) => list[Math.floor(next() * list.length)]
  const texts = Array.from({ length: 200 }, () =>
    Array.from({ length: 40 }, (_, n) => (n % 10 === 3 ? pick(words) : pick(clauses))).join('. '),
  )
  const north = texts.filter((text) => orthographyOf([{ text }]).verdict === 'north').length
  return { measure: 'Northern verdicts of 200 texts with words of the Korean of China', value: north, aim: '0', met: north === 0 }
}

/** Headlines of Rodong Sinmun; the table is not ours to give, INBETWEEN_HEADLINES names it (a TSV with the title first). */
function headlines() {
  const path = process.env.INBETWEEN_HEADLINES
  if (path === undefined || !existsSync(path)) return []
  const titles = readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0])
    .filter(Boolean)
  const marked = titles.filter((text) => orthographyOf([{ text }]).north > 0).length
  const { verdict, north, south } = orthographyOf(titles.map((text) => ({ text })))
  return [
    { measure: 'Northern headlines with a marker (in-sample: one word was taken from them)', value: `${marked} of ${titles.length}` },
    { measure: 'verdict of all headlines together', value: `${verdict} (north ${north}, south ${south})` },
  ]
}
