/** Korean words of organisations' names with the English words that stand for them; own selection. Northern and Southern spellings. */
export const HANGUL_LEGAL: readonly string[] = ['주식회사', '유한회사', '유한책임회사', '합자회사', '합명회사', '회사']

/** Word and its translations, separated by `|`. */
export const HANGUL_WORDS: Readonly<Record<string, string>> = {
  만화영화: 'animation|cartoon', 만화: 'cartoon|comic', 애니메이션: 'animation', 영화: 'film', 촬영소: 'studio', 스튜디오: 'studio', 제작소: 'production|studio', 제작단: 'production', 창작단: 'creation', 영상: 'picture|film', 아동: 'children',
  과학: 'science', 교육: 'education', 문화: 'culture', 예술: 'art', 미술: 'art', 무역: 'trading', 총국: 'general', 총회사: 'general', 기술: 'technology', 정보: 'information', 콤퓨터: 'computer', 컴퓨터: 'computer', 쏘프트웨어: 'software', 소프트웨어: 'software', 국제: 'international', 개발: 'development',
  련합: 'united|union', 연합: 'united|union', 합작: 'joint', 은행: 'bank', 대학: 'university', 연구소: 'institute', 연구원: 'institute', 센터: 'center', 쎈터: 'center', 그룹: 'group', 미디어: 'media', 엔터테인먼트: 'entertainment', 픽쳐스: 'picture', 픽처스: 'picture', 프로덕션: 'production', 게임: 'game',
  조선: 'korea|choson|chosun', 한국: 'korea', 평양: 'pyongyang', 서울: 'seoul', 중국: 'china', 국립: 'national|state', 중앙: 'central', 대동강: 'taedonggang', 고려: 'koryo', 인민: 'people',
}

/** Family names in Hangul (Southern and Northern spelling), the hundred most frequent of the 2015 census and their initial-sound variants. */
export const HANGUL_SURNAMES: ReadonlySet<string> = new Set(
  '김 이 리 박 최 정 강 조 윤 장 임 림 한 오 서 신 권 황 안 송 전 홍 유 류 고 문 양 량 손 배 백 허 남 심 노 로 하 곽 성 차 주 우 구 민 나 라 진 지 엄 채 원 천 방 공 현 함 변 염 렴 여 려 추 도 소 석 선 설 마 길 연 련 위 표 명 기 반 왕 금 옥 육 륙 인 맹 제 모 탁 국 어 은 편 용 룡 태 계 남궁 황보 제갈 선우'.split(' '),
)

/** Syllables of Korean personal names (family and given), own selection from published name statistics and lists of officials. Used to read Latin spellings back. */
export const NAME_SYLLABLES: readonly string[] = [
  ...('김이리박최정강조윤장임림한오서신권황안송전홍유류고문양량손배백허남심노로하곽성차주우구민나라진지엄채원천방공현함변염렴여려추도소석선설마길연련위표명기반왕금옥육륙인맹제모탁국어은편용룡태계궁' +
    '영철수일준호훈희경광동상순숙복범빈봉병미란녀만혁형혜화환효필학춘창찬종중재자의응윙익욱운욕웅웨월율은승시식신실안애아예완외요월유윤율을익해행향협호홍흥후휘희태택평풍한항헌혁건겸갑균근규기관교걸강거견국군귀극급내능다단달담대덕도돈두득등락래량렬령례록룡률름린림립매면목묘무문물박발배벽별보본부분비빙사산삼새색생선섭세소솔송슬습승심쌍아야약언업엽영예완왕용욱울원응이인임자잠장저적점정조족존좌죽준즉증직집창채처척천첨청초촌총최축출충취치칠칭탁탄택통투파판팔평포표품하항혼황회획'),
].filter((syllable, index, all) => all.indexOf(syllable) === index)
