/** Where the expectation of a row comes from. */
export const SOURCES = {
  notice: 'Ministry of Culture and Tourism notice 2000-8 (with its revision of 2014), Revised Romanisation of Korean, examples',
  paper: 'McCune and Reischauer 1939, examples (by way of the interscript map var-kor-Hang-Latn-mr-1939)',
  library: 'ALA-LC Romanization Tables, Korean (2009), examples',
  bgn: 'BGN/PCGN, Romanization of Korean for the DPRK (1945 agreement), examples',
  un: 'DPRK, Rules of the Latin Alphabetical Transcriptions of the Korean Language (submissions to the United Nations 1992, 2002, 2012), examples as quoted in public copies; hyphens before generic words and doubled capitals left out',
  ofac: 'OFAC SDN list, names as published; the Hangul from general knowledge',
  press: 'spelling of the DPRK’s own press, from general knowledge',
  dictionary: 'family-name readings of dictionaries of modern Chinese, from general knowledge',
  usual: 'the usual spelling in dictionaries and encyclopaedias, from general knowledge',
  rule: 'by rule: follows from the rules stated in the engine and its tables',
} as const

/** What a row is put through: a system for words, or one for personal names. */
export type CaseKind =
  | 'revised' | 'mccune' | 'dprk' | 'revised name' | 'revised hyphen' | 'mccune name' | 'dprk name' | 'dprk plain name'
  | 'pinyin name' | 'pinyin passport' | 'pinyin word' | 'north' | 'south' | 'hepburn' | 'hepburn plain' | 'hepburn passport' | 'iso9' | 'bgn' | 'passport' // biome-ignore format: a list read as a line

/** Rows of one kind from one source: `word=expected`, told apart by blanks; `_` stands for a blank. */
type Block = readonly [kind: CaseKind, source: keyof typeof SOURCES, rows: string]

