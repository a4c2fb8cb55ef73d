import type { Verdict } from './names.cases.ts'
import type { NameSchema } from './prepare.ts'

/** Names in Chinese characters and in Latin letters, and what they are to each other, as in names.cases.ts: public companies and persons of world politics by their own or customary names, look-alikes, and invented names. */
export const CHINESE_CASES: readonly (readonly [chinese: string, latin: string, verdict: Verdict, schema?: NameSchema])[] = [
  // Trade name by pinyin, the rest by meaning.
  ['华为技术有限公司', 'Huawei Technologies Co., Ltd.', 'same'],
  ['华为技术有限公司', 'Huaxin Technologies Co., Ltd.', 'other'],
  ['比亚迪股份有限公司', 'BYD Company Limited', 'same'],
  ['腾讯控股有限公司', 'Tencent Holdings Limited', 'same'],
  ['小米集团', 'Xiaomi Group', 'same'],
  ['上海电气集团股份有限公司', 'Shanghai Electric Group Company Limited', 'same'],
  ['广州汽车集团', 'Guangzhou Automobile Group', 'same'],
  ['上海墨星文化传播有限公司', 'Shanghai Moxing Culture Communication Co., Ltd.', 'same'],
  ['上海莫星文化传播有限公司', '上海墨星文化传播有限公司', 'near'],
  ['上海青石文化传播有限公司', 'Shanghai Moxing Culture Communication Co., Ltd.', 'other'],
  ['深圳市大疆创新科技有限公司', 'Shenzhen DJI Innovation Technology Co., Ltd.', 'same'],
  ['宁波海鑫进出口有限公司', 'Ningbo Haixin Import and Export Co., Ltd.', 'same'],
  ['宁波海鑫进出口有限公司', 'Ningbo Bird Import and Export Co., Ltd.', 'other'],
  ['宁波海鑫进出口有限公司', 'Wenzhou Haixin Import and Export Co., Ltd.', 'near'],
  ['青石半导体研究所', 'Qingshi Semiconductor Research Institute', 'same'],
  ['大海贸易有限公司', 'Dahai Trading Co., Ltd.', 'same'],
  // Words that many share are no name.
  ['科技有限公司', 'Technology Co., Ltd.', 'same'],
  ['上海进出口有限公司', 'Fujian Nanan Import and Export Corporation', 'other'],
  ['国际贸易有限公司', 'Brandal International Trading Company', 'other'],
  ['北京科技有限公司', 'Beijing Brandal Technology Co., Ltd.', 'other'],
  ['技术进出口公司', 'Technology Import Export Corporation of Belkania', 'other'],
  // Institutions by meaning.
  ['清华大学', 'Tsinghua University', 'same'],
  ['北京大学', 'Peking University', 'same'],
  ['中国科学院', 'Chinese Academy of Sciences', 'same'],
  ['欧洲中央银行', 'European Central Bank', 'same'],
  ['世界卫生组织', 'World Trade Organization', 'other'],
  // Houses with a name of their own.
  ['三菱重工业株式会社', 'Mitsubishi Heavy Industries, Ltd.', 'same'],
  ['雷神公司', 'Raytheon Company', 'same'],
  ['波音公司', 'The Boeing Company', 'same'],
  ['丰田汽车公司', 'Toyota Motor Corporation', 'same'],
  ['微软公司', 'Microsoft Corporation', 'same'],
  ['三菱电机株式会社', 'Mitsui Electric Co., Ltd.', 'other'],
  ['空中客车公司', 'The Boeing Company', 'other'],
  // Foreign names by sound.
  ['洛克希德·马丁公司', 'Lockheed Martin Corporation', 'same'],
  ['诺斯罗普·格鲁曼公司', 'Northrop Grumman Corporation', 'same'],
  ['弗拉基米尔·普京', 'Vladimir Putin', 'same', 'Person'],
  ['安格拉·默克尔', 'Angela Merkel', 'same', 'Person'],
  ['玛格丽特·撒切尔', 'Margaret Thatcher', 'same', 'Person'],
  ['肯尼迪', 'John F. Kennedy', 'near', 'Person'],
  ['伊万诺夫', 'Sergei Ivanov', 'near', 'Person'],
  ['史密斯', 'Adam Smith', 'other', 'Person'],
  ['马丁·路德·金', 'Martin Luther King', 'same', 'Person'],
  ['安格拉·默克尔', 'Angela Marwick', 'other', 'Person'],
  ['伊万诺夫', 'Sergei Petrov', 'other', 'Person'],
  ['约翰·史密斯', 'John Stewart', 'other', 'Person'],
  ['艾维奥克斯公司', 'Marwick Inc.', 'other'],
  // Persons of Chinese names.
  ['许国荣', 'HSU Kuo-jung', 'same', 'Person'],
  ['李显龙', 'Lee Hsien Loong', 'same', 'Person'],
  ['陈水扁', 'Chen Shui-bian', 'same', 'Person'],
  ['张国荣', 'Cheung Kuo-jung', 'same', 'Person'],
  ['张国荣', 'Cheung Kuo-hua', 'other', 'Person'],
  ['马丁', 'Martin Marwick', 'other', 'Person'],
  ['高盛', 'Carl Goldman', 'other', 'Person'],
]

/** Names in Arabic letters, likewise. */
export const ARABIC_CASES: readonly (readonly [arabic: string, latin: string, verdict: Verdict])[] = [
  ['شمس الدين', 'Shamsuddin', 'same'],
  ['عبد الرحمن', 'Abderrahmane', 'same'],
  ['محمد حسين', 'Muhammad Husayn', 'same'],
  ['محمد حسين', 'Mohammed Hussein', 'same'],
  ['جمال بوعزة', 'Djamel Bouazza', 'same'],
  ['يحيى حقاني', 'Yahya Haqqani', 'same'],
  ['چنگیز پژمان', 'Changiz Pezhman', 'same'],
  ['يوسف القرضاوي', 'Yusuf al-Qaradawi', 'same'],
  ['رامي سليمان', 'Army of Islam', 'other'],
  ['سعيد مراد', 'Marwick Murad', 'other'],
]
