/** What a listed party is called besides its listed names, and who is called nearly so and is somebody else. */
export interface DesignationCase {
  /** OFAC's number of the entry. */
  readonly number: number
  /** Names that sources state, each with its source; readings and translations by this project are no source. */
  readonly stated: readonly (readonly [name: string, source: string])[]
  /** Twenty names of others, parted by `|`: houses of the same town, trade or word, and persons of the family or given name. Invented, but for words that the listed name holds. */
  readonly others: string
}

const STUDIO = 'Encyclopedia of North Korean studies, nks.ac.kr id 1681'
const CHOSUN = 'Chosun Ilbo, nk.chosun.com idxno 7009 and 2024-04-23'
const PRESS = '38 North and Reuters, 2024-04-22'

/** A row per designation of the built-in list, in the order of OFAC's numbers. */
export const DESIGNATION_CASES: readonly DesignationCase[] = [
  {
    number: 31042,
    stated: [],
    others:
      'Moxi Cartoon|Mo Sheng Cartoon|Xingmo Cartoon|Mobing Animation Studio|Moxing Advertising Ltd|Shanghai Moxing Logistics Co., Ltd.|Shanghai Mingxing Cultural Media Co Ltd|Shanghai Mosheng Cultural Media Co., Ltd.|' +
      'Shanghai Cultural Media Co Ltd|Shanghai Xingmo Cultural Media Co Ltd|Shanghai Media Culture Group|Shanghai Cartoon|Cartoon Media|Moxie Cartoons Inc.|Moving Cartoon Workshop|Boxing Cartoon|' +
      'Shanghai Moyin Music Culture Co., Ltd.|Shenzhen Moxing Technology Co., Ltd.|Foxing Cartoon Company|上海墨青文化传媒有限公司',
  },
  {
    number: 34022,
    stated: [
      ['April 26 Animation Studio', PRESS],
      ['Scientific and Educational Film Studio of Korea', 'NK News, December 2021'],
      ['조선4.26만화영화촬영소', STUDIO],
      ['조선 4·26 만화영화촬영소', 'news1, article 5393318'],
      ['4·26만화영화촬영소', 'news1, article 5393318'],
      ['조선4.26아동영화촬영소', STUDIO],
      ['4.26아동영화촬영소', CHOSUN],
      ['4·26아동영화촬영소', CHOSUN],
      ['426儿童电影制片厂', 'news.520etj.com, article 120882'],
    ],
    others:
      'SK Studio|SEC Studio|SET Studios|SEEK Design|SEK Consulting|SEK Capital Ltd|Seka Studio|Sekai Studio|Studio Sekka|Geek Studio|Korea Scientific Education Institute|Korean Educational Broadcasting Studio|' +
      "Korea Children's Film Studio|April 25 Film Studio|April 15 Animation Studio|May 26 Animation Studio|Educational Film Studio of Vietnam|조선예술영화촬영소|4.25예술영화촬영소|上海美术电影制片厂",
  },
  {
    number: 34023,
    stated: [],
    others:
      'Ning Studio|Wings Cartoon Network|Kings Animation House|Ningbo Cartoon Studio|Ninja Cartoon Studio|Nina Cartoon Studio|Rings of Ink Cartoon Studio|Cartoon Studio|Chongqing Animation Development Co., Ltd.|' +
      'Chongqing Cartoon & Animation Development Co., Ltd.|Chongqing City Animation Association|Chongqing Shise Animation Development Co., Ltd.|Chongqing Lingse Cartoon and Animation Development Co., Ltd.|' +
      'Chongqing City Urban Development Co., Ltd.|Chongqing Ningsheng Real Estate Development Co., Ltd.|Chongqing Ninghe Animation Co., Ltd.|Chengdu Ningxi Cartoon & Animation Co., Ltd.|Evenings Cartoon Studio|' +
      'Ningxia Animation Development Co., Ltd.|重庆青石动漫发展有限公司',
  },
  {
    number: 34024,
    stated: [],
    others:
      'LU, Hezhong|LU, Hechen|LU, Heping|LU, Zhengping|LU, Hezhi|LI, Hezheng|LIU, Hezheng|WU, Hezheng|Lu Zheng|Lu He|He Zheng|Hezheng Zhang|Lucas Hezler|Lu Haizhou|Luo Hezhen|Lu Wenzheng|Lu Hongzheng|卢和平|陆正和|吕和政',
  },
  {
    number: 34025,
    stated: [],
    others:
      'Shanghai Animation Film Studio|Shanghai Cartoon and Animation Design Studio|Shanghai Animation Design Institute|Shanghai Hongqiao Animation Design Studio|Shanghai Hongshan Cartoon and Animation Design Studio|Shanghai Hanman Film Studio|' +
      'Shanghai Hongmei Architecture Design Studio|Shanghai Honglin Design Studio|Shanghai Manhong Animation Design Studio|Hongman Textile Co., Ltd.|Shanghai Hongman Catering Management Co., Ltd.|Hangzhou Hongman Software Co., Ltd.|' +
      'Beijing Hongmai Animation Design Studio|Shanghai Longman Publishing|Hongman Chen|Shanghai Design Studio|Shanghai Huamen Animation Design Studio|Hongkong Animation Design Studio|Shanghai Tongman Digital Animation|上海红岸动画设计工作室',
  },
  {
    number: 40201,
    stated: [],
    others:
      'JADHAV, Dipali|JADHAV, Deepika|JADHAV, Dinesh|JADHAV, Sandeep|JADHAV, Pradeep|YADAV, Deepak|JADEJA, Deepak|JAIN, Deepak|SHARMA, Deepak|KULKARNI, Deepak|Deepak Jaiswal|Deepa Jadhav|Deepak Jha|Rahul Jadhav|Amit Deepak Joshi|Deepak Kumar|Mohan Jadhav|Vijay Yadav|Deep Jadeja|Devak Jathar',
  },
  {
    number: 40202,
    stated: [],
    others:
      'Fun Pte Ltd|Saga Pte. Ltd.|Funsaver Pte Ltd|Funsasia Pte Ltd|Sungaga Pte Ltd|Fansa Games Pte Ltd|Funsage Toys and Gifts Sdn Bhd|Fundsaga Capital Management|Funcage Play Centre|Fungames Asia Pte Ltd|Fun Sail Pte Ltd|' +
      'Sagafun Studios|Sagamore Studios|Fantasaga Entertainment|Funscape Interactive|Animasaga Pte Ltd|Fun Saigon Travel|Funsarga Logistics Holdings|Finsarge Pte Ltd|Unsagah Industries',
  },
  {
    number: 40203,
    stated: [],
    others:
      'Kino LLC|Atis LLC|Kinotavr LLC|Kinolatino LLC|Kinematis LLC|Kineatic LLC|Kinostudio Atlantis|Kinoart LLC|Kinotis Music GmbH|Kinoteatr LLC|Kino Atlas Ltd|Kinocraft LLC|Kiniatric Clinic LLC|Limited Liability Company Kinopark|LLC Kinomatika|' +
      'LLC Atis Stroy|OOO Kinoset|ООО Киностудия|ООО Кинопарк|Kinetics LLC',
  },
  {
    number: 40205,
    stated: [],
    others:
      'KIM, Yong Chol|KIM, Myong Su|KIM, Myong Il|KIM, Kyong Chol|KIM, Chol|KIM, Myong|KIM, Myong Hak|KIM, Song Chol|KIM, Jong Chol|KIM, Kwang Chol|RI, Myong Chol|PAK, Myong Chol|CHOE, Myong Chol|JONG, Myong Chol|HAN, Myong Chol|Kim Min-chul|Kim Young-chul|김영철|김명수|박명철',
  },
  {
    number: 40207,
    stated: [],
    others:
      'Everlasting Limited|Empire Limited|Everlasting Light Limited|Everlasting Emperor Jade Ltd|Everlasting Dynasty Limited|Everlasting Kingdom Limited|Everlast Limited|Ever Empire Studios|Eternal Empire Limited|Evergreen Empire Limited|' +
      'Everbright Empire Limited|Everlasting Sports Goods Ltd|Everlasting Flowers Co|Golden Empire Limited|Empire Pictures Limited|Everlasting Trading Limited|Empire Trading Hong Kong Limited|Lasting Impressions Limited|Empire State Limited|New Empire Limited',
  },
  {
    number: 40209,
    stated: [],
    others:
      'Hong Kong Holdings Limited|Tian Holdings Limited|Fang Holdings Limited|Tian Shan Hong Kong Holdings Limited|Tian Yuan Holdings Limited|Tian Cheng Hong Kong Holding Ltd.|Tian He Holdings Limited|Xian Fang Hong Kong Holdings Limited|Fang Tian Consulting|' +
      'Tian Fang Pharmaceutical Co., Ltd.|Tian Fang Steel|Tianfang Tea Import and Export|Tiananmen Holdings Limited|Tianjin Holdings Limited|Dong Fang Hong Kong Holdings Limited|Da Tian Holdings Limited|' +
      'Hong Kong Tian Ma Holdings Limited|Hong Kong Television Holdings Limited|天香控股有限公司|东方香港控股有限公司',
  },
  {
    number: 40210,
    stated: [],
    others:
      'Yancheng Animation Co., Ltd.|Yancheng One Point Animation Co., Ltd.|Yancheng Three Line Animation Co., Ltd.|Three Line One Point Consulting|Yancheng Two Line One Point Animation Co., Ltd.|Yancheng Three Line Two Point Animation Co., Ltd.|' +
      'Yancheng Three Rivers Animation Co., Ltd.|Yancheng Textile Machinery Co., Ltd.|Yancheng Dot Line Advertising Co., Ltd.|Yangzhou Three Point Animation Co., Ltd.|Three Point Animation|One Line Animation Studio|One Point Three Studio|' +
      'Yancheng Blue Line Point Film Co., Ltd.|Yancheng Golden Line Animation Co., Ltd.|Nanjing One Point One Line Culture Co., Ltd.|Yantai Line Animation Co., Ltd.|Point Animation Co., Ltd.|Yancheng Starlight Animation Co., Ltd.|盐城一点动漫有限公司',
  },
  {
    number: 40212,
    stated: [],
    others:
      'Quanzhou Import and Export Trade Co., Ltd.|Quanzhou Yiyang Import and Export Trade Co., Ltd.|Quanzhou Yangjin Import and Export Trade Co., Ltd.|Quanzhou Jinyang Import and Export Trade Co., Ltd.|Quanzhou Yifeng Import and Export Trade Co., Ltd.|' +
      'Quanzhou Yixing Import and Export Trade Co., Ltd.|Quanzhou Sanyang Import and Export Trade Co., Ltd.|Quanzhou Foreign Trade Import and Export Co., Ltd.|Quanzhou Yongjin Import and Export Trade Co., Ltd.|Quanzhou Yijin Trading Co., Ltd.|' +
      'Yiyangjin Gardening Service|Guangzhou Yiyang Import and Export Trade Co., Ltd.|Fuzhou Import and Export Trade Co., Ltd.|Quanzhou Trade Co., Ltd.|Yiyang Import and Export Trade Co., Ltd.|Quanzhou Xinyangjie Stone Co., Ltd.|' +
      'Quanzhou Shoes and Garments Import and Export Co., Ltd.|Quanzhou Haiyang Import and Export Trade Co., Ltd.|Xiamen Yangjin Import and Export Trade Co., Ltd.|泉州华洋进出口贸易有限公司',
  },
  {
    number: 40213,
    stated: [],
    others:
      'Fujian Import and Export Corporation|Nanan Import and Export Corporation of Jiangxi|Fujian Nanping Import and Export Corporation|Fujian Nanjing Import and Export Corporation|Fujian Zhangzhou Import and Export Corporation|' +
      'Fujian Foreign Trade Corporation|Fujian Nanan Stone Carving Factory|Fujian Nanan Shuitou Building Materials Co., Ltd.|Fujian Nanan Bank|Fujian Nanyang Import and Export Corporation|Fujian Nanfang Import and Export Company|' +
      'Fujian Huian Import and Export Corporation|Fujian Jinjiang Import & Export Company|Fujian Anxi Import and Export Company|Nan An Plastics|Fujian Import & Export Company|Fujian Cereals Import and Export Corporation|' +
      'Hunan Nanan Trading|Fujian Nanri Aquatic Import and Export Company|福建南平进出口公司',
  },
] // biome-ignore format: rows
