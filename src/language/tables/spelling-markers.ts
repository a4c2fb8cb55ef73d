/** One source of spelling facts: what it states and the rows that rest on it. */
export interface MarkerGroup {
  /** Name of the rule, shown as `north: <rule>` or `south: <rule>`. */
  readonly rule: string
  readonly source: string
  /** `northern southern` pairs; `~` before a form: it also means something else there, so it is shown as the other form but not counted. */
  readonly pairs: string
  /** Whether the forms may be counted only when no Hangul follows but particles. */
  readonly wholeWord?: true
  /** Whether careless Southern writing has the Northern forms too: they are counted and shown, and bear no verdict. */
  readonly isWeak?: true
}

/**
 * Words whose spelling differs between the norms of the DPRK and the ROK. The Korean of China follows nearly the Northern norm, so Northern spelling is no sign of a
 * country. Forms that both norms write, loanwords that begin with ㄹ everywhere (라인, 레이어, 로봇, 로고), names, and rules known only by hearsay are left out; so are
 * Northern forms that the South writes in another sense: 바다가 and 뒤면 with a particle, 일군 of 일구다, 우에 of 右, 년간 after a number, 이몸, 원도가, 고뿌.
 */
export const MARKER_GROUPS: readonly MarkerGroup[] = [
  {
    rule: 'initial ㄹ or ㄴ',
    source: 'DLIFLC, "Initial Sound Rule"; Korean Orthography (ROK, 1988), articles 10-12; forms attested in NK-HanDic (okikirmui/nkhandic, BSD-3)',
    pairs: `로동 노동 녀자 여자 녀성 여성 녀학생 여학생 녀배우 여배우 녀주인공 여주인공 래일 내일 래년 내년 련결 연결 련속 연속 련락 연락 련습 ~연습 련관 연관 련합 연합 련재 연재 렬차 열차
      령수증 영수증 례외 예외 료리 ~요리 료금 요금 리유 이유 리용 이용 리해 ~이해 리론 이론 리익 이익 립체 입체 량쪽 양쪽 륜곽 윤곽 록음 녹음 록색 녹색 록화 녹화 락하 낙하 로인 노인 로출 노출
      로선 노선 랭각 냉각 랭동 냉동 려행 여행 류통 유통 림시 임시 립장 ~입장 력사 ~역사 력량 역량 념려 염려 례의 예의 론리 논리 랑비 낭비 락관 낙관 루적 누적 루락 누락 리상 ~이상 류학 ~유학 량심 양심
      념원 염원 리탈 이탈 류사 ~유사 류입 유입 류출 유출 로화 노화 락엽 낙엽 란간 난간 량해 양해 려관 여관 리력 이력 림업 임업 립증 입증 로점 노점 로년 노년 락제 낙제
      론문 논문 론쟁 논쟁 릉선 능선 례절 예절 례물 예물 령혼 영혼 련애 연애 련꽃 연꽃 렬거 열거 력학 ~역학 로쇠 노쇠 료양 요양 륙지 육지 륙상 육상`,
  },
  {
    rule: '렬 or 률 after a vowel or ㄴ',
    source: 'Korean Orthography (ROK, 1988), article 11; forms attested in NK-HanDic (okikirmui/nkhandic, BSD-3)',
    pairs:
      '비률 비율 규률 규율 계렬 계열 진렬 진열 배렬 배열 라렬 나열 분렬 분열 선률 선율 대렬 대열 효률 효율 감소률 감소율 가산률 가산율 기률 기율 남녀로소 남녀노소 기본료금 기본요금',
  },
  {
    rule: 'no written linking ㅅ',
    isWeak: true,
    source: 'Rules of the Korean Language (DPRK, 1966), spelling, article 18, and (2010), article 18 (ko.wikisource.org); Korean Orthography (ROK, 1988), article 30',
    pairs: `나무잎 나뭇잎 나무가지 나뭇가지 뒤부분 뒷부분 뒤모습 뒷모습 뒤다리 뒷다리 뒤머리 뒷머리 뒤발 뒷발 뒤배경 뒷배경 아래집 아랫집 아래부분 아랫부분 아래입술 아랫입술
      코날 콧날 코등 콧등 코구멍 콧구멍 초불 촛불 비방울 빗방울 해빛 햇빛 해볕 햇볕 혼자말 혼잣말 귀속말 귓속말 웃집 ~윗집 웃부분 윗부분 웃입술 윗입술 웃몸 윗몸`,
  },
  {
    rule: 'plain for tensed sound',
    isWeak: true,
    source: 'comparison of spellings, mijumunhak.net, 2007-12-13',
    pairs: '날자를 날짜를 날자는 날짜는 날자가 날짜가 날자에 날짜에 날자별 날짜별 날자순 날짜순 눈섭 눈썹 손벽 손뼉 빛갈 빛깔 구경군 구경꾼 안깐힘 안간힘 넉두리 넋두리',
  },
  {
    rule: '페 for 폐',
    source: 'comparison of spellings, mijumunhak.net, 2007-12-13',
    pairs: '페허 폐허 화페 화폐',
  },
  {
    rule: 'loanword',
    source: 'Dong-A Ilbo, 2001-02-18 (computing words); headline of Rodong Sinmun, 2024-06-18 (로씨야); comparison citing the DPRK rules, arca.live/b/dogdrip/20200174 (페지)',
    pairs: '콤퓨터 컴퓨터 프로그람 프로그램 인터네트 인터넷 리낙스 리눅스 로씨야 러시아 웨브페지 웹페이지 페지 페이지 뜨락또르 트랙터 유람뻐스 관광버스',
  },
  {
    rule: 'vocabulary',
    source: 'JoongAng Ilbo, article 1719931, and Hankook Ilbo, 1996-08-20 (computing words)',
    pairs: '학습장형콤퓨터 ~노트북 변조복기 ~모뎀 유일자원지시기 ~주소 어미전산기 ~호스트 봉사기 ~서버 내리적재 다운로드 자료기지 데이터베이스 회수통 휴지통 국부망 ~랜 망시민 네티즌 ',
    wholeWord: true,
  },
]

