/**
 * Spellings of Korean family names that people and press use beside those of the systems, roughly the most frequent first. Source: own selection from general knowledge of passports and press, not checked against a
 * count, and Northern ones as on the OFAC list; not complete, and any person may write otherwise.
 */
export const SURNAME_SPELLINGS: Readonly<Record<string, string>> = {
  김: 'Kim Gim', 이: 'Lee Yi Rhee I Li Rhie', 리: 'Ri Lee Rhee Yi Li', 박: 'Park Pak Bak', 최: "Choi Choe Ch'oe", 정: 'Jung Jeong Chung Jong Chong', 강: 'Kang Gang', 조: 'Cho Jo', 윤: 'Yoon Yun Youn', 장: 'Jang Chang', 임: 'Lim Im Yim', 림: 'Rim Lim', 한: 'Han',
  오: 'Oh O', 서: 'Seo Suh So', 신: 'Shin Sin', 권: 'Kwon Gwon', 황: 'Hwang', 안: 'Ahn An', 송: 'Song', 전: 'Jeon Jun Chun Jon', 홍: 'Hong', 유: 'Yoo Yu You', 류: 'Ryu Yoo Yu Ryoo', 고: 'Ko Koh Go', 문: 'Moon Mun', 양: 'Yang', 량: 'Ryang Yang', 손: 'Son Sohn', 배: 'Bae Pae',
  백: 'Baek Paik Paek Back', 허: 'Heo Huh Hur Ho', 남: 'Nam', 심: 'Shim Sim', 노: 'Noh Roh No', 로: 'Ro Roh', 하: 'Ha', 곽: 'Kwak Gwak', 성: 'Sung Seong Song', 차: 'Cha', 주: 'Joo Ju Chu', 우: 'Woo U', 구: 'Koo Gu Ku', 민: 'Min', 나: 'Na Ra', 라: 'Ra Na', 진: 'Jin Chin', 지: 'Ji Jee Chi',
  엄: 'Um Eom Om', 채: 'Chae', 원: 'Won', 천: 'Cheon Chun Chon', 방: 'Bang Pang', 공: 'Kong Gong', 현: 'Hyun Hyeon Hyon', 함: 'Ham Hahm', 변: 'Byun Byeon Pyon', 염: 'Yeom Yum', 렴: 'Ryom Yeom', 여: 'Yeo Yuh', 려: 'Ryo Yeo', 추: 'Choo Chu', 도: 'Do Doh To', 소: 'So', 석: 'Seok Suk Sok', 선: 'Sun Seon Son',
  설: 'Seol Sul Sol', 마: 'Ma', 길: 'Gil Kil', 연: 'Yeon Yun', 련: 'Ryon Yeon', 위: 'Wi We', 표: "Pyo P'yo Phyo", 명: 'Myung Myeong Myong', 기: 'Ki Gi', 반: 'Ban Pan', 왕: 'Wang', 금: 'Keum Geum Kum', 옥: 'Ok', 육: 'Yook Yuk', 륙: 'Ryuk Yook', 맹: 'Maeng', 제: 'Je Jae', 모: 'Mo', 탁: 'Tak Thak', 국: 'Kook Guk Kuk',
  은: 'Eun Un', 편: 'Pyun Pyeon Phyon', 용: 'Yong', 룡: 'Ryong Yong', 태: 'Tae Thae', 계: 'Kye Gye', 남궁: 'Namgung Namkoong', 황보: 'Hwangbo Hwangpo', 제갈: 'Jegal Chegal', 선우: 'Sunwoo Seonu Sonu',
}

/**
 * Chinese characters (simplified) that are family names of Koreans too, with the reading of Northern spelling, which keeps an initial ㄹ. Source: own selection from general knowledge of Korean family names, readings as in the `hanja` package
 * but 金 (김 as a family name). Most of these are frequent family names of China: having one says nothing about who a person is.
 */
export const HANJA_SURNAMES: Readonly<Record<string, string>> = {
  金: '김', 李: '리', 朴: '박', 崔: '최', 郑: '정', 姜: '강', 赵: '조', 尹: '윤', 张: '장', 林: '림', 韩: '한', 吴: '오', 徐: '서', 申: '신', 权: '권', 黄: '황', 安: '안', 宋: '송', 全: '전', 洪: '홍', 柳: '류', 高: '고', 文: '문', 梁: '량', 孙: '손', 裴: '배', 白: '백', 许: '허', 南: '남', 沈: '심', 卢: '로',
  河: '하', 郭: '곽', 成: '성', 车: '차', 朱: '주', 禹: '우', 具: '구', 闵: '민', 罗: '라', 陈: '진', 池: '지', 严: '엄', 蔡: '채', 元: '원', 千: '천', 方: '방', 孔: '공', 玄: '현', 咸: '함', 卞: '변', 廉: '렴', 吕: '려', 秋: '추', 都: '도', 苏: '소', 石: '석', 宣: '선', 薛: '설', 马: '마', 吉: '길', 延: '연', 连: '련',
  魏: '위', 表: '표', 明: '명', 奇: '기', 潘: '반', 王: '왕', 琴: '금', 玉: '옥', 陆: '륙', 印: '인', 孟: '맹', 诸: '제', 牟: '모', 卓: '탁', 鞠: '국', 鱼: '어', 殷: '은', 片: '편', 龙: '룡', 庆: '경', 丘: '구', 邢: '형', 太: '태', 桂: '계', 任: '임', 刘: '류', 俞: '유', 辛: '신', 曹: '조', 曺: '조', 丁: '정', 田: '전',
  周: '주', 杨: '양', 康: '강', 边: '변', 慎: '신', 南宫: '남궁', 皇甫: '황보', 诸葛: '제갈', 鲜于: '선우',
}
