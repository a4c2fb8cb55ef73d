/** Legal forms of Korean companies; names are compared without them. */
export const HANGUL_LEGAL: readonly string[] = ['주식회사', '유한회사', '유한책임회사', '합자회사', '합명회사', '회사']

/** Syllables that end a word after a trade (`정찰총국`, `국방성`), written as in hangul-trades.ts. */
export const HANGUL_ENDS = `
국=bureau|office|department|administration 부=department|ministry 성=ministry|province 원=academy|institute|agency 소=office|station|institute 사=company|agency 단=group|corps 당=party 청=agency|administration|office 처=department|office 실=office|room 과=section|department 대=unit|corps 군=army|force|forces 관=hall|house 장=site|ground 점=store|branch 회=association|society|council
`

/** What begins a known word (`총무역회사`), or ends a name whose legal form was taken off (`총회사`), likewise. */
export const HANGUL_LEADS = '총=general'

/** Trades that are given names too: after a family name alone they are one. */
export const HANGUL_GIVEN: ReadonlySet<string> = new Set(['영화', '영상', '경영'])

/** Family names in Hangul (Southern and Northern spelling), the hundred most frequent of the 2015 census and their initial-sound variants. */
export const HANGUL_SURNAMES: ReadonlySet<string> = new Set(
  '김 이 리 박 최 정 강 조 윤 장 임 림 한 오 서 신 권 황 안 송 전 홍 유 류 고 문 양 량 손 배 백 허 남 심 노 로 하 곽 성 차 주 우 구 민 나 라 진 지 엄 채 원 천 방 공 현 함 변 염 렴 여 려 추 도 소 석 선 설 마 길 연 련 위 표 명 기 반 왕 금 옥 육 륙 인 맹 제 모 탁 국 어 은 편 용 룡 태 계 남궁 황보 제갈 선우'.split(' '),
)

/** Syllables of Korean personal names (family and given), own selection from published name statistics and lists of officials. Used to read Latin spellings back. */
export const NAME_SYLLABLES: readonly string[] = [
  ...('김이리박최정강조윤장임림한오서신권황안송전홍유류고문양량손배백허남심노로하곽성차주우구민나라진지엄채원천방공현함변염렴여려추도소석선설마길연련위표명기반왕금옥육륙인맹제모탁국어은편용룡태계궁' +
    '영철수일준호훈희경광동상순숙복범빈봉병미란녀만혁형혜화환효필학춘창찬종중재자의응윙익욱운욕웅웨월율은승시식신실안애아예완외요월유윤율을익해행향협호홍흥후휘희태택평풍한항헌혁건겸갑균근규기관교걸강거견국군귀극급내능다단달담대덕도돈두득등락래량렬령례록룡률름린림립매면목묘무문물박발배벽별보본부분비빙사산삼새색생선섭세소솔송슬습승심쌍아야약언업엽영예완왕용욱울원응이인임자잠장저적점정조족존좌죽준즉증직집창채처척천첨청초촌총최축출충취치칠칭탁탄택통투파판팔평포표품하항혼황회획'),
].filter((syllable, index, all) => all.indexOf(syllable) === index)
