/** Legal forms of companies in Chinese characters, longest first where one ends like another; names are compared without them. Simplified forms. */
export const HAN_LEGAL: readonly string[] = ['股份有限责任公司', '有限责任公司', '股份有限公司', '有限公司', '分公司', '公司', '株式会社', '有限会社', '合同会社', '会社']

/** What a house calls its part at another place. Simplified forms. */
export const HAN_BRANCHES: ReadonlySet<string> = new Set(['分公司', '分行', '支行', '分社', '支社', '分店', '支店', '分部', '分支机构', '办事处', '代表处', '联络处', '代表机构', '营业所', '营业部', '事务处'])

/** Family names of Chinese writing by frequency, simplified (first hundred of the 2020 count published by the Ministry of Public Security, and compound ones). */
export const HAN_SURNAMES: ReadonlySet<string> = new Set([
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤朴全玄南宫温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝',
  '欧阳', '司马', '上官', '诸葛', '东方', '夏侯', '皇甫', '尉迟', '公孙', '慕容', '令狐', '司徒',
])

/** Pinyin of the most frequent family names, as they stand in Latin writing. */
export const PINYIN_SURNAMES: ReadonlySet<string> = new Set(
  ('wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng feng han cao zeng peng xiao cai pan tian dong yuan yu ye jiang du su wei cheng lu lv lyu ding ren ' +
    'yao shen zhong cui tan fan wang liao shi jin jia xia fu fang bai zou meng xiong qin qiu jiang yin xue yan duan lei hou long tao mao hao gong shao wan qian dai mo kong xiang piao quan xuan nan wen kang niu').split(/\s+/),
)

/** Finals that each pinyin initial takes, from the table of the Scheme for the Chinese Phonetic Alphabet (1958), `v` for ü. */
export const PINYIN_FINALS: Readonly<Record<string, string>> = {
  '': 'a o e ai ei ao ou an en ang eng er yi ya yao ye you yan yin yang ying yong wu wa wo wai wei wan wen wang weng yu yue yuan yun',
  b: 'a o ai ei ao an en ang eng i iao ie ian in ing u', p: 'a o ai ei ao ou an en ang eng i iao ie ian in ing u', m: 'a o e ai ei ao ou an en ang eng i iao ie iu ian in ing u', f: 'a o ei ou an en ang eng u',
  d: 'a e ai ei ao ou an ang eng ong i iao ie iu ian ing u uo ui uan un', t: 'a e ai ao ou an ang eng ong i iao ie ian ing u uo ui uan un', n: 'a e ai ei ao ou an en ang eng ong i iao ie iu ian in iang ing u uo uan v ve', l: 'a e ai ei ao ou an ang eng ong i ia iao ie iu ian in iang ing u uo uan un v ve ue yu yue',
  g: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang', k: 'a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang', h: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  j: 'i ia iao ie iu ian in iang ing iong u ue uan un', q: 'i ia iao ie iu ian in iang ing iong u ue uan un', x: 'i ia iao ie iu ian in iang ing iong u ue uan un',
  zh: 'i a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang', ch: 'i a e ai ao ou an en ang eng ong u uo uai ui uan un uang', sh: 'i a e ai ei ao ou an en ang eng u ua uo uai ui uan un uang',
  r: 'i e ao ou an en ang eng ong u uo ui uan un', z: 'i a e ai ei ao ou an en ang eng ong u uo ui uan un', c: 'i a e ai ao ou an en ang eng ong u uo ui uan un', s: 'i a e ai ao ou an en ang eng ong u uo ui uan un',
}
