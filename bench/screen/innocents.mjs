// Made names of people and companies that are on no list, in Chinese and Arabic letters: common family and given names, and places, trade names of two characters, trades and legal forms put together, the same on every run.
// A made name may be somebody's: it counts as innocent because common names are many people's.

function randomFrom(seed) {
  let state = seed
  return (list) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return list[(state >>> 8) % list.length]
  }
}

const of = (text) => text.split(' ')
const FAMILY = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁任卢姚沈钟姜崔谭陆范汪廖石金',
]
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文志海峰婷雪琳晨宇浩然子轩欣怡梓涵思远俊辉鹏飞永康嘉宁佳慧雅诗春梅'] // biome-ignore format: one line
const PLACES = of(
  '北京 上海 广州 深圳 天津 重庆 杭州 南京 苏州 武汉 成都 西安 大连 青岛 宁波 厦门 长沙 郑州 济南 合肥 福州 昆明 沈阳 哈尔滨 无锡 佛山 东莞 石家庄 南通 温州',
)
const NAMES = [...'华恒瑞鑫盛泰隆昌德信诚达通顺安康宏远博创智联合众美佳优凯嘉锦腾飞翔宇天龙海金银星辰光明亚欧中新东方正源润泽']
const TRADES = of(
  '科技 贸易 进出口 实业 电子科技 文化传播 动漫设计 建筑工程 物流 投资管理 信息技术 生物科技 机械设备 国际贸易 广告传媒 新材料 网络科技 航空技术 半导体 化工 商贸 影视文化 教育咨询 环保科技 能源 医疗器械 食品 服装 精密机械 光电科技',
)
// Companies called by words that have a meaning, as Western houses are, and by trades of fewer houses; without a place, so that these words are all they say.
const MEANT = of(
  '渡鸦 猎隼 苍穹 天盾 海鹰 雷鸟 神盾 利剑 哨兵 前沿 巅峰 远景 洞察 矢量 棱镜 灯塔 方舟 磐石 蓝盾 银翼 金钥匙 北极星 新视野 探索者 守望者 幻影 飞跃 奇点 星门 天琴 鹰眼 智云 蜂巢 红杉 橡树 猎户座 阿特拉斯 泰坦 赤道 龙腾 青鸟 白鲸 火种 朝霞 远航 信天翁 深蓝 光年 回声 脉冲',
)
const TRADES_TOO = of(
  '无人机 遥感卫星 半导体材料 基因测序 生物制药 远洋渔业 纺织服装 种业 国际货运代理 影视传媒 网络游戏 咨询顾问 律师事务所 新闻社 研究所 航空器材 激光雷达 碳化硅 加密 数据中心 精密仪器 锂电池 救援基金会 安防系统 火箭技术 船舶管理 智能装备 医疗科技 环境工程 战略研究中心',
)
const FORMS = of('有限公司 有限责任公司 股份有限公司 集团有限公司')
const ARABIC = of(
  'محمد أحمد علي حسن حسين خالد عمر يوسف إبراهيم مصطفى سعيد طارق سامي كريم نبيل فاروق جمال رامي زياد وليد ماجد هاني عادل صالح فيصل ناصر سلمان ياسر أنور بشير عثمان داود سمير رشيد حامد',
)
const ARABIC_FAMILY = of(
  'المصري الحداد النجار الخطيب الشامي البغدادي القاضي العلي الأحمد الحسن السيد منصور عباس سليمان عيسى درويش قاسم شاهين زيدان مراد بركات حمدان الخوري الصباغ الزين العمري الرفاعي الغزالي',
)

const HOUSES = of('شركة شركة شركة شركة مؤسسة مجموعة مكتب مصنع جمعية مركز معهد دار')
const HOUSE_NAMES = of(
  'النور الأمل الفرات النجم الهلال الفجر السلام النجاح الوفاء الرحمة البركة الإيمان الهدى الخير البحر الخليج الشرق الصقر النسر اللؤلؤة الزيتون الأرز النخيل القلعة البرج التاج الرائد الأفق المستقبل الكوكب الغدير الريان المنار الديار الينابيع الحكمة السواعد المهندس الشروق الأصالة العروبة الزهراء حمدان شاهين الخطيب',
)
const HOUSE_TRADES = [
  'للتجارة العامة', 'للمقاولات', 'للاستيراد والتصدير', 'للنقل والشحن', 'للسياحة والسفر', 'للصناعات الغذائية', 'للخدمات الطبية', 'للبرمجيات', 'لتقنية المعلومات', 'للإنتاج الفني', 'للرسوم المتحركة', 'للاستثمار العقاري', 'الإسلامية', 'الخيرية', 'التعليمية', 'للخدمات النفطية', 'للصرافة', 'الهندسية', 'للإعلام', 'الدولية', 'الإسلامية الخيرية', 'لحقوق الإنسان', 'الوطنية للطيران', 'للملاحة', 'للأدوية',
] // biome-ignore format: short phrases
const HOUSE_PLACES = ['', '', 'المصرية', 'السورية', 'العراقية', 'اللبنانية', 'في دبي', 'اليمنية', 'بغداد', 'الأردنية', 'العربية', 'ليبيا']
const IRAN = [of('شرکت شرکت گروه مؤسسه سازمان بنیاد'), of('صنایع بازرگانی مهندسی فناوری انتشارات حمل‌ونقل ساختمانی خدمات کشتیرانی پتروشیمی'), of('پارس نوین امید آریا سپهر البرز خاور پیشگام کوشا ایرانیان دماوند سپیده رایان بهار آسیا زاگرس'), of('تهران اصفهان شیراز تبریز ایران مشهد')] // biome-ignore format: one line

/** Made names by kind: 1,000 Chinese companies called by characters and 1,000 by words that have a meaning, 1,000 Chinese persons, 1,000 Arabic persons, 1,000 Arabic and Persian organisations. */
export function madeInnocents(count = 1000) {
  const pick = randomFrom(26)
  const times = (make) => Array.from({ length: count }, make)
  return [
    ['Chinese companies', 'Company', times(() => pick(PLACES) + pick(NAMES) + pick(NAMES) + pick(TRADES) + pick(FORMS))],
    ['Chinese persons', 'Person', times(() => pick(FAMILY) + pick(GIVEN) + pick([...GIVEN, '']))],
    ['Arabic persons', 'Person', times(() => [pick(ARABIC), pick(ARABIC), pick(ARABIC_FAMILY)].slice(pick([0, 1])).join(' '))],
    ['Arabic organisations', 'Organization', times((_, i) => arabicHouse(pick, i % 4 === 3))],
    [
      'Chinese companies of words with a meaning',
      'Company',
      times(() => pick([...PLACES, '', '', '']) + pick(MEANT) + pick(TRADES_TOO) + pick([...FORMS, '', '北京分公司'])),
    ],
  ]
}

/** `شركة النور للتجارة العامة`, or in Persian as every fourth is; its own name is a word or two that many houses take. */
function arabicHouse(pick, isPersian) {
  if (isPersian) return IRAN.map(pick).join(' ')
  return [pick(HOUSES), pick(HOUSE_NAMES), pick([pick(HOUSE_NAMES), '']), pick(HOUSE_TRADES), pick(HOUSE_PLACES)]
    .filter((word) => word !== '')
    .join(' ')
}
