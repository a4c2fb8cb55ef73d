import { expect, it } from 'vitest'
import { declaration, fixture } from '../../bench/language/corpus.mjs'
import { orthographyOf, spellingInWords, tellLanguage, VERDICT_NEEDS } from './index.ts'

/** Made-up notes. Each has more than 200 syllables and at least six different marked words of its side. */
const NORTH = `머리의 륜곽을 원화대로 그리시오. 련결동작은 래일까지 다시 하여야 한다. 색이 변하게 되였으니 뒤모습의 비률을 지키고 날자를 적어 보내시오. 콤퓨터로 작업한 그림은 봉사기에 올리고
리유를 써야 합니다. 녀자애의 눈섭은 가늘게, 로인의 주름살은 적게 그릴것. 나무잎은 바람에 흔들리게 하고 립체감을 살리시오. 프로그람이 서면 우리에게 알리고 그림을 하나하나 검사하시오. 아이가 문으로 나간 다음
두 화면을 멈추고 카메라를 천천히 움직인다. 배경은 어둡게 하지 말것. 손가락은 다섯개이며 옷의 무늬를 빠뜨리지 말것. 오늘 작업은 여기까지입니다.`
const SOUTH = `머리 윤곽을 원화대로 그려 주세요. 연결 동작은 내일까지 다시 해야 합니다. 색이 변하게 되었으니 뒷모습의 비율을 지키고 날짜를 적어 보내 주세요. 컴퓨터로 작업한 그림은 서버에 올리고
이유를 써야 합니다. 여자아이의 눈썹은 가늘게, 노인의 주름은 적게 그려 주세요. 나뭇잎은 바람에 흔들리게 하고 입체감을 살려 주세요. 프로그램이 멈추면 우리에게 알리고 그림을 하나하나 검사해 주세요. 아이가
문으로 나간 다음 두 프레임을 멈추고 카메라를 천천히 움직입니다. 배경은 어둡게 하지 마세요. 손가락은 다섯 개이며 옷의 무늬를 빠뜨리지 마세요. 오늘 작업은 여기까지입니다.`

it('tells the two spelling norms apart when there is enough text, and shows the other form', () => {
  const north = orthographyOf([{ text: NORTH, anchor: 'a' }])
  expect(north).toMatchObject({ verdict: 'north', south: 0, yanbian: 0 })
  expect(north.markers).toContainEqual({ form: '륜곽', kind: 'north: initial ㄹ or ㄴ', other: '윤곽', anchor: 'a' })
  expect(north.markers).toContainEqual({ form: '되였', kind: 'north: 여 after ㅣ ㅐ ㅔ ㅚ ㅟ ㅢ', other: '되었', anchor: 'a' })
  expect(north.neutral).toBeGreaterThan(north.north)
  const south = orthographyOf([{ text: SOUTH }])
  expect(south).toMatchObject({ verdict: 'south', north: 0, yanbian: 0 })
})

it('says undetermined below the stated minimum, however clear the words are', () => {
  expect(orthographyOf([{ text: '로동 녀자 력사 래일 륜곽 되였다' }]).verdict).toBe('undetermined')
  expect(orthographyOf([{ text: '래일 '.repeat(VERDICT_NEEDS.syllables) }]).verdict).toBe('undetermined')
  expect(orthographyOf([{ text: '고개를 돌리고 앞부분을 직접 고치니 원화의 조형이 비교적 정확하다. '.repeat(20) }])).toMatchObject({
    verdict: 'undetermined',
    north: 0,
    south: 0,
  })
  expect(orthographyOf([])).toEqual({ north: 0, south: 0, yanbian: 0, neutral: 0, verdict: 'undetermined', markers: [] })
})

it('says mixed when both sides are strong, and neither North nor Yanbian when a word of the Korean of China stands in Northern spelling', () => {
  expect(orthographyOf([{ text: NORTH }, { text: SOUTH }]).verdict).toBe('mixed')
  const both = orthographyOf([{ text: `${NORTH} 땐노` }])
  expect(both.verdict).toBe('north-or-yanbian')
  expect(spellingInWords(both)).toContain('cannot tell')
  expect(spellingInWords(orthographyOf([{ text: NORTH }]))).toContain('Korean of China')
})

it('finds no Northern verdict and no Northern marker in Southern text that it was not written for', () => {
  const declared = orthographyOf(declaration('kor').map((text) => ({ text })))
  expect(declared).toMatchObject({ north: 0, verdict: 'south' })
  const own = orthographyOf(fixture('southern-korean.txt').flatMap(([text]) => (text === undefined ? [] : [{ text }])))
  expect(own.markers.filter(({ kind }) => kind.startsWith('north'))).toEqual([])
})

it('gives no verdict by spellings that careless Southern writing has too', () => {
  const careless = '나무잎 뒤모습 해빛 코날 눈섭 손벽 빛갈 촛불과 아이가 문으로 나간 다음 화면을 멈추고 카메라를 천천히 움직인다 '
  const found = orthographyOf([{ text: careless.repeat(6) }])
  expect(found.north).toBeGreaterThan(10)
  expect(found.verdict).toBe('undetermined')
})

it('says nothing of the one sentence of the real server that is public', () => {
  const text = '고개를 돌리고 앞부분을 직접 원화대로 고치니 원화의 조형이 비교적 정확하다'
  expect(tellLanguage(text).language).toBe('ko')
  expect(orthographyOf([{ text }])).toMatchObject({ north: 0, south: 0, yanbian: 0, verdict: 'undetermined', markers: [] })
})

it('is not fooled by loanwords in ㄹ, names, quoted names, ㄹ inside words and Southern words like 기여', () => {
  const guards = `라인 레이어 레이아웃 로봇 로고 렌더 리스트 리테이크 러프 룰 확률 행렬 경력사항 의료요금 이런 류의 파일 경우에는 기여하다 대여 귀여운 하여 보여 줄여 높여 조국이여 해외여행 2024년도 녀석 뉴스
    처리용 파일과 관련결과 리영희 류현진 로동신문 로동당 수자원 기발한 생각 숫자
    10년간 수 년간 바다가 보인다 5분 뒤면 도착 직접 일군 밭 좌우에서 우에 있는 사람 3리터 BG로 하늘을 날자`
  expect(orthographyOf([{ text: guards.repeat(4) }])).toMatchObject({ north: 0, verdict: 'undetermined' })
})