/** Southern written forms of verbs for which the North writes 여 for 어 after ㅣ ㅐ ㅔ ㅚ ㅟ ㅢ. Source: nkhandic seed lists (되여, 하시여); comparison citing the DPRK rules, arca.live/b/dogdrip/20200174. */
export const SOUTHERN_EO = '되어 되었 뛰어 튀어 띄어 쥐어 헤어지 헤어졌 피어나 비어있 떼어 베어 내어 쉬어 뛰었 튀었 쥐었 떼었 바뀌어 바뀌었 사귀어'

/**
 * Words of the South that look like the Northern 여 after ㅣ ㅐ ㅔ ㅚ ㅟ ㅢ and are not: found by running the pattern over the 101,598 entries of the Southern hunspell
 * dictionary (37 matched), given here by their beginnings.
 */
export const NOT_NORTHERN_YEO = '아니여 괴여 구태여 굽죄여 귀여 기여 깨여 꾀여 끼여 대여 떼여 매여 메여 베여 시여 옥죄여 이시여 이여 치여 해외여행 해외여 죄여 세여 개여'

/** Words that name Northern things in any spelling; quoting them says nothing of the writer. */
export const QUOTED_NAMES = '로동신문 로동당 조선로동당 로동자신문 김일성 김정일 김정은'

/**
 * The Korean of China: its norm of 1977 is nearly the Northern one (ko.wikipedia.org, "중국조선어"), so spelling cannot tell it apart. Only words for which a source
 * names the Korean of China are here, `form other`: the same article (땐노), baekdunet.com, 2009-11-23 (연장작업), a list of
 * Yanbian words with the Southern ones published there, zoglo.net, 2017-06-20 (츄주, 샹채). That this Korean writes 래일, 녀자, 력사 like the North says an article of its own
 * press (zoglo.net, 2011-05-13).
 */
export const YANBIAN_WORDS = '땐노 컴퓨터 연장작업 잔업 츄주 택시 샹채 고수'