const BLOCKS: readonly Block[] = [
  [
    'revised',
    'notice',
    `구미=Gumi 영동=Yeongdong 백암=Baegam 옥천=Okcheon 합덕=Hapdeok 호법=Hobeop 월곶=Wolgot 벚꽃=Beotkkot 한밭=Hanbat 구리=Guri 설악=Seorak 칠곡=Chilgok 임실=Imsil 울릉=Ulleung 대관령=Daegwallyeong
    백마=Baengma 신문로=Sinmunno 종로=Jongno 왕십리=Wangsimni 별내=Byeollae 신라=Silla 학여울=Hangnyeoul 알약=Allyak 해돋이=Haedoji 같이=Gachi 굳히다=Guchida 맞히다=Machida 좋고=Joko 놓다=Nota 잡혀=Japyeo 낳지=Nachi 묵호=Mukho 집현전=Jiphyeonjeon
    압구정=Apgujeong 낙동강=Nakdonggang 죽변=Jukbyeon 낙성대=Nakseongdae 합정=Hapjeong 팔당=Paldang 샛별=Saetbyeol 울산=Ulsan 광희문=Gwanghuimun 속리산=Songnisan 무량수전=Muryangsujeon 독도=Dokdo 경복궁=Gyeongbokgung 극락전=Geungnakjeon
    안압지=Anapji 남한산성=Namhansanseong 불국사=Bulguksa 독립문=Dongnimmun 오죽헌=Ojukheon 촉석루=Chokseongnu 종묘=Jongmyo`,
  ],
  ['revised name', 'notice', '민용하=Min_Yongha 송나리=Song_Nari 한복남=Han_Boknam 홍빛나=Hong_Bitna'],
  ['revised hyphen', 'notice', '민용하=Min_Yong-ha 송나리=Song_Na-ri 한복남=Han_Bok-nam 홍빛나=Hong_Bit-na'],
  [
    'revised',
    'rule',
    `평양=Pyeongyang 백령=Baengnyeong 의견란=Uigyeonnan 많이=Mani 싫어=Sireo 읽다=Ikda 맑게=Malge 닭과=Dakgwa 밟는=Bamneun 여덟=Yeodeol 값이=Gapsi 붙여=Buchyeo 핥이다=Halchida 뚫네=Ttulle 놓는=Nonneun 먹히다=Meokida 부엌=Bueok
    조선4.26아동영화촬영소=Joseon_4.26_Adongyeonghwachwaryeongso 조선과학교육영화촬영소=Joseongwahakgyoyugyeonghwachwaryeongso`,
  ],
  ['revised name', 'rule', '김철수=Gim_Cheolsu 박정희=Bak_Jeonghui 이석우=I_Seogu 남궁억=Namgung_Eok 최룡해=Choe_Ryonghae'],
  ['revised hyphen', 'rule', '이석우=I_Seog-u 김철원=Gim_Cheor-won'],
  [
    'mccune',
    'paper',
    `구경=Kugyŏng 금광=Kŭmgwang 양국=Yangguk 물건=Mulgŏn 국민=Kungmin 막내=Mangnae 작란=Changnan 합계=Hapkye 각각=Kakkak 속히=Sokhi 독=Tok 날=Nal 농민=Nongmin 얼는=Ŏllŭn 한문=Hanmun 무당=Mudang 만두=Mandu 벽돌=Pyŏktol 합동=Haptong 열도=Yŏlto
    할머니=Halmŏni 일홈=Irhom 물리학=Mullihak 독립=Tongnip 십리=Simni 담배=Tambae 갈비=Kalbi 답장=Tapchang 쉽다=Shwipta 갓사기=Kassagi 갓모=Kanmo 잣나비=Channabi 잇해=Ithae 낫잠=Natcham 붓채=Putch'ae 갓방=Katpang 독일=Togil 민족=Minjok 물질=Mulchil
    김치=Kimch'i 왜콩=Waek'ong 타산=T'asan 토끼=T'okki 학회=Hakhoe 깍지=Kkakchi 엿때=Yŏttae 쇠뿔=Soeppul 좁쌀=Chopssal 갓싸기=Kassagi 짜르다=Tcharŭda 꼼짝=Kkomtchak 밋짝=Mitchak 붉히다=Pulkhida 닭=Tak`,
  ],
  [
    'mccune',
    'library',
    `진리=Chilli 의견란=Ŭigyŏnnan 임진란=Imjinnan 생산량=Saengsannyang 비판력=Pip'annyŏk 상견례=Sanggyŏnnye 음운론=Ŭmunnon 맑게=Malke 묽다=Mukta 굶다=Kumta 얹다=Ŏnta 넓다=Nŏlta 핥다=Halta 값진=Kapchin 읊다=Ŭpta 있는=Innŭn 있고=Itko 밟는=Pamnŭn 밟다=Papta 밟고=Papko
    천사=Ch'ŏnsa 전사=Chŏnsa 잔금=Chan'gŭm 장음=Changŭm 선군=Sŏn'gun 성운=Sŏngun`,
  ],
  [
    'mccune',
    'bgn',
    `평양=P'yŏngyang 용화=Yonghwa 개성=Kaesŏng 남포=Namp'o 안양=Anyang 압록강=Amnokkang 대동강=Taedonggang 라선특별시=Rasŏnt'ŭkpyŏlsi 난곡=Nan'gok 신촌=Sinch'on 오송평=Osongp'yŏng 일하=Irha`,
  ],
  [
    'mccune',
    'rule',
    `백령=Paengnyŏng 왕십리=Wangsimni 독립문=Tongnimmun 신라=Silla 해돋이=Haedoji 좋고=Chok'o 잡혀=Chaphyŏ 같이=Kach'i 학여울=Hangnyŏul 별내=Pyŏllae 묵호=Mukho 가에=Kaë 굳히다=Kuch'ida 조선4.26아동영화촬영소=Chosŏn_4.26_Adongyŏnghwach'waryŏngso`,
  ],
  [
    'mccune name',
    'library',
    "김철원=Kim_Ch'ŏr-wŏn 이석민=Yi_Sŏng-min 안중근=An_Chung-gŭn 이어령=Yi_Ŏ-ryŏng 김창룡=Kim_Ch'ang-nyong 김철운=Kim_Ch'ŏr-un 김지하=Kim_Chi-ha 김소월=Kim_So-wŏl 김리나=Kim_Ri-na 최란=Ch'oe_Ran 하리수=Ha_Ri-su 신립=Sin_Rip 안응렬=An_Ŭng-nyŏl 박목월=Pak_Mog-wŏl",
  ],
  ['mccune name', 'ofac', "최룡해=Ch'oe_Ryong-hae 김명철=Kim_Myŏng-ch'ŏl"],
  ['mccune name', 'rule', "김철수=Kim_Ch'ŏl-su 박정희=Pak_Chŏng-hŭi 리설주=Ri_Sŏl-chu 이선기=Yi_Sŏn-gi"],
  [
    'dprk',
    'un',
    `교구동=Kyogudong 고비리=Kobiri 금교=Kŭmgyo 초도=Chodo 강동=Kangdong 칠보산=Chilbosan 곡산=Koksan 갑산=Kapsan 앞산=Apsan 삿갓봉=Satkatbong 울산=Ulsan 은률=Ŭnryul 닭섬=Taksŏm 붉은바위=Pulgŭnbawi 앉은바위=Anjŭnbawi 백마산=Paengmasan 꽃마을=Kkonmaŭl 압록강=Amrokgang
    천리마=Chŏllima 전라도=Jŏllado 한나산=Hallasan 기대산=Kittaesan 뒤문=Twinmun 판교=Phan-gyo 서포=Sŏpho 찔레골=Jjilregol 강원=Kangwŏn`,
  ],
  [
    'dprk',
    'rule',
    `평양=Phyŏngyang 방어=Pang-ŏ 백령=Paengryŏng 왕십리=Wangsimri 독립문=Tongrimmun 신라=Silla 해돋이=Haedoji 좋고=Jokho 잡혀=Japhyŏ 같이=Kachi 별내=Pyŏllae 묵호=Mukho 대동강=Taedonggang 로동신문=Rodongsinmun 조선4.26만화영화촬영소=Josŏn_4.26_Manhwayŏnghwachwaryŏngso`,
  ],
  ['dprk name', 'un', '박동구=Pak_Tong_Gu'],
  ['dprk plain name', 'un', '안복철=An_Pok_Chol'],
  [
    'dprk plain name',
    'ofac',
    '김정은=Kim_Jong_Un 최룡해=Choe_Ryong_Hae 김여정=Kim_Yo_Jong 김수길=Kim_Su_Gil 김영철=Kim_Yong_Chol 김명철=Kim_Myong_Chol 김기남=Kim_Ki_Nam 김원홍=Kim_Won_Hong 최부일=Choe_Pu_Il 박진혁=Pak_Jin_Hyok 김정식=Kim_Jong_Sik',
  ],
  [
    'dprk plain name',
    'press',
    '리설주=Ri_Sol_Ju 김덕훈=Kim_Tok_Hun 리병철=Ri_Pyong_Chol 박태성=Pak_Thae_Song 강석주=Kang_Sok_Ju 백남순=Paek_Nam_Sun 로두철=Ro_Tu_Chol',
  ],
  ['dprk name', 'rule', '김철수=Kim_Chŏl_Su 박정희=Pak_Jŏng_Hŭi 리성림=Ri_Sŏng_Rim'],
  [
    'pinyin name',
    'dictionary',
    `单雄信=Shàn_Xióngxìn 仇英=Qiú_Yīng 解缙=Xiè_Jìn 查良镛=Zhā_Liángyōng 区志强=Ōu_Zhìqiáng 曾国藩=Zēng_Guófān 盖文达=Gě_Wéndá 万俟卨=Mòqí_Xiè 尉迟恭=Yùchí_Gōng 乐毅=Yuè_Yì 冼星海=Xiǎn_Xīnghǎi 种师道=Chóng_Shīdào 任弼时=Rén_Bìshí 华罗庚=Huà_Luógēng 那英=Nā_Yīng
    燕青=Yān_Qīng 繁钦=Pó_Qīn 牟宗三=Móu_Zōngsān 葛优=Gě_Yōu 诸葛亮=Zhūgě_Liàng 令狐冲=Línghú_Chōng 鲜于枢=Xiānyú_Shū 秘彭祖=Bì_Péngzǔ 宁静=Níng_Jìng 單雄信=Shàn_Xióngxìn`,
  ],
  ['pinyin name', 'usual', "朴光浩=Piáo_Guānghào 吕志强=Lǚ_Zhìqiáng 卢和征=Lú_Hézhēng 王安安=Wáng_Ān'ān"],
  ['pinyin passport', 'rule', '吕志强=Lyu_Zhiqiang 李绿=Li_Lyu'],
  ['pinyin word', 'usual', "北京=Běijīng 西安=Xī'ān 重庆=Chóngqìng 长春=Chángchūn 动画=Dònghuà 沈阳=Shěnyáng 延边=Yánbiān"],
  ['north', 'rule', '李成林=리성림 林龙哲=림룡철 刘永女=류영녀 卢光烈=로광렬 金明哲=김명철 朴光浩=박광호 崔龍海=최룡해 南宫哲=남궁철'],
  [
    'south',
    'rule',
    '李成林=이성림 林龙哲=임용철 刘永女=유영녀 卢光烈=노광렬 吕明烈=여명렬 罗一烈=나일렬 金日律=김일률 朴仁律=박인율 崔龍海=최용해',
  ],
  [
    'hepburn',
    'usual',
    "とうきょう=Tōkyō おおさか=Ōsaka しんぶん=Shinbun しんいち=Shin'ichi こんや=Kon'ya がっこう=Gakkō まっちゃ=Matcha せんせい=Sensei おかあさん=Okāsan おにいさん=Oniisan ジュンイチロウ=Jun'ichirō",
  ],
  [
    'hepburn',
    'usual',
    'アニメーション=Animēshon スタジオ=Sutajio ヴァイオリン=Vaiorin ファイナル=Fainaru パーティー=Pātī チェック=Chekku ウィンドウ=Windō さゝき=Sasaki ｱﾆﾒ=Anime',
  ],
  ['hepburn', 'rule', 'あっ=At みすゞ=Misuzu ティッシュ=Tisshu ドゥ=Du'],
  ['hepburn plain', 'usual', 'とうきょう=Tokyo さとう=Sato おおの=Ono ゆうき=Yuki'],
  ['hepburn passport', 'usual', 'しんばし=Shimbashi ほんま=Homma さとう=Sato けんいち=Kenichi はっちょう=Hatcho'],
  ['iso9', 'usual', 'Щедрин=Ŝedrin Чайковский=Čajkovskij Юлия=Ûliâ Объект=Obʺekt'],
  ['bgn', 'usual', "Чайковский=Chaykovskiy Ельцин=Yel'tsin Щукин=Shchukin Юлия=Yuliya Алексеев=Alekseyev"],
  ['passport', 'usual', 'Юлия=Iuliia Дмитрий=Dmitrii Хрущёв=Khrushchev Наталья=Natalia'],
  ['passport', 'rule', 'Подъячев=Podieiachev'],
  ['bgn', 'rule', 'студия_SEK=studiya_SEK ЩЕДРИН=SHCHEDRIN'],
]

/** Rows of the table test: what, which word, what it becomes, and from where that is known. */
export const ROMANISE_CASES: readonly (readonly [kind: CaseKind, word: string, expected: string, source: keyof typeof SOURCES])[] =
  BLOCKS.flatMap(([kind, source, rows]) =>
    rows.split(/\s+/).map((row) => {
      const [word = '', expected = ''] = row.split('=').map((part) => part.replace(/_/g, ' '))
      return [kind, word, expected, source] as const
    }),
  )
