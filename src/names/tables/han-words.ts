/**
 * Chinese words of company names with the English words that companies translate them by. Simplified forms; own selection from how Chinese companies render their registered names in English.
 * `legal` marks legal forms, which are ignored.
 */
export const HAN_LEGAL: readonly string[] = ['股份有限责任公司', '有限责任公司', '股份有限公司', '有限公司', '公司', '株式会社', '有限会社', '合同会社', '会社']

/** Word and its translations, separated by `|`; a translation of two words is joined by the comparison itself. */
export const HAN_WORDS: Readonly<Record<string, string>> = {
  动漫: 'animation|cartoon|comic', 动画: 'animation|cartoon', 卡通: 'cartoon', 漫画: 'comic|cartoon|manga', 影视: 'film|movie|television', 电影: 'film|movie', 电视: 'television', 影业: 'picture|film', 制片厂: 'studio',
  文化: 'culture', 传媒: 'media', 传播: 'communication|media', 媒体: 'media', 设计: 'design', 工作室: 'studio', 制作: 'production', 创作: 'creation', 艺术: 'art', 美术: 'art', 娱乐: 'entertainment', 游戏: 'game',
  数码: 'digital', 数字: 'digital', 科技: 'technology', 技术: 'technology', 信息: 'information', 网络: 'network', 软件: 'software', 计算机: 'computer', 电子: 'electronic', 图像: 'image', 图文: 'graphic', 视觉: 'visual',
  发展: 'development', 开发: 'development', 进出口: 'importexport|import', 贸易: 'trading', 商贸: 'trading|commerce', 国际: 'international', 环球: 'global', 全球: 'global', 控股: 'holding', 集团: 'group', 投资: 'investment', 实业: 'industry|industrial', 工业: 'industry',
  企业: 'enterprise', 管理: 'management', 咨询: 'consulting', 服务: 'service', 广告: 'advertising', 策划: 'planning', 教育: 'education', 科学: 'science', 研究所: 'institute', 研究院: 'institute', 学院: 'academy|college', 大学: 'university', 中心: 'center', 协会: 'association',
  基金会: 'foundation', 银行: 'bank', 保险: 'insurance', 物流: 'logistics', 运输: 'transport', 航运: 'shipping', 海运: 'shipping', 航空: 'aviation', 建筑: 'construction', 工程: 'engineering', 能源: 'energy', 电力: 'power', 石油: 'petroleum|oil', 化工: 'chemical', 矿业: 'mining', 钢铁: 'steel',
  儿童: 'children', 少年: 'youth', 青年: 'youth', 产业: 'industry', 股份: 'share', 联合: 'united|union', 合作: 'cooperation', 人民: 'people', 国家: 'national', 民主: 'democracy|democratic', 共和: 'republican', 自由: 'freedom|free', 人权: 'humanright', 观察: 'watch',
  永恒: 'everlasting|eternal', 帝国: 'empire|imperial', 东方: 'oriental|eastern|orient', 太阳: 'sun', 明星: 'star', 星: 'star', 龙: 'dragon', 金: 'gold|golden', 银: 'silver', 天: 'sky|heaven', 海: 'sea', 新: 'new', 大: 'great|grand', 光: 'light', 梦: 'dream', 未来: 'future', 世界: 'world', 世纪: 'century', 时代: 'era|times',
  巷: 'lane', 街: 'street', 路: 'road', 桥: 'bridge', 园: 'garden', 线: 'line', 点: 'point', 市: 'city', 省: 'province', 县: 'county', 区: 'district',
  一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9', 十: '10',
  中国: 'china', 朝鲜: 'korea|choson', 韩国: 'korea', 日本: 'japan', 美国: 'us|america|usa', 香港: 'hongkong', 澳门: 'macau', 台湾: 'taiwan', 新加坡: 'singapore', 俄罗斯: 'russia', 英国: 'uk|britain', 亚洲: 'asia', 平壤: 'pyongyang', 首尔: 'seoul', 西安: 'xian',
  北京: 'beijing', 上海: 'shanghai', 广州: 'guangzhou', 深圳: 'shenzhen', 天津: 'tianjin', 重庆: 'chongqing', 杭州: 'hangzhou', 南京: 'nanjing', 大连: 'dalian', 沈阳: 'shenyang', 丹东: 'dandong', 延边: 'yanbian', 延吉: 'yanji', 吉林: 'jilin', 辽宁: 'liaoning', 福建: 'fujian', 泉州: 'quanzhou', 盐城: 'yancheng', 江苏: 'jiangsu', 四川: 'sichuan', 成都: 'chengdu', 青岛: 'qingdao', 山东: 'shandong', 长春: 'changchun', 哈尔滨: 'harbin',
}

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
